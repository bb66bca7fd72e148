/** What a reader of HTML or Word hands on: paragraphs and tables in reading order, words with their looks. */
export type Piece = Paragraph | Table

/** A stretch of words set alike. "\n" is a line break that the author set. */
export interface Run {
  readonly text: string
  readonly strong: boolean
}

export interface Paragraph {
  readonly kind: 'paragraph' | 'heading' | 'item' | 'footnote'
  /** A heading's level from 1, an item's depth from 1. */
  readonly level: number
  /** An item's marker as shown ("1.", "a)", "-"), which its runs begin with; a footnote's mark. */
  readonly marker: string
  readonly runs: readonly Run[]
}

export interface Table {
  readonly kind: 'table'
  readonly rows: readonly TableRow[]
}

export interface TableRow {
  readonly header: boolean
  /** Places that a taller cell above covers hold an empty cell, so that every cell stands in its column. */
  readonly cells: readonly TableCell[]
}

export interface TableCell {
  readonly content: readonly Piece[]
  readonly columns: number
  readonly rows: number
}

export const EMPTY_CELL: TableCell = { content: [], columns: 1, rows: 1 }

/** The words of a piece without their looks, for deciding what it is. */
export const wordsOf = (piece: Paragraph): string => piece.runs.map(run => run.text).join('')

/** NFC over the bounds of runs: a mark that begins a run belongs to the letter that ends the one before. */
export function composedRuns(runs: readonly Run[]): Run[] {
  const whole: Run[] = []
  for (const run of runs) {
    const marks = /^\p{M}+/u.exec(run.text)?.[0] ?? ''
    const last = whole.at(-1)
    if (marks !== '' && last) whole[whole.length - 1] = { text: last.text + marks, strong: last.strong }
    whole.push(marks === '' || !last ? run : { text: run.text.slice(marks.length), strong: run.strong })
  }
  return whole.map(({ text, strong }) => ({ text: text.normalize('NFC'), strong }))
}
