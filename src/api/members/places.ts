import type { Organisation } from '../../desk/organisations/organisation.ts'
import { foldedForm } from '../../measure/names.ts'
import { definitions } from '../../store/definitions.ts'
import type { Store } from '../../store/open.ts'
import { currentTerritory } from '../../store/territory.ts'
import { mapOn } from '../../territory/map.ts'

/** Where a role may hold, by id, with the names that people know. */
export interface Places {
  readonly organisations: ReadonlyMap<string, string>
  readonly areas: ReadonlyMap<string, string>
}

/** The organisations, and the areas of a day's map. */
export async function placesOn(store: Store, tenant: string, day: string): Promise<Places> {
  const organisations = await definitions(store, tenant, 'organisation')
  const map = mapOn(await currentTerritory(store, tenant), day)
  const parent = (id: string | null) => (id === null ? '' : (map.areas.get(id)?.name ?? ''))
  return {
    organisations: new Map(organisations.map(({ id, body }) => [id, (body as Organisation).name])),
    areas: new Map(
      [...map.areas.values()].map(area => [area.id, [area.name, parent(area.parent)].filter(Boolean).join(', ')]),
    ),
  }
}

/** The area that somebody means by its id or its name; null where that is none or several. */
export function areaNamed({ areas }: Places, text: string): string | null {
  if (areas.has(text)) return text
  const wanted = foldedForm(text)
  const found = [...areas].filter(([, name]) => {
    const folded = foldedForm(name)
    return folded === wanted || folded.split(',')[0] === wanted
  })
  return found.length === 1 ? (found[0]?.[0] ?? null) : null
}
