import {
  addRatio,
  compareRatio,
  divideRatio,
  multiplyRatio,
  NOUGHT,
  ratio,
  subtractRatio,
  type Ratio,
} from '../../measure/ratio.ts'

/** 0.6745: the median absolute deviation of a normal distribution, in standard deviations. */
const CONSISTENT = ratio(6745n, 10_000n)

/**
 * The modified z-score of a value against others: 0.6745 × (value − median) ÷ MAD, with MAD the median absolute deviation from
 * the median (B. Iglewicz, D. C. Hoaglin, How to Detect and Handle Outliers, 1993; above 3.5 is unusual). Where more than half
 * of the others are one value, so that MAD is nought, any other value is unusual: null then, and nought for that value.
 */
export function modifiedScore(value: Ratio, others: readonly Ratio[]): Ratio | null {
  const middle = median(others)
  const away = subtractRatio(value, middle)
  const mad = median(others.map(each => absolute(subtractRatio(each, middle))))
  if (mad.num === 0n) return away.num === 0n ? NOUGHT : null
  return divideRatio(multiplyRatio(CONSISTENT, away), mad)
}

const absolute = (value: Ratio): Ratio => (value.num < 0n ? subtractRatio(NOUGHT, value) : value)

/** The middle of values, or the mean of the two in the middle. Throws on none. */
export function median(values: readonly Ratio[]): Ratio {
  const sorted = [...values].sort(compareRatio)
  const [low, high] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]]
  if (!low || !high) throw new RangeError('a median needs a value')
  return divideRatio(addRatio(low, high), ratio(2n))
}
