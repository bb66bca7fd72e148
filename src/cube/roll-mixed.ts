import type { Axis } from './axis.ts'
import { STRIDE } from './calendar.ts'
import { lowerBound, type Column } from './column.ts'
import { isDue, isValue } from './state.ts'
import { countsFor, type Totals } from './totals.ts'
import type { Work } from './work.ts'

/**
 * Rolls up a column in which areas above leaves, or longer periods, have figures of their own. A figure stands over what would
 * be added up in its place and covers all that is below it. A longer period without one is made of its parts, or of the areas
 * below in that period, whichever more is reported behind. A count of areas is only ever counted from the leaves.
 */
export function rollMixed(axis: Axis, column: Column, work?: Work): Totals {
  const { calendar, on } = column
  const { base, kept, length, parts, order, spans } = calendar
  const limbs = column.rest.values.length
  const { overTime, overAreas } = column.indicator
  const { stock, mean, additive } = {
    stock: overTime === 'last',
    mean: overTime === 'mean',
    additive: overTime === 'sum' || overTime === 'mean' || overTime === 'last',
  }
  const own = overAreas !== 'recount'
  const size = axis.innerRows.length * length
  const inner = Array.from({ length: limbs }, () => new Float64Array(size))
  const [covered, due] = [countsFor(axis, calendar, size), countsFor(axis, calendar, size)]
  const stride = kept - base
  const years = Array.from({ length: limbs }, () => new Float64Array(axis.onMap * stride))
  const [keptCovered, keptDue] = [
    countsFor(axis, calendar, axis.onMap * stride),
    countsFor(axis, calendar, axis.onMap * stride),
  ]
  const value = Array.from({ length: limbs }, () => new Float64Array(length))
  const [has, asked] = [new Int32Array(length), new Int32Array(length)]
  const last = lowerBound(column.rest, axis.onMap * STRIDE)
  let next = last - 1

  for (let row = axis.onMap - 1; row >= 0; row -= 1) {
    const place = axis.inner[row]!
    if (work) work.cells += length
    // What lies below was added to the row already; a leaf begins with nothing.
    for (let k = 0; k < limbs; k += 1) {
      const to = value[k] as Float64Array
      if (place >= 0) to.set((inner[k] as Float64Array).subarray(place * length, (place + 1) * length))
      else to.fill(0)
    }
    if (place >= 0) {
      has.set(covered.subarray(place * length, (place + 1) * length))
      asked.set(due.subarray(place * length, (place + 1) * length))
    } else {
      has.fill(0)
      asked.fill(1, 0, base)
      asked.fill(0, base)
    }
    const first = lowerBound(column.rest, row * STRIDE)
    if (on && (place < 0 || own)) for (let p = 0; p < base; p += 1) put(p, on, row * base + p, place < 0)
    if (place < 0 || own)
      for (let i = first; i <= next; i += 1) {
        const index = column.rest.cells[i]! % STRIDE
        if (index < base) put(index, column.rest, i, place < 0)
      }
    for (const index of order) {
      const of = parts[index]!
      const time = stock ? [of[of.length - 1]!] : of
      let [c, d] = [0, 0]
      for (const part of time) {
        c += has[part]!
        d += asked[part]!
      }
      if (!additive) c = 0
      if (place < 0 || !moreBehind(has[index]!, asked[index]!, c, d)) {
        has[index] = c
        asked[index] = d
        for (let k = 0; k < limbs; k += 1) {
          const of = value[k] as Float64Array
          let sum = 0
          if (additive) for (const part of time) sum += of[part]!
          of[index] = sum
        }
      }
      // A longer period's own figure stands before what is longer still is made of it.
      if (place < 0 || own) putLonger(first, next, index)
    }
    next = first - 1
    store(row, place)
  }
  return {
    inner,
    kept: years,
    gaps: { covered, due, keptCovered, keptDue },
    mixed: true,
    below: null,
  }

  function put(index: number, from: NonNullable<typeof on> | Column['rest'], at: number, leaf: boolean): void {
    const state = from.states[at]!
    if (isValue(state)) {
      for (let k = 0; k < limbs; k += 1) (value[k] as Float64Array)[index] = from.values[k]![at]!
      asked[index] = Math.max(1, asked[index]!)
      has[index] = asked[index]
    } else if (leaf) asked[index] = isDue(state) ? 1 : 0
  }

  function putLonger(first: number, last: number, index: number): void {
    const cells = column.rest.cells
    let [low, high] = [first, last]
    while (low <= high) {
      const middle = (low + high) >> 1
      const found = cells[middle]! % STRIDE
      if (found === index) {
        if (!isValue(column.rest.states[middle]!)) return
        for (let k = 0; k < limbs; k += 1)
          (value[k] as Float64Array)[index] = column.rest.values[k]![middle]! * (mean ? spans[index]! : 1)
        asked[index] = Math.max(1, asked[index]!)
        has[index] = asked[index]
        return
      }
      if (found < index) low = middle + 1
      else high = middle - 1
    }
  }

  function store(row: number, place: number): void {
    const above = axis.parent[row]!
    const into = above < 0 ? -1 : axis.inner[above]! * length
    for (let k = 0; k < limbs; k += 1) {
      const from = value[k] as Float64Array
      const [all, longest] = [inner[k] as Float64Array, years[k] as Float64Array]
      longest.set(from.subarray(base, kept), row * stride)
      if (into >= 0) for (let e = 0; e < length; e += 1) all[into + e] = all[into + e]! + from[e]!
      if (place >= 0) all.set(from, place * length)
    }
    keptCovered.set(has.subarray(base, kept), row * stride)
    keptDue.set(asked.subarray(base, kept), row * stride)
    if (into >= 0)
      for (let e = 0; e < length; e += 1) {
        covered[into + e] = covered[into + e]! + has[e]!
        due[into + e] = due[into + e]! + asked[e]!
      }
    if (place >= 0) {
      covered.set(has, place * length)
      due.set(asked, place * length)
    }
  }
}

/** Whether of two ways to a sum the first has more of what is due behind it. */
export const moreBehind = (covered: number, due: number, otherCovered: number, otherDue: number): boolean =>
  covered > 0 && (otherCovered === 0 || covered * otherDue > otherCovered * due)
