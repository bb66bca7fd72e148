import { count } from '../store/integers.ts'
import type { Store } from '../store/open.ts'

/** The moments (ISO) of these numbers of the log, in one question. */
export async function momentsOf(
  { db }: Store,
  tenant: string,
  numbers: readonly number[],
): Promise<ReadonlyMap<number, string>> {
  const asked = [...new Set(numbers)]
  if (asked.length === 0) return new Map()
  const rows = await db
    .selectFrom('log')
    .select(['number', 'moment'])
    .where('tenant', '=', tenant)
    .where('number', 'in', asked as never)
    .execute()
  return new Map(rows.map(row => [count(row.number), row.moment]))
}
