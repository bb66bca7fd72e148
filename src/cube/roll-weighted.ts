import { countGaps, SAYS_WHY, wordsOf } from './gaps.ts'
import { leavesInBase, onlyLeaves } from './only-leaves.ts'
import { emptyRow, leafRow } from './leaf-row.ts'
import type { Column } from './column.ts'
import type { Cube } from './cube.ts'
import type { Axis } from './axis.ts'
import { addLeaves, type Sums } from './roll-leaves.ts'
import { isDue, isValue, UNSAID } from './state.ts'
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
function rollStocks({ axis }: Cube, { calendar, on, totals }: Column, weight: Column, work?: Work): Totals {
  const { base, length, kept } = calendar
  const [figures, weights] = [on!.values[0]!, weight.on!.values[0]!]
  const [said, weighed] = [on!.states, weight.on!.states]
  const product = scratch(0, figures.length)
  const years = scratch(1, axis.onMap * (kept - base))
  const roomOf = (held?: Sums | null): Sums => ({
    inner: held?.inner.length === 1 ? held.inner : [new Float64Array(axis.innerRows.length * length)],
    kept: [years],
  })
  if (work) work.cells += product.length
  multiply(figures, weights, product)
  const whole = weight.totals
  if (whole && !whole.mixed && !whole.gaps && !countGaps(axis, calendar, said, true)) {
    const { inner } = addLeaves(axis, calendar, [product], 'last', work, roomOf(totals))
    return { inner, kept: NONE, gaps: whollyCovered(axis, length), mixed: false, below: whole }
  }
  const weighted = scratch(2, weights.length)
  weighted.set(weights)
  const both = bothSaid(said, weighed, base, at => {
    product[at] = 0
    weighted[at] = 0
  })
  const gaps = countGaps(axis, calendar, both, true, work) ?? whollyCovered(axis, length)
  const { inner } = addLeaves(axis, calendar, [product], 'last', work, roomOf(totals))
  const below = addLeaves(axis, calendar, [weighted], 'last', work, roomOf())
  return { inner, kept: NONE, gaps, mixed: false, below: { inner: below.inner, kept: NONE, gaps, mixed: false } }
}

const NONE = [new Float64Array(0)]

/** Where both have a value; `lacks` is told of every cell where either has none. */
function bothSaid(said: Uint8Array, weighed: Uint8Array, base: number, lacks: (at: number) => void): Uint8Array {
  const both = new Uint8Array(said.length)
  const [a, b] = [wordsOf(said, base), wordsOf(weighed, base)]
  for (let at = 0; at < both.length; at += 1) {
    // Most have, so they are looked at four at a time.
    if (a && b) while (at < both.length && ((a[at >> 2]! | b[at >> 2]!) & SAYS_WHY) === 0 && (at & 3) === 0) at += 4
    if (at >= both.length || (isValue(said[at]!) && isValue(weighed[at]!))) continue
    both[at] = isDue(said[at]!) ? UNSAID : said[at]!
    lacks(at)
  }
  return both
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
