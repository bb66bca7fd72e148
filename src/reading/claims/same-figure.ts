import { compare, decimalText } from '../../measure/decimal.ts'
import { fromDecimal } from '../../measure/ratio.ts'
import { cleanName, isSelfStanding } from '../targets/name.ts'
import { openBracket } from '../targets/promised.ts'
import { governingYear } from '../targets/governing-year.ts'
import type { Quantity } from '../targets/quantity.ts'
import type { Claim } from './claim.ts'
import { isExact, placeOf, printed, printedWithUnit, valueOf, type Sentence } from './sentence.ts'

interface Mention {
  readonly sentence: Sentence
  readonly quantity: Quantity
  readonly key: string
}

const OTHER_MAP =
  /trước khi sáp nhập|sau sáp nhập|sau khi sáp nhập|kế hoạch|mục tiêu|chỉ tiêu|đề ra|phấn đấu|dự kiến|dự toán/

/**
 * A figure that the text states twice: the same words for what it measures, the same unit and the same year. Two values
 * for it contradict each other; where the words differ in the least nothing is said.
 */
export function sameFigureClaims(sentences: readonly Sentence[]): Claim[] {
  const seen = new Map<string, Mention>()
  const claims: Claim[] = []
  for (const sentence of sentences) {
    sentence.quantities.forEach((quantity, i) => {
      const key = keyOf(sentence, i)
      if (key === null) return
      const first = seen.get(key)
      if (!first) {
        seen.set(key, { sentence, quantity, key })
        return
      }
      const [a, b] = [valueOf(first.quantity.token), valueOf(quantity.token)]
      if (!a || !b) return
      const same = compare(a, b) === 0
      claims.push({
        kind: 'sameFigure',
        verdict: same ? 'holds' : isExact(first.quantity) && isExact(quantity) ? 'wrong' : 'unverifiable',
        stated: [printed(first.sentence, first.quantity.token), printed(sentence, quantity.token)],
        computed: fromDecimal(a),
        decimals: a.scale,
        explanation: {
          code: 'claim.same-figure',
          values: {
            first: printedWithUnit(first.sentence, first.quantity),
            second: printedWithUnit(sentence, quantity),
          },
        },
        ...placeOf(sentence, quantity.from, quantity.to),
      })
    })
  }
  return claims
}

function keyOf(sentence: Sentence, i: number): string | null {
  const quantity = sentence.quantities[i]
  if (!quantity || !valueOf(quantity.token) || quantity.unit.kind === 'none') return null
  const around = sentence.view.low.slice(sentence.from, sentence.to)
  const left = Math.max(sentence.from, sentence.quantities[i - 1]?.to ?? sentence.from)
  const before = sentence.view.text.slice(left, quantity.from)
  if (quantity.of) {
    const whole = valueOf(quantity.of)
    const after = sentence.view.low
      .slice(quantity.to, quantity.to + 40)
      .replace(/[.,;(<].*$/u, '')
      .trim()
    // The numerator is part of the key: "74/207" said again holds; another numerator may be another year's.
    return whole && after.split(' ').length >= 3
      ? `${printed(sentence, quantity.token)}/${decimalText(whole)} ${quantity.unit.unit} ${after.split(' ').slice(0, 4).join(' ')}`.toLowerCase()
      : null
  }
  if (OTHER_MAP.test(around) || /tăng|giảm|gấp|thêm|trong đó|bình quân hằng|trong năm|riêng/.test(before.toLowerCase()))
    return null
  const year = governingYear(sentence.view.low, sentence.years, sentence.quantities, i, sentence.from, sentence.to)
  const name = cleanName(before.replace(/[,(]?\s*(?:đến|tới|năm|cuối|hết)\s[^,]*\d{4}[^,]*,?/giu, ' ')).toLowerCase()
  // "(khu vực nông thôn đạt 7%)" says of another indicator each time it stands there.
  const own = isSelfStanding(name) && openBracket(sentence.view.low, sentence.from, quantity.from) === null
  return year?.kind === 'point' && own && name.split(' ').length >= 4
    ? `${name}|${quantity.unit.unit.toLowerCase()}|${year.span.to}`
    : null
}
