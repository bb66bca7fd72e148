import { shiftYears, firstYear, type Period } from '../../measure/period.ts'
import { NOUGHT, subtractRatio, type Ratio } from '../../measure/ratio.ts'
import type { Shape } from '../../plan/plan.ts'
import { baseFault, changeBetween, changeLens, readsRates } from '../change.ts'
import { conclude } from '../conclude.ts'
import type { NeededFigure, Reason } from '../judgement.ts'
import { aim } from '../limits.ts'
import { fromTo } from '../from-to.ts'
import { figureAt, type Lens } from '../line.ts'
import { saidOf } from '../said.ts'
import { ofRatio } from '../quantity.ts'
import { because, inPeriod } from '../reason.ts'
import type { Found } from '../series.ts'
import { notComputable, type Course, type Task, type Verdict } from '../task.ts'
import { before } from '../timeline.ts'
import { changeSince, withoutBase } from './addition.ts'

type Growth = Extract<Shape, { kind: 'growth' }>

/**
 * Growth in one period over the same period a year before. Until the period ends, the growth of the latest period
 * before it stands for the last pace. Against a stated base year it is a change since then.
 */
export function growth(task: Task<Growth>): Verdict {
  const { shape, measure } = task
  const { when } = shape
  const stated = measure.base
  if (stated && stated.year !== firstYear(when) - 1)
    return changeSince(task, shape, shiftYears(when, stated.year - firstYear(when)), when, 1)
  const now = growthIn(task, when)
  if (now?.fault) return notComputable(now.fault, now.used)
  const due = task.ended(when)
  if (due && !now && !readsRates(task, shape) && !task.series.value(before(when)))
    return withoutBase(task, before(when), when)
  const last = due ? null : lastGrowth(task, when)
  const seen = last && ofRatio(last.value)
  const course: Course = {
    due,
    outcome: now ? ofRatio(now.value) : null,
    soFar: seen,
    path: null,
    projected: seen && { value: seen, method: 'lastPace', period: when },
    needed: now ? null : needed(task),
    expected: task.ended(before(when)) && before(when).start >= task.termStart,
    used: [...(now?.used ?? []), ...(last?.used ?? [])],
    grounds: now ? groundsOf(task, now.used) : [],
    progress: last
      ? [
          because('evaluation.latest-growth', {
            period: inPeriod(last.period),
            value: saidOf(task, last.value),
          }),
        ]
      : [],
  }
  return conclude(course, task)
}

interface Grown {
  readonly period: Period
  readonly value: Ratio
  readonly used: readonly Found[]
  readonly fault?: Reason
}

/** The size of the change in a period; null where a figure is missing, a fault where the base forbids it. */
export function growthIn(task: Task<Extract<Shape, { kind: 'growth' | 'eachChange' }>>, period: Period): Grown | null {
  if (!task.ended(period)) return null
  const now = readsRates(task, task.shape) ? task.series.own(period) : task.series.value(period)
  if (!now) return null
  if (readsRates(task, task.shape)) {
    const value = task.shape.change === 'up' ? now.value : subtractRatio(NOUGHT, now.value)
    return { period, value, used: [now] }
  }
  const base = task.series.value(before(period))
  if (!base) return null
  const used = [base, now]
  const fault = baseFault(task.shape, base)
  if (fault) return { period, value: NOUGHT, used, fault }
  return { period, value: changeBetween(task, task.shape, base.value, now.value), used }
}

/** The latest period before `when` whose growth is known, as far back as the figures go. */
function lastGrowth(task: Task<Growth>, when: Period): Grown | null {
  const first = task.series.figures[0]?.figure.period.start
  if (first === undefined) return null
  for (let p = before(when); p.start >= first; p = before(p)) {
    const grown = growthIn(task, p)
    if (grown && !grown.fault) return grown
  }
  return null
}

const ratesLens = (turned: boolean): Lens => {
  const turn = (a: Ratio): Ratio => (turned ? subtractRatio(NOUGHT, a) : a)
  return { see: turn, figureOf: turn, turned }
}

function needed(task: Task<Growth>): readonly NeededFigure[] | null {
  const { shape } = task
  const goal = aim(task.limits, null)
  if (!goal) return null
  if (readsRates(task, shape)) return figureAt(task, shape.when, ratesLens(shape.change === 'down'), goal)
  const base = task.series.value(before(shape.when))
  if (!base || baseFault(shape, base)) return null
  return figureAt(task, shape.when, changeLens(task, shape, base.value), goal)
}

const groundsOf = (task: Task, used: readonly Found[]): readonly Reason[] => {
  const [base, now] = used
  if (!base || !now) return [because('evaluation.rate-itself')]
  return [because('evaluation.from-to', fromTo(task, base, now))]
}
