import type { Cube } from '../../src/cube/cube.ts'
import { cellAt } from '../../src/cube/read.ts'
import { periodCode, previousPeriod, shiftYears, type Period } from '../../src/measure/period.ts'
import { addRatio, divideRatio, multiplyRatio, ONE, ratio, subtractRatio, type Ratio } from '../../src/measure/ratio.ts'
import type { Observation } from '../../src/plan/observation.ts'
import type { Indicator } from '../../src/plan/plan.ts'
import { mapOn } from '../../src/territory/map.ts'
import { madeOracle } from './oracle.ts'
import { ALL_PERIODS } from './world.ts'

type Asked = (code: string, period: Period) => Ratio | null
type ByHand = (of: Asked, period: Period) => Ratio | null

const HUNDRED = ratio(100n)

/** Formulas, each with the same by hand. */
export const BY_HAND: Readonly<Record<string, ByHand>> = {
  'share([people]; [jobs])': (of, period) => {
    const [people, jobs] = [of('people', period), of('jobs', period)]
    return people && jobs && jobs.num !== 0n ? multiplyRatio(divideRatio(people, jobs), HUNDRED) : null
  },
  'growth([people])': (of, period) => {
    const [now, before] = [of('people', period), of('people', shiftYears(period, -1))]
    return now && before && before.num !== 0n
      ? multiplyRatio(subtractRatio(divideRatio(now, before), ONE), HUNDRED)
      : null
  },
  '[people] - previous([people])': (of, period) => {
    const [now, before] = [of('people', period), of('people', previousPeriod(period))]
    return now && before ? subtractRatio(now, before) : null
  },
  '[people] + [jobs]': (of, period) => {
    const [people, jobs] = [of('people', period), of('jobs', period)]
    return people && jobs ? addRatio(people, jobs) : null
  },
  '[rate] - [poor]': (of, period) => {
    const [rate, poor] = [of('rate', period), of('poor', period)]
    return rate && poor ? subtractRatio(rate, poor) : null
  },
  '[all] - [jobs]': (of, period) => {
    const [all, jobs] = [of('all', period), of('jobs', period)]
    return all && jobs ? subtractRatio(all, jobs) : null
  },
}

/** Where a cube and the slow way differ; the figures are those of areas of the cube's map, the last of a key stands. */
export function wrong(cube: Cube, figures: readonly Observation[], indicators: readonly Indicator[]): string[] {
  const map = mapOn(cube.territory, cube.axis.day)
  const hands = indicators.flatMap(({ code, formula }): [string, ByHand][] => {
    const hand = formula === undefined ? undefined : BY_HAND[formula]
    return hand ? [[code, hand]] : []
  })
  const ask = madeOracle(map, figures, indicators, Object.fromEntries(hands))
  const found: string[] = []
  for (const column of cube.columns)
    for (const area of map.areas.keys())
      for (const period of ALL_PERIODS) {
        const index = column.calendar.periods.findIndex(each => periodCode(each) === periodCode(period))
        if (index < 0) continue
        const cell = cellAt(cube, column, cube.axis.rows.get(area) ?? -1, index)
        const { value, covered, due } = ask(column.slice.indicator, area, period)
        const expected = value === null ? 'absent' : covered < due ? `partial ${covered}/${due}` : 'value'
        const said = cell.kind === 'partial' ? `partial ${cell.coverage.covered}/${cell.coverage.due}` : cell.kind
        const [a, b] = [
          value && `${value.num}/${value.den}`,
          cell.kind === 'absent' ? null : `${cell.value.num}/${cell.value.den}`,
        ]
        if (said !== expected || a !== b)
          found.push(`${column.slice.indicator} ${area} ${periodCode(period)}: ${said} ${b}, not ${expected} ${a}`)
      }
  return found
}
