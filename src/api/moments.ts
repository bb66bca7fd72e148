import { count } from '../store/integers.ts'
import type { Store } from '../store/open.ts'

/** When a line of the log was written, and by whom. */
export interface Written {
  /** ISO. */
  readonly moment: string
  /** The address of an account, or what wrote it. */
  readonly actor: string
}

/** The moments (ISO) of these numbers of the log, in one question. */
export async function momentsOf(
  { db }: Pick<Store, 'db'>,
  tenant: string,
  numbers: readonly number[],
): Promise<ReadonlyMap<number, string>> {
  const lines = await writtenOf({ db }, tenant, numbers)
  return new Map([...lines].map(([number, { moment }]) => [number, moment]))
}

/** The same with who wrote them. */
export async function writtenOf(
  { db }: Pick<Store, 'db'>,
  tenant: string,
  numbers: readonly number[],
): Promise<ReadonlyMap<number, Written>> {
  const asked = [...new Set(numbers)]
  if (asked.length === 0) return new Map()
  const rows = await db
    .selectFrom('log')
    .select(['number', 'moment', 'actor'])
    .where('tenant', '=', tenant)
    .where('number', 'in', asked as never)
    .execute()
  return new Map(rows.map(row => [count(row.number), { moment: row.moment, actor: row.actor }]))
}
