import { decodeBytes, decodeText } from '../reading/encoding/decode.ts'
import type { Message, Outcome } from '../messages/message.ts'
import { CsvReader, parseCsv } from './csv.ts'
import { excelFault, isExcelName } from './excel/check.ts'
import { excelRecords, excelSheets, MOST_ROWS, sheetRecords } from './excel/read.ts'
import { OPTIONAL, REQUIRED, type FigureFile } from './figure-rows.ts'
import { textCell, type Sheet } from './sheet.ts'
import { figuresOf, streamFigures, type FigureStream } from './stream.ts'

/** A file as it lies: read from its beginning as often as need be. */
export interface TableFile {
  readonly name: string
  readonly size: number
  readonly bytes: () => AsyncIterable<Uint8Array>
}

/** A table of figures: in the long form, which streams, or sheets of a form that has to be understood first. */
export type OpenTable =
  | { readonly kind: 'long'; readonly figures: (file: FigureFile, progress?: (bytes: number) => void) => FigureStream }
  | { readonly kind: 'form'; readonly sheets: readonly Sheet[]; readonly notes: readonly Message[] }

/** Workbooks and forms are held in memory, so they have a bound; a CSV in the long form has none. */
const LARGEST_WORKBOOK = 64 << 20
const LARGEST_FORM = 16 << 20
const HEAD = 64 << 10

/** Opens a CSV or Excel file and tells which of the two it is; null with what is wrong with the file itself. */
export async function openTable(file: TableFile, sheet?: string): Promise<Outcome<OpenTable | null>> {
  const head = await headOf(file)
  const isZip = head[0] === 0x50 && head[1] === 0x4b
  const isOle = head[0] === 0xd0 && head[1] === 0xcf
  if (isZip || isOle || isExcelName(file.name)) return openExcel(file, sheet)
  if (isLongHead(firstCells(head)))
    return opened({ kind: 'long', figures: (known, progress) => streamFigures(file.bytes(), known, progress) })
  if (file.size > LARGEST_FORM) return refused('exchange.form-too-large', String(file.size >> 20))
  const bytes = await whole(file)
  const plain = decodeBytes(bytes)
  const text = plain.value?.certain ? { value: plain.value.text, messages: [] } : decodeText(bytes)
  if (text.value === null) return { value: null, messages: text.messages }
  const { records } = parseCsv(text.value)
  const rows: ReturnType<typeof textCell>[][] = []
  for (const { line, cells } of records) {
    while (rows.length < line - 1) rows.push([])
    rows.push(cells.map(textCell))
  }
  const form = openForm([{ name: 'CSV', rows, merges: [] }])
  return form.value?.kind === 'form' ? opened({ ...form.value, notes: text.messages }) : form
}

const opened = (value: OpenTable): Outcome<OpenTable> => ({ value, messages: [] })
const refused = (rule: string, actual: string): Outcome<null> => ({
  value: null,
  messages: [{ rule, severity: 'error', actual }],
})

async function openExcel(file: TableFile, wanted?: string): Promise<Outcome<OpenTable | null>> {
  if (file.size > LARGEST_WORKBOOK) return refused('exchange.excel-too-large', String(file.size >> 20))
  const bytes = await whole(file)
  const fault = excelFault(file.name, bytes)
  if (fault) return refused(`exchange.excel-${fault}`, file.name)
  let sheets: Sheet[]
  try {
    sheets = await excelSheets(bytes)
  } catch {
    return refused('exchange.excel-broken', file.name)
  }
  const chosen = wanted === undefined ? sheets : sheets.filter(each => each.name === wanted)
  if (chosen.length === 0)
    return {
      value: null,
      messages: [
        {
          rule: 'exchange.no-sheet',
          severity: 'error',
          actual: wanted ?? '',
          expected: sheets.map(each => each.name).join(', '),
        },
      ],
    }
  const long = chosen.find(each => isLongHead((each.rows.find(row => row.length > 0) ?? []).map(cell => cell.text)))
  // Formats are known of the rows in memory alone: a longer sheet streams, and must not need them.
  if (long && long.rows.length > MOST_ROWS && long.rows.some(row => row.some(cell => cell.kind === 'percent')))
    return { value: null, messages: [{ rule: 'exchange.percent-too-long', severity: 'error', column: long.name, expected: String(MOST_ROWS) }] } // prettier-ignore
  return long
    ? opened({
        kind: 'long',
        figures: known =>
          figuresOf(
            long.rows.length > MOST_ROWS
              ? excelRecords(bytes, long.name, known.locale)
              : sheetRecords(long, known.locale),
            known,
          ),
      })
    : openForm(chosen.filter(each => each.rows.length > 0))
}

function openForm(sheets: readonly Sheet[]): Outcome<OpenTable | null> {
  const long = sheets.find(each => each.rows.length > MOST_ROWS)
  if (long)
    return {
      value: null,
      messages: [
        {
          rule: 'exchange.form-too-long',
          severity: 'error',
          column: long.name,
          actual: '',
          expected: String(MOST_ROWS),
        },
      ],
    }
  const notes = sheets.flatMap(({ name, hidden = [], rows }): Message[] => {
    const lines = hidden.filter(line => rows[line - 1]?.some(cell => cell.text !== '') === true)
    return lines.length === 0
      ? []
      : [{ rule: 'exchange.hidden', severity: 'warning', column: name, line: lines[0] ?? 0, actual: lines.join(', ') }]
  })
  return opened({ kind: 'form', sheets, notes })
}

async function headOf(file: TableFile): Promise<Uint8Array> {
  const pieces: Uint8Array[] = []
  let size = 0
  for await (const piece of file.bytes()) {
    pieces.push(piece)
    size += piece.length
    if (size >= HEAD) break
  }
  return Buffer.concat(pieces)
}

async function whole(file: TableFile): Promise<Uint8Array> {
  const pieces: Uint8Array[] = []
  for await (const piece of file.bytes()) pieces.push(piece)
  return new Uint8Array(Buffer.concat(pieces))
}

/** The cells of the first record, in whatever encoding the names of the columns can be read in. */
function firstCells(head: Uint8Array): readonly string[] {
  const wide =
    head[0] === 0xff && head[1] === 0xfe ? 'utf-16le' : head[0] === 0xfe && head[1] === 0xff ? 'utf-16be' : 'utf-8'
  const text = new TextDecoder(wide).decode(head)
  const csv = new CsvReader()
  return (csv.push(text.includes('\n') ? text : `${text}\n`)[0] ?? csv.push('', true)[0])?.cells ?? []
}

/** The long form names its columns by words that no form of an office holds side by side. */
const isLongHead = (cells: readonly string[]): boolean =>
  cells.filter(cell => [...REQUIRED, ...OPTIONAL].some(name => name === cell.trim().toLowerCase())).length >= 2
