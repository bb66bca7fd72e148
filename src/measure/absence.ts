/** Why a figure is not there. There is no bare null in a series: an absence always says its reason. */
export const ABSENCES = ['notDue', 'notReported', 'notApplicable', 'withheld', 'notAssessed', 'notComputable'] as const

export type AbsenceReason = (typeof ABSENCES)[number]

export interface Absence {
  readonly absent: AbsenceReason
  /** A message code of the catalogue that tells more, where there is more to tell. */
  readonly because?: string
}

export const absent = (reason: AbsenceReason, because?: string): Absence =>
  because === undefined ? { absent: reason } : { absent: reason, because }

export const isAbsent = (value: object): value is Absence => 'absent' in value
