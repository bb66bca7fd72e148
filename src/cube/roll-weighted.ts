import { countGaps, endsWith, SAYS_WHY, wordsOf } from './gaps.ts'
import { leavesInBase, onlyLeaves } from './only-leaves.ts'
import { emptyRow, leafRow, type RowOf } from './leaf-row.ts'
import { isMean, type Means } from './means.ts'
import { FITS, type Quotients } from './quotients.ts'
import type { Column } from './column.ts'
import type { Cube } from './cube.ts'
import type { Axis } from './axis.ts'
import type { Calendar } from './calendar.ts'
import { addInner, addLeaves } from './roll-leaves.ts'
import { longer, runsOf } from './runs.ts'
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
  const open = column.means ? new Uint8Array(size) : null
  const madeBy = new Int32Array(length)
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
        if (open) open[into + e] = open[into + e]! | open[from]!
      }
      continue
    }
    leafRow(column, row, figures)
    leafRow(weight, row, weights)
    if (into < 0) continue
    const means = column.means?.get(row)
    if (means) findMeans(means, calendar, stock, figures, madeBy)
    for (let e = 0; e < length; e += 1) {
      const asked = figures.asked[e]!
      const whole =
        figures.has[e]! >= asked && asked > 0 && weights.has[e]! >= weights.asked[e]! && weights.asked[e]! > 0
      if (means && whole && madeBy[e] !== NO_MEAN) {
        const product = productOf(means, madeBy[e]!, weights.value[e]!, mean && e >= base ? spans[e]! : 1)
        if (product === null) open![into + e] = 1
        else top[into + e] = top[into + e]! + product
        bottom[into + e] = bottom[into + e]! + weights.value[e]!
        covered[into + e] = covered[into + e]! + asked
        due[into + e] = due[into + e]! + asked
        continue
      }
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
    open,
  }
}

/** Instead of the place of a mean: none is in it, or several that make no whole number. */
const NO_MEAN = -1
const SEVERAL_MEANS = -2

/** For each period of a leaf the place of the mean that stands for it, where a recast made one; such a figure is whole. */
function findMeans(
  means: Quotients,
  { base, length, order, parts }: Calendar,
  stock: boolean,
  figures: RowOf,
  to: Int32Array,
): void {
  const own = (at: number) => {
    if (!isMean(means, at)) return false
    figures.asked[at] = Math.max(1, figures.asked[at]!)
    figures.has[at] = figures.asked[at]!
    return true
  }
  to.fill(NO_MEAN)
  for (let at = 0; at < base; at += 1) if (own(at)) to[at] = at
  for (const at of order) {
    if (at >= length) continue
    const of = stock ? parts[at]!.subarray(-1) : parts[at]!
    // What is longer still is made of a longer mean where there is one, whatever its months lack.
    figures.has[at] = of.reduce((sum, part) => sum + figures.has[part]!, 0)
    figures.asked[at] = of.reduce((sum, part) => sum + figures.asked[part]!, 0)
    if (own(at)) to[at] = at
    else if (stock) to[at] = to[of[0]!]!
    else if (of.some(part => to[part] !== NO_MEAN)) to[at] = SEVERAL_MEANS
  }
}

/** A mean times its weight, where that is what it was divided by: then it is a whole number. */
const productOf = ({ num, den, said }: Quotients, at: number, weight: number, times: number): number | null =>
  at >= 0 && said[at] === FITS && den[at] === weight * times ? num[at]! : null

