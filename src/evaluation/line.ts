import { shiftYears, type Period } from '../measure/period.ts'
import {
  addRatio,
  compareRatio,
  divideRatio,
  fromDecimal,
  multiplyRatio,
  NOUGHT,
  ratio,
  subtractRatio,
  type Ratio,
} from '../measure/ratio.ts'
import { changeOf } from './changing.ts'
import type { NeededFigure, Reason } from './judgement.ts'
import { aim, decimalInside, standing, type Limit, type Limits } from './limits.ts'
import { ofRatio } from './quantity.ts'
import { amountOf, because, inPeriod } from './reason.ts'
import { saidOf } from './said.ts'
import type { Found } from './series.ts'
import { fromTo } from './from-to.ts'
import type { Course, Task } from './task.ts'
import { pointsUnit } from './units.ts'
import { endDay, cycle, endPlace, STEPS_IN_A_YEAR } from './timeline.ts'

/** How a figure is looked at: as it is, or as a change from a base. */
export interface Lens {
  /** A figure in the indicator's unit → what is judged, in the measure's unit. */
  readonly see: (figure: Ratio) => Ratio
  readonly figureOf: (seen: Ratio) => Ratio
  /** Whether a larger figure is seen as a smaller value: a fall. */
  readonly turned: boolean
}

export interface Point {
  readonly found: Found
  readonly place: number
}

/** Every value of the same stretch of the calendar up to `when`, oldest first: the same year, half or month. */
export function pointsTo(task: Task, when: Period): readonly Point[] {
  const first = task.series.figures[0]
  if (!first) return []
  const points: Point[] = []
  const step = cycle(when)
  for (let p = when; endDay(p) > first.figure.period.start; p = shiftYears(p, -step)) {
    const found = task.ended(p) ? task.series.value(p) : null
    if (found) points.unshift({ found, place: endPlace(p) })
  }
  return points
}

/** Whether a period of this kind has ended inside the plan's term, so that a figure could be there. */
export function couldBeKnown(task: Pick<Task, 'ended' | 'termStart'>, when: Period): boolean {
  const step = cycle(when)
  let first = when
  for (let p = shiftYears(when, -step); endDay(p) > task.termStart; p = shiftYears(p, -step)) first = p
  return task.ended(first)
}

/** A straight line from the base to the bound, and the last pace along it. */
export function lineCourse(task: Task, when: Period, lens: Lens, base: Point | null): Course {
  const points = pointsTo(task, when)
  const end = endPlace(when)
  const due = task.ended(when)
  const inTerm = points.filter(p => endDay(p.found.period) > task.termStart && (!base || p.place > base.place))
  const earlier = points.findLast(p => endDay(p.found.period) <= task.termStart && p.place < end)
  const start = base ?? earlier ?? inTerm[0] ?? null
  const latest = inTerm.at(-1) ?? null
  const previous = inTerm.at(-2) ?? (start !== latest ? start : null)
  const seen = (p: Point) => lens.see(p.found.value)
  const outcome = due && latest?.place === end ? ofRatio(seen(latest)) : null
  const shared = {
    due,
    outcome,
    expected: couldBeKnown(task, when),
    grounds: latest && outcome ? grounds(task, latest.found, base?.found ?? null) : [],
  }
  if (!latest)
    return {
      ...shared,
      soFar: null,
      path: null,
      projected: null,
      needed: atOnce(task, when, lens),
      used: start ? [start.found] : [],
      progress: [],
    }
  const path =
    start && start !== latest && !due ? pathAt(task.limits, seen(start), share(start.place, latest.place, end)) : null
  const value = ofRatio(seen(latest))
  const used = [start, previous, latest].filter(p => p !== null).map(p => p.found)
  const projected =
    previous && !due
      ? {
          value: ofRatio(possible(task, lens, goOn(seen(previous), previous.place, seen(latest), latest.place, end))),
          method: 'lastPace' as const,
          period: when,
        }
      : null
  const progress = due
    ? [latestReason(task, latest, lens)]
    : [
        latestReason(task, latest, lens),
        ...(path && start ? pathReason(task, path, start, latest, lens) : []),
        ...paceReason(task, latest, end, lens),
      ]
  return { ...shared, soFar: value, path, projected, needed: stillNeeded(task, when, lens, latest), used, progress }
}

const share = (from: number, to: number, end: number): Ratio => ratio(BigInt(to - from), BigInt(end - from))

/**
 * The limits on the way: a straight line from the base to each end that the base does not hold yet; where the base
 * holds an end already, that end itself, so that nobody is asked for more than the promise.
 */
