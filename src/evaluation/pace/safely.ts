import { decimal, type Decimal } from '../../measure/decimal.ts'
import { fromDecimal } from '../../measure/ratio.ts'
import type { Limit } from '../limits.ts'
import { compareQuantity, roundQuantity, type Quantity } from '../quantity.ts'

/** A rate rounded to the side on which it is still enough; null for a root that does not exist. */
export function safely(
  rate: Quantity,
  { side, limit }: { readonly side: 'low' | 'high'; readonly limit: Pick<Limit, 'strict'> },
  decimals: number,
): Decimal | null {
  const near = roundQuantity(rate, decimals)
  if (!near) return null
  const order = compareQuantity(rate, fromDecimal(near))
  const fails = side === 'low' ? order > 0 || (limit.strict && order === 0) : order < 0 || (limit.strict && order === 0)
  return fails ? decimal(near.coefficient + (side === 'low' ? 1n : -1n), near.scale) : near
}
