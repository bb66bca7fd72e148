import { createHash } from 'node:crypto'
import { createReadStream, existsSync, renameSync, rmSync } from 'node:fs'
import { createGunzip } from 'node:zlib'
import { CompiledQuery, sql, type Kysely } from 'kysely'
import type { BackupHead } from './backup.ts'
import { migrate, STEPS } from './migrate.ts'
import { openStore, type Place, type Store } from './open.ts'
import type { Tables } from './schema.ts'
import { AT_ONCE, TABLE_NAMES, type TableName } from './tables.ts'

/** Why a backup is not restored. `detail` tells what was found. */
export type NotRestored =
  | {
      readonly refused: 'not-a-backup' | 'damaged' | 'newer' | 'not-empty'
      readonly detail: string
    }
  | { readonly refused: 'failed'; readonly detail: string }

export type Restored = { readonly rows: number } | NotRestored

/**
 * Puts a backup in the place of a store, also while others use it: they see what stood until the end, and then what was
 * restored. The whole file is read and its checksum proved before anything is touched. All rows are first written beside
 * (a file, a schema), brought up to date where they are of an older program, and then take the place of what stands in one
 * transaction. A store that holds something is replaced only where `replace` says so.
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
  const beside = `${path}.restoring`
  remove(beside)
  const broken = existsSync(path) && isBroken(path, now)
  if (existsSync(path) && !replace) {
    if (broken) return { refused: 'not-empty', detail: path }
    const standing = openStore({ path }, now)
    const holds = await holdsSomething(standing)
    await standing.close()
    if (holds) return { refused: 'not-empty', detail: path }
  }
  const made = openStore({ path: beside }, now)
  try {
    const failed = await fill(made, file, level)
    if (failed) return failed
    // All into the one file before it is read from elsewhere.
    made.embedded?.pragma('wal_checkpoint(TRUNCATE)')
    await made.close()
    if (existsSync(path) && !broken) return (await takeOver({ path }, now, beside)) ?? { rows }
    // What cannot be read any more may be wanted by somebody who can: it keeps a name of its own.
    for (const suffix of ['', '-wal', '-shm'])
      if (existsSync(path + suffix)) renameSync(path + suffix, `${path}.broken${suffix}`)
    renameSync(beside, path)
    return { rows }
  } finally {
    await made.close().catch(() => undefined)
    remove(beside)
  }
}

/** Whether a file is no store that the engine can open: damaged, or something else. */
function isBroken(path: string, now: () => Date): boolean {
  try {
    void openStore({ path }, now).close()
    return false
  } catch (error) {
    return error instanceof Error && 'code' in error && /NOTADB|CORRUPT/.test(String(error.code))
  }
}

const remove = (path: string) => {
  for (const suffix of ['', '-wal', '-shm']) rmSync(path + suffix, { force: true })
}

async function restoreServed(
  place: Place & { readonly url: string },
  now: () => Date,
  file: string,
  { level, rows, replace }: Ready,
): Promise<Restored> {
  const store = openStore(place, now)
  try {
    const there = await migrate(store)
    if ('refused' in there) return { refused: 'failed', detail: there.detail }
    if (!replace && (await holdsSomething(store))) return { refused: 'not-empty', detail: 'PostgreSQL' }
    if (level === STEPS.at(-1)) return (await fill(store, file, level)) ?? { rows }
    const schema = `restoring_${process.pid}`
    await sql`drop schema if exists ${sql.id(schema)} cascade`.execute(store.db)
    await sql`create schema ${sql.id(schema)}`.execute(store.db)
    const made = openStore({ url: place.url, schema }, now)
    try {
      return (await fill(made, file, level)) ?? (await takeOver(place, now, schema)) ?? { rows }
    } finally {
      await made.close()
      await sql`drop schema ${sql.id(schema)} cascade`.execute(store.db)
    }
  } finally {
    await store.close()
  }
}

/** Puts the rows that were written beside (in a file of the embedded engine, in a schema) in the place of all that stands. */
async function takeOver(place: Place, now: () => Date, beside: string): Promise<NotRestored | null> {
  const store = openStore(place, now)
  try {
    const there = await migrate(store)
    if ('refused' in there) return { refused: 'failed', detail: there.detail }
    const from = store.engine === 'sqlite' ? 'beside' : beside
    if (store.engine === 'sqlite') await sql`attach database ${beside} as beside`.execute(store.db)
    await store.db.transaction().execute(async trx => {
      for (const table of TABLE_NAMES.toReversed()) await sql`delete from ${sql.table(table)}`.execute(trx)
      for (const table of TABLE_NAMES) {
        const names = sql.join((await columnsOf(trx, store, table)).map(column => sql.ref(column)))
        await sql`insert into ${sql.table(table)} (${names}) select ${names} from ${sql.id(from, table)}`.execute(trx)
      }
    })
    return null
  } finally {
    await store.close()
  }
}

async function columnsOf(trx: Kysely<Tables>, { engine }: Store, table: TableName): Promise<string[]> {
  const { rows } =
    engine === 'sqlite'
      ? await sql<{ name: string }>`select name from pragma_table_info(${table})`.execute(trx)
      : await sql<{ name: string }>`select attname as name from pg_attribute
          where attrelid = to_regclass(${table}) and attnum > 0 and not attisdropped order by attnum`.execute(trx)
  return rows.map(row => row.name)
}

async function holdsSomething(store: Store): Promise<boolean> {
  if (!(await hasTable(store.db, store, 'log_heads'))) return false
  const { rows } = await sql`select 1 as there from log_heads limit 1`.execute(store.db)
  return rows.length > 0
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

const ROWS_AT_ONCE = 100

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
      if (rows.length >= (AT_ONCE[table as TableName] ?? ROWS_AT_ONCE)) await flush()
      continue
    }
    await flush()
    const told = value as { table?: string; columns?: readonly string[] }
    if (told.table !== undefined && told.columns) ({ table, columns } = { table: told.table, columns: told.columns })
  }
  await flush()
}

async function hasTable(db: Kysely<Tables>, { engine }: Store, table: string): Promise<boolean> {
  const { rows } =
    engine === 'sqlite'
      ? await sql`select 1 as there from sqlite_master where type = 'table' and name = ${table}`.execute(db)
      : await sql`select 1 as there where to_regclass(${table}) is not null`.execute(db)
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
