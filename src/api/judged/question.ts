import type { Question } from '../../evaluation/evaluate.ts'
import { insideIn, questionOfCube, type Cubes } from '../../evaluation/of-cube.ts'
import type { OnMap } from '../../evaluation/series.ts'
import { areasNear } from '../../evaluation/what-if/near.ts'
import { mapIn } from '../../evaluation/what-if/what-if.ts'
import type { Layer } from '../../plan/layer.ts'
import type { Plan } from '../../plan/plan.ts'
import { cubesFor } from '../../store/cube.ts'
import type { Store } from '../../store/open.ts'
import type { Territory } from '../../territory/territory.ts'
import type { Asked } from '../asked.ts'

/** A plan put to what was known of some areas; left out: of its own. */
export type Questions = (areas?: readonly string[]) => Question

/**
 * A plan and a tenant's figures as they were known, from the cube: pages, data interface and command line judge by it. The
 * map is the one asked for, else the plan's own, else that of the day judged. No question more goes to the store, however
 * many areas are asked for. `territory`: as it was known then, where it is at hand. `layers`: those that will be supposed; the
 * figures are brought over to the maps that they speak of, and those of the areas that they add up with come along.
 */
export async function questionsOf(
  store: Store,
  tenant: string,
  plan: Plan,
  { on, asOfLog, map }: Pick<Asked, 'on' | 'asOfLog' | 'map'>,
  { territory, layers = [] }: { readonly territory?: Territory | undefined; readonly layers?: readonly Layer[] } = {},
): Promise<Questions> {
  const cubesOn = (day: string) =>
    cubesFor(
      store,
      tenant,
      { indicators: plan.indicators, terms: [plan.term], day, asOf: asOfLog, ...(territory ? { territory } : {}) },
      plan.area,
    )
  const knowledge = { on, asOfLog: asOfLog ?? undefined, map: map ?? undefined }
  const cubes = await cubesOn(map ?? plan.map ?? on)
  /** With the areas that layers add up with. */
  const asked = (of: Cubes, areas: readonly string[] = [plan.area]) =>
    layers.length === 0 ? areas : areasNear({ inside: insideIn(of, plan) }, layers, areas)
  const maps = [...new Set(layers.flatMap(layer => mapIn(layer) ?? []))].slice(0, MOST_MAPS)
  if (maps.length === 0) return areas => questionOfCube(cubes, plan, knowledge, asked(cubes, areas))
  const others = new Map<string, typeof cubes>()
  for (const day of maps) others.set(day, await cubesOn(day))
  return areas => {
    const onMap = (day: string): OnMap | null => {
      const there = others.get(day)
      if (!there) return null
      const brought = questionOfCube(there, plan, { ...knowledge, map: day }, asked(there, areas))
      return { observations: brought.observations, partials: brought.partials ?? [], inside: brought.inside }
    }
    return { ...questionOfCube(cubes, plan, knowledge, asked(cubes, areas)), onMap }
  }
}

/** So many maps are set beside each other; a layer on another one chooses among the figures that were given. */
const MOST_MAPS = 8
