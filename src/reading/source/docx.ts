import mammoth from 'mammoth'
import type { Message, Outcome } from '../../messages/message.ts'
import type { SourceDocument } from '../document.ts'
import { fromTcvn3, fromVni } from '../encoding/legacy.ts'
import { readHtml } from './html.ts'
import { unzip } from './zip.ts'

const error = (rule: string, actual = ''): Outcome<null> => ({
  value: null,
  messages: [{ rule, severity: 'error', actual }],
})

/** A Word file: paragraphs, lists with their numbers, tables with merged cells, footnotes. Macros are never looked at. */
export async function readDocx(bytes: Uint8Array): Promise<Outcome<SourceDocument | null>> {
  // The parts that hold text are inflated and counted first: what comes after opens the file for good.
  const zip = unzip(bytes, name => name.startsWith('word/') && name.endsWith('.xml'))
  if (zip === 'too-large') return error('source.zip-bomb')
  if (zip === 'broken') return error('source.broken-file')
  if (!zip.files.has('word/document.xml')) return error(otherOffice(zip.names))
  const messages: Message[] = []
  if (zip.names.some(name => /vbaProject\.bin$/i.test(name)))
    messages.push({ rule: 'source.macros', severity: 'warning' })
  let html: string
  try {
    const converted = await mammoth.convertToHtml(
      { buffer: Buffer.from(bytes) },
      { convertImage: mammoth.images.imgElement(() => Promise.resolve({ src: '' })), includeEmbeddedStyleMap: false },
    )
    html = converted.value
  } catch {
    return error('source.broken-file')
  }
  const fonts = legacyFonts(zip.files)
  const document = readHtml(fonts === null ? html : html.replace(/>[^<]+</g, words => fonts(words)))
  if (fonts !== null)
    messages.push({ rule: 'source.converted', severity: 'info', actual: fonts === fromVni ? 'VNI' : 'TCVN3' })
  return { value: { ...document, format: 'docx' }, messages }
}

/** Word files of the nineties: Unicode by their bytes, but set in fonts whose letters are TCVN3's or VNI's. */
function legacyFonts(files: ReadonlyMap<string, Uint8Array>): ((text: string) => string) | null {
  const document = new TextDecoder().decode(files.get('word/document.xml') ?? new Uint8Array())
  const count = (pattern: RegExp) => document.match(pattern)?.length ?? 0
  const [tcvn3, vni, all] = [count(/w:ascii="\.Vn/g), count(/w:ascii="VNI-/g), count(/w:ascii="/g)]
  if (all === 0 || Math.max(tcvn3, vni) < all / 2) return null
  return vni > tcvn3 ? fromVni : fromTcvn3
}

const otherOffice = (names: readonly string[]): string =>
  names.some(name => name.startsWith('xl/'))
    ? 'source.spreadsheet'
    : names.some(name => name.startsWith('ppt/'))
      ? 'source.slides'
      : 'source.not-a-document'
