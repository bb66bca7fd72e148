import { kindOf } from '../../reading/source/file-kind.ts'
import { unzip } from '../../reading/source/zip.ts'

/** The largest file that is taken as evidence: a scanned decision of some pages. */
export const LARGEST_EVIDENCE_MB = 10
export const LARGEST_EVIDENCE = LARGEST_EVIDENCE_MB << 20

/** The media types that are taken, whatever the name of the file says. */
export const EVIDENCE_TYPES = {
  pdf: 'application/pdf',
  png: 'image/png',
  jpeg: 'image/jpeg',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const

const MOST_PARTS = 10_000

/** The media type that the bytes of a file are; null where it is none of those that are taken, or holds a macro. */
export function evidenceType(name: string, bytes: Uint8Array): string | null {
  const kind = kindOf(name, bytes)
  if (kind === 'pdf') return EVIDENCE_TYPES.pdf
  if (kind === 'zip') return officeType(bytes)
  if (kind !== 'picture') return null
  return bytes[0] === 0x89 ? EVIDENCE_TYPES.png : bytes[0] === 0xff ? EVIDENCE_TYPES.jpeg : null
}

function officeType(bytes: Uint8Array): string | null {
  const listed = unzip(bytes, () => false, { inflatedBytes: 0, entries: MOST_PARTS })
  if (typeof listed === 'string') return null
  const parts = listed.names.map(part => part.toLowerCase())
  if (parts.some(part => part.endsWith('vbaproject.bin'))) return null
  if (parts.includes('word/document.xml')) return EVIDENCE_TYPES.docx
  return parts.includes('xl/workbook.xml') ? EVIDENCE_TYPES.xlsx : null
}
