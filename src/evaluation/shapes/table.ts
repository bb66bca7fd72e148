import type { Shape, ShapeKind } from '../../plan/plan.ts'
import type { Task, Verdict } from '../task.ts'
import { addition } from './addition.ts'
import { cumulative } from './cumulative.ts'
import { eachChange } from './each-change.ts'
import { eachPeriod } from './each-period.ts'
import { growth } from './growth.ts'
import { level } from './level.ts'
import { mean } from './mean.ts'
import { meanGrowth } from './mean-growth.ts'
import { milestone } from './milestone.ts'

type Handler<K extends ShapeKind> = (task: Task<Extract<Shape, { kind: K }>>) => Verdict

/** One shape, one file: a shape that is missing here does not compile. */
const SHAPE_TABLE: { readonly [K in ShapeKind]: Handler<K> } = {
  level,
  mean,
  growth,
  meanGrowth,
  cumulative,
  addition,
  eachPeriod,
  eachChange,
  milestone,
}

/** Judges one indicator of a measure by the measure's shape. */
export function judgeShape(task: Task): Verdict {
  // The table pairs each kind with the handler of its own task; the compiler cannot follow that through a look-up.
  const handler = SHAPE_TABLE[task.shape.kind] as (task: Task) => Verdict
  return handler(task)
}
