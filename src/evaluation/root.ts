import { powerRatio, ratio, compareRatio, type Ratio } from '../measure/ratio.ts'

/** The largest integer whose n-th power is not above `value` (≥ 0): Newton's iteration on integers. */
export function integerRoot(value: bigint, n: number): bigint {
  if (value < 2n || n === 1) return value
  const degree = BigInt(n)
  // Starts above the root, so the iteration falls until it has found it.
  let guess = 1n << (BigInt(value.toString(2).length) / degree + 1n)
  for (;;) {
    const next = ((degree - 1n) * guess + value / guess ** (degree - 1n)) / degree
    if (next >= guess) return guess
    guess = next
  }
}

/** The n-th root of a ratio ≥ 0, cut (not rounded) to `scale` digits, as an integer of 10^-scale. */
export const floorRoot = (a: Ratio, n: number, scale: number): bigint =>
  integerRoot((a.num * 10n ** BigInt(scale * n)) / a.den, n)

/** The exact n-th root, or null where it is not a ratio. */
export function exactRoot(a: Ratio, n: number): Ratio | null {
  if (a.num < 0n) return null
  const root = ratio(integerRoot(a.num, n), integerRoot(a.den, n))
  return compareRatio(powerRatio(root, n), a) === 0 ? root : null
}

/** The n-th power that keeps its base's sign, so that it rises everywhere. */
export function signedPower(a: Ratio, n: number): Ratio {
  const size = powerRatio(a.num < 0n ? { num: -a.num, den: a.den } : a, n)
  return a.num < 0n ? { num: -size.num, den: size.den } : size
}
