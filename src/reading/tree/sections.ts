import type { Section } from '../result.ts'
import { headOf, type Head } from './heads.ts'
import type { Line } from './lines.ts'
import { OUTER, type Marker, type NumberStyle } from './numbering.ts'

/** A section with the section around it. */
export interface Node {
  readonly section: Section
  readonly parent: Node | null
  readonly style: Head['style']
  readonly marker: Marker | null
  /** The level that Markdown, HTML or Word gives its heading; null where the text alone tells. */
  readonly given: number | null
  /** Whether its opening line is itself a promise, and what it holds are its parts. */
  readonly promises: boolean
}

/** A line in its place in the tree. */
export interface Placed {
  readonly line: Line
  /** The section that the line's own words belong to. */
  readonly node: Node | null
  /** The position in the view where its own words begin: behind the marker, or behind a title that runs into it. */
  readonly from: number
  /** Whether the whole line is a head. */
  readonly head: boolean
  /** Whether the line opens its section. */
  readonly opens: boolean
}

export interface Tree {
  readonly sections: readonly Section[]
  readonly placed: readonly Placed[]
}

/** Builds the tree of sections from the lines, by the document's own numbering. Linear in the number of lines. */
export function treeOf(lines: readonly Line[], length: number): Tree {
  const sections: { -readonly [K in keyof Section]: Section[K] }[] = []
  const open: (typeof sections)[number][] = []
  const placed: Placed[] = []
  let stack: Node[] = []
  let itemsSeen = false
  const cut = (depth: number, at: number) => {
    stack = stack.slice(0, depth)
    for (const closed of open.splice(depth)) closed.end = at
  }
  for (const [i, line] of lines.entries()) {
    const head = line.kind === 'row' || line.kind === 'footnote' ? null : headOf(line, lines[i + 1])
    const top = stack.at(-1)
    const last = sections.at(-1)
    if (
      head?.style === 'plain' &&
      head.to === line.view.text.length &&
      top &&
      last &&
      top.section === last &&
      last.title === '' &&
      TITLED.has(top.style)
    ) {
      // "Phần thứ nhất" on a line of its own: the next head is its title.
      last.title = head.title
      placed.push({ line, node: top, from: head.to, head: true, opens: false })
      continue
    }
    if (head) {
      cut(depthFor(head, line, stack), line.start)
      const section = {
        id: `s${sections.length + 1}`,
        number: numberOf(line),
        title: head.title,
        level: stack.length + 1,
        start: line.start,
        end: length,
      }
      sections.push(section)
      open.push(section)
      const given = line.block.kind === 'heading' ? line.block.level : null
      stack = [
        ...stack,
        {
          section,
          parent: stack.at(-1) ?? null,
          style: head.style,
          marker: line.marker,
          given,
          promises: head.promises ?? false,
        },
      ]
      itemsSeen = false
      placed.push({
        line,
        node: stack.at(-1) ?? null,
        from: head.to,
        head: head.to >= line.view.text.length,
        opens: true,
      })
      continue
    }
    if (line.kind === 'text') {
      if (line.marker) {
        const style = line.marker.style
        const same = stack.findIndex(node => node.style === style && node.marker !== null)
        if (same >= 0 && !restarts(line.marker, stack[same]?.marker ?? null)) cut(same, line.start)
        itemsSeen = true
      } else if (itemsSeen && top?.style === 'lead') {
        cut(stack.length - 1, line.start)
        itemsSeen = false
      }
    }
    placed.push({ line, node: stack.at(-1) ?? null, from: line.marker?.length ?? 0, head: false, opens: false })
  }
  return { sections, placed }
}

const TITLED: ReadonlySet<Head['style']> = new Set([
  'part',
  'chapter',
  'annex',
  'division',
  'article',
  'roman',
  'number',
  'capital',
])

const numberOf = ({ marker }: Line) => (marker && !/^[-+•●*]/.test(marker.number) ? marker.number : '')

/** A list that begins anew inside a section numbered in the same way: item 1 under section 2. */
function restarts(marker: Marker, around: Marker | null): boolean {
  if (!/^(?:1|I|a|A)$/.test(marker.number)) return false
  return around !== null && around.style === marker.style
}

const depthOfDots = (number: string) => number.split('.').length

/** How many of the open sections stay open around a new head. */
function depthFor(head: Head, line: Line, stack: readonly Node[]): number {
  if (head.style === 'plain') return plainDepth(line, stack)
  if (head.style === 'lead') {
    const lead = stack.findIndex(node => node.style === 'lead')
    return lead >= 0 ? lead : stack.length
  }
  const number = line.marker?.number ?? ''
  if (head.style === 'dotted') {
    const parent = stack.findLastIndex(
      node => node.marker !== null && /^\d/.test(node.marker.number) && number.startsWith(`${node.marker.number}.`),
    )
    if (parent >= 0) return parent + 1
    const like = stack.findIndex(
      node => node.style === 'dotted' && depthOfDots(node.marker?.number ?? '') >= depthOfDots(number),
    )
    if (like >= 0) return like
  } else {
    const same = stack.findLastIndex(node => node.style === head.style)
    if (same >= 0) return same
  }
  if (OUTER.has(head.style) || head.style === 'number') {
    const rank = RANK[head.style]
    const inner = stack.findIndex(node => node.style !== 'plain' && node.style !== 'lead' && RANK[node.style] > rank)
    if (inner >= 0) return inner
  }
  return stack.length
}

function plainDepth(line: Line, stack: readonly Node[]): number {
  const given = line.block.kind === 'heading' ? line.block.level : null
  if (given !== null) {
    const peer = stack.findIndex(node => node.style === 'plain' && (node.given === null || node.given >= given))
    if (peer >= 0) return peer
    const deeper = stack.findIndex(node => node.given !== null && node.given >= given)
    if (deeper >= 0) return deeper
    return stack.length
  }
  // A bold line without a number does not close numbered sections: it stands inside the innermost of them.
  const numbered = stack.findLastIndex(node => NUMBERED.has(node.style))
  const peer = stack.findIndex((node, i) => i > numbered && node.style === 'plain' && node.given === null)
  if (peer >= 0) return peer
  const list = stack.findIndex(
    node => node.style === 'lead' || (node.style !== 'plain' && RANK[node.style] >= RANK.paren),
  )
  return list >= 0 ? list : stack.length
}

const NUMBERED: ReadonlySet<Head['style']> = new Set([
  'part',
  'annex',
  'chapter',
  'division',
  'article',
  'capital',
  'roman',
  'number',
  'dotted',
])

const RANK: Record<NumberStyle, number> = {
  part: 1,
  annex: 1,
  chapter: 2,
  capital: 2,
  division: 3,
  roman: 4,
  article: 5,
  number: 6,
  dotted: 7,
  wordOrdinal: 8,
  paren: 8,
  halfParen: 9,
  letter: 9,
  dash: 10,
  plus: 11,
  bullet: 11,
}
