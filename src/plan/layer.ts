import type { Bound } from '../measure/bound.ts'
import type { Decimal } from '../measure/decimal.ts'
import type { Period } from '../measure/period.ts'

/** One thing that is taken to be otherwise. */
export type Assumption =
  /** A figure set, whatever is known of it. */
  | {
      readonly kind: 'value'
      readonly indicator: string
      readonly area: string
      readonly period: Period
      readonly value: Decimal
    }
  /**
   * From a period on, so much a period more than the one before, to the end of the plan's term: percent, or in the indicator's
   * unit. It goes on from the last figure before it, over periods without one at the same pace. `area` null: every area.
   */
  | {
      readonly kind: 'pace'
      readonly indicator: string
      readonly area: string | null
      readonly from: Period
      readonly basis: 'relative' | 'absolute'
      readonly by: Decimal
    }
  /** A measure's bound, or an area's share of it. `area` null: the plan's own. */
  | { readonly kind: 'bound'; readonly measure: string; readonly area: string | null; readonly bound: Bound }
  /** The day whose map of the territory is judged on. */
  | { readonly kind: 'map'; readonly day: string }

/** A named list of assumptions over a plan and its figures, which stay as they are. Of two about the same the later holds. */
export interface Layer {
  readonly name: string
  readonly assumptions: readonly Assumption[]
}

/** What a link may hold. */
export const LONGEST_LAYER = 2000
export const MOST_ASSUMPTIONS = 50
export const LONGEST_NAME = 80
