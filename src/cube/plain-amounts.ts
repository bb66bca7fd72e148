import { absent } from '../measure/absence.ts'
import type { Calendar } from './calendar.ts'
import { hasSingle, type Column } from './column.ts'
import type { Cube } from './cube.ts'
import type { Run } from './formula-run.ts'
import { emptyRow, leafRow, type RowOf } from './leaf-row.ts'
import { codeOf, putRatio, putWhole, type Quotients } from './quotients.ts'
import { isValue } from './state.ts'
import { isWhole, PARTIAL, type AmountAt } from './whole.ts'

const PARTLY = codeOf(PARTIAL)

/** The widest scale whose power of ten, times the periods of a mean, fits. */
const WIDEST = 12

/**
 * What an area comes to in some periods by a column that is not made of others, for a formula: whole amounts, and why there is none.
 * Read straight from the figures and totals where they are dense and narrow; what is not so simple is asked cell by cell.
 */
export function plainAmounts(cube: Cube, column: Column, row: number, to: Quotients, run: Run, ask: AmountAt): void {
  const { on, scale } = column
  const simple = on?.values.length === 1 && row < cube.axis.onMap && scale <= WIDEST && !hasSingle(column, row)
  if (!simple) {
    askEach(cube, column, row, to, run, ask)
    return
  }
  if (cube.axis.inner[row] === -1) ofLeaf(cube, column, row, to, run, ask)
  else ofInner(cube, column, row, to, run, ask)
}

export function askEach(cube: Cube, column: Column, row: number, to: Quotients, run: Run, ask: AmountAt): void {
  for (let k = 0; k < run.count; k += 1) askOne(cube, column, row, to, run.places[k]!, ask)
}

export function askOne(cube: Cube, column: Column, row: number, to: Quotients, at: number, ask: AmountAt): void {
  const amount = ask(cube, column, row, at)
  if (amount.value && isWhole(amount)) putRatio(to, at, amount.value)
  else to.said[at] = codeOf(amount.value ? PARTIAL : (amount.why ?? absent('notReported')))
}

const rows = new WeakMap<Calendar, RowOf>()

function ofLeaf(cube: Cube, column: Column, row: number, to: Quotients, { places, count }: Run, ask: AmountAt): void {
  const { calendar, indicator, scale } = column
  const { base, length } = calendar
  let leaf = rows.get(calendar)
  if (!leaf) rows.set(calendar, (leaf = emptyRow(length)))
  leafRow(column, row, leaf)
  const ten = 10 ** scale
  const mean = indicator.overTime === 'mean'
  const adds = mean || indicator.overTime === 'sum' || indicator.overTime === 'last'
  for (let k = 0; k < count; k += 1) {
    const at = places[k]!
    const [has, asked] = at < length ? [leaf.has[at]!, leaf.asked[at]!] : [0, 0]
    if (at < base && has === 1) putWhole(to, at, leaf.value[at]!, ten)
    else if (at < base || has === 0 || !adds) askOne(cube, column, row, to, at, ask)
    else if (has < asked) to.said[at] = PARTLY
    else putWhole(to, at, leaf.value[at]!, mean ? ten * has : ten)
  }
}

function ofInner(cube: Cube, column: Column, row: number, to: Quotients, { places, count }: Run, ask: AmountAt): void {
  const { calendar, indicator, on, totals, scale } = column
  const { base, length, spans } = calendar
  const [values, states] = [on!.values[0]!, on!.states]
  const ten = 10 ** scale
  const mean = indicator.overTime === 'mean'
  const rolled = totals && !totals.below && totals.inner.length === 1 ? totals : null
  const from = cube.axis.inner[row]! * length
  for (let k = 0; k < count; k += 1) {
    const at = places[k]!
    if (at < base && isValue(states[row * base + at]!)) {
      putWhole(to, at, values[row * base + at]!, ten)
      continue
    }
    const gaps = rolled?.gaps
    // How many periods a mean is over is only known at once where nothing is missing; growth is chained, never added.
    const here =
      rolled && at < length && (at < base || (indicator.overTime !== 'chainedGrowth' && !(mean && gaps)))
        ? rolled
        : null
    const covered = gaps ? gaps.covered[from + at]! : 1
    if (!here || covered === 0) askOne(cube, column, row, to, at, ask)
    else if (gaps && covered < gaps.due[from + at]!) to.said[at] = PARTLY
    else putWhole(to, at, here.inner[0]![from + at]!, mean && at >= base ? ten * spans[at]! : ten)
  }
}
