import type { Axis } from './axis.ts'
import type { Calendar } from './calendar.ts'
import { longer } from './runs.ts'
import { isDue, isValue } from './state.ts'
import { countsFor, type Counts, type Gaps } from './totals.ts'
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
  const count = lackingIn(axis, base, states, work)
  if (count === 0) return null
  const years = keptOver(calendar, stock)
  const stride = kept - base
  const { inner, parent } = axis
  const { counts, keptCounts } = nothingMissing(axis, calendar, stock)
  const [covered, keptCovered] = [counts.slice(), keptCounts.slice()]
  // What is due is the same list for all columns until something is not.
  let [due, keptDue] = [counts, keptCounts]
  const above = new Int32Array(axis.innerRows.length)
  let [depth, of] = [0, -1]
  for (let i = 0; i < count; i += 1) {
    const at = lacking[i]!
    const row = Math.floor(at / base)
    if (of !== row) {
      of = row
      depth = 0
      for (let up = parent[row]!; up >= 0; up = parent[up]!) above[depth++] = inner[up]! * length
    }
    if (work) work.cells += 1
    const asked = isDue(states[at]!)
    if (!asked && due === counts) [due, keptDue] = [counts.slice(), keptCounts.slice()]
    const p = at - row * base
    for (let d = 0; d < depth; d += 1) {
      const to = above[d]! + p
      covered[to] = covered[to]! - 1
      if (!asked) due[to] = due[to]! - 1
    }
    const longest = years[p]!
    for (let y = 0; y < longest.length; y += 1) {
      const to = row * stride + longest[y]!
      keptCovered[to] = keptCovered[to]! - 1
      if (!asked) keptDue[to] = keptDue[to]! - 1
    }
  }
  longer(axis, calendar, covered, stock)
  if (due !== counts) longer(axis, calendar, due, stock)
  return { covered, due, keptCovered, keptDue }
}

/** The cells of leaves that have no value, in the order of rows: a list that is used again for every column. */
let lacking = new Int32Array(0)

function lackingIn({ inner, onMap }: Axis, base: number, states: Uint8Array, work?: Work): number {
  if (lacking.length < states.length) lacking = new Int32Array(states.length)
  const words = wordsOf(states, base)
  let count = 0
  for (let row = 0; row < onMap; row += 1) {
    if (inner[row] !== -1) continue
    if (work) work.cells += base >> 2
    const end = (row + 1) * base
    // Most rows are whole, and are seen to be without a question for each word.
    let any = words ? 0 : SAYS_WHY
    if (words) for (let word = (row * base) >> 2; word < end >> 2; word += 1) any |= words[word]!
    if ((any & SAYS_WHY) === 0) continue
    for (let at = row * base; at < end; at += 4) {
      if (words && (words[at >> 2]! & SAYS_WHY) === 0) continue
      for (let cell = at; cell < Math.min(at + 4, end); cell += 1) if (!isValue(states[cell]!)) lacking[count++] = cell
    }
  }
  return count
}

/** Any of the three bits that say why there is no value, in four cells. */
export const SAYS_WHY = 0x07070707

/** Cells four by four, where rows begin with a four. */
export const wordsOf = (states: Uint8Array, base: number): Int32Array | null =>
  base % 4 === 0 && states.byteOffset % 4 === 0
    ? new Int32Array(states.buffer, states.byteOffset, states.length >> 2)
    : null

interface Behind {
  readonly counts: Counts
  readonly keptCounts: Counts
}
interface Known {
  readonly over: readonly Int32Array[]
  readonly whole: WeakMap<Axis, Behind>
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
function nothingMissing(axis: Axis, calendar: Calendar, stock: boolean): Behind {
  const { whole } = knownOf(calendar, stock)
  let all = whole.get(axis)
  if (!all) {
    const { base, kept, length, spans } = calendar
    const counts = countsFor(axis, calendar, axis.innerRows.length * length)
    axis.innerRows.forEach((row, i) => counts.fill(axis.leaves[row]!, i * length, i * length + base))
    const each = stock ? new Int16Array(kept - base).fill(1) : Int16Array.from(spans.subarray(base, kept))
    const years = new Int16Array(axis.onMap * each.length)
    for (let row = 0; row < axis.onMap; row += 1) years.set(each, row * each.length)
    longer(axis, calendar, counts, stock)
    all = { counts, keptCounts: years }
    whole.set(axis, all)
  }
  return all
}

/** Whether a longer period's stock is that of a base period. */
export function endsWith({ parts, base }: Calendar, index: number, p: number): boolean {
  let at = index
  while (at >= base) at = parts[at]!.at(-1)!
  return at === p
}
