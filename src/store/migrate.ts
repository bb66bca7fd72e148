import { copyFileSync, existsSync, rmSync } from 'node:fs'
import { Migrator, sql, type Migration } from 'kysely'
import { openStore, type Store } from './open.ts'
import * as first from './migrations/0001-first.ts'
import * as chainSeries from './migrations/0002-chain-series.ts'
import * as accounts from './migrations/0003-accounts.ts'
import * as desk from './migrations/0004-desk.ts'

/** One history for both engines; a new step is a new line here. */
const HISTORY: Readonly<Record<string, Migration>> = {
  '0001-first': first,
  '0002-chain-series': chainSeries,
  '0003-accounts': accounts,
  '0004-desk': desk,
}

/** The steps that this program knows, the newest last. */
export const STEPS: readonly string[] = Object.keys(HISTORY).sort()
const LATEST = STEPS.at(-1) ?? ''

/** What a migration did, or why it refused. */
export type Migrated =
  { readonly done: readonly string[] } | { readonly refused: 'newer' | 'failed'; readonly detail: string }

/**
 * Brings the schema up to date. A store that a newer program wrote is refused untouched; an embedded store that holds
 * something is tried on a copy first, so that a step that fails leaves it as it was.
 */
export async function migrate(store: Store, to: string = LATEST): Promise<Migrated> {
  const migrator = migratorOf(store)
  const known = new Set(Object.keys(HISTORY))
  const applied = (await appliedOf(store)).filter(name => !known.has(name))
  if (applied.length > 0) return { refused: 'newer', detail: applied.join(', ') }
  const pending = (await migrator.getMigrations()).filter(step => step.executedAt === undefined)
  if (pending.length === 0) return { done: [] }
  if ('path' in store.place && pending.length < known.size) {
    const tried = await tryOnCopy(store.place.path, store.now)
    if (tried !== null) return { refused: 'failed', detail: tried }
  }
  const { error, results } = await migrator.migrateTo(to)
  if (error !== undefined)
    return { refused: 'failed', detail: error instanceof Error ? error.message : JSON.stringify(error) }
  return { done: (results ?? []).map(result => result.migrationName) }
}

const migratorOf = ({ db, place }: Store) =>
  new Migrator({
    db,
    provider: { getMigrations: () => Promise.resolve({ ...HISTORY }) },
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

async function tryOnCopy(path: string, now: () => Date): Promise<string | null> {
  const copy = `${path}.trial`
  for (const suffix of ['', '-wal', '-shm']) if (existsSync(path + suffix)) copyFileSync(path + suffix, copy + suffix)
  const trial = openStore({ path: copy }, now)
  try {
    const { error } = await migratorOf(trial).migrateToLatest()
    return error === undefined ? null : error instanceof Error ? error.message : JSON.stringify(error)
  } finally {
    await trial.close()
    for (const suffix of ['', '-wal', '-shm']) rmSync(copy + suffix, { force: true })
  }
}
