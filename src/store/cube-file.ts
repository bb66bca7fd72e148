import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Cube } from '../cube/cube.ts'
import { cubeIn, logIn, snapshotOf, type SnapshotOf } from '../cube/snapshot.ts'
import type { Store } from './open.ts'

/** Where the snapshot of a cube lies beside an embedded store; null where the store is served or lies in memory. */
export function cubeFile(store: Store, mark: string): string | null {
  if (!('path' in store.place) || store.place.path === ':memory:') return null
  const name = createHash('sha256').update(mark).digest('hex').slice(0, 24)
  return join(dirname(store.place.path), 'cubes', `${name}.cube`)
}

/**
 * The cube of a file; null where there is none or it does not fit: then the file is thrown away. `of.mark` names the definitions; the
 * hash of the log's line up to which it knows names the figures, so that after a restore or beside another store's file no
 * other figures are taken for these.
 */
export async function readSnapshot(store: Store, file: string, of: SnapshotOf): Promise<Cube | null> {
  let bytes
  try {
    bytes = await readFile(file)
  } catch {
    return null
  }
  const log = logIn(bytes)
  const mark = log === null ? null : await markAt(store, of.tenant, log, of.mark)
  const cube = mark === null ? null : cubeIn(bytes, { ...of, mark })
  if (!cube) await thrownAway(file)
  return cube
}

/** A file that cannot be taken away (a disk that only reads, another owner) is left: it does not fit the next time either. */
const thrownAway = (file: string): Promise<void> => rm(file, { force: true }).catch(() => undefined)

/** Writes the snapshot of a cube: whole or not at all. Where the disk does not take it the cube does without. */
export async function writeSnapshot(store: Store, file: string, cube: Cube, definitions: string): Promise<void> {
  const half = `${file}.${process.pid}`
  const mark = await markAt(store, cube.tenant, cube.log, definitions)
  if (mark === null) return
  try {
    await mkdir(dirname(file), { recursive: true })
    await writeFile(half, snapshotOf(cube, mark))
    await rename(half, file)
    await keepNewest(dirname(file))
  } catch {
    await thrownAway(half)
  }
}

/** What a snapshot must have been made for: the definitions, and the log as it stands up to a number; null where it does not. */
async function markAt(store: Store, tenant: string, log: number, definitions: string): Promise<string | null> {
  if (log === 0) return definitions
  const lines = store.db.selectFrom('log').select('hash').where('tenant', '=', tenant)
  const [line] = await lines.where('number', '=', log as never).execute()
  return line ? `${definitions} ${line.hash}` : null
}

/** Snapshots of definitions that were left behind are never asked for again: past so many bytes the oldest go. */
async function keepNewest(folder: string): Promise<void> {
  const names = (await readdir(folder)).filter(name => name.endsWith('.cube'))
  const files = await Promise.all(
    names.map(async name => {
      const { mtimeMs, size } = await stat(join(folder, name))
      return { file: join(folder, name), mtimeMs, size }
    }),
  )
  let bytes = 0
  for (const { file, size } of files.sort((a, b) => b.mtimeMs - a.mtimeMs)) {
    bytes += size
    if (bytes > MOST_BYTES) await rm(file, { force: true })
  }
}
const MOST_BYTES = 2 * 2 ** 30
