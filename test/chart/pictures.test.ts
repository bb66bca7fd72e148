import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { commonScale } from '../../src/chart/common-scale.ts'
import type { Course, Mark } from '../../src/chart/course.ts'
import { rowPicture } from '../../src/chart/row-picture.ts'
import { linear, ticks } from '../../src/chart/scale.ts'
import { targetChart } from '../../src/chart/target-chart.ts'
import { year } from '../../src/measure/period.ts'
import { ratio } from '../../src/measure/ratio.ts'
import { exampleRows } from './courses.ts'

const GOLDEN = resolve(import.meta.dirname, 'golden')

/** Holds a picture against its file; a changed one is laid beside it. UPDATE=1 takes the new one. */
function holds(name: string, svg: string): void {
  const file = join(GOLDEN, `${name}.svg`)
  const changed = join(GOLDEN, `${name}-changed.svg`)
  const pretty = `${svg.replace(/></g, '>\n<').replace('<svg ', '<svg xmlns="http://www.w3.org/2000/svg" ')}\n`
  if (process.env['UPDATE'] === '1') {
    mkdirSync(GOLDEN, { recursive: true })
    writeFileSync(file, pretty)
  }
  const kept = existsSync(file) ? readFileSync(file, 'utf8') : ''
  if (kept !== pretty) writeFileSync(changed, pretty)
  else rmSync(changed, { force: true })
  expect(pretty).toBe(kept)
}

const rows = exampleRows('2024-12-31')
const rowOf = (id: string) => {
  const row = rows.find(r => r.measure.id === id)
  if (!row?.course) throw new Error(`no course for ${id}`)
  return { ...row, course: row.course }
}

describe('golden pictures', () => {
  test.each([
    ['level-on-track', 'economy-4-1'],
    ['level-at-risk', 'economy-4-2'],
    ['share-in-a-band', 'economy-2-4'],
    ['mean-growth-of-rates', 'economy-1-1'],
    ['mean-growth-of-levels', 'economy-5-1'],
    ['each-year-without-figures', 'environment-1-1'],
    ['fall-wanted', 'society-7-1'],
  ])('%s', (name, id) => {
    const { course, judgement } = rowOf(id)
    holds(`row-${name}`, rowPicture(course, name, ''))
    const said = {
      title: name,
      description: 'in words',
      bound: 'bound',
      projection: 'projection',
      unit: 'unit',
      today: 'today',
      decimals: judgement.decimals,
    }
    holds(`chart-${name}`, targetChart(course, { ...said, language: 'vi' }, 'wide'))
    holds(`chart-${name}-narrow`, targetChart(course, { ...said, language: 'en' }, 'narrow'))
  })
})

test('what a picture says is text, never markup', () => {
  const { course } = rowOf('economy-4-1')
  expect(rowPicture(course, '<b>&"', '')).toContain('<title>&lt;b&gt;&amp;&quot;</title>')
})

test('every picture of the example stays inside its frame', () => {
  for (const { course } of rows) {
    if (!course) continue
    const svg = rowPicture(course, 'a', '')
    expect(svg).not.toMatch(/NaN|Infinity|undefined/)
    for (const [, cy] of svg.matchAll(/cy="([^"]+)"/g)) {
      expect(Number(cy)).toBeGreaterThanOrEqual(0)
      expect(Number(cy)).toBeLessThanOrEqual(22)
    }
  }
})

test.each(['wide', 'narrow'] as const)('on a %s chart the projection is not written over the last figure', size => {
  const written = { title: '', description: '', bound: '', projection: 'dự báo 21,68%', unit: '%', today: '' }
  for (const { course, judgement, measure } of rows) {
    if (!course) continue
    const svg = targetChart(course, { ...written, decimals: judgement.decimals, language: 'vi' }, size)
    const at = (kind: string) => {
      const [, attributes = '', text = ''] = new RegExp(`<text class="${kind}"([^>]*)>([^<]*)`).exec(svg) ?? []
      const number = (name: string) => Number(new RegExp(` ${name}="([^"]+)"`).exec(attributes)?.[1])
      return { x: number('x'), y: number('y'), wide: text.length * 6.5 }
    }
    const [last, ahead] = [at('figure last'), at('figure ahead')]
    if (ahead.wide === 0) continue
    const beside = ahead.x - ahead.wide > last.x + last.wide / 2
    expect([measure.id, beside || Math.abs(ahead.y - last.y) >= 12]).toEqual([measure.id, true])
  }
})

const value = fc.integer({ min: -1_000_000, max: 1_000_000 })
const mark = (at: number, v: number): Mark => ({ at, value: v, exact: ratio(BigInt(v)), period: year(at), firm: true })
const courses = fc
  .record({
    start: value,
    low: value,
    figures: fc.array(value, { maxLength: 5 }),
    good: fc.constantFrom('up', 'down', 'none'),
  })
  .map(({ start, low, figures, good }): Course => ({
    kind: 'way',
    unit: '%',
    from: 2020,
    to: 2025,
    today: 2025,
    start: mark(2020, start),
    figures: figures.map((v, i) => mark(2021 + i, v)),
    path: [],
    projection: [],
    fan: null,
    low,
    high: low,
    good: good,
  }))

describe('the common scale', () => {
  test('the bound is always at 1, and where there is a way its start is at 0', () => {
    fc.assert(
      fc.property(courses, course => {
        const scale = commonScale(course)
        const [start, goal] = [course.start?.value ?? 0, course.low ?? 0]
        expect(scale(goal)).toBeCloseTo(1, 9)
        const way = course.good === 'down' ? start > goal : course.good === 'up' ? start < goal : start !== goal
        if (way) expect(scale(start)).toBeCloseTo(0, 9)
      }),
    )
  })

  test('up is the good way', () => {
    fc.assert(
      fc.property(courses, value, value, (course, a, b) => {
        const scale = commonScale(course)
        fc.pre(a < b)
        if (course.good === 'up') expect(scale(a)).toBeLessThan(scale(b))
        if (course.good === 'down') expect(scale(a)).toBeGreaterThan(scale(b))
      }),
    )
  })

  test('another unit draws the same picture', () => {
    fc.assert(
      fc.property(courses, fc.integer({ min: 2, max: 1000 }), (course, by) => {
        const scaled: Course = {
          ...course,
          start: course.start && { ...course.start, value: course.start.value * by },
          figures: course.figures.map(f => ({ ...f, value: f.value * by })),
          low: course.low === null ? null : course.low * by,
          high: course.high === null ? null : course.high * by,
        }
        expect(rowPicture(scaled, 'a', '')).toBe(rowPicture(course, 'a', ''))
      }),
    )
  })
})

describe('axes', () => {
  test('ticks are round, in equal steps, and cover what they are asked to', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -1e9, max: 1e9, noNaN: true }),
        fc.double({ min: 1e-3, max: 1e9, noNaN: true }),
        (low, span) => {
          const { values, decimals } = ticks(low, low + span, 5)
          expect(values.length).toBeGreaterThan(1)
          expect(values.length).toBeLessThan(14)
          expect(values[0]).toBeLessThanOrEqual(low + span * 1e-9)
          expect(values.at(-1)).toBeGreaterThanOrEqual(low + span * (1 - 1e-9))
          for (const v of values)
            expect(Math.abs(Number(v.toFixed(decimals)) - v)).toBeLessThanOrEqual(Math.abs(v) * 1e-9)
        },
      ),
    )
  })

  test('a line without length is drawn in the middle', () => {
    expect(linear([3, 3], [0, 10])(3)).toBe(5)
  })
})
