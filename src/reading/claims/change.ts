import { negate, type Decimal } from '../../measure/decimal.ts'
import {
  addRatio,
  divideRatio,
  fromDecimal,
  multiplyRatio,
  ratio,
  subtractRatio,
  type Ratio,
} from '../../measure/ratio.ts'
import type { Quantity } from '../targets/quantity.ts'
import type { Claim, Verdict } from './claim.ts'
import { fitsPrinted, shown } from './precision.ts'
import { between, isExact, placeOf, printed, printedWithUnit, sameUnit, valueOf, type Sentence } from './sentence.ts'

const HUNDRED = ratio(100n)
type Direction = 'tăng' | 'giảm'

/**
 * "9.573 tổ chức, tăng 2.777 tổ chức (tăng 29%) so với khóa trước": the change over the earlier value, which is the new
 * value less the change. A share of the new value is not a growth.
 */
export function relativeChangeClaims(sentence: Sentence): Claim[] {
  const claims: Claim[] = []
  const { quantities } = sentence
  quantities.forEach((percent, i) => {
    const [value, change] = [quantities[i - 2], quantities[i - 1]]
    if (percent.unit.kind !== 'percent' || !value || !change || change.unit.kind === 'percent' || change.of || value.of)
      return
    const first = /^[^;]{0,60}?(?:^|[\s,(])(tăng|giảm)(?: thêm| được)? ?$/.exec(between(sentence, value, change))?.[1]
    const second = /^[\s,]*\(?(?:(tăng|giảm|tương đương|tương ứng|bằng|hay|đạt)(?: khoảng| với| tăng| giảm)*) ?$/.exec(
      between(sentence, change, percent),
    )?.[1]
    if (!first || !second || (second !== first && (second === 'tăng' || second === 'giảm'))) return
    if (!sameUnit(value, change) && change.unit.kind !== 'none') return
    const [now, by, stated] = [valueOf(value.token), valueOf(change.token), valueOf(percent.token)]
    if (!now || !by || !stated) return
    const direction: Direction = first === 'tăng' ? 'tăng' : 'giảm'
    const earlier =
      direction === 'tăng'
        ? subtractRatio(fromDecimal(now), fromDecimal(by))
        : addRatio(fromDecimal(now), fromDecimal(by))
    if (earlier.num <= 0n) return
    const exact = multiplyRatio(divideRatio(fromDecimal(by), earlier), HUNDRED)
    const certain = [value, change, percent].every(isExact)
    claims.push({
      kind: 'change',
      verdict: verdictOf(fitsPrinted(exact, stated), certain),
      stated: [value, change, percent].map(q => printed(sentence, q.token)),
      computed: exact,
      decimals: stated.scale,
      explanation: {
        code: 'claim.relative-change',
        values: {
          now: printedWithUnit(sentence, value),
          change: printedWithUnit(sentence, change),
          earlier: shown(earlier, Math.max(now.scale, by.scale)),
          stated: printed(sentence, percent.token),
          computed: shown(exact, stated.scale),
        },
      },
      ...placeOf(sentence, value.from, percent.to),
    })
  })
  return claims
}

/** "Sáp nhập 878 thôn thành 414 thôn, giảm 464 thôn"; "tăng từ 43,4% lên 55%, tăng 11,6%": from, to and the difference. */
export function differenceClaims(sentence: Sentence): Claim[] {
  const claims: Claim[] = []
  const { quantities, view } = sentence
  quantities.forEach((difference, i) => {
    const [from, to] = [quantities[i - 2], quantities[i - 1]]
    if (!from || !to || !sameScale(from, to)) return
    const opening = view.low.slice(Math.max(sentence.from, from.token.from - 30), from.token.from)
    const step = between(sentence, from, to)
    const ranged =
      /từ (?:trên |gần |khoảng |hơn |mức )*$/.test(opening) &&
      /(?:lên|xuống|còn|đến|tới)(?: còn| đến| trên| khoảng| gần| hơn| mức)* ?$/.test(step)
    const merged =
      /(?:^|[\s,])(?:thành|còn|xuống còn|chỉ còn)(?: lại)? ?$/.test(step) &&
      /sáp nhập|sắp xếp|hợp nhất|từ|giảm/.test(view.low.slice(sentence.from, from.token.from))
    if ((!ranged && !merged) || /[;]/.test(step)) return
    const verb = /^[^;]{0,60}?(?:^|[\s,(])(tăng|giảm)(?: thêm| được| khoảng)? ?$/.exec(
      between(sentence, to, difference),
    )?.[1]
    if (!verb || /bình quân|mỗi năm|hằng năm/.test(between(sentence, to, difference))) return
    const [a, b, stated] = [valueOf(from.token), valueOf(to.token), valueOf(difference.token)]
    if (!a || !b || !stated) return
    const gap = subtractRatio(fromDecimal(b), fromDecimal(a))
    const size = gap.num < 0n ? ratio(-gap.num, gap.den) : gap
    const points =
      difference.unit.kind === 'points' || (difference.unit.kind === 'percent' && from.unit.kind === 'percent')
    const readings: Ratio[] = []
    if (points || sameScale(from, difference) || difference.unit.kind === 'none') readings.push(size)
    if (difference.unit.kind === 'percent' && a.coefficient !== 0n)
      readings.push(multiplyRatio(divideRatio(size, fromDecimal(a)), HUNDRED))
    const best = readings.find(reading => fitsPrinted(reading, stated)) ?? readings[0]
    if (!best) return
    const turned = gap.num > 0n === (verb === 'tăng') || gap.num === 0n
    const certain = [from, to, difference].every(isExact)
    claims.push({
      kind: 'change',
      verdict: verdictOf(turned && fitsPrinted(best, stated), certain),
      stated: [from, to, difference].map(q => printed(sentence, q.token)),
      computed: best,
      decimals: stated.scale,
      explanation: {
        code: 'claim.difference',
        values: {
          from: printedWithUnit(sentence, from),
          to: printedWithUnit(sentence, to),
          stated: printedWithUnit(sentence, difference),
          computed: shown(best, stated.scale),
        },
      },
      ...placeOf(sentence, from.from, difference.to),
    })
  })
  return claims
}

/** "từ 25,95% năm 2015 xuống còn 7,89% năm 2020, bình quân hằng năm giảm 3,61%": a mean of points, or a mean rate. */
export function meanChangeClaims(sentence: Sentence): Claim[] {
  const claims: Claim[] = []
  const { quantities, view } = sentence
  quantities.forEach((mean, i) => {
    const [from, to] = [quantities[i - 2], quantities[i - 1]]
    if (!from || !to || !sameScale(from, to)) return
    const opening = view.low.slice(Math.max(sentence.from, from.token.from - 30), from.token.from)
    const words = between(sentence, to, mean)
    if (
      !/từ (?:trên |gần |khoảng |hơn |mức )*$/.test(opening) ||
      !/bình quân|mỗi năm|hằng năm/.test(words) ||
      !/(?:tăng|giảm)[^;]{0,30}$/.test(words)
    )
      return
    const span = yearsBetween(sentence, from, to, mean)
    const [a, b, stated] = [valueOf(from.token), valueOf(to.token), valueOf(mean.token)]
    if (!span || !a || !b || !stated || a.coefficient === 0n) return
    const gap = subtractRatio(fromDecimal(b), fromDecimal(a))
    const yearly = divideRatio(gap.num < 0n ? ratio(-gap.num, gap.den) : gap, ratio(BigInt(span)))
    const rate = mean.unit.kind === 'percent' || mean.unit.kind === 'points'
    const arithmetic =
      rate && from.unit.kind !== 'percent' ? multiplyRatio(divideRatio(yearly, fromDecimal(a)), HUNDRED) : yearly
    const holds =
      fitsPrinted(arithmetic, stated) ||
      (mean.unit.kind === 'percent' &&
        fitsGeometric(fromDecimal(a), fromDecimal(b), span, gap.num < 0n ? negate(stated) : stated))
    claims.push({
      kind: 'meanChange',
      verdict: verdictOf(holds, [from, to, mean].every(isExact)),
      stated: [from, to, mean].map(q => printed(sentence, q.token)),
      computed: arithmetic,
      decimals: stated.scale,
      explanation: {
        code: 'claim.mean-change',
        values: {
          from: printedWithUnit(sentence, from),
          to: printedWithUnit(sentence, to),
          years: String(span),
          stated: printedWithUnit(sentence, mean),
          computed: shown(arithmetic, stated.scale),
        },
      },
      ...placeOf(sentence, from.from, mean.to),
    })
  })
  return claims
}

/** Whether (1 + rate)^n leads from a to b at the rate's printed precision: decided by powers, not by a root. */
function fitsGeometric(a: Ratio, b: Ratio, n: number, rate: Decimal): boolean {
  const unit = ratio(1n, 10n ** BigInt(rate.scale) * 2n)
  const power = (percent: Ratio) => {
    const factor = addRatio(ratio(1n), divideRatio(percent, HUNDRED))
    return ratio(factor.num ** BigInt(n), factor.den ** BigInt(n))
  }
  const growth = divideRatio(b, a)
  const [low, high] = [power(subtractRatio(fromDecimal(rate), unit)), power(addRatio(fromDecimal(rate), unit))]
  return growth.num * low.den >= low.num * growth.den && growth.num * high.den <= high.num * growth.den
}

function yearsBetween(sentence: Sentence, from: Quantity, to: Quantity, mean: Quantity): number | null {
  const first = sentence.years.find(y => y.from >= from.to && y.to <= to.token.from)
  const last = sentence.years.find(y => y.from >= to.to && y.to <= mean.token.from)
  return first && last && last.span.to > first.span.to ? last.span.to - first.span.to : null
}

const sameScale = (a: Quantity, b: Quantity) =>
  sameUnit(a, b) || (a.unit.kind === 'none' && b.unit.kind !== 'none' && b.unit.kind !== 'percent')

const verdictOf = (holds: boolean, certain: boolean): Verdict => (holds ? 'holds' : certain ? 'wrong' : 'unverifiable')
