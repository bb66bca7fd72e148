/**
 * Exact decimals: an integer coefficient and the number of digits behind the decimal mark, coefficient × 10^-scale.
 * Nothing here rounds unless its name says so.
 */
export interface Decimal {
  readonly coefficient: bigint
  /** Digits behind the decimal mark as written, 0 … 40. */
  readonly scale: number
}

const PLAIN = /^([+-]?)(\d+)(?:\.(\d+))?$/
const LARGEST_SCALE = 40

export const decimal = (coefficient: bigint, scale = 0): Decimal => {
  if (!Number.isInteger(scale) || scale < 0 || scale > LARGEST_SCALE)
    throw new RangeError(`a decimal has 0 to ${LARGEST_SCALE} digits behind the mark, not ${scale}`)
  return { coefficient, scale }
}

export const ZERO: Decimal = decimal(0n)

export const powerOfTen = (exponent: number): bigint => 10n ** BigInt(exponent)

/** Reads plain notation ("-1234.50"); `null` for anything else. The printed number of decimals is kept. */
export function parseDecimal(text: string): Decimal | null {
  const match = PLAIN.exec(text)
  if (!match) return null
  const [, sign = '', whole = '0', fraction = ''] = match
  if (fraction.length > LARGEST_SCALE) return null
  const size = BigInt(whole + fraction)
  return decimal(sign === '-' ? -size : size, fraction.length)
}

/** A decimal from a literal of the program; throws on anything that is not plain notation. */
export function dec(text: string | number | bigint): Decimal {
  const value = parseDecimal(String(text))
  if (!value) throw new RangeError(`not a decimal: ${text}`)
  return value
}

/** Plain notation with every digit kept: "-1234.50". */
export function decimalText({ coefficient, scale }: Decimal): string {
  const digits = (coefficient < 0n ? -coefficient : coefficient).toString().padStart(scale + 1, '0')
  const cut = digits.length - scale
  return (coefficient < 0n ? '-' : '') + digits.slice(0, cut) + (scale > 0 ? '.' + digits.slice(cut) : '')
}

/** The nearest binary number: for pictures and JSON's `value` fields, never for a comparison or a sum. */
export const approximate = (d: Decimal): number => Number(decimalText(d))

const aligned = (a: Decimal, b: Decimal): readonly [bigint, bigint, number] => {
  const scale = Math.max(a.scale, b.scale)
  return [a.coefficient * powerOfTen(scale - a.scale), b.coefficient * powerOfTen(scale - b.scale), scale]
}

export function add(a: Decimal, b: Decimal): Decimal {
  const [x, y, scale] = aligned(a, b)
  return decimal(x + y, scale)
}

export function subtract(a: Decimal, b: Decimal): Decimal {
  const [x, y, scale] = aligned(a, b)
  return decimal(x - y, scale)
}

export const multiply = (a: Decimal, b: Decimal): Decimal => decimal(a.coefficient * b.coefficient, a.scale + b.scale)

export const negate = (a: Decimal): Decimal => decimal(-a.coefficient, a.scale)

export const absolute = (a: Decimal): Decimal => (a.coefficient < 0n ? negate(a) : a)

export const sum = (values: Iterable<Decimal>): Decimal => {
  let total = ZERO
  for (const value of values) total = add(total, value)
  return total
}

/** -1, 0 or 1; 1.50 and 1.5 compare equal. */
export function compare(a: Decimal, b: Decimal): -1 | 0 | 1 {
  const [x, y] = aligned(a, b)
  return x < y ? -1 : x > y ? 1 : 0
}

export const equal = (a: Decimal, b: Decimal): boolean => compare(a, b) === 0

export const sign = (a: Decimal): -1 | 0 | 1 => (a.coefficient < 0n ? -1 : a.coefficient > 0n ? 1 : 0)

/** The same number without trailing zeros behind the mark. */
export function normalize(a: Decimal): Decimal {
  let { coefficient, scale } = a
  while (scale > 0 && coefficient % 10n === 0n) {
    coefficient /= 10n
    scale -= 1
  }
  return decimal(coefficient, scale)
}

/** Half away from zero, to `scale` digits: for show only. Widening keeps the number exactly. */
export function roundTo(a: Decimal, scale: number): Decimal {
  if (scale >= a.scale) return decimal(a.coefficient * powerOfTen(scale - a.scale), scale)
  return decimal(divideRounded(a.coefficient, powerOfTen(a.scale - scale)), scale)
}

/** Integer quotient, half away from zero; `by` is positive. */
export function divideRounded(value: bigint, by: bigint): bigint {
  const size = value < 0n ? -value : value
  const rounded = (2n * size + by) / (2n * by)
  return value < 0n ? -rounded : rounded
}
