import { isEncryptedOffice, kindOf } from '../../reading/source/file-kind.ts'
import { unzip } from '../../reading/source/zip.ts'

/** Why a file is no Excel file that can be read; each is a code of the catalogue under `exchange.excel-`. */
export type ExcelFault = 'old' | 'encrypted' | 'macros' | 'not-excel' | 'too-large' | 'broken'

/** Parts of a workbook together, inflated: some two million cells. */
const MOST_INFLATED = 400 << 20
const MOST_PARTS = 10_000

/** Looks at the container before a library reads it: what it is, whether it runs something, how large it grows. */
export function excelFault(name: string, bytes: Uint8Array): ExcelFault | null {
  const kind = kindOf(name, bytes)
  if (kind === 'ole') return isEncryptedOffice(bytes) ? 'encrypted' : 'old'
  if (kind !== 'zip') return 'not-excel'
  // Nothing is wanted: only the names of the parts.
  const listed = unzip(bytes, () => false, { inflatedBytes: 0, entries: MOST_PARTS })
  if (typeof listed === 'string') return listed === 'too-many' ? 'too-large' : listed
  const names = listed.names.map(part => part.toLowerCase())
  if (names.some(part => part.endsWith('vbaproject.bin'))) return 'macros'
  if (!names.includes('xl/workbook.xml')) return 'not-excel'
  const grown = unzip(bytes, part => part.toLowerCase().startsWith('xl/'), {
    inflatedBytes: MOST_INFLATED,
    entries: MOST_PARTS,
  })
  return typeof grown === 'string' ? (grown === 'too-many' ? 'too-large' : grown) : null
}

export const isExcelName = (name: string): boolean => /\.(?:xlsx|xlsm|xls|xltx)$/i.test(name)
