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
  const words = wordsOf(states, base)
  const years = keptOver(calendar, stock)
  const stride = kept - base
  const { inner, parent, onMap } = axis
  const above = new Int32Array(axis.innerRows.length)
  let [depth, of] = [0, -1]
  let gaps: Gaps | null = null
  let [due, keptDue]: [Gaps['due'], Gaps['keptDue']] = [above, above]
  for (let row = 0; row < onMap; row += 1) {
    if (inner[row] !== -1) continue
    const start = row * base
    const end = start + base
    if (work) work.cells += base >> 2
    for (let at = start; at < end; at += 1) {
      if (words)
        while ((words[at >> 2]! & SAYS_WHY) === 0) {
          at += 4
          if (at >= end) break
        }
      if (at >= end) break
      const state = states[at]!
      if (isValue(state)) continue
      if (!gaps) {
        gaps = nothingMissing(axis, calendar, stock)
        ;[due, keptDue] = [gaps.due, gaps.keptDue]
      }
      if (of !== row) {
        of = row
        depth = 0
        for (let up = parent[row]!; up >= 0; up = parent[up]!) above[depth++] = inner[up]! * length
      }
      if (work) work.cells += 1
      const asked = isDue(state)
      // What is due is the same list for all columns until something is not.
      if (!asked && due === gaps.due) [due, keptDue] = [gaps.due.slice(), gaps.keptDue.slice()]
      const p = at - start
      for (let i = 0; i < depth; i += 1) {
        const to = above[i]! + p
        gaps.covered[to] = gaps.covered[to]! - 1
        if (!asked) due[to] = due[to]! - 1
      }
      const longest = years[p]!
      for (let i = 0; i < longest.length; i += 1) {
        const to = row * stride + longest[i]!
        gaps.keptCovered[to] = gaps.keptCovered[to]! - 1
        if (!asked) keptDue[to] = keptDue[to]! - 1
      }
    }
  }
  if (!gaps) return null
  longer(axis, calendar, gaps.covered, stock)
  keepCounts(axis, calendar, gaps.covered, gaps.keptCovered)
  if (due !== gaps.due) {
    longer(axis, calendar, due, stock)
    keepCounts(axis, calendar, due, keptDue)
  }
  return { ...gaps, due, keptDue }
}

/** Years and terms of areas from their row. */
function keepCounts(
  { innerRows }: Axis,
  { base, kept, length }: Calendar,
  from: Gaps['covered'],
  to: Gaps['keptCovered'],
): void {
  const stride = kept - base
  for (let i = 0; i < innerRows.length; i += 1)
    for (let k = 0; k < stride; k += 1) to[innerRows[i]! * stride + k] = from[i * length + base + k]!
}

/** Any of the three bits that say why there is no value, in four cells. */
const SAYS_WHY = 0x07070707

/** Cells four by four, where rows begin with a four. */
export const wordsOf = (states: Uint8Array, base: number): Int32Array | null =>
  base % 4 === 0 && states.byteOffset % 4 === 0
    ? new Int32Array(states.buffer, states.byteOffset, states.length >> 2)
    : null

interface Known {
  readonly over: readonly Int32Array[]
  readonly whole: WeakMap<Axis, { readonly counts: Int32Array; readonly kept: Int16Array }>
}
const known = new WeakMap<Calendar, { stock?: Known; sum?: Known }>()

function knownOf(calendar: Calendar, stock: boolean): Known {
  const { over, kept, base } = calendar
  let made = known.get(calendar)
  if (!made) known.set(calendar, (made = {}))
  return (made[stock ? 'stock' : 'sum'] ??= {
    over: over.map((list, p) =>
      list.filter(index => index < kept && (!stock || endsWith(calendar, index, p))).map(index => index - base),
    ),
    whole: new WeakMap(),
  })
}

/** For each base period the years and terms that it is in, as they are kept; for stocks those that end with it. */
const keptOver = (calendar: Calendar, stock: boolean): readonly Int32Array[] => knownOf(calendar, stock).over

/** What is behind every cell where nothing is missing. */
function nothingMissing(axis: Axis, calendar: Calendar, stock: boolean): Gaps {
  const { whole } = knownOf(calendar, stock)
  let all = whole.get(axis)
  if (!all) {
    const { base, kept, length, spans } = calendar
    const counts = new Int32Array(axis.innerRows.length * length)
    axis.innerRows.forEach((row, i) => counts.fill(axis.leaves[row]!, i * length, i * length + base))
    const each = stock ? new Int16Array(kept - base).fill(1) : Int16Array.from(spans.subarray(base, kept))
    const years = new Int16Array(axis.onMap * each.length)
    for (let row = 0; row < axis.onMap; row += 1) years.set(each, row * each.length)
    longer(axis, calendar, counts, stock)
    keepCounts(axis, calendar, counts, years)
    all = { counts, kept: years }
    whole.set(axis, all)
  }
  const { counts, kept } = all
  return { covered: counts.slice(), due: counts, keptCovered: kept.slice(), keptDue: kept }
}

/** Whether a longer period's stock is that of a base period. */
export function endsWith({ parts, base }: Calendar, index: number, p: number): boolean {
  let at = index
  while (at >= base) at = parts[at]!.at(-1)!
  return at === p
}
