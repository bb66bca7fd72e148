import type { Plan } from '../plan/plan.ts'
import { mapOn } from '../territory/map.ts'
import { levelOf } from '../territory/territory.ts'
import { resolveArea, type Resolved } from '../territory/names.ts'
import type { Store } from './open.ts'
import { currentTerritory } from './territory.ts'

/**
 * Who names the areas of a plan's figures: its own area by its id, any other by name or code on the map of the day that a
 * figure is said on. Names repeat in a province and codes pass from one commune to another, so the day decides.
 */
export async function knownAreas(
  store: Store,
  tenant: string,
  plan: Plan,
): Promise<(text: string, on: string) => Resolved> {
  const territory = await currentTerritory(store, tenant)
  const known = new Map<string, Resolved>()
  return (text, on) => {
    if (text === plan.area || territory.areas.has(text)) return { area: text }
    const key = `${on} ${text}`
    let found = known.get(key)
    if (!found) known.set(key, (found = resolveArea(mapOn(territory, on), text)))
    return 'unknown' in found && territory.areas.size === 0 ? { unknown: true, nearest: [plan.area] } : found
  }
}

/** The level of territory that an area is of, whenever it existed; '' for what is no area of the territory. */
export async function levelsOfAreas(store: Store, tenant: string): Promise<(id: string) => string> {
  const territory = await currentTerritory(store, tenant)
  return id => {
    const fact = territory.areas.get(id)?.facts.at(-1)
    return fact ? levelOf(fact.type) : ''
  }
}
