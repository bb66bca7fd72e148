import { absent, type Absence } from '../measure/absence.ts'
import type { Ratio } from '../measure/ratio.ts'
import { NARROW } from './wide.ts'

/**
 * Exact quotients side by side: whole numbers above and below the bar, not in lowest terms, while both are within 2^53 - 1;
 * what is wider stands beside them. A byte says what is there: see `FITS`.
 */
export interface Quotients {
  readonly num: Float64Array
  /** Above zero wherever a quotient fits. */
  readonly den: Float64Array
  readonly said: Uint8Array
  readonly wide: Map<number, Ratio>
}

/** A quotient that fits; one that does not; any other byte is a reason why there is none. */
export const FITS = 0
export const WIDE = 1
const FIRST_REASON = 2

export const quotients = (size: number): Quotients => ({
  num: new Float64Array(size),
  den: new Float64Array(size),
  said: new Uint8Array(size),
  wide: new Map(),
})

const reasons: Absence[] = []
const codes = new Map<string, number>()

/** The byte of a reason; there are as many as the catalogue has. */
export function codeOf(why: Absence): number {
  const text = `${why.absent} ${why.because ?? ''}`
  let code = codes.get(text)
  if (code === undefined) {
    code = reasons.push(why) - 1 + FIRST_REASON
    codes.set(text, code)
  }
  return code
}

export const reasonOf = (code: number): Absence => reasons[code - FIRST_REASON] ?? absent('notReported')

/** The quotient in a place in lowest terms; only where there is one. */
export function ratioAt({ num, den, said, wide }: Quotients, at: number): Ratio {
  if (said[at] === WIDE) return wide.get(at)!
  const by = largestIn(Math.abs(num[at]!), den[at]!)
  return { num: BigInt(num[at]! / by), den: BigInt(den[at]! / by) }
}

/** The largest whole number in two of which the second is above zero. */
function largestIn(a: number, b: number): number {
  let [x, y] = [a, b]
  while (y > 0) {
    const rest = x % y
    x = y
    y = rest
  }
  return x
}

/** Writes a quotient of two whole numbers that fit. */
export function putWhole(to: Quotients, at: number, num: number, den: number): void {
  to.num[at] = num
  to.den[at] = den
  to.said[at] = FITS
}

/** Writes a quotient of any size. */
export function putRatio(to: Quotients, at: number, value: Ratio): void {
  const [num, den] = [Number(value.num), Number(value.den)]
  if (Math.abs(num) <= NARROW && den <= NARROW) putWhole(to, at, num, den)
  else {
    to.wide.set(at, value)
    to.said[at] = WIDE
  }
}

/** Copies what is in a place, whatever it is. */
export function copyQuotient(from: Quotients, at: number, to: Quotients, into: number): void {
  const said = from.said[at]!
  to.said[into] = said
  to.num[into] = from.num[at]!
  to.den[into] = from.den[at]!
  if (said === WIDE) to.wide.set(into, from.wide.get(at)!)
}
