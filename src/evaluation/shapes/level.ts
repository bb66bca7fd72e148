import { divideRatio } from '../../measure/ratio.ts'
import { conclude } from '../conclude.ts'
import { lineCourse, type Lens } from '../line.ts'
import { inUnit, type Task, type Verdict } from '../task.ts'
import type { Shape } from '../../plan/plan.ts'

/** The indicator's value for a named period; its path is a straight line from the last value before the term. */
export function level(task: Task<Extract<Shape, { kind: 'level' }>>): Verdict {
  const lens: Lens = {
    see: figure => inUnit(task, figure),
    figureOf: seen => divideRatio(seen, task.factor),
    turned: false,
  }
  return conclude(lineCourse(task, task.shape.when, lens, null), task)
}
