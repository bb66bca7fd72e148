/** Maps a value of the domain to a place on paper, straight. */
export type Scale = (value: number) => number

/** A domain without width maps to the middle of the range. */
export function linear(domain: readonly [number, number], range: readonly [number, number]): Scale {
  const [d0, d1] = domain
  const [r0, r1] = range
  if (d0 === d1) return () => (r0 + r1) / 2
  return value => r0 + ((value - d0) / (d1 - d0)) * (r1 - r0)
}

export const clamp = (value: number, low: number, high: number): number => Math.min(high, Math.max(low, value))

/** Round numbers that cover a domain in about `count` steps of 1, 2 or 5 times a power of ten, and the digits they need. */
export function ticks(low: number, high: number, count: number): { values: readonly number[]; decimals: number } {
  const span = high - low || Math.abs(high) || 1
  const power = Math.floor(Math.log10(span / count))
  const rough = span / count / 10 ** power
  const size = rough <= 1 ? 1 : rough <= 2 ? 2 : rough <= 5 ? 5 : 10
  const first = Math.floor(low / (size * 10 ** power))
  const last = Math.ceil(high / (size * 10 ** power))
  // Counted in whole steps and divided once, so that 0.3 is not 0.30000000000000004.
  const at = (step: number) => (power < 0 ? (step * size) / 10 ** -power : step * size * 10 ** power)
  return {
    values: Array.from({ length: last - first + 1 }, (_, i) => at(first + i)),
    decimals: Math.max(0, -(power + (size === 10 ? 1 : 0))),
  }
}
