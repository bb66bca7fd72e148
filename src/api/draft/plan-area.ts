import { foldedForm } from '../../measure/names.ts'
import { dayIn } from '../../measure/vietnam-time.ts'
import type { Outcome } from '../../messages/message.ts'
import { currentTerritory } from '../../store/territory.ts'
import { mapOn, type AreaMap, type AreaOnMap } from '../../territory/map.ts'
import { resolveArea } from '../../territory/names.ts'
import type { Territory } from '../../territory/territory.ts'
import type { Shelf } from './desk.ts'
import type { PlanFacts } from './event.ts'

/** The area of a plan as the draft's page shows and asks it. */
export interface PlanArea {
  /** What stands, by its name; the id itself where it is no area of the territory. */
  readonly shown: string
  /** What the document's title or issuer names; empty where it names none, or several. */
  readonly guess: string
  /** What may be meant, the provinces and districts of the day. */
  readonly known: readonly string[]
  /** Whether one must be said before the plan is published. */
  readonly missing: boolean
}

const nameOf = ({ type, name }: AreaOnMap): string => `${type} ${name}`

const nameById = (map: AreaMap, id: string): string | null => {
  const area = map.areas.get(id)
  return area ? nameOf(area) : null
}

/** The map of the plan's first day, or of today where there were no areas yet. */
function mapFor(territory: Territory, { adopted, from }: PlanFacts, now: Date): AreaMap {
  const first = mapOn(territory, adopted === '' ? `${String(from ?? 0).padStart(4, '0')}-01-01` : adopted)
  return first.areas.size > 0 ? first : mapOn(territory, dayIn(now))
}

export async function planArea({ store, tenant }: Shelf, facts: PlanFacts): Promise<PlanArea> {
  const territory = await currentTerritory(store, tenant)
  const map = mapFor(territory, facts, store.now())
  const title = foldedForm(`${facts.name} ${facts.issuer}`)
  const large = [...map.areas.values()].filter(area => area.level !== 'commune')
  const named = [...map.areas.values()].filter(area => wordsIn(title, foldedForm(nameOf(area))))
  const [only, other] = named
  const own = facts.area.trim()
  return {
    shown: nameById(map, own) ?? own,
    guess: only && !other ? nameOf(only) : '',
    known: large.map(nameOf),
    missing: own === '' && territory.areas.size > 0,
  }
}

const wordsIn = (text: string, words: string): boolean => ` ${text.replace(/[^a-z0-9]+/g, ' ')} `.includes(` ${words} `)

/**
 * The facts with the id of the area that they name; a tenant without a territory names its own. Null with messages where it
 * names none of the territory's areas, or several.
 */
export async function withArea({ store, tenant }: Shelf, facts: PlanFacts): Promise<Outcome<PlanFacts | null>> {
  const area = facts.area.trim()
  const territory = await currentTerritory(store, tenant)
  if (area === '' || territory.areas.size === 0 || territory.areas.has(area))
    return { value: { ...facts, area }, messages: [] }
  const map = mapFor(territory, facts, store.now())
  const found = resolveArea(map, area)
  if ('area' in found) return { value: { ...facts, area: found.area }, messages: [] }
  const others = 'ambiguous' in found ? found.ambiguous : found.nearest
  const inWhich = (id: string) => {
    const parent = map.areas.get(id)?.parent ?? null
    return [nameById(map, id), parent === null ? null : nameById(map, parent)].filter(Boolean).join(', ')
  }
  const rule = 'ambiguous' in found ? 'web.draft.fault-areas' : 'web.draft.fault-area'
  const expected = others.map(inWhich).join('; ')
  return { value: null, messages: [{ rule, severity: 'error', column: 'area', actual: area, expected }] }
}
