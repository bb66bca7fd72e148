import { compareRatio, fromDecimal, subtractRatio, type Ratio } from '../measure/ratio.ts'
import { lastDay } from '../measure/period.ts'
import type { Reason, StatusWord } from './judgement.ts'
import { aim, holdsHigh, holdsLow, standing, type Limits } from './limits.ts'
import { compareQuantity, exactQuantity, ofRatio, shownQuantity, type Quantity } from './quantity.ts'
import { amount, amountOf, because, inPeriod } from './reason.ts'
import type { Course, Task, Verdict } from './task.ts'

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
      ...decided(outcome, task),
      ...(course.due ? [] : [because('evaluation.proven')]),
    ]
    return { ...common, status, value: outcome, needed: null, reasons }
  }
  const status = course.due ? 'noData' : open(course, task.limits)
  const opening = course.due ? because('evaluation.no-figure', when(task)) : because('evaluation.not-due', dueDay(task))
  const reasons = [opening, ...course.grounds, ...course.progress, ...(course.due ? [] : outlook(course, task, status))]
  return { ...common, status, value: course.due ? null : soFar, needed: course.needed, reasons }
}

const when = (task: Task) => ({ period: inPeriod(task.shape.when) })
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

function outlook({ soFar, path, projected }: Course, task: Task, status: StatusWord): readonly Reason[] {
  if (!soFar) return []
  const { unit } = task.measure
  const standingNow = path ? standing(soFar, path) : null
  const onPath = standingNow === 'met' || standingNow === 'exceeded'
  const reasons: Reason[] = []
  if (path) reasons.push(because(onPath ? 'evaluation.on-path' : 'evaluation.behind-path'))
  if (!projected) reasons.push(because('evaluation.no-projection'))
  else {
    const end = standing(projected.value, task.limits)
    const values = { period: inPeriod(projected.period), value: amount(projected.value, unit, task.decimals) }
    const holds = end === 'met' || end === 'exceeded'
    reasons.push(because(holds ? 'evaluation.projection-reaches' : 'evaluation.projection-falls-short', values))
    if (!holds && status === 'onTrack' && onPath) reasons.push(because('evaluation.projection-warns'))
  }
  return reasons
}

/** The value against the bound, the distance, and where rounding hides on which side it lies. */
function decided(outcome: Quantity, task: Task): readonly Reason[] {
  const { unit, bound } = task.measure
  if (!bound) return []
  const reasons: Reason[] = [
    because('evaluation.value', {
      period: inPeriod(task.shape.when),
      value: amount(outcome, unit, task.decimals),
      bound: { kind: 'bound', bound, unit },
    }),
  ]
  const side = standing(outcome, task.limits)
  const edge = edgeOf(task.limits, side)
  if (edge) reasons.push(...distanceTo(edge.at, outcome, task, edge.code))
  if (bound.kind === 'about') reasons.push(because('evaluation.about'))
  return [...reasons, ...hidden(outcome, task)]
}

function edgeOf({ low, high, beyond }: Limits, side: ReturnType<typeof standing>) {
  switch (side) {
    case 'exceeded':
      return beyond && ({ at: beyond.at, code: 'evaluation.beyond' } as const)
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
  code: 'evaluation.beyond' | 'evaluation.short' | 'evaluation.over',
): readonly Reason[] {
  const decimals = task.decimals
  const exact = exactQuantity(outcome)
  const shown = shownQuantity(outcome, decimals)
  if (!shown) return []
  const gap = subtractRatio(exact ?? fromDecimal(shown.value), at)
  if (gap.num === 0n) return []
  const size = gap.num < 0n ? { num: -gap.num, den: gap.den } : gap
  const distance = amountOf(size, distanceUnit(task), decimals)
  // A distance that rounds to nothing is told by `hidden` instead.
  return distance.kind === 'amount' && distance.value.coefficient === 0n ? [] : [because(code, { distance })]
}

/** The distance between two percentages is told in points. */
export const distanceUnit = (task: Task): string =>
  task.measure.unit.startsWith('%') ? task.measure.unit.replace('%', 'điểm %') : task.measure.unit

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
          limit: amountOf(at, task.measure.unit, task.decimals),
        }),
      ]
    })
}
