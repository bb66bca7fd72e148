import { parse, type DefaultTreeAdapterTypes } from 'parse5'
import type { Block, Cell, SourceDocument } from '../document.ts'
import type { Span } from '../result.ts'

type Node = DefaultTreeAdapterTypes.Node
type Element = DefaultTreeAdapterTypes.Element

/** Nothing of these is ever shown, and nothing of a document is ever executed. */
const UNSEEN = new Set([
  'script',
  'style',
  'noscript',
  'template',
  'head',
  'nav',
  'svg',
  'iframe',
  'object',
  'audio',
  'video',
  'select',
  'button',
  'form',
  'title',
])
const BLOCKS = new Set([
  'p',
  'div',
  'section',
  'article',
  'main',
  'header',
  'footer',
  'aside',
  'blockquote',
  'pre',
  'ul',
  'ol',
  'dl',
  'dt',
  'dd',
  'figure',
  'figcaption',
  'address',
  'center',
  'body',
  'html',
  'table',
  'tbody',
  'thead',
  'tfoot',
  'caption',
  'hr',
  'fieldset',
])
const BOLD = new Set(['b', 'strong', 'i', 'em'])

interface Row {
  readonly start: number
  readonly header: boolean
  readonly cells: Cell[]
  bold: boolean
}

/** The visible text of HTML and its blocks. Walks without recursion, so that no depth of nesting can overflow. */
export function readHtml(html: string): SourceDocument {
  return new Walk(parse(html)).document()
}

