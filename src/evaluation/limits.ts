import type { Direction } from '../measure/aggregation.ts'
import type { Bound } from '../measure/bound.ts'
import { decimal, type Decimal } from '../measure/decimal.ts'
import { addRatio, fromDecimal, multiplyRatio, ratio, subtractRatio, type Ratio } from '../measure/ratio.ts'
import type { Change } from '../plan/plan.ts'
import { compareQuantity, type Quantity } from './quantity.ts'

/** One end of what must hold. */
export interface Limit {
  readonly at: Ratio
  /** The end itself is not enough ("trên", "dưới"). */
  readonly strict: boolean
}

/** A bound as it is judged: the ends that bind, and from where a value goes beyond the promise. */
export interface Limits {
  readonly low: Limit | null
  readonly high: Limit | null
  readonly beyond: { readonly side: 'above' | 'below'; readonly at: Ratio } | null
}

/** How a value lies to the limits: `below` and `above` are the two ways to fail. */
export type Standing = 'exceeded' | 'met' | 'below' | 'above'

/**
 * "About" allows 2% of the printed number on either side. A relative rule is the only one that neither a tighter
 * bound nor another unit can turn round; 2% is what a number printed with two digits stands for (docs/methods.md).
 */
export const ABOUT = ratio(2n, 100n)

/** The good direction of a change's size: a fall is good where the indicator should fall. */
export function goodOfChange(direction: Direction, change: Change): Direction {
  if (direction === 'none' || change === 'up') return direction
  return direction === 'up' ? 'down' : 'up'
}

const closed = (at: Ratio): Limit => ({ at, strict: false })
const open = (at: Ratio): Limit => ({ at, strict: true })
const size = (a: Ratio): Ratio => (a.num < 0n ? { num: -a.num, den: a.den } : a)

/** Reads a printed bound by the good direction of what it bounds. */
export function limitsOf(bound: Bound, good: Direction): Limits {
  switch (bound.kind) {
    case 'atLeast':
      return oneSided(closed(fromDecimal(bound.low)), 'low', good)
    case 'atMost':
      return oneSided(closed(fromDecimal(bound.high)), 'high', good)
    // Being beyond the number is itself what "trên" and "dưới" promise, so there is nothing to exceed.
    case 'moreThan':
      return { low: open(fromDecimal(bound.low)), high: null, beyond: null }
    case 'lessThan':
      return { low: null, high: open(fromDecimal(bound.high)), beyond: null }
    case 'exactly':
    case 'between':
      return range(fromDecimal(bound.low), fromDecimal(bound.high), good)
    case 'about': {
      const [low, high] = [fromDecimal(bound.low), fromDecimal(bound.high)]
      const [under, over] = [multiplyRatio(size(low), ABOUT), multiplyRatio(size(high), ABOUT)]
      return range(subtractRatio(low, under), addRatio(high, over), good)
    }
    default:
      return bound satisfies never
  }
}

function oneSided(limit: Limit, end: 'low' | 'high', good: Direction): Limits {
  const beyond =
    end === 'low' && good === 'up'
      ? ({ side: 'above', at: limit.at } as const)
      : end === 'high' && good === 'down'
        ? ({ side: 'below', at: limit.at } as const)
        : null
  return end === 'low' ? { low: limit, high: null, beyond } : { low: null, high: limit, beyond }
}

function range(low: Ratio, high: Ratio, good: Direction): Limits {
  switch (good) {
    case 'up':
      return { low: closed(low), high: null, beyond: { side: 'above', at: high } }
    case 'down':
      return { low: null, high: closed(high), beyond: { side: 'below', at: low } }
    case 'none':
      return { low: closed(low), high: closed(high), beyond: null }
    default:
      return good satisfies never
  }
}

export function standing(value: Quantity, { low, high, beyond }: Limits): Standing {
  if (low && !holdsLow(value, low)) return 'below'
  if (high && !holdsHigh(value, high)) return 'above'
  if (beyond && compareQuantity(value, beyond.at) === (beyond.side === 'above' ? 1 : -1)) return 'exceeded'
  return 'met'
}

export const holdsLow = (value: Quantity, low: Limit): boolean => compareQuantity(value, low.at) >= (low.strict ? 1 : 0)
export const holdsHigh = (value: Quantity, high: Limit): boolean =>
  compareQuantity(value, high.at) <= (high.strict ? -1 : 0)

/** The same limits after a rising map of the number line (a factor above zero, a shift). */
export function mapLimits({ low, high, beyond }: Limits, map: (at: Ratio) => Ratio): Limits {
  return {
    low: low && { ...low, at: map(low.at) },
    high: high && { ...high, at: map(high.at) },
    beyond: beyond && { ...beyond, at: map(beyond.at) },
  }
}

/** The side to work towards: the one that fails, else the one that binds; null inside two binding ends. */
export function aim(
  limits: Limits,
  value: Quantity | null,
): { readonly side: 'low' | 'high'; readonly limit: Limit } | null {
  const { low, high } = limits
  if (low && (!high || (value && !holdsLow(value, low)))) return { side: 'low', limit: low }
  if (high && (!low || (value && !holdsHigh(value, high)))) return { side: 'high', limit: high }
  return value || !low ? null : { side: 'low', limit: low }
}

/** The first decimal of so many digits on the holding side of a limit. */
export function decimalInside(limit: Limit, side: 'low' | 'high', decimals: number): Decimal {
  const scaled = limit.at.num * 10n ** BigInt(decimals)
  const rest = ((scaled % limit.at.den) + limit.at.den) % limit.at.den
  const floor = (scaled - rest) / limit.at.den
  const onGrid = rest === 0n
  if (side === 'low') return decimal(onGrid && !limit.strict ? floor : floor + 1n, decimals)
  return decimal(onGrid && limit.strict ? floor - 1n : floor, decimals)
}
