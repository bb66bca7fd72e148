import fc from 'fast-check'
import { expect, test } from 'vitest'
import { recast, type Reported, type SplitBy } from '../../src/cube/recast.ts'
import { recastCube } from '../../src/cube/recast-cube.ts'
import { cellAt, read } from '../../src/cube/read.ts'
import { rollUp } from '../../src/cube/roll.ts'
import { absent } from '../../src/measure/absence.ts'
import { decimal, sum, type Decimal } from '../../src/measure/decimal.ts'
import { lastDay, quarter, year, type Period } from '../../src/measure/period.ts'
import { fromDecimal } from '../../src/measure/ratio.ts'
import type { Observation } from '../../src/plan/observation.ts'
import { factOn, type Territory } from '../../src/territory/territory.ts'
import { transition } from '../../src/territory/transition.ts'
import { historyIn } from './histories.ts'
import { cubeFrom, indicatorOf } from './world.ts'

const YEARS = { from: 2000, to: 2005 }
const QUARTERS: readonly Period[] = [2000, 2001, 2002, 2003, 2004, 2005].flatMap(y =>
  [1, 2, 3, 4].map(q => quarter(y, q)),
)
const DAYS = ['2000-06-01', '2002-06-01', '2005-12-31'] as const
const INDICATORS = [
  indicatorOf('sum', { frequency: 'Q' }),
  indicatorOf('money', { frequency: 'Q', decimals: 0 }),
  indicatorOf('met', { frequency: 'Q', overAreas: 'recount', overTime: 'last', decimals: 0 }),
]

const areasOn = (territory: Territory, day: string): string[] =>
  [...territory.areas.values()].filter(each => each.id !== 'w' && factOn(each, day)).map(({ id }) => id)

/** What each area of its day reported, some of them nothing. */
function reportedBy(territory: Territory, seeds: readonly number[], gaps: boolean): Observation[] {
  return INDICATORS.flatMap(({ code, decimals }, i) =>
    QUARTERS.flatMap((period, q) =>
      areasOn(territory, lastDay(period)).flatMap((area, a) => {
        const seed = seeds[(i * 31 + q * 7 + a) % seeds.length] ?? 0
        if (gaps && seed % 5 === 0) return []
        const value = code === 'money' ? BigInt(seed) * 9_007_199_254n : BigInt(code === 'met' ? seed & 1 : seed)
        return {
          indicator: code,
          method: '',
          area,
          map: null,
          period,
          breakdown: {},
          source: 's',
          value: gaps && seed % 7 === 0 ? absent(seed % 2 === 0 ? 'withheld' : 'notDue') : decimal(value, decimals),
          status: 'official' as const,
          note: '',
          log: 1,
        }
      }),
    ),
  )
}

const seeds = fc.array(fc.integer({ min: 0, max: 1_000_000 }), { minLength: 3, maxLength: 17 })
const by = fc.constantFrom<SplitBy[]>('population', 'equal', null)

test('every figure is what the recast of one period makes of it', () => {
  fc.assert(
    fc.property(
      historyIn('w'),
      seeds,
      by,
      fc.boolean(),
      fc.constantFrom(...DAYS),
      fc.constantFrom(...DAYS),
      (made, given, weight, gaps, home, day) => {
        const { territory } = made
        const figures = reportedBy(territory, given, gaps)
        const cube = recastCube(cubeFrom(territory, INDICATORS, figures, home, Infinity, YEARS), day, weight)
        const wrong: string[] = []
        for (const column of cube.columns.slice(0, 2))
          for (const [q, period] of QUARTERS.entries()) {
            const reported: Reported = new Map(
              figures
                .filter(f => f.indicator === column.slice.indicator && f.period === period)
                .map(f => [f.area, f.value]),
            )
            const cast = recast(transition(territory, lastDay(period), day), reported, weight)
            for (const area of areasOn(territory, day)) {
              const expected = cast.of(area)
              const cell = cellAt(cube, column, cube.axis.rows.get(area) ?? -1, q)
              const said = cell.kind === 'absent' ? cell.why.absent : `${cell.value.num}/${cell.value.den}`
              const ratio = expected.how === 'absent' ? null : fromDecimal(expected.value)
              const want = expected.how === 'absent' ? expected.value.absent : `${ratio?.num}/${ratio?.den}`
              const same =
                said === want ||
                (cell.kind === 'absent' && want === 'notComputable' && !someSaid(reported, expected.from))
              if (!same) wrong.push(`${column.slice.indicator} ${area} ${period.start} ${said}, not ${want}`)
            }
          }
        expect(wrong.slice(0, 5)).toEqual([])
      },
    ),
    { numRuns: 40 },
  )
})

const someSaid = (reported: Reported, ids: readonly string[]) => ids.some(id => reported.has(id))

test('what is added up after the recast is what was added up before it', () => {
  fc.assert(
    fc.property(historyIn('w'), seeds, fc.constantFrom(...DAYS), ({ territory }, given, day) => {
      const figures = reportedBy(territory, given, false)
      const cube = recastCube(cubeFrom(territory, INDICATORS, figures, '2005-12-31', Infinity, YEARS), day, 'equal')
      rollUp(cube)
      for (const [number, column] of cube.columns.slice(0, 2).entries())
        for (const period of [quarter(2001, 3), year(2003)]) {
          const inside = figures.filter(
            f =>
              f.indicator === column.slice.indicator &&
              f.period.start.slice(0, 4) === period.start.slice(0, 4) &&
              (period.frequency === 'A' || f.period === QUARTERS[6]),
          )
          const total = sum(inside.map(f => f.value as Decimal))
          expect(read(cube, number, 'w', period)).toMatchObject({ kind: 'value', value: fromDecimal(total) })
        }
    }),
    { numRuns: 25 },
  )
})

test('a standard that an area met is not carried into one that was made of it', () => {
  fc.assert(
    fc.property(historyIn('w'), seeds, ({ territory }, given) => {
      const figures = reportedBy(territory, given, false)
      const cube = recastCube(
        cubeFrom(territory, INDICATORS, figures, '2005-12-31', Infinity, YEARS),
        '2005-12-31',
        'equal',
      )
      const column = cube.columns[2]
      const first = areasOn(territory, '2000-06-01')
      for (const area of areasOn(territory, '2005-12-31')) {
        const cell = column && cellAt(cube, column, cube.axis.rows.get(area) ?? -1, 0)
        expect(cell).toMatchObject(
          first.includes(area) ? { kind: 'value' } : { kind: 'absent', why: { absent: 'notAssessed' } },
        )
      }
    }),
    { numRuns: 25 },
  )
})
