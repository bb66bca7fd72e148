import type { Position } from '../../territory/outline.ts'
import { closedPath, MAP_WIDTH, type MapPicture, type Shape } from './picture.ts'

/** An area on a map without outlines. */
export interface Unit {
  readonly area: string
  /** What it lies in, for blocks. */
  readonly group: string
  readonly centre: Position | null
}

/** Hexagons near where the areas lie, where every one has a centre; else squares in blocks by what they lie in. */
export const schematicPicture = (units: readonly Unit[], nameOf: (group: string) => string): MapPicture => {
  const centred = units.flatMap(unit => (unit.centre ? [{ ...unit, centre: unit.centre }] : []))
  return centred.length === units.length && units.length > 1 ? cells(centred) : blocks(units, nameOf)
}

/** More cells than areas, so that the outline of the whole can be seen. */
const AIR = 1.2
const ROOT3 = Math.sqrt(3)
/** Above so many areas places are given once and not bettered: bettering takes time by the square. */
const MOST_BETTERED = 400
const MOST_ROUNDS = 24

interface Cell {
  readonly column: number
  readonly row: number
  readonly x: number
  readonly y: number
}

/** Each area gets a hexagon of its own, all of one size, with the least way from its centre that swaps can find. */
function cells(units: readonly (Unit & { readonly centre: Position })[]): MapPicture {
  const middle = units.reduce((sum, unit) => sum + unit.centre[1], 0) / units.length
  const shrink = Math.cos(middle * (Math.PI / 180))
  const points = units.map(({ centre: [lon, lat] }) => [lon * shrink, -lat] as const)
  const [xs, ys] = [points.map(p => p[0]), points.map(p => p[1])]
  const [left, top] = [Math.min(...xs), Math.min(...ys)]
  const [wide, high] = [Math.max(...xs) - left || 1e-6, Math.max(...ys) - top || 1e-6]
  // A line of centres still needs room to the side.
  const step = Math.sqrt((Math.max(wide, high / 4) * Math.max(high, wide / 4)) / (units.length * AIR) / (ROOT3 / 2))
  const grid: Cell[] = []
  const rows = Math.ceil(high / ((step * ROOT3) / 2)) + 4
  const columns = Math.ceil(wide / step) + 4
  for (let row = -2; row < rows - 2; row += 1)
    for (let column = -2; column < columns - 2; column += 1)
      grid.push({
        column,
        row,
        x: left + (column + (row & 1 ? 0.5 : 0)) * step,
        y: top + (row * step * ROOT3) / 2,
      })
  const held = assign(points, grid)
  return hexagons(
    units,
    held.map(at => grid[at]!),
  )
}

const way = (point: readonly [number, number], cell: Cell): number =>
  (point[0] - cell.x) ** 2 + (point[1] - cell.y) ** 2

/** For each point the number of its cell: from the middle outwards the nearest free one, then swaps while they shorten. */
function assign(points: readonly (readonly [number, number])[], grid: readonly Cell[]): readonly number[] {
  const [mx, my] = [0, 1].map(axis => points.reduce((sum, p) => sum + p[axis as 0 | 1], 0) / points.length)
  const order = points
    .map((p, i) => ({ i, far: (p[0] - mx!) ** 2 + (p[1] - my!) ** 2 }))
    .sort((a, b) => a.far - b.far || a.i - b.i)
  const holder = new Int32Array(grid.length).fill(-1)
  const held = new Array<number>(points.length).fill(-1)
  for (const { i } of order) {
    let best = -1
    let least = Infinity
    for (let cell = 0; cell < grid.length; cell += 1) {
      const far = holder[cell] === -1 ? way(points[i]!, grid[cell]!) : Infinity
      if (far < least) [best, least] = [cell, far]
    }
    holder[best] = i
    held[i] = best
  }
  for (let round = 0; round < MOST_ROUNDS && points.length <= MOST_BETTERED; round += 1)
    if (!better(points, grid, holder, held)) break
  return held
}

