import type { Block, SourceDocument } from '../document.ts'
import type { Span } from '../result.ts'
import { viewOf, type View } from '../words/view.ts'
import { markerOf, type Marker } from './numbering.ts'
import { parted } from './run-together.ts'

/** One line of thought of the document: a heading, a paragraph, a list item, a footnote or a table's row. */
export interface Line extends Span {
  readonly kind: 'heading' | 'text' | 'row' | 'footnote'
  readonly view: View
  readonly marker: Marker | null
  readonly block: Block
  /** Whether its words are set in bold or italic from first to last, or are all capitals. */
  readonly styled: boolean
  /** Where bold or italic words that open the line end in its view; 0 where it opens plainly. */
  readonly boldTo: number
}

/** Cuts the blocks into lines: broken lines are joined, and a paragraph that holds several numbered lines is parted. */
export function linesOf(document: SourceDocument): Line[] {
  const lines: Line[] = []
  for (const block of document.blocks) {
    if (block.kind === 'row') lines.push(lineOf(document, block, block, 'row'))
    else if (block.kind === 'footnote') lines.push(lineOf(document, block, block, 'footnote'))
    else if (block.kind === 'heading') {
      for (const part of headings(document.text, block)) {
        const line = lineOf(document, block, part, 'heading')
        const last = lines.at(-1)
        if (last && last.kind !== 'row' && continues(last, line) && last.styled)
          lines[lines.length - 1] = joined(document, last, line)
        else if (line.view.text !== '') lines.push(line)
      }
    } else {
      for (const part of parts(document.text, block)) {
        const line = lineOf(document, block, part, 'text')
        const last = lines.at(-1)
        if (last?.kind === 'text' && continues(last, line)) lines[lines.length - 1] = joined(document, last, line)
        else if (line.view.text !== '') lines.push(line)
      }
    }
  }
  return lines
}

