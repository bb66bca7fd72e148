import type { Kysely } from 'kysely'

/** What was learnt since a number of the log is found without a walk through all that was learnt before. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.createIndex('observations_log').on('observations').columns(['tenant', 'log']).execute()
}
