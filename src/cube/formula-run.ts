import { absent } from '../measure/absence.ts'
import {
  addRatio,
  compareRatio,
  divideRatio,
  fromDecimal,
  multiplyRatio,
  ONE,
  ratio,
  showRatio,
  subtractRatio,
  type Ratio,
} from '../measure/ratio.ts'
import type { Step } from './formula-steps.ts'
import { codeOf, FITS, putRatio, putWhole, ratioAt, WIDE, type Quotients } from './quotients.ts'
import { NARROW } from './wide.ts'

/** Places that are computed: the first `count` of a list. */
export interface Run {
  readonly places: Int32Array
  count: number
}

const MINUS_ONE = ratio(-1n)
const NEVER = codeOf(absent('notComputable', 'formula.units-do-not-fit'))
const NOTHING_BELOW = codeOf(absent('notComputable', 'formula.divided-by-zero'))

type Computed = Exclude<Step, { kind: 'figures' }>
type Two = Extract<Step, { right: number }>

/** Takes one step for every place of a run, whole numbers while they fit and exact ratios beyond. */
export function takeStep(step: Computed, from: readonly Quotients[], to: Quotients, run: Run): void {
  switch (step.kind) {
    case 'number':
      for (let k = 0; k < run.count; k += 1) putRatio(to, run.places[k]!, step.value)
      return
    case 'negative': {
      scale(from[step.left]!, to, run, MINUS_ONE)
      return
    }
    case 'round': {
      round(from[step.left]!, to, run, step.digits)
      return
    }
    case 'times': {
      const { factor } = step
      if (factor === null) {
        never(from[step.left]!, from[step.left]!, to, run)
        return
      }
      scale(from[step.left]!, to, run, factor)
      return
    }
    case 'add':
    case 'subtract':
    case 'min':
    case 'max':
    case 'multiply':
    case 'divide':
    case 'share':
    case 'growth': {
      const [left, right] = [from[step.left]!, from[step.right]!]
      if (step.factor === null) {
        never(left, right, to, run)
        return
      }
      two(WAYS[step.kind], step.factor, left, right, to, run)
      return
    }
    default:
      return step satisfies never
  }
}

/** Units that do not fit say nothing but what is missing. */
function never(left: Quotients, right: Quotients, to: Quotients, { places, count }: Run): void {
  for (let k = 0; k < count; k += 1) {
    const at = places[k]!
    const [a, b] = [left.said[at]!, right.said[at]!]
    to.said[at] = a > WIDE ? a : b > WIDE ? b : NEVER
  }
}

/** Half away from zero to so many digits. */
function round(from: Quotients, to: Quotients, { places, count }: Run, digits: number): void {
  const ten = 10 ** digits
  for (let k = 0; k < count; k += 1) {
    const at = places[k]!
    const said = from.said[at]!
    if (said > WIDE) {
      to.said[at] = said
      continue
    }
    const [num, den] = [from.num[at]! * ten, from.den[at]!]
    if (said !== FITS || !fits(num)) {
      putRatio(to, at, fromDecimal(showRatio(ratioAt(from, at), digits)))
      continue
    }
    const size = Math.abs(num)
    const rest = size % den
    const whole = (size - rest) / den + (rest >= den - rest ? 1 : 0)
    putWhole(to, at, num < 0 ? -whole : whole, ten)
  }
}

function scale(from: Quotients, to: Quotients, { places, count }: Run, factor: Ratio): void {
  const [above, below] = [Number(factor.num), Number(factor.den)]
  for (let k = 0; k < count; k += 1) {
    const at = places[k]!
    const said = from.said[at]!
    if (said > WIDE) {
      to.said[at] = said
      continue
    }
    const [num, den] = [from.num[at]! * above, from.den[at]! * below]
    if (said === FITS && fits(num) && fits(den)) putWhole(to, at, num, den)
    else putRatio(to, at, multiplyRatio(ratioAt(from, at), factor))
  }
}

const fits = (value: number): boolean => value <= NARROW && value >= -NARROW

/**
 * Two sides, while they are whole numbers that fit: writes what they come to, or says no. A product of whole numbers that comes
 * out within 2^53 - 1 is exact, for one beyond would come out beyond; so each is looked at as it is made.
 */