/** Stocks weighted by stocks: a longer period is its last month, so months are all that there is to weigh. */
function rollStocks({ axis }: Cube, { calendar, on, totals, means }: Column, weight: Column, work?: Work): Totals {
  const { base, length } = calendar
  const [figures, weights] = [on!.values[0]!, weight.on!.values[0]!]
  const [said, weighed] = [on!.states, weight.on!.states]
  if (work) work.cells += figures.length
  const top = totals?.inner.length === 1 ? totals.inner[0]! : new Float64Array(axis.innerRows.length * length)
  addProducts(axis, calendar, figures, weights, top)
  const open = means && addMeans(axis, calendar, means, weighed, weights, top)
  addInner(axis, calendar, top, work)
  longer(axis, calendar, top, true)
  const whole = weight.totals
  if (whole && !whole.mixed && !whole.gaps && !countGaps(axis, calendar, said, true))
    return { inner: [top], kept: NONE, gaps: whollyCovered(axis, length), mixed: false, below: whole, open }
  // Of the weights those are left out whose figure is missing: taken from their sums, which are known, where they are.
  const taken = whole && !whole.mixed && whole.inner.length === 1
  const bottom = taken ? whole.inner[0]!.slice() : new Float64Array(axis.innerRows.length * length)
  const left = taken ? null : weights.slice()
  const both = bothSaid(said, weighed, base, at => {
    const row = Math.floor(at / base)
    if (left) left[at] = 0
    else if (axis.inner[row] === -1)
      for (let above = axis.parent[row]!; above >= 0; above = axis.parent[above]!) {
        const to = axis.inner[above]! * length + at - row * base
        bottom[to] = bottom[to]! - weights[at]!
      }
  })
  if (left) {
    const sums = { inner: [bottom], kept: [scratch(axis.onMap * (calendar.kept - base))] }
    addLeaves(axis, calendar, [left], 'last', work, sums)
  } else longer(axis, calendar, bottom, true)
  const gaps = countGaps(axis, calendar, both, true, work) ?? whollyCovered(axis, length)
  return {
    inner: [top],
    kept: NONE,
    gaps,
    mixed: false,
    below: { inner: [bottom], kept: NONE, gaps, mixed: false },
    open,
  }
}

/** Means of a recast times their weights, into the area above; gives the cells of areas whose sum is then no whole number. */
function addMeans(
  axis: Axis,
  calendar: Calendar,
  means: Means,
  weighed: Uint8Array,
  weights: Float64Array,
  to: Float64Array,
): Uint8Array | null {
  const { base, length } = calendar
  let open: Uint8Array | null = null
  const ask = (above: number, index: number) => {
    open ??= new Uint8Array(to.length)
    const over = [...calendar.order].filter(longer => longer !== index && endsWith(calendar, longer, index))
    for (let up = above; up >= 0; up = axis.parent[up]!)
      for (const each of [index, ...over]) open[axis.inner[up]! * length + each] = 1
  }
  for (const [row, of] of means) {
    const above = axis.parent[row]!
    if (above < 0) continue
    for (let p = 0; p < length; p += 1) {
      if (!isMean(of, p)) continue
      const at = row * base + p
      const product = p < base && isValue(weighed[at]!) ? productOf(of, p, weights[at]!, 1) : null
      const into = axis.inner[above]! * length + p
      if (product !== null) to[into] = to[into]! + product
      // One that somebody gave of a longer period need not be that of its last month.
      else if (p >= base || isValue(weighed[at]!)) ask(above, p)
    }
  }
  return open
}

/**
 * Figures times their weights, straight into the months of the area above: four leaves at a time, as they are added in
 * `roll-leaves.ts`. What is absent is a nought in the block.
 */
function addProducts(
  axis: Axis,
  { base, length }: Calendar,
  figures: Float64Array,
  weights: Float64Array,
  to: Float64Array,
): void {
  const { above, from, to: ends } = runsOf(axis)
  to.fill(0)
  for (let run = 0; run < from.length; run += 1) {
    const start = above[run]! * length
    const end = ends[run]!
    let row = from[run]!
    for (; row + 3 < end; row += 4) {
      let a = row * base
      let b = a + base
      let c = b + base
      let d = c + base
      for (let at = start; at < start + base; at += 1) {
        const two = figures[a]! * weights[a]! + figures[b]! * weights[b]!
        const more = figures[c]! * weights[c]! + figures[d]! * weights[d]!
        to[at] = to[at]! + (two + more)
        a += 1
        b += 1
        c += 1
        d += 1
      }
    }
    for (; row < end; row += 1)
      for (let p = 0; p < base; p += 1)
        to[start + p] = to[start + p]! + figures[row * base + p]! * weights[row * base + p]!
  }
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

let room = new Float64Array(0)

/** Room that is used again for every column: what is in it is not kept. */
function scratch(size: number): Float64Array {
  if (room.length < size) room = new Float64Array(size)
  return room.subarray(0, size)
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
