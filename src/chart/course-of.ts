import { endOf, firstYear, lastYear, year, yearsOf, type Period } from '../measure/period.ts'
import {
  addRatio,
  approximateRatio,
  divideRatio,
  fromDecimal,
  multiplyRatio,
  NOUGHT,
  ONE,
  ratio,
  subtractRatio,
  type Ratio,
} from '../measure/ratio.ts'
import type { MeasureJudgement } from '../evaluation/judgement.ts'
import type { Outlook } from '../evaluation/projection/outlook.ts'
import { exactQuantity, type Quantity } from '../evaluation/quantity.ts'
import { seriesFor, type FigureIndex, type Found, type Series } from '../evaluation/series.ts'
import { endedBy } from '../evaluation/timeline.ts'
import { factorBetween } from '../evaluation/units.ts'
import type { Indicator, Measure, Plan } from '../plan/plan.ts'
import { goalOf, type Course, type Mark, type Spot } from './course.ts'

/** Years before the term that may still serve as the start of the way. */
const LOOK_BACK = 5

/** What the pictures of one plan are made from, gathered once. */
export interface Sketchbook {
  readonly plan: Plan
  readonly index: FigureIndex
  /** The ISO day judged. */
  readonly on: string
}

/** The indicator that decides a measure: the first one as bad as the whole. */
export const decidingIndicator = (judgement: MeasureJudgement): string | null =>
  (judgement.indicators.find(i => i.status === judgement.status) ?? judgement.indicators[0])?.indicator ?? null

/** The same series that the judgement read; null for a measure whose indicator the plan does not have. */
export function seriesOf({ plan, index }: Sketchbook, measure: Measure, judgement: MeasureJudgement): Series | null {
  const code = decidingIndicator(judgement)
  const indicator = plan.indicators.find(i => i.code === code)
  return indicator
    ? seriesFor(plan, indicator, index, measure.shape.when, `${String(plan.term.from).padStart(4, '0')}-01-01`)
    : null
}

/**
 * How a measure went, by its shape; null for a milestone and where figure and bound cannot be compared. With an outlook also
 * between which values its method expects the end.
 */
export function courseOf(
  book: Sketchbook,
  measure: Measure,
  judgement: MeasureJudgement,
  outlook: Outlook | null = null,
): Course | null {
  const series = seriesOf(book, measure, judgement)
  const { shape, bound } = measure
  if (!series || !bound || shape.kind === 'milestone') return null
  const factor = factorBetween(measure, series.indicator)
  if (!factor) return null
  const [low, high] = [bound.low && fromDecimal(bound.low), bound.high && fromDecimal(bound.high)]
  const drawn: Drawn = { book, measure, judgement, series, factor, low, high, outlook }
  switch (shape.kind) {
    case 'level':
      return level(drawn)
    case 'cumulative':
      return sum(drawn)
    case 'addition':
      return shape.basis === 'relative' ? changes(drawn) : addition(drawn)
    case 'meanGrowth':
      return shape.basis === 'relative' && !isRate(series.indicator) ? compounded(drawn) : changes(drawn)
    case 'mean':
    case 'eachPeriod':
      return steps(drawn, yearly(drawn))
    case 'growth':
    case 'eachChange':
      return changes(drawn)
    default:
      return shape satisfies never
  }
}

interface Drawn {
  readonly book: Sketchbook
  readonly measure: Measure
  readonly judgement: MeasureJudgement
  readonly series: Series
  /** How many of the measure's unit one of the indicator's is. */
  readonly factor: Ratio
  readonly low: Ratio | null
  readonly high: Ratio | null
  readonly outlook: Outlook | null
}

const near = (value: Ratio | null): number | null => value && approximateRatio(value)
const isRate = (indicator: Indicator) => indicator.overTime === 'chainedGrowth'

/** Where a period ends: 31 December 2025 is 2025, 30 June 2025 is 2024.5. */
export function placeOf(period: Period): number {
  const end = endOf(period)
  return Number(end.slice(0, 4)) - 1 + (Number(end.slice(5, 7)) - 1 + (Number(end.slice(8, 10)) - 1) / 31) / 12
}

const firmStatuses = new Set(['official', 'revised'])
const mark = (found: Found, exact: Ratio): Mark => ({
  at: placeOf(found.period),
  value: approximateRatio(exact),
  exact,
  period: found.period,
  firm: found.from.every(chosen => firmStatuses.has(chosen.figure.status)),
})

