import type { Indicator } from '../plan/plan.ts'
import type { Axis } from './axis.ts'
import { STRIDE, type Calendar } from './calendar.ts'
import { isUnsaid, isValue, UNSAID } from './state.ts'
import type { Computation } from './computed.ts'
import type { Means } from './means.ts'
import type { Totals } from './totals.ts'
import { wideAt } from './wide.ts'

/** What a column holds figures of: one indicator by one method, whole or one part of a breakdown. */
export interface Slice {
  readonly indicator: string
  readonly method: string
  /** JSON of the breakdown, its dimensions in order; `{}` is the total. */
  readonly breakdown: string
}

export const sliceText = ({ indicator, method, breakdown }: Slice): string => `${indicator}\n${method}\n${breakdown}`

/** For each figure the place of its log number in the column's list, as narrow as the list allows. */
export type Learnt = Uint8Array | Uint16Array | Uint32Array

/** Rows from `from` up to `to`, each with all base periods: whole numbers, limb by limb, and their side column. */
export interface Dense {
  readonly from: number
  readonly to: number
  readonly values: readonly Float64Array[]
  readonly states: Uint8Array
  readonly learnt: Learnt
}

/** Single figures, by `row * STRIDE + index`, in that order. */
export interface Sparse {
  count: number
  readonly cells: Uint32Array
  readonly values: readonly Float64Array[]
  readonly states: Uint8Array
  readonly learnt: Learnt
}

/** Figures that another stands over: revised ones, and those of sources that are trusted less. In no order. */
export interface History extends Sparse {
  /** The origin of each. */
  readonly origins: Uint16Array
}

/** One source and one map that figures speak of. */
export interface Origin {
  readonly source: string
  readonly map: string | null
}

/** The origin of a row that nothing is known of, and of one whose figures come from several. */
export const NO_ORIGIN = 0xffff
export const SEVERAL = 0xfffe

/** The figures of one slice. What changes is replaced or written in place; nobody outside this room writes. */
export interface Column {
  readonly slice: Slice
  readonly indicator: Indicator
  calendar: Calendar
  /** Decimals: a value is its whole number × 10^-scale. */
  scale: number
  /** The rows of the map, and those of other maps, where they are dense. */
  on: Dense | null
  off: Dense | null
  /** All other figures. */
  rest: Sparse
  history: History
  /** The origin of each row's figures. */
  origins: Uint16Array
  /** The log numbers at which its figures were learnt. */
  logs: number[]
  /** The sizes of all figures added up: no sum of them is beyond it. */
  bound: number
  /** The largest size of a figure. */
  most: number
  /** A bit for each status of a value; -1 where it must be looked up anew. */
  statuses: number
  /** What was rolled up; null where it must be made anew. */
  totals: Totals | null
  /** What makes its figures where nobody gave them. */
  computed: Computation | null
  /** What a recast made that is no whole number of its decimals; null where there is none. */
  means: Means | null
}

export const EMPTY_SPARSE: Sparse = {
  count: 0,
  cells: new Uint32Array(0),
  values: [new Float64Array(0)],
  states: new Uint8Array(0),
  learnt: new Uint8Array(0),
}

/** The first place whose cell is not below `cell`. */
export function lowerBound({ cells, count }: Sparse, cell: number): number {
  let [low, high] = [0, count]
  while (low < high) {
    const middle = (low + high) >> 1
    if (cells[middle]! < cell) low = middle + 1
    else high = middle
  }
  return low
}

/** The block that a row lies in; null where its figures are single. */
export const blockOf = ({ on, off }: Column, row: number): Dense | null =>
  on && row >= on.from && row < on.to ? on : off && row >= off.from && row < off.to ? off : null

/** Whether a row has figures that stand outside the block. */
export const hasSingle = ({ rest }: Column, row: number): boolean => {
  const at = lowerBound(rest, row * STRIDE)
  return at < rest.count && rest.cells[at]! < (row + 1) * STRIDE
}

/** Where a figure stands: its block and the place in it; null where nobody ever said anything of it. */
export function find(
  column: Column,
  row: number,
  index: number,
): { readonly block: Dense | Sparse; at: number } | null {
  if (index < column.calendar.base)
    for (const block of [column.on, column.off])
      if (block && row >= block.from && row < block.to) {
        const at = (row - block.from) * column.calendar.base + index
        return isUnsaid(block.states[at]!) ? null : { block, at }
      }
  const cell = row * STRIDE + index
  const at = lowerBound(column.rest, cell)
  return at < column.rest.count && column.rest.cells[at] === cell ? { block: column.rest, at } : null
}

export function stateAt(column: Column, row: number, index: number): number {
  const found = find(column, row, index)
  return found ? found.block.states[found.at]! : UNSAID
}

/** The whole number of a figure that is there. */
export const valueIn = (block: Dense | Sparse, at: number): bigint =>
  block.values.length === 1 ? BigInt(block.values[0]![at]!) : wideAt(block.values, at)

/** Whether anything was ever said of what lies in a row. */
export function anyIn(column: Column, axis: Axis, row: number): boolean {
  const end = row < axis.onMap ? axis.end[row]! : row + 1
  for (const block of [column.on, column.off]) if (block && row < block.to && end > block.from) return true
  return (column.rest.cells[lowerBound(column.rest, row * STRIDE)] ?? Infinity) < end * STRIDE
}

/** A bit for each status that a value of the column has. */
export function statusesIn(column: Column): number {
  if (column.statuses >= 0) return column.statuses
  let mask = 0
  for (const part of [column.on, column.off, column.rest])
    if (part) {
      const { states } = part
      const count = 'count' in part ? part.count : states.length
      for (let at = 0; at < count; at += 1) if (isValue(states[at]!)) mask |= 1 << ((states[at]! >> 3) & 7)
    }
  column.statuses = mask
  return mask
}

/** Bytes that a column's arrays take, its totals left out. */
export function bytesOf(column: Column): number {
  const of = (block: Dense | Sparse | null): number =>
    block
      ? block.values.reduce((sum, limb) => sum + limb.byteLength, 0) +
        block.states.byteLength +
        block.learnt.byteLength +
        ('cells' in block ? block.cells.byteLength : 0)
      : 0
  return (
    of(column.on) +
    of(column.off) +
    of(column.rest) +
    of(column.history) +
    [...(column.means?.values() ?? [])].reduce((sum, { num }) => sum + num.length * 17, 0) +
    column.history.origins.byteLength +
    column.origins.byteLength
  )
}
