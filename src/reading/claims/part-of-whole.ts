import { compare } from '../../measure/decimal.ts'
import { fromDecimal } from '../../measure/ratio.ts'
import type { Claim } from './claim.ts'
import { placeOf, printed, printedWithUnit, sameUnit, valueOf, type Sentence } from './sentence.ts'

/** Things of which there are only so many; elsewhere more than the whole may be more than was planned. */
const FINITE = /^(?:xã|phường|thị trấn|huyện|thôn|bản|ấp|trường|trạm|tiêu chí|chỉ tiêu|khu phố|tổ dân phố)/
const PLANNED = /kế hoạch|nghị quyết|chỉ tiêu|vượt|mục tiêu|%|(?<!\p{L})(?:nq|kh)(?!\p{L})/u

/** "74/207 xã"; "trong tổng số 20 chỉ tiêu, đạt và vượt 18 chỉ tiêu"; "thu 31.742,5 tỷ đồng, trong đó thu nội địa 12.623,4 tỷ đồng". */
export function partOfWholeClaims(sentence: Sentence): Claim[] {
  const claims: Claim[] = []
  const { quantities, view } = sentence
  for (const quantity of quantities) {
    const [part, whole] = [valueOf(quantity.token), quantity.of && valueOf(quantity.of)]
    if (!part || !whole || !quantity.of || quantity.unit.kind === 'none') continue
    const holds = compare(part, whole) <= 0
    claims.push({
      kind: 'partOfWhole',
      // "145/130 đảng viên" may be what was done over what was planned.
      verdict: holds
        ? 'holds'
        : FINITE.test(quantity.unit.unit.toLowerCase()) && !PLANNED.test(view.low.slice(sentence.from, sentence.to))
          ? 'wrong'
          : 'unverifiable',
      stated: [printed(sentence, quantity.token), printed(sentence, quantity.of)],
      computed: fromDecimal(part),
      decimals: part.scale,
      explanation: {
        code: 'claim.part-of-whole',
        values: { part: printed(sentence, quantity.token), whole: printed(sentence, quantity.of) },
      },
      ...placeOf(sentence, quantity.token.from, quantity.to),
    })
  }
  quantities.forEach((part, i) => {
    const whole = quantities[i - 1]
    if (!whole || part.of || whole.of || !sameUnit(whole, part)) return
    const [n, d] = [valueOf(part.token), valueOf(whole.token)]
    const words = view.low.slice(whole.to, part.token.from)
    const told =
      words.includes('trong đó') || /(?:trong )?tổng số (?:có )?$/.test(view.low.slice(sentence.from, whole.token.from))
    if (!n || !d || !told || part.unit.kind === 'percent' || /bình quân|hằng năm|tăng|giảm/.test(words)) return
    const holds = compare(n, d) <= 0
    const certain = whole.bound.bound.kind === 'exactly' && part.bound.bound.kind === 'exactly'
    claims.push({
      kind: 'partOfWhole',
      verdict: holds ? 'holds' : certain ? 'wrong' : 'unverifiable',
      stated: [printed(sentence, part.token), printed(sentence, whole.token)],
      computed: fromDecimal(n),
      decimals: n.scale,
      explanation: {
        code: 'claim.part-of-whole',
        values: { part: printedWithUnit(sentence, part), whole: printedWithUnit(sentence, whole) },
      },
      ...placeOf(sentence, whole.from, part.to),
    })
  })
  return claims
}
