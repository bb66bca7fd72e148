import { planFile } from './plan-file.ts'
import type { Measure, Plan, Target } from './plan.ts'

/** What became of a measure that both versions have, or one of them. */
export type MeasureChange =
  | { readonly kind: 'added'; readonly after: Measure }
  | { readonly kind: 'dropped'; readonly before: Measure }
  | { readonly kind: 'changed'; readonly before: Measure; readonly after: Measure }

export interface TargetChange {
  readonly before: Target
  readonly after: Target
  /** Whether it is worded otherwise. */
  readonly words: boolean
  /** Whether it has another number. */
  readonly number: boolean
  readonly measures: readonly MeasureChange[]
}

/** What a version of a plan says otherwise than the one before: targets and measures by their ids. */
export interface PlanDifference {
  readonly added: readonly Target[]
  readonly dropped: readonly Target[]
  readonly changed: readonly TargetChange[]
  /** So many targets stand as they stood. */
  readonly same: number
  /** The facts of the plan itself that are others now. */
  readonly facts: readonly PlanFact[]
}

export const PLAN_FACTS = ['name', 'issuer', 'adopted', 'term', 'area'] as const
export type PlanFact = (typeof PLAN_FACTS)[number]

export function planDifference(before: Plan, after: Plan): PlanDifference {
  const [was, is] = [new Map(before.targets.map(each => [each.id, each])), new Set(after.targets.map(({ id }) => id))]
  const [old, now] = [measureTexts(before), measureTexts(after)]
  const both = after.targets.flatMap(target => {
    const known = was.get(target.id)
    return known ? [changeOf(known, target, id => old.get(id) === now.get(id))] : []
  })
  const changed = both.filter(({ words, number, measures }) => words || number || measures.length > 0)
  return {
    added: after.targets.filter(({ id }) => !was.has(id)),
    dropped: before.targets.filter(({ id }) => !is.has(id)),
    changed,
    same: both.length - changed.length,
    facts: PLAN_FACTS.filter(fact => JSON.stringify(before[fact]) !== JSON.stringify(after[fact])),
  }
}

/** Whether anything of what people read is another. */
export const differs = ({ added, dropped, changed, facts }: PlanDifference): boolean =>
  added.length + dropped.length + changed.length + facts.length > 0

function changeOf(before: Target, after: Target, same: (measure: string) => boolean): TargetChange {
  const [was, is] = [new Map(before.measures.map(each => [each.id, each])), new Set(after.measures.map(({ id }) => id))]
  return {
    before,
    after,
    words: before.text !== after.text,
    number: before.number !== after.number,
    measures: [
      ...after.measures.flatMap((measure): MeasureChange[] => {
        const known = was.get(measure.id)
        if (!known) return [{ kind: 'added', after: measure }]
        return same(measure.id) ? [] : [{ kind: 'changed', before: known, after: measure }]
      }),
      ...before.measures
        .filter(({ id }) => !is.has(id))
        .map((measure): MeasureChange => ({ kind: 'dropped', before: measure })),
    ],
  }
}

/** Each measure as the plan's file has it, but for its place in the words: where they moved nothing is promised otherwise. */
const measureTexts = (plan: Plan): ReadonlyMap<string, string> =>
  new Map(
    (planFile(plan) as { readonly targets: readonly Target[] }).targets.flatMap(({ measures }) =>
      measures.map(({ place: _, ...measure }) => [measure.id, JSON.stringify(measure)] as const),
    ),
  )
