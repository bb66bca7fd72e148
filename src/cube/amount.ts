import { absent } from '../measure/absence.ts'
import { powerOfTen } from '../measure/decimal.ts'
import type { Period } from '../measure/period.ts'
import {
  addRatio,
  divideRatio,
  multiplyRatio,
  NOUGHT,
  ONE,
  ratio,
  subtractRatio,
  type Ratio,
} from '../measure/ratio.ts'
import { compute, type Computed } from '../plan/formula/compute.ts'
import type { Formula } from '../plan/formula/node.ts'
import { childRows } from './axis.ts'
import { indexOf } from './calendar.ts'
import { find, valueIn, type Column } from './column.ts'
import { growthUnit } from './computed.ts'
import type { Cube } from './cube.ts'
import { formulaAt, unitNamed } from './formula-row.ts'
import { meanAt, whyNoMean } from './means.ts'
import { absenceIn, isValue } from './state.ts'
import { added, sumAt } from './sum.ts'
import { isWhole, PARTIAL, type Amount } from './whole.ts'
import { wideAt } from './wide.ts'

/** What an area comes to in a period, by whatever rule its indicator has. */
export function amountAt(cube: Cube, column: Column, row: number, index: number): Amount {
  const own = ownAt(column, row, index)
  if (own) {
    // What is below is covered by it; how much that is only a total needs to know.
    const due = Math.max(1, dueOf(cube, column, row, index))
    return { value: own, covered: due, due }
  }
  const made = madeAt(cube, column, row, index)
  if (made.value !== null || made.why) return made
  const found = find(column, row, index)
  const said = found ? (whyNoMean(column, row, index) ?? absenceIn(found.block.states[found.at]!)) : null
  if (said) return { ...made, why: said }
  const above = row < cube.axis.onMap && cube.axis.inner[row] !== -1
  const { overAreas, overTime } = column.indicator
  if (made.due === 0) return { ...made, why: absent('notDue') }
  if (overTime === 'none' && index >= column.calendar.base && index < column.calendar.length)
    return { ...made, why: absent('notComputable', 'cube.not-over-time') }
  return {
    ...made,
    why: above && overAreas === 'none' ? absent('notComputable', 'cube.not-over-areas') : absent('notReported'),
  }
}

/** The figure that somebody gave for the very cell, or that a recast put there. */
export function ownAt(column: Column, row: number, index: number): Ratio | null {
  const found = find(column, row, index)
  if (!found || !isValue(found.block.states[found.at]!)) return null
  const mean = meanAt(column, row, index)
  const scale = powerOfTen(column.scale)
  return mean ? ratio(mean.num, mean.den * scale) : ratio(valueIn(found.block, found.at), scale)
}

const dueOf = ({ axis }: Cube, column: Column, row: number, index: number): number =>
  column.computed || row >= axis.onMap ? 1 : sumAt(axis, column, row, index).due

function madeAt(cube: Cube, column: Column, row: number, index: number): Amount {
  const { computed, indicator, calendar } = column
  if (computed)
    switch (computed.kind) {
      case 'ratio': {
        const { top, bottom, covered, due } = pairAt(cube, column, row, index)
        if (covered === 0) return { value: null, covered, due }
        if (bottom.num === 0n)
          return { value: null, covered: 0, due, why: absent('notComputable', 'cube.nothing-below') }
        return { value: multiplyRatio(divideRatio(top, bottom), computed.factor), covered, due }
      }
      case 'weighted': {
        const rolled = weightedSums(cube, column, row, index)
        const alone = rolled ? null : aloneAt(cube, column, row, index)
        if (alone && isWhole(alone)) return alone
        const { top, bottom, covered, due } = pairAt(cube, column, row, index)
        if (covered === 0) return { value: null, covered, due }
        if (bottom.num === 0n)
          return { value: null, covered: 0, due, why: absent('notComputable', 'cube.nothing-below') }
        return { value: divideRatio(top, bottom), covered, due }
      }
      case 'formula':
        return formulaAt(cube, column, row, index, amountAt)
      default:
        return computed satisfies never
    }
  if (indicator.overTime === 'chainedGrowth' && index >= calendar.base) return chained(cube, column, row, index)
  if (indicator.overAreas === 'weightedMean' || indicator.overAreas === 'ratioOfSums')
    return aloneAt(cube, column, row, index)
  const sum = sumAt(cube.axis, column, row, index)
  if (sum.covered === 0) return { value: null, covered: 0, due: sum.due }
  const below = indicator.overTime === 'mean' && index >= calendar.base ? BigInt(Math.max(1, sum.periods)) : 1n
  return { value: ratio(sum.value, powerOfTen(column.scale) * below), covered: sum.covered, due: sum.due }
}

/** What the area's own figures come to, whatever lies in it. */
export function aloneAt({ axis }: Cube, column: Column, row: number, index: number): Amount {
  const sum = added(axis, { ...column, indicator: { ...column.indicator, overAreas: 'none' } }, row, index, new Map())
  if (sum.covered === 0) return { value: null, covered: 0, due: sum.due }
  const mean = column.indicator.overTime === 'mean' && index >= column.calendar.base
  const all = sum.more ? addRatio(ratio(sum.value), sum.more) : ratio(sum.value)
  const value = ratio(all.num, all.den * powerOfTen(column.scale) * (mean ? BigInt(Math.max(1, sum.periods)) : 1n))
  return { value, covered: sum.covered, due: sum.due }
}

