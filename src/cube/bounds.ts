import { powerOfTen } from '../measure/decimal.ts'
import { divideRatio, ratio, type Ratio } from '../measure/ratio.ts'
import { amountAt } from './amount.ts'
import { estimateWeighed } from './bounds-weighed.ts'
import type { Column } from './column.ts'
import type { Cube } from './cube.ts'
import { addsOver, fillable, LARGEST, LAST, SMALLEST, type Lacking } from './lacking.ts'
import { sumAt } from './sum.ts'

/** What is known of a total of which something is missing. */
export interface Estimate {
  /** What was reported of it. */
  readonly known: Ratio
  readonly lacking: readonly Lacking[]
  /** How much of the whole is reported, were every area that lacks to report what it last did (of a mean: by weight); null where one never has. */
  readonly share: Ratio | null
  /** No figure can be below zero: the least that it can be, whatever comes. Null where figures may be negative. */
  readonly least: Ratio | null
  /** With what each area last reported in the place of what it lacks: a stated assumption, never a figure. Null where one never has. */
  readonly lastCarried: Ratio | null
  /**
   * Were no area that lacks to report less, or more, than it ever did: a stated assumption too, since a year can be better than all
   * before it. Null where one never has reported. Where no figure can be negative `lowest` is not below `least`.
   */
  readonly lowest: Ratio | null
  readonly highest: Ratio | null
  /** Of means and ratios, by what their figures are weighed. */
  readonly weights?: Weights
}

/**
 * Areas whose weight, or denominator, is not known for the period: what it last was is taken for all that is said of the whole, an
 * assumption; and those of which none was ever known.
 */
export interface Weights {
  readonly assumed: readonly string[]
  readonly unknown: readonly string[]
}

/**
 * Which leaves lack what of a total, and what can be said of it: of sums, of means over time and of stocks; of weighted means and
 * ratios of sums where what weighs them is known, or was. Null where the total is whole, where nothing is reported at all, or where
 * the indicator does not add up.
 */
export function estimateAt(cube: Cube, column: Column, row: number, index: number): Estimate | null {
  if (row >= cube.axis.onMap || index >= column.calendar.length) return null
  const { overAreas, overTime, nonNegative } = column.indicator
  if (column.computed) return estimateWeighed(cube, column, row, index)
  if (overAreas !== 'sum' || !addsOver(column)) return null
  const { covered, due, value, periods } = sumAt(cube.axis, column, row, index)
  if (covered === 0 || covered >= due) return null
  const { lacking, filledBy, least } = fillable(cube, column, row, index)
  const carried = filledBy(LAST)
  return {
    known: ratio(value, powerOfTen(column.scale) * BigInt(overTime === 'mean' ? Math.max(1, periods) : 1)),
    lacking,
    share: carried && carried.num > 0n ? divideRatio(least, carried) : null,
    least: nonNegative === true ? least : null,
    lastCarried: carried,
    lowest: filledBy(SMALLEST),
    highest: filledBy(LARGEST),
  }
}

/** The leaves that still owe something of a total, in tree order, by whatever rule it is made. */
export function owing(cube: Cube, column: Column, row: number, index: number): readonly string[] {
  const { axis } = cube
  const found: string[] = []
  const visit = (at: number): void => {
    const { covered, due } = amountAt(cube, column, at, index)
    if (covered >= due) return
    if (at >= axis.onMap || axis.inner[at] === -1) found.push(axis.ids[at]!)
    else for (let child = at + 1; child < axis.end[at]!; child = axis.end[child]!) visit(child)
  }
  visit(row)
  return found
}
