import { powerOfTen } from '../measure/decimal.ts'
import { addRatio, divideRatio, multiplyRatio, NOUGHT, ONE, ratio, type Ratio } from '../measure/ratio.ts'
import { pairAt } from './amount.ts'
import type { Estimate } from './bounds.ts'
import { indexOf } from './calendar.ts'
import type { Column } from './column.ts'
import type { Cube } from './cube.ts'
import { addsOver, lackingOf, LARGEST, LAST, plus, SMALLEST, ZERO, type Fill, type Lacking } from './lacking.ts'
import { added } from './sum.ts'

/** What is divided by what: figures with their weights, or a numerator with its denominator. */
interface Sides {
  readonly over: Column
  readonly under: Column
  /** A figure counts as often as its weight says; a numerator counts once. */
  readonly weighted: boolean
  readonly factor: Ratio
}

/** A leaf that is in neither sum because something of it is lacking. */
interface Open {
  readonly top: Side
  /** Its weight, as it is or as it last was. */
  readonly weight: Ratio
}

/** What a leaf has of a period: the sum of what is there, over how many base periods, and what is lacking. */
interface Side {
  readonly sum: Ratio
  readonly periods: number
  readonly lacking: Lacking | null
}

/**
 * The same of a weighted mean or a ratio of sums: a leaf that lacks a figure is weighed with its weight of the period, or where that
 * is lacking too with what it last weighed, which is named. Null where weights are negative, or made of others.
 */
export function estimateWeighed(cube: Cube, column: Column, row: number, index: number): Estimate | null {
  const { axis } = cube
  const sides = sidesOf(cube, column)
  const period = column.calendar.periods[index]
  if (!sides || !period) return null
  const { over, under, weighted, factor } = sides
  const [at, beside] = [indexOf(over.calendar, period), indexOf(under.calendar, period)]
  const whole = pairAt(cube, column, row, index)
  if (at < 0 || beside < 0 || whole.covered === 0 || whole.covered >= whole.due || whole.bottom.num <= 0n) return null
  const open: Open[] = []
  const [assumed, unknown]: [string[], string[]] = [[], []]
  visit(row)
  if (open.some(({ weight }) => weight.num < 0n)) return null
  const weights = open.reduce((sum, { weight }) => addRatio(sum, weight), whole.bottom)
  const filledBy = (fill: Fill): Ratio | null => {
    let total: Ratio | null = unknown.length > 0 ? null : whole.top
    for (const { top, weight } of open) {
      const value: Ratio | null = total && filled(over, top, fill, at)
      total = total && value && addRatio(total, weighted ? multiplyRatio(value, weight) : value)
    }
    return total && multiplyRatio(divideRatio(total, weights), factor)
  }
  const certain = over.indicator.nonNegative === true && assumed.length === 0
  return {
    known: multiplyRatio(divideRatio(whole.top, whole.bottom), factor),
    lacking: open.flatMap(({ top }) => top.lacking ?? []),
    share: unknown.length > 0 ? null : divideRatio(whole.bottom, weights),
    least: certain ? filledBy(ZERO) : null,
    lastCarried: filledBy(LAST),
    lowest: filledBy(SMALLEST),
    highest: filledBy(LARGEST),
    weights: { assumed, unknown },
  }

  function visit(area: number): void {
    const { covered, due } = pairAt(cube, column, area, index)
    if (covered >= due) return
    if (axis.inner[area] !== -1) {
      for (let child = area + 1; child < axis.end[area]!; child = axis.end[child]!) visit(child)
      return
    }
    const [top, bottom] = [sideOf(cube, over, area, at), sideOf(cube, under, area, beside)]
    const weight = filled(under, bottom, LAST, beside)
    if (!weight) unknown.push(axis.ids[area]!)
    else if (bottom.lacking) assumed.push(axis.ids[area]!)
    open.push({ top, weight: weight ?? NOUGHT })
  }
}

function sidesOf({ columns }: Cube, column: Column): Sides | null {
  const { computed } = column
  if (!computed || computed.kind === 'formula') return null
  const weighted = computed.kind === 'weighted'
  const over = weighted ? column : columns[computed.top]
  const under = columns[weighted ? computed.weight : computed.bottom]
  if (!over || !under || (!weighted && over.computed) || under.computed || !addsOver(over) || !addsOver(under))
    return null
  return { over, under, weighted, factor: weighted ? ONE : computed.factor }
}

function sideOf(cube: Cube, column: Column, leaf: number, index: number): Side {
  const { value, more, periods } = added(cube.axis, column, leaf, index, new Map())
  const sum = addRatio(ratio(value), more ?? NOUGHT)
  return {
    sum: ratio(sum.num, sum.den * powerOfTen(column.scale)),
    periods,
    lacking: lackingOf(cube, column, leaf, index),
  }
}

/** What a leaf comes to with something in the place of what it lacks; null where there is nothing to take. */
function filled(
  { indicator, calendar }: Column,
  { sum, periods, lacking }: Side,
  fill: Fill,
  index: number,
): Ratio | null {
  const total = lacking ? plus(sum, lacking, fill) : sum
  const times = periods + (lacking?.periods.length ?? 0)
  if (!total || times === 0) return null
  return indicator.overTime === 'mean' && index >= calendar.base ? ratio(total.num, total.den * BigInt(times)) : total
}
