import { rmSync } from 'node:fs'
import { Migrator, sql, type Migration } from 'kysely'
import { openStore, type Store } from './open.ts'
import * as first from './migrations/0001-first.ts'
import * as chainSeries from './migrations/0002-chain-series.ts'
import * as accounts from './migrations/0003-accounts.ts'
import * as desk from './migrations/0004-desk.ts'
import * as jobsAudit from './migrations/0005-jobs-audit.ts'
import * as evidence from './migrations/0006-evidence.ts'
import * as figuresByLog from './migrations/0007-figures-by-log.ts'
import * as documentFiles from './migrations/0008-document-files.ts'

/** One history for both engines; a new step is a new line here. */
export const HISTORY: Readonly<Record<string, Migration>> = {
  '0001-first': first,
  '0002-chain-series': chainSeries,
  '0003-accounts': accounts,
  '0004-desk': desk,
  '0005-jobs-audit': jobsAudit,
  '0006-evidence': evidence,
  '0007-figures-by-log': figuresByLog,
  '0008-document-files': documentFiles,
}

/** The steps that this program knows, the newest last. */
export const STEPS: readonly string[] = Object.keys(HISTORY).sort()
const LATEST = STEPS.at(-1) ?? ''

/** What a migration did, or why it refused. */
export type Migrated =
  { readonly done: readonly string[] } | { readonly refused: 'newer' | 'failed'; readonly detail: string }

/**
 * Brings the schema up to date. A store that a newer program wrote is refused untouched. All steps are one transaction on
 * either engine; an embedded store that holds something is tried on a copy before, so that a step that fails, or finds no
 * room on the disk, leaves it as it was.
 */
export async function migrate(
  store: Store,
  to: string = LATEST,
  history: Readonly<Record<string, Migration>> = HISTORY,
): Promise<Migrated> {
  const migrator = migratorOf(store, history)
  const known = new Set(Object.keys(history))
  const applied = (await appliedOf(store)).filter(name => !known.has(name))
  if (applied.length > 0) return { refused: 'newer', detail: applied.join(', ') }
  const pending = (await migrator.getMigrations()).filter(step => step.executedAt === undefined)
  if (pending.length === 0) return { done: [] }
  if ('path' in store.place && pending.length < known.size) {
    const tried = await tryOnCopy(store, store.place.path, to, history)
    if (tried !== null) return { refused: 'failed', detail: tried }
  }
  const { error, results } = await migrator.migrateTo(to)
  if (error !== undefined)
    return { refused: 'failed', detail: error instanceof Error ? error.message : JSON.stringify(error) }
  return { done: (results ?? []).map(result => result.migrationName) }
}

const migratorOf = ({ db, place }: Store, history: Readonly<Record<string, Migration>>) =>
  new Migrator({
    db,
    provider: { getMigrations: () => Promise.resolve({ ...history }) },
    allowUnorderedMigrations: false,
    ...('schema' in place && place.schema ? { migrationTableSchema: place.schema } : {}),
  })

/** The names of the steps that the store has taken, read without the migrator, which refuses names it does not know. */
export async function appliedOf({ db, engine }: Store): Promise<string[]> {
  const there =
    engine === 'sqlite'
      ? sql<{
          found: string | null
        }>`select name as found from sqlite_master where type = 'table' and name = 'kysely_migration'`
      : sql<{ found: string | null }>`select to_regclass('kysely_migration')::text as found`
  const { rows } = await there.execute(db)
  if ((rows[0]?.found ?? null) === null) return []
  const applied = await sql<{ name: string }>`select name from kysely_migration`.execute(db)
  return applied.rows.map(row => row.name)
}

/** What goes wrong where the steps are taken on a copy, of one moment even while others write; null where nothing does. */
async function tryOnCopy(
  { db, now }: Store,
  path: string,
  to: string,
  history: Readonly<Record<string, Migration>>,
): Promise<string | null> {
  const copy = `${path}.trial`
  const remove = () => {
    for (const suffix of ['', '-wal', '-shm']) rmSync(copy + suffix, { force: true })
  }
  remove()
  try {
    await sql`vacuum into ${copy}`.execute(db)
    const trial = openStore({ path: copy }, now)
    const { error } = await migratorOf(trial, history).migrateTo(to)
    await trial.close()
    return error === undefined ? null : error instanceof Error ? error.message : JSON.stringify(error)
  } finally {
    remove()
  }
}
