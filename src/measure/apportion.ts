import type { Message } from '../messages/message.ts'
import { decimal, powerOfTen, roundTo, sign, sum, type Decimal } from './decimal.ts'

/**
 * Splits a whole by weights so that the parts, each with `scale` decimals, sum to it to the last digit: every part is
 * its exact share rounded towards zero, and the units of the last digit that are left go to the largest remainders (method of
 * Hare and Niemeyer). Equal remainders go in the order of the weights, so the same call always splits the same way.
 * The message `measure.no-weights` where no weight is above zero or one is below it.
 * Throws where `scale` cannot hold the whole: then no parts of that scale can sum to it.
 */
export function apportion(whole: Decimal, weights: readonly Decimal[], scale = whole.scale): Decimal[] | Message {
  const fine = roundTo(whole, scale)
  if (fine.coefficient * powerOfTen(whole.scale) !== whole.coefficient * powerOfTen(scale))
    throw new RangeError(`a whole with ${whole.scale} decimals is not split into parts with ${scale}`)
  const total = sum(weights)
  if (sign(total) <= 0 || weights.some(weight => sign(weight) < 0))
    return { rule: 'measure.no-weights', severity: 'error' }
  const size = fine.coefficient < 0n ? -fine.coefficient : fine.coefficient
  const all = total.coefficient
  const shares = weights.map(weight => {
    const exact = size * weight.coefficient * powerOfTen(total.scale - weight.scale)
    return { part: exact / all, remainder: exact % all }
  })
  const left = size - shares.reduce((given, { part }) => given + part, 0n)
  const order = shares.map((_, i) => i).sort((a, b) => byRemainder(shares[b]?.remainder, shares[a]?.remainder) || a - b)
  const lucky = new Set(order.slice(0, Number(left)))
  return shares.map(({ part }, i) => {
    const given = part + (lucky.has(i) ? 1n : 0n)
    return decimal(fine.coefficient < 0n ? -given : given, scale)
  })
}

const byRemainder = (a = 0n, b = 0n) => (a < b ? -1 : a > b ? 1 : 0)
