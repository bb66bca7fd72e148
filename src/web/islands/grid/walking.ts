import { blockOf, type Range, type Spot, type Surface } from './surface.ts'

/** Where steps over a surface lead: geometry, which changes nothing. */
export interface Walking {
  /** The nearest place of the table. */
  inside(spot: Spot): Spot
  /** The place, or the next one in the direction of the step where something is asked; null where the table ends before. */
  asked(to: Spot, step: Spot): Spot | null
  /** The next place of a block where something is asked, round and round, along its rows (`across`) or its columns. */
  around(block: Range, from: Spot, by: 1 | -1, across: boolean): Spot
  /** Where Ctrl and an arrow lead: to the end of what is filled, else to where something is filled next, else to the edge. */
  edge(from: Spot, step: Spot): Spot
  /** The next place where something is asked, at the end of a row in the next row; null past the last one. */
  along(from: Spot, by: 1 | -1): Spot | null
  /** The figures of a block, row by row; -1 where none is asked. */
  cellsIn(block: Range): readonly (readonly number[])[]
}

export function walkingOn(surface: Surface, shown: (cell: number) => string): Walking {
  const inside = ({ row, column }: Spot): Spot => ({
    row: Math.max(0, Math.min(surface.rows - 1, row)),
    column: Math.max(0, Math.min(surface.columns - 1, column)),
  })
  return {
    inside,
    asked: (to, step) => {
      let at = inside(to)
      for (let i = 0; i < surface.rows + surface.columns && surface.cellAt(at) < 0; i += 1) {
        const next = inside({ row: at.row + step.row, column: at.column + step.column })
        if (next.row === at.row && next.column === at.column) return null
        at = next
      }
      return at
    },
    around: (block, { row, column }, by, across) => {
      const { top, bottom, left, right } = blockOf(block)
      const [high, wide] = [bottom - top + 1, right - left + 1]
      let [at, next] = [across ? (row - top) * wide + column - left : (column - left) * high + row - top, -1]
      for (let i = 0; i < high * wide && next < 0; i += 1) {
        at = (at + by + high * wide) % (high * wide)
        next = surface.cellAt(spotOf(at))
      }
      function spotOf(at: number): Spot {
        return across
          ? { row: top + Math.floor(at / wide), column: left + (at % wide) }
          : { row: top + (at % high), column: left + Math.floor(at / high) }
      }
      return spotOf(at)
    },
    edge: (from, step) => {
      const next = ({ row, column }: Spot) => inside({ row: row + step.row, column: column + step.column })
      const last = (at: Spot) => next(at).row === at.row && next(at).column === at.column
      const filled = (at: Spot) => shown(surface.cellAt(at)) !== ''
      let at = next(from)
      if (filled(from) && filled(at)) while (!last(at) && filled(next(at))) at = next(at)
      else while (!last(at) && !filled(at)) at = next(at)
      return at
    },
    along: ({ row, column }, by) => {
      for (let at = row * surface.columns + column + by; at >= 0 && at < surface.rows * surface.columns; at += by) {
        const spot = { row: Math.floor(at / surface.columns), column: at % surface.columns }
        if (surface.cellAt(spot) >= 0) return spot
      }
      return null
    },
    cellsIn: block => {
      const { top, bottom, left, right } = blockOf(block)
      return Array.from({ length: bottom - top + 1 }, (_, r) =>
        Array.from({ length: right - left + 1 }, (_, c) => surface.cellAt({ row: top + r, column: left + c })),
      )
    },
  }
}
