import { byUrgency, type Finding } from '../../desk/findings/finding.ts'
import { listFindings } from '../../desk/findings/known.ts'
import type { Member } from '../../desk/policy.ts'
import { dayIn } from '../../measure/vietnam-time.ts'
import type { Plan, Target } from '../../plan/plan.ts'
import type { Around } from '../around.ts'
import { officesOfFindings } from '../../desk/findings/access.ts'

/** A finding that is not closed, with the name of the office that answers it. */
export interface OpenFinding {
  readonly finding: Finding
  readonly office: string
}

/** The findings about a target or a figure that it rests on that a member may read, the late first. */
export async function findingsAbout(
  around: Around,
  member: Member | null,
  plan: Plan,
  target: Target,
): Promise<readonly OpenFinding[]> {
  const today = dayIn(around.now())
  const { offices, allowed } = await officesOfFindings(around, today)
  const figures = target.measures.flatMap(each => each.indicators.map(code => `${code}/${plan.area}/`))
  const found = await listFindings(around.store, around.tenant)
  return found
    .filter(
      finding =>
        finding.state !== 'closed' &&
        (finding.about.kind === 'target'
          ? finding.about.id === `${plan.id}/${target.id}`
          : finding.about.kind === 'figure' && figures.some(start => finding.about.id.startsWith(start))) &&
        allowed(member, 'finding.read', finding),
    )
    .sort(byUrgency(today))
    .map(finding => ({ finding, office: offices.get(finding.organisation)?.name ?? finding.organisation }))
}