function better(
  points: readonly (readonly [number, number])[],
  grid: readonly Cell[],
  holder: Int32Array,
  held: number[],
): boolean {
  let moved = false
  for (let i = 0; i < points.length; i += 1)
    for (let cell = 0; cell < grid.length; cell += 1) {
      const own = held[i]!
      const other = holder[cell]!
      if (cell === own) continue
      const before = way(points[i]!, grid[own]!) + (other < 0 ? 0 : way(points[other]!, grid[cell]!))
      const after = way(points[i]!, grid[cell]!) + (other < 0 ? 0 : way(points[other]!, grid[own]!))
      if (after >= before - 1e-12) continue
      holder[cell] = i
      holder[own] = other
      held[i] = cell
      if (other >= 0) held[other] = own
      moved = true
    }
  return moved
}

const MARGIN = 6

function hexagons(units: readonly Unit[], placed: readonly Cell[]): MapPicture {
  const acrossOf = (cell: Cell) => cell.column + (cell.row & 1 ? 0.5 : 0)
  const across = placed.map(acrossOf)
  const rows = placed.map(cell => cell.row)
  const [left, top] = [Math.min(...across), Math.min(...rows)]
  const [wide, high] = [Math.max(...across) - left + 1, Math.max(...rows) - top]
  const size = Math.min((MAP_WIDTH - 2 * MARGIN) / wide, 110)
  const side = size / ROOT3
  const start = (MAP_WIDTH - wide * size) / 2 + size / 2
  const shapes = units.map((unit, i): Shape => {
    const x = Math.round(start + (across[i]! - left) * size)
    const y = Math.round(MARGIN + side + (rows[i]! - top) * side * 1.5)
    const [dx, half] = [Math.round(size / 2) - 1, Math.round(side / 2)]
    const corners = [
      [x, y - Math.round(side) + 1],
      [x + dx, y - half],
      [x + dx, y + half],
      [x, y + Math.round(side) - 1],
      [x - dx, y + half],
      [x - dx, y - half],
    ] as const
    return { area: unit.area, d: closedPath(corners), x, y, room: size }
  })
  return { height: Math.ceil(2 * MARGIN + 2 * side + high * side * 1.5), kind: 'cells', shapes, heads: [] }
}

const GAP = 6
const HEAD = 34
/** Few areas get squares with room for their names; many get small ones, in blocks of equal height. */
const FEW = 100
const LARGE = 84
const SMALL = 48
const ROWS_OF_SMALL = 4

/** Blocks of squares in the order of the tree, one block for each area that they lie in, in lines across the page. */
function blocks(units: readonly Unit[], nameOf: (group: string) => string): MapPicture {
  const groups = new Map<string, Unit[]>()
  for (const unit of units) {
    const known = groups.get(unit.group)
    if (known) known.push(unit)
    else groups.set(unit.group, [unit])
  }
  const tile = units.length <= FEW ? LARGE : SMALL
  const shapes: Shape[] = []
  const heads: { text: string; x: number; y: number }[] = []
  let [x, y, tallest] = [0, 0, 0]
  for (const [group, members] of groups) {
    const columns =
      groups.size === 1
        ? Math.floor((MAP_WIDTH + GAP) / (tile + GAP))
        : tile === SMALL
          ? Math.max(3, Math.ceil(members.length / ROWS_OF_SMALL))
          : Math.min(members.length, Math.max(3, Math.ceil(Math.sqrt(members.length * 0.9))))
    const wide = columns * (tile + GAP) - GAP
    if (x > 0 && x + wide > MAP_WIDTH) [x, y, tallest] = [0, y + tallest + 24, 0]
    heads.push({ text: nameOf(group), x, y: y + 22 })
    members.forEach((unit, i) => {
      const [left, top] = [x + (i % columns) * (tile + GAP), y + HEAD + Math.floor(i / columns) * (tile + GAP)]
      const corners = [
        [left, top],
        [left + tile, top],
        [left + tile, top + tile],
        [left, top + tile],
      ] as const
      shapes.push({ area: unit.area, d: closedPath(corners), x: left + tile / 2, y: top + tile / 2, room: tile })
    })
    tallest = Math.max(tallest, HEAD + Math.ceil(members.length / columns) * (tile + GAP) - GAP)
    x += wide + 36
  }
  return { height: y + tallest, kind: 'blocks', shapes, heads }
}
