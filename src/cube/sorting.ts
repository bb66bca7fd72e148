import { STRIDE } from './calendar.ts'
import type { Column, Dense, Sparse } from './column.ts'
import { isUnsaid } from './state.ts'
import { copyCell, emptyDense, emptySparse, roomy, saidIn, trimmed } from './write.ts'

/** From this share of figures on, rows are kept dense: nine bytes and more for each cell against fourteen for each figure. */
const DENSE_FROM = 0.5

/** Puts figures in the order of their cells. */
export function sorted(list: Sparse): Sparse {
  const order = Array.from({ length: list.count }, (_, i) => i)
  if (order.every(i => i === 0 || list.cells[i - 1]! < list.cells[i]!)) return trimmed(list)
  order.sort((a, b) => list.cells[a]! - list.cells[b]! || a - b)
  const to = emptySparse(list.count, list)
  order.forEach((from, into) => {
    to.cells[into] = list.cells[from]!
    copyCell(list, from, to, into)
  })
  return { ...to, count: list.count }
}

/** Keeps the rows from `from` up to `to` dense where most of their cells have figures, and one by one where not. */
export function settle(column: Column, block: Dense | null, from: number, to: number): Dense | null {
  const { base } = column.calendar
  const size = (to - from) * base
  if (block) {
    if (saidIn(block) >= size * DENSE_FROM) return block
    let rest = column.rest
    for (let at = 0; at < size; at += 1) {
      if (isUnsaid(block.states[at]!)) continue
      rest = roomy(rest)
      rest.cells[rest.count] = (from + Math.floor(at / base)) * STRIDE + (at % base)
      copyCell(block, at, rest, rest.count)
      rest = { ...rest, count: rest.count + 1 }
    }
    column.rest = sorted(rest)
    return null
  }
  const inside = (cell: number) => cell >= from * STRIDE && cell < to * STRIDE && (cell & (STRIDE - 1)) < base
  let count = 0
  for (let i = 0; i < column.rest.count; i += 1) if (inside(column.rest.cells[i]!)) count += 1
  if (count === 0 || count < size * DENSE_FROM) return null
  const dense = emptyDense(from, to, base, column.rest.values.length, column.rest.learnt)
  const kept = emptySparse(column.rest.count - count, column.rest)
  let at = 0
  for (let i = 0; i < column.rest.count; i += 1) {
    const cell = column.rest.cells[i]!
    if (inside(cell)) {
      copyCell(column.rest, i, dense, (Math.floor(cell / STRIDE) - from) * base + (cell & (STRIDE - 1)))
    } else {
      kept.cells[at] = cell
      copyCell(column.rest, i, kept, at)
      at += 1
    }
  }
  column.rest = { ...kept, count: at }
  return dense
}
