import { type Period } from '../measure/period.ts'
import { addRatio, divideRatio, multiplyRatio, NOUGHT, ratio, subtractRatio, type Ratio } from '../measure/ratio.ts'
import type { Changing } from './changing.ts'
import type { Reason } from './judgement.ts'
import type { Lens } from './line.ts'
import { factorOf, percentOf } from './quantity.ts'
import { because, inPeriod } from './reason.ts'
import type { Found } from './series.ts'
import { inUnit, type Task } from './task.ts'

/** The indicator's figures are themselves growth rates, so a relative change is a figure, not a quotient of two. */
export const readsRates = (task: Pick<Task, 'indicator'>, { basis }: Changing): boolean =>
  basis === 'relative' && task.indicator.overTime === 'chainedGrowth'

/** The size of the change from `from` to `to`, in the measure's unit. The base of a relative change is above zero. */
export function changeBetween(task: Task, { change, basis }: Changing, from: Ratio, to: Ratio): Ratio {
  if (basis === 'relative') return percentOf(divideRatio(to, from), change)
  const difference = inUnit(task, subtractRatio(to, from))
  return change === 'up' ? difference : subtractRatio(NOUGHT, difference)
}

/** The figure that stands so much away from `from`. */
export function figureAfter(task: Task, { change, basis }: Changing, from: Ratio, size: Ratio): Ratio {
  if (basis === 'relative') return multiplyRatio(from, factorOf(size, change))
  const difference = divideRatio(size, task.factor)
  return change === 'up' ? addRatio(from, difference) : subtractRatio(from, difference)
}

/** A change from a base, spread over `periods` of equal length (1 for the whole change). */
export function changeLens(task: Task, shape: Changing, base: Ratio, periods = 1): Lens {
  const n = ratio(BigInt(periods))
  return {
    see: figure => divideRatio(changeBetween(task, shape, base, figure), n),
    figureOf: seen => figureAfter(task, shape, base, multiplyRatio(seen, n)),
    turned: shape.change === 'down',
  }
}

/** Why a relative change from this base has no meaning; null where it has one. */
export function baseFault({ basis }: Changing, base: Found): Reason | null {
  if (basis !== 'relative' || base.value.num > 0n) return null
  const period = { period: inPeriod(base.period) }
  return because(base.value.num === 0n ? 'evaluation.base-zero' : 'evaluation.base-negative', period)
}

export const baseMissing = (period: Period): Reason => because('evaluation.base-missing', { period: inPeriod(period) })
