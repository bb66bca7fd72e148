import type { AreaMap } from '../territory/map.ts'

/**
 * The areas of a map in tree order: each before what lies in it, siblings by their codes, so that all that lies in an area
 * is one run of rows. Behind them stand areas of other maps that have figures; they lie in nothing.
 */
export interface Axis {
  /** The day of the map. */
  readonly day: string
  readonly ids: readonly string[]
  readonly rows: ReadonlyMap<string, number>
  /** Rows below this are on the map. */
  readonly onMap: number
  /** The row of what each lies in; -1 for a root. */
  readonly parent: Int32Array
  /** What lies in a row, itself included: from it up to this. */
  readonly end: Int32Array
  /** The place of each row among those that have something in them; -1 for a leaf. */
  readonly inner: Int32Array
  /** The rows that have something in them, in tree order. */
  readonly innerRows: Int32Array
  /** How many leaves lie in a row; 1 for a leaf. */
  readonly leaves: Int32Array
}

/** The axis of a map; `more` are the ids of areas of other maps. */
export function axisOf(map: AreaMap, more: Iterable<string> = []): Axis {
  const ids: string[] = []
  const parents: number[] = []
  const ends: number[] = []
  const rows = new Map<string, number>()
  const place = (id: string, parent: number): void => {
    const row = ids.push(id) - 1
    rows.set(id, row)
    parents.push(parent)
    ends.push(row + 1)
    for (const child of map.children.get(id) ?? []) place(child, row)
    ends[row] = ids.length
  }
  const roots = [...map.areas.values()].filter(({ parent }) => parent === null || !map.areas.has(parent))
  for (const { id } of roots.sort((a, b) => (a.code < b.code ? -1 : 1))) place(id, -1)
  const onMap = ids.length
  for (const id of more) if (!rows.has(id)) rows.set(id, ids.push(id) - 1)
  const parent = Int32Array.from(parents)
  const end = Int32Array.from(ends)
  const inner = new Int32Array(onMap).fill(-1)
  const innerRows: number[] = []
  for (let row = 0; row < onMap; row += 1) if (end[row]! > row + 1) inner[row] = innerRows.push(row) - 1
  const leaves = new Int32Array(onMap)
  for (let row = onMap - 1; row >= 0; row -= 1) {
    if (inner[row] === -1) leaves[row] = 1
    const above = parent[row]!
    if (above >= 0) leaves[above] = leaves[above]! + leaves[row]!
  }
  return { day: map.day, ids, rows, onMap, parent, end, inner, innerRows: Int32Array.from(innerRows), leaves }
}

/** The rows right below a row, in tree order. */
export function childRows({ end }: Axis, row: number): number[] {
  const found: number[] = []
  for (let at = row + 1; at < end[row]!; at = end[at]!) found.push(at)
  return found
}

/** In which area each of those within an area lies directly; empty where it is not on the map. */
export function insideOf(axis: Axis, area: string): ReadonlyMap<string, string> {
  let known = INSIDE.get(axis)
  if (!known) INSIDE.set(axis, (known = new Map<string, ReadonlyMap<string, string>>()))
  const held = known.get(area)
  if (held) return held
  const found = new Map<string, string>()
  const row = axis.rows.get(area) ?? axis.onMap
  if (row < axis.onMap)
    for (let at = row + 1; at < axis.end[row]!; at += 1) found.set(axis.ids[at]!, axis.ids[axis.parent[at]!]!)
  known.set(area, found)
  return found
}
const INSIDE = new WeakMap<Axis, Map<string, ReadonlyMap<string, string>>>()
