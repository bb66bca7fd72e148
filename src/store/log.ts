import type { Kysely, Transaction } from 'kysely'
import { chainHash, foldedLine } from './chain.ts'
import { count } from './integers.ts'
import type { Store } from './open.ts'
import type { Tables } from './schema.ts'

/** How a change came in. */
export const ORIGINS = ['page', 'api', 'cli', 'import', 'system'] as const
export type Origin = (typeof ORIGINS)[number]

/** Who changes something, and from where. */
export interface By {
  readonly actor: string
  readonly origin?: Origin
  /** The network address; empty or left out where there is none. */
  readonly address?: string
}

/** What one line of the tenant's log says. */
export interface Entry {
  readonly by: By
  readonly kind: string
  readonly subject: string
  /** What stood before and stands after, as JSON values; for a long text its hash. */
  readonly before?: unknown
  readonly after?: unknown
}

/** A change that turned out to change nothing: its transaction is taken back and no number of the log is spent. */
export const NOTHING = Symbol('nothing changed')

export interface Logged<T> {
  readonly log: number
  readonly value: T
}

/**
 * Runs a change in one transaction with the next number of the tenant's log, and writes the line that tells of it. The
 * number is taken by a write to the tenant's own row, which every engine locks until the commit, so numbers have no gaps
 * that were seen and no order but one; the moment never runs back, whatever the clock does. Null where the change gives
 * `NOTHING`.
 */
export async function loggedIfChanged<T>(
  store: Store,
  tenant: string,
  entry: Entry | ((value: T) => Entry),
  change: (trx: Transaction<Tables>, log: number) => Promise<T | typeof NOTHING>,
): Promise<Logged<T> | null> {
  try {
    return await store.db.transaction().execute(async trx => {
      const { number, last } = await nextNumber(trx, tenant)
      const value = await change(trx, number)
      if (value === NOTHING) throw new NothingChanged()
      await writeLine(trx, tenant, number, last, store.now(), typeof entry === 'function' ? entry(value) : entry)
      return { log: number, value }
    })
  } catch (error) {
    if (error instanceof NothingChanged) return null
    throw error
  }
}

/** The same for a change that always is one. */
export async function logged<T>(
  store: Store,
  tenant: string,
  entry: Entry | ((value: T) => Entry),
  change: (trx: Transaction<Tables>, log: number) => Promise<T>,
): Promise<Logged<T>> {
  const done = await loggedIfChanged(store, tenant, entry, change)
  if (!done) throw new Error('a change gave nothing')
  return done
}

class NothingChanged extends Error {}

interface Last {
  readonly moment: string
  readonly hash: string
}

async function nextNumber(trx: Transaction<Tables>, tenant: string): Promise<{ number: number; last: Last }> {
  const [head] = await trx
    .insertInto('log_heads')
    .values({ tenant, number: 1, moment: '', hash: '' })
    .onConflict(conflict =>
      conflict.column('tenant').doUpdateSet(eb => ({ number: eb('log_heads.number', '+', 1 as never) })),
    )
    .returning(['number', 'moment', 'hash'])
    .execute()
  if (!head) throw new Error('the log gave no number')
  return { number: count(head.number), last: head }
}

async function writeLine(
  trx: Transaction<Tables>,
  tenant: string,
  number: number,
  last: Last,
  now: Date,
  { by, kind, subject, before, after }: Entry,
): Promise<void> {
  const clock = now.toISOString()
  const line = {
    tenant,
    number,
    moment: clock > last.moment ? clock : last.moment,
    actor: by.actor,
    origin: by.origin ?? 'system',
    address: by.address ?? '',
    kind,
    subject,
    before: before === undefined ? '' : JSON.stringify(before),
    after: after === undefined ? '' : JSON.stringify(after),
    previous: last.hash,
  }
  const hash = chainHash(line)
  await trx
    .insertInto('log')
    .values({ ...line, hash, folded: foldedLine(line) })
    .execute()
  await trx.updateTable('log_heads').set({ moment: line.moment, hash }).where('tenant', '=', tenant).execute()
}

/** Creates the tenant if it is not there. */
export async function ensureTenant(db: Kysely<Tables>, id: string, name: string): Promise<void> {
  await db
    .insertInto('tenants')
    .values({ id, name })
    .onConflict(conflict => conflict.column('id').doNothing())
    .execute()
}

/** The last number of the tenant's log; 0 before the first. */
export async function logHead({ db }: Pick<Store, 'db'>, tenant: string): Promise<number> {
  const [row] = await db.selectFrom('log_heads').select('number').where('tenant', '=', tenant).execute()
  return row ? count(row.number) : 0
}

/** Where the log stands: its last number, and the hash that stands for all that it says up to there. */
export interface LogEnd {
  readonly number: number
  readonly hash: string
}

/** What was done since the log ended so; null where it says something else up to there, or more than `most` was done. */
export async function kindsSince(
  { db }: Pick<Store, 'db'>,
  tenant: string,
  end: LogEnd,
  most: number,
): Promise<{ readonly end: LogEnd; readonly kinds: readonly string[] } | null> {
  const rows = await db
    .selectFrom('log')
    .select(['number', 'kind', 'hash'])
    .where('tenant', '=', tenant)
    .where('number', '>=', end.number as never)
    .orderBy('number')
    .limit(most + 1)
    .execute()
  const [first, last] = [rows[0], rows.at(-1)]
  if (!first || !last || count(first.number) !== end.number || first.hash !== end.hash || rows.length > most)
    return null
  return { end: { number: count(last.number), hash: last.hash }, kinds: rows.slice(1).map(row => row.kind) }
}

/** Where the log stands; null before its first line. */
export async function logEnd({ db }: Pick<Store, 'db'>, tenant: string): Promise<LogEnd | null> {
  const [row] = await db.selectFrom('log_heads').select(['number', 'hash']).where('tenant', '=', tenant).execute()
  return row ? { number: count(row.number), hash: row.hash } : null
}

/** The last number that was in the log at a moment (ISO, with its offset); 0 before the first. */
export async function logAt(store: Store, tenant: string, moment: string): Promise<number> {
  const [row] = await store.db
    .selectFrom('log')
    .select('number')
    .where('tenant', '=', tenant)
    .where('moment', '<=', new Date(moment).toISOString())
    .orderBy('moment', 'desc')
    .orderBy('number', 'desc')
    .limit(1)
    .execute()
  return row ? count(row.number) : 0
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
