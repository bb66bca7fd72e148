import type { Period } from '../measure/period.ts'
import {
  addRatio,
  compareRatio,
  divideRatio,
  fromDecimal,
  multiplyRatio,
  NOUGHT,
  ratio,
  subtractRatio,
  type Ratio,
} from '../measure/ratio.ts'
import type { NeededFigure, Reason } from './judgement.ts'
import { aim, decimalInside, mapLimits, standing, type Limits } from './limits.ts'
import { ofRatio } from './quantity.ts'
import { amountOf, because, inPeriod, inPeriods } from './reason.ts'
import type { Found } from './series.ts'
import { inUnit, type Course, type Task } from './task.ts'
import { partsOf } from './timeline.ts'

/** What is known of a total over a term: the parts that have figures, and those that have none. */
interface Known {
  readonly parts: readonly Period[]
  readonly found: readonly Found[]
  /** How many of the parts `sum` covers; a figure of the first so many years covers all of them. */
  readonly covered: number
  readonly sum: Ratio
  readonly open: readonly Period[]
  /** Open parts that have ended: missing, not zero. */
  readonly missing: readonly Period[]
  readonly last: Ratio | null
}

/**
 * A sum over a term, or its mean (the sum by the number of periods). The path asks the same of every period; the last
 * pace puts the latest period's figure in the place of each that is still to come.
 */
export function totalCourse(task: Task, as: 'sum' | 'mean'): Course {
  const { when } = task.shape
  const due = task.ended(when)
  const known = gather(task, when)
  const n = ratio(BigInt(known.parts.length))
  const whole = as === 'sum' ? task.limits : mapLimits(task.limits, at => multiplyRatio(at, n))
  const told = (total: Ratio) => ofRatio(as === 'sum' ? total : divideRatio(total, n))
  const own = due && known.parts.length > 1 ? task.series.own(when) : null
  const expected = known.parts.some(p => task.ended(p))
  const base = { due, expected, path: null, projected: null, needed: null }
  if (own) {
    const value = inUnit(task, own.value)
    const parts = known.open.length === 0 ? told(known.sum) : null
    const grounds = [because('evaluation.own-term', { period: inPeriod(when) })]
    if (parts?.kind === 'ratio' && compareRatio(parts.ratio, value) !== 0)
      grounds.push(
        because('evaluation.parts-differ', { value: amountOf(parts.ratio, task.measure.unit, task.decimals) }),
      )
    return { ...base, outcome: ofRatio(value), soFar: null, used: [own, ...known.found], grounds, progress: [] }
  }
  const complete = known.open.length === 0
  const proven = !complete && task.indicator.nonNegative === true && provenBy(known.sum, whole)
  const outcome = (due && complete) || proven ? told(known.sum) : null
  const grounds = [...groundsOf(task, known, complete, as), ...(proven ? [because('evaluation.partial-proves')] : [])]
  const covered = ratio(BigInt(known.covered))
  const some = known.covered > 0
  const soFar = some ? ofRatio(as === 'sum' ? known.sum : divideRatio(known.sum, covered)) : null
  const part = divideRatio(covered, n)
  const path = as === 'sum' ? mapLimits(task.limits, at => multiplyRatio(at, part)) : task.limits
  const end = known.last && addRatio(known.sum, multiplyRatio(known.last, subtractRatio(n, covered)))
  return {
    due,
    expected,
    outcome,
    soFar,
    path: some ? path : null,
    projected: end && !due ? { value: told(end), method: 'lastPace', period: when } : null,
    needed: outcome ? null : needed(task, known, whole),
    used: known.found,
    grounds,
    progress: some ? progress(task, known, path, whole, as, due) : [],
  }
}

function gather(task: Task, when: Period): Known {
  const parts = partsOf(when)
  const single = parts.map(p => (task.ended(p) ? task.series.value(p) : null))
  const prefix = longestPrefix(task, parts, single)
  const found: Found[] = prefix ? [prefix.found] : []
  let sum = prefix ? inUnit(task, prefix.found.value) : NOUGHT
  let covered = prefix ? prefix.parts : 0
  const open: Period[] = []
  let last: Ratio | null = null
  parts.forEach((p, i) => {
    const one = single[i]
    if (one) last = inUnit(task, one.value)
    if (prefix && i < prefix.parts) return
    if (!one) {
      open.push(p)
      return
    }
    found.push(one)
    sum = addRatio(sum, inUnit(task, one.value))
    covered += 1
  })
  return { parts, found, covered, sum, open, missing: open.filter(p => task.ended(p)), last }
}

