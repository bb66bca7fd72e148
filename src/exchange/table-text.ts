import { decodeBytes, decodeText } from '../reading/encoding/decode.ts'
import type { Outcome } from '../messages/message.ts'
import { csvCell } from './csv.ts'
import { excelFault, isExcelName } from './excel/check.ts'
import { excelSheets } from './excel/read.ts'

/**
 * A small table as CSV text, whether it came as CSV in any encoding or as an Excel workbook, of which the first sheet is taken.
 * Null with what is wrong with the file itself.
 */
export async function tableText(name: string, bytes: Uint8Array): Promise<Outcome<string | null>> {
  if (!isZip(bytes) && !isExcelName(name)) {
    const plain = decodeBytes(bytes)
    return plain.value?.certain ? { value: plain.value.text, messages: [] } : decodeText(bytes)
  }
  const fault = excelFault(name, bytes)
  if (fault) return refused(`exchange.excel-${fault}`, name)
  try {
    const [sheet] = await excelSheets(bytes)
    const rows = (sheet?.rows ?? []).filter(row => row.some(cell => cell.text !== ''))
    return { value: rows.map(row => row.map(cell => csvCell(cell.text)).join(',')).join('\n'), messages: [] }
  } catch {
    return refused('exchange.excel-broken', name)
  }
}

const isZip = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b
const refused = (rule: string, actual: string): Outcome<null> => ({
  value: null,
  messages: [{ rule, severity: 'error', actual }],
})
