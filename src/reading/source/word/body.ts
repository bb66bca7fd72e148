import type { Paragraph, Piece } from '../flow.ts'
import { markIn, powerBehind, reference } from '../note-marks.ts'
import { ordinal } from '../ordinals.ts'
import { type FontRun, legacyFontOf, unicodeRuns } from './legacy-font.ts'
import type { Numbering } from './numbering.ts'
import { fontOf, isOn, type Styles } from './styles.ts'
import { beginRow, closeTable, endRow, openTable, type OpenTable, skipColumns, spanColumns, takeCell } from './table.ts'
import { attributeOf, localName, walkXml } from './xml.ts'

/** What a walk over a part of Word gives: its pieces, the notes that it refers to, and what there is to say of it. */
export interface Body {
  readonly pieces: readonly Piece[]
  /** The pieces of each note of a part of notes, by its id. */
  readonly notes: ReadonlyMap<string, readonly Piece[]>
}

/** What is shared by the walks over the body and the notes. */
export interface Reader {
  readonly styles: Styles
  readonly numbering: Numbering
  readonly convert: (words: string) => string
  /** Notes by their id, numbered in the order in which they are referred to. */
  readonly footnotes: Map<string, number>
  readonly endnotes: Map<string, number>
  readonly told: (what: 'changes' | 'contents' | { readonly encoding: string }) => void
}

/** Subtrees without words of the document as it stands now. */
const UNREAD: ReadonlySet<string> = new Set([
  'Fallback',
  'del',
  'moveFrom',
  'delText',
  'instrText',
  'delInstrText',
  'sectPr',
  'pPrChange',
  'rPrChange',
  'tblPrChange',
  'trPrChange',
  'tcPrChange',
  'sectPrChange',
  'numberingChange',
  'rt',
])

/** Signs of the font Symbol that plans use, by their place in it (with or without 0xF000). */
const SYMBOLS: Readonly<Record<string, string>> = {
  b3: '≥',
  a3: '≤',
  b4: '×',
  b1: '±',
  bb: '≈',
  b9: '≠',
  ae: '→',
  b7: '•',
}

interface OpenParagraph {
  runs: FontRun[]
  style: string | undefined
  numId: string | undefined
  level: number | undefined
  outline: number | undefined
}

interface OpenRun {
  font: string | undefined
  strong: boolean | undefined
  hidden: boolean | undefined
  raised: boolean
  style: string | undefined
}

/** Where paragraphs go: the body, a cell, a note. Those of a text box come behind the paragraph that it hangs on. */
interface Place {
  readonly pieces: Piece[]
  readonly paragraphs: OpenParagraph[]
  deferred: Piece[]
}

const newPlace = (): Place => ({ pieces: [], paragraphs: [], deferred: [] })
const DEEPEST_TABLE = 24

