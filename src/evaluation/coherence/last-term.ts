import { years, type Period } from '../../measure/period.ts'
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
import { dueYear, mostPromised, perYear, yearlyPast, type Promised, type Promises } from './promises.ts'
import type { Shape } from '../../plan/plan.ts'

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

type MeanGrowth = Extract<Shape, { kind: 'meanGrowth' }>

/** Null without figures of the last term, or where the promise names no number on the good side. */
export function levelPace({ plan }: Promises, p: Promised): LevelPace | null {
  const figures = yearlyPast(p)
  const base = figures.at(-1)
  const length = plan.term.to - plan.term.from + 1
  // The last term's own span, or as much of it as is known; one year is a leap, not a pace.
  const earlier = base && figures.find(f => f.year >= base.year - length && f.year <= base.year - 2)
  const most = mostPromised(p)
  const left = base ? dueYear(p) - base.year : 0
  if (!base || !earlier || !most || left <= 0 || p.indicator.overTime === 'chainedGrowth') return null
  const past = perYear(earlier.value, base.value, base.year - earlier.year)
  const promised = perYear(base.value, most, left)
  const turn = (a: Ratio): Ratio => (p.indicator.direction === 'up' ? a : { num: -a.num, den: a.den })
  const [was, will] = [turn(past), turn(promised)]
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

/** Of a mean growth: the rate promised at the most and the last term's; null without one. */
export function ratePace(promises: Promises, p: Promised<MeanGrowth>): TermPace | null {
  const { basis, mean } = p.shape
  const top = p.measure.bound?.high ?? p.measure.bound?.low
  if (basis !== 'relative' || !top || mean !== 'geometric') return null
  const past = pastRate(promises, p)
  return past && { ...past, promised: ofRatio(fromDecimal(top)), unit: p.measure.unit, decimals: 2 }
}

function pastRate({ plan }: Promises, p: Promised<MeanGrowth>): Pick<TermPace, 'past' | 'period'> | null {
  const length = plan.term.to - plan.term.from + 1
  const { change } = p.shape
  const sign = change === 'up' ? ONE : { num: -1n, den: 1n }
  if (p.indicator.overTime === 'chainedGrowth') {
    const term = years(plan.term.from - length, plan.term.from - 1)
    const own = p.past.own(term)
    if (own) return { past: ofRatio(multiplyRatio(own.value, sign)), period: term }
    const chain = yearlyPast(p).filter(f => f.year >= plan.term.from - length)
    const first = chain[0]
    if (!first || chain.length < 2 || chain.at(-1)?.year !== plan.term.from - 1) return null
    if (chain.length !== plan.term.from - first.year) return null
    const factor = chain.map(f => factorOf(f.value, 'up')).reduce(multiplyRatio, ONE)
    return {
      past: { kind: 'meanRate', factor, periods: chain.length, change },
      period: years(first.year, plan.term.from - 1),
    }
  }
  const figures = yearlyPast(p)
  const base = figures.at(-1)
  const earlier = base && figures.find(f => f.year >= base.year - length && f.year <= base.year - 2)
  if (!base || !earlier || compareRatio(earlier.value, NOUGHT) <= 0 || compareRatio(base.value, NOUGHT) <= 0)
    return null
  const factor = { num: base.value.num * earlier.value.den, den: base.value.den * earlier.value.num }
  const span = base.year - earlier.year
  return { past: { kind: 'meanRate', factor, periods: span, change }, period: years(earlier.year + 1, base.year) }
}
