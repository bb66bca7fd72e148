import { placeKey } from '../../evaluation/allocation/places.ts'
import { sharesMake } from '../../evaluation/allocation/over-areas.ts'
import type { ShareTable } from '../../evaluation/allocation/sum-lines.ts'
import { apportion } from '../../measure/apportion.ts'
import { boundOf, ENDS, endsOf, type Bound, type End } from '../../measure/bound.ts'
import { equal, type Decimal } from '../../measure/decimal.ts'
import { readTyped } from '../../measure/notation.ts'
import type { Language, Message, Outcome } from '../../messages/message.ts'
import type { Indicator, Measure } from '../../plan/plan.ts'

/** What of the table of shares is written at once: the areas for one time, the years of one area, or all of it. */
export const SLICES = ['areas', 'years', 'table'] as const
export type Slice =
  | { readonly to: 'areas'; readonly year: string }
  | { readonly to: 'years'; readonly area: string }
  | { readonly to: 'table' }

/** An area, or a year, that gets shares. */
export interface Sharer {
  /** The area's id, or the year; '' is the plan's own area, or the measure's whole time. */
  readonly key: string
  readonly name: string
  /** What a share is measured against: the last figure known. */
  readonly last: Decimal | null
}

/** Those whom a measure can be shared out to, without the plan's own area and the whole time. */
export interface Sharers {
  readonly areas: readonly Sharer[]
  readonly years: readonly Sharer[]
}

/** The two ends of a share; an end that the measure's bound has not is null. */
export interface Ends {
  readonly low: Decimal | null
  readonly high: Decimal | null
}

/** Whether shares must sum to the whole: of what adds up over areas, though never of its rates; a sum or an addition over years. */
export function addsUp({ shape }: Measure, indicator: Indicator | undefined, over: 'areas' | 'years'): boolean {
  if (over === 'areas') return indicator !== undefined && sharesMake(shape, indicator) === 'sum'
  return shape.kind === 'cumulative' || (shape.kind === 'addition' && shape.basis !== 'relative')
}

/** The rows and columns that a slice shows, and over what they add. */
export function tableOf(
  slice: Slice,
  measure: Measure,
  indicator: Indicator | undefined,
  { areas, years }: Sharers,
): ShareTable {
  const keys = (sharers: readonly Sharer[]) => sharers.map(each => each.key)
  const ends = measure.bound ? endsOf(measure.bound) : []
  const adds = (over: 'areas' | 'years') => addsUp(measure, indicator, over)
  switch (slice.to) {
    case 'areas':
      return { areas: keys(areas), years: [slice.year], ends, overAreas: adds('areas'), overYears: false }
    case 'years':
      return { areas: [slice.area], years: keys(years), ends, overAreas: false, overYears: adds('years') }
    case 'table':
      return {
        areas: ['', ...keys(areas)],
        years: ['', ...keys(years)],
        ends,
        overAreas: adds('areas'),
        overYears: adds('years'),
      }
    default:
      return slice satisfies never
  }
}

/** The places of a table that are written: all but the measure's own bound. */
export const placesOf = ({ areas, years }: ShareTable): readonly string[] =>
  areas.flatMap(area => years.flatMap(year => (area === '' && year === '' ? [] : [placeKey(area, year)])))

/**
 * A bound shared out by weights so that the shares sum to it to the last digit (largest remainder); a measure whose shares
 * do not sum is the same for all. The message `measure.no-weights` where no weight is above zero.
 */
export function sharedOut(
  bound: Bound,
  weights: readonly Decimal[],
  adds: boolean,
  decimals: number,
): readonly Ends[] | Message {
  if (!adds) return weights.map(() => ({ low: bound.low, high: bound.high }))
  const parts = new Map<End, readonly Decimal[]>()
  for (const end of ENDS) {
    const whole = bound[end]
    if (!whole) continue
    const split = apportion(whole, weights, Math.max(whole.scale, decimals))
    if ('rule' in split) return split
    parts.set(end, split)
  }
  return weights.map((_, i) => ({ low: parts.get('low')?.[i] ?? null, high: parts.get('high')?.[i] ?? null }))
}

/**
 * The shares that a form gives at some places, as typed: "low.AREA@YEAR"; an empty one is none, a place without a field is not
 * spoken of, and one that is as it stands stays so, whatever its kind. Null with messages by field.
 */
export function sharesTyped(
  { kind }: Bound,
  standing: ReadonlyMap<string, Bound>,
  keys: readonly string[],
  fields: Readonly<Record<string, string>>,
  language: Language,
): Outcome<ReadonlyMap<string, Bound | null> | null> {
  const messages: Message[] = []
  const shares = new Map<string, Bound | null>()
  const asked = endsOf({ kind })
  for (const key of keys) {
    const texts = asked.map(end => fields[`${end}.${key}`]?.trim())
    if (texts.every(text => text === undefined)) continue
    const ends: Record<End, Decimal | null> = { low: null, high: null }
    asked.forEach((end, i) => {
      const text = texts[i] ?? ''
      if (text === '') return
      ends[end] = readTyped(text, language)
      if (!ends[end])
        messages.push({ rule: 'web.draft.fault-number', severity: 'error', column: `${end}.${key}`, actual: text })
    })
    const was = standing.get(key)
    if (texts.every(text => (text ?? '') === '')) shares.set(key, null)
    else if (was && asked.every(end => sameEnd(ends[end], was[end]))) shares.set(key, was)
    else {
      const made = shareOfEnds({ kind }, ends)
      if (made) shares.set(key, made)
      else if (!messages.some(each => each.column?.endsWith(`.${key}`)))
        messages.push({ rule: 'plan.allocation-ends', severity: 'error', column: `${asked[0] ?? 'low'}.${key}` })
    }
  }
  return messages.length > 0 ? { value: null, messages } : { value: shares, messages: [] }
}

/** A share from the ends that are written of a bound of its kind; null where neither is, undefined where they do not fit. */
export function shareOfEnds({ kind }: Pick<Bound, 'kind'>, { low, high }: Ends): Bound | null | undefined {
  if (!low && !high) return null
  return boundOf(kind, low, kind === 'exactly' ? (high ?? low) : high) ?? undefined
}

/** Whether two ends are the same number, however many decimals are printed, or both are missing. */
export const sameEnd = (one: Decimal | null, other: Decimal | null): boolean =>
  one && other ? equal(one, other) : one === other
