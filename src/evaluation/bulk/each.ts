import { EXCEEDED, MET, MISSED, NO_DATA, NOT_COMPUTABLE, NOT_DUE, ON_TRACK, UNSURE } from './code.ts'
import { FAULT, standOfStep, UNKNOWN, type Step } from './growth.ts'
import { ABOVE, BELOW, BEYOND, stand, type FastLimits } from './limits.ts'

/** A promise for every period (`eachVerdict`): a level, or a change against the cell before. */
export interface EachProgram {
  /** The cells of the periods lie one after the other from here on. */
  readonly first: number
  readonly parts: number
  readonly ended: number
  readonly limits: FastLimits
  /** Null for a level; else the cell of the period before each one. */
  readonly step: (Step & { readonly before: readonly number[] }) | null
}

export function judgeEach(p: EachProgram, cells: Float64Array, from: number): number {
  const { parts, ended, step, limits } = p
  let [known, failing, faults, missing, beyond] = [0, 0, 0, 0, 0]
  for (let i = 0; i < ended; i += 1) {
    const at = from + p.first + i
    const side = step
      ? standOfStep(step, cells, at, from + (step.before[i] ?? 0))
      : standOfLevel(cells[at] ?? NaN, limits)
    if (side === UNSURE) return UNSURE
    if (side === UNKNOWN) missing += 1
    else if (side === FAULT) faults += 1
    else {
      known += 1
      if (side === BELOW || side === ABOVE) failing += 1
      else if (side === BEYOND) beyond += 1
    }
  }
  const due = ended === parts
  if (failing > 0) return MISSED
  if (due && faults > 0 && missing === 0) return NOT_COMPUTABLE
  if (due) return known < parts ? NO_DATA : beyond === parts ? EXCEEDED : MET
  if (known > 0) return ON_TRACK
  return ended > 0 ? NO_DATA : NOT_DUE
}

function standOfLevel(value: number, limits: FastLimits): number {
  if (Number.isNaN(value)) return UNKNOWN
  return Math.abs(value) === Infinity ? UNSURE : stand(value, 1, limits, 1)
}
