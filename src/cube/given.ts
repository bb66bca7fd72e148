import { absent } from '../measure/absence.ts'
import { decimal, normalize } from '../measure/decimal.ts'
import { periodCode } from '../measure/period.ts'
import type { Observation } from '../plan/observation.ts'
import { STRIDE } from './calendar.ts'
import type { Places } from './figures.ts'
import { lowerBound, NO_ORIGIN, SEVERAL, valueIn, type Column, type Dense, type Sparse } from './column.ts'
import { columnsNamed, type Cube } from './cube.ts'
import { absenceIn, isUnsaid, statusIn } from './state.ts'

/**
 * All figures that were given for an area as they were known at a number of the log (left out: all that the cube knows): of
 * each source the latest, those that another source stands over too, in the order of their keys. Ask the cube as it was
 * loaded: a recast one has forgotten who said what. Notes are not in a cube. `only`: of these indicators, and of these
 * places of their calendars where some are named.
 */
export function givenIn(cube: Cube, area: string, log = Infinity, only?: ReadonlyMap<string, Places>): Observation[] {
  const row = cube.axis.rows.get(area)
  if (row === undefined) return []
  const columns = only ? [...only.keys()].flatMap(code => columnsNamed(cube, code)) : cube.columns
  return columns
    .filter(({ origins }) => origins[row] !== NO_ORIGIN)
    .flatMap(column => inColumn(cube, column, row, log, only?.get(column.slice.indicator) ?? null))
    .sort((a, b) => (a.text < b.text ? -1 : a.text > b.text ? 1 : a.code < b.code ? -1 : 1))
    .map(({ figure }) => figure)
}

/** A figure in its part of a column. */
interface Place {
  readonly part: Dense | Sparse
  readonly at: number
  readonly index: number
  readonly origin: number
}

function inColumn({ axis, origins }: Cube, column: Column, row: number, log: number, places: Places) {
  const { indicator, method, breakdown } = column.slice
  const area = axis.ids[row] ?? ''
  const parsed = JSON.parse(breakdown) as Record<string, string>
  return [...newestOf(column, row, log, places).values()].flatMap(({ part, at, index, origin }) => {
    const [from, period] = [origins[origin], column.calendar.periods[index]]
    if (!from || !period) return []
    const state = part.states[at]!
    const why = absenceIn(state)
    const figure: Observation = {
      indicator,
      method,
      area,
      map: from.map,
      breakdown: parsed,
      source: from.source,
      period,
      value: why ? absent(why.absent) : normalize(decimal(valueIn(part, at), column.scale)),
      status: statusIn(state),
      note: '',
      log: column.logs[part.learnt[at]!] ?? 0,
    }
    const text = `${indicator}\n${area}\n${from.map ?? ''}\n${method}\n${breakdown}\n${from.source}`
    return [{ figure, text, code: periodCode(period) }]
  })
}

/** For each origin and period of a row where its newest figure lies that was known then. */
function newestOf(column: Column, row: number, log: number, places: Places): ReadonlyMap<number, Place> {
  const { history, logs, calendar } = column
  const newest = new Map<number, Place>()
  const learntAt = (part: Dense | Sparse, at: number) => logs[part.learnt[at]!] ?? 0
  const take = (part: Dense | Sparse, at: number, index: number, origin: number) => {
    if (places && !places.has(index)) return
    const learnt = learntAt(part, at)
    if (learnt > log) return
    const key = origin * STRIDE + index
    const held = newest.get(key)
    if (!held || learntAt(held.part, held.at) <= learnt) newest.set(key, { part, at, index, origin })
  }
  const origin = column.origins[row]!
  const [from, to] = [row * STRIDE, (row + 1) * STRIDE]
  for (let i = 0; i < history.count; i += 1) {
    const cell = history.cells[i]!
    if (cell >= from && cell < to) take(history, i, cell - from, history.origins[i]!)
  }
  // Of a row with several origins all lies in the history: what stands in its cells was chosen from there.
  if (origin === SEVERAL) return newest
  for (const block of [column.on, column.off])
    if (block && row >= block.from && row < block.to)
      for (let index = 0; index < calendar.base; index += 1) {
        const at = (row - block.from) * calendar.base + index
        if (!isUnsaid(block.states[at]!)) take(block, at, index, origin)
      }
  const { rest } = column
  for (let at = lowerBound(rest, from); at < rest.count && rest.cells[at]! < to; at += 1)
    take(rest, at, rest.cells[at]! - from, origin)
  return newest
}
