import { absences } from '../messages/catalogue/measure.ts'
import type { Language } from '../messages/message.ts'

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

/** The reason in words: "không công bố", "withheld". */
export const absenceIn = (reason: AbsenceReason, language: Language): string =>
  absences[`measure.absent.${reason}`][language]

const WORDS: ReadonlyMap<string, AbsenceReason> = new Map(
  ABSENCES.flatMap(reason => (['vi', 'en'] as const).map(language => [absenceIn(reason, language), reason] as const)),
)

/**
 * What marks of absence mean, as the Statistical Yearbook explains its signs: "-" nothing occurred, "…" not collected; and
 * as SDMX and Eurostat mark what is confidential. The reasons' own words are read in both languages.
 */
export function absenceOf(text: string): AbsenceReason | null {
  const word = WORDS.get(text.toLowerCase())
  if (word) return word
  if (/^(?:\(c\)|:c|(?:bảo )?mật|confidential)$/i.test(text)) return 'withheld'
  if (/^[-–—]$|^x$/i.test(text)) return 'notApplicable'
  return /^(?:\.{2,}|…|n\/a|chưa có(?: số liệu)?)$/i.test(text) ? 'notReported' : null
}
