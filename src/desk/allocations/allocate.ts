import { sharesByPlace, withShares } from '../../evaluation/allocation/places.ts'
import { endsOf, type Bound } from '../../measure/bound.ts'
import { decimalText } from '../../measure/decimal.ts'
import type { Message } from '../../messages/message.ts'
import { parsePlanFile, planFile } from '../../plan/plan-file.ts'
import type { Measure, Plan, Target } from '../../plan/plan.ts'
import { loggedIfChanged, NOTHING, type By } from '../../store/log.ts'
import type { Store } from '../../store/open.ts'
import { currentPlan, planSteps, publishPlanIn } from '../../store/plans.ts'
import { sameEnd } from './shares.ts'

/** A measure of a plan with its target; null where there is none. */
export function measureIn(plan: Plan, id: string): { readonly target: Target; readonly measure: Measure } | null {
  for (const target of plan.targets)
    for (const measure of target.measures) if (measure.id === id) return { target, measure }
  return null
}

/** A share that somebody else changed after it was opened, and that is written differently now. */
export interface ShareConflict {
  readonly key: string
  readonly mine: Bound | null
  readonly theirs: Bound | null
  readonly actor: string
  readonly moment: string
}

/** Shares to be written, and what was seen of them before. */
export interface SharesSent {
  readonly plan: string
  readonly measure: string
  /** The number of the log of the plan's version that was opened. */
  readonly seen: number
  /** By place; null takes a share away. Places that are not named, or are as they were opened, stay as they stand. */
  readonly shares: ReadonlyMap<string, Bound | null>
  /** What was chosen of shares that another person changed, when the version of `at` stood. */
  readonly chosen?: { readonly at: number; readonly by: ReadonlyMap<string, 'mine' | 'theirs'> }
}

export type SharesTaken =
  | { readonly kind: 'saved'; readonly log: number; readonly changed: number }
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'conflict'; readonly log: number; readonly conflicts: readonly ShareConflict[] }
  | { readonly kind: 'refused'; readonly messages: readonly Message[] }
  | { readonly kind: 'gone' }

/**
 * Publishes a version of a plan in which a measure has these shares, in one change of the log that tells each of them. What
 * another person changed since it was opened stays, and where both changed the same share nothing is written until one is
 * chosen. Shares that do not come to the whole are the planner's to see, not refused.
 */
export async function saveShares(store: Store, tenant: string, sent: SharesSent, by: By): Promise<SharesTaken> {
  let barred: SharesTaken = { kind: 'unchanged' }
  const done = await loggedIfChanged<Written>(
    store,
    tenant,
    ({ hashes, before, after }) => ({
      by,
      kind: 'plan',
      subject: sent.plan,
      before: { sha256: hashes[0], measure: sent.measure, shares: before },
      after: { sha256: hashes[1], measure: sent.measure, shares: after },
    }),
    async (trx, log) => {
      const within = { ...store, db: trx }
      const standing = await currentPlan(within, tenant, sent.plan)
      const found = standing && measureIn(standing.plan, sent.measure)
      if (!standing || !found?.measure.bound) {
        barred = { kind: 'gone' }
        return NOTHING
      }
      const opened = standing.log <= sent.seen ? standing : await currentPlan(within, tenant, sent.plan, sent.seen)
      const { bound } = found.measure
      const now = sharesByPlace(standing.plan, found.measure)
      const then = sharesOf(opened?.plan ?? null, sent.measure)
      const changes = new Map<string, Bound | null>()
      const conflicts: Pick<ShareConflict, 'key' | 'mine' | 'theirs'>[] = []
      for (const [key, mine] of sent.shares) {
        const [was, theirs] = [then.get(key) ?? null, now.get(key) ?? null]
        if (same(bound, mine, was) || same(bound, mine, theirs)) continue
        const chosen = sent.chosen?.at === standing.log ? sent.chosen.by.get(key) : undefined
        if (same(bound, was, theirs) || chosen === 'mine') changes.set(key, mine)
        else if (chosen === undefined) conflicts.push({ key, mine, theirs })
      }
      if (conflicts.length > 0) {
        const who = await lastToChange(within, tenant, sent, bound)
        barred = {
          kind: 'conflict',
          log: standing.log,
          conflicts: conflicts.map(each => ({ ...each, ...who(each.key) })),
        }
        return NOTHING
      }
      if (changes.size === 0) return NOTHING
      const plan = withMeasure(standing.plan, withShares(standing.plan, found.measure, changes))
      const { messages } = parsePlanFile(JSON.parse(JSON.stringify(planFile(plan))))
      if (messages.length > 0) {
        barred = { kind: 'refused', messages }
        return NOTHING
      }
      const hash = await publishPlanIn(trx, tenant, log, plan)
      if (hash === null) return NOTHING
      const told = (shares: ReadonlyMap<string, Bound | null>) =>
        Object.fromEntries([...changes.keys()].map(key => [key, textOf(shares.get(key) ?? null)]))
      return { hashes: [standing.hash, hash] as const, before: told(now), after: told(changes) }
    },
  )
  return done ? { kind: 'saved', log: done.log, changed: Object.keys(done.value.after).length } : barred
}

