import { readXlsx, streamXlsxRows } from 'hucre/xlsx'
import type { CsvRecord } from '../csv.ts'
import { EMPTY_CELL, numberCell, textCell, type Sheet, type SheetCell } from '../sheet.ts'

type Value = string | number | boolean | Date | null

/** Sheets of a form; a table of figures in the long form is read as it streams. */
export const MOST_ROWS = 20_000

/**
 * The visible sheets of a workbook, of each one row more than a form may have, so that a longer one is seen to be longer.
 * Throws what the library throws where its parts are no spreadsheet.
 */
export async function excelSheets(bytes: Uint8Array): Promise<Sheet[]> {
  const { sheets } = await readXlsx(bytes, {
    readStyles: true,
    maxRows: MOST_ROWS + 1,
    sheets: ({ hidden, veryHidden }) => hidden !== true && veryHidden !== true,
  })
  return sheets.map(({ name, rows, cells, merges, rowDefs }) => ({
    name,
    merges: merges ?? [],
    hidden: [...(rowDefs ?? [])].flatMap(([r, { hidden }]) => (hidden === true ? [r + 1] : [])),
    rows: rows.map((row, r) =>
      row.map((value, c): SheetCell => {
        const detail = cells?.get(`${r},${c}`)
        // A formula that nobody has computed has no value that could be taken.
        if (value === null) return detail?.formula === undefined ? EMPTY_CELL : textCell(`=${detail.formula}`)
        return cellOf(value, detail?.style?.numFmt)
      }),
    ),
  }))
}

function cellOf(value: Exclude<Value, null>, format?: string): SheetCell {
  if (typeof value === 'number') return numberCell(value, format)
  if (typeof value === 'boolean') return { text: value ? 'TRUE' : 'FALSE', kind: 'text' }
  return typeof value === 'string' ? textCell(value) : { text: dateText(value, format ?? ''), kind: 'text' }
}

/** A date as far as the cell shows it: a head that shows "2024" is a year, whatever day the spreadsheet keeps behind it. */
function dateText(date: Date, format: string): string {
  const shown = format.replace(/"[^"]*"|\[[^\]]*\]|\\./g, '').toLowerCase()
  const day = date.toISOString().slice(0, 10)
  if (shown.includes('d') || !shown.includes('y')) return day
  return shown.includes('m') ? day.slice(0, 7) : day.slice(0, 4)
}

/** The rows of one sheet as records of text, some at a time; numbers are written as the file's locale writes them. */
export async function* excelRecords(
  bytes: Uint8Array,
  sheet: string | number,
  locale: 'vi' | 'plain',
): AsyncGenerator<readonly CsvRecord[]> {
  let batch: CsvRecord[] = []
  for await (const { index, values } of streamXlsxRows(bytes, { sheet })) {
    const cells = values.map(value => (value === null ? '' : recordText(cellOf(value), locale)))
    while (cells.at(-1) === '') cells.pop()
    if (cells.length > 0) batch.push({ line: index + 1, cells })
    if (batch.length < AT_ONCE) continue
    yield batch
    batch = []
  }
  yield batch
}

const AT_ONCE = 2000

/** The same of a sheet that is in memory, with the formats that its cells are shown in: 0.09 in percent is "9%". */
export async function* sheetRecords({ rows }: Sheet, locale: 'vi' | 'plain'): AsyncGenerator<readonly CsvRecord[]> {
  const records = rows.flatMap((row, r): CsvRecord[] => {
    const cells = row.map(cell => recordText(cell, locale))
    while (cells.at(-1) === '') cells.pop()
    return cells.length === 0 ? [] : [{ line: r + 1, cells }]
  })
  yield await Promise.resolve(records)
}

function recordText({ text, kind }: SheetCell, locale: 'vi' | 'plain'): string {
  if (kind !== 'text') return (locale === 'vi' ? text.replace('.', ',') : text) + (kind === 'percent' ? '%' : '')
  // A spreadsheet keeps its apostrophes; one of them is taken off again where a record is read.
  return /^'+[=+\-@\t\r]/.test(text) ? `'${text}` : text
}
