/** What a walk over XML is told. `attributes` is the tag's own text behind its name; see `attributeOf`. */
export interface XmlHandler {
  readonly open: (name: string, attributes: string) => void
  readonly close: (name: string) => void
  readonly text: (words: string) => void
}

/** XML that cannot be read: not well formed, or with a DOCTYPE, which Word never writes and attacks are built on. */
export class XmlFault extends Error {
  readonly kind: 'doctype' | 'broken'
  constructor(kind: 'doctype' | 'broken') {
    super(`XML: ${kind}`)
    this.kind = kind
  }
}

/**
 * Walks over XML once, without a tree and without recursion: memory does not grow with the depth, and no entity but the
 * five of XML is known, so none can expand.
 */
export function walkXml(xml: string, handler: XmlHandler): void {
  let depth = 0
  let at = 0
  for (;;) {
    const from = xml.indexOf('<', at)
    if (from < 0) break
    if (from > at && depth > 0) handler.text(unescaped(xml.slice(at, from)))
    const next = xml[from + 1]
    if (next === '?') at = behind(xml, '?>', from)
    else if (next === '!') {
      if (xml.startsWith('<!--', from)) at = behind(xml, '-->', from)
      else if (xml.startsWith('<![CDATA[', from)) {
        at = behind(xml, ']]>', from)
        handler.text(xml.slice(from + 9, at - 3))
      } else throw new XmlFault('doctype')
    } else {
      const end = tagEnd(xml, from)
      at = end + 1
      if (next === '/') {
        depth -= 1
        if (depth < 0) throw new XmlFault('broken')
        handler.close(xml.slice(from + 2, end).trimEnd())
        continue
      }
      const empty = xml[end - 1] === '/'
      const tag = xml.slice(from + 1, empty ? end - 1 : end)
      const space = tag.search(/\s/)
      const name = space < 0 ? tag : tag.slice(0, space)
      handler.open(name, space < 0 ? '' : tag.slice(space))
      if (empty) handler.close(name)
      else depth += 1
    }
  }
  if (depth !== 0) throw new XmlFault('broken')
}

function behind(xml: string, mark: string, from: number): number {
  const at = xml.indexOf(mark, from)
  if (at < 0) throw new XmlFault('broken')
  return at + mark.length
}

/** Where a tag ends: the first ">" outside of quotes. */
function tagEnd(xml: string, from: number): number {
  const sign = /["'>]/g
  sign.lastIndex = from
  for (let found = sign.exec(xml); found; found = sign.exec(xml)) {
    if (found[0] === '>') return found.index
    const close = xml.indexOf(found[0], found.index + 1)
    if (close < 0) break
    sign.lastIndex = close + 1
  }
  throw new XmlFault('broken')
}

const PATTERNS = new Map<string, RegExp>()

/** The value of an attribute by its name without prefix, or undefined. */
export function attributeOf(attributes: string, name: string): string | undefined {
  let pattern = PATTERNS.get(name)
  if (!pattern) {
    pattern = new RegExp(`\\s(?:[\\w-]+:)?${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`)
    PATTERNS.set(name, pattern)
  }
  const found = pattern.exec(attributes)
  const value = found?.[1] ?? found?.[2]
  return value === undefined ? undefined : unescaped(value)
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

function unescaped(words: string): string {
  if (!words.includes('&')) return words
  return words.replace(/&(?:#(\d{1,7})|#x([\da-fA-F]{1,6})|(\w{2,4}));/g, (whole, decimal, hex, name) => {
    if (name !== undefined) return ENTITIES[String(name)] ?? whole
    const code = decimal === undefined ? parseInt(String(hex), 16) : Number(decimal)
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : ''
  })
}

/** The text of an XML part: UTF-8, or UTF-16 by its mark. */
export function xmlText(bytes: Uint8Array): string {
  const label =
    bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8'
  return new TextDecoder(label).decode(bytes)
}

/** A name without its prefix. */
export const localName = (name: string): string => name.slice(name.indexOf(':') + 1)
