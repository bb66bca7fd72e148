import { dayIn } from '../../measure/vietnam-time.ts'
import type { StoredReport } from '../../store/reports.ts'
import type { ReportVerb } from '../reports/report.ts'
import type { Setup } from '../setup.ts'
import { toEach, type Notice, type NoticeKind } from './notice.ts'

const KIND: Readonly<Partial<Record<ReportVerb, NoticeKind>>> = {
  submit: 'submitted',
  approve: 'approved',
  return: 'returned',
  publish: 'published',
  revise: 'revised',
}

/** Who is told of a step of a report: its approver, its planner, or the people whose figures these are. */
export function noticesOfStep(
  report: StoredReport,
  hands: ReadonlySet<string>,
  { organisations, assignments, planners }: Setup,
  now: Date,
): Notice[] {
  const kind = KIND[report.verb as ReportVerb]
  if (!kind) return []
  const office = organisations.get(report.organisation)
  const owners = assignments.flatMap(each =>
    each.organisation === report.organisation ? [each.owner, each.deputy] : [],
  )
  const recipients =
    kind === 'submitted' ? [office?.head ?? null] : kind === 'approved' ? planners : [...owners, ...hands]
  return toEach(
    recipients.filter(recipient => recipient !== report.actor),
    {
      id: `${kind}/${report.round}/${report.organisation}/${report.version}`,
      kind,
      round: report.round,
      organisation: report.organisation,
      day: dayIn(now),
      detail: { office: office?.name ?? report.organisation, actor: report.actor, reason: report.reason },
    },
  )
}
