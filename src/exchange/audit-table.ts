import { writeXlsxStream } from 'hucre/xlsx'
import { csvCell } from './csv.ts'

/** The columns of the audit as a table, in their order. */
export const AUDIT_COLUMNS = [
  'number',
  'moment',
  'actor',
  'origin',
  'address',
  'kind',
  'subject',
  'before',
  'after',
  'hash',
] as const

/** One line of the audit. */
export type AuditRow = Readonly<Record<(typeof AUDIT_COLUMNS)[number], string | number>>

/** The head of the table and each line as CSV; what a spreadsheet would take for a formula is defused. */
export const auditCsvHead = (): string => `${AUDIT_COLUMNS.join(',')}\r\n`
export const auditCsv = (lines: readonly AuditRow[]): string =>
  lines.map(line => `${AUDIT_COLUMNS.map(column => csvCell(String(line[column]))).join(',')}\r\n`).join('')

/** More than a spreadsheet keeps in one cell is cut there; the whole stands in the CSV. */
const LONGEST_CELL = 32_000

/** The table as a workbook, in bounded memory; every cell is text or a number, so nothing of it is ever run. */
export function auditExcel(pages: AsyncIterable<readonly AuditRow[]>): ReadableStream<Uint8Array> {
  const rows = (async function* () {
    yield [...AUDIT_COLUMNS]
    for await (const lines of pages)
      for (const line of lines)
        yield AUDIT_COLUMNS.map(column => {
          const cell = line[column]
          return typeof cell === 'string' && cell.length > LONGEST_CELL ? `${cell.slice(0, LONGEST_CELL)} …` : cell
        })
  })()
  return writeXlsxStream(rows, { name: 'audit', freezePane: { rows: 1 } })
}
