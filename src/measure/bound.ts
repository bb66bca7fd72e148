import { compare, type Decimal } from './decimal.ts'

/** What a plan promises of a value, as printed: the judgement reads it by the indicator's good direction. */
export type Bound =
  | { readonly kind: 'exactly' | 'about' | 'between'; readonly low: Decimal; readonly high: Decimal }
  | { readonly kind: 'atLeast' | 'moreThan'; readonly low: Decimal; readonly high: null }
  | { readonly kind: 'atMost' | 'lessThan'; readonly low: null; readonly high: Decimal }

export type BoundKind = Bound['kind']

export const BOUND_KINDS = ['exactly', 'atLeast', 'moreThan', 'atMost', 'lessThan', 'between', 'about'] as const

/**
 * The bound of a kind from its two ends as a file gives them; `null` where they do not fit the kind:
 * one-sided kinds take one end, `exactly` takes one value, a range is not upside down.
 */
export function boundOf(kind: BoundKind, low: Decimal | null, high: Decimal | null): Bound | null {
  switch (kind) {
    case 'atLeast':
    case 'moreThan':
      return low && !high ? { kind, low, high: null } : null
    case 'atMost':
    case 'lessThan':
      return high && !low ? { kind, low: null, high } : null
    case 'exactly':
      return low && high && compare(low, high) === 0 ? { kind, low, high } : null
    case 'about':
    case 'between':
      return low && high && compare(low, high) <= 0 ? { kind, low, high } : null
    default:
      return kind satisfies never
  }
}

export const exactly = (value: Decimal): Bound => ({ kind: 'exactly', low: value, high: value })

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
      return ENDS
    default:
      return kind satisfies never
  }
}
