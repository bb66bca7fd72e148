import { FINDING_STATES, isOverdue, SEVERITIES, type Finding } from '../../desk/findings/finding.ts'
import { csvCell } from '../../exchange/csv.ts'
import { foldedForm } from '../../measure/names.ts'

/** What the register is narrowed to; empty: everything. */
export interface FindingsAsked {
  /** "open", "answered", "closed", "overdue". */
  readonly state: string
  readonly organisation: string
  readonly severity: string
  /** Words in what was found, demanded or answered; with or without accents. */
  readonly text: string
}

export const STATES_ASKED = ['', 'overdue', ...FINDING_STATES] as const

export function findingsAsked(read: (name: keyof FindingsAsked) => string | undefined): FindingsAsked {
  const text = (name: keyof FindingsAsked) => (read(name) ?? '').normalize('NFC').trim()
  const state = STATES_ASKED.find(each => each === text('state')) ?? ''
  const severity = SEVERITIES.find(each => each === text('severity')) ?? ''
  return { state, severity, organisation: text('organisation'), text: text('text').slice(0, 200) }
}

/** Those that are meant, but for their state: what the counts of states are taken of. */
export const besidesState = (findings: readonly Finding[], asked: FindingsAsked): readonly Finding[] => {
  const words = foldedForm(asked.text)
  return findings.filter(
    finding =>
      (asked.organisation === '' || finding.organisation === asked.organisation) &&
      (asked.severity === '' || finding.severity === asked.severity) &&
      (words === '' ||
        foldedForm(
          [finding.id, finding.found, finding.demanded, finding.answer, finding.about.name].join(' '),
        ).includes(words)),
  )
}

export const inState = (findings: readonly Finding[], state: string, today: string): readonly Finding[] =>
  findings.filter(finding =>
    state === '' ? true : state === 'overdue' ? isOverdue(finding, today) : finding.state === state,
  )

const COLUMNS = [
  ...['id', 'state', 'severity', 'organisation', 'about_kind', 'about', 'found', 'demanded', 'due', 'overdue'],
  ...['recorded', 'answered', 'answer', 'closed', 'reason'],
]

/** The register as CSV for a spreadsheet, with its mark of UTF-8; what would be taken for a formula is defused. */
export const registerCsv = (
  findings: readonly Finding[],
  nameOf: (organisation: string) => string,
  today: string,
): string => {
  const rows = findings.map(each => [
    ...[each.id, each.state, each.severity, nameOf(each.organisation), each.about.kind, each.about.name, each.found],
    ...[each.demanded, each.due, isOverdue(each, today) ? 'yes' : 'no', each.recorded, each.answered, each.answer],
    ...[each.closed, each.reason],
  ])
  return `\ufeff${[COLUMNS, ...rows].map(row => `${row.map(csvCell).join(',')}\r\n`).join('')}`
}
