import { powerOfTen, type Decimal } from '../../measure/decimal.ts'
import { compareRatio, fromDecimal, ratio, showRatio, subtractRatio, type Ratio } from '../../measure/ratio.ts'

/**
 * Whether a printed figure is what an exact result looks like at its precision: rounded (half either way) or cut off.
 * Offices do both, so neither is wrong.
 */
export function fitsPrinted(exact: Ratio, printed: Decimal): boolean {
  const unit = ratio(1n, powerOfTen(printed.scale))
  const off = subtractRatio(exact, fromDecimal(printed))
  const size = off.num < 0n ? ratio(-off.num, off.den) : off
  if (compareRatio(size, ratio(1n, 2n * powerOfTen(printed.scale))) <= 0) return true
  // Cut off towards zero.
  const towardsZero = printed.coefficient >= 0n ? off.num >= 0n : off.num <= 0n
  return towardsZero && compareRatio(size, unit) < 0
}

/** The interval that a printed figure stands for after rounding: half a unit of its last digit either way. */
export function roundedInterval(printed: Decimal): readonly [Ratio, Ratio] {
  const half = ratio(1n, 2n * powerOfTen(printed.scale))
  const value = fromDecimal(printed)
  return [subtractRatio(value, half), ratio(value.num * half.den + half.num * value.den, value.den * half.den)]
}

/** A result as the explanation shows it. */
export const shown = (exact: Ratio, decimals: number): string => {
  const value = showRatio(exact, decimals)
  const text = (value.coefficient < 0n ? -value.coefficient : value.coefficient).toString().padStart(decimals + 1, '0')
  const whole = text.slice(0, text.length - decimals).replace(/\B(?=(\d{3})+(?!\d))/g, '.')
  return (value.coefficient < 0n ? '-' : '') + whole + (decimals > 0 ? ',' + text.slice(text.length - decimals) : '')
}
