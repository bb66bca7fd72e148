import { createHash } from 'node:crypto'
import type { Kysely } from 'kysely'
import { parsePlanFile, planFile } from '../plan/plan-file.ts'
import type { Plan } from '../plan/plan.ts'
import { count } from './integers.ts'
import { logged, type By } from './log.ts'
import { foldedForm, sortKey } from '../measure/names.ts'
import type { Store } from './open.ts'
import type { Tables } from './schema.ts'

export interface PlanVersion {
  readonly plan: Plan
  /** The number of the log at which this version was published. */
  readonly log: number
  /** SHA-256 of the plan's canonical file. */
  readonly hash: string
}

export interface PlanListed {
  readonly id: string
  readonly name: string
  readonly log: number
}

/** Publishes a version of a plan; the same content again changes nothing and gives the version that stands. */
export async function publishPlan(store: Store, tenant: string, plan: Plan, by: By): Promise<PlanVersion> {
  const { body, hash } = written(plan)
  const standing = await currentPlan(store, tenant, plan.id)
  if (standing?.hash === hash) return standing
  const entry = {
    by,
    kind: 'plan',
    subject: plan.id,
    before: standing && { sha256: standing.hash },
    after: { sha256: hash },
  }
  const { log } = await logged(store, tenant, entry, (trx, number) => insert(trx, tenant, number, plan, body, hash))
  return { plan, log, hash }
}

/**
 * The same as part of a larger change, whose line of the log must tell of the hash that this gives; null where nothing
 * differs from what stands.
 */
export async function publishPlanIn(
  trx: Kysely<Tables>,
  tenant: string,
  log: number,
  plan: Plan,
): Promise<string | null> {
  const { body, hash } = written(plan)
  const [standing] = await trx
    .selectFrom('plan_versions')
    .select('hash')
    .where('tenant', '=', tenant)
    .where('plan', '=', plan.id)
    .orderBy('log', 'desc')
    .limit(1)
    .execute()
  if (standing?.hash === hash) return null
  await insert(trx, tenant, log, plan, body, hash)
  return hash
}

function written(plan: Plan): { readonly body: string; readonly hash: string } {
  const body = JSON.stringify(planFile(plan))
  return { body, hash: createHash('sha256').update(body).digest('hex') }
}

const insert = (trx: Kysely<Tables>, tenant: string, log: number, plan: Plan, body: string, hash: string) =>
  trx
    .insertInto('plan_versions')
    .values({
      tenant,
      plan: plan.id,
      log,
      name: plan.name.vi,
      name_sort: sortKey(plan.name.vi),
      name_folded: foldedForm(plan.name.vi),
      body,
      hash,
    })
    .execute()

/** The version of a plan that stood at a number of the log (null: now). */
export async function currentPlan(
  store: Store,
  tenant: string,
  id: string,
  asOf: number | null = null,
): Promise<PlanVersion | null> {
  let query = store.db
    .selectFrom('plan_versions')
    .select(['body', 'hash', 'log'])
    .where('tenant', '=', tenant)
    .where('plan', '=', id)
  if (asOf !== null) query = query.where('log', '<=', asOf as never)
  const row = (await query.orderBy('log', 'desc').limit(1).execute())[0]
  return row ? { plan: planOfBody(row.body), log: count(row.log), hash: row.hash } : null
}

function planOfBody(body: string): Plan {
  const { value, messages } = parsePlanFile(JSON.parse(body))
  if (!value)
    throw new Error(
      `the store holds a plan that cannot be read: ${messages.map(message => `${message.column ?? ''} ${message.rule}`).join('; ')}`,
    )
  return value
}

/** How many versions a plan has. */
export async function planVersions(store: Store, tenant: string, id: string): Promise<number> {
  const [row] = await store.db
    .selectFrom('plan_versions')
    .select(eb => eb.fn.countAll().as('versions'))
    .where('tenant', '=', tenant)
    .where('plan', '=', id)
    .execute()
  return count(row?.versions ?? 0)
}

/** A version of a plan, and who published it when. */
export interface PlanStep extends PlanVersion {
  readonly actor: string
  readonly moment: string
}

/** The version that stood at a number of the log and the newest of those since, the oldest first. */
export async function planSteps(store: Store, tenant: string, id: string, since: number): Promise<PlanStep[]> {
  const rows = await store.db
    .selectFrom('plan_versions as p')
    .innerJoin('log as l', join => join.onRef('l.tenant', '=', 'p.tenant').onRef('l.number', '=', 'p.log'))
    .select(['p.body', 'p.hash', 'p.log', 'l.actor', 'l.moment'])
    .where('p.tenant', '=', tenant)
    .where('p.plan', '=', id)
    .where(
      'p.log',
      '>=',
      eb =>
        eb
          .selectFrom('plan_versions as o')
          .select(o => o.fn.coalesce(o.fn.max('o.log'), o.lit(0)).as('log'))
          .where('o.tenant', '=', tenant)
          .where('o.plan', '=', id)
          .where('o.log', '<=', since as never) as never,
    )
    .orderBy('p.log', 'desc')
    .limit(MOST_STEPS)
    .execute()
  return rows.reverse().map(({ body, hash, log, actor, moment }) => ({
    plan: planOfBody(body),
    log: count(log),
    hash,
    actor,
    moment,
  }))
}
const MOST_STEPS = 30

/** The version of every plan that stands now, by id; one question for all of them. */
export async function currentPlans(store: Store, tenant: string): Promise<PlanVersion[]> {
  const rows = await store.db
    .selectFrom('plan_versions as p')
    .select(['p.plan', 'p.body', 'p.hash', 'p.log'])
    .where('p.tenant', '=', tenant)
    .where(
      'p.log',
      '=',
      eb =>
        eb
          .selectFrom('plan_versions as n')
          .select(n => n.fn.max('n.log').as('log'))
          .where('n.tenant', '=', tenant)
          .whereRef('n.plan', '=', 'p.plan') as never,
    )
    .orderBy('p.plan')
    .execute()
  return rows.map(row => ({ plan: planOfBody(row.body), log: count(row.log), hash: row.hash }))
}

/** The plans of a tenant in Vietnamese order; `find` narrows them, with or without accents. */
export async function listPlans(store: Store, tenant: string, find = ''): Promise<PlanListed[]> {
  let query = store.db
    .selectFrom('plan_versions')
    .select(['plan', 'name', 'name_sort', eb => eb.fn.max('log').as('log')])
    .where('tenant', '=', tenant)
    .groupBy(['plan', 'name', 'name_sort'])
  if (find !== '') query = query.where('name_folded', 'like', `%${foldedForm(find).replace(/[%_]/g, '')}%`)
  const rows = await query.orderBy('name_sort').execute()
  const latest = new Map<string, PlanListed>()
  for (const row of rows) {
    const known = latest.get(row.plan)
    if (!known || known.log < count(row.log))
      latest.set(row.plan, { id: row.plan, name: row.name, log: count(row.log) })
  }
  return [...latest.values()]
}
