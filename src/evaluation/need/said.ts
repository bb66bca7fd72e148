import { absolute } from '../../measure/decimal.ts'
import type { Ratio } from '../../measure/ratio.ts'
import type { Param, Reason } from '../judgement.ts'
import { safely } from '../pace/safely.ts'
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
  { gathered, strict }: { readonly gathered: Ratio; readonly strict: boolean },
  need: Omit<Need, 'explanation'>,
): readonly Reason[] {
  const { best, reach, seen, strain } = need
  const told = { needed: neededParam(task, need, strict), count: count(horizonOf(track)) }
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
function paceParam(task: Task, need: Pick<Need, 'kind' | 'unit'>, pace: Quantity): Param {
  const shown = amount(pace, need.kind === 'change' ? pointsUnit(need.unit) : need.unit, digitsOf(task, need))
  return shown.kind === 'amount' ? moving(need, shown) : shown
}

/** What is needed, rounded to the side on which it is enough as it is said. */
function neededParam(task: Task, need: Omit<Need, 'explanation'>, strict: boolean): Param {
  const digits = digitsOf(task, need)
  const shown = amount(need.pace, need.kind === 'change' ? pointsUnit(need.unit) : need.unit, digits)
  const value = safely(need.pace, { side: need.wants === 'more' ? 'low' : 'high', limit: { strict } }, digits)
  return shown.kind === 'amount' && value ? moving(need, { ...shown, value }) : shown
}

const digitsOf = (task: Task, { kind }: Pick<Need, 'kind'>): number =>
  kind === 'rate' ? 2 : Math.max(task.decimals, task.indicator.decimals)

function moving({ kind }: Pick<Need, 'kind'>, shown: Extract<Param, { kind: 'amount' }>): Param {
  if (kind === 'figure') return shown
  const way = shown.value.coefficient < 0n ? 'down' : 'up'
  return { ...shown, kind: 'change', way, yearly: false, value: absolute(shown.value) }
}
