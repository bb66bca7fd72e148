import { boundAround, type BoundAround } from '../numbers/bound-around.ts'
import { isTwoDigits } from '../numbers/two-digits.ts'
import type { NumberToken } from '../numbers/token.ts'
import { unitAfter, type UnitAfter } from '../numbers/unit-after.ts'
import type { View } from '../words/view.ts'

/** A number with its unit and bound, at its place in a view. */
export interface Quantity {
  readonly token: NumberToken
  readonly unit: UnitAfter
  readonly bound: BoundAround
  /** The whole of "74/207 xã", where the number is a part of one. */
  readonly of: NumberToken | null
  /** From the words of the bound to the end of the unit. */
  readonly from: number
  readonly to: number
}

/** The base of a rate: "trên 1 vạn dân", "/10.000 dân", "1.000 trẻ đẻ sống". */
const RATE_BASE =
  /^(?:\s?(?:vạn|nghìn|triệu))?\s(?:dân|người dân|trẻ đẻ|trẻ|phụ nữ|người lao động trong độ tuổi|hộ dân|lao động nông)/
const UNIT_BASE = /^(?:0?1|một)\s?(?:ha|héc ta|hecta|km2|km²|m2|đơn vị diện tích)(?!\p{L})/u
const RATE_HEAD = /(?:trên|\/|tính trên|cho mỗi|mỗi|so)\s?$/

/** The quantities of a view, in order: numbers and ranges with what stands around them. Base numbers of rates are left out. */
export function quantitiesOf(view: View, tokens: readonly NumberToken[]): Quantity[] {
  const found: Quantity[] = []
  let behind = 0
  tokens.forEach((token, i) => {
    if ((token.kind !== 'number' && token.kind !== 'range') || !token.low || token.from < behind) return
    const head = view.low.slice(Math.max(0, token.from - 12), token.from)
    if (
      RATE_HEAD.test(head) &&
      (RATE_BASE.test(view.low.slice(token.to, token.to + 40)) ||
        UNIT_BASE.test(view.low.slice(token.from, token.from + 24)))
    )
      return
    if (isTwoDigits(view, token)) {
      const { bound, from } = boundAround(view, token, token.to)
      const least = bound.kind === 'about' ? bound : { kind: 'atLeast' as const, low: token.low, high: null }
      found.push({
        token,
        unit: { unit: '%', to: token.to, kind: 'percent' },
        bound: { bound: least, from, to: token.to },
        of: null,
        from,
        to: token.to,
      })
      behind = token.to
      return
    }
    const next = tokens[i + 1]
    const of = next?.kind === 'number' && next.from === token.to + 1 && view.low[token.to] === '/' ? next : null
    const unit = unitAfter(view, of ? of.to : token.to)
    const bound = boundAround(view, token, unit.to)
    found.push({ token, unit, bound, of, from: bound.from, to: unit.to })
    behind = unit.to
  })
  return found
}
