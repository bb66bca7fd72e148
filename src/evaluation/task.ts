import { fromDecimal, multiplyRatio, type Ratio } from '../measure/ratio.ts'
import type { Period } from '../measure/period.ts'
import type { Indicator, Measure, Shape } from '../plan/plan.ts'
import type { Found, Series } from './series.ts'
import type { NeededFigure, Projection, Reason, StatusWord } from './judgement.ts'
import type { Limits } from './limits.ts'
import type { Quantity } from './quantity.ts'
import type { Chosen } from './choice.ts'

/** All that a shape needs to judge one indicator of a measure. */
export interface Task<S extends Shape = Shape> {
  readonly shape: S
  readonly measure: Measure
  readonly indicator: Indicator
  /** In the measure's unit; for a change, of its size. A milestone's limit is "at least 1". */
  readonly limits: Limits
  readonly series: Series
  /** How many of the measure's unit one of the indicator's unit is. */
  readonly factor: Ratio
  /** Digits behind the mark that values in the measure's unit are shown with. */
  readonly decimals: number
  /** Whether a period has ended on the day judged. */
  readonly ended: (p: Period) => boolean
  /** The first day of the plan's term: what is known from before it is the baseline. */
  readonly termStart: string
}

/** What a shape makes of a task, before it is put into words. */
export interface Course {
  /** Whether the last period that the measure looks at has ended. */
  readonly due: boolean
  /** The value that decides, where it is known, or proven whatever may still come. */
  readonly outcome: Quantity | null
  /** What can be held against the path today. */
  readonly soFar: Quantity | null
  /** What the path asks of `soFar`; null where there is no base to draw it from. */
  readonly path: Limits | null
  readonly projected: Projection | null
  readonly needed: readonly NeededFigure[] | null
  /** Whether figures could have been there by now. */
  readonly expected: boolean
  readonly used: readonly Found[]
  /** The one period of several whose value decides. */
  readonly decidedBy?: Period | undefined
  /** How the outcome came about: told before it. */
  readonly grounds: readonly Reason[]
  /** What is known so far, the path and the pace: told while it is not due. */
  readonly progress: readonly Reason[]
}

/** The verdict on one indicator. */
export interface Verdict {
  readonly status: StatusWord
  readonly value: Quantity | null
  readonly required: Ratio | null
  readonly projected: Projection | null
  readonly needed: readonly NeededFigure[] | null
  readonly used: readonly Found[]
  readonly reasons: readonly Reason[]
}

export const notComputable = (reason: Reason, used: readonly Found[] = []): Verdict => ({
  status: 'notComputable',
  value: null,
  required: null,
  projected: null,
  needed: null,
  used,
  reasons: [reason],
})

/** A figure's value in the measure's unit. */
export const inUnit = (task: Task, value: Ratio): Ratio => multiplyRatio(value, task.factor)
export const valueOf = (task: Task, chosen: Chosen): Ratio => inUnit(task, fromDecimal(chosen.figure.value))
