import { compareProducts, isSafe } from './exact.ts'
import { AT_RISK, EXCEEDED, MET, MISSED, NO_DATA, NOT_COMPUTABLE, NOT_DUE, ON_TRACK, UNSURE } from './code.ts'
import { ABOVE, BELOW, BEYOND, HOLDS, holdsHigh, holdsLow, stand, type FastLimits } from './limits.ts'

/** A level, or a change since a base, judged along a straight line (`lineCourse` and `conclude`, on integers). */
export interface LineProgram {
  /** How many cells of the stretch there are, the oldest first; the last is the period asked for. */
  readonly steps: number
  /** The first cell that ends inside the term, and how many have ended by the day judged. */
  readonly termFrom: number
  readonly ended: number
  readonly expected: boolean
  readonly limits: FastLimits
  /** Whether a pace ends at zero. */
  readonly nonNegative: boolean
  /** Null for a level. `cell` is the base's own; `at` its step on the line, below zero where it lies before the first. */
  readonly change: {
    readonly cell: number
    readonly at: number
    readonly down: boolean
    /** Whether it is relative: limits are then of hundredths of the base. */
    readonly relative: boolean
  } | null
}

/** The status of one row of cells that begins at `from`. NaN: no figure. */
export function judgeLine(p: LineProgram, cells: Float64Array, from: number): number {
  const { steps, change, limits } = p
  const end = steps - 1
  const due = p.ended === steps
  let [base, baseAt, times] = [0, -1, 1]
  if (change) {
    base = cells[from + change.cell] ?? NaN
    // Without its base nothing of a change can be said.
    if (Number.isNaN(base)) return NO_DATA
    if (change.relative && base <= 0) return NOT_COMPUTABLE
    baseAt = change.at
    times = change.relative ? base : 1
  }
  // The two latest figures inside the term, and the last one before it.
  let [latest, previous, earlier, first] = [-1, -1, -1, -1]
  for (let i = p.ended - 1; i >= 0; i -= 1) {
    if (Number.isNaN(cells[from + i])) continue
    if (i >= p.termFrom && (!change || i > baseAt)) {
      if (latest < 0) latest = i
      else if (previous < 0) previous = i
      first = i
    } else if (i < p.termFrom && i < end) {
      earlier = i
      break
    }
  }
  if (latest < 0) return due || p.expected ? NO_DATA : NOT_DUE
  const sign = change?.down ? -1 : 1
  const seen = (i: number) => sign * ((cells[from + i] ?? NaN) - base)
  const now = seen(latest)
  if (!inRange(limits, times) || !isSafe(now)) return UNSURE
  if (due) {
    if (latest !== end) return NO_DATA
    const side = stand(now, 1, limits, times)
    return side === BEYOND ? EXCEEDED : side === HOLDS ? MET : MISSED
  }
  const startAt = change ? baseAt : earlier >= 0 ? earlier : first
  const hasStart = change !== null || startAt !== latest
  const start = change ? 0 : seen(startAt)
  if (!isSafe(start)) return UNSURE
  const side = hasStart
    ? standOnPath(now, start, latest - startAt, end - startAt, limits, times)
    : stand(now, 1, limits, times)
  if (side === UNSURE) return UNSURE
  if (side === HOLDS || side === BEYOND) return ON_TRACK
  if (previous < 0 && hasStart) previous = startAt
  else if (previous < 0) return NOT_DUE
  const before = change && previous === startAt ? 0 : seen(previous)
  const [span, left] = [latest - previous, end - latest]
  let reached = now * span + (now - before) * left
  if (!isSafe(reached) || !isSafe(now - before) || !isSafe(base * span)) return UNSURE
  if (p.nonNegative && base * span + sign * reached < 0) reached = -sign * base * span
  const { low, high } = limits
  if (side === BELOW)
    return !low || holdsLow(compareProducts(reached, low.den, low.num * times, span), limits) ? ON_TRACK : AT_RISK
  return !high || holdsHigh(compareProducts(reached, high.den, high.num * times, span), limits) ? ON_TRACK : AT_RISK
}

/** Ends times the base are still safe integers. */
function inRange({ low, high, beyond }: FastLimits, times: number): boolean {
  return (
    (!low || isSafe(low.num * times)) && (!high || isSafe(high.num * times)) && (!beyond || isSafe(beyond.num * times))
  )
}

/** Against the straight line from the start to each end that the start does not hold; the ends themselves where it does. */
function standOnPath(
  now: number,
  start: number,
  part: number,
  whole: number,
  limits: FastLimits,
  times: number,
): number {
  const { low, high } = limits
  if (low) {
    const order = onPath(now, start, part, whole, low.num * times, low.den, -1)
    if (Number.isNaN(order)) return UNSURE
    if (!holdsLow(order, limits)) return BELOW
  }
  if (high) {
    const order = onPath(now, start, part, whole, high.num * times, high.den, 1)
    if (Number.isNaN(order)) return UNSURE
    if (!holdsHigh(order, limits)) return ABOVE
  }
  return HOLDS
}

/** The sign of (now − way to num/den); `side` is the sign that start − end has while the end is not held. NaN: too long. */
function onPath(
  now: number,
  start: number,
  part: number,
  whole: number,
  num: number,
  den: number,
  side: number,
): number {
  const apart = compareProducts(start, den, num, 1)
  if (apart * side <= 0) return compareProducts(now, den, num, 1)
  const [rise, way, scaled] = [now - start, num - start * den, whole * den]
  if (!isSafe(start * den) || !isSafe(way) || !isSafe(scaled) || !isSafe(rise)) return NaN
  return compareProducts(rise, scaled, way, part)
}
