import { createHash } from 'node:crypto'
import { createReadStream, existsSync, renameSync, rmSync } from 'node:fs'
import { createGunzip } from 'node:zlib'
import { CompiledQuery, sql, type Kysely } from 'kysely'
import type { BackupHead } from './backup.ts'
import { migrate, STEPS } from './migrate.ts'
import { openStore, type Place, type Store } from './open.ts'
import type { Tables } from './schema.ts'
import { TABLE_NAMES, type TableName } from './tables.ts'

/** Why a backup is not restored. `detail` tells what was found. */
export type NotRestored =
  | {
      readonly refused: 'not-a-backup' | 'damaged' | 'newer' | 'not-empty' | 'older-over-data'
      readonly detail: string
    }
  | { readonly refused: 'failed'; readonly detail: string }

export type Restored = { readonly rows: number } | NotRestored

/**
 * Puts a backup in the place of a store. The whole file is read and its checksum proved before anything is touched. An
 * embedded store is written beside and takes the name in one step; PostgreSQL takes all rows in one transaction. A store
 * that holds something is replaced only where `replace` says so. Rows of an older schema are brought up to date.
 */
export async function restore(
  place: Place,
  now: () => Date,
  file: string,
  options: { readonly replace?: boolean } = {},
): Promise<Restored> {
  const proved = await prove(file)
  if ('refused' in proved) return proved
  const unknown = proved.head.schema.filter(step => !STEPS.includes(step))
  if (unknown.length > 0) return { refused: 'newer', detail: unknown.join(', ') }
  const level = [...proved.head.schema].sort().at(-1) ?? STEPS[0] ?? ''
  const ready = { level, rows: proved.rows, replace: options.replace ?? false }
  return 'path' in place ? restoreEmbedded(place.path, now, file, ready) : restoreServed(place, now, file, ready)
}

interface Ready {
  /** The last step of the schema that the rows are of. */
  readonly level: string
  readonly rows: number
  readonly replace: boolean
}

async function restoreEmbedded(
  path: string,
  now: () => Date,
  file: string,
  { level, rows, replace }: Ready,
): Promise<Restored> {
  if (existsSync(path) && !replace) {
    const standing = openStore({ path }, now)
    const holds = await holdsSomething(standing)
    await standing.close()
    if (holds) return { refused: 'not-empty', detail: path }
  }
  const beside = `${path}.restoring`
  remove(beside)
  const store = openStore({ path: beside }, now)
  try {
    const failed = await fill(store, file, level)
    if (failed) return failed
    // All into the one file before it takes the name.
    store.embedded?.pragma('wal_checkpoint(TRUNCATE)')
    await store.close()
    for (const suffix of ['-wal', '-shm']) rmSync(path + suffix, { force: true })
    renameSync(beside, path)
    return { rows }
  } finally {
    await store.close().catch(() => undefined)
    remove(beside)
  }
}

const remove = (path: string) => {
  for (const suffix of ['', '-wal', '-shm']) rmSync(path + suffix, { force: true })
}

async function restoreServed(
  place: Place,
  now: () => Date,
  file: string,
  { level, rows, replace }: Ready,
): Promise<Restored> {
  const store = openStore(place, now)
  try {
    const there = await migrate(store)
    if ('refused' in there) return { refused: 'failed', detail: there.detail }
    const holds = await holdsSomething(store)
    if (holds && !replace) return { refused: 'not-empty', detail: 'PostgreSQL' }
    if (level !== STEPS.at(-1)) {
      if (holds) return { refused: 'older-over-data', detail: level }
      await dropAll(store)
    }
    return (await fill(store, file, level)) ?? { rows }
  } finally {
    await store.close()
  }
}

async function holdsSomething(store: Store): Promise<boolean> {
  try {
    const { rows } = await sql`select 1 as there from log_heads limit 1`.execute(store.db)
    return rows.length > 0
  } catch {
    // No table yet: nothing is held.
    return false
  }
}

async function dropAll(store: Store): Promise<void> {
  for (const table of [...TABLE_NAMES, 'kysely_migration', 'kysely_migration_lock'])
    await store.db.schema.dropTable(table).ifExists().execute()
}

