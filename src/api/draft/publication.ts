import type { Message, Outcome } from '../../messages/message.ts'
import { planDifference, type PlanDifference } from '../../plan/difference.ts'
import { parsePlanFile, planFile } from '../../plan/plan-file.ts'
import type { Plan } from '../../plan/plan.ts'
import { currentPlan, listPlans, planSteps, planVersions } from '../../store/plans.ts'
import { codeOf, onceEachAfter } from './codes.ts'
import type { OpenDraft, Shelf } from './desk.ts'
import { planArea } from './plan-area.ts'
import { planOfDraft } from './plan-of-draft.ts'
import { wordsOf } from './plain-words.ts'

/** What would become public, and what of it is new. */
export interface Publication {
  readonly plan: Plan
  /** Which version of the plan this is, from 1. */
  readonly version: number
  /** The version in force that it takes the place of. */
  readonly standing: { readonly plan: Plan; readonly moment: string; readonly difference: PlanDifference } | null
  /** So many measures of the draft stay out, since they lack a bound or a unit. */
  readonly leftOut: number
  /** What draft and standing version this was made of: another text, and somebody changed one of them. */
  readonly seen: string
}

/** Null with messages where something is still missing. Writes nothing. */
export async function publicationOf(
  shelf: Shelf,
  draft: OpenDraft,
  incomplete: 'refuse' | 'leaveOut',
): Promise<Outcome<Publication | null>> {
  const { store, tenant } = shelf
  const { facts, revises } = draft.state
  if ((await planArea(shelf, facts)).missing)
    return { value: null, messages: [{ rule: 'web.draft.area-missing', severity: 'error', column: 'area' }] }
  const standing = revises === null ? null : await currentPlan(store, tenant, revises)
  const id =
    revises ??
    onceEachAfter((await listPlans(store, tenant)).map(plan => plan.id))(
      `${codeOf(facts.name.slice(0, 36))}-${facts.from ?? 0}-${facts.to ?? 0}`,
    )
  const words = wordsOf(draft.document.format)
  const { value: plan, messages } = planOfDraft(draft.state, {
    id,
    incomplete,
    words,
    standing: standing?.plan ?? null,
  })
  if (!plan) return { value: null, messages }
  const refused = refusedAsFile(plan)
  if (refused.length > 0) return { value: null, messages: refused }
  const [step] = standing ? await planSteps(store, tenant, id, standing.log) : []
  const publication: Publication = {
    plan,
    version: (standing ? await planVersions(store, tenant, id) : 0) + 1,
    standing: standing && {
      plan: standing.plan,
      moment: step?.moment ?? '',
      difference: planDifference(standing.plan, plan),
    },
    leftOut: measuresOf(draft) - plan.targets.reduce((sum, { measures }) => sum + measures.length, 0),
    seen: `${draft.step}/${standing?.log ?? 0}`,
  }
  return { value: publication, messages: [] }
}

const measuresOf = ({ state }: OpenDraft): number =>
  state.targets
    .filter(({ dropped }) => !dropped)
    .reduce((sum, { measures }) => sum + measures.filter(({ dropped }) => !dropped).length, 0)

/** What the plan's own file would be refused for: the store must be able to read back what it keeps. */
const refusedAsFile = (plan: Plan): readonly Message[] =>
  parsePlanFile(JSON.parse(JSON.stringify(planFile(plan)))).messages
