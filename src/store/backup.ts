import { createHash } from 'node:crypto'
import { createWriteStream, openSync, closeSync, fsyncSync, renameSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import { Readable } from 'node:stream'
import { sql, type Kysely } from 'kysely'
import { count, integer } from './integers.ts'
import { appliedOf } from './migrate.ts'
import type { Store } from './open.ts'
import type { Tables } from './schema.ts'
import type { Step } from './step.ts'
import { AT_ONCE, INTEGERS, KEYS, TABLE_NAMES, type TableName } from './tables.ts'

/** What the first line of a backup says. */
export interface BackupHead {
  readonly format: 'cotmoc-backup'
  readonly version: 1
  /** The steps of the schema that its rows are of. */
  readonly schema: readonly string[]
  /** The moment, ISO. */
  readonly made: string
}

export interface BackedUp {
  readonly rows: number
  /** SHA-256 of all lines before the last, which holds it. */
  readonly sha256: string
}

/**
 * Writes the whole store as one file: gzip of JSON lines, the same whatever the engine, so that what was embedded can be
 * restored to PostgreSQL and the reverse. All rows are of one moment; writers go on meanwhile. The file appears under its
 * name only when it is whole and on disk. `step` is told of rows written.
 */
export async function backup(store: Store, file: string, step?: Step): Promise<BackedUp> {
  const part = `${file}.part`
  const schema = (await appliedOf(store)).sort()
  const head: BackupHead = { format: 'cotmoc-backup', version: 1, schema, made: store.now().toISOString() }
  const done = { rows: 0, sha256: '' }
  try {
    await atOneMoment(store, async db => {
      const lines = Readable.from(blocks(allLines(db, head, done, step)), { objectMode: false })
      await pipeline(lines, createGzip({ level: 5 }), createWriteStream(part, { flags: 'w', mode: 0o600 }))
    })
    sync(part)
    renameSync(part, file)
    sync(dirname(file))
  } finally {
    rmSync(part, { force: true })
  }
  return done
}

/** A transaction that sees the store as it is at its first read. */
const atOneMoment = <T>(store: Store, use: (db: Kysely<Tables>) => Promise<T>): Promise<T> =>
  store.engine === 'postgres'
    ? store.db.transaction().setIsolationLevel('repeatable read').execute(use)
    : store.db.transaction().execute(use)

async function* allLines(
  db: Kysely<Tables>,
  head: BackupHead,
  done: { rows: number; sha256: string },
  step?: Step,
): AsyncGenerator<string> {
  const hash = createHash('sha256')
  const line = (value: unknown): string => {
    const text = `${JSON.stringify(value)}\n`
    hash.update(text)
    return text
  }
  yield line(head)
  for (const table of TABLE_NAMES) {
    let columns: readonly string[] | null = null
    for await (const row of rowsOf(db, table)) {
      if (!columns) yield line({ table, columns: (columns = Object.keys(row)) })
      yield line(columns.map(column => cellOf(table, column, row[column])))
      done.rows += 1
      if (done.rows % PAGE === 0) await step?.(done.rows)
    }
  }
  done.sha256 = hash.digest('hex')
  yield `${JSON.stringify({ end: true, rows: done.rows, sha256: done.sha256 })}\n`
}

const cellOf = (table: TableName, column: string, value: unknown): string | number | null => {
  if (value === null) return null
  return INTEGERS[table].includes(column) ? Number(integer(value as bigint)) : (value as string)
}

const PAGE = 2000

type AnyRow = Readonly<Record<string, unknown>>

/** The rows of a table in the order of its key, page by page. */
async function* rowsOf(db: Kysely<Tables>, table: TableName): AsyncGenerator<AnyRow> {
  const most = AT_ONCE[table] ?? PAGE
  let page: readonly AnyRow[] = []
  do {
    page = await pageOf(db, table, page.at(-1), most)
    yield* page
  } while (page.length === most)
}

async function pageOf(
  db: Kysely<Tables>,
  table: TableName,
  last: AnyRow | undefined,
  most: number,
): Promise<readonly AnyRow[]> {
  const columns = sql.join(KEYS[table].map(column => sql.ref(column)))
  const values = KEYS[table].map(column => {
    const value = last?.[column]
    return INTEGERS[table].includes(column) ? sql.lit(count((value ?? 0) as bigint)) : sql`${value ?? ''}`
  })
  const behind = last ? sql`where (${columns}) > (${sql.join(values)})` : sql``
  const found =
    await sql<AnyRow>`select * from ${sql.table(table)} ${behind} order by ${columns} limit ${sql.lit(most)}`.execute(
      db,
    )
  return found.rows
}

/** Lines gathered into blocks, so that the compressor is not called for each. */
async function* blocks(lines: AsyncIterable<string>): AsyncGenerator<string> {
  let block = ''
  for await (const line of lines) {
    block += line
    if (block.length > 65536) {
      yield block
      block = ''
    }
  }
  yield block
}

function sync(path: string): void {
  try {
    const handle = openSync(path, 'r')
    fsyncSync(handle)
    closeSync(handle)
  } catch (error) {
    // Windows cannot sync a folder, and has no need to.
    if ((error as NodeJS.ErrnoException).code !== 'EISDIR' && (error as NodeJS.ErrnoException).code !== 'EPERM')
      throw error
  }
}

/** How many rows a backup would hold now. */
export async function countRows({ db }: Store): Promise<number> {
  const counts = TABLE_NAMES.map(table => sql`select count(*) as n from ${sql.table(table)}`)
  const { rows } = await sql<{ n: bigint | string | number }>`${sql.join(counts, sql` union all `)}`.execute(db)
  return rows.reduce((sum, row) => sum + count(row.n), 0)
}
