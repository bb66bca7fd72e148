import type { Block, Cell, SourceDocument } from '../document.ts'
import type { Span } from '../result.ts'
import { composedRuns, type Paragraph, type Piece, type Run, type Table, wordsOf } from './flow.ts'

/** A heading style on a whole passage is a matter of looks; a head has the length of a head. */
const LONGEST_HEADING = 600

/**
 * One text and its blocks out of paragraphs and tables: NFC, white space folded, a blank line between paragraphs, one
 * line for each row of a table with " | " between its cells. Linear in the length.
 */
export function compose(pieces: readonly Piece[], format: SourceDocument['format']): SourceDocument {
  const parts: string[] = []
  const blocks: Block[] = []
  const emphasis: Span[] = []
  let length = 0
  let tables = 0
  let inTable = 0
  const put = (words: string): void => {
    parts.push(words)
    length += words.length
  }

  /** Writes runs as one line of words and returns their place. */
  const words = (runs: readonly Run[]): Span => {
    const start = length
    for (const { text, strong } of folded(runs)) {
      const from = length
      put(text)
      const last = emphasis.at(-1)
      if (!strong || text.trim() === '') continue
      if (last?.end === from && from > start) emphasis[emphasis.length - 1] = { start: last.start, end: length }
      else emphasis.push({ start: from, end: length })
    }
    return { start, end: length }
  }

  const separate = (mark: string): void => {
    if (length > 0) put(mark)
  }

  const paragraph = (piece: Paragraph): void => {
    if (wordsOf(piece).trim() === '') return
    separate(inTable > 0 ? '\n' : '\n\n')
    inTable = 0
    const span = words(piece.runs)
    const { kind, level, marker } = piece
    if (kind === 'heading' && span.end - span.start <= LONGEST_HEADING) blocks.push({ kind, level, ...span })
    else if (kind === 'item') blocks.push({ kind, depth: level, marker, ...span })
    else if (kind === 'footnote') blocks.push({ kind, mark: marker, ...span })
    else blocks.push({ kind: 'paragraph', ...span })
  }

  const table = (piece: Table): void => {
    if (isLayout(piece)) {
      for (const row of piece.rows) for (const cell of row.cells) for (const inner of cell.content) write(inner)
      return
    }
    tables += 1
    let first = true
    let heads = true
    for (const row of piece.rows) {
      if (row.cells.every(cell => cell.content.every(inner => inner.kind !== 'table' && wordsOf(inner).trim() === '')))
        continue
      separate(first && inTable === 0 ? '\n\n' : '\n')
      first = false
      inTable = tables
      const start = length
      const cells: Cell[] = []
      for (const { content, columns, rows } of row.cells) {
        if (cells.length > 0) put(' | ')
        cells.push({ ...words(linesOf(content)), columns, rows })
      }
      heads &&= row.header
      blocks.push({ kind: 'row', table: tables, header: heads, cells, start, end: length })
    }
  }

  const write = (piece: Piece): void => {
    if (piece.kind === 'table') table(piece)
    else paragraph(piece)
  }

  for (const piece of pieces) write(piece)
  return { text: parts.join(''), blocks, format, emphasis }
}

/** The paragraphs of a cell as one run of words, a line break between them. */
function linesOf(content: readonly Piece[]): Run[] {
  return content.flatMap((piece, i): readonly Run[] =>
    piece.kind === 'table' ? [] : i === 0 ? piece.runs : [{ text: '\n', strong: false }, ...piece.runs],
  )
}

/**
 * A table that only sets things beside each other: it holds tables, it has one column, or it is a letterhead or the foot
 * of signatures of a Vietnamese document. Its cells are read one after the other.
 */
function isLayout({ rows }: Table): boolean {
  if (rows.some(row => row.cells.some(cell => cell.content.some(piece => piece.kind === 'table')))) return true
  if (rows.every(row => row.cells.length <= 1)) return true
  return (
    rows.length <= 6 && rows.some(row => row.cells.length <= 3 && row.cells.some(cell => LETTER.test(headOf(cell))))
  )
}

const LETTER = /^\s*(?:cộng\s+h(?:òa|oà)\s+xã\s+hội\s+chủ\s+nghĩa|đảng\s+cộng\s+sản\s+việt\s+nam|nơi\s+nhận\s*:)/iu

const headOf = (cell: { readonly content: readonly Piece[] }): string =>
  cell.content
    .slice(0, 3)
    .map(piece => (piece.kind === 'table' ? '' : wordsOf(piece).slice(0, 200).normalize('NFC')))
    .find(words => words.trim() !== '') ?? ''

/** Runs composed, their white space folded over all of them; nothing before the first word or behind the last. */
function folded(runs: readonly Run[]): Run[] {
  const found: Run[] = []
  let before = '\n'
  for (const { text, strong } of composedRuns(runs)) {
    let words = text
      // Invisible: soft hyphens and marks of zero width.
      .replace(/[\u00ad\u200b-\u200d\u2060\ufeff]/g, '')
      .replace(/[^\S\n]+/g, ' ')
      .replace(/ ?\n ?/g, '\n')
    if (/[ \n]$/.test(before)) words = words.replace(/^ /, '')
    if (before.endsWith('\n')) words = words.replace(/^\n+/, '')
    if (words === '') continue
    found.push({ text: words, strong })
    before = words
  }
  for (let last = found.at(-1); last; last = found.at(-1)) {
    const text = last.text.trimEnd()
    if (text !== '') {
      found[found.length - 1] = { text, strong: last.strong }
      break
    }
    found.pop()
  }
  return found
}
