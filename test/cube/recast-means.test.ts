import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { recastCube } from '../../src/cube/recast-cube.ts'
import { read } from '../../src/cube/read.ts'
import { rollUp } from '../../src/cube/roll.ts'
import { absent } from '../../src/measure/absence.ts'
import { dec } from '../../src/measure/decimal.ts'
import { endOf, month, quarter, year, type Period } from '../../src/measure/period.ts'
import { ratio } from '../../src/measure/ratio.ts'
import type { Observation } from '../../src/plan/observation.ts'
import type { Indicator } from '../../src/plan/plan.ts'
import { factOn, type Territory } from '../../src/territory/territory.ts'
import { area, historyIn, link } from './histories.ts'
import { nothingReached, onMap } from './on-map.ts'
import { ALL_PERIODS, cubeFrom, draw, figureOf, indicatorOf, territoryOf, WEIGHED } from './world.ts'
import { wrong } from './wrong.ts'

const INDICATORS: readonly Indicator[] = [
  ...WEIGHED,
  indicatorOf('mixed', { unit: '%', overAreas: 'weightedMean', overTime: 'last', weight: 'people' }),
  indicatorOf('quarterly', { frequency: 'Q', unit: '%', overAreas: 'weightedMean', overTime: 'last', weight: 'land' }),
  indicatorOf('share', { unit: '%', overAreas: 'none', overTime: 'none', formula: 'share([people]; [jobs])' }),
  indicatorOf('gap', { unit: 'điểm %', overAreas: 'none', overTime: 'none', formula: '[rate] - [poor]' }),
]
const GIVEN = INDICATORS.slice(0, 7)
const DATES = ['2022-04-01', '2022-09-15', '2023-01-01', '2023-07-01']
const DAYS = ['2022-01-01', '2022-06-01', '2023-12-31'] as const

/** What areas gave of every period that each existed in to its end, a share of it left out. */
function givenBy(territory: Territory, every: number): Observation[] {
  const months = ALL_PERIODS.filter(({ frequency, length }) => frequency === 'M' && length === 1)
  return GIVEN.flatMap((indicator, g) =>
    months.flatMap((period, m) =>
      [...territory.areas.values()].flatMap((each, a) =>
        each.id === 'w' || !factOn(each, period.start) || (g + m * 5 + a * 3) % every === 0
          ? []
          : [{ ...figureOf({ area: 0, period: 0, value: 1 + ((a * 77 + m * 13 + g) % 1000), kind: 20, source: 1 }, indicator, [each.id], 1, false), period }],
      ),
    ),
  )
} // prettier-ignore

