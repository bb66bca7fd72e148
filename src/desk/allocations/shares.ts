import { apportion } from '../../measure/apportion.ts'
import { boundOf, type Bound } from '../../measure/bound.ts'
import { parseDecimal, subtract, sum, type Decimal } from '../../measure/decimal.ts'
import { readNumber } from '../../measure/notation.ts'
import { periodCode, years, type Period } from '../../measure/period.ts'
import type { Language, Message, Outcome } from '../../messages/message.ts'
import type { Allocation, Indicator, Measure } from '../../plan/plan.ts'

/** What a measure is shared out to: areas, or the years of its term. */
export type ShareTo = 'areas' | 'years'

/** One who gets a share: an area by its id, or a year. */
export interface Sharer {
  readonly key: string
  readonly name: string
  /** What a share is measured against: the last figure known. */
  readonly last: Decimal | null
}

/** The two ends of a share; an end that the measure's bound has not is null. */
export interface Ends {
  readonly low: Decimal | null
  readonly high: Decimal | null
}

export const ENDS = ['low', 'high'] as const
export type End = (typeof ENDS)[number]

/** The ends that a person writes of a bound: of "exactly" one, which is both. */
export function endsOf({ kind }: Pick<Bound, 'kind'>): readonly End[] {
  switch (kind) {
    case 'exactly':
    case 'atLeast':
    case 'moreThan':
      return ['low']
    case 'atMost':
    case 'lessThan':
      return ['high']
    case 'between':
    case 'about':
      return ['low', 'high']
    default:
      return kind satisfies never
  }
}

/** Whether shares must sum to the whole: a count of things over areas, a sum or an addition over years. */
export function addsUp(measure: Measure, indicator: Indicator | undefined, to: ShareTo): boolean {
  if (to === 'areas') return indicator?.overAreas === 'sum' || indicator?.overAreas === 'recount'
  const { shape } = measure
  return shape.kind === 'cumulative' || (shape.kind === 'addition' && shape.basis !== 'relative')
}

/**
 * A measure shared out by weights so that the shares sum to it to the last digit (largest remainder); a measure whose shares
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

/** What the shares come to at an end, beside the whole; null where an end is missing somewhere or is not asked. */
export function sumLine(
  bound: Bound,
  shares: readonly Ends[],
  end: End,
): { readonly sum: Decimal; readonly difference: Decimal } | null {
  const whole = bound[end]
  if (!whole) return null
  const total = sum(shares.flatMap(each => each[end] ?? []))
  return { sum: total, difference: subtract(total, whole) }
}

/** The shares that a measure has, by area or by year. */
export function sharesOf({ allocations = [] }: Measure, to: ShareTo): ReadonlyMap<string, Allocation> {
  const own = allocations.filter(each => isOf(each, to))
  return new Map(own.map(each => [to === 'areas' ? (each.area ?? '') : yearOf(each.when), each]))
}

const yearOf = (when: Period | null): string => (when ? periodCode(when) : '')

/** Shares of one area for one year are another table's. */
const isOf = ({ area, when, within }: Allocation, to: ShareTo): boolean =>
  to === 'areas' ? area !== null && when === null && within === null : area === null && when !== null

/** The ends that a form gives for each sharer, as typed; an empty one is no share. Null with messages by field ("low.ID"). */
export function sharesTyped(
  bound: Bound,
  keys: readonly string[],
  fields: Readonly<Record<string, string>>,
  language: Language,
): Outcome<ReadonlyMap<string, Bound> | null> {
  const messages: Message[] = []
  const shares = new Map<string, Bound>()
  for (const key of keys) {
    const ends: Record<End, Decimal | null> = { low: null, high: null }
    let said = false
    for (const end of endsOf(bound)) {
      const text = (fields[`${end}.${key}`] ?? '').trim()
      if (text === '') continue
      said = true
      ends[end] = language === 'vi' ? readNumber(text, 'vi') : parseDecimal(text.replace(/,(?=\d{3}(?!\d))/g, ''))
      if (!ends[end])
        messages.push({ rule: 'web.draft.fault-number', severity: 'error', column: `${end}.${key}`, actual: text })
    }
    if (!said || messages.length > 0) continue
    const made = boundOf(bound.kind, ends.low, bound.kind === 'exactly' ? ends.low : ends.high)
    if (made) shares.set(key, made)
    else
      messages.push({ rule: 'plan.allocation-ends', severity: 'error', column: `${endsOf(bound)[0] ?? 'low'}.${key}` })
  }
  return messages.length > 0 ? { value: null, messages } : { value: shares, messages: [] }
}

/** The measure with these shares in the place of those that it had of the kind; the order is the given one. */
export function withShares(measure: Measure, to: ShareTo, shares: ReadonlyMap<string, Bound>): Measure {
  const others = (measure.allocations ?? []).filter(each => !isOf(each, to))
  const own = [...shares].map(([key, bound]): Allocation =>
    to === 'areas'
      ? { area: key, when: null, bound, within: null }
      : { area: null, when: years(Number(key), Number(key)), bound, within: null },
  )
  const allocations = [...others, ...own]
  const bare = { ...measure }
  delete bare.allocations
  return allocations.length === 0 ? bare : { ...bare, allocations }
}