/** Brings an empty schema to the backup's level, writes its rows in one transaction, and goes on to today's level. */
async function fill(store: Store, file: string, level: string): Promise<NotRestored | null> {
  const before = await migrate(store, level)
  if ('refused' in before) return { refused: 'failed', detail: before.detail }
  await store.db.transaction().execute(async trx => {
    for (const table of TABLE_NAMES.toReversed())
      if (await hasTable(trx, store, table)) await sql`delete from ${sql.table(table)}`.execute(trx)
    await writeRows(trx, store, file)
  })
  const after = await migrate(store)
  return 'refused' in after ? { refused: 'failed', detail: after.detail } : null
}

const AT_ONCE = 100

async function writeRows(trx: Kysely<Tables>, store: Store, file: string): Promise<void> {
  let [table, columns, rows] = ['', [] as readonly string[], [] as unknown[][]]
  const flush = async () => {
    if (rows.length === 0) return
    const mark = (k: number) => (store.engine === 'sqlite' ? '?' : `$${k + 1}`)
    const places = rows.map((_, i) => `(${columns.map((_, k) => mark(i * columns.length + k)).join(', ')})`)
    const text = `insert into "${table}" (${columns.map(column => `"${column}"`).join(', ')}) values ${places.join(', ')}`
    await trx.executeQuery(CompiledQuery.raw(text, rows.flat()))
    rows = []
  }
  for await (const line of linesOf(file)) {
    const value = JSON.parse(line) as unknown
    if (Array.isArray(value)) {
      rows.push(value as unknown[])
      if (rows.length >= AT_ONCE) await flush()
      continue
    }
    await flush()
    const told = value as { table?: string; columns?: readonly string[] }
    if (told.table !== undefined && told.columns) ({ table, columns } = { table: told.table, columns: told.columns })
  }
  await flush()
}

async function hasTable(trx: Kysely<Tables>, store: Store, table: string): Promise<boolean> {
  const { rows } =
    store.engine === 'sqlite'
      ? await sql`select 1 as there from sqlite_master where type = 'table' and name = ${table}`.execute(trx)
      : await sql`select 1 as there where to_regclass(${table}) is not null`.execute(trx)
  return rows.length > 0
}

interface Proved {
  readonly head: BackupHead
  readonly rows: number
}

/** Reads the whole file once: its head, its tables and columns, and that its checksum is what its last line says. */
async function prove(file: string): Promise<Proved | NotRestored> {
  const hash = createHash('sha256')
  let head: BackupHead | null = null
  let [last, rows] = ['', 0]
  try {
    for await (const line of linesOf(file)) {
      if (last !== '') hash.update(`${last}\n`)
      if (!head) {
        head = headOf(line)
        if (!head) return { refused: 'not-a-backup', detail: file }
      } else if (line.startsWith('[')) rows += 1
      else if (line.startsWith('{"table"')) {
        const { table, columns } = JSON.parse(line) as { table: string; columns: readonly string[] }
        if (!TABLE_NAMES.includes(table as TableName) || !columns.every(column => /^\w+$/.test(column)))
          return { refused: 'newer', detail: table }
      }
      last = line
    }
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? ''
    if (code === 'ENOENT' || code === 'EACCES' || code === 'EISDIR') throw error
    return { refused: head ? 'damaged' : 'not-a-backup', detail: error instanceof Error ? error.message : file }
  }
  if (!head) return { refused: 'not-a-backup', detail: file }
  const end = endOf(last)
  if (end?.rows !== rows || end.sha256 !== hash.digest('hex')) return { refused: 'damaged', detail: file }
  return { head, rows }
}

function headOf(line: string): BackupHead | null {
  try {
    const head = JSON.parse(line) as Partial<BackupHead>
    return head.format === 'cotmoc-backup' && Array.isArray(head.schema) ? (head as BackupHead) : null
  } catch {
    return null
  }
}

const endOf = (line: string): { rows: number; sha256: string } | null =>
  line.startsWith('{"end"') ? (JSON.parse(line) as { rows: number; sha256: string }) : null

/** The lines of a gzip file. Throws what reading or unpacking it throws. */
async function* linesOf(file: string): AsyncGenerator<string> {
  const source = createReadStream(file)
  const unpacked = createGunzip()
  source.on('error', fault => unpacked.destroy(fault))
  source.pipe(unpacked).setEncoding('utf8')
  let rest = ''
  for await (const chunk of unpacked) {
    const lines = (rest + String(chunk)).split('\n')
    rest = lines.pop() ?? ''
    yield* lines
  }
  if (rest !== '') yield rest
}
