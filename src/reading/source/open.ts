import type { Outcome } from '../../messages/message.ts'
import type { SourceDocument } from '../document.ts'
import { SILENT, type Progress } from '../progress.ts'
import { brokenEncoding, converted, decodeBytes, decodeText } from '../encoding/decode.ts'
import { isVietnamese, legacyOf } from '../encoding/legacy.ts'
import { isEncryptedOffice, kindOf, type FileKind } from './file-kind.ts'
import { readHtml } from './html.ts'
import { LIMITS, megabytes, type Limits } from './limits.ts'
import { readPdf } from './pdf/pdf.ts'
import { refused } from './refusal.ts'
import { textBlocks } from './text-blocks.ts'
import { readDocx } from './word/docx.ts'

/** A file as it was handed in. */
export interface SourceFile {
  readonly name: string
  readonly bytes: Uint8Array
}

/** The largest file that is taken, in bytes; callers refuse by size before they read. */
export const LARGEST_SOURCE = LIMITS.bytes

/** The refusal of a file by its size alone, so that a caller need not read it; null where it may be read. */
export const tooLarge = (size: number, limits: Limits = LIMITS): Outcome<null> | null =>
  size > limits.bytes ? refused('source.too-large', megabytes(size), megabytes(limits.bytes)) : null

/**
 * The document of a file: its text and its blocks. Null with a message where it cannot be read: empty, too large, a
 * picture, a scan without text, a password, an old Word file, a bomb, bytes that are no text. Nothing in it is executed
 * or fetched. What the file is, its bytes say; its name only tells Markdown from plain text.
 */
export async function openDocument(
  file: SourceFile,
  limits: Partial<Limits> = {},
  told: Progress = SILENT,
): Promise<Outcome<SourceDocument | null>> {
  const within = { ...LIMITS, ...limits }
  const { bytes, name } = file
  if (bytes.length === 0) return refused('source.empty')
  const large = tooLarge(bytes.length, within)
  if (large) return large
  const outcome = await read(kindOf(name, bytes), name, bytes, within, told)
  // A file whose text is white space holds nothing to read.
  return outcome.value?.text.trim() === '' ? refused('source.no-text') : outcome
}

async function read(
  kind: FileKind,
  name: string,
  bytes: Uint8Array,
  limits: Limits,
  told: Progress,
): Promise<Outcome<SourceDocument | null>> {
  switch (kind) {
    case 'zip':
      return readDocx(bytes, limits)
    case 'pdf':
      return readPdf(bytes, limits, told)
    case 'ole':
      return refused(isEncryptedOffice(bytes) ? 'source.password' : oldOffice(name))
    case 'rtf':
      return refused('source.rich-text')
    case 'picture':
      return refused('source.picture', name)
    case 'archive':
      return refused('source.not-a-document')
    case 'program':
      return refused('source.not-what-it-says', name)
    case 'xml':
      return refused('source.xml', name)
    case 'html':
      return openHtml(bytes, limits)
    case 'markdown':
    case 'text': {
      if (/\.(?:docx|docm|dotx|doc|pdf|rtf|odt)$/i.test(name)) return refused('source.not-what-it-says', name)
      const { value: text, messages } = decodeText(bytes)
      return text === null
        ? { value: null, messages }
        : { value: { text, blocks: textBlocks(text), format: kind }, messages }
    }
    default:
      return kind satisfies never
  }
}

const oldOffice = (name: string): string =>
  /\.xl[a-z]?$/i.test(name) ? 'source.spreadsheet' : /\.pp[a-z]$/i.test(name) ? 'source.slides' : 'source.old-word'

const SCRIPT = /<script[\s>]|<[a-z][^<>]{0,500}\son[a-z]{3,20}\s*=|(?:href|src)\s*=\s*["']?\s*javascript:/i

/** A page is read once for its words, and again where these turn out to be in an old encoding. */
function openHtml(bytes: Uint8Array, limits: Limits): Outcome<SourceDocument | null> {
  if (bytes.length > limits.htmlBytes)
    return refused('source.html-too-large', megabytes(bytes.length), megabytes(limits.htmlBytes))
  const { value: page, messages: decoded } = decodeBytes(bytes)
  if (page === null) return { value: null, messages: decoded }
  const messages = SCRIPT.test(page.text)
    ? [...decoded, { rule: 'source.scripts', severity: 'info' as const }]
    : decoded
  const document = readHtml(page.text)
  if (document === null) return refused('source.too-complex')
  const legacy = legacyOf(document.text)
  // A stray byte in a page whose words stand in entities harms nothing.
  if (legacy === null)
    return page.certain || isVietnamese(document.text) ? { value: document, messages } : brokenEncoding(bytes)
  return { value: readHtml(page.text, legacy.convert), messages: [...messages, converted(legacy.encoding)] }
}
