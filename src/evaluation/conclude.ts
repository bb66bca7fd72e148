import { compareRatio, fromDecimal, subtractRatio, type Ratio } from '../measure/ratio.ts'
import { lastDay, type Period } from '../measure/period.ts'
import type { Reason, StatusWord } from './judgement.ts'
import { aim, holdsHigh, holdsLow, standing, type Limits } from './limits.ts'
import { compareQuantity, exactQuantity, ofRatio, shownQuantity, type Quantity } from './quantity.ts'
import { amountOf, because, inPeriod } from './reason.ts'
import { said, saidBound, saidOf } from './said.ts'
import type { Course, Task, Verdict } from './task.ts'
import { pointsUnit } from './units.ts'

/**
 * The status of a course. Decided: by the bound. Not due: on track where what is so far holds the path, or where the
 * last pace, kept up, reaches the end that the path fails; else at risk. Both tests only ever get harder with a
 * tighter bound and easier with a better latest value.
 */
export function conclude(course: Course, task: Task): Verdict {
  const { outcome, soFar, path, projected } = course
  const bound = path ?? task.limits
  const aimed = soFar && aim(bound, soFar)
  const common = {
    required: course.due || !path ? null : (aimed?.limit.at ?? null),
    projected: course.due || outcome ? null : projected,
    used: course.used,
  }
  if (outcome) {
    const side = standing(outcome, task.limits)
    const status = side === 'exceeded' || side === 'met' ? side : 'missed'
    const reasons = [
      ...course.grounds,
      ...decided(outcome, task, course.decidedBy),
      ...(course.due ? [] : [because('evaluation.proven')]),
    ]
    return { ...common, status, value: outcome, needed: null, reasons }
  }
  const status = course.due ? 'noData' : open(course, task.limits)
  const opening = course.due ? unanswered(course, task) : because('evaluation.not-due', dueDay(task))
  const reasons = [opening, ...course.grounds, ...course.progress, ...(course.due ? [] : outlook(course, task))]
  return { ...common, status, value: course.due ? null : soFar, needed: course.needed, reasons }
}

function unanswered({ grounds }: Course, { shape }: Task): Reason {
  const some = grounds.length > 0 || shape.when.length > 1
  return because(some ? 'evaluation.not-enough' : 'evaluation.no-figure', { period: inPeriod(shape.when) })
}

const dueDay = (task: Task) => ({ day: { kind: 'day', day: lastDay(task.shape.when) } }) as const

function open({ soFar, path, projected, expected }: Course, limits: Limits): StatusWord {
  if (!soFar) return expected ? 'noData' : 'notDue'
  const side = standing(soFar, path ?? limits)
  if (side === 'met' || side === 'exceeded') return 'onTrack'
  if (projected && reaches(projected.value, limits, side)) return 'onTrack'
  return path || projected ? 'atRisk' : 'notDue'
}

/** Only the failing end has to be reached: a pace that would overshoot the other end can be eased. */
const reaches = (value: Quantity, { low, high }: Limits, side: 'below' | 'above'): boolean =>
  side === 'below' ? !low || holdsLow(value, low) : !high || holdsHigh(value, high)

function outlook({ soFar, path, projected }: Course, task: Task): readonly Reason[] {
  if (!soFar) return [because('evaluation.nothing-yet')]
  const standingNow = path ? standing(soFar, path) : null
  const onPath = standingNow === 'met' || standingNow === 'exceeded'
  const reasons: Reason[] = []
  if (path) reasons.push(because(onPath ? 'evaluation.on-path' : 'evaluation.behind-path'))
  if (!projected) reasons.push(because('evaluation.no-projection'))
  else {
    const end = standing(projected.value, task.limits)
    const values = { period: inPeriod(projected.period), value: said(task, projected.value) }
    const holds = end === 'met' || end === 'exceeded'
    reasons.push(because(holds ? 'evaluation.projection-reaches' : 'evaluation.projection-falls-short', values))
  }
  return reasons
}

/** The value against the bound, the distance, and where rounding hides on which side it lies. */
function decided(outcome: Quantity, task: Task, period: Period = task.shape.when): readonly Reason[] {
  const { bound } = task.measure
  const printed = saidBound(task)
  if (!bound || !printed) return []
  const reasons: Reason[] = [
    because('evaluation.value', {
      period: inPeriod(period),
      value: said(task, outcome),
      bound: printed,
    }),
  ]
  const side = standing(outcome, task.limits)
  const edge = edgeOf(task.limits, side)
  if (edge) reasons.push(...distanceTo(edge.at, outcome, task, edge.code))
  if (!exactQuantity(outcome) && !shownQuantity(outcome, task.decimals)) reasons.push(because('evaluation.no-rate'))
  if (bound.kind === 'about') reasons.push(because('evaluation.about'))
  return [...reasons, ...hidden(outcome, task)]
}

function edgeOf({ low, high, beyond }: Limits, side: ReturnType<typeof standing>) {
  switch (side) {
    case 'exceeded':
      return (
        beyond &&
        ({ at: beyond.at, code: beyond.side === 'above' ? 'evaluation.beyond' : 'evaluation.beyond-below' } as const)
      )
    case 'below':
      return low && ({ at: low.at, code: 'evaluation.short' } as const)
    case 'above':
      return high && ({ at: high.at, code: 'evaluation.over' } as const)
    case 'met':
      return null
    default:
      return side satisfies never
  }
}

function distanceTo(
  at: Ratio,
  outcome: Quantity,
  task: Task,
  code: 'evaluation.beyond' | 'evaluation.beyond-below' | 'evaluation.short' | 'evaluation.over',
): readonly Reason[] {
  const decimals = task.decimals
  const exact = exactQuantity(outcome)
  const shown = shownQuantity(outcome, decimals)
  if (!shown) return []
  const gap = subtractRatio(exact ?? fromDecimal(shown.value), at)
  // On an open end ("dưới 3%" at exactly 3%) there is no distance, but a word to say.
  if (gap.num === 0n) return exact ? [because('evaluation.on-open-end', { limit: saidOf(task, at) })] : []
  const size = gap.num < 0n ? { num: -gap.num, den: gap.den } : gap
  const distance = amountOf(size, pointsUnit(task.measure.unit), decimals)
  // A distance that rounds to nothing is told by `hidden` instead.
  return distance.kind === 'amount' && distance.value.coefficient === 0n ? [] : [because(code, { distance })]
}

function hidden(outcome: Quantity, task: Task): readonly Reason[] {
  const shown = shownQuantity(outcome, task.decimals)
  if (!shown?.rounded) return []
  const { low, high, beyond } = task.limits
  return [low?.at, high?.at, beyond?.at]
    .filter(at => at !== undefined)
    .filter((at, i, all) => all.findIndex(other => compareRatio(other, at) === 0) === i)
    .flatMap(at => {
      const exact = compareQuantity(outcome, at)
      if (exact === 0 || compareQuantity(ofRatio(fromDecimal(shown.value)), at) === exact) return []
      return [
        because(exact > 0 ? 'evaluation.rounding-hides-above' : 'evaluation.rounding-hides-below', {
          limit: saidOf(task, at),
        }),
      ]
    })
}
