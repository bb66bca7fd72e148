import { classesOf, type Classes } from '../../chart/map/classes.ts'
import type { MapPicture } from '../../chart/map/picture.ts'
import { areasAskedFor } from '../../evaluation/allocation/plan-for.ts'
import { contributions, type GapOf } from '../../evaluation/contribution/contributions.ts'
import type { Contribution } from '../../evaluation/contribution/decompose.ts'
import { NOUGHT } from '../../measure/ratio.ts'
import type { Measure, Plan } from '../../plan/plan.ts'
import { mapOn, type AreaMap, type AreaOnMap } from '../../territory/map.ts'
import { pictureOf, type Ground } from '../map/ground.ts'
import type { Known } from '../scoreboard/load.ts'

/** Whose the gap of a measure is, and where they lie. */
export interface Gap {
  readonly gap: GapOf
  /** The parts that are areas of a known map, by id. */
  readonly areas: ReadonlyMap<string, AreaOnMap>
  /** What the area was held to and made, in the order of the gap; those without a figure last. */
  readonly parts: readonly Contribution[]
  /** Null where none of the areas stands on a map. */
  readonly drawn: {
    readonly picture: MapPicture
    readonly lacking: readonly AreaOnMap[]
    readonly classes: Classes
  } | null
}

/** The areas that some measure of a target is shared out to. */
export const sharedTo = (measures: readonly Measure[]): readonly string[] => [
  ...new Set(measures.flatMap(({ allocations = [] }) => allocations.flatMap(({ area }) => area ?? []))),
]

/** Whose the gaps of one target's measures are: of the areas that they are shared out to, or of those right below the plan's. */
export function gapsOf(known: Known, ground: Ground, target: string): readonly Gap[] {
  const { plan } = known
  const below = ground.map.children.get(plan.area) ?? []
  const question = known.of([...new Set([...areasAskedFor(plan, plan.area), ...below])])
  return contributions(question, { target, below })
    .filter(gap => gap.of.parts.length > 0)
    .map(gap => {
      const ids = gap.by === 'parts' ? [] : gap.of.parts.map(({ id }) => id)
      const map = mapFor(ground, plan, ids)
      const areas = ids.flatMap(id => map.areas.get(id) ?? [])
      const owed = gap.of.parts.flatMap(part => part.gap ?? [])
      return {
        gap,
        areas: new Map(areas.map(area => [area.id, area])),
        parts: gap.of.parts,
        drawn:
          areas.length > 1
            ? {
                ...pictureOf(map, areas, ground.outlines),
                classes: classesOf(owed, 'bound', { at: NOUGHT, good: 'down', strict: false }),
              }
            : null,
      }
    })
}

/** The map of the day asked for, else that of the promise, where more of the areas exist on it. */
function mapFor(ground: Ground, plan: Plan, ids: readonly string[]): AreaMap {
  const promised = plan.map ?? plan.adopted
  if (promised === null) return ground.map
  const then = mapOn(ground.chosen.territory, promised)
  const on = (map: AreaMap) => ids.filter(id => map.areas.has(id)).length
  return on(then) > on(ground.map) ? then : ground.map
}
