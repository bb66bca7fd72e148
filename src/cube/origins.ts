import type { Territory } from '../territory/territory.ts'
import type { Axis } from './axis.ts'
import { STRIDE } from './calendar.ts'
import { NO_ORIGIN, SEVERAL, type Column, type Dense, type Origin, type Sparse } from './column.ts'
import { sorted } from './sorting.ts'
import { isUnsaid, LEAST_SETTLED, statusIn, UNSAID } from './state.ts'
import { copyCell, roomy } from './write.ts'

/** Whether the map of a day is the map of another: nothing was reorganised between them. */
export function sameMapAs(territory: Territory, day: string): (map: string) => boolean {
  const dates = territory.reorganisations.map(event => event.date)
  return map => {
    const [first, last] = map < day ? [map, day] : [day, map]
    return !dates.some(date => date > first && date <= last)
  }
}

/** Puts a figure aside that another stands over, or of a row with several origins. */
export function toHistory(column: Column, from: Dense | Sparse, at: number, cell: number, origin: number): void {
  const history = (column.history = roomy(column.history))
  history.cells[history.count] = cell
  history.origins[history.count] = origin
  copyCell(from, at, history, history.count)
  history.count += 1
}

/**
 * Of a row with several origins every figure lies in the history, and what stands is chosen from it. So does a count of
 * areas that speaks of another map, which nothing but that map can show.
 */
export function keepApart(
  column: Column,
  axis: Axis,
  origins: readonly Origin[],
  first: ReadonlyMap<number, number>,
  sameMap: (map: string) => boolean,
): void {
  const before = new Map(first)
  if (column.indicator.overAreas === 'recount')
    for (const row of axis.innerRows) {
      const origin = column.origins[row]!
      const map = origins[origin]?.map ?? null
      if (origin !== NO_ORIGIN && origin !== SEVERAL && map !== null && !sameMap(map)) {
        before.set(row, origin)
        column.origins[row] = SEVERAL
      }
    }
  if (before.size === 0) return
  const { base } = column.calendar
  for (const [row, origin] of before)
    for (const block of [column.on, column.off])
      if (block && row >= block.from && row < block.to)
        for (let index = 0; index < base; index += 1) {
          const at = (row - block.from) * base + index
          if (isUnsaid(block.states[at]!)) continue
          toHistory(column, block, at, row * STRIDE + index, origin)
          clear(block, at)
        }
  let kept = 0
  const { rest } = column
  for (let i = 0; i < rest.count; i += 1) {
    const cell = rest.cells[i]!
    const origin = before.get(Math.floor(cell / STRIDE))
    if (origin !== undefined) toHistory(column, rest, i, cell, origin)
    else {
      rest.cells[kept] = cell
      copyCell(rest, i, rest, kept)
      kept += 1
    }
  }
  rest.count = kept
}

export function clear(block: Dense | Sparse, at: number): void {
  for (const limb of block.values) limb[at] = 0
  block.states[at] = UNSAID
  block.learnt[at] = 0
}

/** Chooses what stands in rows of several origins, from what was known by a number of the log (left out: everything). */
export function mergeSeveral(
  column: Column,
  axis: Axis,
  origins: readonly Origin[],
  sameMap: (map: string) => boolean,
  log = Infinity,
): void {
  const best = standing(column, axis, origins, sameMap, log)
  if (best.size === 0) return
  const { base } = column.calendar
  const { history } = column
  let added = false
  for (const [cell, from] of best) {
    const [row, index] = [Math.floor(cell / STRIDE), cell % STRIDE]
    const block =
      index < base ? [column.on, column.off].find(each => each && row >= each.from && row < each.to) : undefined
    if (block) copyCell(history, from, block, (row - block.from) * base + index)
    else {
      const rest = (column.rest = roomy(column.rest))
      rest.cells[rest.count] = cell
      copyCell(history, from, rest, rest.count)
      rest.count += 1
      added = true
    }
  }
  if (added) column.rest = sorted(column.rest)
}

/** For each cell of rows with several origins the place in the history of what stands; of one row where it is named. */
export function standing(
  column: Column,
  axis: Axis,
  origins: readonly Origin[],
  sameMap: (map: string) => boolean,
  log = Infinity,
  only?: number,
): ReadonlyMap<number, number> {
  const { history } = column
  const best = new Map<number, number>()
  for (let i = 0; i < history.count; i += 1) {
    const cell = history.cells[i]!
    const row = Math.floor(cell / STRIDE)
    if (column.origins[row] !== SEVERAL || (only !== undefined && row !== only)) continue
    if ((column.logs[history.learnt[i]!] ?? 0) > log) continue
    const origin = origins[history.origins[i]!]
    if (!origin || !canStand(column, axis, row, origin, sameMap)) continue
    const held = best.get(cell)
    if (held === undefined || standsOver(column, origins, i, held)) best.set(cell, i)
  }
  return best
}

/** Whether a figure of an origin can stand on this map. */
export const canStand = (
  { indicator }: Column,
  axis: Axis,
  row: number,
  { map }: Origin,
  sameMap: (map: string) => boolean,
): boolean =>
  map === null || indicator.overAreas !== 'recount' || row >= axis.onMap || axis.inner[row] === -1 || sameMap(map)

/**
 * Of two figures of one cell: the later of one origin; else the source that the indicator trusts more, then what is more
 * settled, then what was learnt later.
 */
function standsOver(column: Column, origins: readonly Origin[], a: number, b: number): boolean {
  const { history, logs, indicator } = column
  const log = (at: number) => logs[history.learnt[at]!] ?? 0
  const [from, of] = [history.origins[a]!, history.origins[b]!]
  if (from === of) return log(a) >= log(b)
  const source = (at: number) => {
    const place = indicator.sources?.indexOf(origins[at]?.source ?? '') ?? -1
    return place < 0 ? (indicator.sources?.length ?? 0) : place
  }
  const settled = (at: number) => LEAST_SETTLED.indexOf(statusIn(history.states[at]!))
  const order = source(of) - source(from) || settled(a) - settled(b) || log(a) - log(b)
  return order !== 0 ? order > 0 : (origins[from]?.source ?? '') < (origins[of]?.source ?? '')
}
