import { createHash } from 'node:crypto'
import { createRequire } from 'node:module'
import { closeSync, mkdirSync, openSync } from 'node:fs'
import { dirname } from 'node:path'
import {
  Kysely,
  PostgresDialect,
  SqliteAdapter,
  type CompiledQuery,
  type LogEvent,
  type PostgresPool,
  type SqliteDatabase,
} from 'kysely'
import pg from 'pg'
import { EmbeddedDialect } from './embedded-driver.ts'
import type { Tables } from './schema.ts'

/** Where the store lives: a file of the embedded engine, or a PostgreSQL. */
export type Place = { readonly path: string } | { readonly url: string; readonly schema?: string }

/** An open store. The clock is handed in: the moment at which a figure is learnt is the store's, never a file's. */
export interface Store {
  readonly db: Kysely<Tables>
  readonly engine: 'sqlite' | 'postgres'
  /** The handle of the embedded engine that its transactions run on; null where the store is served. */
  readonly embedded: Embedded | null
  readonly place: Place
  readonly now: () => Date
  close(): Promise<void>
}

/** The embedded engine's own handle: for statements that are prepared once and run a million times. */
export interface Embedded extends SqliteDatabase {
  prepare(text: string): ReturnType<SqliteDatabase['prepare']> & {
    run(values: readonly unknown[]): unknown
    all(values: readonly unknown[]): unknown[]
  }
  defaultSafeIntegers(on: boolean): void
  pragma(text: string): unknown
}

/** Opens a store without touching its schema; `migrate` brings that up to date. `watch` is told of every query. */
export function openStore(place: Place, now: () => Date, watch?: (query: CompiledQuery) => void): Store {
  const log = watch && ((event: LogEvent) => watch(event.query))
  if ('path' in place) {
    if (place.path !== ':memory:') makeOwn(place.path)
    const database = openLibsql(place.path)
    const openReader = place.path === ':memory:' ? null : () => openLibsql(place.path, true)
    const dialect = new WholeChanges({ writer: database, openReader })
    const db = new Kysely<Tables>({ dialect, ...(log ? { log } : {}) })
    return { db, engine: 'sqlite', embedded: database, place, now, close: () => db.destroy() }
  }
  const pool = new pg.Pool({
    connectionString: place.url,
    max: 10,
    ...(place.schema ? { options: `-c search_path=${place.schema}` } : {}),
  })
  // A connection that the server ends while it rests in the pool is replaced by the next query; it is no fault of a caller.
  pool.on('error', () => undefined)
  // One that is ended in the middle of a change fails that change; the event beside it must not end the program.
  pool.on('connect', client => void client.on('error', () => undefined))
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool: preparing(pool) }), ...(log ? { log } : {}) })
  return { db, engine: 'postgres', embedded: null, place, now, close: () => db.destroy() }
}

/** A statement of a served store that begins so is prepared once on each connection: only texts of a bounded number. */
export const PREPARED = '/* prepared */ '

/** The pool as Kysely wants it, with the one thing that its interface does not pass on: the name of a prepared statement. */
function preparing(pool: pg.Pool): PostgresPool {
  const connect = async () => {
    const client = await pool.connect()
    return {
      query: (text: string, values: readonly unknown[]) =>
        client.query(
          text.startsWith(PREPARED)
            ? { name: createHash('sha1').update(text).digest('hex'), text, values: [...values] }
            : { text, values: [...values] },
        ),
      release: () => client.release(),
    }
  }
  // Kysely's type asks for cursors too, which nothing here streams through.
  return { connect, end: () => pool.end() } as unknown as PostgresPool
}

/** Kysely takes SQLite's schema changes for ones that no transaction holds; they are held, so a migration is all or nothing. */
class WholeChanges extends EmbeddedDialect {
  override createAdapter(): SqliteAdapter {
    return new EmbeddedAdapter()
  }
}

class EmbeddedAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true
  }
}

/** The store holds hashes of passwords and figures that are not published yet: it is its owner's alone. */
function makeOwn(path: string): void {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
  // The engine gives the files beside it the same rights.
  closeSync(openSync(path, 'a', 0o600))
}

function openLibsql(path: string, onlyReads = false): Embedded {
  const Database = createRequire(import.meta.url)('libsql') as new (path: string) => Embedded
  const database = new Database(path)
  // Without this 9007199254740993 reads back as …992 without a word.
  database.defaultSafeIntegers(true)
  database.pragma('journal_mode = WAL')
  database.pragma('synchronous = FULL')
  database.pragma('foreign_keys = ON')
  database.pragma('busy_timeout = 60000')
  if (onlyReads) database.pragma('query_only = ON')
  return database
}
