import type { Estimate } from '../cube/bounds.ts'
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
  /** What can be said of the whole, of totals that a measure of the plan tells. */
  readonly bounds?: Bounds
}

/** Between what a total lies, as far as what was ever reported tells; in the indicator's unit. */
export interface Bounds {
  /** Areas that lack something, and those of them that never reported. */
  readonly lacking: number
  readonly never: number
  /** No figure can be below zero, so it is at least what is known. */
  readonly least: boolean
  readonly lastCarried: Ratio | null
  readonly lowest: Ratio | null
  readonly highest: Ratio | null
}

export const boundsOf = ({ lacking, least, lastCarried, lowest, highest }: Estimate): Bounds => ({
  lacking: lacking.length,
  never: lacking.filter(({ ever }) => ever === null).length,
  least: least !== null,
  lastCarried,
  lowest,
  highest,
})

/** Of an indicator's totals that are not whole the newest in a measure's time. */
export function newestOf<P extends Pick<PartialTotal, 'period'>>(
  partials: readonly P[],
  when: Period,
  ended: (period: Period) => boolean,
): P | null {
  const inTime = partials.filter(
    p => ended(p.period) && endDay(p.period) <= endDay(when) && p.period.frequency === when.frequency,
  )
  return inTime.reduce<P | null>((held, p) => (!held || endDay(p.period) > endDay(held.period) ? p : held), null)
}

/** The newest total in the measure's time that is not whole, where nothing as new was used. */
export function partialReasons(
  { shape, indicator, ended }: Task,
  used: readonly Found[],
  partials: readonly PartialTotal[],
): readonly Reason[] {
  const newest = newestOf(partials, shape.when, ended)
  if (!newest || used.some(f => endDay(f.period) >= endDay(newest.period))) return []
  const { covered, due } = newest.coverage
  return [
    because('evaluation.partial-total', {
      period: inPeriod(newest.period),
      value: amountOf(newest.value, indicator.unit, indicator.decimals),
      count: { kind: 'count', count: covered },
      of: { kind: 'count', count: due },
    }),
    ...(newest.bounds ? boundReasons(newest, newest.bounds, indicator) : []),
  ]
}

/** What the whole may come to, each with the assumption that it rests on. */
function boundReasons(
  { period, value }: PartialTotal,
  { lacking, never, least, lastCarried, lowest, highest }: Bounds,
  { unit, decimals }: Task['indicator'],
): readonly Reason[] {
  const said = (each: Ratio) => amountOf(each, unit, decimals)
  const when = { period: inPeriod(period), count: { kind: 'count', count: lacking } } as const
  const floor = least ? value : null
  const carried = lastCarried && because('evaluation.partial-carried', { ...when, value: said(lastCarried) })
  if (never > 0)
    return [
      ...(floor ? [because('evaluation.partial-least', { ...when, value: said(floor) })] : []),
      because('evaluation.partial-never', { count: { kind: 'count', count: never } }),
    ]
  const low = floor ?? lowest
  return [
    ...(carried ? [carried] : []),
    ...(low && highest
      ? [
          because(floor ? 'evaluation.partial-most' : 'evaluation.partial-between', {
            ...when,
            low: said(low),
            high: said(highest),
          }),
        ]
      : []),
  ]
}
