import { isFiner, placeOf, STRIDE, type Calendar } from './calendar.ts'
import type { Column, Dense, Sparse } from './column.ts'
import { isUnsaid } from './state.ts'
import { boundOf, copyCell, emptyDense, roomy } from './write.ts'

/** Gives a column a finer calendar: what were its base periods are longer ones now, with the figures that they had. */
export function refine(column: Column, calendar: Calendar): void {
  const before = column.calendar
  if (before === calendar) return
  const places = before.periods.map(period =>
    isFiner(period, calendar.frequency) ? 0 : (placeOf(calendar, period) ?? 0),
  )
  const moved = (cell: number) => Math.floor(cell / STRIDE) * STRIDE + (places[cell % STRIDE] ?? 0)
  for (let i = 0; i < column.rest.count; i += 1) column.rest.cells[i] = moved(column.rest.cells[i]!)
  for (let i = 0; i < column.history.count; i += 1) column.history.cells[i] = moved(column.history.cells[i]!)
  column.on = emptied(column, column.on, calendar, moved)
  column.off = emptied(column, column.off, calendar, moved)
  column.calendar = calendar
  column.bound = boundOf(column)
}

function emptied(
  column: Column,
  block: Dense | null,
  { base }: Calendar,
  moved: (cell: number) => number,
): Dense | null {
  if (!block) return null
  const periods = block.states.length / (block.to - block.from)
  for (let at = 0; at < block.states.length; at += 1) {
    if (isUnsaid(block.states[at]!)) continue
    const rest: Sparse = (column.rest = roomy(column.rest))
    rest.cells[rest.count] = moved((block.from + Math.floor(at / periods)) * STRIDE + (at % periods))
    copyCell(block, at, rest, rest.count)
    rest.count += 1
  }
  return emptyDense(block.from, block.to, base, block.values.length, block.learnt)
}
