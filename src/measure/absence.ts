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

/** What marks of absence mean, as the Statistical Yearbook explains its signs: "-" nothing occurred, "…" not collected. */
export function absenceOf(text: string): AbsenceReason | null {
  if (/^[-–—]$|^x$/i.test(text)) return 'notApplicable'
  return /^(?:\.{2,}|…|n\/a|chưa có(?: số liệu)?|chưa báo cáo)$/i.test(text) ? 'notReported' : null
}
