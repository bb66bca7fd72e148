import type { Shape } from '../../plan/plan.ts'
import { conclude } from '../conclude.ts'
import type { Task, Verdict } from '../task.ts'
import { totalCourse } from '../total.ts'

/** The sum over a term: the term's own figure where there is one, else the sum of its parts. */
export const cumulative = (task: Task<Extract<Shape, { kind: 'cumulative' }>>): Verdict =>
  conclude(totalCourse(task, 'sum'), task)
