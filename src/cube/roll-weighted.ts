import { countGaps } from './gaps.ts'
import { leavesInBase, onlyLeaves } from './only-leaves.ts'
import { emptyRow, leafRow } from './leaf-row.ts'
import type { Column } from './column.ts'
import type { Cube } from './cube.ts'
import type { Axis } from './axis.ts'
import { rollLeaves } from './roll-leaves.ts'
import { isDue, isValue, UNSAID, VALUE } from './state.ts'
import type { Gaps, Totals } from './totals.ts'
import { NARROW } from './wide.ts'
import type { Work } from './work.ts'

/**
 * Sums of weighted figures and of their weights for every area above leaves. Each leaf's longer period is first made of its own
 * shorter ones, then weighted with that period's weight; a leaf that lacks either is in neither sum. Null where it is not so simple:
 * then a cell is made when it is read.
 */
export function rollWeighted(cube: Cube, column: Column, weight: Column, work?: Work): Totals | null {
  const { axis } = cube
  const { calendar, indicator, on } = column
  const { base, length, spans } = calendar
  const mean = indicator.overTime === 'mean'
  const stock = indicator.overTime === 'last'
  if (!on || !weight.on || weight.calendar !== calendar || (!mean && !stock)) return null
  if (!onlyLeaves(axis, column) || !leavesInBase(axis, weight)) return null
  if (on.values.length > 1 || weight.on.values.length > 1) return null
  if (weight.indicator.overTime !== 'sum' && weight.indicator.overTime !== 'last') return null
  let longest = 1
  for (let index = 0; index < spans.length; index += 1) longest = Math.max(longest, spans[index]!)
  if (column.most * weight.bound * (mean ? longest : 1) > NARROW) return null
  if (stock && weight.indicator.overTime === 'last') return rollStocks(cube, column, weight, work)
  const size = axis.innerRows.length * length
  const [top, bottom] = [new Float64Array(size), new Float64Array(size)]
  const [covered, due] = [new Int32Array(size), new Int32Array(size)]
  const [figures, weights] = [emptyRow(length), emptyRow(length)]
  for (let row = axis.onMap - 1; row >= 0; row -= 1) {
    const place = axis.inner[row]!
    const above = axis.parent[row]!
    const into = above < 0 ? -1 : axis.inner[above]! * length
    if (work) work.cells += length
    if (place >= 0) {
      if (into < 0) continue
      for (let e = 0; e < length; e += 1) {
        const from = place * length + e
        top[into + e] = top[into + e]! + top[from]!
        bottom[into + e] = bottom[into + e]! + bottom[from]!
        covered[into + e] = covered[into + e]! + covered[from]!
        due[into + e] = due[into + e]! + due[from]!
      }
      continue
    }
    leafRow(column, row, figures)
    leafRow(weight, row, weights)
    if (into < 0) continue
    for (let e = 0; e < length; e += 1) {
      const asked = figures.asked[e]!
      const whole =
        figures.has[e]! >= asked && asked > 0 && weights.has[e]! >= weights.asked[e]! && weights.asked[e]! > 0
      // Periods that were not due make means of different lengths, which are read one by one.
      if (e >= base && mean && whole && asked !== spans[e]) return null
      if (!whole) {
        due[into + e] = due[into + e]! + asked
        continue
      }
      top[into + e] = top[into + e]! + figures.value[e]! * weights.value[e]!
      bottom[into + e] = bottom[into + e]! + weights.value[e]!
      covered[into + e] = covered[into + e]! + asked
      due[into + e] = due[into + e]! + asked
    }
  }
  const none = new Float64Array(0)
  const counts = new Int32Array(0)
  const gaps = { covered, due, keptCovered: counts, keptDue: counts }
  return {
    inner: [top],
    kept: [none],
    gaps,
    mixed: false,
    below: { inner: [bottom], kept: [none], gaps, mixed: false },
  }
}

/** Stocks weighted by stocks: a longer period is its last month, so months are all that there is to weigh. */
function rollStocks({ axis }: Cube, { calendar, on }: Column, weight: Column, work?: Work): Totals {
  const { base, length } = calendar
  const [figures, weights] = [on!.values[0]!, weight.on!.values[0]!]
  const [said, weighed] = [on!.states, weight.on!.states]
  const product = scratch(0, figures.length)
  const room = {
    inner: [new Float64Array(axis.innerRows.length * length)],
    kept: [scratch(1, axis.onMap * (calendar.kept - base))],
  }
  if (work) work.cells += product.length
  multiply(figures, weights, product)
  const whole = weight.totals
  if (whole && !whole.mixed && !whole.gaps && !countGaps(axis, calendar, said, true)) {
    const top = rollLeaves(axis, calendar, { values: [product], states: said }, 'last', work, room)
    return { ...top, gaps: whollyCovered(axis, length), kept: [new Float64Array(0)], below: whole }
  }
  const both = new Uint8Array(said.length)
  const weighted = new Float64Array(weights.length)
  for (let at = 0; at < both.length; at += 1) {
    const whole = isValue(said[at]!) && isValue(weighed[at]!)
    both[at] = whole ? VALUE : isDue(said[at]!) ? UNSAID : said[at]!
    if (whole) weighted[at] = weights[at]!
    else product[at] = 0
  }
  const top = rollLeaves(axis, calendar, { values: [product], states: both }, 'last', work, room)
  const bottom = rollLeaves(axis, calendar, { values: [weighted], states: both }, 'last', work)
  return { ...top, gaps: top.gaps ?? whollyCovered(axis, length), kept: [new Float64Array(0)], below: bottom }
}

function multiply(a: Float64Array, b: Float64Array, to: Float64Array): void {
  for (let at = 0; at < to.length; at += 1) to[at] = a[at]! * b[at]!
}

const rooms: Float64Array[] = []

/** Room that is used again for every column: what is in it is not kept. */
function scratch(which: number, size: number): Float64Array {
  const held = rooms[which]
  if (held && held.length >= size) return held.subarray(0, size)
  return (rooms[which] = new Float64Array(size))
}

const whole = new WeakMap<Axis, Map<number, Gaps>>()

/** Every leaf is behind every stock: one count for all columns. */
function whollyCovered(axis: Axis, length: number): Gaps {
  let known = whole.get(axis)
  if (!known) whole.set(axis, (known = new Map<number, Gaps>()))
  let gaps = known.get(length)
  if (!gaps) {
    const covered = new Int32Array(axis.innerRows.length * length)
    axis.innerRows.forEach((row, i) => covered.fill(axis.leaves[row]!, i * length, (i + 1) * length))
    gaps = { covered, due: covered, keptCovered: new Int32Array(0), keptDue: new Int32Array(0) }
    known.set(length, gaps)
  }
  return gaps
}
