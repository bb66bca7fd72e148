import { Fault } from '../api/faults.ts'
import { questionsOf } from '../api/judged/question.ts'
import { currentPlan } from '../store/plans.ts'
import type { Around } from './around.ts'
import type { Chosen } from './chosen.ts'
import type { Known } from './scoreboard/load.ts'

/** A plan and its figures as they were known. Throws `no-plan`. */
export async function knownOf(
  { store, tenant }: Around,
  id: string,
  { asked, territory }: Pick<Chosen, 'asked'> & Partial<Chosen>,
): Promise<Known> {
  const version = await currentPlan(store, tenant, id, asked.asOfLog)
  if (!version) throw new Fault('no-plan', { id })
  const questions = await questionsOf(store, tenant, version.plan, asked, { territory })
  return { ...questions(), of: questions }
}
