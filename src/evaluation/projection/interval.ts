import { ratio, type Ratio } from '../../measure/ratio.ts'

/** Ends to be added to a forecast, and what they are worth. */
export interface ErrorRange {
  readonly low: Ratio
  readonly high: Ratio
  /** How many past errors it stands on. */
  readonly errors: number
  /** The chance that a further error of the same kind falls between the ends. */
  readonly coverage: Ratio
}

/** With fewer, a range would promise what it cannot know. */
export const FEWEST_ERRORS = 3

/**
 * Two order statistics of past errors: of n errors the j-th smallest and the j-th largest, between which the next one
 * falls with the chance (n + 1 − 2j)/(n + 1), whatever their distribution, as long as it is of their kind. j leaves a
 * tenth outside on either side, or the very smallest and largest where there are fewer than nineteen.
 */
export function errorRange(sorted: readonly Ratio[]): ErrorRange | null {
  const n = sorted.length
  const j = Math.max(1, Math.floor((n + 1) / 10))
  const [low, high] = [sorted[j - 1], sorted[n - j]]
  if (n < FEWEST_ERRORS || !low || !high) return null
  return { low, high, errors: n, coverage: ratio(BigInt(n + 1 - 2 * j), BigInt(n + 1)) }
}
