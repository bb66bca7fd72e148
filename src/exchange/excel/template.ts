import { writeXlsx, type Cell, type CellStyle } from 'hucre/xlsx'
import { approximate, parseDecimal } from '../../measure/decimal.ts'
import type { Sheet, SheetCell } from '../sheet.ts'

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
        rows: [[null, title], [null, about], [], [...head, heads.value, heads.note], ...lines],
        cells,
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

/** The rows of a workbook that `writeTemplate` made for a report; null where it is none, another report's name where it is that. */
export function readTemplate(
  sheets: readonly Sheet[],
  report: string,
): { readonly rows: readonly FilledRow[] } | { readonly other: string } | null {
  for (const { rows } of sheets) {
    const head = rows.findIndex(row => row[0]?.text.startsWith(`${MARK} `))
    if (head < 0) continue
    const name = rows[head]?.[0]?.text.slice(MARK.length + 1) ?? ''
    if (name !== report) return { other: name }
    return {
      rows: rows.slice(head + 1).flatMap((row, i): FilledRow[] => {
        const key = row[0]?.text ?? ''
        const value = row[VALUE]
        return key === ''
          ? []
          : [{ line: head + 2 + i, key, value: value ?? { text: '', kind: 'text' }, note: row[NOTE]?.text ?? '' }]
      }),
    }
  }
  return null
}

/** The columns of such a workbook that are read, by their letters. */
export const TEMPLATE_COLUMNS = { key: 'A', value: 'G', note: 'H' } as const
