import { addRatio, compareRatio, fromDecimal, ratio, type Ratio } from '../../measure/ratio.ts'
import type { Claim, Verdict } from './claim.ts'
import { shown } from './precision.ts'
import { isExact, placeOf, printed, type Sentence } from './sentence.ts'
import type { Quantity } from '../targets/quantity.ts'

const HUNDRED = ratio(100n)

/**
 * The shares of a composition add up to 100 at their printed precision; ranges must be able to. Three sectors without
 * "thuế sản phẩm" may leave that part unsaid, so a sum below 100 is then unverifiable; above 100 it is wrong.
 */
export function compositionClaims(sentence: Sentence): Claim[] {
  const { view } = sentence
  const low = view.low.slice(sentence.from, sentence.to)
  const start = low.search(
    /cơ cấu (?:kinh tế|grdp|gdp|ngành|lao động|tổng|giá trị|các ngành|nguồn|vốn|sử dụng)|chuyển dịch cơ cấu|theo hướng|chiếm/,
  )
  if (start < 0 || !/cơ cấu|trong đó/.test(low)) return []
  const shares = runOfShares(sentence, sentence.from + low.search(/cơ cấu|chiếm/))
  if (shares.length < 3 || !shares.some(share => share.token.low)) return []
  if (
    shares.some(share =>
      /tăng|giảm/.test(view.low.slice(Math.max(sentence.from, share.token.from - 14), share.token.from)),
    )
  )
    return []
  const lows = shares.map(share => (share.token.low ? fromDecimal(share.token.low) : ratio(0n)))
  const highs = shares.map(share => fromDecimal(share.token.high ?? share.token.low ?? { coefficient: 0n, scale: 0 }))
  const [least, most] = [lows.reduce(addRatio), highs.reduce(addRatio)]
  const scale = Math.max(...shares.map(share => share.token.low?.scale ?? 0))
  // Each share may be off by half a unit of its last digit, or by a whole one where it was cut off.
  const slack = ratio(BigInt(shares.length), 10n ** BigInt(scale))
  const ranged = shares.some(share => share.token.high)
  const whole = low.includes('thuế') || shares.length > 3
  const verdict = verdictOf(
    least,
    most,
    slack,
    shares.every(share => isExact(share) || share.token.high !== null),
    whole,
  )
  return [
    {
      kind: 'composition',
      verdict,
      stated: shares.map(share => printed(sentence, share.token)),
      computed: ranged ? null : least,
      decimals: scale,
      explanation: ranged
        ? {
            code: 'claim.composition-ranges',
            values: {
              parts: shares.map(share => printed(sentence, share.token)).join(' + '),
              least: shown(least, scale),
              most: shown(most, scale),
            },
          }
        : {
            code: 'claim.composition',
            values: {
              parts: shares.map(share => printed(sentence, share.token)).join(' + '),
              computed: shown(least, scale),
            },
          },
      ...placeOf(sentence, shares[0]?.from ?? sentence.from, shares.at(-1)?.to ?? sentence.to),
    },
  ]
}

/** Percentages that follow one another without another unit between them. */
function runOfShares(sentence: Sentence, from: number): Quantity[] {
  const run: Quantity[] = []
  for (const quantity of sentence.quantities) {
    if (quantity.token.from < from) continue
    if (quantity.unit.kind !== 'percent') {
      if (run.length > 0) break
      continue
    }
    run.push(quantity)
  }
  return run
}

function verdictOf(least: Ratio, most: Ratio, slack: Ratio, exact: boolean, whole: boolean): Verdict {
  if (compareRatio(subtract(least, slack), HUNDRED) <= 0 && compareRatio(addRatio(most, slack), HUNDRED) >= 0)
    return 'holds'
  if (compareRatio(least, HUNDRED) > 0) return exact ? 'wrong' : 'unverifiable'
  return exact && whole && compareRatio(most, ratio(97n)) >= 0 ? 'wrong' : 'unverifiable'
}

const subtract = (a: Ratio, b: Ratio) => addRatio(a, ratio(-b.num, b.den))
