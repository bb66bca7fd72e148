import type { Estimate } from '../cube/bounds.ts'
import type { Coverage } from '../cube/read.ts'
import type { Period } from '../measure/period.ts'
import { ratio, type Ratio } from '../measure/ratio.ts'
import type { NamedArea, Reason } from './judgement.ts'
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
  /** Of totals that a measure of the plan tells: the areas that owe something of it. */
  readonly owing?: readonly NamedArea[]
  /** And what can be said of the whole. */
  readonly bounds?: Bounds
}

/** Between what a total lies, as far as what was ever reported tells; in the indicator's unit. */
export interface Bounds {
  /** Areas that lack something, and those of them that never reported. */
  readonly lacking: number
  readonly never: number
  /** How much of the whole is there, were every area that lacks to report what it last did. */
  readonly share: Ratio | null
  /** No figure can be below zero, so it is at least this. */
  readonly least: Ratio | null
  readonly lastCarried: Ratio | null
  readonly lowest: Ratio | null
  readonly highest: Ratio | null
  /** Of means and ratios: of how many areas the weight is one of before, and of how many none was ever known. */
  readonly weights: { readonly assumed: number; readonly unknown: number } | null
}

export const boundsOf = ({ lacking, share, least, lastCarried, lowest, highest, weights }: Estimate): Bounds => ({
  lacking: lacking.length,
  never: lacking.filter(({ ever }) => ever === null).length,
  weights: weights ? { assumed: weights.assumed.length, unknown: weights.unknown.length } : null,
  share,
  least,
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
    ...(newest.owing && newest.owing.length > 0
      ? [
          because('evaluation.partial-owing', {
            count: { kind: 'count', count: newest.owing.length },
            areas: { kind: 'areas', areas: newest.owing },
          }),
        ]
      : []),
    ...(newest.bounds ? boundReasons(newest, newest.bounds, indicator) : []),
  ]
}

/** Cut, not rounded: what is not whole never shows as 100%. */
const cutToTenths = ({ num, den }: Ratio) => amountOf(ratio((num * 1000n) / den, 10n), '%', 1)

/** What the whole may come to, each with the assumption that it rests on. */
function boundReasons(
  { period }: PartialTotal,
  bounds: Bounds,
  { unit, decimals }: Task['indicator'],
): readonly Reason[] {
  const { lacking, never, share, least, lastCarried, lowest, highest, weights } = bounds
  const said = (each: Ratio) => amountOf(each, unit, decimals)
  const inTime = { period: inPeriod(period) }
  const counted = (count: number) => ({ count: { kind: 'count', count } }) as const
  const when = { ...inTime, ...counted(lacking) }
  if (weights && weights.unknown > 0) return [because('evaluation.partial-weight-never', counted(weights.unknown))]
  const weighed =
    weights && weights.assumed > 0
      ? [because('evaluation.partial-weight', { ...inTime, ...counted(weights.assumed) })]
      : []
  // Only weights are lacking: then what they last were makes the whole.
  if (lacking === 0)
    return lastCarried
      ? [...weighed, because('evaluation.partial-weighed', { ...inTime, value: said(lastCarried) })]
      : []
  const carried = lastCarried && because('evaluation.partial-carried', { ...when, value: said(lastCarried) })
  if (never > 0)
    return [
      ...(least ? [because('evaluation.partial-least', { ...when, value: said(least) })] : []),
      because('evaluation.partial-never', counted(never)),
    ]
  const low = least ?? lowest
  const shown = weights ? 'evaluation.partial-share-weighed' : 'evaluation.partial-share'
  return [
    ...weighed,
    ...(share ? [because(shown, { share: cutToTenths(share) })] : []),
    ...(carried ? [carried] : []),
    ...(low && highest
      ? [
          because(least ? 'evaluation.partial-most' : 'evaluation.partial-between', {
            ...when,
            low: said(low),
            high: said(highest),
          }),
        ]
      : []),
  ]
}