/** The series by whole years up to the measure's end, in the measure's unit. */
function yearly({ book, measure, series, factor }: Drawn, back = 0): readonly Mark[] {
  const ended = endedBy(book.on)
  return yearsOf({
    frequency: 'A',
    start: `${book.plan.term.from - back}-01-01`,
    length: lastYear(measure.shape.when) - book.plan.term.from + back + 1,
  })
    .map(year)
    .filter(ended)
    .flatMap(period => {
      const found = series.value(period)
      return found ? [mark(found, multiplyRatio(found.value, factor))] : []
    })
}

const axis = ({ book, measure }: Drawn) => {
  const today = placeOf({ frequency: 'D', start: book.on, length: 1 })
  return {
    unit: measure.unit,
    from: book.plan.term.from - 1,
    to: Math.max(book.plan.term.to, lastYear(measure.shape.when)),
    today,
  }
}

const good = ({ series, measure: { shape } }: Drawn): Course['good'] => {
  const { direction } = series.indicator
  if (direction === 'none' || !('change' in shape) || shape.change === 'up') return direction
  return direction === 'up' ? 'down' : 'up'
}

/** The marks inside the term, and the one to set out from: the latest before it. */
function parted(drawn: Drawn, marks: readonly Mark[]) {
  const first = drawn.book.plan.term.from
  return {
    start: marks.findLast(m => lastYear(m.period) < first) ?? null,
    figures: marks.filter(m => lastYear(m.period) >= first),
  }
}

function level(drawn: Drawn): Course {
  const { start, figures } = parted(drawn, yearly(drawn, LOOK_BACK))
  const shape = {
    kind: 'way',
    ...axis(drawn),
    start,
    figures,
    low: near(drawn.low),
    high: near(drawn.high),
    good: good(drawn),
  } as const
  return withPath(drawn, shape, approximateOf(drawn))
}

/** The straight way, from the start (drawn from the axis' beginning on) to the nearer end. */
function withPath(drawn: Drawn, course: Omit<Course, 'path' | 'projection' | 'fan'>, projected: number | null): Course {
  const goal = goalOf(course)
  const end = placeOf(drawn.measure.shape.when)
  const last = course.figures.at(-1) ?? course.start
  const path = course.start && goal !== null ? [course.start, { at: end, value: goal }] : []
  return {
    ...course,
    path: path.map(({ at, value }) => ({ at, value })).map(spot => inside(spot, path, course.from)),
    projection: projected !== null && last && last.at < end ? [last, { at: end, value: projected }] : [],
    fan: fanOf(drawn, last ?? null, end, value => near(exactQuantity(value))),
    start: course.start && course.start.at < course.from ? { ...course.start, at: course.from } : course.start,
  }
}

/** Where the chosen method expects the end, where the figures that it goes on from are the ones drawn. */
function fanOf(
  { outlook }: Drawn,
  from: Spot | null,
  at: number,
  valueOf: (value: Quantity) => number | null,
): Course['fan'] {
  const interval = outlook?.methods.find(each => each.method === outlook.chosen)?.interval
  if (!interval || !from || from.at >= at) return null
  const [a, b] = [valueOf(interval.low), valueOf(interval.high)]
  return a === null || b === null ? null : { from, at, low: Math.min(a, b), high: Math.max(a, b) }
}

/** A start older than the axis is drawn where the line enters the picture. */
function inside(spot: Spot, [a, b]: readonly Spot[], from: number): Spot {
  if (spot.at >= from || !a || !b || b.at === a.at) return spot
  return { at: from, value: a.value + ((b.value - a.value) * (from - a.at)) / (b.at - a.at) }
}

function approximateOf({ judgement: { projected } }: Drawn): number | null {
  const exact = projected && exactQuantity(projected.value)
  return near(exact)
}

function sum(drawn: Drawn): Course {
  let total = NOUGHT
  const from = firstYear(drawn.measure.shape.when)
  const figures: Mark[] = []
  for (const one of yearly(drawn)) {
    // A gap ends the running sum: what comes after it is not the sum of all years.
    if (lastYear(one.period) !== from + figures.length) break
    total = addRatio(total, one.exact)
    figures.push({ ...one, exact: total, value: approximateRatio(total) })
  }
  const whole = drawn.series.own(drawn.measure.shape.when)
  const own =
    whole && endedBy(drawn.book.on)(whole.period) ? mark(whole, multiplyRatio(whole.value, drawn.factor)) : null
  const known = own ? [...figures.filter(f => f.at < own.at), own] : figures
  const base = { at: from - 1, value: 0, exact: NOUGHT, period: year(from - 1), firm: true, origin: true } as const
  const course = {
    kind: 'way',
    ...axis(drawn),
    start: base,
    figures: known,
    low: near(drawn.low),
    high: near(drawn.high),
    good: good(drawn),
  } as const
  return withPath(drawn, course, approximateOf(drawn))
}

