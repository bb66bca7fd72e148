import fc from 'fast-check'
import { expect, test } from 'vitest'
import { CLASSINGS, classesOf } from '../../src/chart/map/classes.ts'
import { drawMap } from '../../src/chart/map/draw.ts'
import { outlinesPicture } from '../../src/chart/map/outlines.ts'
import { MAP_WIDTH } from '../../src/chart/map/picture.ts'
import { schematicPicture, type Unit } from '../../src/chart/map/schematic.ts'
import { compareRatio, ratio } from '../../src/measure/ratio.ts'
import { square } from '../territory/small.ts'

const values = fc.array(
  fc.integer({ min: -500, max: 500 }).map(n => ratio(BigInt(n), 10n)),
  { minLength: 1, maxLength: 80 },
)
const mark = fc.record({
  at: fc.integer({ min: -500, max: 500 }).map(n => ratio(BigInt(n), 10n)),
  good: fc.constantFrom('up', 'down'),
  strict: fc.boolean(),
} as const)

test('every value lies in the class whose colour it gets, and the classes count all of them', () => {
  fc.assert(
    fc.property(values, fc.constantFrom(...CLASSINGS), mark, (all, classing, at) => {
      const { classes, toneOf } = classesOf(all, classing, at)
      expect(classes.reduce((sum, each) => sum + each.count, 0)).toBe(all.length)
      expect(new Set(classes.map(each => each.tone)).size).toBe(classes.length)
      for (const value of all) {
        const own = classes.find(each => each.tone === toneOf(value))
        expect(own && compareRatio(value, own.low) >= 0 && compareRatio(value, own.high) <= 0).toBe(true)
      }
    }),
  )
})

test('a higher value never gets a lighter shade; equal ones get the same', () => {
  fc.assert(
    fc.property(values, fc.constantFrom('quantile', 'equal'), (all, classing) => {
      const { toneOf } = classesOf(all, classing, null)
      const sorted = [...all].sort(compareRatio)
      for (const [i, value] of sorted.entries()) {
        const next = sorted[i + 1]
        if (next) expect(toneOf(value) <= toneOf(next)).toBe(true)
        if (next && compareRatio(value, next) === 0) expect(toneOf(value)).toBe(toneOf(next))
      }
    }),
  )
})

test('against a bound, what reaches it is blue and nothing else is', () => {
  fc.assert(
    fc.property(values, mark, (all, at) => {
      const { toneOf } = classesOf(all, 'bound', at)
      for (const value of all) {
        const order = compareRatio(value, at.at)
        const reaches = order === 0 ? !at.strict : at.good === 'up' ? order > 0 : order < 0
        expect(toneOf(value).startsWith(reaches ? 'g' : 'b')).toBe(true)
      }
    }),
  )
})

test('five classes hold about as many areas each', () => {
  const { classes } = classesOf(
    Array.from({ length: 200 }, (_, i) => ratio(BigInt(i * i))),
    'quantile',
    null,
  )
  expect(classes.map(each => each.count)).toEqual([40, 40, 40, 40, 40])
})

const unit = (centre: boolean): fc.Arbitrary<Unit[]> =>
  fc
    .array(fc.tuple(fc.double({ min: 105, max: 108, noNaN: true }), fc.double({ min: 20, max: 23, noNaN: true })), {
      minLength: 2,
      maxLength: 60,
    })
    .map(points => points.map((point, i) => ({ area: `a${i}`, group: `g${i % 5}`, centre: centre ? point : null })))

test.each([true, false])('on a schematic map no two areas overlap, and all are inside (with centres: %s)', centred => {
  fc.assert(
    fc.property(unit(centred), units => {
      const { shapes, height, kind } = schematicPicture(units, group => group)
      expect(kind).toBe(centred ? 'cells' : 'blocks')
      expect(new Set(shapes.map(each => each.area))).toEqual(new Set(units.map(each => each.area)))
      for (const [i, a] of shapes.entries()) {
        expect(a.x > 0 && a.x < MAP_WIDTH && a.y > 0 && a.y < height).toBe(true)
        for (const b of shapes.slice(i + 1)) expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeGreaterThanOrEqual(a.room - 2)
      }
    }),
    { numRuns: 40 },
  )
})

test('areas that lie west stay west, areas that lie north stay north', () => {
  const grid = Array.from({ length: 36 }, (_, i): Unit => ({
    area: String(i),
    group: '',
    centre: [106 + (i % 6) * 0.1, 22 - Math.floor(i / 6) * 0.1],
  }))
  const { shapes } = schematicPicture(grid, () => '')
  const at = new Map(shapes.map(each => [each.area, each]))
  for (let i = 0; i < 36; i += 1) {
    if (i % 6 < 4) expect(at.get(String(i))!.x).toBeLessThan(at.get(String(i + 2))!.x)
    if (i < 24) expect(at.get(String(i))!.y).toBeLessThan(at.get(String(i + 12))!.y)
  }
})

test('outlines are drawn true to their shape, labels inside, the same every time', () => {
  const outlines = new Map([
    ['A', [square(106, 21)]],
    ['B', [square(106.1, 21)]],
  ])
  const picture = outlinesPicture(outlines, ['A', 'B', 'lacking'])
  expect(picture.shapes.map(each => each.area)).toEqual(['A', 'B'])
  const [a, b] = picture.shapes
  expect(b!.x - a!.x).toBeCloseTo(492, -1)
  // A tenth of a degree is shorter eastwards than northwards, by the cosine of the latitude.
  expect(picture.height - 16).toBeCloseTo(492 / Math.cos((21.05 * Math.PI) / 180), -1)
  const svg = drawMap(picture, 'm', 'T', area => ({
    tone: area === 'A' ? 's3' : 'none',
    said: `<${area}>`,
    href: `/areas/${area}`,
    name: area,
    number: '1',
    chosen: area === 'A',
  }))
  expect(svg).toContain('aria-label="&lt;A&gt;"')
  expect(svg).toContain('fill="url(#m-none)"')
  expect(svg.indexOf('/areas/B')).toBeLessThan(svg.indexOf('/areas/A'))
  expect(svg).not.toMatch(/NaN|undefined/)
})
