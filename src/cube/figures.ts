import { firstYear, year, type Period } from '../measure/period.ts'
import { STATUSES } from '../plan/observation.ts'
import { indexOf, STRIDE, type Calendar } from './calendar.ts'
import { lowerBound, type Column } from './column.ts'
import { columnsNamed, type Cube } from './cube.ts'
import { cellAt, type Cell } from './read.ts'
import { isValue, LEAST_SETTLED, statusIn } from './state.ts'

/** The source of a figure that was added up or brought over from another map. */
export const CUBE_SOURCE = 'cube'

/** What the figures of areas below, or of other maps, make of an area in a period. */
export interface Total {
  readonly indicator: string
  readonly method: string
  readonly period: Period
  readonly cell: Exclude<Cell, { readonly kind: 'absent' }>
  /** The newest number of the log among the figures that it can be made of. */
  readonly log: number
}

/**
 * The totals of an area in a rolled-up cube, without breakdown: whole ones, and those of which something is missing. Only of
 * indicators of which something below the area has a figure, or of which another map's was brought over; what formulas
 * make is left to them. `only`: the indicators asked for, and the places of their calendars where some are named.
 */
export function totalsIn(cube: Cube, area: string, only: ReadonlyMap<string, Places>): readonly Total[] {
  const row = cube.axis.rows.get(area)
  if (row === undefined) return []
  let kept = known.get(cube)
  // A cube that is not recast takes in figures where it stands.
  if (kept?.log !== cube.log) known.set(cube, (kept = { log: cube.log, totals: new Map<string, readonly Total[]>() }))
  const { totals } = kept
  return [...only].flatMap(([code, places]) => {
    const of = () => columnsNamed(cube, code).flatMap(column => totalsOf(cube, row, column, places))
    if (places) return of()
    const key = `${String(row)} ${code}`
    let all = totals.get(key)
    if (!all) totals.set(key, (all = of()))
    return all
  })
}

/** Readers of one state of the figures ask for the same totals. */
const known = new WeakMap<Cube, { readonly log: number; readonly totals: Map<string, readonly Total[]> }>()

/** Places of a column's calendar; null: all. */
export type Places = ReadonlySet<number> | null

function totalsOf(cube: Cube, row: number, column: Column, places: Places): readonly Total[] {
  const { indicator, method, breakdown } = column.slice
  if (breakdown !== '{}' || column.computed?.kind === 'formula') return []
  const end = row < cube.axis.onMap ? cube.axis.end[row]! : row + 1
  // A leaf has nobody below, and no other map's figures came to it.
  if (end <= row + 1 && !column.computed && !cube.recast) return []
  const behind = columnsBehind(cube, column)
  const asked = places && new Set([...places].flatMap(index => withParts(column.calendar, index)))
  const own = statusesOver(column.calendar, behind, row, row + 1, asked)
  const below = statusesOver(column.calendar, behind, row + 1, end, asked)
  const adds = column.indicator.overAreas !== 'none'
  let log = 0
  for (const { logs } of behind) for (const each of logs) if (each <= cube.log && each > log) log = each
  const at = (index: number): Total[] => {
    const [period, cell] = [column.calendar.periods[index], cellAt(cube, column, row, index)]
    if (!period || cell.kind === 'absent') return []
    if (cell.kind === 'value' && cell.how !== 'added')
      return cell.how === 'own' ? [] : [{ indicator, method, period, cell, log }]
    // A leaf has nobody below.
    if (!adds || end <= row + 1) return []
    const parts = withParts(column.calendar, index)
    const of = (statuses: Uint8Array) => parts.reduce((mask, part) => mask | statuses[part]!, 0)
    if (of(below) === 0) return []
    const mask = of(below) | of(own)
    const status = LEAST_SETTLED.find(each => (mask & (1 << STATUSES.indexOf(each))) !== 0) ?? cell.status
    return [{ indicator, method, period, cell: { ...cell, status }, log }]
  }
  return places ? [...places].flatMap(at) : column.calendar.periods.flatMap((_, index) => at(index))
}

/** A column with those that it is made of. */
function columnsBehind(cube: Cube, column: Column): Column[] {
  const numbers = column.computed?.kind === 'ratio' ? [column.computed.top, column.computed.bottom] : column.computed?.kind === 'weighted' ? [column.computed.weight] : [] // prettier-ignore
  return [column, ...numbers.flatMap(number => cube.columns[number] ?? [])]
}

/** By period of a calendar a bit for each status that a value of the rows has; what is finer than it counts for its year. `only`: of these places. */
function statusesOver(asked: Calendar, behind: readonly Column[], from: number, to: number, only: Places): Uint8Array {
  const found = new Uint8Array(asked.periods.length)
  for (const { on, off, rest, calendar } of behind) {
    const bases = only && calendar === asked ? [...only].filter(index => index < calendar.base) : range(calendar.base)
    const take = (place: number, state: number) => {
      const index = calendar === asked ? place : placeIn(asked, calendar.periods[place]!)
      if (isValue(state) && index >= 0) found[index] = found[index]! | (1 << STATUSES.indexOf(statusIn(state)))
    }
    for (const block of [on, off])
      if (block)
        for (let row = Math.max(from, block.from); row < Math.min(to, block.to); row += 1)
          for (const index of bases) take(index, block.states[(row - block.from) * calendar.base + index]!)
    const last = to * STRIDE
    for (let at = lowerBound(rest, from * STRIDE); at < rest.count && rest.cells[at]! < last; at += 1)
      take(rest.cells[at]! % STRIDE, rest.states[at]!)
  }
  return found
}

const range = (count: number): readonly number[] => Array.from({ length: count }, (_, i) => i)

function placeIn(calendar: Calendar, period: Period): number {
  const place = indexOf(calendar, period)
  return place >= 0 ? place : indexOf(calendar, year(firstYear(period)))
}

/** A place with those of all shorter periods in it; made once of a calendar. */
function withParts(calendar: Calendar, index: number): readonly number[] {
  let known = PARTS.get(calendar)
  if (!known) PARTS.set(calendar, (known = []))
  return (known[index] ??= [index, ...[...(calendar.parts[index] ?? [])].flatMap(part => withParts(calendar, part))])
}
const PARTS = new WeakMap<Calendar, (readonly number[])[]>()