describe('weighted means on another map', () => {
  for (const longer of [false, true])
    test(`are what the slow way makes of them, rolled up or not (${longer ? 'figures of every kind' : 'of leaves and months'})`, () => {
      const reached = nothingReached()
      let [rolled, open] = [0, 0]
      fc.assert(
        fc.property(historyIn('w', DATES), fc.oneof(fc.constant([]), fc.array(draw, { maxLength: 60 })), fc.constantFrom(3, 50, 1000), fc.constantFrom(...DAYS), fc.constantFrom(...DAYS), ({ territory }, draws, every, home, day) => {
          const areas = [...territory.areas.keys()].filter(id => longer || id !== 'w')
          const more = draws.map((each, i) => ({ ...figureOf(each, GIVEN[i % GIVEN.length] ?? indicatorOf('people'), areas, 2 + i, longer), source: 's' }))
          const figures = [...givenBy(territory, every), ...more]
          const cube = recastCube(cubeFrom(territory, INDICATORS, figures, home), day)
          const slow = onMap(territory, day, figures, INDICATORS, reached)
          expect(wrong(cube, slow, INDICATORS).slice(0, 5)).toEqual([])
          rollUp(cube)
          expect(wrong(cube, slow, INDICATORS).slice(0, 5)).toEqual([])
          for (const { means, totals } of cube.columns) {
            if (means && totals?.below) rolled += 1
            if (totals?.open?.includes(1)) open += 1
          }
        }),
        { numRuns: 15, endOnFailure: true },
      ) // prettier-ignore
      const { means, longer: ofLonger, unweighed, cut } = reached
      expect(means).toBeGreaterThan(500)
      expect(ofLonger).toBeGreaterThan(100)
      expect(unweighed).toBeGreaterThan(10)
      if (longer) expect(cut).toBeGreaterThan(5)
      else expect([rolled, open].map(n => n > 0)).toEqual([true, true])
    })

  test('added up after the recast they are what they were before, in every period that lies on one map', () => {
    let same = 0
    fc.assert(
      fc.property(historyIn('w', DATES), fc.constantFrom(100, 1000), ({ territory }, every) => {
        const figures = givenBy(territory, every)
        const cubes = DAYS.map(day => recastCube(cubeFrom(territory, INDICATORS, figures, day), day))
        cubes.forEach(cube => rollUp(cube))
        const dates = territory.reorganisations.map(event => event.date)
        for (const period of ALL_PERIODS.filter(each => !dates.some(date => date > each.start && date < endOf(each))))
          for (const indicator of GIVEN.slice(3, 6)) {
            const cells = cubes.flatMap(cube => {
              const cell = read(cube, cube.bySlice.get(`${indicator.code}\n\n{}`) ?? -1, 'w', period)
              return cell.kind === 'value' ? [cell.value] : []
            })
            for (const value of cells.slice(1)) expect(value).toEqual(cells[0])
            same += Math.max(0, cells.length - 1)
          }
      }),
      { numRuns: 10 },
    )
    expect(same).toBeGreaterThan(100)
  })

  const one = territoryOf(
    [area('p', '2000-01-01', null), area('a', '2000-01-01', '2023-07-01', 'p'), area('b', '2000-01-01', '2023-07-01', 'p'), area('c', '2023-07-01', null, 'p')],
    [{ kind: 'links', date: '2023-07-01', links: [link('a', 'c'), link('b', 'c')], basis: 'x' }],
  ) // prettier-ignore
  const give = (code: string, id: string, period: Period, text: string | null): Observation => ({
    ...figureOf({ area: 0, period: 0, value: 0, kind: 20, source: 1 }, indicatorOf(code), [id], 1, false),
    period,
    value: text === null ? absent('withheld') : dec(text),
  })
  const cellOf = (figures: readonly Observation[], code: string, period: Period, id = 'c') => {
    const cube = recastCube(cubeFrom(one, INDICATORS, figures), '2023-12-31')
    rollUp(cube)
    return read(cube, cube.bySlice.get(`${code}\n\n{}`) ?? -1, id, period)
  }
  const march = month(2023, 3)
  const LAND = [give('land', 'a', march, '1'), give('land', 'b', march, '2')]
  const POOR = [give('poor', 'a', march, '10'), give('poor', 'b', march, '20')]

  test('weigh what the areas had with what they weighed then, exactly, and say so', () => {
    const mean = { kind: 'value', value: ratio(50n, 3n), how: 'summed' }
    expect(cellOf([...LAND, ...POOR], 'poor', march)).toMatchObject(mean)
    expect(cellOf([...LAND, ...POOR], 'poor', quarter(2023, 1))).toMatchObject({ kind: 'value', value: ratio(50n, 3n) })
    expect(cellOf([...LAND, ...POOR], 'poor', march, 'p')).toMatchObject({ kind: 'value', value: ratio(50n, 3n) })
    expect(cellOf([...LAND, ...POOR, give('poor', 'c', march, '17')], 'poor', march)).toMatchObject({ value: ratio(17n), how: 'own' }) // prettier-ignore
  })

  test('a weight of another month is not taken, and what is lacking is said', () => {
    const why = (figures: readonly Observation[]) => {
      const cell = cellOf(figures, 'poor', march)
      return cell.kind === 'absent' && cell.why
    }
    const unknown = absent('notComputable', 'cube.weight-unknown')
    expect(why([...LAND.slice(1), give('land', 'a', month(2023, 2), '1'), ...POOR])).toEqual(unknown)
    expect(why([...LAND, ...POOR.slice(1)])).toEqual(absent('notReported'))
    expect(why([...LAND, ...POOR.slice(1), give('poor', 'a', march, null)])).toEqual(absent('withheld'))
    expect(why([give('land', 'a', march, '0'), give('land', 'b', march, '0'), ...POOR])).toEqual(absent('notComputable', 'cube.nothing-below')) // prettier-ignore
  })

  test('a figure of a whole year is brought over to a map that begins within the year', () => {
    const people = [give('people', 'a', year(2023), '40'), give('people', 'b', year(2023), '2')]
    expect(cellOf(people, 'people', year(2023))).toMatchObject({ kind: 'value', value: ratio(42n), how: 'summed' })
    expect(cellOf(people, 'people', year(2023), 'p')).toMatchObject({ kind: 'value', value: ratio(42n) })
    expect(cellOf(people.slice(1), 'people', year(2023))).toMatchObject({ kind: 'absent' })
    const rates = [give('rate', 'a', year(2023), '21'), give('rate', 'b', year(2023), '0'), ...people]
    expect(cellOf(rates, 'rate', year(2023))).toMatchObject({ kind: 'value', value: ratio(20n), how: 'summed' })
    expect(cellOf([...people, give('people', 'c', year(2023), '41')], 'people', year(2023))).toMatchObject({ value: ratio(41n), how: 'own' }) // prettier-ignore
  })
})
