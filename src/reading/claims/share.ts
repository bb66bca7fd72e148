import { compare } from '../../measure/decimal.ts'
import { divideRatio, fromDecimal, multiplyRatio, ratio, type Ratio } from '../../measure/ratio.ts'
import type { Quantity } from '../targets/quantity.ts'
import type { Claim } from './claim.ts'
import { fitsPrinted, shown } from './precision.ts'
import { between, isExact, placeOf, printed, printedWithUnit, sameUnit, valueOf, type Sentence } from './sentence.ts'

const HUNDRED = ratio(100n)
const percentOf = (part: Ratio, whole: Ratio) => multiplyRatio(divideRatio(part, whole), HUNDRED)

/** "528/554 đơn, đạt 95,3%" and "17.096/22.646 (giảm 75,49%)": a part over its whole, with the percentage beside it. */
export function shareClaims(sentence: Sentence): Claim[] {
  const claims: Claim[] = []
  const { quantities } = sentence
  quantities.forEach((percent, i) => {
    if (percent.unit.kind !== 'percent' || !valueOf(percent.token)) return
    const fractions = fractionsBefore(sentence, i)
    const first = fractions[0]
    if (!first) return
    const checked = fractions.map(fraction => ({ fraction, exact: exactShare(fraction) }))
    const stated = percent.token.low
    if (!stated || checked.some(({ exact }) => exact === null)) return
    const fit = checked.find(({ exact }) => exact !== null && fitsPrinted(exact, stated)) ?? checked[0]
    if (!fit?.exact) return
    const holds = fitsPrinted(fit.exact, stated)
    claims.push({
      kind: 'share',
      verdict: holds ? 'holds' : isExact(percent) ? 'wrong' : 'unverifiable',
      stated: [
        printed(sentence, fit.fraction.token),
        fit.fraction.of ? printed(sentence, fit.fraction.of) : '',
        printed(sentence, percent.token),
      ],
      computed: fit.exact,
      decimals: stated.scale,
      explanation: {
        code: 'claim.share',
        values: {
          part: printed(sentence, fit.fraction.token),
          whole: fit.fraction.of ? printed(sentence, fit.fraction.of) : '',
          stated: printed(sentence, percent.token),
          computed: shown(fit.exact, stated.scale),
        },
      },
      ...placeOf(sentence, first.from, percent.to),
    })
  })
  return claims
}

/** The fractions that a percentage may speak of: the last one before it, and others that stand in brackets between. */
function fractionsBefore(sentence: Sentence, i: number): Quantity[] {
  const found: Quantity[] = []
  const percent = sentence.quantities[i]
  for (let k = i - 1; k >= 0; k -= 1) {
    const quantity = sentence.quantities[k]
    if (!quantity || !percent) break
    if (!quantity.of) break
    const words = sentence.view.low.slice(quantity.to, percent.token.from)
    if (words.includes(';')) break
    const direct = found.length === 0
    const gap = sentence.view.low.slice(
      quantity.to,
      direct ? percent.token.from : (found[0]?.from ?? percent.token.from),
    )
    if (direct && !/(?:đạt|chiếm|bằng|tỷ lệ|tương đương|\(|giảm|tăng|là|=)[^;]{0,30}$/.test(gap)) break
    if (!direct && !gap.trim().endsWith('(')) break
    found.unshift(quantity)
  }
  return found
}

function exactShare(fraction: Quantity): Ratio | null {
  const [part, whole] = [valueOf(fraction.token), fraction.of && valueOf(fraction.of)]
  if (!part || !whole || whole.coefficient === 0n) return null
  return percentOf(fromDecimal(part), fromDecimal(whole))
}

/** "trong tổng số 554 đơn, đã giải quyết 528 đơn, đạt 95,3%": the same in words. */
export function wordedShareClaims(sentence: Sentence): Claim[] {
  const claims: Claim[] = []
  const { quantities, view } = sentence
  quantities.forEach((percent, i) => {
    const [whole, part] = [quantities[i - 2], quantities[i - 1]]
    const stated = percent.unit.kind === 'percent' ? valueOf(percent.token) : null
    if (
      !whole ||
      !part ||
      !stated ||
      part.of ||
      whole.of ||
      !sameUnit(whole, part) ||
      (part.unit.kind !== 'counted' && part.unit.kind !== 'measured')
    )
      return
    if (!/^[\s,(]*(?:đạt|chiếm|bằng|tỷ lệ|đạt tỷ lệ|chiếm tỷ lệ)(?: tỷ lệ)? ?$/.test(between(sentence, part, percent)))
      return
    const [n, d] = [valueOf(part.token), valueOf(whole.token)]
    if (
      !n ||
      !d ||
      d.coefficient === 0n ||
      compare(n, d) > 0 ||
      /tăng|giảm|kế hoạch|năm/.test(between(sentence, whole, part))
    )
      return
    const exact = percentOf(fromDecimal(n), fromDecimal(d))
    const holds = fitsPrinted(exact, stated)
    const named = /(?:trong (?:tổng )?số|tổng số|trên tổng số|tiếp nhận)[^;]{0,40}$/.test(
      view.low.slice(sentence.from, whole.token.from),
    )
    if (!holds && !named) return
    claims.push({
      kind: 'share',
      verdict: holds ? 'holds' : isExact(part) && isExact(whole) && isExact(percent) ? 'wrong' : 'unverifiable',
      stated: [part, whole, percent].map(q => printed(sentence, q.token)),
      computed: exact,
      decimals: stated.scale,
      explanation: {
        code: 'claim.share',
        values: {
          part: printedWithUnit(sentence, part),
          whole: printedWithUnit(sentence, whole),
          stated: printed(sentence, percent.token),
          computed: shown(exact, stated.scale),
        },
      },
      ...placeOf(sentence, whole.from, percent.to),
    })
  })
  return claims
}