/** A figure for the first so many years together, where those years have no full set of figures of their own. */
function longestPrefix(task: Task, parts: readonly Period[], single: readonly (Found | null)[]) {
  const [first] = parts
  if (!first || task.indicator.overTime !== 'sum') return null
  for (let n = parts.length - 1; n > 1; n -= 1) {
    if (single.slice(0, n).every(f => f !== null)) return null
    const found = task.series.own({ ...first, length: n })
    if (found) return { found, parts: n }
  }
  return null
}

/** Where no figure can be below zero, a part of the sum already decides what more can only push further. */
const provenBy = (sum: Ratio, limits: Limits): boolean => {
  const side = standing(ofRatio(sum), limits)
  return side === 'above' || (side !== 'below' && !limits.high)
}

function groundsOf(
  task: Task,
  { parts, open, missing, covered, sum }: Known,
  whole: boolean,
  as: 'sum' | 'mean',
): readonly Reason[] {
  const count = { count: { kind: 'count', count: covered }, of: { kind: 'count', count: parts.length } } as const
  if (whole)
    return parts.length > 1 ? [because(as === 'sum' ? 'evaluation.total-of' : 'evaluation.mean-of', count)] : []
  const reasons: Reason[] = []
  if (missing.length > 0) {
    reasons.push(because('evaluation.missing', { periods: inPeriods(missing) }))
    if (covered > 0 && as === 'sum' && open.length > 0)
      reasons.push(
        because(task.indicator.nonNegative ? 'evaluation.partial-is-least' : 'evaluation.partial-is-no-bound', {
          value: amountOf(sum, task.measure.unit, task.decimals),
          ...count,
        }),
      )
  }
  return reasons
}

function progress(
  task: Task,
  known: Known,
  path: Limits,
  whole: Limits,
  as: 'sum' | 'mean',
  due: boolean,
): readonly Reason[] {
  const { unit } = task.measure
  const covered = ratio(BigInt(known.covered))
  const value = as === 'sum' ? known.sum : divideRatio(known.sum, covered)
  const count = {
    count: { kind: 'count', count: known.covered },
    of: { kind: 'count', count: known.parts.length },
  } as const
  const reasons: Reason[] = [
    because(as === 'sum' ? 'evaluation.sum-so-far' : 'evaluation.mean-so-far', {
      ...count,
      value: amountOf(value, unit, task.decimals),
    }),
  ]
  if (due) return as === 'sum' ? [] : reasons
  const aimed = aim(path, ofRatio(value))
  if (aimed && as === 'sum')
    reasons.push(
      because('evaluation.path-share', { ...count, required: amountOf(aimed.limit.at, unit, task.decimals) }),
    )
  const goal = aim(whole, ofRatio(known.sum))
  if (!goal) return reasons
  const rest = divideRatio(subtractRatio(goal.limit.at, known.sum), ratio(BigInt(known.open.length)))
  const side = standing(ofRatio(known.sum), whole)
  if (goal.side === 'low' && side !== 'below') reasons.push(because('evaluation.already-there'))
  else
    reasons.push(
      because(goal.side === 'low' ? 'evaluation.pace-each' : 'evaluation.room-each', {
        count: { kind: 'count', count: known.open.length },
        pace: {
          kind: 'amount',
          unit,
          rounded: false,
          value: decimalInside({ ...goal.limit, at: rest }, goal.side, task.decimals),
        },
      }),
    )
  return reasons
}

/** The same figure for every period that has none, the least (or the most) that holds; null where nothing would. */
function needed(task: Task, known: Known, whole: Limits): readonly NeededFigure[] | null {
  const count = ratio(BigInt(known.open.length))
  const goal = aim(whole, ofRatio(known.sum))
  const reached = !goal || (goal.side === 'low' && standing(ofRatio(known.sum), whole) !== 'below')
  const each = reached
    ? fromZero(task)
    : decimalInside(
        { ...goal.limit, at: divideRatio(divideRatio(subtractRatio(goal.limit.at, known.sum), count), task.factor) },
        goal.side,
        task.indicator.decimals,
      )
  if (task.indicator.nonNegative && each.coefficient < 0n) return null
  const total = addRatio(known.sum, multiplyRatio(inUnit(task, fromDecimal(each)), count))
  const side = standing(ofRatio(total), whole)
  if (side !== 'met' && side !== 'exceeded') return null
  return known.open.map(period => ({ indicator: task.indicator.code, period, value: each }))
}
const fromZero = (task: Task) => decimalInside({ at: NOUGHT, strict: false }, 'low', task.indicator.decimals)
