/** What a file is by its first bytes, whatever its name says. */
export type FileKind =
  'zip' | 'pdf' | 'ole' | 'rtf' | 'picture' | 'archive' | 'program' | 'html' | 'xml' | 'markdown' | 'text'

const MAGIC: readonly (readonly [FileKind, string])[] = [
  ['zip', 'PK\x03\x04'],
  ['zip', 'PK\x05\x06'],
  ['ole', '\xd0\xcf\x11\xe0'],
  ['rtf', '{\\rtf'],
  ['picture', '\x89PNG'],
  ['picture', '\xff\xd8\xff'],
  ['picture', 'GIF8'],
  ['picture', 'II*\x00'],
  ['picture', 'MM\x00*'],
  ['picture', '8BPS'],
  ['picture', '\x00\x00\x00\x0cjP'],
  ['picture', 'AT&TFORM'],
  ['archive', 'Rar!'],
  ['archive', '7z\xbc\xaf'],
  ['archive', '\x1f\x8b'],
  ['program', 'MZ\x90'],
  ['program', '\x7fELF'],
]

/** The kind of a file; a picture's short mark that words may begin with too ("BM", "RIFF") needs a second proof. */
export function kindOf(name: string, bytes: Uint8Array): FileKind {
  const head = latin(bytes, 0, 1024)
  const known = MAGIC.find(([, magic]) => head.startsWith(magic))
  if (known) return known[0]
  if (/^RIFF[^]{4}WEBP|^[^]{4}ftyp(?:heic|heix|avif|mif1)|^BM[^]{4}\0\0\0\0/.test(head)) return 'picture'
  // Mail programs and scanners put a few bytes before the header of a PDF.
  if (head.includes('%PDF-')) return 'pdf'
  const words = head
    .replace(/^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)/, '')
    .replace(/\0/g, '')
    .trimStart()
  if (/^<(?:!doctype\s+html|html\b|head\b|body\b)/i.test(words)) return 'html'
  if (/\.(?:html?|xhtml)$/i.test(name)) return 'html'
  if (words.startsWith('<?xml')) return /<html\b/i.test(words) ? 'html' : 'xml'
  return /\.(?:md|markdown)$/i.test(name) ? 'markdown' : 'text'
}

/** An OLE file is an old Word, Excel or PowerPoint file, or a new one that is encrypted: the names inside tell. */
export function isEncryptedOffice(bytes: Uint8Array): boolean {
  const mark = Array.from('EncryptedPackage', char => `${char}\0`).join('')
  // The directory of a small file stands near its head, that of a large one anywhere.
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(Buffer.from(mark, 'latin1'))
}

function latin(bytes: Uint8Array, from: number, to: number): string {
  return String.fromCharCode(...bytes.subarray(from, to))
}
