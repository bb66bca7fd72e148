import type { Coverage } from '../cube/read.ts'
import type { Period } from '../measure/period.ts'
import type { Ratio } from '../measure/ratio.ts'
import type { Reason } from './judgement.ts'
import { amountOf, because, inPeriod } from './reason.ts'
import type { Found } from './series.ts'
import type { Task } from './task.ts'
import { endDay } from './timeline.ts'

/** A total of which something is missing: told, never judged, for nobody knows what the rest will bring. */
export interface PartialTotal {
  readonly indicator: string
  readonly area: string
  readonly period: Period
  /** In the indicator's unit. */
  readonly value: Ratio
  readonly coverage: Coverage
}

/** The newest total in the measure's time that is not whole, where nothing as new was used. */
export function partialReasons(
  { shape, indicator, ended }: Task,
  used: readonly Found[],
  partials: readonly PartialTotal[],
): readonly Reason[] {
  const inTime = partials.filter(
    p => ended(p.period) && endDay(p.period) <= endDay(shape.when) && p.period.frequency === shape.when.frequency,
  )
  const newest = inTime.reduce<PartialTotal | null>(
    (held, p) => (!held || endDay(p.period) > endDay(held.period) ? p : held),
    null,
  )
  if (!newest || used.some(f => endDay(f.period) >= endDay(newest.period))) return []
  const { covered, due } = newest.coverage
  return [
    because('evaluation.partial-total', {
      period: inPeriod(newest.period),
      value: amountOf(newest.value, indicator.unit, indicator.decimals),
      count: { kind: 'count', count: covered },
      of: { kind: 'count', count: due },
    }),
  ]
}
