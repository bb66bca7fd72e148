import { isSafe } from './exact.ts'
import { AT_RISK, EXCEEDED, MET, MISSED, NO_DATA, NOT_DUE, ON_TRACK, UNSURE } from './code.ts'
import { ABOVE, BELOW, BEYOND, HOLDS, stand, type FastLimits } from './limits.ts'

/** A sum over a term or its mean (`totalCourse` and `conclude`, on integers). */
export interface TotalProgram {
  readonly parts: number
  /** How many parts have ended; all before those that have not. */
  readonly ended: number
  /** The cell of the term's own figure; -1 where none is looked for. */
  readonly own: number
  /** Cells of figures for the first so many parts together, the longest first. */
  readonly prefixes: readonly { readonly cell: number; readonly parts: number }[]
  readonly nonNegative: boolean
  /** Of the term's own figure. */
  readonly limits: FastLimits
  /** Of the sum of all parts. */
  readonly whole: FastLimits
}

export function judgeTotal(p: TotalProgram, cells: Float64Array, from: number): number {
  const { parts, ended, whole } = p
  const due = ended === parts
  const own = due && p.own >= 0 ? (cells[from + p.own] ?? NaN) : NaN
  if (!Number.isNaN(own)) return isSafe(own) ? decided(stand(own, 1, p.limits, 1)) : UNSURE
  const [prefix, prefixParts] = prefixOf(p, cells, from)
  let [sum, covered, last] = [prefixParts > 0 ? prefix : 0, prefixParts, NaN]
  for (let i = 0; i < ended; i += 1) {
    const value = cells[from + i] ?? NaN
    if (Number.isNaN(value)) continue
    last = value
    if (i < prefixParts) continue
    sum += value
    covered += 1
  }
  if (!isSafe(sum)) return UNSURE
  const complete = covered === parts
  if (due && complete) return decided(stand(sum, 1, whole, 1))
  if (!complete && p.nonNegative) {
    const side = stand(sum, 1, whole, 1)
    if (side === ABOVE || (side !== BELOW && !whole.high)) return decided(side)
  }
  if (due) return NO_DATA
  if (covered === 0) return ended > 0 ? NO_DATA : NOT_DUE
  const scaled = sum * parts
  if (!isSafe(scaled) || !shareable(whole, covered)) return UNSURE
  const side = stand(scaled, 1, whole, covered)
  if (side === HOLDS || side === BEYOND) return ON_TRACK
  if (Number.isNaN(last)) return AT_RISK
  const reached = sum + last * (parts - covered)
  if (!isSafe(reached)) return UNSURE
  const at = stand(reached, 1, whole, 1)
  // Only the failing end has to be reached.
  return at === side ? AT_RISK : ON_TRACK
}

const decided = (side: number): number => (side === BEYOND ? EXCEEDED : side === HOLDS ? MET : MISSED)

const shareable = ({ low, high }: FastLimits, times: number): boolean =>
  (!low || isSafe(low.num * times)) && (!high || isSafe(high.num * times))

/** A figure for the first so many parts together, where those have no full set of their own. */
function prefixOf({ prefixes }: TotalProgram, cells: Float64Array, from: number): readonly [number, number] {
  for (const { cell, parts } of prefixes) {
    let full = true
    for (let i = 0; i < parts; i += 1) if (Number.isNaN(cells[from + i])) full = false
    if (full) return NONE
    const value = cells[from + cell] ?? NaN
    if (!Number.isNaN(value)) return [value, parts]
  }
  return NONE
}
const NONE = [0, 0] as const
