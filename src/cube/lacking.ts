import { powerOfTen } from '../measure/decimal.ts'
import type { Period } from '../measure/period.ts'
import { addRatio, compareRatio, NOUGHT, ratio, type Ratio } from '../measure/ratio.ts'
import { amountAt, ownAt } from './amount.ts'
import { stateAt, type Column } from './column.ts'
import type { Cube } from './cube.ts'
import { isDue } from './state.ts'
import { sumAt } from './sum.ts'

/** A leaf that lacks base periods of a total. */
export interface Lacking {
  readonly area: string
  readonly periods: readonly Period[]
  /** What it last reported before the first that it lacks; null where nothing. */
  readonly last: Ratio | null
  /** The smallest and the largest that it ever reported for a base period; null where it never has. */
  readonly ever: { readonly smallest: Ratio; readonly largest: Ratio } | null
}

/** What is taken for a figure that is lacking. */
export type Fill = (lacking: Lacking) => Ratio | undefined | null
export const LAST: Fill = each => each.last
export const SMALLEST: Fill = each => each.ever?.smallest
export const LARGEST: Fill = each => each.ever?.largest
export const ZERO: Fill = () => NOUGHT

/** Whether periods are added, or one stands for them. */
export const addsOver = ({ indicator: { overTime } }: Column): boolean =>
  overTime === 'sum' || overTime === 'mean' || overTime === 'last'

/** A sum with what is taken for all that an area lacks; null where there is nothing to take. */
export function plus(sum: Ratio, lacking: Lacking, fill: Fill): Ratio | null {
  const value = fill(lacking)
  return value ? addRatio(sum, ratio(value.num * BigInt(lacking.periods.length), value.den)) : null
}

/** What areas added up come to once everything that is due is there. */
export interface Fillable {
  readonly lacking: readonly Lacking[]
  /** With nothing in the place of what is lacking. */
  readonly least: Ratio
  /** With something in its place; null where there is nothing to take. */
  readonly filledBy: (fill: Fill) => Ratio | null
}

export function fillable(cube: Cube, column: Column, row: number, index: number): Fillable {
  const { axis } = cube
  const sum = ratio(sumAt(axis, column, row, index).value, powerOfTen(column.scale))
  // A mean is over the periods in which something is due, however many are there.
  const due = (p: number) => sumAt(axis, column, row, p).due > 0
  const mean = column.indicator.overTime === 'mean'
  const times = mean ? Math.max(1, basesOf(column, index).filter(due).length) : 1
  const over = (total: Ratio): Ratio => ratio(total.num, total.den * BigInt(times))
  const lacking = lackingAt(cube, column, row, index)
  return {
    lacking,
    least: over(sum),
    filledBy: fill => {
      let total: Ratio | null = sum
      for (const one of lacking) total = total && plus(total, one, fill)
      return total && over(total)
    },
  }
}

/** The leaves below that owe figures, in tree order; what an area above gave covers what is in it. */
function lackingAt(cube: Cube, column: Column, row: number, index: number): Lacking[] {
  const { axis } = cube
  const found: Lacking[] = []
  const bases = basesOf(column, index)
  const visit = (at: number, asked: readonly number[]): void => {
    // What is whole lacks nothing.
    const { covered, due } = sumAt(axis, column, at, index)
    if (covered >= due) return
    const open = asked.filter(p => ownAt(column, at, p) === null && !coveredAbove(column, at, p, index))
    if (open.length === 0) return
    if (axis.inner[at] !== -1) {
      for (let child = at + 1; child < axis.end[at]!; child = axis.end[child]!) visit(child, open)
      return
    }
    const lacking = owedBy(cube, column, at, open)
    if (lacking) found.push(lacking)
  }
  visit(row, bases)
  return found
}

/** What a leaf lacks of a period. */
export function lackingOf(cube: Cube, column: Column, leaf: number, index: number): Lacking | null {
  const isOpen = (p: number) => ownAt(column, leaf, p) === null && !coveredAbove(column, leaf, p, index)
  return owedBy(cube, column, leaf, basesOf(column, index).filter(isOpen))
}

function owedBy(cube: Cube, column: Column, leaf: number, open: readonly number[]): Lacking | null {
  const owed = open.filter(p => isDue(stateAt(column, leaf, p)))
  if (owed.length === 0) return null
  let last: Ratio | null = null
  for (let p = owed[0]! - 1; p >= 0 && !last; p -= 1) last = amountAt(cube, column, leaf, p).value
  const periods = owed.map(p => column.calendar.periods[p]!)
  return { area: cube.axis.ids[leaf]!, periods, last, ever: everOf(column, leaf) }
}

function everOf(column: Column, row: number): Lacking['ever'] {
  let [smallest, largest]: [Ratio | null, Ratio | null] = [null, null]
  for (let p = 0; p < column.calendar.base; p += 1) {
    const value = ownAt(column, row, p)
    if (!value) continue
    if (!smallest || compareRatio(value, smallest) < 0) smallest = value
    if (!largest || compareRatio(value, largest) > 0) largest = value
  }
  return smallest && largest ? { smallest, largest } : null
}

/** The base periods that a period is made of; of a stock the last. */
function basesOf({ calendar, indicator }: Column, index: number): number[] {
  if (index < calendar.base) return [index]
  const of = [...calendar.parts[index]!]
  return (indicator.overTime === 'last' ? of.slice(-1) : of).flatMap(part =>
    basesOf({ calendar, indicator } as Column, part),
  )
}

/** Whether a longer period's own figure stands for a base period of an area. */
function coveredAbove(column: Column, row: number, p: number, within: number): boolean {
  return [...(column.calendar.over[p] ?? [])].some(
    longer =>
      (longer === within || column.calendar.spans[longer]! <= column.calendar.spans[within]!) &&
      ownAt(column, row, longer) !== null,
  )
}
