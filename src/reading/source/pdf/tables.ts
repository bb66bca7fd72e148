import type { Grid } from './grid.ts'
import { linesOfPieces } from './lines.ts'
import type { TextPiece } from './page.ts'

/** A row of a ruled table: the words of its cells and how far each reaches. */
export interface GridRow {
  readonly cells: readonly { readonly text: string; readonly columns: number; readonly rows: number }[]
}

export interface GridTable {
  readonly top: number
  readonly bottom: number
  readonly columns: number
  readonly rows: readonly GridRow[]
}

/** The words of a grid, cell by cell, and the pieces of the page that are none of its words. */
export function fillGrid(
  grid: Grid,
  pieces: readonly TextPiece[],
  convert: (words: string) => string,
): { readonly table: GridTable; readonly outside: readonly TextPiece[] } {
  const { xs, ys, slots } = grid
  const inside = new Map<string, TextPiece[]>()
  const outside: TextPiece[] = []
  for (const piece of pieces) {
    const column = indexOf(xs, piece.x + Math.min(piece.width, piece.size) / 2)
    const row = indexOf(ys, piece.y - piece.size * 0.3)
    const origin = row === null || column === null ? null : originOf(slots, row, column)
    if (!origin) outside.push(piece)
    else {
      const key = `${origin.row} ${origin.column}`
      const cell = inside.get(key)
      if (cell) cell.push(piece)
      else inside.set(key, [piece])
    }
  }
  const rows = slots.map((line, row) => ({
    cells: line.flatMap(({ columns, rows: tall, covered }, column) => {
      if (covered === 'from-left') return []
      if (covered === 'from-above') return [{ text: '', columns: 1, rows: 1 }]
      const words = linesOfPieces(inside.get(`${row} ${column}`) ?? [], convert)
      return [{ text: words.map(each => each.text.replaceAll('\t', ' ')).join(' '), columns, rows: tall }]
    }),
  }))
  const table: GridTable = {
    top: ys[0] ?? 0,
    bottom: ys.at(-1) ?? 0,
    columns: xs.length - 1,
    rows: rows.filter(row => row.cells.some(cell => cell.text !== '')),
  }
  return { table, outside }
}

/** The interval of ascending edges that a place lies in; null outside of them all. */
function indexOf(edges: readonly number[], place: number): number | null {
  let [low, high] = [0, edges.length - 1]
  if (place < (edges[low] ?? 0) || place > (edges[high] ?? 0)) return null
  while (high - low > 1) {
    const middle = (low + high) >> 1
    if ((edges[middle] ?? 0) <= place) low = middle
    else high = middle
  }
  return low
}

/** The cell that a place of the grid belongs to: the nearest to the left or above that is not covered. */
function originOf(slots: Grid['slots'], row: number, column: number): { row: number; column: number } | null {
  for (let r = row; r >= 0; r -= 1)
    for (let c = column; c >= 0; c -= 1) {
      const slot = slots[r]?.[c]
      if (slot?.covered !== 'no') continue
      if (r + slot.rows > row && c + slot.columns > column) return { row: r, column: c }
    }
  return null
}
