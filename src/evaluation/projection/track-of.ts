import { firstYear, lastYear, shiftYears, type Period } from '../../measure/period.ts'
import {
  addRatio,
  divideRatio,
  multiplyRatio,
  NOUGHT,
  ONE,
  ratio,
  subtractRatio,
  type Ratio,
} from '../../measure/ratio.ts'
import type { Shape, ShapeKind } from '../../plan/plan.ts'
import { baseFault, changeLens, readsRates } from '../change.ts'
import { pointsTo } from '../line.ts'
import { factorOf, ofRatio } from '../quantity.ts'
import { growthIn } from '../shapes/growth.ts'
import { spanned } from '../shapes/mean-growth.ts'
import { signedPower } from '../root.ts'
import type { Found } from '../series.ts'
import { inUnit, type Task } from '../task.ts'
import { before, cycle, endDay, endPlace, partsOf, STEPS_IN_A_YEAR } from '../timeline.ts'
import type { Point, Track } from './track.ts'

/**
 * The figures that a projection of an open measure goes on from; null where it is due, where nothing is known, and for
 * shapes whose outcome no single line of figures makes (a change in every period, an event).
 */
export function trackOf(task: Task): Track | null {
  if (task.ended(task.shape.when)) return null
  const make = TRACKS[task.shape.kind] as (task: Task) => Track | null
  const track = make(task)
  const last = track?.points.at(-1)
  return track && last && last.at < track.to ? track : null
}

type Tracks = { readonly [K in ShapeKind]: (task: Task<Extract<Shape, { kind: K }>>) => Track | null }
const TRACKS: Tracks = {
  level: task => levels(task, task.shape.when),
  mean: task => flows(task, 'mean'),
  cumulative: task => flows(task, 'sum'),
  growth,
  meanGrowth,
  addition(task) {
    const parts = partsOf(task.shape.when)
    const [first, last] = [parts[0] ?? task.shape.when, parts.at(-1) ?? task.shape.when]
    const stated = task.measure.base
    return since(task, task.shape, stated ? shiftYears(last, stated.year - lastYear(last)) : before(first), last, 1)
  },
  eachPeriod(task) {
    const parts = partsOf(task.shape.when)
    const latest = parts.findLastIndex(p => task.ended(p) && task.series.value(p) !== null)
    const next = parts[latest + 1]
    return latest >= 0 && next && !task.ended(next) ? levels(task, next) : null
  },
  eachChange: () => null,
  milestone: () => null,
}

const same = (value: Ratio): Ratio => value

const stepOf = (when: Period, p: Period): number =>
  Math.round((endPlace(p) - endPlace(when)) / (STEPS_IN_A_YEAR * cycle(when)))

const pointsOf = (task: Task, when: Period, value: (found: Found) => Ratio): readonly Point[] =>
  pointsTo(task, when).map(({ found }) => ({
    at: stepOf(when, found.period),
    value: value(found),
    period: found.period,
  }))

/** A level goes on along a line. */
const levels = (task: Task, when: Period): Track => ({
  points: pointsOf(task, when, found => inUnit(task, found.value)),
  to: 0,
  gathering: 'end',
  goesOn: 'change',
  period: when,
  outcome: ofRatio,
  goal: same,
  turned: false,
  nonNegative: task.indicator.nonNegative === true,
  unit: task.measure.unit,
})

/** A change since a base, from the level that it leads to. */
function since(
  task: Task,
  shape: Parameters<typeof changeLens>[1],
  from: Period,
  to: Period,
  periods: number,
): Track | null {
  if (readsRates(task, shape)) return null
  const base = task.series.value(from)
  if (!base || baseFault(shape, base)) return null
  const lens = changeLens(task, shape, base.value, periods)
  return {
    points: pointsOf(task, to, found => found.value),
    to: 0,
    gathering: 'end',
    goesOn: 'change',
    period: to,
    outcome: level => ofRatio(lens.see(level)),
    goal: lens.figureOf,
    turned: lens.turned,
    nonNegative: task.indicator.nonNegative === true,
    unit: task.indicator.unit,
  }
}

/** A term's sum or mean: its parts, and the years before it, go on as they are. */
function flows(task: Task, as: 'sum' | 'mean'): Track | null {
  const parts = partsOf(task.shape.when)
  const known = parts.map(p => (task.ended(p) ? task.series.value(p) : null))
  const latest = known.findLastIndex(found => found !== null)
  // With a gap on the way there is no sum to add a forecast to.
  if (latest < 0 || known.slice(0, latest).includes(null)) return null
  const value = (found: Found) => inUnit(task, found.value)
  const points = known.flatMap((found, at) =>
    found ? [{ at, value: value(found), period: parts[at] ?? found.period }] : [],
  )
  const sum = points.map(p => p.value).reduce(addRatio, NOUGHT)
  const n = ratio(BigInt(as === 'sum' ? 1 : parts.length))
  return {
    points: [...earlier(task, parts, p => task.series.value(p), value), ...points],
    to: parts.length - 1,
    gathering: 'sum',
    goesOn: 'same',
    period: task.shape.when,
    outcome: rest => ofRatio(divideRatio(addRatio(sum, rest), n)),
    goal: limit => subtractRatio(multiplyRatio(limit, n), sum),
    turned: false,
    nonNegative: task.indicator.nonNegative === true,
    unit: task.measure.unit,
  }
}

