import type { Kysely } from 'kysely'
import { count } from './integers.ts'
import type { Store } from './open.ts'
import type { Tables } from './schema.ts'

/** Something that a person is told about a report of a round. */
export interface StoredNotice {
  /** The same notice has the same id, so nobody is told twice. */
  readonly id: string
  /** The address of the recipient's account. */
  readonly recipient: string
  readonly kind: string
  readonly round: string
  readonly organisation: string
  /** The ISO day that it is of. */
  readonly day: string
  /** What its sentence is filled with. */
  readonly detail: Readonly<Record<string, string>>
}

/** Keeps notices as part of a change; gives those that are new. */
export async function writeNotices(
  trx: Kysely<Tables>,
  tenant: string,
  log: number,
  notices: readonly StoredNotice[],
): Promise<StoredNotice[]> {
  const fresh: StoredNotice[] = []
  for (let i = 0; i < notices.length; i += NOTICES_AT_ONCE) {
    const chunk = notices.slice(i, i + NOTICES_AT_ONCE)
    const rows = await trx
      .insertInto('notices')
      .values(
        chunk.map(({ detail, ...notice }) => ({ tenant, ...notice, log, detail: JSON.stringify(detail), sent: '' })),
      )
      .onConflict(conflict => conflict.columns(['tenant', 'recipient', 'id']).doNothing())
      .returning(['recipient', 'id'])
      .execute()
    const written = new Set(rows.map(row => `${row.recipient} ${row.id}`))
    fresh.push(...chunk.filter(notice => written.has(`${notice.recipient} ${notice.id}`)))
  }
  return fresh
}

const NOTICES_AT_ONCE = 100

export type NoticeListed = StoredNotice & { readonly log: number; readonly sent: string }

/** The newest notices of a person (of everybody where none is named), the newest first. */
export async function noticesOf(
  store: Store,
  tenant: string,
  asked: { readonly recipient?: string; readonly unsent?: boolean; readonly limit?: number } = {},
): Promise<NoticeListed[]> {
  let query = store.db.selectFrom('notices').selectAll().where('tenant', '=', tenant)
  if (asked.recipient !== undefined) query = query.where('recipient', '=', asked.recipient)
  if (asked.unsent === true) query = query.where('sent', '=', '')
  const rows = await query
    .orderBy('log', 'desc')
    .orderBy('recipient')
    .orderBy('id')
    .limit(asked.limit ?? 200)
    .execute()
  return rows.map(row => ({
    id: row.id,
    recipient: row.recipient,
    kind: row.kind,
    round: row.round,
    organisation: row.organisation,
    day: row.day,
    detail: JSON.parse(row.detail) as Record<string, string>,
    log: count(row.log),
    sent: row.sent,
  }))
}

/** Marks notices as gone out by mail, as part of a change. */
export async function markSent(
  trx: Kysely<Tables>,
  tenant: string,
  notices: readonly Pick<StoredNotice, 'recipient' | 'id'>[],
  moment: string,
): Promise<void> {
  for (const { recipient, id } of notices)
    await trx
      .updateTable('notices')
      .set({ sent: moment })
      .where('tenant', '=', tenant)
      .where('recipient', '=', recipient)
      .where('id', '=', id)
      .execute()
}

/** How many notices wait to go out. */
export async function countUnsent({ db }: Store, tenant: string): Promise<number> {
  const [row] = await db
    .selectFrom('notices')
    .select(eb => eb.fn.countAll().as('n'))
    .where('tenant', '=', tenant)
    .where('sent', '=', '')
    .execute()
  return count(row?.n ?? 0)
}
