import type { Context } from 'hono'
import { outlinesPicture } from '../../chart/map/outlines.ts'
import type { MapPicture } from '../../chart/map/picture.ts'
import { schematicPicture } from '../../chart/map/schematic.ts'
import { boundaries } from '../../store/boundaries.ts'
import { mapOn, type AreaMap, type AreaOnMap } from '../../territory/map.ts'
import { mapSince } from '../../territory/map-days.ts'
import type { Outlines } from '../../territory/outline.ts'
import type { Level } from '../../territory/territory.ts'
import type { Around } from '../around.ts'
import { chosenBy, type Chosen } from '../chosen.ts'

/** What maps are drawn on: the map of the day chosen (else of the day judged), and the outlines that are known. */
export interface Ground {
  readonly chosen: Chosen
  readonly map: AreaMap
  /** The day since which it holds; null where no territory is known by then. */
  readonly since: string | null
  readonly outlines: Outlines
}

/** Throws `bad-day`, `bad-moment`. */
export async function groundOf(around: Around, c: Context): Promise<Ground> {
  const chosen = await chosenBy(around, c)
  const { asked, territory } = chosen
  const day = asked.map ?? asked.on
  const { outlines } = await boundaries(around.store, around.tenant, asked.asOfLog)
  return { chosen, map: mapOn(territory, day), since: mapSince(territory, day), outlines }
}

/** The areas of a level under an area, in the order of the tree; every one of the level where the map has no such area. */
export function areasAt(map: AreaMap, level: Level, whole: string): readonly AreaOnMap[] {
  const tops = map.areas.has(whole)
    ? [whole]
    : [...map.areas.values()].filter(({ parent }) => parent === null || !map.areas.has(parent)).map(({ id }) => id)
  const found: AreaOnMap[] = []
  const walk = (id: string) => {
    const area = map.areas.get(id)
    if (!area) return
    if (area.level === level) found.push(area)
    else for (const child of map.children.get(id) ?? []) walk(child)
  }
  for (const id of tops) walk(id)
  return found
}

/** The least part of the areas that must have an outline for a map of outlines to be worth more than a schematic one. */
const ENOUGH = 0.5

/** Where areas lie, by their outlines where enough are known, else schematic; and which of them have no outline. */
export function pictureOf(
  map: AreaMap,
  areas: readonly AreaOnMap[],
  outlines: Outlines,
): { readonly picture: MapPicture; readonly lacking: readonly AreaOnMap[] } {
  const lacking = areas.filter(({ id }) => !outlines.has(id))
  if (areas.length > 0 && lacking.length <= areas.length * (1 - ENOUGH))
    return {
      picture: outlinesPicture(
        outlines,
        areas.map(({ id }) => id),
      ),
      lacking,
    }
  const units = areas.map(({ id, parent, centre }) => ({ area: id, group: parent ?? '', centre: centre ?? null }))
  return { picture: schematicPicture(units, group => map.areas.get(group)?.name ?? ''), lacking: [] }
}
