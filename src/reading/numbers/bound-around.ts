import type { BoundKind } from '../../measure/bound.ts'
import type { Decimal } from '../../measure/decimal.ts'
import type { ReadBound } from '../result.ts'
import type { View } from '../words/view.ts'
import type { NumberToken } from './token.ts'

/** The bound that the words around a number give it, and where those words begin. */
export interface BoundAround {
  readonly bound: ReadBound
  /** The view's position of the first word of the bound, or the number's own. */
  readonly from: number
  /** The position behind "trở lên", where that is said, or the number's own end. */
  readonly to: number
}

/** Words in front of a number, in the order in which they are tried. */
const BEFORE: readonly (readonly [RegExp, BoundKind])[] = [
  [
    /(?:không (?:quá|vượt quá|vượt|lớn hơn|cao hơn|nhiều hơn|hơn)|tối đa|nhiều nhất|cao nhất|≤|<=|=<|⩽)(?: là)?(?: khoảng)? ?$/,
    'atMost',
  ],
  [
    /(?:không (?:dưới|thấp hơn|ít hơn|nhỏ hơn|kém)|[íi]t nhất|tối thi[ểê]u|thấp nhất|≥|>=|=>|⩾)(?: là| đạt| có)?(?: từ)? ?$/,
    'atLeast',
  ],
  [/(?:dưới|thấp hơn|ít hơn|chưa đến|nhỏ hơn|<)(?: mức)? ?$/, 'lessThan'],
  [/(?:trên|hơn|cao hơn|lớn hơn|vượt(?: mức)?|>)(?: mức)?(?: cả)? ?$/, 'moreThan'],
  [/(?:khoảng(?: từ)?|gần|xấp xỉ|ước khoảng|chừng|tương đương|~|≈|cỡ) ?$/, 'about'],
]
const FROM = /(?:^|[\s(:])từ(?: mức)? ?$/
const UP = /^(?:[^\d;:.()]|\.(?=\.)){0,70}?(?:trở lên|trở đi|và cao hơn)(?!\p{L})/u
const UP_AT_ONCE = /^\s?trở lên(?!\p{L})/u
/** "có 80% chi bộ trở lên đạt …": a noun may stand between, but no verb that has a "trở lên" of its own. */
const UP_BEHIND_NOUN = /^(?:\s(?!hoàn|đạt|được|có|xếp)\p{L}+){1,4} trở lên(?= (?:đạt|được|có|hoàn thành)|\s*[,;.]|$)/u
const DOWN = /^[^\d;:.()]{0,50}?(?:trở xuống|trở lại)(?!\p{L})/u

/** Reads the bound around a number whose unit ends at `unitEnd`. */
export function boundAround(view: View, token: NumberToken, unitEnd: number): BoundAround {
  const low = token.low
  if (!low) throw new RangeError('a date has no bound')
  const head = view.low.slice(Math.max(0, token.from - 30), token.from)
  const tail = view.low.slice(unitEnd, unitEnd + 80)
  const fromWord = FROM.exec(head)
  const fromAt = fromWord ? fromWord.index + (/^[\s(:]/.test(fromWord[0]) ? 1 : 0) : 0
  if (token.high) {
    const about = /(?:khoảng|gần|xấp xỉ)(?: từ)? ?$/.exec(head)
    const at = about ? about.index : fromAt
    const bound: ReadBound = { kind: 'between', low, high: token.high }
    return { bound, from: about || fromWord ? token.from - (head.length - at) : token.from, to: unitEnd }
  }
  const up = (fromWord ? UP : UP_AT_ONCE).exec(tail)
  if (!up && view.low[unitEnd - 1] === '%' && UP_BEHIND_NOUN.test(tail))
    return made('atLeast', low, token.from - (fromWord ? 3 : 0), unitEnd)
  // "từ 80% tổ chức đảng hoàn thành tốt nhiệm vụ trở lên": two things reach upwards, and the figure is one of them.
  if (up && /hoàn thành|xếp loại/.test(up[0])) {
    if (fromWord) return made('atLeast', low, token.from - 3, unitEnd)
  } else if (up) return made('atLeast', low, token.from - (fromWord ? 3 : 0), unitEnd + up[0].length)
  // "đạt từ 90%" with nothing to rise to is a floor.
  if (
    fromWord &&
    /(?:đạt|có|là|tỷ lệ|:) ?$/.test(head.slice(0, fromAt)) &&
    !/^[^.;]{0,60}?(?:lên|xuống|còn|đến|tới|sang)(?!\p{L})/u.test(tail)
  )
    return made('atLeast', low, token.from - 3, unitEnd)
  const down = DOWN.exec(tail)
  if (down) return made('atMost', low, token.from - (fromWord ? 3 : 0), unitEnd + down[0].length)
  for (const [pattern, kind] of BEFORE) {
    const match = pattern.exec(head)
    if (match && !/\p{L}/u.test(head[match.index - 1] ?? ' '))
      return made(kind, low, token.from - (head.length - match.index), unitEnd)
  }
  return made('exactly', low, token.from, unitEnd)
}

function made(kind: BoundKind, value: Decimal, from: number, to: number): BoundAround {
  return { bound: boundOfKind(kind, value), from, to }
}

/** A bound of one printed value. */
export function boundOfKind(kind: BoundKind, value: Decimal): ReadBound {
  switch (kind) {
    case 'atLeast':
    case 'moreThan':
      return { kind, low: value, high: null }
    case 'atMost':
    case 'lessThan':
      return { kind, low: null, high: value }
    case 'exactly':
    case 'about':
    case 'between':
      return { kind, low: value, high: value }
    default:
      return kind satisfies never
  }
}
