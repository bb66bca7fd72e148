import type { Decimal } from '../../measure/decimal.ts'

/**
 * One number of a view, before anybody asks what it measures. Positions are the view's.
 * `number`: may be a quantity. Everything else is decided by its own form or by the words beside it.
 */
export interface NumberToken {
  readonly kind: 'number' | 'range' | 'year' | 'years' | 'date' | 'reference' | 'ordinal' | 'page'
  readonly from: number
  readonly to: number
  /** The value, or the low end; a year as a number; null for dates and references. */
  readonly low: Decimal | null
  /** The high end of a range or the last year of `years`. */
  readonly high: Decimal | null
}
