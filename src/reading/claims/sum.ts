import { sum, type Decimal } from '../../measure/decimal.ts'
import {
  addRatio,
  compareRatio,
  fromDecimal,
  multiplyRatio,
  ratio,
  subtractRatio,
  type Ratio,
} from '../../measure/ratio.ts'
import type { Quantity } from '../targets/quantity.ts'
import type { Claim, Verdict } from './claim.ts'
import { roundedInterval, shown } from './precision.ts'
import { between, isExact, placeOf, printed, printedWithUnit, sameUnit, valueOf, type Sentence } from './sentence.ts'

/**
 * "1.836 dịch vụ, trong đó: 794 … ; 470 … ; 572 …": parts behind their whole. Parts may overlap or be some of many, so a
 * sum that differs is wrong only where the words make a partition of it: "gồm", "bao gồm", "chia ra", or three or more
 * parts of the whole's own unit that miss it by under a twentieth.
 */
export function sumClaims(sentence: Sentence): Claim[] {
  const claims: Claim[] = []
  const { quantities } = sentence
  for (let i = 0; i < quantities.length - 2; i += 1) {
    const whole = quantities[i]
    const first = quantities[i + 1]
    if (!whole || !first || whole.of || !valueOf(whole.token)) continue
    const words = between(sentence, whole, first)
    const opening = /(?:trong đó|bao gồm|gồm|chia ra|cụ thể)(?: có)?[^;]{0,60}$/.exec(words)?.[0]
    if (opening === undefined || whole.unit.kind === 'percent' || whole.unit.kind === 'none') continue
    const parts = partsFrom(sentence, i + 1, whole)
    if (parts.length < 2) continue
    const total = fromDecimal(
      sum(parts.map(part => valueOf(part.token)).filter((value): value is Decimal => value !== null)),
    )
    const whole_ = valueOf(whole.token)
    if (!whole_) continue
    const verdict = verdictOf(whole, parts, total, whole_, /gồm|chia ra/.test(opening))
    if (verdict === null) continue
    const decimals = Math.max(whole_.scale, ...parts.map(part => part.token.low?.scale ?? 0))
    claims.push({
      kind: 'sum',
      verdict,
      stated: [whole, ...parts].map(q => printed(sentence, q.token)),
      computed: total,
      decimals,
      explanation: {
        code: 'claim.sum',
        values: {
          whole: printedWithUnit(sentence, whole),
          parts: parts.map(part => printed(sentence, part.token)).join(' + '),
          computed: shown(total, decimals),
        },
      },
      ...placeOf(sentence, whole.from, parts.at(-1)?.to ?? whole.to),
    })
  }
  return claims
}

function partsFrom(sentence: Sentence, start: number, whole: Quantity): Quantity[] {
  const parts: Quantity[] = []
  for (let k = start; k < sentence.quantities.length; k += 1) {
    const part = sentence.quantities[k]
    if (!part || part.of || !valueOf(part.token)) break
    if (!sameUnit(whole, part)) {
      // A percentage beside a part ("600 hộ, chiếm 12%") does not end the list.
      if (
        part.unit.kind === 'percent' &&
        /chiếm|đạt|\(/.test(sentence.view.low.slice(sentence.quantities[k - 1]?.to ?? 0, part.token.from))
      )
        continue
      break
    }
    // What a bracket takes apart inside a part is no part of the whole again.
    if (opensInside(sentence.view.low, whole.to, part.from)) continue
    const previous = sentence.quantities[k - 1]
    if (
      parts.length > 0 &&
      previous &&
      /(?:tăng|giảm|so với|bình quân|trong đó)/.test(between(sentence, previous, part))
    )
      break
    parts.push(part)
  }
  return parts
}

/** Whether a bracket that opened behind the whole and its first part's words still stands open at a position. */
function opensInside(low: string, from: number, at: number): boolean {
  const words = low.slice(from, at)
  const open = words.lastIndexOf('(')
  return open >= 0 && !words.slice(open).includes(')') && /\d/.test(words.slice(0, open))
}

function verdictOf(
  whole: Quantity,
  parts: readonly Quantity[],
  total: Ratio,
  stated: Decimal,
  closed: boolean,
): Verdict | null {
  const exact = isExact(whole) && parts.every(isExact)
  const value = fromDecimal(stated)
  const [low, high] = roundedInterval(stated)
  const slack = parts.reduce(
    (room, part) =>
      addRatio(
        room,
        part.token.low ? subtractRatio(roundedInterval(part.token.low)[1], fromDecimal(part.token.low)) : ratio(0n),
      ),
    ratio(0n),
  )
  const rounded = whole.unit.kind !== 'counted'
  const fits =
    compareRatio(total, value) === 0 ||
    (rounded && compareRatio(addRatio(total, slack), low) >= 0 && compareRatio(subtractRatio(total, slack), high) <= 0)
  if (fits) return 'holds'
  if (!exact) {
    // "hơn 16.000 tỷ, trong đó gần 4.000 và hơn 12.000": near enough to hold, and never wrong.
    return near(total, value, 20n) ? 'holds' : 'unverifiable'
  }
  if (closed) return 'wrong'
  return parts.length >= 3 && near(total, value, 20n) ? 'wrong' : compareRatio(total, value) > 0 ? 'unverifiable' : null
}

const near = (a: Ratio, b: Ratio, part: bigint) => {
  const off = subtractRatio(a, b)
  const size = off.num < 0n ? ratio(-off.num, off.den) : off
  return compareRatio(multiplyRatio(size, ratio(part)), b) <= 0
}
