import type { Shape } from '../../plan/plan.ts'
import { conclude } from '../conclude.ts'
import type { Task, Verdict } from '../task.ts'
import { totalCourse } from '../total.ts'

/** The average level over a term: the plain mean of its periods, all of one length. */
export const mean = (task: Task<Extract<Shape, { kind: 'mean' }>>): Verdict => conclude(totalCourse(task, 'mean'), task)
