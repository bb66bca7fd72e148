import type { Ratio } from '../../measure/ratio.ts'
import type { Limits } from '../limits.ts'
import { compareProducts, fractionOf, type Fraction } from './exact.ts'

/** The ends that bind as fractions of safe integers, in units of the cells. */
export interface FastLimits {
  readonly low: Fraction | null
  readonly lowStrict: boolean
  readonly high: Fraction | null
  readonly highStrict: boolean
  readonly beyond: Fraction | null
  readonly beyondAbove: boolean
}

/** Null where an end is too long for binary numbers. */
export function fastLimits({ low, high, beyond }: Limits, map: (at: Ratio) => Ratio): FastLimits | null {
  const ends = [low?.at, high?.at, beyond?.at].map(at => (at ? fractionOf(map(at)) : undefined))
  if (ends.includes(null)) return null
  const [a = null, b = null, c = null] = ends
  return {
    low: a,
    lowStrict: low?.strict ?? false,
    high: b,
    highStrict: high?.strict ?? false,
    beyond: c,
    beyondAbove: beyond?.side === 'above',
  }
}

/** How a value stands to limits: below, above, met, exceeded. */
export const BELOW = 0
export const ABOVE = 1
export const HOLDS = 2
export const BEYOND = 3

/** Of x/y (y > 0) against ends that are `times` (≥ 0) as large as they are kept. */
export function stand(x: number, y: number, limits: FastLimits, times: number): number {
  const { low, high, beyond } = limits
  if (low && fails(compareProducts(x, low.den, low.num * times, y), limits.lowStrict)) return BELOW
  if (high && fails(-compareProducts(x, high.den, high.num * times, y), limits.highStrict)) return ABOVE
  if (beyond) {
    const order = compareProducts(x, beyond.den, beyond.num * times, y)
    if (limits.beyondAbove ? order > 0 : order < 0) return BEYOND
  }
  return HOLDS
}

const fails = (order: number, strict: boolean): boolean => (strict ? order <= 0 : order < 0)
export const holdsLow = (order: number, { lowStrict }: FastLimits): boolean => !fails(order, lowStrict)
export const holdsHigh = (order: number, { highStrict }: FastLimits): boolean => !fails(-order, highStrict)
