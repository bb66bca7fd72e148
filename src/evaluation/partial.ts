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
  /** No figure can be below zero, so it is at least what is known. */
  readonly least: boolean
  readonly lastCarried: Ratio | null
  readonly lowest: Ratio | null
  readonly highest: Ratio | null
}

export const boundsOf = ({ lacking, share, least, lastCarried, lowest, highest }: Estimate): Bounds => ({
  lacking: lacking.length,
  never: lacking.filter(({ ever }) => ever === null).length,
  share,
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
  { period, value }: PartialTotal,
  { lacking, never, share, least, lastCarried, lowest, highest }: Bounds,
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
    ...(share ? [because('evaluation.partial-share', { share: cutToTenths(share) })] : []),
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
