/**
 * Whole numbers beyond 2^53 - 1 in columns of binary numbers: the lowest limbs hold 28 bits each, the highest the rest with the
 * sign. Sums of limbs are exact up to 2^25 summands, so a wide column is added limb by limb by the same loops as a narrow one,
 * which has one limb.
 */
const BITS = 28n
const LIMB = 2 ** 28

/** The largest sum of sizes that one limb holds exactly. */
export const NARROW = Number.MAX_SAFE_INTEGER

/** How many limbs hold every sum of numbers whose sizes add up to `bound`, which may be a little wrong in its last digits. */
export function limbsFor(bound: number): number {
  if (bound <= NARROW) return 1
  let limbs = 2
  for (let most = NARROW * LIMB; most < bound * 1.0001; most *= LIMB) limbs += 1
  return limbs
}

/** Writes a whole number into the limbs of a cell. */
export function putWide(values: readonly Float64Array[], at: number, value: bigint): void {
  const top = values.length - 1
  let rest = value
  for (let limb = 0; limb < top; limb += 1) {
    values[limb]![at] = Number(BigInt.asUintN(28, rest))
    rest >>= BITS
  }
  values[top]![at] = Number(rest)
}

/** The whole number in a cell, also where its limbs are sums. */
export function wideAt(values: readonly Float64Array[], at: number): bigint {
  let value = 0n
  for (let limb = values.length - 1; limb >= 0; limb -= 1) value = (value << BITS) + BigInt(values[limb]![at]!)
  return value
}
