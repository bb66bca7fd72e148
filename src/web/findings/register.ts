import { isOverdue, type Finding } from '../../desk/findings/finding.ts'
import { csvCell } from '../../exchange/csv.ts'

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
