import { composedRuns, type Run } from '../flow.ts'
import { markIn, powerBehind, reference } from '../note-marks.ts'
import type { TextPiece } from './page.ts'

/** A line of a page, in points from the top left. */
export interface PageLine {
  readonly text: string
  /** Its words with their looks. */
  readonly runs: readonly Run[]
  readonly x: number
  readonly end: number
  /** The base line. */
  readonly y: number
  readonly size: number
}

/** A gap wider than this many letters' heights sets columns; no justified line has one. */
const COLUMN_GAP = 2.2
const WORD_GAP = 0.18

/** Pieces as lines from top to bottom: words joined where they touch, a tab where a gap is a column's. */
export function linesOfPieces(pieces: readonly TextPiece[], convert: (words: string) => string): PageLine[] {
  const rows: TextPiece[][] = []
  for (const piece of [...pieces].sort((a, b) => a.y - b.y || a.x - b.x)) {
    const row = rows.at(-1)
    const last = row?.at(-1)
    if (row && last && (sameLine(last, piece) || sameLine(tallest(row), piece))) row.push(piece)
    else rows.push([piece])
  }
  return rows.map(row => lineOf(row, convert)).filter(line => line.text !== '')
}

const tallest = (row: readonly TextPiece[]): TextPiece | undefined => row[row.length - 1 > 8 ? row.length - 8 : 0]

/** Whether two pieces stand beside each other: a raised mark overlaps its line by more than half of its own height. */
function sameLine(a: TextPiece | undefined, b: TextPiece): boolean {
  if (!a) return false
  const overlap = Math.min(a.y, b.y) - Math.max(a.y - a.size * 0.8, b.y - b.size * 0.8)
  return overlap > 0.5 * 0.8 * Math.min(a.size, b.size)
}

function lineOf(row: readonly TextPiece[], convert: (words: string) => string): PageLine {
  const ordered = [...row].sort((a, b) => a.x - b.x)
  const words = ordered.filter(piece => piece.text.trim() !== '')
  const base = words.reduce<TextPiece | undefined>(
    (best, piece) => (best && best.size * 1.02 >= piece.size ? best : piece),
    undefined,
  )
  if (!base) return { text: '', runs: [], x: 0, end: 0, y: 0, size: 0 }
  const runs: { text: string; strong: boolean }[] = []
  let before = ''
  let end = ordered[0]?.x ?? 0
  for (const piece of ordered) {
    const gap = piece.x - end
    const blank = piece.text.trim() === ''
    const mark = isRaised(piece, base) ? raised(piece.text, before) : piece.text
    // What neither is shown nor tells anything: glyphs that the font gives no letter for.
    const shown = mark.replace(/[\0-\x08\x0b-\x1f\ufffe\uffff]/g, '').replace(/[\s\u00a0]+/g, ' ')
    const wide = gap > base.size * COLUMN_GAP && !blank
    const space = before !== '' && gap > base.size * WORD_GAP ? (wide ? '\t' : ' ') : ''
    const last = runs.at(-1)
    // Letters that a bold font lacks come from another font, in the middle of a word.
    const inWord = space === '' && /\p{L}$/u.test(before) && /^\p{L}/u.test(shown)
    if (last && (blank || inWord || last.strong === piece.strong)) last.text += space + shown
    else runs.push({ text: space + shown, strong: piece.strong })
    before = (before + space + shown).slice(-12)
    end = Math.max(end, piece.x + piece.width)
  }
  const told = folded(runs.map(run => ({ ...run, text: convert(run.text) })))
  const text = told.map(run => run.text).join('')
  return { text, runs: told, x: words[0]?.x ?? base.x, end, y: base.y, size: base.size }
}

/** One space between words and one tab between columns, over the bounds of runs; none at either end. */
function folded(runs: readonly Run[]): Run[] {
  let before = ' '
  const found = composedRuns(runs).flatMap(({ text, strong }) => {
    const joined = text.replace(/ *\t[\t ]*/g, '\t').replace(/ {2,}/g, ' ')
    const words = /\s$/.test(before) ? joined.replace(/^ +/, '') : joined
    if (words !== '') before = words
    return words === '' ? [] : [{ text: words, strong }]
  })
  const last = found.at(-1)
  return last ? [...found.slice(0, -1), { ...last, text: last.text.trimEnd() }] : found
}

const isRaised = (piece: TextPiece, base: TextPiece): boolean =>
  piece.size < base.size * 0.9 && base.y - piece.y > base.size * 0.15

/** A raised number is a power behind a metre, the mark of a footnote, and, at the head of a line, the footnote's own. */
function raised(words: string, before: string): string {
  const power = powerBehind(before, words)
  if (power !== null) return power
  const mark = markIn(words)
  if (mark === null) return words
  return before.trim() === '' ? `${reference(mark)}: ` : reference(mark)
}