function lineOf({ text, emphasis = [] }: SourceDocument, block: Block, { start, end }: Span, kind: Line['kind']): Line {
  const hashes =
    kind === 'heading' ? (/^\s*#{1,6}\s*/.exec(text.slice(start, Math.min(end, start + 20)))?.[0].length ?? 0) : 0
  const view = viewOf(text, start + hashes, end)
  const source = text.slice(start, end).trim()
  const words = view.text.replace(/^[\d\s.()IVX-]+/, '')
  const opened = kind === 'row' ? null : openingEmphasis(text, emphasis, { start, end })
  const styled =
    kind === 'heading' ||
    /^(?:[-+*•]\s+)?(\*\*|\*|__|_)(?!\s)[^*]*\1[.:;]?\s*$/u.test(source) ||
    (/\p{L}{2}/u.test(words) && words === words.toUpperCase()) ||
    opened?.whole === true
  const opening = kind === 'row' ? null : OPENING.exec(text.slice(start, Math.min(end, start + 500)))
  const boldTo = opening ? view.indexOf(start + opening[0].length) : opened ? view.indexOf(opened.to) : 0
  return { kind, start, end, view, block, marker: kind === 'row' ? null : markerOf(view.text), styled, boldTo }
}

/** The bold or italic words that open a stretch (behind its number), where they end, and whether they are all of it. */
function openingEmphasis(
  text: string,
  emphasis: readonly Span[],
  { start, end }: Span,
): { to: number; whole: boolean } | null {
  let [low, high] = [0, emphasis.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((emphasis[middle]?.end ?? 0) <= start) low = middle + 1
    else high = middle
  }
  let to = -1
  for (let i = low; i < emphasis.length; i += 1) {
    const span = emphasis[i]
    if (!span || span.start >= end) break
    const before = text.slice(to < 0 ? start : to, Math.max(span.start, to < 0 ? start : to))
    if (
      to < 0
        ? !/^\s*(?:[-+•]\s*)?(?:\(?[\dA-Za-zĐ]{1,4}(?:\.\d{1,2})*[.)]{0,2}\s*)?$/u.test(before)
        : before.trim() !== ''
    )
      break
    to = span.end
  }
  return to < 0 ? null : { to: Math.min(to, end), whole: /^[\s.:;]*$/.test(text.slice(Math.min(to, end), end)) }
}

const OPENING =
  /^\s*(?:[-+•]\s+)?(?:\(?[\dA-Za-zĐ]{1,3}(?:\.\d{1,2})*[.)]{1,2}\s*)?(\*\*\*|\*\*|\*|__|_)(?!\s)[^\n]{1,400}?(?<!\s)\1/u

/** Two heads set on one line of a converted file: "**… 2020 - 2025** **I. DỰ BÁO …**". */
function headings(text: string, block: Span): Span[] {
  const source = text.slice(block.start, block.end)
  const cut = [...source.matchAll(/\*\*\s+(?=\*\*(.{1,12}))/gu)].find(m => markerOf(m[1] ?? ''))
  if (!cut) return [block]
  const middle = block.start + cut.index + cut[0].length
  return [trimmed(text, { start: block.start, end: middle }), trimmed(text, { start: middle, end: block.end })]
}

/** A line broken by a page: no closing punctuation before, lower case after, nothing but white space between. */
function continues(before: Line, after: Line): boolean {
  return (
    after.marker === null &&
    /[\p{L}\d,]$/u.test(before.view.text) &&
    /^\p{Ll}/u.test(after.view.text) &&
    before.view.text.length > 3
  )
}

function joined(document: SourceDocument, a: Line, b: Line): Line {
  // A heading carried on in a second heading has marks of its own in between.
  const whole = lineOf(document, a.block, { start: a.start, end: b.end }, a.kind)
  return { ...whole, view: withoutHashes(whole.view), styled: a.styled && b.styled }
}

function withoutHashes(view: View): View {
  const at = view.text.search(/ #{1,6} /)
  if (at < 0) return view
  const length = /^ #{1,6} /.exec(view.text.slice(at))?.[0].length ?? 0
  const shift = (i: number) => (i <= at ? i : i + length - 1)
  const without = (words: string) => words.slice(0, at) + ' ' + words.slice(at + length)
  return {
    text: without(view.text),
    low: without(view.low),
    span: (from, to) => view.span(shift(from), shift(to)),
    indexOf: offset => {
      const i = view.indexOf(offset)
      return i <= at ? i : i - length + 1
    },
  }
}

/** The pieces of a paragraph: a line break ends one where a sentence ends before it, or where a marker begins after it. */
function parts(text: string, block: Span): Span[] {
  const found: Span[] = []
  let start = block.start
  const width = Math.max(
    ...text
      .slice(block.start, block.end)
      .split('\n')
      .map(line => line.trim().length),
  )
  for (let at = text.indexOf('\n', start); at >= 0 && at < block.end; at = text.indexOf('\n', at + 1)) {
    if (at <= start) continue
    const stop = text.indexOf('\n', at + 1)
    const next = text.slice(at + 1, Math.min(block.end, stop < 0 ? block.end : stop))
    if (next.trim() === '' || !breaksBefore(text.slice(Math.max(start, at - 200), at), next, width)) continue
    found.push({ start, end: at })
    start = at + 1
  }
  found.push({ start, end: block.end })
  return found
    .flatMap(span => parted(text, span))
    .map(span => trimmed(text, span))
    .filter(span => span.end > span.start)
}

function breaksBefore(before: string, next: string, width: number): boolean {
  const head = viewOf(next).text
  const tail = viewOf(before).text
  // A range broken at its dash: "đạt 8.500 -" / "8.800 USD".
  if (/\d\s?-$/.test(tail) && /^\d/.test(head)) return false
  const marker = markerOf(head)
  if (isHeadLine(viewOf(before.slice(before.lastIndexOf('\n') + 1)).text, head, width)) return true
  if (marker && marker.style !== 'dash' && marker.style !== 'bullet') {
    // "năm\n2020. Trong đó" is a broken sentence, not item 2020; an item's number follows an ended line.
    return /[.:;!?)\]]$/.test(tail) || /^(?:\d{1,2}|[a-zđ])\)|^\(/u.test(head) || !/[\p{Ll},\d-]$/u.test(tail)
  }
  if (marker) return true
  // A headline above its text: far shorter than the line behind it, and both begin with a capital.
  const line = tail.slice(-(viewOf(before.slice(before.lastIndexOf('\n') + 1)).text.length || tail.length))
  if (
    width > 160 &&
    line.length < 0.5 * width &&
    /^["“(]?\p{Lu}/u.test(line) &&
    /[\p{L}\d)”"]$/u.test(line) &&
    /^["“(]?\p{Lu}/u.test(head)
  )
    return true
  return /[.:;!?]$/.test(tail) && /^["“(]?\p{Lu}/u.test(head)
}

/**
 * Plain text sets its heads on lines of their own: all capitals, or numbered and clearly shorter than the wrapped lines
 * around them, with a capital behind.
 */
function isHeadLine(line: string, next: string, width: number): boolean {
  if (!/^["“(]?[\p{Lu}\d-]/u.test(next)) return false
  if (isCapitals(next) && !isCapitals(line) && markerOf(next) === null && next.length > 5) return true
  const behind = markerOf(next)
  const capitals = isCapitals(line)
  if (behind && (capitals || (/^(?:1|a|I)$/.test(behind.number) && line.length < 0.75 * width && !/[,;]$/.test(line))))
    return true
  if (capitals) return !(/\p{Lu}{2}/u.test(next) && next === next.toUpperCase()) || /^-+$/.test(next)
  return markerOf(line) !== null && line.length < 0.75 * width && line.length < 120 && !/[,;]$/.test(line)
}

const isCapitals = (words: string) => /\p{Lu}{2}/u.test(words) && words === words.toUpperCase()

function trimmed(text: string, { start, end }: Span): Span {
  let [a, b] = [start, end]
  while (a < b && /\s/.test(text[a] ?? '')) a += 1
  while (b > a && /\s/.test(text[b - 1] ?? '')) b -= 1
  return { start: a, end: b }
}
