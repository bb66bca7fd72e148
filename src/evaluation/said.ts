import { absolute, type Decimal } from '../measure/decimal.ts'
import type { Ratio } from '../measure/ratio.ts'
import type { Change } from '../plan/plan.ts'
import { changeOf } from './changing.ts'
import type { Param, Reason } from './judgement.ts'
import { ofRatio, type Quantity } from './quantity.ts'
import { amount, because } from './reason.ts'
import type { Task } from './task.ts'
import { withoutYear } from './units.ts'

const isYearly = ({ shape }: Task): boolean => shape.kind === 'meanGrowth'

/** The sentence says "a year" itself, so the unit need not. */
const unitSaid = (task: Task): string => (isYearly(task) ? withoutYear(task.measure.unit) : task.measure.unit)

const opposite = (way: Change): Change => (way === 'up' ? 'down' : 'up')

/** A judged value in words: of a change its size and its way, so that a fall of -2% reads as a rise of 2%. */
export function said(task: Task, value: Quantity): Param {
  const param = amount(value, task.measure.unit, task.decimals)
  const changing = changeOf(task.shape)
  if (!changing || param.kind !== 'amount') return param
  const way = param.value.coefficient < 0n ? opposite(changing.change) : changing.change
  return { ...param, kind: 'change', way, yearly: isYearly(task), unit: unitSaid(task), value: absolute(param.value) }
}

export const saidOf = (task: Task, value: Ratio): Param => said(task, ofRatio(value))

/** The measure's bound; null for a milestone. */
export function saidBound(task: Task): Param | null {
  const { measure, shape } = task
  const changing = changeOf(shape)
  const { bound } = measure
  return (
    bound && {
      kind: 'bound',
      bound,
      unit: unitSaid(task),
      ...(changing ? { way: changing.change, yearly: shape.kind === 'meanGrowth' } : {}),
    }
  )
}

/** The yearly change that is asked for from here, or that there is room for. */
export function yearlyRate(task: Task, value: Decimal, side: 'low' | 'high'): Reason {
  const promised: Change = changeOf(task.shape)?.change ?? 'up'
  // At least -2% up is at most 2% down.
  const turned = value.coefficient < 0n
  const least = (side === 'low') !== turned
  const param: Param = {
    kind: 'change',
    way: turned ? opposite(promised) : promised,
    value: absolute(value),
    yearly: false,
    unit: unitSaid(task),
    rounded: false,
  }
  return because(least ? 'evaluation.pace-growth' : 'evaluation.room-growth', { pace: param })
}
