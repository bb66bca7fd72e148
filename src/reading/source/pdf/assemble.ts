import type { Block, Cell, SourceDocument } from '../../document.ts'
import type { Span } from '../../result.ts'
import type { Run } from '../flow.ts'
import { textBlocks } from '../text-blocks.ts'
import { gridsOf } from './grid.ts'
import { linesOfPieces, type PageLine } from './lines.ts'
import type { Page, TextPiece } from './page.ts'
import { letterheadApart, paragraphsOf } from './paragraphs.ts'
import { runningHeads } from './running-heads.ts'
import { fillGrid, type GridRow, type GridTable } from './tables.ts'

/** What follows each other in a PDF: text over any number of pages, and tables. */
type Part =
  { readonly kind: 'text'; readonly runs: Run[] } | { readonly kind: 'table'; readonly rows: readonly GridRow[] }

/**
 * The document of a PDF's pages: lines joined to paragraphs over pages, running heads left out, ruled tables as rows that
 * go on over pages, footnotes behind everything else.
 */
export function assemble(pages: readonly (Page | null)[], convert: (words: string) => string): SourceDocument {
  const laid = pages.flatMap(page => (page ? [laidOut(page, convert)] : []))
  const heads = runningHeads(laid)
  const parts: Part[] = []
  const notes: PageLine[] = []
  laid.forEach(({ lines, tables, height }, n) => {
    const shown = lines.filter(line => !heads.has(line))
    const noteAt = footnotesFrom(shown, tables, height)
    notes.push(...shown.slice(noteAt))
    const own = n === 0 ? letterheadApart(shown.slice(0, noteAt)) : shown.slice(0, noteAt)
    let from = 0
    for (const table of tables) {
      const to = own.findIndex((line, i) => i >= from && line.y > table.top)
      const stop = to < 0 ? own.length : to
      addText(parts, own.slice(from, stop))
      from = stop
      addTable(parts, table)
    }
    addText(parts, own.slice(from))
  })
  if (notes.length > 0)
    parts.push({ kind: 'text', runs: notes.flatMap(line => [...line.runs, { text: '\n', strong: false }]) })
  return written(parts)
}

interface LaidOut {
  readonly height: number
  readonly lines: readonly PageLine[]
  readonly tables: readonly GridTable[]
}

function laidOut(page: Page, convert: (words: string) => string): LaidOut {
  let pieces: readonly TextPiece[] = page.pieces
  const tables: GridTable[] = []
  for (const grid of gridsOf(page.rules)) {
    const { table, outside } = fillGrid(grid, pieces, convert)
    // A frame around text, or a drawing: two columns with words make a table.
    if (table.rows.filter(row => row.cells.filter(cell => cell.text !== '').length > 1).length < 2) continue
    tables.push(table)
    pieces = outside
  }
  return { height: page.height, lines: linesOfPieces(pieces, convert), tables }
}

/**
 * Where the footnotes of a page begin: at a line with a mark of its own in the lower half, below every table, from which on
 * all is set smaller than the text. What is not set apart so stays where it stands.
 */
function footnotesFrom(lines: readonly PageLine[], tables: readonly GridTable[], height: number): number {
  const lowest = Math.max(height / 2, ...tables.map(table => table.bottom))
  const sizes = lines.map(line => line.size).sort((a, b) => a - b)
  const small = (sizes[Math.floor(sizes.length / 2)] ?? 0) * 0.95
  const at = lines.findIndex(line => line.y > lowest && line.size < small && /^\[\^[^\]]+\]: /.test(line.text))
  return at < 0 || lines.slice(at).some(line => line.size >= small) ? lines.length : at
}

/** A text goes on over the end of a page; whether a paragraph does, its words tell. */
function addText(parts: Part[], lines: readonly PageLine[]): void {
  if (lines.length === 0) return
  const runs = paragraphsOf(lines)
  const last = parts.at(-1)
  if (last?.kind === 'text') last.runs.push({ text: '\n', strong: false }, ...runs)
  else parts.push({ kind: 'text', runs })
}

/** A table of as many columns that opens the next page goes on, without its head where that is printed again. */
function addTable(parts: Part[], { rows, columns }: GridTable): void {
  const last = parts.at(-1)
  if (last?.kind === 'table' && widthOf(last.rows) === columns) {
    const shown = (row: GridRow | undefined) => row?.cells.map(cell => cell.text).join('\t')
    let again = 0
    while (again < rows.length && shown(rows[again]) === shown(last.rows[again])) again += 1
    parts[parts.length - 1] = { kind: 'table', rows: [...last.rows, ...rows.slice(again)] }
  } else parts.push({ kind: 'table', rows })
}

const widthOf = (rows: readonly GridRow[]): number => rows[0]?.cells.reduce((n, cell) => n + cell.columns, 0) ?? 0

function written(parts: readonly Part[]): SourceDocument {
  const texts: string[] = []
  const blocks: Block[] = []
  const emphasis: Span[] = []
  let length = 0
  let table = 0
  const put = (words: string) => {
    texts.push(words)
    length += words.length
  }
  for (const part of parts) {
    if (length > 0) put('\n\n')
    if (part.kind === 'text') {
      const shift = length
      const text = part.runs.map(run => run.text).join('')
      let tables = 0
      for (const block of textBlocks(text)) {
        if (block.kind === 'row') tables = Math.max(tables, block.table)
        blocks.push(moved(block, shift, table))
      }
      table += tables
      for (const run of part.runs) {
        if (run.strong && run.text.trim() !== '') emphasis.push({ start: length, end: length + run.text.length })
        put(run.text)
      }
      continue
    }
    table += 1
    part.rows.forEach((row, i) => {
      if (i > 0) put('\n')
      const start = length
      const cells: Cell[] = row.cells.map(({ text, columns, rows }, column) => {
        if (column > 0) put(' | ')
        const from = length
        put(text)
        return { start: from, end: length, columns, rows }
      })
      blocks.push({ kind: 'row', table, header: i === 0, cells, start, end: length })
    })
  }
  return { text: texts.join(''), blocks, format: 'pdf', emphasis: joined(emphasis) }
}

function moved(block: Block, by: number, tables: number): Block {
  const place = { start: block.start + by, end: block.end + by }
  if (block.kind !== 'row') return { ...block, ...place }
  const cells = block.cells.map(cell => ({ ...cell, start: cell.start + by, end: cell.end + by }))
  return { ...block, ...place, table: block.table + tables, cells }
}

/** Stretches that only white space parts, as one: a bold head may run over lines. */
const joined = (spans: readonly Span[]): Span[] =>
  spans.reduce<Span[]>((found, span) => {
    const last = found.at(-1)
    if (last && span.start - last.end <= 1) found[found.length - 1] = { start: last.start, end: span.end }
    else found.push(span)
    return found
  }, [])
