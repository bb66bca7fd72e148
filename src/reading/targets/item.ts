import type { Context } from '../tree/context.ts'
import type { Node, Placed } from '../tree/sections.ts'
import type { Line } from '../tree/lines.ts'
import type { YearWords } from '../words/years.ts'

/** One point of the document that may promise something: a list item, a numbered point inside a line, or a paragraph. */
export interface Item {
  readonly line: Line
  readonly node: Node | null
  readonly context: Context
  /** Its stretch of the line's view. */
  readonly from: number
  readonly to: number
  /** The number that the document gives it, where it gives one. */
  readonly number: string | null
  /** Whether it stands in a list (or is a numbered point), so that it is one target whatever it holds. */
  readonly listed: boolean
  /** Where a paragraph before it in its section said that aims follow ("mục tiêu cụ thể, đến năm 2025, …"): for when. */
  readonly led?: { readonly year: YearWords | null } | undefined
}

const POINT = /(?<=^|[\s.;:])\((\d{1,2})\)\s/g
const LETTERED = /(?<=^|[\s.;:])([a-zđ])\)\s/g

/** The items of a placed line: "(1) … (2) …" in one paragraph are as many items. */
export function itemsOf({ line, node, from }: Placed, context: Context): Item[] {
  const { text } = line.view
  const marker =
    line.marker && from >= line.marker.length && !/^[-+•●*▪]/.test(line.marker.number) ? line.marker.number : null
  const starts =
    consecutive(text, from, POINT, n => Number(n)) ??
    consecutive(text, from, LETTERED, n => 'abcdđeghik'.indexOf(n) + 1)
  if (!starts)
    return [
      {
        line,
        node,
        context,
        from,
        to: text.length,
        number: marker,
        listed: line.marker !== null || line.block.kind === 'item',
      },
    ]
  const items: Item[] = []
  const before = starts[0]?.at ?? from
  if (text.slice(from, before).trim().length > 30)
    items.push({ line, node, context, from, to: before, number: marker, listed: false })
  starts.forEach((point, i) => {
    items.push({
      line,
      node,
      context,
      from: point.body,
      to: starts[i + 1]?.at ?? text.length,
      number: point.number,
      listed: true,
    })
  })
  return items
}

interface Point {
  readonly number: string
  readonly at: number
  readonly body: number
}

/** Points numbered 1, 2, 3 … in order; two at least, or they are references. */
function consecutive(text: string, from: number, pattern: RegExp, order: (number: string) => number): Point[] | null {
  const points: Point[] = []
  for (const match of text.matchAll(pattern)) {
    if (match.index < from && from - match.index > 4) continue
    const number = match[1] ?? ''
    if (order(number) === points.length + 1)
      points.push({ number, at: match.index, body: match.index + match[0].length })
  }
  return points.length >= 2 ? points : null
}
