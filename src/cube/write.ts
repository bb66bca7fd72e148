import { powerOfTen } from '../measure/decimal.ts'
import { STRIDE } from './calendar.ts'
import { EMPTY_SPARSE, type Column, type Dense, type History, type Learnt, type Sparse } from './column.ts'
import { isUnsaid, isValue, UNSAID } from './state.ts'
import { limbsFor, NARROW, putWide, wideAt } from './wide.ts'

/** A sparse list with room behind its end. */
export function roomy<T extends Sparse>(list: T, more = 1): T {
  const need = list.count + more
  if (need <= list.cells.length) return list
  const size = Math.max(16, need, list.cells.length * 2)
  return resized(list, size)
}

/** A sparse list without room behind its end. */
export const trimmed = <T extends Sparse>(list: T): T =>
  list.cells.length === list.count ? list : resized(list, list.count)

function resized<T extends Sparse>(list: T, size: number): T {
  const cut = <A extends Learnt | Float64Array>(from: A, to: A): A => {
    to.set(from.length > to.length ? from.subarray(0, to.length) : from)
    return to
  }
  const grown = {
    ...list,
    cells: cut(list.cells, new Uint32Array(size)),
    values: list.values.map(limb => cut(limb, new Float64Array(size))),
    states: cut(list.states, new Uint8Array(size)),
    learnt: cut<Learnt>(list.learnt, sameKind(list.learnt, size)),
  }
  return 'origins' in list
    ? { ...grown, origins: cut((list as unknown as History).origins, new Uint16Array(size)) }
    : grown
}

const sameKind = (like: Learnt, size: number): Learnt =>
  like instanceof Uint8Array
    ? new Uint8Array(size)
    : like instanceof Uint16Array
      ? new Uint16Array(size)
      : new Uint32Array(size)

/** Room for so many single figures, their values and log numbers as wide as those of another part. */
export const emptySparse = (size: number, like: Dense | Sparse): Sparse =>
  size === 0 && like.values.length === 1 && like.learnt instanceof Uint8Array
    ? { ...EMPTY_SPARSE }
    : {
        count: 0,
        cells: new Uint32Array(size),
        values: like.values.map(() => new Float64Array(size)),
        states: new Uint8Array(size),
        learnt: sameKind(like.learnt, size),
      }

/** An empty block of rows of which nothing is known. */
export function emptyDense(from: number, to: number, base: number, limbs: number, like: Learnt): Dense {
  const size = (to - from) * base
  return {
    from,
    to,
    values: Array.from({ length: limbs }, () => new Float64Array(size)),
    states: new Uint8Array(size).fill(UNSAID),
    learnt: sameKind(like, size),
  }
}

/** Gives a new form to every part of a column; how it is written is the same everywhere. */
function eachPart(column: Column, change: <T extends Dense | Sparse>(part: T) => T): void {
  column.on = column.on && change(column.on)
  column.off = column.off && change(column.off)
  column.rest = change(column.rest)
  column.history = change(column.history)
}

/** The place of a log number in the column's list, which is made wider where it no longer fits its bytes. */
export function learntAt(column: Column, log: number): number {
  const last = column.logs.length - 1
  if (column.logs[last] === log) return last
  const known = column.logs.indexOf(log)
  if (known >= 0) return known
  const at = column.logs.push(log) - 1
  if (at === 0x100) eachPart(column, part => ({ ...part, learnt: Uint16Array.from(part.learnt) }))
  if (at === 0x10000) eachPart(column, part => ({ ...part, learnt: Uint32Array.from(part.learnt) }))
  return at
}

/** Makes room for one more figure of a size: more limbs where a sum could no longer be exact. */
export function takeIn(column: Column, size: number, periods = 1): void {
  column.bound += size * periods
  if (size > column.most) column.most = size
  const limbs = limbsFor(column.bound)
  if (limbs > column.rest.values.length) setLimbs(column, limbs)
}

function setLimbs(column: Column, limbs: number): void {
  eachPart(column, part => {
    const from = part.values
    const length = from[0]?.length ?? 0
    const values = Array.from({ length: limbs }, () => new Float64Array(length))
    for (let at = 0; at < length; at += 1) putWide(values, at, wideAt(from, at))
    return { ...part, values }
  })
  column.totals = null
}

/** Keeps more decimals; every figure is still the same number. */
export function rescale(column: Column, scale: number): void {
  const factor = powerOfTen(scale - column.scale)
  column.bound *= Number(factor)
  column.most *= Number(factor)
  const limbs = Math.max(column.rest.values.length, limbsFor(column.bound))
  eachPart(column, part => {
    const length = part.values[0]?.length ?? 0
    const values = Array.from({ length: limbs }, () => new Float64Array(length))
    for (let at = 0; at < length; at += 1) putOne(values, at, wideAt(part.values, at) * factor)
    return { ...part, values }
  })
  column.scale = scale
  column.totals = null
}

export function putOne(values: readonly Float64Array[], at: number, value: bigint): void {
  if (values.length === 1) values[0]![at] = Number(value)
  else putWide(values, at, value)
}

export const sizeOf = (value: bigint | number): number => Math.abs(Number(value))
export const isNarrow = (value: number): boolean => value <= NARROW && value >= -NARROW

/** Copies a figure from one part of a column to another. */
export function copyCell(from: Dense | Sparse, at: number, to: Dense | Sparse, into: number): void {
  from.values.forEach((limb, k) => (to.values[k]![into] = limb[at]!))
  to.states[into] = from.states[at]!
  to.learnt[into] = from.learnt[at]!
}

/** How many figures of a block anything was said of, and whether it has values at all. */
export function saidIn({ states }: Dense): number {
  let said = 0
  for (let at = 0; at < states.length; at += 1) if (!isUnsaid(states[at]!)) said += 1
  return said
}

/** The sizes of all figures that are in the sums, added up anew. */
export function boundOf(column: Column): number {
  let bound = 0
  const { spans, base } = column.calendar
  const add = (part: Dense | Sparse, at: number, span: number) => {
    if (isValue(part.states[at]!)) bound += sizeOf(wideAt(part.values, at)) * span
  }
  for (const block of [column.on, column.off])
    if (block) for (let i = 0; i < block.states.length; i += 1) add(block, i, 1)
  for (let i = 0; i < column.rest.count; i += 1) {
    const index = column.rest.cells[i]! % STRIDE
    add(column.rest, i, index < base ? 1 : (spans[index] ?? 1))
  }
  return bound
}
