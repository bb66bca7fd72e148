import { createRequire } from 'node:module'
import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { Kysely, PostgresDialect, SqliteAdapter, SqliteDialect, type SqliteDatabase } from 'kysely'
import pg from 'pg'
import type { Tables } from './schema.ts'

/** Where the store lives: a file of the embedded engine, or a PostgreSQL. */
export type Place = { readonly path: string } | { readonly url: string; readonly schema?: string }

/** An open store. The clock is handed in: the moment at which a figure is learnt is the store's, never a file's. */
export interface Store {
  readonly db: Kysely<Tables>
  readonly engine: 'sqlite' | 'postgres'
  readonly place: Place
  readonly now: () => Date
  close(): Promise<void>
}

interface Libsql extends SqliteDatabase {
  defaultSafeIntegers(on: boolean): void
  pragma(text: string): unknown
}

/** Opens a store without touching its schema; `migrate` brings that up to date. */
export function openStore(place: Place, now: () => Date): Store {
  if ('path' in place) {
    if (place.path !== ':memory:') mkdirSync(dirname(place.path), { recursive: true })
    const database = openLibsql(place.path)
    const db = new Kysely<Tables>({ dialect: new EmbeddedDialect({ database }) })
    return { db, engine: 'sqlite', place, now, close: () => db.destroy() }
  }
  const pool = new pg.Pool({
    connectionString: place.url,
    max: 10,
    ...(place.schema ? { options: `-c search_path=${place.schema}` } : {}),
  })
  // A connection that the server ends while it rests in the pool is replaced by the next query; it is no fault of a caller.
  pool.on('error', () => undefined)
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) })
  return { db, engine: 'postgres', place, now, close: () => db.destroy() }
}

/** Kysely takes SQLite's schema changes for ones that no transaction holds; they are held, so a migration is all or nothing. */
class EmbeddedDialect extends SqliteDialect {
  override createAdapter(): SqliteAdapter {
    return new EmbeddedAdapter()
  }
}

class EmbeddedAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true
  }
}

function openLibsql(path: string): Libsql {
  const Database = createRequire(import.meta.url)('libsql') as new (path: string) => Libsql
  const database = new Database(path)
  // Without this 9007199254740993 reads back as …992 without a word.
  database.defaultSafeIntegers(true)
  database.pragma('journal_mode = WAL')
  database.pragma('synchronous = FULL')
  database.pragma('foreign_keys = ON')
  database.pragma('busy_timeout = 60000')
  return database
}
