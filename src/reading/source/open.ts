import type { Outcome } from '../../messages/message.ts'
import type { SourceDocument } from '../document.ts'
import { decodeText, recognised } from '../encoding/decode.ts'
import { readDocx } from './docx.ts'
import { readHtml } from './html.ts'
import { readPdf } from './pdf.ts'
import { textBlocks } from './text-blocks.ts'

/** A file as it was handed in. */
export interface SourceFile {
  readonly name: string
  readonly bytes: Uint8Array
}

/** The largest file that is taken, in bytes; callers refuse by size before they read. */
export const LARGEST_SOURCE = 64 * 1024 * 1024

const refused = (rule: string, actual = ''): Outcome<null> => ({
  value: null,
  messages: [{ rule, severity: 'error', actual, expected: String(LARGEST_SOURCE / 1048576) }],
})

/** What a file is by its first bytes, whatever its name says; each kind that is not read has its own advice. */
const PICTURES: readonly (readonly number[])[] = [
  [0x89, 0x50, 0x4e, 0x47],
  [0xff, 0xd8, 0xff],
  [0x47, 0x49, 0x46, 0x38],
  [0x42, 0x4d],
  [0x49, 0x49, 0x2a, 0x00],
  [0x4d, 0x4d, 0x00, 0x2a],
  [0x52, 0x49, 0x46, 0x46],
]
const OLE = [0xd0, 0xcf, 0x11, 0xe0]
const startsWith = (bytes: Uint8Array, magic: readonly number[]) => magic.every((byte, i) => bytes[i] === byte)

/**
 * The document of a file: its text and its blocks. Null with a message where it cannot be read: empty, too large, a
 * picture, a scan without text, a password, an old Word file, a bomb, bytes that are no text. Nothing in it is executed.
 */
export async function openDocument(file: SourceFile): Promise<Outcome<SourceDocument | null>> {
  const { bytes, name } = file
  if (bytes.length === 0) return refused('source.empty')
  if (bytes.length > LARGEST_SOURCE) return refused('source.too-large', String(Math.round(bytes.length / 1048576)))
  if (startsWith(bytes, [0x50, 0x4b])) return checked(await readDocx(bytes))
  if (startsWith(bytes, [0x25, 0x50, 0x44, 0x46])) return checked(await readPdf(bytes))
  if (startsWith(bytes, OLE)) return refused(/\.docx$/i.test(name) ? 'source.password' : 'source.old-word')
  if (startsWith(bytes, [0x7b, 0x5c, 0x72, 0x74, 0x66])) return refused('source.rich-text')
  if (PICTURES.some(magic => startsWith(bytes, magic))) return refused('source.picture')
  const { value: text, messages } = decodeText(bytes)
  if (text === null) return { value: null, messages }
  if (/\.html?$/i.test(name) || /^\s*<(?:!doctype html|html)\b/i.test(text.slice(0, 400))) {
    const document = readHtml(text)
    const legacy = recognised(document.text, [])
    return checked({
      value: legacy.messages.length > 0 ? { ...document, text: legacy.value } : document,
      messages: [...messages],
    })
  }
  if (/\.(?:docx|pdf)$/i.test(name)) return refused('source.not-what-it-says', name)
  const format = /\.(?:md|markdown)$/i.test(name) ? 'markdown' : 'text'
  return checked({ value: { text, blocks: textBlocks(text), format }, messages })
}

/** A file whose text is white space holds nothing to read. */
function checked(outcome: Outcome<SourceDocument | null>): Outcome<SourceDocument | null> {
  return outcome.value?.text.trim() === '' ? refused('source.no-text') : outcome
}
