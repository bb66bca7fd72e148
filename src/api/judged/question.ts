import type { Question } from '../../evaluation/evaluate.ts'
import { questionOfCube } from '../../evaluation/of-cube.ts'
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
 * many areas are asked for. `territory`: as it was known then, where it is at hand.
 */
export async function questionsOf(
  store: Store,
  tenant: string,
  plan: Plan,
  { on, asOfLog, map }: Pick<Asked, 'on' | 'asOfLog' | 'map'>,
  territory?: Territory,
): Promise<Questions> {
  const wanted = {
    indicators: plan.indicators,
    terms: [plan.term],
    day: map ?? plan.map ?? on,
    asOf: asOfLog,
    ...(territory ? { territory } : {}),
  }
  const cubes = await cubesFor(store, tenant, wanted, plan.area)
  const knowledge = { on, asOfLog: asOfLog ?? undefined, map: map ?? undefined }
  return areas => questionOfCube(cubes, plan, knowledge, areas)
}
