import { planFor } from '../allocation/plan-for.ts'
import { benchOf, taskOf } from '../bench.ts'
import { judgeMeasure } from '../judge-measure.ts'
import type { StatusWord } from '../judgement.ts'
import { judgeShape } from '../shapes/table.ts'
import type { Bulk, Lane } from './bulk.ts'

/** The full judgement of one cell, from the figures themselves. */
export function judgeExactly(bulk: Bulk, lane: Lane, row: number): StatusWord {
  const area = bulk.areas[row] ?? ''
  const plan = planFor(bulk.plan, area)
  const measure = plan.targets.flatMap(t => t.measures).find(m => m.id === lane.measure.id)
  if (!measure) return 'notComputable'
  const bench = benchOf(plan, bulk.figures(area), bulk.knowledge)
  if (!lane.indicator) return judgeMeasure(bench, measure).status
  const { task } = taskOf(bench, measure, lane.indicator.code)
  return task ? judgeShape(task).status : 'notComputable'
}
