import { factOn, levelOf, type AreaFact, type Level, type Territory } from './territory.ts'

/** An area as it is on one day. */
export interface AreaOnMap extends AreaFact {
  readonly id: string
  readonly level: Level
}

/** The areas that exist on a day, by id, with who lies in whom. */
export interface AreaMap {
  readonly day: string
  readonly areas: ReadonlyMap<string, AreaOnMap>
  /** The ids that lie directly in an area, in the order of their codes. */
  readonly children: ReadonlyMap<string, readonly string[]>
}

const maps = new WeakMap<Territory, Map<string, AreaMap>>()

/** The map of a day, made once for each territory. */
export function mapOn(territory: Territory, day: string): AreaMap {
  let known = maps.get(territory)
  if (!known) maps.set(territory, (known = new Map<string, AreaMap>()))
  let map = known.get(day)
  if (!map) known.set(day, (map = made(territory, day)))
  return map
}

function made(territory: Territory, day: string): AreaMap {
  const areas = new Map<string, AreaOnMap>()
  for (const area of territory.areas.values()) {
    const fact = factOn(area, day)
    if (fact) areas.set(area.id, { ...fact, id: area.id, level: levelOf(fact.type) })
  }
  const children = new Map<string, string[]>()
  for (const area of [...areas.values()].sort((a, b) => (a.code < b.code ? -1 : 1))) {
    if (area.parent === null) continue
    const siblings = children.get(area.parent)
    if (siblings) siblings.push(area.id)
    else children.set(area.parent, [area.id])
  }
  return { day, areas, children }
}

/** Whether an area lies in another, or is it, on a map. */
export function liesIn(map: AreaMap, area: string, whole: string): boolean {
  for (let at: string | null | undefined = area; at; at = map.areas.get(at)?.parent) if (at === whole) return true
  return false
}

/** The areas of a level in an area (itself included), in the order of their codes. */
export function within(map: AreaMap, whole: string, level: Level): string[] {
  if (map.areas.get(whole)?.level === level) return [whole]
  return (map.children.get(whole) ?? []).flatMap(child => within(map, child, level))
}

/** The area that has an official code on a day; null where none has. */
export function byCode(map: AreaMap, code: string): AreaOnMap | null {
  for (const area of map.areas.values()) if (area.code === code) return area
  return null
}
