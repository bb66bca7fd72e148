import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cellAt, read } from '../../src/cube/read.ts'
import { indexOf } from '../../src/cube/calendar.ts'
import { rollUp } from '../../src/cube/roll.ts'
import type { Cube } from '../../src/cube/cube.ts'
import { month, oneDay, periodCode, year, type Period } from '../../src/measure/period.ts'
import { ratio } from '../../src/measure/ratio.ts'
import type { Observation } from '../../src/plan/observation.ts'
import type { Indicator } from '../../src/plan/plan.ts'
import { mapOn } from '../../src/territory/map.ts'
import type { Territory } from '../../src/territory/territory.ts'
import { oracle, shown } from './oracle.ts'
import { ALL_PERIODS, cubeFrom, DAY, draw, figureOf, indicatorOf, shape, tree } from './world.ts'

const RULES: readonly Indicator[] = [
  indicatorOf('sum'),
  indicatorOf('mean', { overTime: 'mean' }),
  indicatorOf('last', { overTime: 'last', sources: ['s', 'other'] }),
  indicatorOf('timeless', { overTime: 'none' }),
  indicatorOf('alone', { overAreas: 'none', overTime: 'last' }),
  indicatorOf('met', { overAreas: 'recount', overTime: 'last', decimals: 0 }),
]

/** Every cell of a cube as the oracle tells it. */
function compareAll(cube: Cube, territory: Territory, figures: readonly Observation[], indicators = RULES): void {
  const map = mapOn(territory, DAY)
  const ask = oracle(map, figures, indicators)
  const wrong: string[] = []
  for (const column of cube.columns)
    for (const area of map.areas.keys())
      for (const period of [...ALL_PERIODS, oneDay('2023-05-02')]) {
        const { indicator } = column
        const index = indexOf(column.calendar, period)
        if (index < 0) continue
        const cell = cellAt(cube, column, cube.axis.rows.get(area) ?? -1, index)
        const told = ask(indicator.code, area, period)
        if (indicator.overAreas === 'recount' && cell.kind === 'value' && cell.how === 'own') continue
        const value = told.covered > 0 ? shown(indicator, period, told) : null
        const expected = [
          told.covered === 0 ? 'absent' : told.covered < told.due ? 'partial' : 'value',
          value && `${value.num}/${value.den}`,
          told.covered > 0 && told.covered < told.due ? `${told.covered} of ${told.due}` : null,
        ]
        const found = [
          cell.kind,
          cell.kind === 'absent' ? null : `${cell.value.num}/${cell.value.den}`,
          cell.kind === 'partial' ? `${cell.coverage.covered} of ${cell.coverage.due}` : null,
        ]
        if (found.join() !== expected.join())
          wrong.push(`${indicator.code} ${area} ${periodCode(period)}: ${found.join()}, not ${expected.join()}`)
      }
  expect(wrong.slice(0, 10)).toEqual([])
}

const areasOf = (territory: Territory): string[] => [...territory.areas.keys()]
const leavesOf = (territory: Territory): string[] => {
  const parents = new Set([...territory.areas.values()].map(area => area.facts[0]?.parent))
  return areasOf(territory).filter(id => !parents.has(id))
}

