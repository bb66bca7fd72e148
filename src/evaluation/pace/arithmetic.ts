import type { Period } from '../../measure/period.ts'
import {
  addRatio,
  divideRatio,
  fromDecimal,
  multiplyRatio,
  NOUGHT,
  ratio,
  subtractRatio,
  type Ratio,
} from '../../measure/ratio.ts'
import { figureAfter, readsRates } from '../change.ts'
import type { NeededFigure, Reason } from '../judgement.ts'
import { aim, decimalInside, standing, type Limit } from '../limits.ts'
import { ofRatio } from '../quantity.ts'
import { because, inPeriods } from '../reason.ts'
import { saidOf, yearlyRate } from '../said.ts'
import type { Found } from '../series.ts'
import { growthIn } from '../shapes/growth.ts'
import type { MeanGrowth } from '../shapes/mean-growth.ts'
import { notComputable, type Course, type Task, type Verdict } from '../task.ts'
import { before } from '../timeline.ts'

/** The plain mean of the yearly growths: every year's growth must be known. */
export function arithmeticCourse(task: Task<MeanGrowth>, parts: readonly Period[]): Course | Verdict {
  const n = ratio(BigInt(parts.length))
  const yearly = { ...task, shape: { ...task.shape, kind: 'eachChange' as const } }
  const grown = parts.map(p => growthIn(yearly, p))
  const faulty = grown.find(g => g?.fault)
  if (faulty?.fault) return notComputable(faulty.fault, faulty.used)
  const known = grown.filter(g => g !== null)
  const open = parts.filter((_, i) => !grown[i])
  const missing = open.filter(p => task.ended(p))
  const due = parts.every(p => task.ended(p))
  const sum = known.map(g => g.value).reduce(addRatio, NOUGHT)
  const last = known.at(-1)
  const k = ratio(BigInt(known.length))
  const outcome = due && open.length === 0 ? ofRatio(divideRatio(sum, n)) : null
  const soFar = last ? divideRatio(sum, k) : null
  const end = last && divideRatio(addRatio(sum, multiplyRatio(last.value, subtractRatio(n, k))), n)
  const used: readonly Found[] = [...new Set(known.flatMap(g => g.used))]
  const goal = aim(task.limits, soFar && ofRatio(soFar))
  const rest =
    goal && open.length > 0
      ? divideRatio(subtractRatio(multiplyRatio(goal.limit.at, n), sum), ratio(BigInt(open.length)))
      : null
  return {
    due,
    expected: parts.some(p => task.ended(p)),
    outcome,
    soFar: soFar && ofRatio(soFar),
    path: soFar && task.limits,
    projected: end && !due ? { value: ofRatio(end), method: 'lastPace', period: task.shape.when } : null,
    needed: goal && rest && !outcome ? needed(task, yearly, parts, open, { ...goal.limit, at: rest }, goal.side) : null,
    used,
    grounds: [
      ...(outcome ? [because('evaluation.averaged-growth', { count: { kind: 'count', count: known.length } })] : []),
      ...(missing.length > 0 ? [because('evaluation.missing-change', { periods: inPeriods(missing) })] : []),
    ],
    progress: soFar ? progress(task, soFar, known.length, due ? null : rest, goal?.side ?? 'low') : [],
  }
}

function progress(
  task: Task,
  soFar: Ratio,
  count: number,
  rest: Ratio | null,
  side: 'low' | 'high',
): readonly Reason[] {
  const opening = because('evaluation.mean-rate-so-far', { count: { kind: 'count', count }, rate: saidOf(task, soFar) })
  return rest
    ? [opening, yearlyRate(task, decimalInside({ at: rest, strict: false }, side, task.decimals), side)]
    : [opening]
}

/** The figures that grow by the rate that is left to do, each from the one before, rounded to the holding side. */
function needed(
  task: Task<MeanGrowth>,
  yearly: Parameters<typeof growthIn>[0],
  parts: readonly Period[],
  open: readonly Period[],
  rate: Limit,
  side: 'low' | 'high',
): readonly NeededFigure[] | null {
  // A gap between known years has two unknown growths for one unknown figure: nothing simple to ask for.
  if (open[0] && parts.indexOf(open[0]) !== parts.length - open.length) return null
  if (open.some(p => task.ended(p) && task.series.value(p) !== null)) return null
  const figureSide = (side === 'low') === (task.shape.change === 'down') ? 'high' : 'low'
  const figures: NeededFigure[] = []
  let base: Ratio | null = readsRates(task, task.shape)
    ? null
    : ((open[0] && task.series.value(before(open[0]))?.value) ?? null)
  let sum = NOUGHT
  for (const p of parts) sum = addRatio(sum, growthIn(yearly, p)?.value ?? NOUGHT)
  for (const period of open) {
    let at: Ratio
    if (readsRates(task, task.shape)) at = task.shape.change === 'up' ? rate.at : subtractRatio(NOUGHT, rate.at)
    else if (base && base.num > 0n) at = figureAfter(task, task.shape, base, rate.at)
    else return null
    const value = decimalInside({ ...rate, at }, figureSide, task.indicator.decimals)
    const seen = fromDecimal(value)
    sum = addRatio(sum, grownTo(task, base, seen))
    base = base && seen
    figures.push({ indicator: task.indicator.code, period, value })
  }
  const stands = standing(ofRatio(divideRatio(sum, ratio(BigInt(parts.length)))), task.limits)
  return stands === 'met' || stands === 'exceeded' ? figures : null
}

function grownTo(task: Task<MeanGrowth>, base: Ratio | null, seen: Ratio): Ratio {
  const up = base ? multiplyRatio(subtractRatio(divideRatio(seen, base), ratio(1n)), ratio(100n)) : seen
  return task.shape.change === 'up' ? up : subtractRatio(NOUGHT, up)
}
