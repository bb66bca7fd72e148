import { sql, type Kysely } from 'kysely'
import { foldedLine } from '../chain.ts'
import { count } from '../integers.ts'

/**
 * What runs for more than a second is kept, so that its page survives a reload; the log is found by who, what and subject,
 * and by words without accents.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('jobs')
    .addColumn('tenant', 'text', c => c.notNull())
    .addColumn('id', 'text', c => c.notNull())
    .addColumn('kind', 'text', c => c.notNull())
    .addColumn('subject', 'text', c => c.notNull())
    .addColumn('actor', 'text', c => c.notNull())
    .addColumn('state', 'text', c => c.notNull())
    .addColumn('asked', 'text', c => c.notNull())
    .addColumn('seen', 'text', c => c.notNull())
    .addColumn('ended', 'text', c => c.notNull())
    .addColumn('progress', 'text', c => c.notNull())
    .addColumn('result', 'text', c => c.notNull())
    .addPrimaryKeyConstraint('jobs_key', ['tenant', 'id'])
    .execute()
  await db.schema.createIndex('jobs_asked').on('jobs').columns(['tenant', 'asked']).execute()
  await db.schema
    .alterTable('log')
    .addColumn('folded', 'text', c => c.notNull().defaultTo(''))
    .execute()
  await fold(db)
  await db.schema.createIndex('log_actor').on('log').columns(['tenant', 'actor', 'number']).execute()
  await db.schema.createIndex('log_kind').on('log').columns(['tenant', 'kind', 'number']).execute()
  // A subject may be a file's name of any length, which a key of an index may not.
  await sql`create index log_subject on log (tenant, substr(subject, 1, 200), number)`.execute(db)
}

interface Row {
  readonly tenant: string
  readonly number: bigint | string | number
  readonly subject: string
  readonly before: string
  readonly after: string
}

const PAGE = 1000

async function fold(db: Kysely<unknown>): Promise<void> {
  let [tenant, number] = ['', 0]
  for (;;) {
    const { rows } = await sql<Row>`select tenant, number, subject, before, after from log
      where (tenant, number) > (${tenant}, ${number}) order by tenant, number limit ${sql.lit(PAGE)}`.execute(db)
    for (const row of rows)
      await sql`update log set folded = ${foldedLine(row)}
        where tenant = ${row.tenant} and number = ${row.number}`.execute(db)
    const last = rows.at(-1)
    if (!last || rows.length < PAGE) return
    ;[tenant, number] = [last.tenant, count(last.number)]
  }
}
