import { EXCEEDED, MET, MISSED, NO_DATA, AT_RISK, NOT_COMPUTABLE, NOT_DUE, ON_TRACK, UNSURE } from './code.ts'
import { ABOVE, BELOW, BEYOND, HOLDS, stand, type FastLimits } from './limits.ts'

/**
 * Mean yearly growth (`geometricCourse`, `geometricRates` and `conclude`): powers of binary numbers, believed only where they
 * differ by more than their rounding can; else the exact judgement is asked.
 */
export interface MeanGrowthProgram {
  readonly parts: number
  readonly ended: number
  readonly down: boolean
  /** 1 ± limit/100 of each end; NaN where there is none. */
  readonly low: number
  readonly lowStrict: boolean
  readonly high: number
  readonly highStrict: boolean
  readonly beyond: number
  readonly beyondAbove: boolean
  /** The base's cell where the cells are levels; null where they are rates, with what a cell is divided by to be a quotient. */
  readonly base: number | null
  readonly percent: number
  /** The cell of the mean rate of the whole term, with its limits; -1 where none is looked for. */
  readonly own: number
  readonly limits: FastLimits
}

/** The rounding of a few hundred products and of a power of them. */
const EPSILON = 1e-11

export function judgeMeanGrowth(p: MeanGrowthProgram, cells: Float64Array, from: number): number {
  return p.base === null ? judgeRates(p, cells, from) : judgeLevels(p, cells, from, p.base)
}

function judgeLevels(p: MeanGrowthProgram, cells: Float64Array, from: number, baseCell: number): number {
  const { parts, ended } = p
  const base = cells[from + baseCell] ?? NaN
  if (Number.isNaN(base)) return NO_DATA
  if (base <= 0) return NOT_COMPUTABLE
  let [latest, previous] = [-1, -1]
  for (let i = ended - 1; i >= 0 && previous < 0; i -= 1) {
    if (Number.isNaN(cells[from + i])) continue
    if (latest < 0) latest = i
    else previous = i
  }
  if (latest < 0) return ended > 0 ? NO_DATA : NOT_DUE
  const due = ended === parts
  if (due && latest !== parts - 1) return NO_DATA
  const now = cells[from + latest] ?? NaN
  if (Math.abs(now) === Infinity || base === Infinity) return UNSURE
  const side = standOf(p, now / base, latest + 1)
  if (side === UNSURE) return UNSURE
  if (due) return side === BEYOND ? EXCEEDED : side === HOLDS ? MET : MISSED
  if (side === HOLDS || side === BEYOND) return ON_TRACK
  const before = previous < 0 ? base : (cells[from + previous] ?? NaN)
  if (now <= 0 || before <= 0) return AT_RISK
  if (before === Infinity) return UNSURE
  const span = latest - previous
  // In logarithms: d·ln(now/base) + (n − k)·ln(now/before) against n·d·ln(1 + g).
  const log = span * Math.log(now / base) + (parts - latest - 1) * Math.log(now / before)
  return reaches(p, side, log, parts * span)
}

function judgeRates(p: MeanGrowthProgram, cells: Float64Array, from: number): number {
  const { parts, ended } = p
  const due = ended === parts
  const own = due && p.own >= 0 ? (cells[from + p.own] ?? NaN) : NaN
  if (!Number.isNaN(own)) {
    if (Math.abs(own) === Infinity) return UNSURE
    const side = stand(p.down ? -own : own, 1, p.limits, 1)
    return side === BEYOND ? EXCEEDED : side === HOLDS ? MET : MISSED
  }
  let [known, chain, last] = [0, 1, NaN]
  for (let i = 0; i < ended; i += 1) {
    const rate = cells[from + i] ?? NaN
    if (Number.isNaN(rate)) continue
    last = 1 + rate / p.percent
    chain *= last
    known += 1
  }
  if (known === 0) return due || ended > 0 ? NO_DATA : NOT_DUE
  if (due && known < parts) return NO_DATA
  if (!Number.isFinite(chain)) return UNSURE
  const side = standOf(p, chain, known)
  if (side === UNSURE) return UNSURE
  if (due) return side === BEYOND ? EXCEEDED : side === HOLDS ? MET : MISSED
  if (side === HOLDS || side === BEYOND) return ON_TRACK
  const end = standOf(p, chain * last ** (parts - known), parts)
  return end === UNSURE ? UNSURE : end === side ? AT_RISK : ON_TRACK
}

/** Of a factor over so many years; a fall is turned round. */
function standOf(p: MeanGrowthProgram, factor: number, years: number): number {
  if (!Number.isNaN(p.low)) {
    const order = against(p, factor, p.low, years)
    if (Number.isNaN(order)) return UNSURE
    if (p.lowStrict ? order <= 0 : order < 0) return BELOW
  }
  if (!Number.isNaN(p.high)) {
    const order = against(p, factor, p.high, years)
    if (Number.isNaN(order)) return UNSURE
    if (p.highStrict ? order >= 0 : order > 0) return ABOVE
  }
  if (!Number.isNaN(p.beyond)) {
    const order = against(p, factor, p.beyond, years)
    if (Number.isNaN(order)) return UNSURE
    if (p.beyondAbove ? order > 0 : order < 0) return BEYOND
  }
  return HOLDS
}

/** The sign of the rate less the limit; NaN where binary numbers cannot tell. */
function against({ down }: MeanGrowthProgram, factor: number, limit: number, years: number): number {
  const power = limit < 0 ? -((-limit) ** years) : limit ** years
  const difference = factor - power
  if (!(Math.abs(difference) > EPSILON * (Math.abs(factor) + Math.abs(power)))) return NaN
  return down ? -difference : difference
}

function reaches(p: MeanGrowthProgram, side: number, log: number, years: number): number {
  const limit = side === BELOW ? p.low : p.high
  if (Number.isNaN(limit)) return ON_TRACK
  // A factor above zero lies above every power that is not.
  const wanted = limit > 0 ? years * Math.log(limit) : -Infinity
  const difference = log - wanted
  if (!(Math.abs(difference) > EPSILON * (1 + Math.abs(log) + (limit > 0 ? Math.abs(wanted) : 0)) * 10)) return UNSURE
  const order = p.down ? -difference : difference
  return (side === BELOW ? order > 0 : order < 0) ? ON_TRACK : AT_RISK
}
