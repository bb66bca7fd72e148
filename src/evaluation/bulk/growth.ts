import { isSafe } from './exact.ts'
import { AT_RISK, EXCEEDED, MET, MISSED, NO_DATA, NOT_COMPUTABLE, NOT_DUE, ON_TRACK, UNSURE } from './code.ts'
import { BEYOND, HOLDS, stand, type FastLimits } from './limits.ts'

/** How a change from one cell to the next is seen: the cells are rates themselves, or it is relative, or a difference. */
export interface Step {
  readonly rates: boolean
  readonly relative: boolean
  readonly down: boolean
  readonly limits: FastLimits
}

/** No figure, or no base to change from. */
export const UNKNOWN = 254
/** A relative change from zero or below. */
export const FAULT = 253

/** How the change into a cell stands to the limits; UNKNOWN, FAULT or UNSURE. */
export function standOfStep(p: Step, cells: Float64Array, now: number, before: number): number {
  const value = cells[now] ?? NaN
  if (Number.isNaN(value)) return UNKNOWN
  if (p.rates) return Math.abs(value) === Infinity ? UNSURE : stand(p.down ? -value : value, 1, p.limits, 1)
  const base = cells[before] ?? NaN
  if (Number.isNaN(base)) return UNKNOWN
  if (p.relative && base <= 0) return FAULT
  const times = p.relative ? base : 1
  const moved = p.down ? base - value : value - base
  const { low, high, beyond } = p.limits
  for (const end of [low, high, beyond]) if (end && !isSafe(end.num * times)) return UNSURE
  return isSafe(moved) ? stand(moved, 1, p.limits, times) : UNSURE
}

/** Growth in one period (`growth` and `conclude`): cells of the periods, the oldest first, the last the one asked for. */
export interface GrowthProgram extends Step {
  readonly steps: number
  readonly due: boolean
  readonly ended: number
  readonly expected: boolean
}

export function judgeGrowth(p: GrowthProgram, cells: Float64Array, from: number): number {
  const end = from + p.steps - 1
  if (p.due) {
    const side = standOfStep(p, cells, end, end - 1)
    if (side === UNKNOWN) return NO_DATA
    if (side === FAULT) return NOT_COMPUTABLE
    return side === UNSURE ? UNSURE : side === BEYOND ? EXCEEDED : side === HOLDS ? MET : MISSED
  }
  for (let i = Math.min(p.ended, p.steps - 1) - 1; i >= (p.rates ? 0 : 1); i -= 1) {
    const side = standOfStep(p, cells, from + i, from + i - 1)
    if (side === UNKNOWN || side === FAULT) continue
    // The last growth is the last pace: what fails now fails then.
    return side === UNSURE ? UNSURE : side === HOLDS || side === BEYOND ? ON_TRACK : AT_RISK
  }
  return p.expected ? NO_DATA : NOT_DUE
}
