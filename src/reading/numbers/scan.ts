import { compare, dec, type Decimal } from '../../measure/decimal.ts'
import { readNumber } from '../../measure/notation.ts'
import type { View } from '../words/view.ts'
import { FORMS, PLAIN_NUMBER } from './forms.ts'
import type { NumberToken } from './token.ts'

const scanned = new WeakMap<View, readonly NumberToken[]>()

/** Every number of a view, in order and without overlap; ranges are one token. Scanned once, linear in the view's length. */
export function scanNumbers(view: View): readonly NumberToken[] {
  const known = scanned.get(view)
  if (known) return known
  const tokens = /\d/.test(view.low) ? scan(view) : []
  scanned.set(view, tokens)
  return tokens
}

function scan(view: View): NumberToken[] {
  const taken = new Uint8Array(view.low.length)
  const tokens: NumberToken[] = []
  const take = (token: NumberToken) => {
    taken.fill(1, token.from, token.to)
    tokens.push(token)
  }
  for (const { kind, pattern } of FORMS) {
    for (const match of view.low.matchAll(pattern)) {
      const [from, to] = [match.index, match.index + match[0].length]
      if (taken.subarray(from, to).includes(1) || /[\d]/.test(view.low[from - 1] ?? '')) continue
      take({ kind, from, to, ...ends(kind, match[0]) })
    }
  }
  for (const match of view.low.matchAll(PLAIN_NUMBER)) {
    const end = match.index + match[0].length
    for (let from = match.index; from < end;) {
      let to = from
      while (to < end && !taken[to]) to += 1
      if (to > from && /\d/.test(view.low.slice(from, to))) take(plainToken(view, from, to))
      from = to + 1
    }
  }
  tokens.sort((a, b) => a.from - b.from)
  return joinRanges(view, tokens)
}

function ends(kind: NumberToken['kind'], text: string): { low: Decimal | null; high: Decimal | null } {
  if (kind !== 'year' && kind !== 'years') return { low: null, high: null }
  const found = text.match(/\d{4}/g) ?? []
  return { low: found[0] ? dec(found[0]) : null, high: kind === 'years' && found[1] ? dec(found[1]) : null }
}

/** Letters that touch it make it part of a name: QH14, A1, 4G, row 7a. Units may touch their number. */
function plainToken(view: View, from: number, to: number): NumberToken {
  const text = view.low.slice(from, to)
  const before = view.low[from - 1] ?? ' '
  const glued = /^[\p{L}\d²³]+/u.exec(view.low.slice(to, to + 8))?.[0] ?? ''
  if (/\p{L}/u.test(before) || (glued !== '' && !GLUED_UNIT.test(glued)))
    return { kind: 'reference', from, to, low: null, high: null }
  if (/^(?:19|20)\d{2}$/.test(text) && !/^\s?(?:%|‰|[\p{L}(])/u.test(view.low.slice(to, to + 2)))
    return { kind: 'year', from, to, low: dec(text), high: null }
  return { kind: 'number', from, to, low: readNumber(text, 'vi'), high: null }
}

/** Units that may touch their number: "15m2", "500kV", "20ha". Any other letter makes it a code: "7a", "4G". */
const GLUED_UNIT =
  /^(?:m|m2|m3|m²|m³|km|km2|km²|ha|kg|g|kv|kva|kw|kwh|mw|mwh|mva|đ|đồng|tr|tỷ|triệu|nghìn|tạ|tấn|người|hộ|xã|con|lượt|giường|trường|usd|l|lít|cm|mm|x)$/u

const BETWEEN = /^(?:\s?(?:%|‰))?\s?(?:-|đến|tới|÷|~|\.{2,3})\s?$/
const WORD_BETWEEN = /^\s?(nghìn tỷ|nghìn|triệu|tỷ|vạn)(?: (?:đồng|usd))?\s?(?:-|đến|tới)\s?$/

/**
 * "7 - 7,5%", "1%-1,5%", "10 đến 12%", "2 triệu - 3 triệu": one promise with two ends. What runs down ("từ 18 - 17") is
 * no range. "2020 - 2025" was taken for years before, and "19-NQ/TW" for a reference.
 */
function joinRanges(view: View, tokens: readonly NumberToken[]): NumberToken[] {
  const joined: NumberToken[] = []
  for (const token of tokens) {
    const last = joined.at(-1)
    if (last?.kind === 'number' && token.kind === 'number' && last.low && token.low && token.from - last.to <= 24) {
      const gap = view.low.slice(last.to, token.from)
      const word = WORD_BETWEEN.exec(gap)?.[1]
      const fits = BETWEEN.test(gap) || (word !== undefined && view.low.slice(token.to).trimStart().startsWith(word))
      if (fits && compare(last.low, token.low) < 0 && !startsList(view, last, gap)) {
        joined[joined.length - 1] = { kind: 'range', from: last.from, to: token.to, low: last.low, high: token.low }
        continue
      }
    }
    joined.push(token)
  }
  return joined
}

/** "1 - 5 xã" behind a line's start is still a range, but "1. - 5" is a list's number and a dash. */
const startsList = (view: View, first: NumberToken, gap: string) =>
  first.from === 0 && gap.startsWith('.') && view.low[first.to] === '.'
