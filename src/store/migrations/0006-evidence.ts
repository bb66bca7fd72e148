import type { Kysely } from 'kysely'

/** What offices attach to their figures: each file once by its hash, and which line of which report it bears out. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('files')
    .addColumn('tenant', 'text', c => c.notNull())
    .addColumn('hash', 'text', c => c.notNull())
    .addColumn('log', 'bigint', c => c.notNull())
    .addColumn('type', 'text', c => c.notNull())
    .addColumn('size', 'bigint', c => c.notNull())
    .addColumn('body', 'text', c => c.notNull())
    .addPrimaryKeyConstraint('files_key', ['tenant', 'hash'])
    .execute()
  await db.schema
    .createTable('evidence')
    .addColumn('tenant', 'text', c => c.notNull())
    .addColumn('round', 'text', c => c.notNull())
    .addColumn('organisation', 'text', c => c.notNull())
    .addColumn('indicator', 'text', c => c.notNull())
    .addColumn('area', 'text', c => c.notNull())
    .addColumn('hash', 'text', c => c.notNull())
    .addColumn('log', 'bigint', c => c.notNull())
    .addColumn('state', 'text', c => c.notNull())
    .addColumn('name', 'text', c => c.notNull())
    .addColumn('actor', 'text', c => c.notNull())
    .addColumn('moment', 'text', c => c.notNull())
    .addPrimaryKeyConstraint('evidence_key', ['tenant', 'round', 'organisation', 'indicator', 'area', 'hash', 'log'])
    .execute()
}