describe('a cube answers as the slow way does', () => {
  test('dense figures of leaves, some missing', () => {
    fc.assert(
      fc.property(shape, fc.array(draw, { maxLength: 40 }), (given, changes) => {
        const territory = tree(given)
        const leaves = leavesOf(territory)
        const figures = RULES.flatMap(indicator =>
          leaves.flatMap((_, a) =>
            [2022, 2023].flatMap(y =>
              Array.from({ length: 12 }, (_, m) =>
                figureOf(
                  { area: a, period: (y - 2022) * 12 + m, value: a * 1000 + y + m * 7, kind: 20, source: 1 },
                  indicator,
                  leaves,
                  1,
                  false,
                ),
              ),
            ),
          ),
        )
        const revised = changes.map((change, i) =>
          figureOf(change, RULES[i % RULES.length] ?? indicatorOf('sum'), leaves, i + 2, false),
        )
        const all = [...figures, ...revised]
        const cube = cubeFrom(territory, RULES, all)
        expect(cube.columns.every(column => column.on !== null)).toBe(leaves.length * 2 >= territory.areas.size)
        compareAll(cube, territory, all)
        rollUp(cube)
        compareAll(cube, territory, all)
      }),
      { numRuns: 6 },
    )
  })

  test('single figures, of areas above and longer periods and several sources too', () => {
    fc.assert(
      fc.property(shape, fc.array(draw, { maxLength: 120 }), (given, changes) => {
        const territory = tree(given)
        const areas = areasOf(territory)
        const all = changes.map((change, i) =>
          figureOf(change, RULES[i % RULES.length] ?? indicatorOf('sum'), areas, i + 1, true),
        )
        const cube = cubeFrom(territory, RULES, all)
        rollUp(cube)
        compareAll(cube, territory, all)
      }),
      { numRuns: 15 },
    )
  })

  test('dense figures with those of areas above, longer periods and several sources among them', () => {
    fc.assert(
      fc.property(shape, fc.array(draw, { maxLength: 60 }), (given, changes) => {
        const territory = tree(given)
        const areas = areasOf(territory)
        const figures = RULES.flatMap(indicator =>
          areas.flatMap((_, a) =>
            Array.from({ length: 24 }, (_, m) =>
              figureOf(
                { area: a, period: m, value: a * 1000 + m * 7, kind: 20, source: 1 },
                indicator,
                areas,
                1,
                false,
              ),
            ),
          ),
        ).filter((_, i) => i % 7 !== 0)
        const more = changes.map((change, i) =>
          figureOf(change, RULES[i % RULES.length] ?? indicatorOf('sum'), areas, i + 2, true),
        )
        const all = [...figures, ...more]
        const cube = cubeFrom(territory, RULES, all)
        rollUp(cube)
        compareAll(cube, territory, all)
      }),
      { numRuns: 8 },
    )
  })
})

describe('wide columns', () => {
  test('sums at and beyond 2^53 are exact, and are told from narrow ones by their bound', () => {
    const territory = tree([3])
    const indicator = indicatorOf('money', { decimals: 0 })
    const most = Number.MAX_SAFE_INTEGER
    for (const values of [
      [most - 2, 1, 1],
      [most, 1, 1],
      [most, most, -most],
      [-most, -most, -most],
    ]) {
      const figures = values.map((value, i) => big(`d0c${i}`, month(2022, 1), BigInt(value), indicator))
      const cube = cubeFrom(territory, [indicator], figures)
      rollUp(cube)
      const cell = read(cube, 0, 'p', month(2022, 1))
      expect(cell.kind !== 'absent' && cell.value).toEqual(ratio(values.reduce((a, b) => a + BigInt(b), 0n)))
      expect(cube.columns[0]?.rest.values.length).toBe(values[0] === most - 2 ? 1 : 2)
    }
  })

  test('a column of large money with decimals, dense, with longer periods', () => {
    fc.assert(
      fc.property(shape, fc.array(fc.maxSafeInteger(), { minLength: 5, maxLength: 20 }), (given, values) => {
        const territory = tree(given)
        const areas = areasOf(territory)
        const indicators = [indicatorOf('a', { decimals: 4 }), indicatorOf('b', { decimals: 4, overTime: 'mean' })]
        const figures = indicators.flatMap(indicator =>
          areas.flatMap((area, a) =>
            Array.from({ length: 24 }, (_, m) =>
              big(
                area,
                month(2022 + Math.floor(m / 12), (m % 12) + 1),
                BigInt(values[(a * 24 + m) % values.length] ?? 0),
                indicator,
              ),
            ),
          ),
        )
        const cube = cubeFrom(territory, indicators, figures)
        rollUp(cube)
        compareAll(cube, territory, figures, indicators)
      }),
      { numRuns: 5 },
    )
  })
})

const big = (area: string, period: Period, value: bigint, indicator: Indicator): Observation => ({
  indicator: indicator.code,
  method: '',
  area,
  map: null,
  period,
  breakdown: {},
  source: 's',
  value: { coefficient: value, scale: 0 },
  status: 'official',
  note: '',
  log: 1,
})

test('a total of which something is missing is never a value', () => {
  const territory = tree([2])
  const indicator = indicatorOf('sum', { decimals: 0 })
  const figures = [big('d0c0', month(2022, 1), 5n, indicator)]
  const cube = cubeFrom(territory, [indicator], figures)
  rollUp(cube)
  expect(read(cube, 0, 'p', month(2022, 1))).toMatchObject({ kind: 'partial', coverage: { covered: 1, due: 2 } })
  expect(read(cube, 0, 'p', year(2022))).toMatchObject({ kind: 'partial', coverage: { covered: 1, due: 24 } })
  expect(read(cube, 0, 'p', month(2022, 2))).toMatchObject({ kind: 'absent' })
})
