/** What a finding is about; its id is written as in `aboutOf`. */
export const ABOUTS = ['target', 'figure', 'report', 'organisation', 'area'] as const
export type AboutKind = (typeof ABOUTS)[number]

/** How grave it is, the gravest last. */
export const SEVERITIES = ['remark', 'shortcoming', 'serious'] as const
export type Severity = (typeof SEVERITIES)[number]

export const FINDING_STATES = ['open', 'answered', 'closed'] as const
export type FindingState = (typeof FINDING_STATES)[number]

export interface About {
  readonly kind: AboutKind
  readonly id: string
  /** Its name when the finding was recorded. */
  readonly name: string
}

/**
 * What an inspector found: an entry of a register, kept version by version. It is about places and organisations, never
 * about a person.
 */
export interface Finding {
  /** "2026-003": the year, and a number in it. */
  readonly id: string
  readonly state: FindingState
  readonly about: About
  readonly severity: Severity
  readonly found: string
  readonly demanded: string
  /** The ISO day until which the organisation answers. */
  readonly due: string
  readonly organisation: string
  /** The account that recorded it: told when it is answered or late. Earlier versions of the program kept none. */
  readonly recorder?: string
  /** ISO days; empty before. */
  readonly recorded: string
  readonly answered: string
  readonly closed: string
  readonly answer: string
  /** Why it was closed or opened again. */
  readonly reason: string
}

/** What is done to a finding: from which state to which, and by whom. */
export const FINDING_VERBS = {
  answer: { from: 'open', to: 'answered', verb: 'finding.answer' },
  close: { from: 'answered', to: 'closed', verb: 'finding.record' },
  reopen: { from: 'closed', to: 'open', verb: 'finding.record' },
  /** The answer does not do. */
  refuse: { from: 'answered', to: 'open', verb: 'finding.record' },
} as const satisfies Readonly<
  Record<string, { readonly from: FindingState; readonly to: FindingState; readonly verb: string }>
>
export type FindingVerb = keyof typeof FINDING_VERBS

/** Whether the organisation has let the day pass without an answer. */
export const isOverdue = ({ state, due }: Finding, today: string): boolean => state === 'open' && due < today

/** The late first, then what waits for somebody by its day, what is closed last. */
export function byUrgency(today: string): (a: Finding, b: Finding) => number {
  const rank = (finding: Finding) => (isOverdue(finding, today) ? 0 : finding.state === 'closed' ? 2 : 1)
  return (a, b) =>
    rank(a) - rank(b) ||
    (rank(a) === 2 ? b.closed.localeCompare(a.closed) : a.due.localeCompare(b.due)) ||
    (a.id < b.id ? -1 : 1)
}
