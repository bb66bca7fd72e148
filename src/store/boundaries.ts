import type { Outline, Outlines } from '../territory/outline.ts'
import { define, definitions } from './definitions.ts'
import type { By } from './log.ts'
import type { Store } from './open.ts'

/** As it is kept: outlines by area, in a file of one day. */
type Body = Readonly<Record<string, Outline>>

/** Keeps the boundaries of the map of a day (ISO); null where they stand already, the number of the log otherwise. */
export async function saveBoundaries(
  store: Store,
  tenant: string,
  day: string,
  outlines: Outlines,
  by: By,
): Promise<number | null> {
  const body: Body = Object.fromEntries([...outlines].sort(([a], [b]) => (a < b ? -1 : 1)))
  return (await define(store, tenant, 'boundaries', { [day]: body }, by))?.log ?? null
}

/** The boundaries known at a number of the log (null: now): by area, from the newest map that has it; and the maps' days. */
export async function boundaries(
  store: Store,
  tenant: string,
  asOf: number | null = null,
): Promise<{ readonly outlines: Outlines; readonly days: readonly string[] }> {
  const files = await definitions(store, tenant, 'boundaries', asOf)
  return {
    outlines: new Map(files.flatMap(({ body }) => Object.entries(body as Body))),
    days: files.map(({ id }) => id),
  }
}
