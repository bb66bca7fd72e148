import { compareRatio, fromDecimal, type Ratio } from '../../measure/ratio.ts'
import type { CoherenceFinding } from '../judgement.ts'
import { compareQuantity, HUNDRED } from '../quantity.ts'
import { amount, because, inPeriod } from '../reason.ts'
import { levelPace, ratePace, type TermPace } from './last-term.ts'
import { ofShape, type Promised, type Promises } from './promises.ts'
import type { Shape } from '../../plan/plan.ts'

/** A promise that asks for less a year than the last term made. Told, not blamed: slower may be right. */
export const belowLastPace = (promises: Promises): readonly CoherenceFinding[] => [
  ...ofShape(promises, 'level').flatMap(p => levels(promises, p)),
  ...ofShape(promises, 'meanGrowth').flatMap(p => rates(promises, p)),
]

function levels(promises: Promises, p: Promised): readonly CoherenceFinding[] {
  const pace = levelPace(promises, p)
  if (!pace) return []
  const slower = compareRatio(pace.promised, pace.past) < 0 && pace.promised.num >= 0n && pace.past.num > 0n
  return slower && !impossible(p, pace.carried) ? [finding(p, pace.told)] : []
}

/** A share past 100% and a figure below zero cannot be had at any pace, so slowing down before them proves nothing. */
const impossible = ({ measure }: Promised, carried: Ratio): boolean =>
  carried.num < 0n || (measure.unit.startsWith('%') && compareRatio(carried, HUNDRED) > 0)

function rates(promises: Promises, p: Promised<Extract<Shape, { kind: 'meanGrowth' }>>): readonly CoherenceFinding[] {
  const good = p.indicator.direction
  const top = p.measure.bound?.high ?? p.measure.bound?.low
  // Only a promise of more of what is good has a pace to fall below.
  if (!top || good === 'none' || (p.shape.change === 'up') !== (good === 'up')) return []
  const pace = ratePace(promises, p)
  return pace && compareQuantity(pace.past, fromDecimal(top)) > 0 ? [finding(p, pace)] : []
}

const finding = (p: Promised, { promised, past, period, unit, decimals }: TermPace): CoherenceFinding => ({
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
