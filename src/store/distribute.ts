import { sql } from 'kysely'
import type { Store } from './open.ts'
import { TABLE_NAMES, TABLES } from './tables.ts'

/** What `distribute` did to each table, or why it did nothing. */
export type Distributed =
  | { readonly done: readonly { readonly table: string; readonly as: 'tenant' | 'reference' }[] }
  | { readonly refused: 'embedded' | 'no-citus' }

/**
 * Lays the tables out over the nodes of a Citus cluster: those of a tenant by `tenant`, all in one group of shards, so that
 * a tenant's rows are together; the others whole on every node. What is laid out already is left alone.
 */
export async function distribute(store: Store): Promise<Distributed> {
  if (store.engine !== 'postgres') return { refused: 'embedded' }
  const extension = await sql`select 1 as there from pg_extension where extname = 'citus'`.execute(store.db)
  if (extension.rows.length === 0) return { refused: 'no-citus' }
  const done: { table: string; as: 'tenant' | 'reference' }[] = []
  for (const table of TABLE_NAMES) {
    const laid = await sql`select 1 as there from pg_dist_partition where logicalrelid = to_regclass(${table})`.execute(
      store.db,
    )
    if (laid.rows.length > 0) continue
    const as = TABLES[table]
    if (as === 'reference') await sql`select create_reference_table(${table})`.execute(store.db)
    else
      await sql`select create_distributed_table(${table}, 'tenant', colocate_with => ${table === FIRST ? 'none' : FIRST})`.execute(
        store.db,
      )
    // The coordinator's own copy of the rows stays behind otherwise.
    await sql`select truncate_local_data_after_distributing_table(${table})`.execute(store.db)
    done.push({ table, as })
  }
  return { done }
}

const FIRST = 'log_heads'