/** Walks over `document.xml`, `footnotes.xml` or `endnotes.xml` (ECMA-376 part 1, 17) once, without a tree. */
export function readBody(xml: string, reader: Reader): Body {
  const root = newPlace()
  const places: Place[] = [root]
  const notes = new Map<string, readonly Piece[]>()
  const tables: OpenTable[] = []
  const blocks: number[] = []
  let place = root
  let run: OpenRun | null = null
  let inParagraphProperties = false
  let inText = false
  let note: string | null = null
  let depth = 0
  /** Nothing is read until the element at this depth closes. */
  let skip: { readonly depth: number; readonly closes: boolean } | null = null
  let deepTables = 0

  const emit = (piece: Piece): void => {
    if (place.paragraphs.length > 0) place.deferred.push(piece)
    else place.pieces.push(piece)
  }
  const enterPlace = (): void => {
    place = newPlace()
    places.push(place)
  }
  const leavePlace = (): readonly Piece[] => {
    const { pieces } = place
    places.pop()
    place = places.at(-1) ?? root
    return pieces
  }
  const add = (text: string): void => {
    const paragraph = place.paragraphs.at(-1)
    if (!paragraph || text === '') return
    const own = reader.styles.of(paragraph.style)
    const character = run?.style === undefined ? {} : reader.styles.of(run.style)
    if (run?.hidden ?? character.hidden ?? false) return
    const font = run?.font ?? character.font ?? own.font ?? reader.styles.defaultFont
    const legacy = legacyFontOf(font)
    const words = legacy === null ? reader.convert(text) : text
    const strong = run?.strong ?? character.strong ?? own.strong ?? false
    paragraph.runs.push({ text: run?.raised === true ? raised(words, paragraph.runs) : words, strong, legacy })
  }
  const refer = (known: Map<string, number>, id: string | undefined, style: 'decimal' | 'lowerRoman'): void => {
    if (id === undefined) return
    const n = known.get(id) ?? known.size + 1
    known.set(id, n)
    place.paragraphs.at(-1)?.runs.push({ text: reference(ordinal(n, style)), strong: false, legacy: null })
  }

  const endParagraph = (): void => {
    const open = place.paragraphs.pop()
    if (!open) return
    const piece = paragraphOf(open, reader)
    const nested = place.paragraphs.length > 0
    if (piece) emit(piece)
    if (nested) return
    for (const deferred of place.deferred) place.pieces.push(deferred)
    place.deferred = []
  }

  const properties = (local: string, attributes: string): void => {
    const paragraph = place.paragraphs.at(-1)
    const value = attributeOf(attributes, 'val')
    if (run) {
      if (local === 'rFonts') run.font = fontOf(attributes) ?? run.font
      else if (local === 'rStyle') run.style = value
      else if (local === 'b' || local === 'i') run.strong = isOn(value) || run.strong === true
      else if (local === 'vanish') run.hidden = isOn(value)
      else if (local === 'vertAlign') run.raised = value === 'superscript'
    } else if (inParagraphProperties && paragraph) {
      if (local === 'pStyle') paragraph.style = value
      else if (local === 'numId') paragraph.numId = value
      else if (local === 'ilvl') paragraph.level = Number(value) || 0
      else if (local === 'outlineLvl') paragraph.outline = Number(value) || 0
    }
  }

  const open = (local: string, name: string, attributes: string): void => {
    const table = tables.at(-1)
    switch (local) {
      case 'p':
        if (name.startsWith('a:')) break
        place.paragraphs.push({ runs: [], style: undefined, numId: undefined, level: undefined, outline: undefined })
        inParagraphProperties = false
        run = null
        break
      case 'pPr':
        inParagraphProperties = true
        break
      case 'r':
        run = { font: undefined, strong: undefined, hidden: undefined, raised: false, style: undefined }
        break
      case 't':
        inText = !name.startsWith('a:') && !name.startsWith('c:')
        break
      case 'tab':
        if (run) add(' ')
        break
      case 'br':
      case 'cr':
        if (run) add('\n')
        break
      case 'noBreakHyphen':
        add('-')
        break
      case 'sym':
        add(SYMBOLS[(attributeOf(attributes, 'char') ?? '').toLowerCase().replace(/^f0/, '')] ?? '')
        break
      case 'footnoteReference':
        refer(reader.footnotes, attributeOf(attributes, 'id'), 'decimal')
        break
      case 'endnoteReference':
        refer(reader.endnotes, attributeOf(attributes, 'id'), 'lowerRoman')
        break
      case 'ins':
        reader.told('changes')
        break
      case 'footnote':
      case 'endnote':
        if (attributeOf(attributes, 'type') !== undefined && attributeOf(attributes, 'type') !== 'normal')
          skip = { depth, closes: false }
        else {
          note = attributeOf(attributes, 'id') ?? ''
          enterPlace()
        }
        break
      case 'sdt':
        blocks.push(depth)
        break
      case 'docPartGallery':
        if (/table of contents/i.test(attributeOf(attributes, 'val') ?? '')) {
          reader.told('contents')
          skip = { depth: blocks.at(-1) ?? depth, closes: true }
        }
        break
      case 'tbl':
        if (tables.length < DEEPEST_TABLE) tables.push(openTable())
        else deepTables += 1
        break
      case 'tr':
        if (table && deepTables === 0) beginRow(table)
        break
      case 'tblHeader':
        if (table && deepTables === 0) table.header = isOn(attributeOf(attributes, 'val'))
        break
      case 'gridBefore':
        if (table && deepTables === 0) skipColumns(table, Number(attributeOf(attributes, 'val')) || 0)
        break
      case 'tc':
        if (table && deepTables === 0) {
          table.columns = 1
          table.merge = null
          enterPlace()
        }
        break
      case 'gridSpan':
        if (table && deepTables === 0) spanColumns(table, Number(attributeOf(attributes, 'val')))
        break
      case 'vMerge':
        if (table && deepTables === 0)
          table.merge = attributeOf(attributes, 'val') === 'restart' ? 'restart' : 'continue'
        break
      default:
        properties(local, attributes)
    }
  }

  const close = (local: string, name: string): void => {
    const table = tables.at(-1)
    switch (local) {
      case 'p':
        if (!name.startsWith('a:')) endParagraph()
        break
      case 'pPr':
        inParagraphProperties = false
        break
      case 'r':
        run = null
        break
      case 't':
        inText = false
        break
      case 'sdt':
        blocks.pop()
        break
      case 'footnote':
      case 'endnote':
        if (note !== null) notes.set(note, leavePlace())
        note = null
        break
      case 'tc':
        if (table && deepTables === 0) {
          // The columns and merges of a table inside the cell are its own: the cell's were read before it.
          takeCell(table, leavePlace())
        }
        break
      case 'tr':
        if (table && deepTables === 0) endRow(table)
        break
      case 'tbl':
        if (deepTables > 0) deepTables -= 1
        else if (table) {
          tables.pop()
          emit(closeTable(table))
        }
        break
      default:
    }
  }

  walkXml(xml, {
    open: (name, attributes) => {
      depth += 1
      if (skip) return
      const local = localName(name)
      if (!UNREAD.has(local)) {
        open(local, name, attributes)
        return
      }
      if (local === 'del' || local === 'moveFrom') reader.told('changes')
      skip = { depth, closes: false }
    },
    close: name => {
      depth -= 1
      const skipped = skip
      if (skipped && depth >= skipped.depth) return
      if (skipped) skip = null
      if (skipped?.closes !== false) close(localName(name), name)
    },
    text: words => {
      if (inText && !skip) add(words)
    },
  })
  return { pieces: root.pieces, notes }
}

