import { readTerritory, writeTerritory } from '../exchange/territory.ts'
import { EMPTY_TERRITORY, type Territory } from '../territory/territory.ts'
import { define, definition } from './definitions.ts'
import type { By } from './log.ts'
import type { Store } from './open.ts'

/** A tenant has one territory, which has versions. */
const ID = 'territory'

/** The two tables as they are kept: the form that officers load and can read. */
interface Body {
  readonly areas: string
  readonly events: string
}

/** Keeps a version of the tenant's territory; null where it stands already. The number of the log otherwise. */
export async function saveTerritory(
  store: Store,
  tenant: string,
  territory: Territory,
  by: By,
): Promise<number | null> {
  const body: Body = writeTerritory(territory)
  return (await define(store, tenant, 'territory', { [ID]: body }, by))?.log ?? null
}

/** Read once for each version: the tables of a province take some milliseconds. */
const read = new Map<string, Territory>()
const MOST_KEPT = 8

/** The territory that stood at a number of the log (null: now); an empty one where none was loaded. */
export async function currentTerritory(store: Store, tenant: string, asOf: number | null = null): Promise<Territory> {
  const found = await definition(store, tenant, 'territory', ID, asOf)
  if (!found) return EMPTY_TERRITORY
  const known = read.get(found.hash)
  if (known) return known
  const { areas, events } = found.body as Body
  const { value, messages } = readTerritory(areas, events)
  if (!value) throw new Error(`the store holds a territory that cannot be read: ${messages[0]?.rule ?? ''}`)
  if (read.size >= MOST_KEPT) read.clear()
  read.set(found.hash, value)
  return value
}
