import { decimal, type Decimal } from '../measure/decimal.ts'
import {
  addRatio,
  compareRatio,
  exactDecimal,
  multiplyRatio,
  ONE,
  ratio,
  showRatio,
  subtractRatio,
  type Ratio,
} from '../measure/ratio.ts'
import type { Change } from '../plan/plan.ts'
import { exactRoot, floorRoot, signedPower } from './root.ts'

/** A judged value, always exact: a quotient, or a mean yearly rate kept as the power that decides it. */
export type Quantity = { readonly kind: 'ratio'; readonly ratio: Ratio } | MeanRate

/** In percent a year: (factor^(1/periods) − 1) × 100, with the sign turned where the promise is a fall. */
export interface MeanRate {
  readonly kind: 'meanRate'
  /** How many times the first value the last one is. */
  readonly factor: Ratio
  readonly periods: number
  readonly change: Change
}

export const HUNDRED = ratio(100n)
export const ofRatio = (value: Ratio): Quantity => ({ kind: 'ratio', ratio: value })

/** 1 + rate/100, where a fall counts as a negative rate. */
export const factorOf = (rate: Ratio, change: Change): Ratio =>
  (change === 'up' ? addRatio : subtractRatio)(ONE, multiplyRatio(rate, ratio(1n, 100n)))

/** The size of a change in percent: of a fall, how much it fell. */
export const percentOf = (factor: Ratio, change: Change): Ratio =>
  multiplyRatio(change === 'up' ? subtractRatio(factor, ONE) : subtractRatio(ONE, factor), HUNDRED)

/** -1, 0 or 1. A mean rate is compared by raising the other side to its power, never by taking the root. */
export function compareQuantity(q: Quantity, to: Ratio): -1 | 0 | 1 {
  if (q.kind === 'ratio') return compareRatio(q.ratio, to)
  const wanted = signedPower(factorOf(to, q.change), q.periods)
  return q.change === 'up' ? compareRatio(q.factor, wanted) : compareRatio(wanted, q.factor)
}

/** The value as a quotient where it is one; null for a root that is none. */
export function exactQuantity(q: Quantity): Ratio | null {
  if (q.kind === 'ratio') return q.ratio
  const root = exactRoot(q.factor, q.periods)
  return root && percentOf(root, q.change)
}

/** Half away from zero to `scale` digits, for show only; null for a root of a negative number. */
export function roundQuantity(q: Quantity, scale: number): Decimal | null {
  if (q.kind === 'ratio') return showRatio(q.ratio, scale)
  if (q.factor.num < 0n) return null
  const digits = scale + 2
  const one = 10n ** BigInt(digits)
  const floor = floorRoot(q.factor, q.periods, digits)
  const half = compareRatio(q.factor, signedPower(ratio(2n * floor + 1n, 2n * one), q.periods))
  const root = half > 0 || (half === 0 && floor >= one) ? floor + 1n : floor
  return decimal(q.change === 'up' ? root - one : one - root, scale)
}

/** What is shown: the exact decimal where it has at most `scale` digits, else rounded, and then said so. */
export function shownQuantity(
  q: Quantity,
  scale: number,
): { readonly value: Decimal; readonly rounded: boolean } | null {
  const exact = exactQuantity(q)
  const short = exact && exactDecimal(exact)
  if (short && short.scale <= scale) return { value: short, rounded: false }
  const value = roundQuantity(q, scale)
  return value && { value, rounded: true }
}
