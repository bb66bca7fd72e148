import type { Context } from 'hono'
import { askedOf, type Asked } from '../api/asked.ts'
import { currentTerritory } from '../store/territory.ts'
import type { Territory } from '../territory/territory.ts'
import type { Around } from './around.ts'

/** What the address of every page chooses: the day judged, the moment of knowledge, and the map. */
export interface Chosen {
  readonly asked: Asked
  /** The territory as it was known then; it has no areas where none was loaded. */
  readonly territory: Territory
}

/** Throws `bad-day`, `bad-moment`. */
export async function chosenBy({ store, tenant, now }: Around, c: Context): Promise<Chosen> {
  const asked = await askedOf(store, tenant, now(), {
    on: c.req.query('on'),
    asOf: c.req.query('asOf'),
    map: c.req.query('map'),
  })
  return { asked, territory: await currentTerritory(store, tenant, asked.asOfLog) }
}