/** So many more than at the start: drawn as the change since then. */
function addition(drawn: Drawn): Course {
  const base = drawn.measure.base?.year ?? firstYear(drawn.measure.shape.when) - 1
  const marks = yearly(drawn, Math.max(LOOK_BACK, drawn.book.plan.term.from - base))
  const start = marks.find(m => lastYear(m.period) === base)
  const since = (m: Mark): Mark => {
    const up = start ? subtractRatio(m.exact, start.exact) : NOUGHT
    const exact = falls(drawn) ? subtractRatio(NOUGHT, up) : up
    return { ...m, exact, value: approximateRatio(exact) }
  }
  const figures = start ? marks.filter(m => m.at > start.at).map(since) : []
  const course = {
    kind: 'way',
    ...axis(drawn),
    start: start ? { ...since(start), origin: true as const } : null,
    figures,
    low: near(drawn.low),
    high: near(drawn.high),
    good: good(drawn),
  } as const
  return withPath(drawn, course, approximateOf(drawn))
}

const falls = ({ measure: { shape } }: Drawn) => 'change' in shape && shape.change === 'down'
const steps = (drawn: Drawn, marks: readonly Mark[]): Course => ({
  kind: 'steps',
  ...axis(drawn),
  start: parted(drawn, marks).start,
  figures: parted(drawn, marks).figures,
  path: [],
  projection: [],
  fan: null,
  low: near(drawn.low),
  high: near(drawn.high),
  good: good(drawn),
})

/** Changes from year to year, as sizes in the direction of the promise; figures that are rates already stand as they are. */
function changes(drawn: Drawn): Course {
  const { shape } = drawn.measure
  const basis = 'basis' in shape ? shape.basis : 'absolute'
  const turned = (value: Ratio) => (falls(drawn) ? subtractRatio(NOUGHT, value) : value)
  const marks = yearly(drawn, 1)
  if (basis === 'relative' && isRate(drawn.series.indicator))
    return steps(
      drawn,
      marks.map(m => withExact(m, turned(m.exact))),
    )
  const seen = marks.flatMap((m, i) => {
    const before = marks[i - 1]
    if (!before || lastYear(before.period) !== lastYear(m.period) - 1) return []
    const rise = subtractRatio(m.exact, before.exact)
    if (basis !== 'relative') return [withExact(m, turned(rise))]
    return before.exact.num > 0n
      ? [withExact(m, turned(multiplyRatio(divideRatio(rise, before.exact), ratio(100n))))]
      : []
  })
  return steps(drawn, seen)
}

const withExact = (m: Mark, exact: Ratio): Mark => ({ ...m, exact, value: approximateRatio(exact) })

/** A level that has to grow by so much a year: the bound is the curve that the rate makes of the start. */
function compounded(drawn: Drawn): Course {
  const { measure, book } = drawn
  const own: Drawn = { ...drawn, factor: ONE }
  const { start, figures } = parted(own, yearly(own, 1))
  const years = lastYear(measure.shape.when) - book.plan.term.from + 1
  const grown = (rate: number, n: number) => (start?.value ?? 0) * (1 + (falls(drawn) ? -rate : rate) / 100) ** n
  const rates = [near(drawn.low), near(drawn.high)].map(rate => (rate === null || !start ? null : rate))
  const [low = null, high = null] = rates.map(rate => (rate === null ? null : grown(rate, years)))
  const rate = rates[0] ?? rates[1] ?? null
  const end = placeOf(measure.shape.when)
  const endOfRate = (rate: Quantity): number | null =>
    !start
      ? null
      : rate.kind === 'meanRate'
        ? start.value * approximateRatio(rate.factor)
        : grown(approximateRatio(rate.ratio), years)
  const { projected } = drawn.judgement
  const led = projected && endOfRate(projected.value)
  const last = figures.at(-1)
  return {
    kind: 'way',
    ...axis(drawn),
    unit: drawn.series.indicator.unit,
    start,
    figures,
    path:
      rate === null
        ? []
        : Array.from({ length: years + 1 }, (_, n) => ({ at: end - years + n, value: grown(rate, n) })),
    projection: led !== null && last && last.at < end ? [last, { at: end, value: led }] : [],
    fan: fanOf(drawn, last ?? null, end, endOfRate),
    // A fall of at least 5% leaves at most so much.
    low: falls(drawn) ? high : low,
    high: falls(drawn) ? low : high,
    good: drawn.series.indicator.direction,
  }
}
