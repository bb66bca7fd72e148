import { powerOfTen } from '../measure/decimal.ts'
import type { Period } from '../measure/period.ts'
import { addRatio, compareRatio, ratio, type Ratio } from '../measure/ratio.ts'
import { amountAt, ownAt } from './amount.ts'
import type { Column } from './column.ts'
import type { Cube } from './cube.ts'
import { stateAt } from './column.ts'
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

/** What is known of a total of which something is missing. */
export interface Estimate {
  /** What was reported of it. */
  readonly known: Ratio
  readonly lacking: readonly Lacking[]
  /** How much of the whole is reported, were every area that lacks to report what it last did; null where one never has. */
  readonly share: Ratio | null
  /** No figure can be below zero: the total is at least what is known. Null where figures may be negative. */
  readonly least: Ratio | null
  /** With what each area last reported in the place of what it lacks: a stated assumption, never a figure. Null where one never has. */
  readonly lastCarried: Ratio | null
  /**
   * Were no area that lacks to report less, or more, than it ever did: a stated assumption too, since a year can be better than all
   * before it. Null where one never has reported. Where no figure can be negative `lowest` is not below `least`.
   */
  readonly lowest: Ratio | null
  readonly highest: Ratio | null
}

/**
 * Which leaves lack what of a total that is added over areas and over time (or stands as it last stood), and what can be said of
 * it. Null where the total is whole, where nothing is reported at all, or where the indicator does not add up.
 */
export function estimateAt(cube: Cube, column: Column, row: number, index: number): Estimate | null {
  const { overAreas, overTime, nonNegative } = column.indicator
  if (column.computed || overAreas !== 'sum' || (overTime !== 'sum' && overTime !== 'last')) return null
  if (row >= cube.axis.onMap || index >= column.calendar.length) return null
  const sum = sumAt(cube.axis, column, row, index)
  if (sum.covered === 0 || sum.covered >= sum.due) return null
  const known = ratio(sum.value, powerOfTen(column.scale))
  const lacking = lackingAt(cube, column, row, index)
  const filledBy = (each: (lacking: Lacking) => Ratio | undefined | null): Ratio | null => {
    let total = known
    for (const one of lacking) {
      const value = each(one)
      if (!value) return null
      total = addRatio(total, ratio(value.num * BigInt(one.periods.length), value.den))
    }
    return total
  }
  const carried = filledBy(each => each.last)
  return {
    known,
    lacking,
    share: carried && carried.num > 0n ? ratio(known.num * carried.den, known.den * carried.num) : null,
    least: nonNegative === true ? known : null,
    lastCarried: carried,
    lowest: filledBy(each => each.ever?.smallest),
    highest: filledBy(each => each.ever?.largest),
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

/** The leaves below that owe figures, in tree order; what an area above gave covers what is in it. */
function lackingAt(cube: Cube, column: Column, row: number, index: number): Lacking[] {
  const { axis } = cube
  const { calendar } = column
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
    const owed = open.filter(p => isDue(stateAt(column, at, p)))
    if (owed.length === 0) return
    let last: Ratio | null = null
    for (let p = owed[0]! - 1; p >= 0 && !last; p -= 1) last = amountAt(cube, column, at, p).value
    found.push({ area: axis.ids[at]!, periods: owed.map(p => calendar.periods[p]!), last, ever: everOf(column, at) })
  }
  visit(row, bases)
  return found
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
