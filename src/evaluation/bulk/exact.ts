import type { Ratio } from '../../measure/ratio.ts'

/** Beyond this a binary number no longer holds every integer. */
const SAFE = Number.MAX_SAFE_INTEGER

/** A quotient of two integers that binary numbers hold exactly; the denominator is positive. */
export interface Fraction {
  readonly num: number
  readonly den: number
}

export const isSafe = (n: number): boolean => n <= SAFE && n >= -SAFE

/** Null where numerator or denominator is too long. */
export function fractionOf({ num, den }: Ratio): Fraction | null {
  const [n, d] = [Number(num), Number(den)]
  return isSafe(n) && isSafe(d) ? { num: n, den: d } : null
}

/**
 * The sign of a·b − c·d, exactly: products within 2^53 as they are, clear differences by their binary products (each off by
 * at most one part in 2^53), and only what is too near to tell in BigInt. All four are integers within 2^53.
 */
export function compareProducts(a: number, b: number, c: number, d: number): number {
  const [p, q] = [a * b, c * d]
  const difference = p - q
  const size = Math.abs(p) + Math.abs(q)
  if (size <= SAFE || Math.abs(difference) > size * 2 ** -50) return difference
  const exact = BigInt(a) * BigInt(b) - BigInt(c) * BigInt(d)
  return exact < 0n ? -1 : exact > 0n ? 1 : 0
}