class Walk {
  #text = ''
  #pieces: string[] = []
  #length = 0
  readonly #blocks: Block[] = []
  readonly #emphasis: Span[] = []
  #start = 0
  #open: { kind: 'paragraph' | 'heading' | 'item' | 'footnote'; level: number; marker: string } = {
    kind: 'paragraph',
    level: 0,
    marker: '',
  }
  #bold = 0
  #boldFrom = 0
  #table = 0
  #rows: Row[] = []
  #spans: number[][] = []
  readonly #lists: { ordered: boolean; n: number; type: string }[] = []
  readonly #root: Node

  constructor(root: Node) {
    this.#root = root
  }

  document(): SourceDocument {
    const stack: { readonly node: Node; readonly leaving: boolean }[] = [{ node: this.#root, leaving: false }]
    for (let step = stack.pop(); step; step = stack.pop()) {
      const { node, leaving } = step
      if (leaving) {
        this.#leave(node as Element)
        continue
      }
      if (node.nodeName === '#text') this.#write((node as DefaultTreeAdapterTypes.TextNode).value)
      if (!('childNodes' in node) || UNSEEN.has(node.nodeName)) continue
      if ('tagName' in node) {
        this.#enter(node)
        stack.push({ node, leaving: true })
      }
      for (let i = node.childNodes.length - 1; i >= 0; i -= 1) {
        const child = node.childNodes[i]
        if (child) stack.push({ node: child, leaving: false })
      }
    }
    this.#flush()
    this.#text = this.#pieces.join('')
    return { text: this.#text, blocks: this.#blocks, format: 'html', emphasis: this.#emphasis }
  }

  #put(words: string): void {
    this.#pieces.push(words)
    this.#length += words.length
  }

  #write(words: string): void {
    const folded = words.normalize('NFC').replace(/[\s\u00a0]+/g, ' ')
    const fresh =
      this.#length === this.#start ||
      (this.#pieces.at(-1) ?? '').endsWith(' ') ||
      (this.#pieces.at(-1) ?? '').endsWith('\n')
    const text = fresh ? folded.replace(/^ /, '') : folded
    if (text !== '') this.#put(text)
  }

  #enter(element: Element): void {
    const tag = element.tagName
    if (tag === 'br') this.#put('\n')
    else if (BOLD.has(tag)) {
      if (this.#bold === 0) this.#boldFrom = this.#length
      this.#bold += 1
    } else if (/^h[1-6]$/.test(tag)) this.#begin('heading', Number(tag[1]))
    else if (tag === 'ol' || tag === 'ul') {
      this.#flush()
      this.#lists.push({
        ordered: tag === 'ol',
        n: Number(attribute(element, 'start') ?? 1),
        type: attribute(element, 'type') ?? '1',
      })
    } else if (tag === 'li') this.#item(element)
    else if (tag === 'table') {
      this.#flush()
      this.#table += 1
      this.#spans = []
    } else if (tag === 'tr') {
      this.#flush()
      this.#rows.push({ start: this.#length, header: false, cells: [], bold: false })
    } else if (tag === 'td' || tag === 'th') this.#cell(element)
    else if (tag === 'sup') this.#reference(element)
    else if (BLOCKS.has(tag) && this.#rows.length === 0) this.#begin('paragraph', 0)
    else if (BLOCKS.has(tag)) this.#write(' ')
  }

  #leave(element: Element): void {
    const tag = element.tagName
    if (BOLD.has(tag)) {
      this.#bold -= 1
      if (this.#bold === 0 && this.#length > this.#boldFrom)
        this.#emphasis.push({ start: this.#boldFrom, end: this.#length })
    } else if (tag === 'ol' || tag === 'ul') {
      this.#flush()
      this.#lists.pop()
    } else if (tag === 'tr') this.#endRow(element)
    else if (tag === 'td' || tag === 'th') {
      const cells = this.#rows.at(-1)?.cells
      const last = cells?.at(-1)
      if (cells && last) cells[cells.length - 1] = { ...last, end: this.#length }
      this.#put(' | ')
    } else if ((BLOCKS.has(tag) || /^h[1-6]$|^li$/.test(tag)) && this.#rows.length === 0) this.#flush()
  }

  #begin(kind: 'paragraph' | 'heading' | 'item' | 'footnote', level: number, marker = ''): void {
    this.#flush()
    this.#open = { kind, level, marker }
  }

  #item(element: Element): void {
    const list = this.#lists.at(-1)
    const note = /^(?:footnote|endnote|fn)-?(\w+)/.exec(attribute(element, 'id') ?? '')?.[1]
    if (note !== undefined) {
      this.#begin('footnote', 0, note)
      return
    }
    this.#begin('item', this.#lists.length)
    if (!list) return
    // A browser shows the number of an ordered list: it is part of what a reader sees.
    const marker = list.ordered ? `${numbered(list.n, list.type)}${list.type === 'a' ? ')' : '.'} ` : '- '
    list.n += 1
    this.#open.marker = marker.trim()
    this.#put(marker)
  }

  #cell(element: Element): void {
    const row = this.#rows.at(-1)
    if (!row) return
    this.#coverRowSpans(row)
    const [columns, rows] = [spanOf(attribute(element, 'colspan')), spanOf(attribute(element, 'rowspan'))]
    const column = row.cells.reduce((n, cell) => n + cell.columns, 0)
    for (let below = 1; below < rows; below += 1)
      (this.#spans[this.#rowIndex() + below] ??= []).push(...Array.from({ length: columns }, (_, i) => column + i))
    row.cells.push({ start: this.#length, end: this.#length, columns, rows })
    if (element.tagName === 'th') row.bold = true
  }

  #rowsSeen = 0
  #rowIndex(): number {
    return this.#rowsSeen
  }

  /** Columns that a taller cell above covers hold an empty cell, so that the ones behind keep their column. */
  #coverRowSpans(row: Row): void {
    const covered = this.#spans[this.#rowIndex()] ?? []
    for (;;) {
      const column = row.cells.reduce((n, cell) => n + cell.columns, 0)
      if (!covered.includes(column)) return
      row.cells.push({ start: this.#length, end: this.#length, columns: 1, rows: 1 })
    }
  }

  #endRow(element: Element): void {
    const row = this.#rows.pop()
    if (!row) return
    this.#coverRowSpans(row)
    this.#rowsSeen += 1
    if (this.#length > row.start) {
      const parent = element.parentNode && 'tagName' in element.parentNode ? element.parentNode.tagName : ''
      this.#blocks.push({
        kind: 'row',
        table: this.#table,
        header: row.bold || parent === 'thead',
        cells: row.cells,
        start: row.start,
        end: this.#length,
      })
      this.#put('\n')
    }
    this.#start = this.#length
  }

  /** A footnote's mark is written as Markdown writes it, so that it is not taken for a figure. */
  #reference(element: Element): void {
    const words = textOf(element).trim()
    const mark = /^\[?\(?(\d{1,3})\)?\]?$/.exec(words)?.[1]
    if (mark === undefined) return
    element.childNodes = []
    this.#put(`[^${mark}]`)
  }

  #flush(): void {
    const words = this.#length > this.#start
    if (!words) return
    const { kind, level, marker } = this.#open
    const span = { start: this.#start, end: this.#length }
    if (kind === 'heading') this.#blocks.push({ kind, level, ...span })
    else if (kind === 'item') this.#blocks.push({ kind, depth: level, marker, ...span })
    else if (kind === 'footnote') this.#blocks.push({ kind, mark: marker, ...span })
    else this.#blocks.push({ kind, ...span })
    this.#put('\n\n')
    this.#start = this.#length
    this.#open = { kind: 'paragraph', level: 0, marker: '' }
  }
}

const attribute = (element: Element, name: string): string | undefined =>
  element.attrs.find(attr => attr.name === name)?.value

const spanOf = (value: string | undefined): number => {
  const n = Number(value ?? 1)
  return Number.isInteger(n) && n >= 1 && n <= 200 ? n : 1
}

function textOf(element: Element): string {
  let text = ''
  const stack: Node[] = [...element.childNodes].reverse()
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (node.nodeName === '#text') text += (node as DefaultTreeAdapterTypes.TextNode).value
    if ('childNodes' in node) stack.push(...[...node.childNodes].reverse())
  }
  return text
}

const ROMAN: readonly (readonly [number, string])[] = [
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
]

function numbered(n: number, type: string): string {
  if (type === 'a') return 'abcdđeghiklmnopq'[n - 1] ?? String(n)
  if (type === 'A') return 'ABCDEGHIKLMN'[n - 1] ?? String(n)
  if (type !== 'I' && type !== 'i') return String(n)
  let [rest, roman] = [n, '']
  for (const [value, sign] of ROMAN)
    while (rest >= value) {
      roman += sign
      rest -= value
    }
  return roman
}
