import { defaultTreeAdapter, parse, type DefaultTreeAdapterTypes, type ParserOptions } from 'parse5'
import type { SourceDocument } from '../document.ts'
import { compose } from './compose.ts'
import { EMPTY_CELL, type Paragraph, type Piece, type Run, type TableCell, type TableRow } from './flow.ts'
import { BLOCKS, STRONG, UNSEEN } from './html-elements.ts'
import { footnoteMark, ownFootnoteMark, powerOf } from './html-notes.ts'
import { reference } from './note-marks.ts'
import { ordinal, type OrdinalStyle } from './ordinals.ts'

type Node = DefaultTreeAdapterTypes.Node
type Element = DefaultTreeAdapterTypes.Element
type TreeMap = DefaultTreeAdapterTypes.DefaultTreeAdapterMap

/** A page of 20 MB holds under a million elements; repairing a hostile one can make far more out of little. */
const MOST_ELEMENTS = 3_000_000
const MOST_COLUMNS = 256
const MOST_COVERED = 500_000
const DEEPEST_TABLE = 24

class TooManyElements extends Error {}

/**
 * The visible text of HTML and its blocks; null where it would take more than is reasonable to lay out. Scripts are
 * words that are not shown, nothing is fetched, and no depth of nesting overflows: the walk does not recurse.
 * `convert` is applied to every stretch of words (for pages in an old encoding).
 */
export function readHtml(html: string, convert: (words: string) => string = words => words): SourceDocument | null {
  let elements = 0
  const treeAdapter: ParserOptions<TreeMap>['treeAdapter'] = {
    ...defaultTreeAdapter,
    createElement: (...given) => {
      elements += 1
      if (elements > MOST_ELEMENTS) throw new TooManyElements()
      return defaultTreeAdapter.createElement(...given)
    },
  }
  try {
    return compose(piecesOf(parse(html, { treeAdapter }), convert), 'html')
  } catch (fault) {
    if (fault instanceof TooManyElements) return null
    throw fault
  }
}

interface OpenTable {
  readonly rows: TableRow[]
  cells: TableCell[]
  heads: number
  column: number
  /** How many more rows the cell above covers, by column. */
  readonly covered: number[]
  columns: number
  spanned: number
}

interface OpenList {
  readonly style: OrdinalStyle | null
  readonly mark: string
  n: number
}

/** Where words go just now: the page itself or a cell of a table. */
interface Place {
  readonly pieces: Piece[]
  runs: Run[]
  kind: Paragraph['kind']
  level: number
  marker: string
}

const newPlace = (): Place => ({ pieces: [], runs: [], kind: 'paragraph', level: 0, marker: '' })

