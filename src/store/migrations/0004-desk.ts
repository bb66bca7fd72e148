import type { Kysely } from 'kysely'

/** Reports of offices, version by version, and the notices that go out about them. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('reports')
    .addColumn('tenant', 'text', c => c.notNull())
    .addColumn('round', 'text', c => c.notNull())
    .addColumn('organisation', 'text', c => c.notNull())
    .addColumn('version', 'bigint', c => c.notNull())
    .addColumn('log', 'bigint', c => c.notNull())
    .addColumn('verb', 'text', c => c.notNull())
    .addColumn('state', 'text', c => c.notNull())
    .addColumn('actor', 'text', c => c.notNull())
    .addColumn('moment', 'text', c => c.notNull())
    .addColumn('reason', 'text', c => c.notNull())
    .addColumn('body', 'text', c => c.notNull())
    .addColumn('hash', 'text', c => c.notNull())
    .addPrimaryKeyConstraint('reports_key', ['tenant', 'round', 'organisation', 'version'])
    .execute()
  await db.schema
    .createTable('notices')
    .addColumn('tenant', 'text', c => c.notNull())
    .addColumn('recipient', 'text', c => c.notNull())
    .addColumn('id', 'text', c => c.notNull())
    .addColumn('log', 'bigint', c => c.notNull())
    .addColumn('kind', 'text', c => c.notNull())
    .addColumn('round', 'text', c => c.notNull())
    .addColumn('organisation', 'text', c => c.notNull())
    .addColumn('day', 'text', c => c.notNull())
    .addColumn('detail', 'text', c => c.notNull())
    .addColumn('sent', 'text', c => c.notNull())
    .addPrimaryKeyConstraint('notices_key', ['tenant', 'recipient', 'id'])
    .execute()
}
