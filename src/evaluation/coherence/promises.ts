import { addDays, firstYear, lastYear, samePeriod, type Period } from '../../measure/period.ts'
import { addRatio, divideRatio, fromDecimal, multiplyRatio, subtractRatio, type Ratio } from '../../measure/ratio.ts'
import type { Observation } from '../../plan/observation.ts'
import type { Indicator, Measure, Plan, Shape, Target } from '../../plan/plan.ts'
import { ABOUT } from '../limits.ts'
import { indexFigures, seriesFor, type Knowledge, type NameOf, type Series } from '../series.ts'
import { digitsAfter, factorBetween } from '../units.ts'

/** One measure on one indicator, with what is known from before the term. */
export interface Promised<S extends Shape = Shape> {
  readonly target: Target
  readonly measure: Measure
  readonly shape: S
  readonly indicator: Indicator
  /** How many of the measure's unit one of the indicator's is. */
  readonly factor: Ratio
  readonly decimals: number
  readonly past: Series
}

export interface Promises {
  readonly plan: Plan
  /** What areas are called. */
  readonly nameOf: NameOf | undefined
  readonly all: readonly Promised[]
}

export function promisesOf(
  plan: Plan,
  observations: readonly Observation[],
  { asOfLog, nameOf }: Pick<Knowledge, 'asOfLog' | 'nameOf'> = {},
): Promises {
  const start = `${String(plan.term.from).padStart(4, '0')}-01-01`
  const index = indexFigures(plan, observations, { on: addDays(start, -1), asOfLog })
  const indicators = new Map(plan.indicators.map(i => [i.code, i]))
  const all = plan.targets.flatMap(target =>
    target.measures.flatMap(measure =>
      measure.indicators.flatMap((code): Promised[] => {
        const indicator = indicators.get(code)
        const factor = indicator && factorBetween(measure, indicator)
        if (!indicator || !factor) return []
        const past = seriesFor(plan, indicator, index, { frequency: 'A', start: addDays(start, -366), length: 1 }, '')
        return [
          {
            target,
            measure,
            shape: measure.shape,
            indicator,
            factor,
            decimals: digitsAfter(indicator.decimals, factor),
            past,
          },
        ]
      }),
    ),
  )
  return { plan, nameOf, all }
}

/** The promises of some shapes. */
export const ofShape = <K extends Shape['kind']>(
  { all }: Promises,
  ...kinds: readonly K[]
): Promised<Extract<Shape, { kind: K }>>[] =>
  all.filter((p): p is Promised<Extract<Shape, { kind: K }>> => (kinds as readonly string[]).includes(p.shape.kind))

/** The ends of a bound as printed, in its own unit; null where it is open. "About" reaches 2% further. */
export function printedEnds({ bound }: Measure): { readonly low: Ratio | null; readonly high: Ratio | null } {
  if (!bound) return { low: null, high: null }
  const [low, high] = [bound.low && fromDecimal(bound.low), bound.high && fromDecimal(bound.high)]
  if (bound.kind !== 'about') return { low, high }
  const slack = (at: Ratio) => multiplyRatio(at.num < 0n ? { num: -at.num, den: at.den } : at, ABOUT)
  return { low: low && subtractRatio(low, slack(low)), high: high && addRatio(high, slack(high)) }
}

/** What the promise asks for at the most, towards the good side; null where it names no number on that side. */
export function mostPromised(p: Promised): Ratio | null {
  const { low, high } = printedEnds(p.measure)
  switch (p.indicator.direction) {
    case 'up':
      return low && (high ?? low)
    case 'down':
      return high && (low ?? high)
    case 'none':
      return null
    default:
      return p.indicator.direction satisfies never
  }
}

/** The yearly figures from before the term, oldest first, in the measure's unit. */
export function yearlyPast(
  p: Promised,
): readonly { readonly year: number; readonly value: Ratio; readonly period: Period }[] {
  return p.past.figures
    .filter(c => c.figure.period.frequency === 'A' && c.figure.period.length === 1)
    .map(({ figure }) => ({
      year: firstYear(figure.period),
      period: figure.period,
      value: multiplyRatio(fromDecimal(figure.value), p.factor),
    }))
}

export const perYear = (from: Ratio, to: Ratio, years: number): Ratio =>
  divideRatio(subtractRatio(to, from), { num: BigInt(years), den: 1n })

export const dueYear = ({ shape }: Promised): number => lastYear(shape.when)
export const sameWhen = (a: Promised, b: Promised): boolean => samePeriod(a.shape.when, b.shape.when)
