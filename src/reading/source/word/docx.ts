import type { Message, Outcome } from '../../../messages/message.ts'
import type { SourceDocument } from '../../document.ts'
import { converted } from '../../encoding/decode.ts'
import { legacyOf } from '../../encoding/legacy.ts'
import { compose } from '../compose.ts'
import type { Paragraph, Piece, Run } from '../flow.ts'
import type { Limits } from '../limits.ts'
import { megabytes } from '../limits.ts'
import { ordinal } from '../ordinals.ts'
import { refused } from '../refusal.ts'
import { unzip } from '../zip.ts'
import { readBody, type Reader } from './body.ts'
import { NO_NUMBERING, numberingOf } from './numbering.ts'
import { NO_STYLES, stylesOf } from './styles.ts'
import { attributeOf, localName, walkXml, XmlFault, xmlText } from './xml.ts'

/** The parts that hold words or say how they are numbered; pictures, macros and all else are never inflated. */
const READ = /^(?:_rels\/\.rels|word\/(?:document\d*|styles|numbering|footnotes|endnotes)\.xml)$/i

/**
 * A Word file: paragraphs, lists with the numbers that Word gives them, tables with merged cells, footnotes, heads. Macros
 * are never looked at; a file that holds some is read for its words, with a warning.
 */
export function readDocx(bytes: Uint8Array, limits: Limits): Outcome<SourceDocument | null> {
  const zip = unzip(bytes, name => READ.test(name), limits)
  if (zip === 'too-large') return refused('source.zip-bomb', '', megabytes(limits.inflatedBytes))
  if (zip === 'too-many') return refused('source.too-many-parts', '', String(limits.entries))
  if (zip === 'encrypted') return refused('source.password')
  if (zip === 'broken') return refused('source.broken-file')
  const { files, names } = zip
  const part = (name: string): string | null => {
    const found = files.get(name.toLowerCase())
    return found ? xmlText(found) : null
  }
  try {
    const main = part(mainPart(part('_rels/.rels'))) ?? part('word/document.xml')
    if (main === null) return refused(otherOffice(names))
    const messages: Message[] = []
    if (names.some(name => /vbaProject\.bin$/i.test(name)))
      messages.push({
        rule: 'source.macros',
        severity: 'warning',
        actual: names.find(name => /vbaProject/i.test(name)) ?? '',
      })
    const parts: Parts = {
      main,
      styles: part('word/styles.xml'),
      numbering: part('word/numbering.xml'),
      footnotes: part('word/footnotes.xml'),
      endnotes: part('word/endnotes.xml'),
    }
    const first = documentOf(parts, words => words)
    // Letters of an old encoding in a font that does not say so are known by the words that they make.
    const legacy = legacyOf(first.document.text)
    const { document, told } = legacy ? documentOf(parts, legacy.convert) : first
    if (legacy) messages.push(converted(legacy.encoding))
    else for (const encoding of told.encodings) messages.push(converted(encoding))
    if (told.changes) messages.push({ rule: 'source.tracked-changes', severity: 'info' })
    if (told.contents) messages.push({ rule: 'source.contents-left-out', severity: 'info' })
    if (document.text.trim().length < 20 && names.some(name => /^word\/media\//i.test(name)))
      return refused('source.scanned-word', String(names.filter(name => /^word\/media\//i.test(name)).length))
    return { value: document, messages }
  } catch (fault) {
    if (fault instanceof XmlFault)
      return refused(fault.kind === 'doctype' ? 'source.xml-declarations' : 'source.broken-file')
    throw fault
  }
}

interface Parts {
  readonly main: string
  readonly styles: string | null
  readonly numbering: string | null
  readonly footnotes: string | null
  readonly endnotes: string | null
}

interface Told {
  readonly encodings: Set<string>
  changes: boolean
  contents: boolean
}

function documentOf(parts: Parts, convert: Reader['convert']): { document: SourceDocument; told: Told } {
  const told: Told = { encodings: new Set(), changes: false, contents: false }
  const reader: Reader = {
    styles: parts.styles === null ? NO_STYLES : stylesOf(parts.styles),
    numbering: parts.numbering === null ? NO_NUMBERING : numberingOf(parts.numbering),
    convert,
    footnotes: new Map(),
    endnotes: new Map(),
    told: what => {
      if (what === 'changes') told.changes = true
      else if (what === 'contents') told.contents = true
      else told.encodings.add(what.encoding)
    },
  }
  const body = readBody(parts.main, reader)
  const notes = [
    ...notesOf(parts.footnotes, reader, reader.footnotes, n => ordinal(n, 'decimal')),
    ...notesOf(parts.endnotes, reader, reader.endnotes, n => ordinal(n, 'lowerRoman')),
  ]
  return { document: compose([...body.pieces, ...notes], 'docx'), told }
}

/** The notes that the text refers to, in the order of their numbers, each as one paragraph. */
function notesOf(
  xml: string | null,
  reader: Reader,
  wanted: ReadonlyMap<string, number>,
  markOf: (n: number) => string,
): Paragraph[] {
  if (xml === null || wanted.size === 0) return []
  const { notes } = readBody(xml, { ...reader, footnotes: new Map(), endnotes: new Map() })
  return [...wanted].map(([id, n]) => ({
    kind: 'footnote',
    level: 0,
    marker: markOf(n),
    runs: runsOf(notes.get(id) ?? []),
  }))
}

const runsOf = (pieces: readonly Piece[]): Run[] =>
  pieces.flatMap(piece =>
    piece.kind === 'table'
      ? piece.rows.flatMap(row => row.cells.flatMap(cell => [...runsOf(cell.content), { text: ' ', strong: false }]))
      : [...piece.runs, { text: '\n', strong: false }],
  )

/** Where the relations of the file say that the document stands. */
function mainPart(relations: string | null): string {
  let found = 'word/document.xml'
  if (relations === null) return found
  walkXml(relations, {
    open: (name, attributes) => {
      if (localName(name) !== 'Relationship' || !attributeOf(attributes, 'Type')?.endsWith('/officeDocument')) return
      found = attributeOf(attributes, 'Target')?.replace(/^\//, '') ?? found
    },
    close: () => undefined,
    text: () => undefined,
  })
  return found
}

function otherOffice(names: readonly string[]): string {
  if (names.some(name => name.startsWith('xl/'))) return 'source.spreadsheet'
  if (names.some(name => name.startsWith('ppt/'))) return 'source.slides'
  // Text, spreadsheet or slides of LibreOffice all begin so.
  return names.includes('mimetype') && names.includes('content.xml') ? 'source.open-document' : 'source.not-a-document'
}
