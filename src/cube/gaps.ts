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
  room?: Gaps | null,
): Gaps | null {
  const { base, length, kept } = calendar
  const count = lackingIn(axis, base, states, work)
  if (count === 0) return null
  const { over } = knownOf(calendar, stock)
  const stride = kept - base
  const { inner, parent } = axis
  const { counts, keptCounts } = nothingMissing(axis, calendar, stock)
  const [covered, keptCovered] = [copied(counts, room?.covered), copied(keptCounts, room?.keptCovered)]
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
    const longer = over[p]!
    for (let d = 0; d < depth; d += 1) {
      const from = above[d]!
      covered[from + p] = covered[from + p]! - 1
      if (!asked) due[from + p] = due[from + p]! - 1
      for (let y = 0; y < longer.length; y += 1) {
        const to = from + longer[y]!
        covered[to] = covered[to]! - 1
        if (!asked) due[to] = due[to]! - 1
      }
    }
    for (let y = 0; y < longer.length; y += 1) {
      const to = longer[y]!
      if (to >= kept) continue
      const at = row * stride + to - base
      keptCovered[at] = keptCovered[at]! - 1
      if (!asked) keptDue[at] = keptDue[at]! - 1
    }
  }
  return { covered, due, keptCovered, keptDue }
}

/** The same counts in other room: that of an earlier time, where it is of their kind and belongs to nobody else. */
function copied(counts: Counts, room: Counts | undefined): Counts {
  if (room?.length !== counts.length || room.constructor !== counts.constructor || room === counts)
    return counts.slice()
  room.set(counts)
  return room
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
    if (words) {
      for (let word = (row * base) >> 2; word < end >> 2; word += 1) {
        if ((words[word]! & SAYS_WHY) === 0) continue
        for (let at = word << 2; at < (word << 2) + 4; at += 1) if (!isValue(states[at]!)) lacking[count++] = at
      }
    } else for (let at = row * base; at < end; at += 1) if (!isValue(states[at]!)) lacking[count++] = at
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
  /** For each base period the longer ones that it is in; for stocks those that end with it. */
  readonly over: readonly Int32Array[]
  readonly whole: WeakMap<Axis, Behind>
}
const known = new WeakMap<Calendar, { stock?: Known; sum?: Known }>()

function knownOf(calendar: Calendar, stock: boolean): Known {
  const { over } = calendar
  let made = known.get(calendar)
  if (!made) known.set(calendar, (made = {}))
  return (made[stock ? 'stock' : 'sum'] ??= {
    over: over.map((list, p) => list.filter(index => !stock || endsWith(calendar, index, p))),
    whole: new WeakMap(),
  })
}

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

/** Whether a longer period's stock is that of a shorter one. */
export function endsWith({ parts, base }: Calendar, index: number, p: number): boolean {
  let at = index
  while (at >= base && at !== p) at = parts[at]!.at(-1)!
  return at === p
}
