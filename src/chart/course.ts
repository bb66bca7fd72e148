import type { Period } from '../measure/period.ts'
import type { Ratio } from '../measure/ratio.ts'

/**
 * How a measure went, ready to be drawn: everything in one unit, on one line of years. Numbers here are near ones:
 * they only place ink; what a page prints as text is the exact `value` of a mark.
 */
export interface Course {
  /**
   * `way`: a value on its way from a start to a bound (levels, sums). `steps`: each period is held against the same
   * bound (rates, yearly levels and changes).
   */
  readonly kind: 'way' | 'steps'
  /** Of the figures as drawn; a growth over figures that are levels is drawn in the levels' own unit. */
  readonly unit: string
  /** The first and last place of the time axis; a year's place is its end: 2025 is 31 December 2025. */
  readonly from: number
  readonly to: number
  /** Where the day judged lies. */
  readonly today: number
  readonly figures: readonly Mark[]
  /** What it set out from: the latest figure from before the term (0 for a sum); null where none is known. */
  readonly start: Mark | null
  /** What is required on the way, from the start to the nearer end of the bound. */
  readonly path: readonly Spot[]
  /** From the last figure on, where the last pace leads. */
  readonly projection: readonly Spot[]
  /** Between which values it may end, by the past errors of a method of projection; null where none is drawn. */
  readonly fan: Fan | null
  /** The ends of the bound as drawn; null where open. */
  readonly low: number | null
  readonly high: number | null
  /** Whether growing or falling is good; `none` where both ends bind. */
  readonly good: 'up' | 'down' | 'none'
}

export interface Fan {
  readonly from: Spot
  readonly at: number
  readonly low: number
  readonly high: number
}

export interface Spot {
  readonly at: number
  readonly value: number
}

export interface Mark extends Spot {
  readonly exact: Ratio
  readonly period: Period
  /** Where a sum or an addition sets out from: nought, which nobody reported. */
  readonly origin?: true
  /** An estimate or a provisional figure is drawn hollow. */
  readonly firm: boolean
}

/** The end of the bound that has to be reached, coming from `from`. */
export function goalOf({ low, high, good, start }: Pick<Course, 'low' | 'high' | 'good' | 'start'>): number | null {
  if (low === null || high === null) return low ?? high
  switch (good) {
    case 'up':
      return low
    case 'down':
      return high
    case 'none':
      return start === null ? (low + high) / 2 : start.value < low ? low : start.value > high ? high : start.value
    default:
      return good satisfies never
  }
}
