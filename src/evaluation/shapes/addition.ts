import { shiftYears, type Period } from '../../measure/period.ts'
import { conclude } from '../conclude.ts'
import { baseFault, baseMissing, changeLens, readsRates } from '../change.ts'
import type { Changing } from '../changing.ts'
import { lineCourse } from '../line.ts'
import { because } from '../reason.ts'
import { notComputable, type Task, type Verdict } from '../task.ts'
import { before, endPlace, partsOf } from '../timeline.ts'
import { lastYear } from '../../measure/period.ts'
import type { Shape } from '../../plan/plan.ts'

/** So many more by the end than at the base; the path is a straight line from nothing. */
export function addition(task: Task<Extract<Shape, { kind: 'addition' }>>): Verdict {
  const parts = partsOf(task.shape.when)
  const [first, last] = [parts[0] ?? task.shape.when, parts.at(-1) ?? task.shape.when]
  const stated = task.measure.base
  const from = stated ? shiftYears(last, stated.year - lastYear(last)) : before(first)
  return changeSince(task, task.shape, from, last, 1)
}

/** The change from one period to another, judged along a straight line; `periods` spreads it into a yearly mean. */
export function changeSince(task: Task, shape: Changing, from: Period, to: Period, periods: number): Verdict {
  if (readsRates(task, shape)) return notComputable(because('evaluation.rates-have-no-level'))
  const base = task.series.value(from)
  if (!base) return withoutBase(task, from, to)
  const fault = baseFault(shape, base)
  if (fault) return notComputable(fault, [base])
  const lens = changeLens(task, shape, base.value, periods)
  return conclude(lineCourse(task, to, lens, { found: base, place: endPlace(from) }), task)
}

/** Without its base nothing of a change can be said, however many figures came later. */
export function withoutBase(task: Task, from: Period, to: Period): Verdict {
  return conclude(
    {
      due: task.ended(to),
      outcome: null,
      soFar: null,
      path: null,
      projected: null,
      needed: null,
      expected: true,
      used: [],
      grounds: [baseMissing(from)],
      progress: [],
    },
    task,
  )
}
