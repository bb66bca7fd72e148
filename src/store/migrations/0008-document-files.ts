import type { Kysely } from 'kysely'

/** The file that a document's text was taken from, by its hash among `files`; empty where only the text was kept. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .alterTable('documents')
    .addColumn('file', 'text', c => c.notNull().defaultTo(''))
    .execute()
}