export function pathAt({ low, high }: Limits, base: Ratio, part: Ratio): Limits {
  const towards = (limit: Limit): Limit => ({
    ...limit,
    at: addRatio(base, multiplyRatio(subtractRatio(limit.at, base), part)),
  })
  return {
    low: low && (compareRatio(base, low.at) < 0 ? towards(low) : low),
    high: high && (compareRatio(base, high.at) > 0 ? towards(high) : high),
    beyond: null,
  }
}

/** The line through two points, read at `end`. */
function goOn(before: Ratio, from: number, now: Ratio, to: number, end: number): Ratio {
  return addRatio(now, multiplyRatio(subtractRatio(now, before), ratio(BigInt(end - to), BigInt(to - from))))
}

/** Where no figure can be below zero a pace ends there: nobody is projected to have −10% of poverty. */
const possible = ({ indicator }: Task, lens: Lens, seen: Ratio): Ratio =>
  indicator.nonNegative === true && lens.figureOf(seen).num < 0n ? lens.see(NOUGHT) : seen

function grounds(task: Task, found: Found, base: Found | null): readonly Reason[] {
  if (base) return [because('evaluation.from-to', fromTo(task, base, found))]
  const count = { count: { kind: 'count', count: found.from.length } } as const
  if (found.how === 'sum') return [because('evaluation.summed', { period: inPeriod(found.period), ...count })]
  if (found.how === 'mean') return [because('evaluation.averaged', { period: inPeriod(found.period), ...count })]
  return []
}

const latestReason = (task: Task, latest: Point, lens: Lens): Reason =>
  because('evaluation.latest', {
    period: inPeriod(latest.found.period),
    value: saidOf(task, lens.see(latest.found.value)),
  })

function pathReason(task: Task, path: Limits, start: Point, latest: Point, lens: Lens): readonly Reason[] {
  const { unit } = task.measure
  const aimed = aim(path, ofRatio(lens.see(latest.found.value)))
  if (!aimed) return []
  // A change starts from nothing, so its path has no base to name.
  if (changeOf(task.shape))
    return [
      because('evaluation.path-change', {
        period: inPeriod(latest.found.period),
        required: saidOf(task, aimed.limit.at),
      }),
    ]
  return [
    because('evaluation.path-line', {
      from: inPeriod(start.found.period),
      base: amountOf(lens.see(start.found.value), unit, task.decimals),
      period: inPeriod(latest.found.period),
      required: amountOf(aimed.limit.at, unit, task.decimals),
    }),
  ]
}

function paceReason(task: Task, latest: Point, end: number, lens: Lens): readonly Reason[] {
  const value = lens.see(latest.found.value)
  const side = standing(ofRatio(value), task.limits)
  if (side === 'met' || side === 'exceeded') return [because('evaluation.already-there')]
  const aimed = aim(task.limits, ofRatio(value))
  if (!aimed || end <= latest.place) return []
  const years = ratio(BigInt(end - latest.place), BigInt(STEPS_IN_A_YEAR))
  const pace = divideRatio(subtractRatio(aimed.limit.at, value), years)
  const up = pace.num >= 0n !== lens.turned
  const size = pace.num >= 0n ? pace : { num: -pace.num, den: pace.den }
  return [
    because(up ? 'evaluation.pace-up' : 'evaluation.pace-down', {
      pace: {
        kind: 'amount',
        value: decimalInside({ at: size, strict: false }, 'low', task.decimals),
        unit: pointsUnit(task.measure.unit),
        rounded: false,
      },
    }),
  ]
}

const stillNeeded = (task: Task, when: Period, lens: Lens, latest: Point): readonly NeededFigure[] | null => {
  const value = lens.see(latest.found.value)
  const aimed = aim(task.limits, ofRatio(value))
  // Inside two binding ends the latest value, delivered again, is enough.
  return figureAt(task, when, lens, aimed ?? { side: 'low', limit: { at: value, strict: false } })
}

const atOnce = (task: Task, when: Period, lens: Lens): readonly NeededFigure[] | null => {
  const aimed = aim(task.limits, null)
  return aimed && figureAt(task, when, lens, aimed)
}

/** The figure of the last period that holds the limit, in the indicator's decimals; null where none lies inside. */
export function figureAt(
  task: Task,
  when: Period,
  lens: Lens,
  { side, limit }: { readonly side: 'low' | 'high'; readonly limit: Limit },
): readonly NeededFigure[] | null {
  const turned = side === 'low' ? 'high' : 'low'
  const at = { ...limit, at: lens.figureOf(limit.at) }
  const value = decimalInside(at, lens.turned ? turned : side, task.indicator.decimals)
  const side2 = standing(ofRatio(lens.see(fromDecimal(value))), task.limits)
  return side2 === 'met' || side2 === 'exceeded' ? [{ indicator: task.indicator.code, period: when, value }] : null
}
