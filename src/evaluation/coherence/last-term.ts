import { firstYear, years, type Period } from '../../measure/period.ts'
import {
  addRatio,
  compareRatio,
  fromDecimal,
  multiplyRatio,
  NOUGHT,
  ONE,
  ratio,
  type Ratio,
} from '../../measure/ratio.ts'
import { factorOf, ofRatio, type Quantity } from '../quantity.ts'
import { pointsUnit } from '../units.ts'
import { dueYear, mostPromised, perYear, printedEnds, yearlyPast, type Promised, type Promises } from './promises.ts'
import type { Plan, Shape } from '../../plan/plan.ts'

/** What is promised a year beside what the last term made a year. */
export interface TermPace {
  readonly promised: Quantity
  readonly past: Quantity
  /** The years in which the last term made it. */
  readonly period: Period
  readonly unit: string
  readonly decimals: number
}

/** Of a level: both as a change a year, towards the good side; with where the old pace would lead by the due year. */
export interface LevelPace {
  readonly promised: Ratio
  readonly past: Ratio
  readonly carried: Ratio
  readonly told: TermPace
}

type OfRate = Extract<Shape, { kind: 'meanGrowth' | 'eachChange' | 'growth' }>

/** The last figure before the term and the one that the last term began at, or as much of it as is known; null where one year is all. */
function endsOfLastTerm({ plan }: Promises, p: Promised) {
  const figures = yearlyPast(p)
  const base = figures.at(-1)
  const length = lastTermOf(plan).length
  // One year is a leap, not a pace.
  const earlier = base && figures.find(f => f.year >= base.year - length && f.year <= base.year - 2)
  return base && earlier ? { base, earlier } : null
}

/** The years before a plan's own, as many as it has. */
export const lastTermOf = ({ term: { from, to } }: Plan): Period => years(from - (to - from + 1), from - 1)

/** A change towards the good side. */
const towardsGood = ({ indicator }: Promised, change: Ratio): Ratio =>
  indicator.direction === 'up' ? change : { num: -change.num, den: change.den }

/** Null without figures of the last term, or where the promise names no number on the good side. */
export function levelPace(promises: Promises, p: Promised): LevelPace | null {
  const ends = endsOfLastTerm(promises, p)
  const most = mostPromised(p)
  const left = ends ? dueYear(p) - ends.base.year : 0
  if (!ends || !most || left <= 0 || p.indicator.overTime === 'chainedGrowth') return null
  const { base, earlier } = ends
  const past = perYear(earlier.value, base.value, base.year - earlier.year)
  const [was, will] = [towardsGood(p, past), towardsGood(p, perYear(base.value, most, left))]
  return {
    promised: will,
    past: was,
    carried: addRatio(base.value, multiplyRatio(past, ratio(BigInt(left)))),
    told: {
      promised: ofRatio(will),
      past: ofRatio(was),
      period: years(earlier.year + 1, base.year),
      unit: pointsUnit(p.measure.unit),
      decimals: Math.max(p.decimals, 2),
    },
  }
}

/** Of so many more by the end: as much a year beside the change that the last term made a year. */
export function additionPace(promises: Promises, p: Promised<Extract<Shape, { kind: 'addition' }>>): TermPace | null {
  const ends = endsOfLastTerm(promises, p)
  const { low, high } = printedEnds(p.measure)
  const [most, since] = [high ?? low, p.measure.base?.year ?? promises.plan.term.from - 1]
  const length = dueYear(p) - since
  if (!ends || !most || p.shape.basis === 'relative' || length <= 0) return null
  const past = perYear(ends.earlier.value, ends.base.value, ends.base.year - ends.earlier.year)
  return {
    promised: ofRatio(perYear(NOUGHT, most, length)),
    past: ofRatio(towardsGood(p, past)),
    period: years(ends.earlier.year + 1, ends.base.year),
    unit: pointsUnit(p.measure.unit),
    decimals: Math.max(p.decimals, 2),
  }
}

/** Of what is added up over years: a year's amount as promised beside what the last term made a year. */
export function flowPace({ plan }: Promises, p: Promised): TermPace | null {
  const most = mostPromised(p)
  const { when, kind } = p.shape
  if (!most || p.indicator.overTime !== 'sum' || when.frequency !== 'A') return null
  const term = lastTermOf(plan)
  const own = p.past.own(term)
  const figures = yearlyPast(p).filter(({ year }) => year >= firstYear(term))
  const first = figures[0]
  // Years one after the other up to the plan's first; one of them is no term.
  const unbroken = first && figures.length > 1 && figures.length === plan.term.from - first.year
  const total = own ? multiplyRatio(own.value, p.factor) : figures.map(f => f.value).reduce(addRatio, NOUGHT)
  const period = own ? term : unbroken ? years(first.year, plan.term.from - 1) : null
  return (
    period && {
      promised: ofRatio(kind === 'cumulative' ? perYear(NOUGHT, most, when.length) : most),
      past: ofRatio(perYear(NOUGHT, total, period.length)),
      period,
      unit: p.measure.unit,
      decimals: Math.max(p.decimals, 2),
    }
  )
}

/** Of a growth a year: the rate promised at the most and the mean rate of the last term; null without one. */
export function ratePace(promises: Promises, p: Promised<OfRate>): TermPace | null {
  const { shape } = p
  const top = p.measure.bound?.high ?? p.measure.bound?.low
  if (shape.basis !== 'relative' || !top || (shape.kind === 'meanGrowth' && shape.mean !== 'geometric')) return null
  const past = pastRate(promises, p)
  return past && { ...past, promised: ofRatio(fromDecimal(top)), unit: p.measure.unit, decimals: 2 }
}

function pastRate(promises: Promises, p: Promised<OfRate>): Pick<TermPace, 'past' | 'period'> | null {
  const { plan } = promises
  const { change } = p.shape
  const sign = change === 'up' ? ONE : { num: -1n, den: 1n }
  if (p.indicator.overTime === 'chainedGrowth') {
    const term = lastTermOf(plan)
    const own = p.past.own(term)
    if (own) return { past: ofRatio(multiplyRatio(own.value, sign)), period: term }
    const chain = yearlyPast(p).filter(f => f.year >= firstYear(term))
    const first = chain[0]
    if (!first || chain.length < 2 || chain.at(-1)?.year !== plan.term.from - 1) return null
    if (chain.length !== plan.term.from - first.year) return null
    const factor = chain.map(f => factorOf(f.value, 'up')).reduce(multiplyRatio, ONE)
    return {
      past: { kind: 'meanRate', factor, periods: chain.length, change },
      period: years(first.year, plan.term.from - 1),
    }
  }
  const ends = endsOfLastTerm(promises, p)
  if (!ends || compareRatio(ends.earlier.value, NOUGHT) <= 0 || compareRatio(ends.base.value, NOUGHT) <= 0) return null
  const { base, earlier } = ends
  const factor = { num: base.value.num * earlier.value.den, den: base.value.den * earlier.value.num }
  const span = base.year - earlier.year
  return { past: { kind: 'meanRate', factor, periods: span, change }, period: years(earlier.year + 1, base.year) }
}
