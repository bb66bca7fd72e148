import type { Asked } from '../api/asked.ts'
import { Fault } from '../api/faults.ts'
import { observations } from '../store/figures.ts'
import { currentPlan } from '../store/plans.ts'
import type { Around } from './around.ts'
import type { Known } from './scoreboard/load.ts'

/** A plan and its figures as they were known. Throws `no-plan`. */
export async function knownOf({ store, tenant }: Around, id: string, asked: Asked): Promise<Known> {
  const { asOfLog, on, map } = asked
  const version = await currentPlan(store, tenant, id, asOfLog)
  if (!version) throw new Fault('no-plan', { id })
  const { plan } = version
  // What is judged is the plan's own area: of 2,4 million figures of a term some two thousand.
  const codes = plan.indicators.map(i => i.code)
  const figures = await observations(store, tenant, { asOf: asOfLog, indicators: codes, areas: [plan.area] })
  return { plan, observations: figures, on, asOfLog: asOfLog ?? undefined, map: map ?? undefined }
}
