import type { Axis } from './axis.ts'
import type { Calendar } from './calendar.ts'
import { longer } from './runs.ts'
import { isDue, isValue } from './state.ts'
import type { Gaps } from './totals.ts'
import type { Work } from './work.ts'

/**
 * How much is reported behind every cell, where only leaves report; null where all is. Only cells without a figure cost anything:
 * what is whole is looked at four cells at a time.
 */
export function countGaps(
  axis: Axis,
  calendar: Calendar,
  states: Uint8Array,
  stock: boolean,
  work?: Work,
): Gaps | null {
  const { base, length, kept } = calendar
  const rows = lackingRows(axis, base, states, work)
  if (rows.length === 0) return null
  const covered = new Int32Array(axis.innerRows.length * length)
  axis.innerRows.forEach((row, i) => covered.fill(axis.leaves[row]!, i * length, i * length + base))
  const due = covered.slice()
  const stride = kept - base
  const keptCovered = new Int32Array(axis.onMap * stride)
  for (let row = 0; row < axis.onMap; row += 1)
    for (let k = 0; k < stride; k += 1) keptCovered[row * stride + k] = stock ? 1 : calendar.spans[base + k]!
  const keptDue = keptCovered.slice()
  for (const row of rows)
    for (let p = 0; p < base; p += 1) {
      const state = states[row * base + p]!
      if (isValue(state)) continue
      if (work) work.cells += 1
      const asked = isDue(state)
      for (let above = axis.parent[row]!; above >= 0; above = axis.parent[above]!) {
        const at = axis.inner[above]! * length + p
        covered[at] = covered[at]! - 1
        if (!asked) due[at] = due[at]! - 1
      }
      for (const index of calendar.over[p] ?? []) {
        if (index >= kept || (stock && !isLastOf(calendar, index, p))) continue
        const at = row * stride + index - base
        keptCovered[at] = keptCovered[at]! - 1
        if (!asked) keptDue[at] = keptDue[at]! - 1
      }
    }
  longer(axis, calendar, covered, stock)
  longer(axis, calendar, due, stock)
  axis.innerRows.forEach((row, i) => {
    for (let k = 0; k < stride; k += 1) {
      keptCovered[row * stride + k] = covered[i * length + base + k]!
      keptDue[row * stride + k] = due[i * length + base + k]!
    }
  })
  return { covered, due, keptCovered, keptDue }
}

/** Whether a base period is the one whose stock a longer period ends with. */
function isLastOf({ parts, base }: Calendar, index: number, p: number): boolean {
  let at = index
  while (at >= base) {
    const of = parts[at]!
    at = of[of.length - 1]!
  }
  return at === p
}

/** The leaves that lack something. */
function lackingRows(axis: Axis, base: number, states: Uint8Array, work?: Work): number[] {
  const found: number[] = []
  const words =
    base % 4 === 0 && states.byteOffset % 4 === 0
      ? new Int32Array(states.buffer, states.byteOffset, states.length >> 2)
      : null
  const lacks = (row: number): boolean => {
    if (words) {
      for (let at = (row * base) >> 2; at < ((row + 1) * base) >> 2; at += 1)
        if ((words[at]! & 0x07070707) !== 0) return true
    } else for (let at = row * base; at < (row + 1) * base; at += 1) if (!isValue(states[at]!)) return true
    return false
  }
  for (let row = 0; row < axis.onMap; row += 1) {
    if (axis.inner[row] !== -1) continue
    if (work) work.cells += base >> 2
    if (lacks(row)) found.push(row)
  }
  return found
}