/** Two sums over the same areas, and how many of those that are due are in both. */
export interface Pair {
  readonly top: Ratio
  readonly bottom: Ratio
  readonly covered: number
  readonly due: number
}

/**
 * What is divided by what. Where both are whole these are they; else only areas below are added in which both are, so that no area
 * is counted above the bar and missing below it.
 */
export function pairAt(cube: Cube, column: Column, row: number, index: number): Pair {
  const { computed } = column
  const { columns } = cube
  const rolled = weightedSums(cube, column, row, index)
  if (rolled) return rolled
  if (!computed || computed.kind === 'formula') return { top: NOUGHT, bottom: NOUGHT, covered: 0, due: 1 }
  const [over, under] =
    computed.kind === 'ratio'
      ? [
          amountIn(cube, columns[computed.top], column, row, index),
          amountIn(cube, columns[computed.bottom], column, row, index),
        ]
      : [aloneAt(cube, column, row, index), amountIn(cube, columns[computed.weight], column, row, index)]
  const due = Math.max(1, over.due)
  if (over.value && under.value && isWhole(over) && isWhole(under)) {
    const top = computed.kind === 'ratio' ? over.value : multiplyRatio(over.value, under.value)
    return { top, bottom: under.value, covered: due, due }
  }
  const children = row < cube.axis.onMap ? childRows(cube.axis, row) : []
  if (children.length === 0) return { top: NOUGHT, bottom: NOUGHT, covered: 0, due: over.due === 0 ? 0 : due }
  return children
    .map(child => pairAt(cube, column, child, index))
    .reduce((a, b) => ({
      top: addRatio(a.top, b.top),
      bottom: addRatio(a.bottom, b.bottom),
      covered: a.covered + b.covered,
      due: a.due + b.due,
    }))
}

/** The same from what was rolled up. */
function weightedSums({ axis, columns }: Cube, column: Column, row: number, index: number): Pair | null {
  const { totals, computed, calendar, indicator } = column
  const place = row < axis.onMap ? axis.inner[row]! : -1
  if (!totals?.below || !totals.gaps || computed?.kind !== 'weighted' || place < 0 || index >= calendar.length)
    return null
  const at = place * calendar.length + index
  if (totals.open?.[at] === 1) return null
  const weight = powerOfTen(columns[computed.weight]?.scale ?? 0)
  const span = indicator.overTime === 'mean' && index >= calendar.base ? BigInt(calendar.spans[index]!) : 1n
  return {
    top: ratio(wideAt(totals.inner, at), powerOfTen(column.scale) * weight * span),
    bottom: ratio(wideAt(totals.below.inner, at), weight),
    covered: totals.gaps.covered[at]!,
    due: totals.gaps.due[at]!,
  }
}

/** The amount of another column for the same area and period. */
export function amountIn(cube: Cube, column: Column | undefined, from: Column, row: number, index: number): Amount {
  const period = from.calendar.periods[index]
  const at = !column || !period ? -1 : column.calendar === from.calendar ? index : indexOf(column.calendar, period)
  return column && at >= 0 ? amountAt(cube, column, row, at) : { value: null, covered: 0, due: 1 }
}

/** Growth over a term from that of its years; that of a year's parts makes none of the year. */
function chained(cube: Cube, column: Column, row: number, index: number): Amount {
  const { calendar, indicator } = column
  const parts = [...(calendar.parts[index] ?? [])]
  const yearly = parts.length > 0 && parts.every(part => calendar.periods[part]?.frequency === 'A')
  if (!yearly) return { value: null, covered: 0, due: 1, why: absent('notComputable', 'cube.not-over-time') }
  const one = growthUnit(indicator.unit)
  let grown = ONE
  for (const part of parts) {
    const rate = amountAt(cube, column, row, part)
    if (!rate.value || !isWhole(rate))
      return { value: null, covered: 0, due: parts.length, ...(rate.why ? { why: rate.why } : {}) }
    grown = multiplyRatio(grown, addRatio(ONE, multiplyRatio(rate.value, one)))
  }
  return { value: divideRatio(subtractRatio(grown, ONE), one), covered: parts.length, due: parts.length }
}

/**
 * The arithmetic of a formula for an area and a period, every figure of it exact, as an explanation shows it: the same value as the
 * cell's. A part that is not whole makes none.
 */
export function arithmeticAt(cube: Cube, column: Column, row: number, index: number): Computed | null {
  const period = column.calendar.periods[index]
  if (column.computed?.kind !== 'formula' || !period) return null
  return arithmeticFor(cube, column.computed, row, period)
}

function arithmeticFor(
  cube: Cube,
  { formula, inputs }: { readonly formula: Formula; readonly inputs: ReadonlyMap<string, readonly number[]> },
  row: number,
  period: Period,
): Computed {
  return compute(formula, period, {
    unit: code => {
      const indicator = cube.indicators.get(code)
      return indicator ? unitNamed(indicator.unit) : null
    },
    value: (code, when) => {
      let why = absent('notReported')
      for (const number of inputs.get(code) ?? []) {
        const column = cube.columns[number]
        const at = column ? indexOf(column.calendar, when) : -1
        if (!column || at < 0) continue
        const amount = amountAt(cube, column, row, at)
        if (amount.value && isWhole(amount)) return amount.value
        why = amount.value ? PARTIAL : (amount.why ?? why)
      }
      return why
    },
  })
}