/** A paragraph with the number that its list gives it; null for one without words and for a line of the contents. */
function paragraphOf(open: OpenParagraph, reader: Reader): Paragraph | null {
  const style = reader.styles.of(open.style)
  const name = style.name ?? open.style ?? ''
  if (/^(?:toc ?\d|table of figures)/i.test(name)) {
    reader.told('contents')
    return null
  }
  const numId = open.numId ?? style.numId
  const level = open.level ?? style.level ?? 0
  // Word counts an empty paragraph of a list too.
  const marker = numId === undefined ? null : reader.numbering(numId, level)
  const runs = unicodeRuns(open.runs, encoding => reader.told({ encoding }))
  const first = runs.findIndex(run => run.text.trim() !== '')
  if (first < 0) return null
  const own = /^\[\^(\d{1,3}|\*{1,3})\]$/.exec(runs[first]?.text.trim() ?? '')?.[1]
  if (own !== undefined) return { kind: 'footnote', level: 0, marker: own, runs: runs.slice(first + 1) }
  const shown = marker === null ? runs : [{ text: `${marker} `, strong: runs[first]?.strong ?? false }, ...runs]
  const outline = open.outline ?? style.outline ?? outlineOf(name)
  if (outline !== null && outline < 9) return { kind: 'heading', level: outline + 1, marker: '', runs: shown }
  return marker === null
    ? { kind: 'paragraph', level: 0, marker: '', runs: shown }
    : { kind: 'item', level: level + 1, marker, runs: shown }
}

/** Built-in styles keep their English names in every language of Word. */
function outlineOf(style: string): number | null {
  if (/^title$/i.test(style)) return 0
  const level = /^heading ?([1-9])/i.exec(style)?.[1]
  return level === undefined ? null : Number(level) - 1
}

/** Raised words: a power behind a metre, the mark of a footnote that was typed by hand, or words like any other. */
function raised(words: string, before: readonly FontRun[]): string {
  const power = powerBehind(
    before.slice(-3).reduce((text, run) => text + run.text.slice(-8), ''),
    words,
  )
  if (power !== null) return power
  const mark = markIn(words)
  return mark === null ? words : reference(mark)
}