type Narrow = (
  x: number,
  p: number,
  y: number,
  q: number,
  above: number,
  below: number,
  to: Quotients,
  at: number,
) => boolean

/** One kind of step with two sides: with whole numbers, and with ratios of any size. */
interface Way {
  readonly narrow: Narrow
  readonly exact: (x: Ratio, y: Ratio, factor: Ratio) => Ratio
  readonly divides: boolean
}

const sum =
  (sign: 1 | -1): Narrow =>
  (x, p, y, q, above, below, to, at) => {
    const z = y * above * sign
    const r = q * below
    const alike = p === r
    const u = alike ? x : x * r
    const v = alike ? z : z * p
    const den = alike ? p : p * r
    const num = u + v
    if (!fits(z) || !fits(r) || !fits(u) || !fits(v) || !fits(den) || !fits(num)) return false
    putWhole(to, at, num, den)
    return true
  }

const choice =
  (smaller: boolean): Narrow =>
  (x, p, y, q, above, below, to, at) => {
    const z = y * above
    const r = q * below
    const u = x * r
    const v = z * p
    if (!fits(z) || !fits(r) || !fits(u) || !fits(v)) return false
    if (u <= v === smaller) putWhole(to, at, x, p)
    else putWhole(to, at, z, r)
    return true
  }

const product: Narrow = (x, p, y, q, above, below, to, at) => {
  const u = x * y
  const v = p * q
  const num = u * above
  const den = v * below
  if (!fits(u) || !fits(v) || !fits(num) || !fits(den)) return false
  putWhole(to, at, num, den)
  return true
}

/** What both sides have below the bar goes away; `less`: less the whole, as growth is. */
const quotient =
  (less: boolean): Narrow =>
  (x, p, y, q, above, below, to, at) => {
    const alike = p === q
    const u = alike ? x : x * q
    const v = alike ? y : y * p
    const over = less ? u - v : u
    const num = over * above
    const den = v * below
    if (!fits(u) || !fits(v) || !fits(over) || !fits(num) || !fits(den)) return false
    if (den < 0) putWhole(to, at, -num, -den)
    else putWhole(to, at, num, den)
    return true
  }

const divided: Way = {
  narrow: quotient(false),
  exact: (x, y, factor) => multiplyRatio(divideRatio(x, y), factor),
  divides: true,
}
const WAYS: Readonly<Record<Two['kind'], Way>> = {
  add: { narrow: sum(1), exact: (x, y, factor) => addRatio(x, multiplyRatio(y, factor)), divides: false },
  subtract: { narrow: sum(-1), exact: (x, y, factor) => subtractRatio(x, multiplyRatio(y, factor)), divides: false },
  min: { narrow: choice(true), exact: (x, y, factor) => chosen(x, multiplyRatio(y, factor), true), divides: false },
  max: { narrow: choice(false), exact: (x, y, factor) => chosen(x, multiplyRatio(y, factor), false), divides: false },
  multiply: {
    narrow: product,
    exact: (x, y, factor) => multiplyRatio(multiplyRatio(x, y), factor),
    divides: false,
  },
  divide: divided,
  share: divided,
  growth: {
    narrow: quotient(true),
    exact: (x, y, factor) => multiplyRatio(subtractRatio(divideRatio(x, y), ONE), factor),
    divides: true,
  },
}
const chosen = (x: Ratio, y: Ratio, smaller: boolean): Ratio => (compareRatio(x, y) <= 0 === smaller ? x : y)

function two(
  { narrow, exact, divides }: Way,
  factor: Ratio,
  left: Quotients,
  right: Quotients,
  to: Quotients,
  { places, count }: Run,
): void {
  const [above, below] = [Number(factor.num), Number(factor.den)]
  for (let k = 0; k < count; k += 1) {
    const at = places[k]!
    const a = left.said[at]!
    const b = right.said[at]!
    if (a > WIDE || b > WIDE) to.said[at] = a > WIDE ? a : b
    else if (divides && b === FITS && right.num[at] === 0) to.said[at] = NOTHING_BELOW
    else if (
      (a | b) !== FITS ||
      !narrow(left.num[at]!, left.den[at]!, right.num[at]!, right.den[at]!, above, below, to, at)
    )
      putRatio(to, at, exact(ratioAt(left, at), ratioAt(right, at), factor))
  }
}
