import type { Axis } from './axis.ts'
import type { Calendar } from './calendar.ts'

/**
 * What was rolled up of a column whose figures are dense: sums as whole numbers, limb by limb; a mean is its sum and how many
 * periods are in it. Everything longer for areas that have something in them, years and terms for every area.
 */
export interface Totals {
  /** Rows that have something in them × all periods of the calendar. */
  readonly inner: readonly Float64Array[]
  /** Rows of the map × years and terms. */
  readonly kept: readonly Float64Array[]
  /** Null where every leaf reported everything. */
  readonly gaps: Gaps | null
  /** Whether areas above leaves, or longer periods, have figures of their own. */
  readonly mixed: boolean
  /** What the sums are divided by: for ratios and weighted means. */
  readonly below: Omit<Totals, 'below'> | null
  /** A one for each cell of `inner` whose sum is no whole number, and so is made when it is read; null where there is none. */
  readonly open?: Uint8Array | null
}

/** How many figures of leaves and base periods stand behind each cell of `inner` and of `kept`, and how many are due. */
export interface Gaps {
  readonly covered: Counts
  readonly due: Counts
  /** Of leaves alone: an area's own stand in its row of `inner`. */
  readonly keptCovered: Counts
  readonly keptDue: Counts
}

export type Counts = Int16Array | Int32Array

/** Room for counts of leaves and periods, as narrow as all of them together allow. */
export function countsFor({ leaves }: Axis, { spans }: Calendar, size: number): Counts {
  const most = (counts: Int32Array) => counts.reduce((a, b) => (a > b ? a : b), 1)
  return most(leaves) * most(spans) <= 0x7fff ? new Int16Array(size) : new Int32Array(size)
}
