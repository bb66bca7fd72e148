import type { AbsenceReason } from '../../measure/absence.ts'
import type { ObservationStatus } from '../../plan/observation.ts'
import type { StoredReport } from '../../store/reports.ts'
import type { Verb } from '../policy.ts'

/** One figure as an office reports it: a value, or why there is none. */
export interface ReportLine {
  readonly indicator: string
  readonly area: string
  /** Dimension = code, sorted by dimension; empty is the total. */
  readonly breakdown: Readonly<Record<string, string>>
  readonly method: string
  /** A decimal in plain notation, in the indicator's unit; null where `absent` says why. */
  readonly value: string | null
  readonly absent: AbsenceReason | null
  readonly status: ObservationStatus
  readonly note: string
}

export const REPORT_STATES = ['draft', 'submitted', 'approved', 'returned', 'published'] as const
export type ReportState = (typeof REPORT_STATES)[number]

/** What is done to a report. */
export const REPORT_VERBS = ['save', 'submit', 'recall', 'approve', 'return', 'publish', 'revise'] as const
export type ReportVerb = (typeof REPORT_VERBS)[number]

/** A version of an office's report of a round. */
export interface Report extends Omit<StoredReport, 'state' | 'verb' | 'body'> {
  readonly state: ReportState
  readonly verb: ReportVerb
  readonly lines: readonly ReportLine[]
}

interface Transition {
  /** From which states; null is no report yet. */
  readonly from: readonly (ReportState | null)[]
  readonly to: ReportState
  /** Whose it is, by the table of access. */
  readonly verb: Verb
  readonly reason: boolean
  /** Nobody may do it to what they edited or submitted themselves (four eyes). */
  readonly otherEyes: boolean
}

/** The whole life of a report: every verb, from where to where, and who must be another person. */
export const TRANSITIONS: Readonly<Record<ReportVerb, Transition>> = {
  save: { from: [null, 'draft', 'returned'], to: 'draft', verb: 'report.edit', reason: false, otherEyes: false },
  submit: { from: ['draft'], to: 'submitted', verb: 'report.submit', reason: false, otherEyes: false },
  recall: { from: ['submitted'], to: 'draft', verb: 'report.submit', reason: false, otherEyes: false },
  approve: { from: ['submitted'], to: 'approved', verb: 'report.approve', reason: false, otherEyes: true },
  return: { from: ['submitted', 'approved'], to: 'returned', verb: 'report.return', reason: true, otherEyes: false },
  publish: { from: ['approved'], to: 'published', verb: 'report.publish', reason: false, otherEyes: true },
  revise: { from: ['published'], to: 'draft', verb: 'figure.revise', reason: true, otherEyes: false },
}

/** A stored version with its lines read. */
export const reportOf = ({ body, state, verb, ...rest }: StoredReport): Report => ({
  ...rest,
  state: state as ReportState,
  verb: verb as ReportVerb,
  lines: JSON.parse(body) as ReportLine[],
})

/** What identifies a line in its report. */
export const lineKey = ({ indicator, area, method, breakdown }: ReportLine): string =>
  JSON.stringify([indicator, area, method, Object.entries(breakdown)])

/** Who has had their hands in what stands now: everybody who edited or submitted since it was last published. */
export function handsIn(versions: readonly Pick<StoredReport, 'verb' | 'actor' | 'state'>[]): ReadonlySet<string> {
  const hands = new Set<string>()
  for (const { verb, actor, state } of versions)
    if (state === 'published') hands.clear()
    else if (verb === 'save' || verb === 'submit' || verb === 'recall') hands.add(actor)
  return hands
}
