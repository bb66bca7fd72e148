import { mapOn } from '../territory/map.ts'
import type { Territory } from '../territory/territory.ts'
import { axisOf } from './axis.ts'
import { STRIDE } from './calendar.ts'
import { NO_ORIGIN, type Column, type Dense, type History, type Sparse } from './column.ts'
import type { Cube } from './cube.ts'
import { linkedCube } from './linked.ts'
import { settle, sorted } from './sorting.ts'
import { isUnsaid } from './state.ts'
import { copyCell, emptyDense, roomy, trimmed } from './write.ts'

/**
 * The same figures in another tree, or on the map of another day: rows are put where their areas stand now, and nothing is read
 * anew. Null where what stands depends on the tree: a count of areas that speaks of a map of its own (`canStand`).
 */
export function rePlaced(cube: Cube, territory: Territory, day: string): Cube | null {
  const ofMaps = cube.origins.some(({ map }) => map !== null)
  if (cube.recast || (ofMaps && cube.columns.some(({ indicator }) => indicator.overAreas === 'recount'))) return null
  const from = cube.axis
  const told = from.ids.filter((_, row) => cube.columns.some(({ origins }) => origins[row] !== NO_ORIGIN))
  const axis = axisOf(mapOn(territory, day), told)
  const rowOf = Int32Array.from(from.ids, id => axis.rows.get(id) ?? -1)
  const given = cube.columns.filter(({ logs }) => logs.length > 0)
  const columns = given.map(column => moved(column, rowOf, axis.onMap, axis.ids.length))
  const bySlice = new Map([...cube.bySlice].flatMap(([text, number]) => {
    const at = given.indexOf(cube.columns[number]!)
    return at < 0 ? [] : [[text, at] as const]
  }))
  return linkedCube({ ...cube, territory, axis, columns, bySlice, origins: [...cube.origins] })
} // prettier-ignore

/** A column with its rows in other places; a row of which nothing was said has none. */
function moved(column: Column, rowOf: Int32Array, onMap: number, size: number): Column {
  const { base } = column.calendar
  const origins = new Uint16Array(size).fill(NO_ORIGIN)
  rowOf.forEach((into, row) => {
    if (into >= 0) origins[into] = column.origins[row]!
  })
  const limbs = column.rest.values.length
  const made: Column = {
    ...column,
    on: column.on && emptyDense(0, onMap, base, limbs, column.rest.learnt),
    off: column.off && size > onMap ? emptyDense(onMap, size, base, limbs, column.rest.learnt) : null,
    rest: inPlaces(column.rest, rowOf),
    history: inPlaces(column.history, rowOf),
    origins,
    logs: [...column.logs],
    totals: null,
    computed: null,
  }
  for (const block of [column.on, column.off])
    for (let row = block?.from ?? 0; row < (block?.to ?? 0); row += 1)
      if (block && rowOf[row]! >= 0) putRow(made, block, (row - block.from) * base, rowOf[row]!, onMap)
  intoBlocks(made)
  made.rest = sorted(made.rest)
  made.on = settle(made, made.on, 0, onMap)
  made.off = settle(made, made.off, onMap, size)
  return made
}

/** Single figures by other rows, in the order in which they were. */
function inPlaces<T extends Sparse | History>(list: T, rowOf: Int32Array): T {
  const kept = trimmed({ ...list })
  const cells = kept.cells.map(cell => rowOf[Math.floor(cell / STRIDE)]! * STRIDE + (cell % STRIDE))
  return {
    ...kept,
    cells,
    values: kept.values.map(limb => limb.slice()),
    states: kept.states.slice(),
    learnt: kept.learnt.slice(),
    ...('origins' in kept ? { origins: kept.origins.slice() } : {}),
  }
}

function putRow(to: Column, from: Dense, at: number, row: number, onMap: number): void {
  const { base } = to.calendar
  const block = row < onMap ? to.on : to.off
  if (block) {
    const into = (row - block.from) * base
    block.values.forEach((limb, k) => limb.set(from.values[k]!.subarray(at, at + base), into))
    block.states.set(from.states.subarray(at, at + base), into)
    block.learnt.set(from.learnt.subarray(at, at + base), into)
    return
  }
  for (let index = 0; index < base; index += 1) {
    if (isUnsaid(from.states[at + index]!)) continue
    to.rest = roomy(to.rest)
    to.rest.cells[to.rest.count] = row * STRIDE + index
    copyCell(from, at + index, to.rest, to.rest.count)
    to.rest.count += 1
  }
}

/** Single figures of rows that stand in a block now lie in it. */
function intoBlocks(column: Column): void {
  const { rest } = column
  const { base } = column.calendar
  let kept = 0
  for (let i = 0; i < rest.count; i += 1) {
    const cell = rest.cells[i]!
    const [row, index] = [Math.floor(cell / STRIDE), cell % STRIDE]
    const block = index < base ? [column.on, column.off].find(each => each && row >= each.from && row < each.to) : null
    if (block) copyCell(rest, i, block, (row - block.from) * base + index)
    else {
      rest.cells[kept] = cell
      copyCell(rest, i, rest, kept)
      kept += 1
    }
  }
  rest.count = kept
}
