import type { Decimal } from '../../measure/decimal.ts'
import { scanNumbers } from '../numbers/scan.ts'
import type { NumberToken } from '../numbers/token.ts'
import type { Span } from '../result.ts'
import { quantitiesOf, type Quantity } from '../targets/quantity.ts'
import type { Line } from '../tree/lines.ts'
import { viewOf, type View } from '../words/view.ts'
import { yearWords, type YearWords } from '../words/years.ts'

/** One sentence with its numbers: what most claims are made in. Positions are the view's. */
export interface Sentence {
  readonly view: View
  readonly from: number
  readonly to: number
  readonly tokens: readonly NumberToken[]
  readonly quantities: readonly Quantity[]
  readonly years: readonly YearWords[]
}

/** The sentences of a text, in order. A line that ends in a colon goes on in an unnumbered line that begins with a figure. */
export function sentencesOf(text: string, lines: readonly Line[]): Sentence[] {
  const sentences: Sentence[] = []
  for (let i = 0; i < lines.length; i += 1) {
    const line = lines[i]
    if (!line || line.kind === 'row') continue
    const next = lines[i + 1]
    const carried =
      next?.kind === 'text' && next.marker === null && line.view.text.endsWith(':') && /^\d/.test(next.view.text)
    const view = carried ? viewOf(text, line.start, next.end) : line.view
    if (carried) i += 1
    const tokens = scanNumbers(view)
    if (tokens.length === 0) continue
    const quantities = quantitiesOf(view, tokens)
    const years = yearWords(view, tokens)
    let start = 0
    for (const stop of view.text.matchAll(/\.(?=\s+["“(]?\p{Lu})|$/gu)) {
      const [from, to] = [start, stop.index]
      start = stop.index + 1
      const inside = quantities.filter(q => q.token.from >= from && q.token.to <= to)
      if (to > from && inside.length > 0)
        sentences.push({
          view,
          from,
          to,
          tokens: tokens.filter(t => t.from >= from && t.to <= to),
          quantities: inside,
          years: years.filter(y => y.from >= from && y.to <= to),
        })
    }
  }
  return sentences
}

/** The words between two quantities, in the spelling of `low`. */
export const between = ({ view }: Sentence, a: Quantity, b: Quantity): string =>
  view.low.slice(a.of ? a.to : a.to, b.token.from)

/** The words in front of a quantity, back to the one before it. */
export function lead(sentence: Sentence, i: number): string {
  const quantity = sentence.quantities[i]
  const before = sentence.quantities[i - 1]
  return quantity ? sentence.view.low.slice(before ? before.to : sentence.from, quantity.token.from) : ''
}

export const printed = ({ view }: Sentence, token: NumberToken): string => view.text.slice(token.from, token.to)

/** Number and unit as printed. */
export const printedWithUnit = (sentence: Sentence, quantity: Quantity): string =>
  `${printed(sentence, quantity.token)}${quantity.unit.unit.startsWith('%') ? '' : ' '}${quantity.unit.unit}`.trim()

export const valueOf = (token: NumberToken): Decimal | null => (token.kind === 'number' ? token.low : null)

/** The place of a stretch of a sentence. */
export const placeOf = ({ view }: Sentence, from: number, to: number): Span => view.span(from, to)

/** Whether a number is printed as exact: "hơn 16.000" and "gần 4.000" are not. */
export const isExact = (quantity: Quantity): boolean => quantity.bound.bound.kind === 'exactly'

/** One unit, or the same noun said at different length: "tổ chức đảng" and "tổ chức". */
export function sameUnit(a: Quantity, b: Quantity): boolean {
  const [x, y] = [a.unit.unit.toLowerCase(), b.unit.unit.toLowerCase()]
  return (
    a.unit.kind !== 'none' &&
    (x === y ||
      (a.unit.kind === 'counted' && b.unit.kind === 'counted' && (x.startsWith(`${y} `) || y.startsWith(`${x} `))))
  )
}
