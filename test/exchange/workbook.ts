import { writeXlsx, type CellValue, type WriteSheet } from 'hucre/xlsx'
import { openTable } from '../../src/exchange/open-table.ts'
import { answerOf } from './known.ts'

/** A workbook as an office would send it, written by the library and read by our own door. */
export async function read(...sheets: readonly WriteSheet[]): Promise<string[]> {
  const bytes = await writeXlsx({ sheets: [...sheets] })
  const { value, messages } = await openTable({
    name: 'bieu.xlsx',
    size: bytes.length,
    bytes: async function* () {
      yield await Promise.resolve(bytes)
    },
  })
  if (value?.kind !== 'form') throw new Error(JSON.stringify(messages))
  return [
    ...value.notes.map(note => `~ ${note.rule}`),
    ...value.sheets.flatMap(sheet => answerOf(sheet).split('\n')),
  ].filter(line => line !== '')
}

export const sheet = (rows: readonly (readonly CellValue[])[], more: Partial<WriteSheet> = {}): WriteSheet => ({
  name: 'Biểu 1',
  rows: rows.map(row => [...row]),
  ...more,
})
export const merge = (startRow: number, startCol: number, endRow: number, endCol: number) => ({
  startRow,
  startCol,
  endRow,
  endCol,
})
export const at = (row: number, col: number) => `${row},${col}`
