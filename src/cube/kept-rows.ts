import type { Column } from './column.ts'
import type { Cube } from './cube.ts'
import { quotients, type Quotients } from './quotients.ts'

/** What a formula came to for an area, over all periods of its column; a place that changed since is stale. */
export interface KeptRow {
  readonly said: Quotients
  readonly stale: Uint8Array
  /** How many are stale. */
  open: number
}

/** What formulas came to in a cube: rows that were asked for, the ones kept for longest leave first. */
interface Kept {
  readonly rows: Map<Column, Map<number, KeptRow>>
  /** Rows in the order in which they came. */
  readonly order: { readonly of: Map<number, KeptRow>; readonly row: number; readonly bytes: number }[]
  first: number
  bytes: number
  /** How many places were computed, ever. */
  computed: number
  readonly room: number
}

const known = new WeakMap<Cube, Kept>()

/** Of the bytes of the values so many may be results of formulas; a small cube keeps all. */
const SHARE = 1 / 32
const LEAST_ROOM = 2 ** 20
const bytesOf = ({ said: { num } }: KeptRow): number => num.length * 18 + 400

function keptIn(cube: Cube): Kept {
  let kept = known.get(cube)
  if (!kept) {
    let values = 0
    for (const { on, off } of cube.columns)
      for (const block of [on, off]) for (const limb of block?.values ?? []) values += limb.byteLength
    kept = { rows: new Map(), order: [], first: 0, bytes: 0, computed: 0, room: Math.max(LEAST_ROOM, values * SHARE) }
    known.set(cube, kept)
  }
  return kept
}

/** The row of a column's results, as long as the column has periods; one that is new, or longer than before, is stale there. */
export function keptRow(cube: Cube, column: Column, row: number): KeptRow {
  const kept = keptIn(cube)
  let rows = kept.rows.get(column)
  if (!rows) kept.rows.set(column, (rows = new Map<number, KeptRow>()))
  const held = rows.get(row)
  const size = column.calendar.periods.length
  if (held?.stale.length === size) return held
  const made: KeptRow = { said: quotients(size), stale: new Uint8Array(size).fill(1), open: size }
  rows.set(row, made)
  const bytes = bytesOf(made)
  kept.order.push({ of: rows, row, bytes })
  kept.bytes += bytes
  while (kept.bytes > kept.room && kept.first < kept.order.length - 1) {
    const oldest = kept.order[kept.first]!
    kept.first += 1
    kept.bytes -= oldest.bytes
    oldest.of.delete(oldest.row)
  }
  if (kept.first * 2 > kept.order.length) {
    kept.order.splice(0, kept.first)
    kept.first = 0
  }
  return made
}

/** Marks what a change reaches: places of some rows of a column. */
export function forget(cube: Cube, column: Column, rows: readonly number[], places: Iterable<number>): void {
  const kept = known.get(cube)?.rows.get(column)
  if (!kept) return
  for (const row of rows) {
    const held = kept.get(row)
    if (!held) continue
    for (const at of places)
      if (held.stale[at] === 0) {
        held.stale[at] = 1
        held.open += 1
      }
  }
}

/** Says that so many places were computed. */
export const counted = (cube: Cube, places: number): void => {
  keptIn(cube).computed += places
}

/** How many places of formulas were computed in a cube so far, and the bytes of what is kept of them. */
export const formulasIn = (cube: Cube): { readonly computed: number; readonly bytes: number } => {
  const kept = known.get(cube)
  return { computed: kept?.computed ?? 0, bytes: kept?.bytes ?? 0 }
}
