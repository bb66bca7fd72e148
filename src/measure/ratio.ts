import { decimal, divideRounded, powerOfTen, type Decimal } from './decimal.ts'

/** An exact quotient in lowest terms; the denominator is positive. */
export interface Ratio {
  readonly num: bigint
  readonly den: bigint
}

const gcd = (a: bigint, b: bigint): bigint => {
  let [x, y] = [a < 0n ? -a : a, b < 0n ? -b : b]
  while (y) [x, y] = [y, x % y]
  return x
}

/** Throws on a denominator of zero: what cannot be divided is an absence, decided before this is called. */
export function ratio(num: bigint, den = 1n): Ratio {
  if (den === 0n) throw new RangeError('a ratio needs a denominator other than zero')
  const by = gcd(num, den) * (den < 0n ? -1n : 1n)
  return by === 1n ? { num, den } : { num: num / by, den: den / by }
}

export const ONE: Ratio = { num: 1n, den: 1n }
export const NOUGHT: Ratio = { num: 0n, den: 1n }

export const fromDecimal = (d: Decimal): Ratio => ratio(d.coefficient, powerOfTen(d.scale))

export const addRatio = (a: Ratio, b: Ratio): Ratio => ratio(a.num * b.den + b.num * a.den, a.den * b.den)
export const subtractRatio = (a: Ratio, b: Ratio): Ratio => ratio(a.num * b.den - b.num * a.den, a.den * b.den)
export const multiplyRatio = (a: Ratio, b: Ratio): Ratio => ratio(a.num * b.num, a.den * b.den)
export const divideRatio = (a: Ratio, b: Ratio): Ratio => ratio(a.num * b.den, a.den * b.num)

/** Whole powers, negative ones too (of a ratio other than zero). */
export function powerRatio(a: Ratio, exponent: number): Ratio {
  const n = BigInt(Math.abs(exponent))
  return exponent >= 0 ? ratio(a.num ** n, a.den ** n) : ratio(a.den ** n, a.num ** n)
}

export function compareRatio(a: Ratio, b: Ratio): -1 | 0 | 1 {
  const [x, y] = [a.num * b.den, b.num * a.den]
  return x < y ? -1 : x > y ? 1 : 0
}

/** Half away from zero to `scale` digits: for show only. */
export const showRatio = (a: Ratio, scale: number): Decimal =>
  decimal(divideRounded(a.num * powerOfTen(scale), a.den), scale)

/** The decimal that equals it exactly, or `null` where there is none with at most 40 digits. */
export function exactDecimal(a: Ratio): Decimal | null {
  let [rest, scale] = [a.den, 0]
  while (rest % 10n === 0n) {
    rest /= 10n
    scale += 1
  }
  let [twos, fives] = [0, 0]
  while (rest % 2n === 0n) {
    rest /= 2n
    twos += 1
  }
  while (rest % 5n === 0n) {
    rest /= 5n
    fives += 1
  }
  if (rest !== 1n) return null
  scale += Math.max(twos, fives)
  return scale > 40 ? null : decimal((a.num * powerOfTen(scale)) / a.den, scale)
}

/** The nearest binary number, to the last bit or so: for pictures only. */
export function approximateRatio(a: Ratio): number {
  if (a.num === 0n) return 0
  const size = a.num < 0n ? -a.num : a.num
  // 64 bits of the quotient are more than a binary number keeps, whatever the lengths of the two.
  const shift = 64 - (size.toString(2).length - a.den.toString(2).length)
  const bits = shift >= 0 ? (size << BigInt(shift)) / a.den : size / (a.den << BigInt(-shift))
  const found = Number(bits) * 2 ** -shift
  return a.num < 0n ? -found : found
}
