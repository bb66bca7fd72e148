import { writeXlsx, type Cell, type CellStyle } from 'hucre/xlsx'
import { approximate, parseDecimal } from '../../measure/decimal.ts'
import { columnLetter, EMPTY_CELL, type Sheet, type SheetCell } from '../sheet.ts'

/** A figure that a workbook asks for: what it is, what stood before, what is entered so far. */
export interface TemplateRow {
  /** What tells it apart, in a column that is hidden. */
  readonly key: string
  readonly area: string
  readonly indicator: string
  readonly unit: string
  readonly decimals: number
  /** Decimals in plain notation, or a word of why there is none; empty where nothing is known. */
  readonly yearBefore: string
  readonly previous: string
  readonly value: string
  readonly note: string
}

export interface TemplateWords {
  readonly sheet: string
  readonly title: string
  readonly about: string
  readonly heads: {
    readonly area: string
    readonly indicator: string
    readonly unit: string
    readonly yearBefore: string
    readonly previous: string
    readonly value: string
    readonly note: string
  }
}

/** What the first cell of the head holds, so that a filled workbook is known again; the report's own name comes after it. */
const MARK = 'cotmoc'
const HEAD = 3
/** In the hidden row above the head: where figures and remarks stand, however columns are moved. */
const MARKS = HEAD - 1
const [MARK_VALUE, MARK_NOTE] = [`${MARK}:value`, `${MARK}:note`]
const VALUE = 6
const NOTE = 7
const BOLD: CellStyle = { font: { bold: true } }

/**
 * A workbook of exactly what a report asks: a row a figure, its head frozen, everything but the figures and the remarks locked
 * (without a password: against slips, not against people), a hidden column that tells the rows apart.
 */
export function writeTemplate(
  report: string,
  rows: readonly TemplateRow[],
  { sheet, title, about, heads }: TemplateWords,
  made: Date,
): Promise<Uint8Array> {
  const cells = new Map<string, Partial<Cell>>()
  const put = (row: number, column: number, cell: Partial<Cell>) => cells.set(`${row},${column}`, cell)
  put(0, 1, { value: title, style: { font: { bold: true, size: 14 } } })
  put(1, 1, { value: about })
  put(MARKS, VALUE, { value: MARK_VALUE })
  put(MARKS, NOTE, { value: MARK_NOTE })
  const marks = Array.from({ length: NOTE + 1 }, (_, c) => (c === VALUE ? MARK_VALUE : c === NOTE ? MARK_NOTE : null))
  const head = [`${MARK} ${report}`, heads.area, heads.indicator, heads.unit, heads.yearBefore, heads.previous]
  ;[...head, heads.value, heads.note].forEach((value, column) =>
    put(HEAD, column, { value, style: { ...BOLD, alignment: { wrapText: true, vertical: 'top' } } }),
  )
  const open: CellStyle = { protection: { locked: false } }
  const lines = rows.map((row, i) => {
    const at = HEAD + 1 + i
    const numFmt = row.decimals > 0 ? `#,##0.${'0'.repeat(row.decimals)}` : '#,##0'
    const filled: Cell['value'][] = [row.key, row.area, row.indicator, row.unit]
    for (const [column, text] of [
      [4, row.yearBefore],
      [5, row.previous],
      [VALUE, row.value],
    ] as const) {
      const number = parseDecimal(text)
      const value = number ? approximate(number) : text === '' ? null : text
      const style: CellStyle = { numFmt, ...(column === VALUE ? { ...open, font: { bold: true } } : {}) }
      put(at, column, { value, style })
      filled.push(value)
    }
    put(at, NOTE, { value: row.note === '' ? null : row.note, style: open })
    return [...filled, row.note === '' ? null : row.note]
  })
  return writeXlsx({
    properties: { created: made, modified: made },
    sheets: [
      {
        name: sheet,
        columns: [
          { width: 4, hidden: true },
          { width: 24 },
          { width: 44 },
          { width: 14 },
          { width: 16 },
          { width: 16 },
          { width: 18 },
          { width: 40 },
        ],
        rows: [[null, title], [null, about], marks, [...head, heads.value, heads.note], ...lines],
        cells,
        rowDefs: new Map([[MARKS, { hidden: true }]]),
        freezePane: { rows: HEAD + 1, columns: 3 },
        protection: { sheet: true, formatColumns: false, formatRows: false, autoFilter: false, sort: false },
      },
    ],
  })
}

/** A row of a filled workbook, as it was found. */
export interface FilledRow {
  readonly line: number
  readonly key: string
  readonly value: SheetCell
  readonly note: string
}

/** The columns of a filled workbook that were read, by their letters. */
export interface TemplateColumns {
  readonly key: string
  readonly value: string
  readonly note: string
}

/** What became of a workbook that was filled: its rows; another report's name; or its columns cannot be told any more. */
export type FilledTemplate =
  | { readonly rows: readonly FilledRow[]; readonly columns: TemplateColumns }
  | { readonly other: string }
  | { readonly moved: true }

/** Reads a workbook that `writeTemplate` made, however its rows and columns were moved since; null where it is none. */
export function readTemplate(sheets: readonly Sheet[], report: string): FilledTemplate | null {
  for (const { rows } of sheets) {
    const head = rows.findIndex(row => row.some(isMark))
    const line = rows[head]
    if (!line) continue
    const key = line.findIndex(isMark)
    const name = line[key]?.text.slice(MARK.length + 1) ?? ''
    if (name !== report) return { other: name }
    const marked = (mark: string) => rows.slice(0, head).findLast(row => row.some(cell => cell.text === mark))
    const columnOf = (mark: string) => marked(mark)?.findIndex(cell => cell.text === mark) ?? -1
    const [value, note] = [columnOf(MARK_VALUE), columnOf(MARK_NOTE)]
    // A figure of another column is worse than none.
    if (value < 0 || note < 0) return { moved: true }
    return {
      columns: { key: columnLetter(key), value: columnLetter(value), note: columnLetter(note) },
      rows: rows.slice(head + 1).flatMap((row, i): FilledRow[] => {
        const id = row[key]?.text ?? ''
        if (id === '') return []
        return [{ line: head + 2 + i, key: id, value: row[value] ?? EMPTY_CELL, note: row[note]?.text ?? '' }]
      }),
    }
  }
  return null
}

const isMark = ({ text }: SheetCell): boolean => text.startsWith(`${MARK} `)
