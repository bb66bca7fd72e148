import { EMPTY_CELL, type Piece, type Table, type TableCell } from '../flow.ts'

interface GrowingCell {
  content: readonly Piece[]
  columns: number
  rows: number
}

/** A table of Word while it is read: cells that are merged downwards are known only row by row. */
export interface OpenTable {
  readonly rows: { header: boolean; cells: GrowingCell[] }[]
  column: number
  header: boolean
  cells: GrowingCell[]
  /** The cell that each column's merge began with. */
  readonly origins: Map<number, GrowingCell>
  columns: number
  merge: 'restart' | 'continue' | null
}

export const openTable = (): OpenTable => ({
  rows: [],
  column: 0,
  header: false,
  cells: [],
  origins: new Map(),
  columns: 1,
  merge: null,
})

const MOST_COLUMNS = 1000

export function beginRow(table: OpenTable): void {
  table.cells = []
  table.column = 0
  table.header = false
}

export function skipColumns(table: OpenTable, n: number): void {
  for (let i = 0; i < Math.min(n, 64); i += 1) table.cells.push({ ...EMPTY_CELL })
  table.column += Math.min(n, 64)
}

export const spanColumns = (table: OpenTable, n: number): void => {
  table.columns = Number.isInteger(n) && n >= 1 ? Math.min(n, MOST_COLUMNS) : 1
}

/** Takes a cell; one that goes on from above leaves empty places, as a browser lays them out. */
export function takeCell(table: OpenTable, content: readonly Piece[]): void {
  const { columns, merge, column } = table
  const origin = merge === 'continue' ? table.origins.get(column) : undefined
  if (origin) {
    origin.rows += 1
    for (let i = 0; i < columns; i += 1) table.cells.push({ ...EMPTY_CELL })
  } else {
    const cell: GrowingCell = { content, columns, rows: 1 }
    table.cells.push(cell)
    if (merge === 'restart') table.origins.set(column, cell)
    else table.origins.delete(column)
  }
  table.column += columns
}

export function endRow(table: OpenTable): void {
  if (table.cells.length > 0) table.rows.push({ header: table.header, cells: table.cells })
}

export const closeTable = ({ rows }: OpenTable): Table => ({
  kind: 'table',
  rows: rows.map(({ header, cells }) => ({ header, cells: cells satisfies readonly TableCell[] })),
})
