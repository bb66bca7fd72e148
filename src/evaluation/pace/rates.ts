import type { Period } from '../../measure/period.ts'
import { divideRatio, fromDecimal, multiplyRatio, ONE, powerRatio, type Ratio } from '../../measure/ratio.ts'
import type { NeededFigure, Reason } from '../judgement.ts'
import { aim, standing } from '../limits.ts'
import { factorOf, type Quantity } from '../quantity.ts'
import { because, inPeriods } from '../reason.ts'
import { said, yearlyRate } from '../said.ts'
import { signedPower } from '../root.ts'
import type { Found } from '../series.ts'
import type { MeanGrowth } from '../shapes/mean-growth.ts'
import type { Course, Task } from '../task.ts'
import { safely } from './safely.ts'

/** Mean growth from yearly growth rates: (1 + r1)(1 + r2)… is held against (1 + g)^years. */
export function geometricRates(task: Task<MeanGrowth>, parts: readonly Period[]): Course {
  const n = parts.length
  const { change } = task.shape
  const found = parts.map(p => (task.ended(p) ? task.series.own(p) : null))
  const known = found.filter(f => f !== null)
  const open = parts.filter((_, i) => !found[i])
  const missing = open.filter(p => task.ended(p))
  const due = parts.every(p => task.ended(p))
  const chain = known.map(rateFactor).reduce(multiplyRatio, ONE)
  const rate = (factor: Ratio, periods: number): Quantity => ({ kind: 'meanRate', factor, periods, change })
  const outcome = due && open.length === 0 ? rate(chain, n) : null
  const last = known.at(-1)
  const soFar = last ? rate(chain, known.length) : null
  return {
    due,
    expected: parts.some(p => task.ended(p)),
    outcome,
    soFar,
    path: soFar && task.limits,
    projected:
      last && !due
        ? {
            value: rate(multiplyRatio(chain, powerRatio(rateFactor(last), n - known.length)), n),
            method: 'lastPace',
            period: task.shape.when,
          }
        : null,
    needed: outcome ? null : needed(task, chain, open, n),
    used: known,
    grounds: [
      ...(outcome ? [because('evaluation.chained', count(known.length))] : []),
      ...(missing.length > 0 ? [because('evaluation.missing', { periods: inPeriods(missing) })] : []),
    ],
    progress: soFar ? progress(task, soFar, chain, open.length, n, due) : [],
  }
}

const rateFactor = (found: Found): Ratio => factorOf(found.value, 'up')
const count = (n: number) => ({ count: { kind: 'count', count: n } }) as const

/** The rate, year by year from here, that still reaches the goal; null where the chain is not above zero. */
function paceFrom(task: Task<MeanGrowth>, chain: Ratio, left: number, n: number, soFar: Quantity | null) {
  const goal = aim(task.limits, soFar)
  if (!goal || chain.num <= 0n || left === 0) return null
  const factor = divideRatio(signedPower(factorOf(goal.limit.at, task.shape.change), n), chain)
  return factor.num < 0n
    ? null
    : { goal, pace: { kind: 'meanRate', factor, periods: left, change: task.shape.change } as const }
}

function progress(
  task: Task<MeanGrowth>,
  soFar: Quantity,
  chain: Ratio,
  left: number,
  n: number,
  due: boolean,
): readonly Reason[] {
  const opening = because('evaluation.mean-rate-so-far', { ...count(n - left), rate: said(task, soFar) })
  const ahead = due ? null : paceFrom(task, chain, left, n, soFar)
  const value = ahead && safely(ahead.pace, ahead.goal, task.decimals)
  return value ? [opening, yearlyRate(task, value, ahead.goal.side)] : [opening]
}

function needed(
  task: Task<MeanGrowth>,
  chain: Ratio,
  open: readonly Period[],
  n: number,
): readonly NeededFigure[] | null {
  const ahead = paceFrom(task, chain, open.length, n, null)
  if (!ahead) return null
  const turned = task.shape.change === 'down'
  // Of a fall, the figure is the rate with its sign turned.
  const size = safely(ahead.pace, ahead.goal, task.indicator.decimals)
  if (!size) return null
  const value = turned ? { ...size, coefficient: -size.coefficient } : size
  const factor = multiplyRatio(chain, powerRatio(factorOf(fromDecimal(value), 'up'), open.length))
  const stands = standing({ kind: 'meanRate', factor, periods: n, change: task.shape.change }, task.limits)
  if (stands !== 'met' && stands !== 'exceeded') return null
  return open.map(period => ({ indicator: task.indicator.code, period, value }))
}
