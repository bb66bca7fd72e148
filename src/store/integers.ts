/** Integers beyond this are refused at the store's edge: a binary number would read them back changed without a word. */
export const LARGEST = 9007199254740991n

/** An integer column as either engine gives it: BigInt from SQLite, text from PostgreSQL. Throws beyond 2^53 - 1. */
export function integer(value: bigint | string | number): bigint {
  const whole = BigInt(value)
  if (whole > LARGEST || whole < -LARGEST) throw new RangeError(`the store holds no integers beyond 2^53 - 1: ${whole}`)
  return whole
}

/** The same as a binary number, exact by the bound above. */
export const count = (value: bigint | string | number): number => Number(integer(value))
