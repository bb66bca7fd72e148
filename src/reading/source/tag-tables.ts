import type { Block, Cell } from '../document.ts'
import type { Span } from '../result.ts'

const MOST_COLUMNS = 256
/** A table that does not end within this many characters is no table: its tag stands alone. */
const LONGEST = 4_000_000

/**
 * Where a table written in tags begins on a line and ends; null where none begins. One that an excerpt cuts off ends at
 * the next blank line.
 */
export function tagTableAt(text: string, from: number, lineEnd: number): Span | null {
  const open = /<table(?:\s[^>]*)?>/i.exec(text.slice(from, lineEnd))
  if (!open) return null
  const start = from + open.index
  const close = /<\/table\s*>/gi
  close.lastIndex = start
  const found = close.exec(text)
  if (found) return found.index - start < LONGEST ? { start, end: found.index + found[0].length } : null
  const lastRow = text.lastIndexOf('</tr>')
  if (lastRow <= start || lastRow - start >= LONGEST) return null
  const blank = text.slice(lastRow).search(/\n\s*\n/)
  return { start, end: blank < 0 ? text.length : lastRow + blank }
}

/**
 * The rows of a table that Markdown holds in tags, at their places in the file. Converters write tables so when they
 * have merged cells: a cell covers `colspan` columns, and under one that reaches down (`rowspan`) stand empty ones.
 */
export function tagRows(text: string, { start, end }: Span, table: number): Block[] {
  const rows: Block[] = []
  const reaching: number[] = []
  const tags = /<(\/?)(tr|td|th|thead)\b([^>]*)>/gi
  tags.lastIndex = start
  let head = false
  let row: { at: number; cells: Cell[]; heads: number; column: number } | null = null
  let cell: { at: number; columns: number; rows: number } | null = null
  const covered = (at: number) => {
    for (; row && (reaching[row.column] ?? 0) > 0; row.column += 1) {
      reaching[row.column] = (reaching[row.column] ?? 1) - 1
      row.cells.push({ start: at, end: at, columns: 1, rows: 1 })
    }
  }
  const closeCell = (at: number) => {
    if (!row || !cell) return
    row.cells.push({ start: cell.at, end: at, columns: cell.columns, rows: cell.rows })
    for (let i = 0; i < cell.columns && row.column < MOST_COLUMNS; i += 1, row.column += 1)
      reaching[row.column] = cell.rows - 1
    cell = null
  }
  const closeRow = (at: number) => {
    closeCell(at)
    if (!row) return
    covered(at)
    if (row.cells.length > 0)
      rows.push({
        kind: 'row',
        table,
        header: head || row.heads === row.cells.filter(each => each.end > each.start).length,
        cells: row.cells,
        start: row.at,
        end: at,
      })
    row = null
  }
  for (let tag = tags.exec(text); tag && tag.index < end; tag = tags.exec(text)) {
    const [whole, closing, name = '', attributes = ''] = tag
    const behind = tag.index + whole.length
    const kind = name.toLowerCase()
    if (kind === 'thead') {
      head = closing === ''
      if (!head) closeRow(tag.index)
    } else if (kind === 'tr') {
      closeRow(tag.index)
      if (closing === '') row = { at: behind, cells: [], heads: 0, column: 0 }
    } else if (closing === '' && row) {
      closeCell(tag.index)
      covered(tag.index)
      if (kind === 'th') row.heads += 1
      cell = { at: behind, columns: spanned(attributes, 'colspan'), rows: spanned(attributes, 'rowspan') }
    } else closeCell(tag.index)
  }
  // A cell that the excerpt breaks off may end inside a number.
  const close = /<\/table\s*>$/i.exec(text.slice(Math.max(start, end - 20), end))
  if (!close) cell = null
  closeRow(close ? end - close[0].length : end)
  return rows
}

function spanned(attributes: string, name: 'colspan' | 'rowspan'): number {
  const n = Number(new RegExp(`${name}\\s*=\\s*["']?(\\d{1,3})`, 'i').exec(attributes)?.[1] ?? 1)
  return n >= 1 && n <= MOST_COLUMNS ? n : 1
}
