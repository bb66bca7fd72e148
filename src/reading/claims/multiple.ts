import { divideRatio, fromDecimal } from '../../measure/ratio.ts'
import type { Claim } from './claim.ts'
import { fitsPrinted, shown } from './precision.ts'
import { between, isExact, placeOf, printed, printedWithUnit, sameUnit, valueOf, type Sentence } from './sentence.ts'

/** "44,5 triệu đồng, gấp 1,44 lần năm 2015 (30,9 triệu đồng)": checked where both values stand in the sentence. */
export function multipleClaims(sentence: Sentence): Claim[] {
  const claims: Claim[] = []
  const { quantities } = sentence
  quantities.forEach((times, i) => {
    const value = quantities[i - 1]
    if (
      times.unit.kind !== 'times' ||
      !value ||
      !/^[^;]{0,12}(?:gấp|bằng)(?: khoảng| hơn| gần)? ?$/.test(between(sentence, value, times))
    )
      return
    const base = quantities[i + 1]
    const stated = valueOf(times.token)
    const both =
      base && sameUnit(value, base) && /(?:so với|năm|\(|giai đoạn)[^;]{0,40}$/.test(between(sentence, times, base))
        ? base
        : null
    const [now, then] = [valueOf(value.token), both && valueOf(both.token)]
    if (!stated) return
    const exact = now && then && then.coefficient !== 0n ? divideRatio(fromDecimal(now), fromDecimal(then)) : null
    claims.push({
      kind: 'multiple',
      verdict: !exact
        ? 'unverifiable'
        : fitsPrinted(exact, stated)
          ? 'holds'
          : [value, times].every(isExact) && both && isExact(both)
            ? 'wrong'
            : 'unverifiable',
      stated: [value, times, ...(both ? [both] : [])].map(q => printed(sentence, q.token)),
      computed: exact,
      decimals: stated.scale,
      explanation:
        exact && both
          ? {
              code: 'claim.multiple',
              values: {
                now: printedWithUnit(sentence, value),
                then: printedWithUnit(sentence, both),
                stated: printed(sentence, times.token),
                computed: shown(exact, stated.scale),
              },
            }
          : {
              code: 'claim.multiple-open',
              values: { now: printedWithUnit(sentence, value), stated: printed(sentence, times.token) },
            },
      ...placeOf(sentence, value.from, both ? both.to : times.to),
    })
  })
  return claims
}
