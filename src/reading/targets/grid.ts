import type { Cell } from '../document.ts'
import type { Line } from '../tree/lines.ts'
import { viewOf, type View } from '../words/view.ts'
import type { Times } from './clause.ts'
import { columnOf, type Column } from './columns.ts'

/** A cell of a table's row, with the column that it begins in. */
export interface RowCell extends Cell {
  readonly view: View
  readonly column: number
}

/** A table cut into its cells: its heads are read into columns, the other rows stand below them. */
export interface Grid {
  readonly columns: readonly Column[]
  readonly rows: readonly { readonly line: Line; readonly cells: readonly RowCell[] }[]
}

/** The rows of a table under the columns that its heads name. */
export function gridOf(text: string, lines: readonly Line[], times: Times): Grid {
  const rows = lines.map(line => ({ line, cells: cellsOf(text, line) }))
  const heads = headRows(rows)
  return {
    columns: columnsOf(
      rows.slice(0, heads).map(row => row.cells),
      times,
    ),
    rows: rows.slice(heads),
  }
}

function cellsOf(text: string, line: Line): RowCell[] {
  if (line.block.kind !== 'row') return []
  let column = 0
  return line.block.cells.map(cell => {
    const placed = { ...cell, view: viewOf(text, cell.start, cell.end), column }
    column += Math.max(1, cell.columns)
    return placed
  })
}

/** Rows marked as heads; where none is, the rows before the first that holds a figure beside words. */
function headRows(rows: Grid['rows']): number {
  const marked = rows.filter(({ line }) => line.block.kind === 'row' && line.block.header).length
  let heads = Math.max(marked, 1)
  // A second head row under merged cells: years or units only, and no name.
  for (const row of rows.slice(heads, heads + 2)) {
    const texts = row.cells.map(cell => cell.view.text.trim())
    const looksLikeHead =
      texts.filter(Boolean).length > 0 &&
      texts.every(
        t =>
          t === '' ||
          /^(?:năm )?(?:19|20)\d{2}(?:\s?-\s?(?:19|20)\d{2})?$/i.test(t) ||
          /^\(?\d\)?$|^[A-E]$/.test(t) ||
          /^(?:năm|bq|bình quân|tốc độ|đến năm|giai đoạn|gđ|trong đó|tổng số|cả năm|đvt|đơn vị)[^\d%]{0,40}(?:\d{4}(?:\s?-\s?\d{4})?)?(?: ?\(%\))?$/i.test(
            t,
          ) ||
          /^(?:kế hoạch|thực hiện|ước|mục tiêu|kh|th)(?: |$)/i.test(t),
      )
    if (!looksLikeHead) break
    heads += 1
  }
  return Math.min(heads, rows.length)
}

function columnsOf(heads: readonly RowCell[][], times: Times): Column[] {
  const width = Math.max(0, ...heads.map(row => row.reduce((n, cell) => Math.max(n, cell.column + cell.columns), 0)))
  const columns = Array.from({ length: width }, (_, i) => {
    const words = heads
      .flatMap((row, k) => headWords(row, heads[k + 1], i))
      .filter(text => !/^\(?\d{1,2}\)?$|^[A-E]$/.test(text))
    return columnOf([...new Set(words)], times)
  })
  if (!columns.some(column => column.kind === 'name')) {
    const first = columns.findIndex(column => column.kind === 'other')
    if (first >= 0) columns[first] = { kind: 'name' }
  }
  return columns
}

/** The words of one head row above a column; an empty cell over a filled one belongs to the merged cell on its left. */
function headWords(row: readonly RowCell[], below: readonly RowCell[] | undefined, column: number): string[] {
  const over = (cell: RowCell) => cell.column <= column && column < cell.column + Math.max(1, cell.columns)
  const own = row.filter(over)
  const merged =
    own.every(cell => cell.view.text === '') && (below?.some(cell => over(cell) && cell.view.text !== '') ?? false)
  const left = merged ? row.findLast(cell => cell.column < column && cell.view.text !== '') : undefined
  return left ? [left.view.text] : own.map(cell => cell.view.text)
}