/** The years before a term of whole years, as far back as the figures go; of other terms nothing. */
function earlier(
  task: Task,
  [first]: readonly Period[],
  find: (p: Period) => Found | null,
  value: (found: Found) => Ratio,
): readonly Point[] {
  const oldest = task.series.figures[0]?.figure.period.start
  if (first?.frequency !== 'A' || oldest === undefined) return []
  const points: Point[] = []
  for (let k = 1; ; k += 1) {
    const period = shiftYears(first, -k)
    if (endDay(period) <= oldest) return points
    const found = find(period)
    if (found) points.unshift({ at: -k, value: value(found), period })
  }
}

/** Growth in one period: the growths of the periods before it go on as they are. */
function growth(task: Task<Extract<Shape, { kind: 'growth' }>>): Track | null {
  const { when } = task.shape
  const stated = task.measure.base
  if (stated && stated.year !== firstYear(when) - 1)
    return since(task, task.shape, shiftYears(when, stated.year - firstYear(when)), when, 1)
  const points: Point[] = []
  const oldest = task.series.figures[0]?.figure.period.start
  if (oldest === undefined) return null
  for (let p = before(when); p.start >= oldest; p = before(p)) {
    const grown = growthIn(task, p)
    if (grown && !grown.fault) points.unshift({ at: stepOf(when, p), value: grown.value, period: p })
  }
  return {
    points,
    to: 0,
    gathering: 'end',
    goesOn: 'same',
    period: when,
    outcome: ofRatio,
    goal: same,
    turned: false,
    nonNegative: false,
    unit: task.measure.unit,
  }
}

function meanGrowth(task: Task<Extract<Shape, { kind: 'meanGrowth' }>>): Track | null {
  const { shape } = task
  const parts = spanned(task)
  const [first, last] = [parts[0] ?? shape.when, parts.at(-1) ?? shape.when]
  const n = parts.length
  if (readsRates(task, shape)) return shape.mean === 'geometric' ? rates(task, parts) : null
  if (shape.basis !== 'relative') return since(task, shape, before(first), last, n)
  const base = task.series.value(before(first))
  if (!base || baseFault(shape, base) || shape.mean === 'arithmetic') return null
  return {
    points: pointsOf(task, last, found => found.value),
    to: 0,
    gathering: 'end',
    goesOn: 'factor',
    period: shape.when,
    outcome: level => ({
      kind: 'meanRate',
      factor: divideRatio(level, base.value),
      periods: n,
      change: shape.change,
    }),
    goal: rate => multiplyRatio(base.value, signedPower(factorOf(rate, shape.change), n)),
    turned: shape.change === 'down',
    nonNegative: task.indicator.nonNegative === true,
    unit: task.indicator.unit,
  }
}

/** Yearly growth rates, chained. */
function rates(task: Task<Extract<Shape, { kind: 'meanGrowth' }>>, parts: readonly Period[]): Track | null {
  const known = parts.map(p => (task.ended(p) ? task.series.own(p) : null))
  const latest = known.findLastIndex(found => found !== null)
  if (latest < 0 || known.slice(0, latest).includes(null)) return null
  const points = known.flatMap((found, at) =>
    found ? [{ at, value: found.value, period: parts[at] ?? found.period }] : [],
  )
  const chain = points.map(p => factorOf(p.value, 'up')).reduce(multiplyRatio, ONE)
  // A year that lost everything leaves no chain to go on from.
  if (chain.num <= 0n) return null
  return {
    points: [
      ...earlier(
        task,
        parts,
        p => task.series.own(p),
        found => found.value,
      ),
      ...points,
    ],
    to: parts.length - 1,
    gathering: 'chain',
    goesOn: 'same',
    period: task.shape.when,
    outcome: rest => ({
      kind: 'meanRate',
      factor: multiplyRatio(chain, rest),
      periods: parts.length,
      change: task.shape.change,
    }),
    goal: rate => divideRatio(signedPower(factorOf(rate, task.shape.change), parts.length), chain),
    turned: task.shape.change === 'down',
    nonNegative: false,
    unit: '%',
  }
}

/** A gathered forecast moved by an error as it is told. */
export const moved = (track: Track, gathered: Ratio, error: Ratio): Ratio =>
  addRatio(gathered, track.gathering === 'chain' ? divideRatio(error, ratio(100n)) : error)
