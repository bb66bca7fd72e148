import type { Axis } from './axis.ts'
import { STRIDE } from './calendar.ts'
import { lowerBound, statusesIn, type Column, type Dense } from './column.ts'
import { wordsOf } from './gaps.ts'
import type { Span } from './passage.ts'
import { changedIn, leastSettled, SUMMED, summedAs, worse } from './recast-states.ts'
import { isDue, isUnsaid, isValue, UNSAID } from './state.ts'
import type { Work } from './work.ts'

/** Merged areas, row by row: the whole run of periods at once, limb by limb. What stands in a cell already is left. */
export function addRows(column: Column, from: Axis, to: Dense, { passage, start, end }: Span, work?: Work): void {
  const { base } = column.calendar
  const { rows, starts, sources } = passage.sums
  const [on, off] = [column.on && sourceOf(column.on, base), column.off && sourceOf(column.off, base)]
  const target = sourceOf(to, base)
  // Where all figures are as settled, so is what is made of them.
  const mask = statusesIn(column)
  const alike = (mask & (mask - 1)) === 0 && mask > 0 ? summedAs(31 - Math.clz32(mask)) : null
  const room = column.rest.values.map(() => new Float64Array(base))
  const [state, missing, undue] = [new Uint8Array(base), new Uint8Array(base), new Uint8Array(base)]
  const said = new Uint8Array(base)
  const gathered = { sums: room, state, missing, undue, said }
  for (let i = 0; i < rows.length; i += 1) {
    const [first, last] = [starts[i]!, starts[i + 1]!]
    if (work) work.cells += (last - first) * (end - start)
    const at = rows[i]! * base
    let whole = alike !== null && last > first && saysAll(target, at + start, at + end, UNSAID)
    for (let s = first; s < last && whole; s += 1) {
      const row = sources[s]!
      const block = row < from.onMap ? on : off
      const place = block ? (row - block.from) * base : 0
      whole = row >= 0 && block !== null && saysAll(block, place + start, place + end, 0)
    }
    if (whole && alike !== null) {
      for (let s = first; s < last; s += 1) {
        const block = (sources[s]! < from.onMap ? on : off)!
        const place = (sources[s]! - block.from) * base
        for (let k = 0; k < to.values.length; k += 1)
          addRow(block.values[k]!, place + start, to.values[k]!, at + start, end - start, s === first)
      }
      to.states.fill(alike, at + start, at + end)
      continue
    }
    for (const sum of room) sum.fill(0, start, end)
    state.fill(SUMMED, start, end)
    missing.fill(0, start, end)
    undue.fill(0, start, end)
    said.fill(0, start, end)
    for (let s = first; s < last; s += 1) {
      const row = sources[s]!
      const block = row < 0 ? null : row < from.onMap ? on : off
      if (block) addDense(block, (row - block.from) * base, start, end, gathered)
      else addSparse(column, row, start, end, gathered)
    }
    for (let p = start; p < end; p += 1) {
      if (said[p] === 0 || !isUnsaid(to.states[at + p]!)) continue
      const without = missing[p] !== 0 ? missing[p]! : said[p] === VALUED ? 0 : undue[p]!
      for (let k = 0; k < room.length; k += 1) to.values[k]![at + p] = without === 0 ? room[k]![p]! : 0
      to.states[at + p] = without === 0 ? state[p]! : without
    }
  }
}

/** Figures that do not add up: where anything was said of what an area was made of, it is to be told anew. */
export function changeRows(column: Column, from: Axis, to: Dense, { passage, start, end }: Span): void {
  const { base } = column.calendar
  const { rows, starts, sources } = passage.sums
  const { on, off, rest } = column
  const state = changedIn(column)
  for (let i = 0; i < rows.length; i += 1) {
    const at = rows[i]! * base
    for (let s = starts[i]!; s < starts[i + 1]!; s += 1) {
      const row = sources[s]!
      if (row < 0) continue
      const block = row < from.onMap ? on : off
      if (block) {
        const place = (row - block.from) * base
        for (let p = start; p < end; p += 1) if (!isUnsaid(block.states[place + p]!)) change(at + p)
      } else
        for (let c = lowerBound(rest, row * STRIDE + start); c < rest.count; c += 1) {
          if (rest.cells[c]! >= row * STRIDE + end) break
          if (!isUnsaid(rest.states[c]!)) change(at + (rest.cells[c]! - row * STRIDE))
        }
    }
  }

  function change(at: number): void {
    if (isUnsaid(to.states[at]!)) to.states[at] = state
  }
}

/** A block whose side column is looked at four cells at a time, where its rows lie so. */
export type Source = Pick<Dense, 'from' | 'values' | 'states'> & { readonly words: Int32Array | null }

export const sourceOf = ({ from, values, states }: Dense, base: number): Source => ({
  from,
  values,
  states,
  words: wordsOf(states, base),
})

/** Whether every cell of a run says the same: 0, a value, or that nothing was said. */
export function saysAll({ states, words }: Source, from: number, to: number, reason: 0 | typeof UNSAID): boolean {
  let [any, all] = [0, REASONS]
  if (words && ((from | to) & 3) === 0)
    for (let at = from >> 2; at < to >> 2; at += 1) {
      any |= words[at]!
      all &= words[at]!
    }
  else
    for (let at = from; at < to; at += 1) {
      any |= states[at]!
      all &= states[at]! * 0x01010101
    }
  return reason === 0 ? (any & REASONS) === 0 : all === REASONS
}
const REASONS = 0x07070707

function addRow(from: Float64Array, at: number, to: Float64Array, into: number, count: number, first: boolean): void {
  if (first) for (let p = 0; p < count; p += 1) to[into + p] = from[at + p]!
  else for (let p = 0; p < count; p += 1) to[into + p] = to[into + p]! + from[at + p]!
}

/** What was added up so far, period by period. */
interface Gathered {
  readonly sums: readonly Float64Array[]
  readonly state: Uint8Array
  /** Why there is no sum; 0 while nothing is missing. */
  readonly missing: Uint8Array
  /** What is said where nothing is due: it is missed by nobody. */
  readonly undue: Uint8Array
  /** Whether anything was said, and whether any of it was a value. */
  readonly said: Uint8Array
}
const VALUED = 2

/** Adds what is said in one cell, its limbs at `at`, to a period's sums; what is missing is remembered with its reason. */
function addCell(values: readonly Float64Array[], at: number, each: number, p: number, to: Gathered): void {
  const { sums, state, missing, undue, said } = to
  if (!isUnsaid(each)) said[p] = Math.max(1, said[p]!)
  if (isValue(each)) {
    for (let k = 0; k < sums.length; k += 1) sums[k]![p] = sums[k]![p]! + values[k]![at]!
    state[p] = leastSettled(state[p]!, each)
    said[p] = VALUED
  } else if (!isDue(each)) undue[p] = worse(undue[p]!, each)
  else missing[p] = worse(missing[p]!, each)
}

function addDense({ values, states }: Source, at: number, start: number, end: number, to: Gathered): void {
  for (let p = start; p < end; p += 1) addCell(values, at + p, states[at + p]!, p, to)
}

/** The same of an area of single figures, or of one that has none. */
function addSparse({ rest }: Column, row: number, start: number, end: number, to: Gathered): void {
  let i = row < 0 ? rest.count : lowerBound(rest, row * STRIDE + start)
  for (let p = start; p < end; p += 1) {
    const here = i < rest.count && rest.cells[i] === row * STRIDE + p
    const each = here ? rest.states[i]! : UNSAID
    addCell(rest.values, i, each, p, to)
    if (here) i += 1
  }
}
