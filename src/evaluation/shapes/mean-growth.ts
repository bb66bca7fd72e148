import { firstYear, lastYear, type Period } from '../../measure/period.ts'
import type { Shape } from '../../plan/plan.ts'
import { baseFault, readsRates } from '../change.ts'
import { conclude } from '../conclude.ts'
import { arithmeticCourse } from '../pace/arithmetic.ts'
import { geometricCourse } from '../pace/geometric.ts'
import { geometricRates } from '../pace/rates.ts'
import { notComputable, type Task, type Verdict } from '../task.ts'
import { before, partsOf } from '../timeline.ts'
import { changeSince, withoutBase } from './addition.ts'
import { because, inPeriod } from '../reason.ts'
import { ofRatio } from '../quantity.ts'
import { NOUGHT, subtractRatio } from '../../measure/ratio.ts'

export type MeanGrowth = Extract<Shape, { kind: 'meanGrowth' }>

/**
 * Average yearly growth over a term. Geometric: the one rate that, compounded, leads from the base to the end, decided
 * by comparing powers. Arithmetic: the plain mean of the yearly growths. In points or in the indicator's unit: the
 * change by the number of years, which is both.
 */
export function meanGrowth(task: Task<MeanGrowth>): Verdict {
  const { shape } = task
  const parts = spanned(task)
  const [first, last] = [parts[0] ?? shape.when, parts.at(-1) ?? shape.when]
  if (readsRates(task, shape)) {
    const own = task.ended(shape.when) && parts.length > 1 ? task.series.own(shape.when) : null
    if (own) return ownTerm(task, own)
    return shape.mean === 'geometric' ? conclude(geometricRates(task, parts), task) : arithmetic(task, parts)
  }
  if (shape.basis !== 'relative') return changeSince(task, shape, before(first), last, parts.length)
  const base = task.series.value(before(first))
  if (!base) return withoutBase(task, before(first), last)
  const fault = baseFault(shape, base)
  if (fault) return notComputable(fault, [base])
  if (shape.mean === 'arithmetic') return arithmetic(task, parts)
  return conclude(geometricCourse(task, parts, base), task)
}

function arithmetic(task: Task<MeanGrowth>, parts: readonly Period[]): Verdict {
  const course = arithmeticCourse(task, parts)
  return 'status' in course ? course : conclude(course, task)
}

/** The years that the mean spreads over: the term's, or those since a stated base year. */
export function spanned({ shape, measure }: Pick<Task<MeanGrowth>, 'shape' | 'measure'>): readonly Period[] {
  const from = measure.base ? measure.base.year + 1 : firstYear(shape.when)
  if (shape.when.frequency !== 'A' || from === firstYear(shape.when)) return partsOf(shape.when)
  return partsOf({
    frequency: 'A',
    start: `${String(from).padStart(4, '0')}-01-01`,
    length: lastYear(shape.when) - from + 1,
  })
}

/** The statistics office's own mean for the whole term answers it directly. */
function ownTerm(task: Task<MeanGrowth>, own: NonNullable<ReturnType<Task['series']['own']>>): Verdict {
  const value = task.shape.change === 'up' ? own.value : subtractRatio(NOUGHT, own.value)
  return conclude(
    {
      due: true,
      outcome: ofRatio(value),
      soFar: null,
      path: null,
      projected: null,
      needed: null,
      expected: true,
      used: [own],
      grounds: [because('evaluation.own-term', { period: inPeriod(task.shape.when) })],
      progress: [],
    },
    task,
  )
}
