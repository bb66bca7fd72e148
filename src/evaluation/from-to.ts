import { amountOf, inPeriod } from './reason.ts'
import type { Found } from './series.ts'
import type { Task } from './task.ts'

/** The two figures of a change, in the indicator's own unit. */
export const fromTo = (task: Task, base: Found, now: Found) => {
  const { unit, decimals } = task.indicator
  return {
    from: inPeriod(base.period),
    base: amountOf(base.value, unit, decimals),
    to: inPeriod(now.period),
    value: amountOf(now.value, unit, decimals),
  }
}