interface Written {
  readonly hashes: readonly [string, string]
  readonly before: Readonly<Record<string, string>>
  readonly after: Readonly<Record<string, string>>
}

/**
 * The shares that a save changed, as they were before it: sent as a save of their own they take it back. Null where that
 * number of the log is no version of the plan.
 */
export async function sharesBefore(
  store: Store,
  tenant: string,
  { plan, measure, log }: { readonly plan: string; readonly measure: string; readonly log: number },
): Promise<ReadonlyMap<string, Bound | null> | null> {
  const after = await currentPlan(store, tenant, plan, log)
  const before = await currentPlan(store, tenant, plan, log - 1)
  if (after?.log !== log || !before) return null
  const [was, is] = [sharesOf(before.plan, measure), sharesOf(after.plan, measure)]
  return new Map(
    [...new Set([...was.keys(), ...is.keys()])].flatMap(key => {
      const [one, other] = [was.get(key) ?? null, is.get(key) ?? null]
      return textOf(one) === textOf(other) ? [] : [[key, one] as const]
    }),
  )
}

function sharesOf(plan: Plan | null, id: string): ReadonlyMap<string, Bound> {
  const found = plan && measureIn(plan, id)
  return plan && found ? sharesByPlace(plan, found.measure) : new Map<string, Bound>()
}

const withMeasure = (plan: Plan, measure: Measure): Plan => ({
  ...plan,
  targets: plan.targets.map(target => ({
    ...target,
    measures: target.measures.map(each => (each.id === measure.id ? measure : each)),
  })),
})

/** Whether two shares ask the same, at the ends that are written of the measure's bound. */
function same(bound: Bound, one: Bound | null, other: Bound | null): boolean {
  if (!one || !other) return one === other
  return endsOf(bound).every(end => sameEnd(one[end], other[end]))
}

const textOf = (bound: Bound | null): string =>
  bound === null ? '' : [bound.low, bound.high].map(end => (end ? decimalText(end) : '…')).join('–')

/** Who gave a share the value that stands, of the versions that came after the one that was opened. */
async function lastToChange(
  store: Store,
  tenant: string,
  { plan, measure, seen }: SharesSent,
  bound: Bound,
): Promise<(key: string) => { readonly actor: string; readonly moment: string }> {
  const steps = (await planSteps(store, tenant, plan, seen)).map(step => ({
    ...step,
    shares: sharesOf(step.plan, measure),
  }))
  return key => {
    const by = steps.findLast((step, i) => {
      const before = steps[i - 1]
      return before !== undefined && !same(bound, before.shares.get(key) ?? null, step.shares.get(key) ?? null)
    })
    const { actor, moment } = by ?? steps.at(-1) ?? { actor: '', moment: '' }
    return { actor, moment }
  }
}
