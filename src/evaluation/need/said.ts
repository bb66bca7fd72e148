import { absolute } from '../../measure/decimal.ts'
import type { Ratio } from '../../measure/ratio.ts'
import type { Param, Reason } from '../judgement.ts'
import { ofRatio, type Quantity } from '../quantity.ts'
import { amount, amountOf, because, inPeriod } from '../reason.ts'
import type { Task } from '../task.ts'
import { horizonOf, type Track } from '../projection/track.ts'
import { pointsUnit } from '../units.ts'
import type { Need } from './need.ts'

const count = (n: number) => ({ kind: 'count', count: n }) as const

/** What is needed from here beside the best that was ever made, with the arithmetic where it is out of reach. */
export function needReasons(
  task: Task,
  track: Track,
  gathered: Ratio,
  need: Omit<Need, 'explanation'>,
): readonly Reason[] {
  const { best, reach, seen, strain } = need
  const told = { needed: paceParam(task, need, need.pace), count: count(horizonOf(track)) }
  const reasons: Reason[] = []
  if (track.gathering === 'sum' && reach !== 'there')
    reasons.push(
      because(need.wants === 'more' ? 'evaluation.need-rest' : 'evaluation.need-room', {
        rest: amountOf(gathered, track.unit, task.decimals),
        count: count(horizonOf(track)),
      }),
    )
  if (reach === 'there') return [...reasons, because('evaluation.need-there')]
  reasons.push(because(asks(need, told.needed) ? 'evaluation.need-each' : 'evaluation.need-each-most', told))
  if (!best) return reasons
  const known = { best: paceParam(task, need, ofRatio(best.value)), period: inPeriod(best.period), seen: count(seen) }
  if (!strain) return [...reasons, because('evaluation.need-never', known)]
  const times = amount(ofRatio(strain), null, 2)
  switch (reach) {
    case 'outOfReach':
      return [...reasons, because('evaluation.need-out-of-reach', { ...known, times })]
    case 'beyondSeen':
      return [...reasons, because('evaluation.need-beyond-seen', { ...known, times })]
    case 'within':
    case 'unknown':
      return [...reasons, because('evaluation.need-best', known)]
    default:
      return reach satisfies never
  }
}

/** Whether a pace is a floor as it is said: a fall that is needed is at least so great. */
const asks = ({ wants }: Pick<Need, 'wants'>, pace: Param): boolean =>
  (wants === 'more') !== (pace.kind === 'change' && pace.way === 'down')

/** A change or a rate by its way and size, a figure as it is. */
export function paceParam(task: Task, { kind, unit }: Pick<Need, 'kind' | 'unit'>, pace: Quantity): Param {
  const decimals = kind === 'rate' ? 2 : Math.max(task.decimals, task.indicator.decimals)
  const shown = amount(pace, kind === 'change' ? pointsUnit(unit) : unit, decimals)
  if (kind === 'figure' || shown.kind !== 'amount') return shown
  const way = shown.value.coefficient < 0n ? 'down' : 'up'
  return { ...shown, kind: 'change', way, yearly: false, value: absolute(shown.value) }
}
