import { powerOfTen } from '../measure/decimal.ts'
import { addRatio, compareRatio, divideRatio, multiplyRatio, NOUGHT, ratio, type Ratio } from '../measure/ratio.ts'
import { pairAt } from './amount.ts'
import type { Estimate } from './bounds.ts'
import { indexOf } from './calendar.ts'
import type { Column } from './column.ts'
import type { Cube } from './cube.ts'
import {
  addsOver,
  fillable,
  lackingOf,
  LARGEST,
  LAST,
  plus,
  SMALLEST,
  ZERO,
  type Fill,
  type Fillable,
  type Lacking,
} from './lacking.ts'
import { added } from './sum.ts'

/** What is divided by what, once everything that is due is there. */
interface Sides {
  readonly top: Pick<Fillable, 'lacking' | 'filledBy'>
  /** With what areas last weighed where it is not known; above zero. */
  readonly bottom: Ratio
  readonly assumed: readonly string[]
  readonly unknown: readonly string[]
}

/**
 * The same of a weighted mean or a ratio of sums: an area that lacks a figure is weighed with its weight of the period, or where that
 * is lacking too with what it last weighed, which is named. Null where weights are below zero, or made of others.
 */
export function estimateWeighed(cube: Cube, column: Column, row: number, index: number): Estimate | null {
  const { computed } = column
  const period = column.calendar.periods[index]
  const whole = pairAt(cube, column, row, index)
  if (!computed || computed.kind === 'formula' || !period) return null
  if (whole.covered === 0 || whole.covered >= whole.due || whole.bottom.num <= 0n) return null
  const weighted = computed.kind === 'weighted'
  const over = weighted ? column : cube.columns[computed.top]
  const under = cube.columns[weighted ? computed.weight : computed.bottom]
  if (!over || !under || under.computed || (!weighted && over.computed) || !addsOver(over) || !addsOver(under))
    return null
  const [at, beside] = [indexOf(over.calendar, period), indexOf(under.calendar, period)]
  if (at < 0 || beside < 0) return null
  const sides = weighted
    ? weighedSides(cube, column, under, row, at, beside)
    : dividedSides(cube, over, under, row, at, beside)
  if (!sides || sides.bottom.num <= 0n) return null
  const { top, bottom, assumed, unknown } = sides
  const shown = (total: Ratio): Ratio => (weighted ? total : multiplyRatio(total, computed.factor))
  const filledBy = (fill: Fill): Ratio | null => {
    const total = unknown.length > 0 ? null : top.filledBy(fill)
    return total && shown(divideRatio(total, bottom))
  }
  const isCertain = over.indicator.nonNegative === true && assumed.length === 0
  return {
    known: shown(divideRatio(whole.top, whole.bottom)),
    lacking: top.lacking,
    share: unknown.length > 0 || compareRatio(whole.bottom, bottom) > 0 ? null : divideRatio(whole.bottom, bottom),
    least: isCertain ? filledBy(ZERO) : null,
    lastCarried: filledBy(LAST),
    lowest: filledBy(SMALLEST),
    highest: filledBy(LARGEST),
    weights: { assumed, unknown },
  }
}

/** Two sums, each of all that is due of it: so they are divided where nothing is missing. */
function dividedSides(cube: Cube, over: Column, under: Column, row: number, at: number, beside: number): Sides | null {
  if (over.indicator.overAreas !== 'sum' || under.indicator.overAreas !== 'sum') return null
  const bottom = fillable(cube, under, row, beside)
  const unknown = bottom.lacking.filter(({ last }) => last === null).map(({ area }) => area)
  const assumed = bottom.lacking.filter(({ last }) => last !== null).map(({ area }) => area)
  return { top: fillable(cube, over, row, at), bottom: bottom.filledBy(LAST) ?? ONE_OF_NONE, assumed, unknown }
}
const ONE_OF_NONE = ratio(1n)

/** A leaf that is in neither sum because something of it is lacking. */
interface Open {
  readonly figure: Side
  /** Its weight, as it is or as it last was. */
  readonly weight: Ratio
}

/** Figures of leaves, each as often as its weight says. */
function weighedSides(
  cube: Cube,
  column: Column,
  weights: Column,
  row: number,
  at: number,
  beside: number,
): Sides | null {
  const { axis } = cube
  const whole = pairAt(cube, column, row, at)
  const open: Open[] = []
  const [assumed, unknown]: [string[], string[]] = [[], []]
  visit(row)
  if (open.some(({ weight }) => weight.num < 0n)) return null
  return {
    top: {
      lacking: open.flatMap(({ figure }) => figure.lacking ?? []),
      filledBy: fill => {
        let total: Ratio | null = whole.top
        for (const { figure, weight } of open) {
          const value: Ratio | null = total && filled(column, figure, fill, at)
          total = total && value && addRatio(total, multiplyRatio(value, weight))
        }
        return total
      },
    },
    bottom: open.reduce((sum, { weight }) => addRatio(sum, weight), whole.bottom),
    assumed,
    unknown,
  }

  function visit(area: number): void {
    const { covered, due } = pairAt(cube, column, area, at)
    if (covered >= due) return
    if (axis.inner[area] !== -1) {
      for (let child = area + 1; child < axis.end[area]!; child = axis.end[child]!) visit(child)
      return
    }
    const bottom = sideOf(cube, weights, area, beside)
    const weight = filled(weights, bottom, LAST, beside)
    if (!weight) unknown.push(axis.ids[area]!)
    else if (bottom.lacking) assumed.push(axis.ids[area]!)
    open.push({ figure: sideOf(cube, column, area, at), weight: weight ?? NOUGHT })
  }
}

/** What a leaf has of a period: the sum of what is there, over how many base periods, and what is lacking. */
interface Side {
  readonly sum: Ratio
  readonly periods: number
  readonly lacking: Lacking | null
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
