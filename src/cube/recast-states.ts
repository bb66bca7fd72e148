import { ABSENCES } from '../measure/absence.ts'
import type { Column } from './column.ts'
import { isUnsaid, stateOf } from './state.ts'

/** What stands beside a figure that a recast made, and beside one that it could not make. */
export const SUMMED = stateOf(null, 'official', 'summed')
export const APPORTIONED = stateOf(null, 'estimated', 'apportioned')

/** A sum that is as settled as a status, by its place in the list of statuses. */
export const summedAs = (status: number): number => (status << 3) | (SUMMED & HOW_BITS)
const HOW_BITS = 3 << 6

/** Estimated, provisional, revised, official: what is made of several is as settled as the least. */
const SETTLED = [0, 1, 3, 2, 0]
const settled = (state: number): number => SETTLED[(state >> 3) & 7] ?? 0

/** A sum with one figure more in it. */
export const leastSettled = (sum: number, more: number): number =>
  settled(more) < settled(sum) ? (more & ~HOW_BITS) | (SUMMED & HOW_BITS) : sum

const NOT_REPORTED = stateOf('notReported', 'provisional')
const NOT_COMPUTABLE = ABSENCES.indexOf('notComputable') + 1

/** Of two reasons the one that says more: what cannot be computed stands before what was not reported. */
export function worse(held: number, state: number): number {
  const one = isUnsaid(state) ? NOT_REPORTED : state
  return held === 0 || ((held & 7) !== NOT_COMPUTABLE && (one & 7) === NOT_COMPUTABLE) ? one : held
}

/** What an area that changed is in figures that do not add up. */
export const changedIn = ({ indicator: { overAreas } }: Column): number =>
  stateOf(overAreas === 'recount' ? 'notAssessed' : 'notComputable', 'provisional')
