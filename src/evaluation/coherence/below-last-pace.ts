import { years } from '../../measure/period.ts'
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
import type { CoherenceFinding } from '../judgement.ts'
import { compareQuantity, factorOf, HUNDRED, ofRatio, type Quantity } from '../quantity.ts'
import { amount, because, inPeriod } from '../reason.ts'
import { dueYear, mostPromised, ofShape, perYear, yearlyPast, type Promised, type Promises } from './promises.ts'
import type { Shape } from '../../plan/plan.ts'
import type { Period } from '../../measure/period.ts'

/** A promise that asks for less a year than the last term made. Told, not blamed: slower may be right. */
export const belowLastPace = (promises: Promises): readonly CoherenceFinding[] => [
  ...ofShape(promises, 'level').flatMap(p => levels(promises, p)),
  ...ofShape(promises, 'meanGrowth').flatMap(p => rates(promises, p)),
]

interface Pace {
  readonly promised: Quantity
  readonly past: Quantity
  readonly period: Period
  readonly unit: string
  readonly decimals: number
}

function levels({ plan }: Promises, p: Promised): readonly CoherenceFinding[] {
  const figures = yearlyPast(p)
  const base = figures.at(-1)
  const length = plan.term.to - plan.term.from + 1
  // The last term's own span, or as much of it as is known; one year is a leap, not a pace.
  const earlier = base && figures.find(f => f.year >= base.year - length && f.year <= base.year - 2)
  const most = mostPromised(p)
  const left = base ? dueYear(p) - base.year : 0
  if (!base || !earlier || !most || left <= 0 || p.indicator.overTime === 'chainedGrowth') return []
  const up = p.indicator.direction === 'up'
  const past = perYear(earlier.value, base.value, base.year - earlier.year)
  const promised = perYear(base.value, most, left)
  const turn = (a: Ratio): Ratio => (up ? a : { num: -a.num, den: a.den })
  const [was, will] = [turn(past), turn(promised)]
  const slower = compareRatio(will, was) < 0 && will.num >= 0n && was.num > 0n
  if (!slower || impossible(p, addRatio(base.value, multiplyRatio(past, ratio(BigInt(left)))))) return []
  const unit = p.measure.unit.startsWith('%') ? 'điểm %' : p.measure.unit
  const decimals = Math.max(p.decimals, 2)
  return [
    finding(p, {
      promised: ofRatio(will),
      past: ofRatio(was),
      period: years(earlier.year + 1, base.year),
      unit,
      decimals,
    }),
  ]
}

/** A share past 100% and a figure below zero cannot be had at any pace, so slowing down before them proves nothing. */
const impossible = ({ measure }: Promised, carried: Ratio): boolean =>
  carried.num < 0n || (measure.unit.startsWith('%') && compareRatio(carried, HUNDRED) > 0)

function rates(promises: Promises, p: Promised<Extract<Shape, { kind: 'meanGrowth' }>>): readonly CoherenceFinding[] {
  const { change, basis } = p.shape
  const good = p.indicator.direction
  const top = p.measure.bound?.high ?? p.measure.bound?.low
  if (basis !== 'relative' || !top || p.shape.mean !== 'geometric') return []
  // Only a promise of more of what is good has a pace to fall below.
  if (good === 'none' || (change === 'up') !== (good === 'up')) return []
  const past = pastRate(promises, p)
  if (!past || compareQuantity(past.past, fromDecimal(top)) <= 0) return []
  return [finding(p, { ...past, promised: ofRatio(fromDecimal(top)), unit: p.measure.unit, decimals: 2 })]
}

function pastRate(
  { plan }: Promises,
  p: Promised<Extract<Shape, { kind: 'meanGrowth' }>>,
): Pick<Pace, 'past' | 'period'> | null {
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

const finding = (p: Promised, { promised, past, period, unit, decimals }: Pace): CoherenceFinding => ({
  rule: 'below-last-pace',
  severity: 'info',
  targets: [p.target.id],
  computed: [
    { name: 'promisedPerYear', value: promised, unit, decimals },
    { name: 'lastTermPerYear', value: past, unit, decimals },
  ],
  explanation: [
    because('evaluation.below-last-pace', {
      name: { kind: 'name', name: p.measure.name },
      promised: amount(promised, unit, decimals),
      past: amount(past, unit, decimals),
      period: inPeriod(period),
    }),
  ],
})