function piecesOf(root: Node, convert: (words: string) => string): readonly Piece[] {
  const page = newPlace()
  let place = page
  const places: Place[] = [page]
  const tables: OpenTable[] = []
  const lists: OpenList[] = []
  let strong = 0
  let verbatim = 0
  let budget = MOST_COVERED

  const write = (text: string): void => {
    if (text !== '') place.runs.push({ text, strong: strong > 0 })
  }
  const flush = (): void => {
    if (place.runs.every(run => run.text.trim() === '')) {
      place.runs = []
      return
    }
    const { kind, level, marker, runs } = place
    const head = runs
      .map(run => run.text)
      .join('')
      .slice(0, 40)
      .trimStart()
    const shown =
      kind === 'item' && marker !== '' && !(marker === '-' ? /^[-–+*•]/.test(head) : head.startsWith(marker))
    place.pieces.push({ kind, level, marker, runs: shown ? [{ text: `${marker} `, strong: false }, ...runs] : runs })
    Object.assign(place, { runs: [], kind: 'paragraph', level: 0, marker: '' })
  }
  const begin = (kind: Paragraph['kind'], level: number, marker = ''): void => {
    flush()
    Object.assign(place, { kind, level, marker })
  }
  /** Places under cells that reach down from rows above stay empty. */
  const cover = (table: OpenTable): void => {
    for (; (table.covered[table.column] ?? 0) > 0; table.column += 1) {
      table.covered[table.column] = (table.covered[table.column] ?? 1) - 1
      if (budget > 0) table.cells.push(EMPTY_CELL)
      budget -= 1
    }
  }

  const enter = (element: Element): void => {
    const tag = element.tagName
    const table = tables.at(-1)
    if (tag === 'br') write('\n')
    else if (STRONG.has(tag)) strong += 1
    else if (tag === 'pre') {
      begin('paragraph', 0)
      verbatim += 1
    } else if (/^h[1-6]$/.test(tag)) begin('heading', Number(tag[1]))
    else if (tag === 'ol' || tag === 'ul') {
      flush()
      lists.push(listOf(element))
    } else if (tag === 'li') beginItem(element)
    else if (tag === 'table' && tables.length < DEEPEST_TABLE) {
      flush()
      tables.push({ rows: [], cells: [], heads: 0, column: 0, covered: [], columns: 0, spanned: 0 })
    } else if (tag === 'tr' && table) {
      table.cells = []
      table.heads = 0
      table.column = 0
    } else if ((tag === 'td' || tag === 'th') && table) {
      cover(table)
      if (tag === 'th') table.heads += 1
      table.columns = numberOf(attribute(element, 'colspan'), 1000)
      table.spanned = numberOf(attribute(element, 'rowspan'), 200)
      place = newPlace()
      places.push(place)
    } else if (BLOCKS.has(tag)) {
      const mark = ownFootnoteMark(element)
      if (mark !== null) begin('footnote', 0, mark)
      else flush()
    }
  }

  const leave = (element: Element): void => {
    const tag = element.tagName
    const table = tables.at(-1)
    if (STRONG.has(tag)) strong -= 1
    else if (tag === 'pre') {
      flush()
      verbatim -= 1
    } else if (tag === 'ol' || tag === 'ul') {
      flush()
      lists.pop()
    } else if (tag === 'table' && table && tables.length <= DEEPEST_TABLE) {
      flush()
      tables.pop()
      if (table.rows.length > 0) place.pieces.push({ kind: 'table', rows: table.rows })
    } else if (tag === 'tr' && table) {
      cover(table)
      const parent = element.parentNode && 'tagName' in element.parentNode ? element.parentNode.tagName : ''
      if (table.cells.length > 0)
        table.rows.push({ header: parent === 'thead' || table.heads === table.cells.length, cells: table.cells })
    } else if ((tag === 'td' || tag === 'th') && table && places.length > 1) {
      flush()
      const content = place.pieces
      places.pop()
      place = places.at(-1) ?? page
      const { columns, spanned } = table
      table.cells.push({ content, columns, rows: spanned })
      for (let i = 0; i < columns; i += 1, table.column += 1)
        if (table.column < MOST_COLUMNS) table.covered[table.column] = spanned - 1
    } else if (BLOCKS.has(tag) || tag === 'li' || /^h[1-6]$/.test(tag)) flush()
  }

  const beginItem = (element: Element): void => {
    const list = lists.at(-1)
    const note = ownFootnoteMark(element)
    if (note !== null) {
      begin('footnote', 0, note)
      return
    }
    begin('item', lists.length)
    if (!list) return
    const given = attribute(element, 'value')
    if (given !== undefined && /^-?\d{1,9}$/.test(given)) list.n = Number(given)
    place.marker = list.style === null ? list.mark : `${ordinal(list.n, list.style)}.`
    list.n += 1
  }

  const stack: { readonly node: Node; readonly leaving: boolean }[] = [{ node: root, leaving: false }]
  for (let step = stack.pop(); step; step = stack.pop()) {
    const { node, leaving } = step
    if (leaving) {
      leave(node as Element)
      continue
    }
    if (node.nodeName === '#text') {
      const words = convert((node as DefaultTreeAdapterTypes.TextNode).value)
      write(verbatim > 0 ? words.replace(/\r\n?/g, '\n') : words.replace(/[\s\u00a0]+/g, ' '))
      continue
    }
    if (!('childNodes' in node) || UNSEEN.has(node.nodeName)) continue
    if ('tagName' in node) {
      if (isHidden(node)) continue
      const power = powerOf(node, place.runs)
      const mark = power === null ? footnoteMark(node) : null
      if (power !== null || mark !== null) {
        // At the head of a paragraph the mark is the note's own; in a sentence it is written as Markdown writes it.
        if (power !== null) write(power)
        else if (mark !== null && place.runs.every(run => run.text.trim() === '')) begin('footnote', 0, mark)
        else write(reference(mark ?? ''))
        continue
      }
      enter(node)
      stack.push({ node, leaving: true })
    }
    for (let i = node.childNodes.length - 1; i >= 0; i -= 1) {
      const child = node.childNodes[i]
      if (child) stack.push({ node: child, leaving: false })
    }
  }
  flush()
  return page.pieces
}

const LIST_STYLES: Readonly<Record<string, OrdinalStyle>> = {
  a: 'lowerLetter',
  A: 'upperLetter',
  i: 'lowerRoman',
  I: 'upperRoman',
  'lower-alpha': 'lowerLetter',
  'lower-latin': 'lowerLetter',
  'upper-alpha': 'upperLetter',
  'upper-latin': 'upperLetter',
  'lower-roman': 'lowerRoman',
  'upper-roman': 'upperRoman',
}

/** A browser shows the numbers of an ordered list: they are part of what a reader sees. */
function listOf(element: Element): OpenList {
  const css = /list-style(?:-type)?\s*:\s*([\w-]+)/.exec(attribute(element, 'style') ?? '')?.[1]
  const start = attribute(element, 'start') ?? ''
  const style = LIST_STYLES[css ?? attribute(element, 'type') ?? ''] ?? 'decimal'
  return {
    style: element.tagName === 'ol' && css !== 'none' ? style : null,
    mark: css === 'none' ? '' : '-',
    n: /^-?\d{1,9}$/.test(start) ? Number(start) : 1,
  }
}

const attribute = (element: Element, name: string): string | undefined =>
  element.attrs.find(attr => attr.name === name)?.value

const isHidden = (element: Element): boolean =>
  element.attrs.some(
    ({ name, value }) =>
      name === 'hidden' || (name === 'style' && /(?:^|;)\s*(?:display\s*:\s*none|mso-hide\s*:\s*all)/i.test(value)),
  )

function numberOf(value: string | undefined, most: number): number {
  const n = Number(value ?? 1)
  return Number.isInteger(n) && n >= 1 ? Math.min(n, most) : 1
}
