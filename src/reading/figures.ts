import { negate, normalize, sign } from '../measure/decimal.ts'
import type { Figure, FigureRole, YearSpan } from './result.ts'
import { scanNumbers } from './numbers/scan.ts'
import type { NumberToken } from './numbers/token.ts'
import { quantitiesOf, type Quantity } from './targets/quantity.ts'
import { governingYear } from './targets/governing-year.ts'
import { tailOf } from './targets/name.ts'
import { viewOf, type View } from './words/view.ts'
import { yearWords } from './words/years.ts'
import type { Line } from './tree/lines.ts'

/** Every number of a line as a figure, in order; a table's row cell by cell. */
export function figuresOf(text: string, line: Line): Figure[] {
  if (line.block.kind !== 'row') return figuresIn(line.view, line.marker?.length ?? 0)
  return line.block.cells.flatMap((cell, i) => figuresIn(viewOf(text, cell.start, cell.end), i === 0 ? 6 : 0))
}

/** `marked`: how much of the view is the line's own number ("1.2. "), which is an ordinal. */
function figuresIn(view: View, marked: number): Figure[] {
  const tokens = scanNumbers(view)
  const years = yearWords(view, tokens)
  const quantities = quantitiesOf(view, tokens)
  const byToken = new Map(quantities.map((quantity, i) => [quantity.token, i]))
  return tokens.map(token => {
    const place = view.span(token.from, token.to)
    const at = byToken.get(token)
    const quantity = at === undefined ? undefined : quantities[at]
    const bracketed = view.text[token.from - 1] === '(' && view.text[token.to] === ')' && token.kind === 'number'
    const own = (token.to <= marked || bracketed) && (token.kind === 'number' || token.kind === 'ordinal')
    if (!quantity || at === undefined || own) {
      return {
        ...place,
        text: view.text.slice(token.from, token.to),
        value: own || token.kind !== 'number' ? null : token.low,
        bound: null,
        unit: '',
        when: yearsOf(token),
        about: '',
        role: own ? 'ordinal' : roleOfToken(token),
      }
    }
    const governing = governingYear(
      view.low,
      years,
      quantities,
      at,
      sentenceStart(view, token.from),
      sentenceEnd(view, token.to),
    )
    const change = changeSign(view.low.slice(Math.max(0, token.from - 40), quantity.from))
    const value = token.low && change < 0 && sign(token.low) > 0 ? negate(token.low) : token.low
    return {
      ...view.span(token.from, token.to),
      text: view.text.slice(token.from, token.to),
      value: value && normalize(value),
      bound: quantity.bound.bound,
      unit: quantity.unit.unit,
      when: governing?.span ?? null,
      about: aboutOf(view, quantities, at),
      role: roleOfQuantity(quantity, view),
    }
  })
}

const sentenceStart = (view: View, at: number) =>
  Math.max(view.text.lastIndexOf('. ', at), view.text.lastIndexOf('; ', at)) + 1
const sentenceEnd = (view: View, at: number) => {
  const end = /[;.]\s/.exec(view.text.slice(at))
  return end ? at + end.index : view.text.length
}

function yearsOf(token: NumberToken): YearSpan | null {
  if ((token.kind !== 'year' && token.kind !== 'years') || !token.low) return null
  const from = Number(token.low.coefficient)
  return { from, to: token.high ? Number(token.high.coefficient) : from }
}

function roleOfToken(token: NumberToken): FigureRole {
  switch (token.kind) {
    case 'years':
    case 'year':
      return 'year'
    case 'number':
    case 'range':
      return 'reference'
    case 'date':
    case 'reference':
    case 'ordinal':
    case 'page':
      return token.kind
    default:
      return token.kind satisfies never
  }
}

function roleOfQuantity(quantity: Quantity, view: View): FigureRole {
  const before = view.low.slice(Math.max(0, quantity.from - 60), quantity.from)
  switch (quantity.unit.kind) {
    case 'percent':
      return /(?:^|[\s(])(?:tăng|giảm|gấp)(?: \p{L}+){0,4} ?$/u.test(before) ? 'quantity' : 'share'
    case 'permille':
    case 'points':
    case 'measured':
    case 'times':
      return 'quantity'
    case 'counted':
    case 'none':
      return quantity.of ? 'share' : 'count'
    default:
      return quantity.unit.kind satisfies never
  }
}

/** "giảm 1,6%" is -1.6; "giảm xuống còn 7,89%" is a level. */
function changeSign(before: string): 1 | -1 {
  return /(?:^|[\s(,])(?:giảm|hạ)(?: thêm| được| bình quân| hằng năm| mỗi năm| khoảng| trên| hơn| gần| từ)*\s*$/.test(
    before,
  )
    ? -1
    : 1
}

/** The words that say what a figure speaks of: those in front of it in its clause, else those behind its unit. */
function aboutOf(view: View, quantities: readonly Quantity[], i: number): string {
  const quantity = quantities[i]
  if (!quantity) return ''
  const left = Math.max(sentenceStart(view, quantity.from), quantities[i - 1]?.to ?? 0)
  const before = view.text.slice(left, quantity.from).replace(/^[\s,;:.)(-]+|[\s,;:.(-]+$/gu, '')
  const after = tailOf(view, quantity.to, Math.min(view.text.length, quantity.to + 120))
  return [before, after].filter(Boolean).join(' … ').slice(0, 300)
}
