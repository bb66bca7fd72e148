import { dec, type Decimal } from '../measure/decimal.ts'
import {
  compareRatio,
  divideRatio,
  fromDecimal,
  multiplyRatio,
  ratio,
  subtractRatio,
  type Ratio,
} from '../measure/ratio.ts'
import { aim } from './limits.ts'
import { pointsTo } from './line.ts'
import { ofRatio, roundQuantity, type Quantity } from './quantity.ts'
import { inUnit, type Task } from './task.ts'
import { endDay, endPlace, STEPS_IN_A_YEAR } from './timeline.ts'

/** What the method says, in its own words. */
export const GROWTH_RATIO_WORDS = [
  'targetAchieved',
  'substantialProgress',
  'moderateProgress',
  'limitedProgress',
  'deterioration',
  'notAvailable',
] as const
export type GrowthRatioWord = (typeof GROWTH_RATIO_WORDS)[number]

/**
 * Observed against required growth, as Open SDG computes it for quantitative targets (sdg-build `ProgressMeasure.py`,
 * methodology 2): the compound annual growth rate so far by the one that would have led to the target. For comparison only:
 * no status rests on it (docs/methods.md says why).
 */
export interface GrowthRatio {
  /** In percent a year, kept as powers; null where the method has none. */
  readonly observed: Quantity | null
  readonly required: Quantity | null
  /** Observed by the size of required, turned so that up is good; rates cut to twelve digits. */
  readonly ratio: Ratio | null
  readonly word: GrowthRatioWord
  /** Where a zero was put as 0,001, as the method does. */
  readonly replaced: readonly ('base' | 'target')[]
}

export interface GrowthRatioInput {
  readonly base: Ratio
  readonly current: Ratio
  readonly target: Ratio
  /** Whole years from the base to the current figure and to the target. */
  readonly years: number
  readonly term: number
  readonly good: 'up' | 'down'
}

/** Thresholds of the method's defaults. */
const SUBSTANTIAL = ratio(95n, 100n)
const MODERATE = ratio(60n, 100n)
/** What the method puts in the place of a zero. */
const ALMOST_ZERO: Decimal = dec('0.001')
const DIGITS = 12

export function growthRatio(input: GrowthRatioInput): GrowthRatio {
  const { years, term, good, current } = input
  const nothing = (word: GrowthRatioWord): GrowthRatio => ({
    observed: null,
    required: null,
    ratio: null,
    word,
    replaced,
  })
  const replaced = [
    ...(input.base.num === 0n ? (['base'] as const) : []),
    ...(input.target.num === 0n ? (['target'] as const) : []),
  ]
  const instead = (a: Ratio): Ratio => (a.num === 0n ? fromDecimal(ALMOST_ZERO) : a)
  const [base, target] = [instead(input.base), instead(input.target)]
  const order = compareRatio(current, target)
  const achieved = good === 'up' ? order >= 0 : order <= 0
  const crossed = (a: Ratio) => (base.num > 0n && a.num < 0n) || (base.num < 0n && a.num > 0n)
  // An even root of a change of sign is no number; the program it is taken from stops there.
  if (crossed(current) || crossed(target) || years < 1) return nothing(achieved ? 'targetAchieved' : 'notAvailable')
  const rate = (to: Ratio, periods: number): Quantity => ({
    kind: 'meanRate',
    factor: divideRatio(to, base),
    periods,
    change: 'up',
  })
  const [observed, required] = [rate(current, years), rate(target, term)]
  const [o, r] = [observed, required].map(q => roundQuantity(q, DIGITS)).map(d => d && fromDecimal(d))
  if (!o || !r || r.num === 0n) return { ...nothing(achieved ? 'targetAchieved' : 'notAvailable'), observed, required }
  const sign = ratio((base.num < 0n ? -1n : 1n) * (good === 'up' ? 1n : -1n))
  const found = multiplyRatio(sign, divideRatio(o, r.num < 0n ? subtractRatio(ratio(0n), r) : r))
  return { observed, required, ratio: found, word: achieved ? 'targetAchieved' : wordOf(found), replaced }
}

function wordOf(found: Ratio): GrowthRatioWord {
  if (compareRatio(found, SUBSTANTIAL) >= 0) return 'substantialProgress'
  if (compareRatio(found, MODERATE) >= 0) return 'moderateProgress'
  return found.num >= 0n ? 'limitedProgress' : 'deterioration'
}

/** The method on a level with a base before the term; null for other shapes, which it does not know. */
export function growthRatioOf(task: Task): GrowthRatio | null {
  if (task.shape.kind !== 'level') return null
  const points = pointsTo(task, task.shape.when)
  const base = points.findLast(p => endDay(p.found.period) <= task.termStart)
  const current = points.at(-1)
  const goal = current && aim(task.limits, ofRatio(inUnit(task, current.found.value)))
  if (!base || !current || !goal || current.place <= base.place) return null
  return growthRatio({
    base: inUnit(task, base.found.value),
    current: inUnit(task, current.found.value),
    target: goal.limit.at,
    years: Math.round((current.place - base.place) / STEPS_IN_A_YEAR),
    term: Math.round((endPlace(task.shape.when) - base.place) / STEPS_IN_A_YEAR),
    good: goal.side === 'low' ? 'up' : 'down',
  })
}
