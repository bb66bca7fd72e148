import { STRIDE } from './calendar.ts'
import { SEVERAL, type Column, type Dense, type History, type Sparse } from './column.ts'
import { boundOf } from './write.ts'
import type { Cube } from './cube.ts'
import { clear, mergeSeveral, sameMapAs } from './origins.ts'
import { settle, sorted } from './sorting.ts'
import { isUnsaid } from './state.ts'
import { copyCell, emptySparse, roomy, trimmed } from './write.ts'

/** The cube as it was known at an earlier number of the log, on the same map: with nothing that was learnt after it. */
export function asOf(cube: Cube, log: number): Cube {
  const sameMap = sameMapAs(cube.territory, cube.axis.day)
  const columns = cube.columns.map(column => {
    const then = copyOf(column)
    forget(then, log)
    mergeSeveral(then, cube.axis, cube.origins, sameMap, log)
    then.on = settle(then, then.on, 0, cube.axis.onMap)
    then.off = settle(then, then.off, cube.axis.onMap, cube.axis.ids.length)
    then.bound = boundOf(then)
    return then
  })
  return { ...cube, log: Math.min(cube.log, log), columns, bySlice: new Map(cube.bySlice), origins: [...cube.origins] }
}

/** A column with arrays of its own. */
export function copyOf(column: Column): Column {
  const of = <T extends Dense | Sparse | null>(part: T): T =>
    part && {
      ...part,
      values: part.values.map(limb => limb.slice()),
      states: part.states.slice(),
      learnt: part.learnt.slice(),
      ...('cells' in part ? { cells: part.cells.slice() } : {}),
      ...('origins' in part ? { origins: (part as History).origins.slice() } : {}),
    }
  return {
    ...column,
    on: of(column.on),
    off: of(column.off),
    rest: of(column.rest),
    history: of(column.history),
    origins: column.origins.slice(),
    logs: [...column.logs],
    statuses: -1,
    totals: null,
  }
}

/** Takes away what was learnt later, and puts back what it stood over. */
function forget(column: Column, log: number): void {
  const { history, calendar, origins, logs } = column
  const later = Uint8Array.from(logs, each => Number(each > log))
  if (!later.includes(1)) {
    keepOnly(column, () => false)
    return
  }
  // Of each cell the newest figure that was known then, where it is not the one that stands.
  const newest = new Map<number, number>()
  for (let i = 0; i < history.count; i += 1) {
    const cell = history.cells[i]!
    if (later[history.learnt[i]!] === 1 || origins[Math.floor(cell / STRIDE)] === SEVERAL) continue
    const held = newest.get(cell)
    if (held === undefined || logs[history.learnt[i]!]! >= logs[history.learnt[held]!]!) newest.set(cell, i)
  }
  const { base } = calendar
  for (const block of [column.on, column.off]) {
    if (!block) continue
    for (let at = 0; at < block.states.length; at += 1) {
      if (isUnsaid(block.states[at]!)) continue
      const row = block.from + Math.floor(at / base)
      if (origins[row] === SEVERAL) clear(block, at)
      else if (later[block.learnt[at]!] === 1) {
        const from = newest.get(row * STRIDE + (at % base))
        if (from === undefined) clear(block, at)
        else copyCell(history, from, block, at)
      }
    }
  }
  let rest = emptySparse(column.rest.count, column.rest)
  for (let i = 0; i < column.rest.count; i += 1) {
    const cell = column.rest.cells[i]!
    if (origins[Math.floor(cell / STRIDE)] === SEVERAL) continue
    const before = later[column.rest.learnt[i]!] === 1 ? newest.get(cell) : null
    if (before === undefined) continue
    rest = roomy(rest)
    rest.cells[rest.count] = cell
    if (before === null) copyCell(column.rest, i, rest, rest.count)
    else copyCell(history, before, rest, rest.count)
    rest.count += 1
  }
  column.rest = sorted(rest)
  keepOnly(column, at => later[history.learnt[at]!] === 1)
}

/** Leaves out of the history what was learnt later. */
function keepOnly(column: Column, later: (at: number) => boolean): void {
  const { history } = column
  let kept = 0
  for (let i = 0; i < history.count; i += 1) {
    if (later(i)) continue
    history.cells[kept] = history.cells[i]!
    history.origins[kept] = history.origins[i]!
    copyCell(history, i, history, kept)
    kept += 1
  }
  history.count = kept
  column.history = trimmed(history)
}
