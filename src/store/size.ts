import { statSync } from 'node:fs'
import { sql } from 'kysely'
import type { Store } from './open.ts'

/** How many bytes the store takes on its disk, the embedded engine's write-ahead log included; null where it cannot be read. */
export async function storeBytes({ db, place }: Store): Promise<number | null> {
  if ('path' in place) {
    const sizes = ['', '-wal'].map(suffix => statSync(place.path + suffix, { throwIfNoEntry: false })?.size ?? 0)
    return place.path === ':memory:' ? null : sizes.reduce((sum, size) => sum + size, 0)
  }
  const { rows } = await sql<{ size: string }>`select pg_database_size(current_database())::text as size`.execute(db)
  return Number(rows[0]?.size ?? 0)
}
