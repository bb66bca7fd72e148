import type { Kysely, Transaction } from 'kysely'
import { count } from './integers.ts'
import type { Store } from './open.ts'
import type { Tables } from './schema.ts'

/** Who writes, and what: one line of the tenant's log. */
export interface Entry {
  readonly actor: string
  readonly kind: string
  readonly subject: string
}

/**
 * Runs a change in one transaction with the next number of the tenant's log. The number is taken by a write to the
 * tenant's own row, which both engines lock until the commit, so numbers have no gaps that were seen and no order but one.
 */
export async function logged<T>(
  store: Store,
  tenant: string,
  entry: Entry,
  change: (trx: Transaction<Tables>, log: number) => Promise<T>,
): Promise<{ readonly log: number; readonly value: T }> {
  return store.db.transaction().execute(async trx => {
    const log = await nextNumber(trx, tenant)
    const value = await change(trx, log)
    await trx
      .insertInto('log')
      .values({ tenant, number: log, moment: store.now().toISOString(), ...entry })
      .execute()
    return { log, value }
  })
}

async function nextNumber(trx: Transaction<Tables>, tenant: string): Promise<number> {
  const head = await trx
    .insertInto('log_heads')
    .values({ tenant, number: 1 })
    .onConflict(conflict =>
      conflict.column('tenant').doUpdateSet(eb => ({ number: eb('log_heads.number', '+', 1 as never) })),
    )
    .returning('number')
    .execute()
  return count(head[0]?.number ?? 1)
}

/** Creates the tenant if it is not there. */
export async function ensureTenant(db: Kysely<Tables>, id: string, name: string): Promise<void> {
  await db
    .insertInto('tenants')
    .values({ id, name })
    .onConflict(conflict => conflict.column('id').doNothing())
    .execute()
}

/** The last number that was in the log at a moment (ISO, with its offset); 0 before the first. */
export async function logAt(store: Store, tenant: string, moment: string): Promise<number> {
  const rows = await store.db
    .selectFrom('log')
    .select(eb => eb.fn.max('number').as('number'))
    .where('tenant', '=', tenant)
    .where('moment', '<=', new Date(moment).toISOString())
    .execute()
  const number = rows[0]?.number as bigint | string | number | null | undefined
  return number === null || number === undefined ? 0 : count(number)
}

/** The moment of a number of the log; null where there is none. */
export async function momentOf(store: Store, tenant: string, log: number): Promise<string | null> {
  const rows = await store.db
    .selectFrom('log')
    .select('moment')
    .where('tenant', '=', tenant)
    .where('number', '=', log)
    .execute()
  return rows[0]?.moment ?? null
}
