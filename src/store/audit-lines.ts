import { sql, type SelectQueryBuilder } from 'kysely'
import { foldedForm } from '../measure/names.ts'
import { count } from './integers.ts'
import type { Store } from './open.ts'
import type { Tables } from './schema.ts'

/** Which lines are asked for; what is left out does not narrow. */
export interface LinesAsked {
  /** ISO moments, both ends included. */
  readonly from?: string
  readonly to?: string
  /** An address whole, or a part of it. */
  readonly actor?: string
  readonly kind?: string
  /** The whole subject. */
  readonly subject?: string
  /** How it came in, or the network address that it came from. */
  readonly origin?: string
  /** The code of an organisation or area that the line names. */
  readonly place?: string
  /** Words that stand in the subject, or in what was before or after; with or without accents. */
  readonly text?: string
  /** Only these numbers. */
  readonly numbers?: readonly number[]
  /** Only lines behind this number. */
  readonly after?: number
  /** Only lines before this number. */
  readonly before?: number
  readonly newestFirst?: boolean
  readonly limit?: number
}

export type AuditLine = Omit<Tables['log'], 'number' | 'folded'> & { readonly number: number }

const COLUMNS = [
  'tenant',
  'number',
  'moment',
  'actor',
  'origin',
  'address',
  'kind',
  'subject',
  'before',
  'after',
  'previous',
  'hash',
] as const

/** Lines of the audit in their order, in one question whatever is asked and however long the log is. */
export async function auditLines(store: Store, tenant: string, asked: LinesAsked = {}): Promise<AuditLine[]> {
  if (asked.numbers?.length === 0) return []
  const rows = await narrowed(store.db.selectFrom('log').select(COLUMNS), tenant, asked)
    .orderBy('number', asked.newestFirst ? 'desc' : 'asc')
    .limit(asked.limit ?? 1000)
    .execute()
  return rows.map(row => ({ ...row, number: count(row.number) }))
}

/** How many lines are meant, at most `most` and one more: what is beyond is not counted. Pages of them do not narrow. */
export async function countAuditLines(
  store: Store,
  tenant: string,
  { after: _, before: __, ...asked }: LinesAsked,
  most: number,
): Promise<number> {
  if (asked.numbers?.length === 0) return 0
  const found = narrowed(store.db.selectFrom('log').select('number'), tenant, asked).limit(most + 1)
  const [row] = await store.db
    .selectFrom(found.as('found'))
    .select(eb => eb.fn.countAll<bigint>().as('lines'))
    .execute()
  return row ? count(row.lines) : 0
}

function narrowed<Row>(
  lines: SelectQueryBuilder<Tables, 'log', Row>,
  tenant: string,
  asked: LinesAsked,
): SelectQueryBuilder<Tables, 'log', Row> {
  let query = lines.where('tenant', '=', tenant)
  // Moments never run back, so a time is a range of numbers; none at all where nothing was written by then or since.
  if (asked.from !== undefined)
    query = query.where(sql<boolean>`number >= (select number from log where tenant = ${tenant}
      and moment >= ${asked.from} order by moment, number limit 1)`)
  if (asked.to !== undefined)
    query = query.where(sql<boolean>`number <= (select number from log where tenant = ${tenant}
      and moment <= ${asked.to} order by moment desc, number desc limit 1)`)
  if (asked.actor !== undefined)
    query = asked.actor.includes('@')
      ? query.where('actor', '=', asked.actor)
      : query.where(holding('actor', asked.actor))
  if (asked.kind !== undefined) query = query.where('kind', '=', asked.kind)
  if (asked.subject !== undefined)
    query = query
      .where(sql<boolean>`substr(subject, 1, 200) = substr(${asked.subject}, 1, 200)`)
      .where('subject', '=', asked.subject)
  if (asked.origin !== undefined)
    query = query.where(eb =>
      eb.or([eb('origin', '=', asked.origin as never), eb('address', '=', asked.origin as never)]),
    )
  if (asked.place !== undefined) query = query.where(naming(asked.place))
  if (asked.text !== undefined) query = query.where(holding('folded', foldedForm(asked.text)))
  if (asked.numbers) query = query.where('number', 'in', asked.numbers as never)
  if (asked.after !== undefined) query = query.where('number', '>', asked.after as never)
  if (asked.before !== undefined) query = query.where('number', '<', asked.before as never)
  return query
}

const holding = (column: 'actor' | 'folded', words: string) =>
  sql<boolean>`${sql.ref(column)} like ${`%${literally(words)}%`} escape '\\'`

/** A code stands alone in the subject, or in quotes in what was before or after. */
function naming(code: string) {
  const folded = foldedForm(code)
  return sql<boolean>`(subject = ${code} or subject like ${`% ${literally(code)}`} escape '\\'
    or folded like ${`%"${literally(folded)}"%`} escape '\\')`
}

const literally = (words: string): string => words.replace(/[\\%_]/g, '\\$&')

/** One line by its number; null where there is none. */
export async function auditLine(store: Store, tenant: string, number: number): Promise<AuditLine | null> {
  return (await auditLines(store, tenant, { numbers: [number], limit: 1 }))[0] ?? null
}
