import type { Kysely } from 'kysely'
import { sha256 } from './chain.ts'
import { count } from './integers.ts'
import { loggedIfChanged, NOTHING, type By, type Logged } from './log.ts'
import type { Store } from './open.ts'
import type { Tables } from './schema.ts'

/** What is defined rather than measured; each kind's body is made and read by its own room. */
export const DEFINED = [
  'territory',
  'indicator',
  'rule',
  'organisation',
  'assignment',
  'round',
  'calendar',
  'member',
  'mapping',
  'precedence',
  'boundaries',
  'finding',
  'setting',
] as const
export type Defined = (typeof DEFINED)[number]

export interface Definition {
  readonly id: string
  /** A JSON value. */
  readonly body: unknown
  readonly log: number
  readonly hash: string
}

/** What a writing of definitions changed: the ids, and what the log tells of before and after. */
export interface Redefined {
  readonly ids: readonly string[]
  readonly before: Readonly<Record<string, unknown>>
  readonly after: Readonly<Record<string, unknown>>
}

/**
 * Writes a version of one or more definitions of a kind, all in one transaction and one line of the log; a body of null
 * retires what stood. Null where all of it stands already.
 */
export const define = (
  store: Store,
  tenant: string,
  kind: Defined,
  bodies: Readonly<Record<string, unknown>>,
  by: By,
): Promise<Logged<Redefined> | null> =>
  loggedIfChanged<Redefined>(
    store,
    tenant,
    ({ ids, before, after }) => ({
      by,
      kind,
      subject: ids.length === 1 ? (ids[0] ?? '') : String(ids.length),
      before,
      after,
    }),
    async (trx, log) => (await defineIn(trx, tenant, log, kind, bodies)) ?? NOTHING,
  )

/** The same as part of a larger change, under its number of the log. Null where all of it stands already. */
export async function defineIn(
  trx: Kysely<Tables>,
  tenant: string,
  log: number,
  kind: Defined,
  bodies: Readonly<Record<string, unknown>>,
): Promise<Redefined | null> {
  const ids = Object.keys(bodies)
  const standing = new Map((await latest(trx, tenant, kind, null, ids)).map(row => [row.id, row]))
  const rows = ids.flatMap(id => {
    const body = bodies[id] ?? null
    const text = JSON.stringify(body)
    const stands = standing.get(id)
    if (stands ? stands.body === text : body === null) return []
    const state = body === null ? 'retired' : 'stands'
    return [{ tenant, kind, id, log, state, body: text, hash: sha256(text) }]
  })
  if (rows.length === 0) return null
  for (let i = 0; i < rows.length; i += CHUNK)
    await trx
      .insertInto('definitions')
      .values(rows.slice(i, i + CHUNK))
      .execute()
  return {
    ids: rows.map(row => row.id),
    before: Object.fromEntries(rows.map(row => [row.id, told(standing.get(row.id)?.body ?? 'null')])),
    after: Object.fromEntries(rows.map(row => [row.id, told(row.body)])),
  }
}

/**
 * Puts a whole table in the place of what stands of a kind: what it does not hold is retired, but for ids that are kept. Null
 * where nothing differs.
 */
export function replaceDefinitions(
  store: Store,
  tenant: string,
  kind: Defined,
  bodies: Readonly<Record<string, object>>,
  by: By,
  keeps: (id: string) => boolean = () => false,
): Promise<Logged<Redefined> | null> {
  return loggedIfChanged<Redefined>(
    store,
    tenant,
    ({ ids, before, after }) => ({ by, kind, subject: String(ids.length), before, after }),
    async (trx, log) => {
      const standing = await definitions({ ...store, db: trx }, tenant, kind)
      const retired = standing.filter(({ id }) => !(id in bodies) && !keeps(id)).map(({ id }) => [id, null] as const)
      return (await defineIn(trx, tenant, log, kind, { ...Object.fromEntries(retired), ...bodies })) ?? NOTHING
    },
  )
}

const CHUNK = 500
const LONGEST = 2000

/** A body as the log tells it: itself, or its hash where it is long. */
const told = (body: string): unknown =>
  body.length > LONGEST ? { sha256: sha256(body), characters: body.length } : (JSON.parse(body) as unknown)

/** The definition that stood at a number of the log (null: now); null where there was none or it was retired. */
export async function definition(
  store: Store,
  tenant: string,
  kind: Defined,
  id: string,
  asOf: number | null = null,
): Promise<Definition | null> {
  return (await standing(store, tenant, kind, asOf, [id]))[0] ?? null
}

/** Every definition of a kind that stood at a number of the log (null: now), by id. */
export const definitions = (store: Store, tenant: string, kind: Defined, asOf: number | null = null) =>
  standing(store, tenant, kind, asOf)

async function standing(
  store: Store,
  tenant: string,
  kind: Defined,
  asOf: number | null,
  ids?: readonly string[],
): Promise<Definition[]> {
  const rows = await latest(store.db, tenant, kind, asOf, ids)
  return rows
    .filter(row => row.state === 'stands')
    .map(row => ({ id: row.id, body: JSON.parse(row.body) as unknown, log: count(row.log), hash: row.hash }))
    .sort((a, b) => (a.id < b.id ? -1 : 1))
}

async function latest(db: Kysely<Tables>, tenant: string, kind: Defined, asOf: number | null, ids?: readonly string[]) {
  if (ids?.length === 0) return []
  let query = db
    .selectFrom('definitions as d')
    .select(['d.id', 'd.log', 'd.state', 'd.body', 'd.hash'])
    .where('d.tenant', '=', tenant)
    .where('d.kind', '=', kind)
    .where('d.log', '=', eb => {
      let newest = eb
        .selectFrom('definitions as n')
        .select(n => n.fn.max('n.log').as('log'))
        .where('n.tenant', '=', tenant)
        .where('n.kind', '=', kind)
        .whereRef('n.id', '=', 'd.id')
      if (asOf !== null) newest = newest.where('n.log', '<=', asOf as never)
      return newest as never
    })
  if (ids) query = query.where('d.id', 'in', [...ids])
  return query.execute()
}

/** Every version of one definition, the oldest first; a retired one has a body of null. */
export async function definitionHistory(
  store: Store,
  tenant: string,
  kind: Defined,
  id: string,
): Promise<Definition[]> {
  const rows = await store.db
    .selectFrom('definitions')
    .select(['id', 'log', 'body', 'hash'])
    .where('tenant', '=', tenant)
    .where('kind', '=', kind)
    .where('id', '=', id)
    .orderBy('log')
    .execute()
  return rows.map(row => ({ id: row.id, body: JSON.parse(row.body) as unknown, log: count(row.log), hash: row.hash }))
}
