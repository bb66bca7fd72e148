import { ABSENCES, absent, type Absence, type AbsenceReason } from '../measure/absence.ts'
import { STATUSES, type ObservationStatus } from '../plan/observation.ts'

/**
 * The side column: one byte for each cell. The three lowest bits say whether there is a value and why not, the next three
 * its status, the highest two how a recast made it.
 */
export const VALUE = 0
/** Nobody ever said anything of the cell. */
export const UNSAID = 7
const REASON = 7

export const isValue = (state: number): boolean => (state & REASON) === VALUE
export const isUnsaid = (state: number): boolean => (state & REASON) === UNSAID

/** Whether a leaf is asked for a figure there: what is not due or not applicable is missed by nobody. */
export const isDue = (state: number): boolean => {
  const reason = state & REASON
  return reason !== NOT_DUE && reason !== NOT_APPLICABLE
}
const NOT_DUE = ABSENCES.indexOf('notDue') + 1
const NOT_APPLICABLE = ABSENCES.indexOf('notApplicable') + 1

/** How a figure came to its cell. */
export const HOW = ['own', 'carried', 'summed', 'apportioned'] as const
export type How = (typeof HOW)[number]

export const stateOf = (reason: AbsenceReason | null, status: ObservationStatus, how: How = 'own'): number =>
  (reason === null ? VALUE : ABSENCES.indexOf(reason) + 1) | (STATUSES.indexOf(status) << 3) | (HOW.indexOf(how) << 6)

/** Why there is no value in a cell; null where there is one. */
export function absenceIn(state: number): Absence | null {
  const reason = state & REASON
  if (reason === VALUE) return null
  return absent(ABSENCES[reason - 1] ?? 'notReported')
}

export const statusIn = (state: number): ObservationStatus => STATUSES[(state >> 3) & 7] ?? 'provisional'
export const howIn = (state: number): How => HOW[(state >> 6) & 3] ?? 'own'

/** A what-if's figure taints all that is made of it; then what is least sure decides. */
export const LEAST_SETTLED: readonly ObservationStatus[] = [
  'simulated',
  'estimated',
  'provisional',
  'revised',
  'official',
]
