import { divideRatio, multiplyRatio, ONE, ratio, type Ratio } from '../measure/ratio.ts'
import { parseUnit, sameDimensions, type Unit } from '../measure/unit.ts'
import type { Indicator, Measure } from '../plan/plan.ts'
import { changeOf } from './changing.ts'

/** "… a year" beside a bound on yearly figures says how often, not what: "9.000 ha/năm", "8%/năm". */
const A_YEAR = /\s*(?:\/|mỗi|hàng|hằng|một)\s*năm$/iu
export const withoutYear = (unit: string): string => unit.replace(A_YEAR, '')

/**
 * How many of the measure's unit one of the indicator's unit is; null where they measure different things. A relative
 * change is in percent whatever the indicator is in; a change of a percentage is in points.
 */
export function factorBetween(measure: Measure, indicator: Indicator): Ratio | null {
  const { shape, unit } = measure
  if (shape.kind === 'milestone') return ONE
  const changing = changeOf(shape)
  if (changing?.basis === 'relative') {
    const percent = parseUnit(withoutYear(unit))
    // A relative change in ‰ would need another scale for every formula; percent is what plans print.
    return percent?.text === '%' ? ONE : null
  }
  if (unit === indicator.unit) return ONE
  const points = changing !== null
  const to = parseUnit(points ? asPercent(withoutYear(unit)) : unit)
  const from = parseUnit(points ? asPercent(indicator.unit) : indicator.unit)
  if (!to || !from) return null
  return sized(from, to) ?? yearly(unit, indicator.unit)
}

const asPercent = (unit: string): string => (parseUnit(unit)?.text === 'điểm %' ? '%' : unit)

const sized = (from: Unit, to: Unit): Ratio | null =>
  sameDimensions(from, to) ? divideRatio(from.size, to.size) : null

function yearly(measure: string, indicator: string): Ratio | null {
  const [to, from] = [parseUnit(withoutYear(measure)), parseUnit(withoutYear(indicator))]
  return to && from ? sized(from, to) : null
}

/** The digits behind the mark that keep an indicator's figures whole in another unit. */
export function digitsAfter(decimals: number, factor: Ratio): number {
  let [digits, scale] = [decimals, factor]
  while (digits < 12 && scale.den !== 1n && scale.num * 10n <= scale.den) {
    digits += 1
    scale = multiplyRatio(scale, ratio(10n))
  }
  return digits
}

/** A change of a percentage, and the distance between two, are told in points. */
export const pointsUnit = (unit: string): string => (unit.startsWith('%') ? unit.replace('%', 'điểm %') : unit)

/** How many of one unit another is; null where they measure different things. */
export function between(from: string, to: string): Ratio | null {
  if (from === to) return ONE
  const [a, b] = [parseUnit(from), parseUnit(to)]
  return a && b && sized(a, b)
}
