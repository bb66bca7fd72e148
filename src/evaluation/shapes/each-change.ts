import { fromDecimal, NOUGHT, subtractRatio, type Ratio } from '../../measure/ratio.ts'
import type { Period } from '../../measure/period.ts'
import type { Shape } from '../../plan/plan.ts'
import { baseMissing, figureAfter, readsRates } from '../change.ts'
import { eachVerdict, type Item } from '../each.ts'
import type { NeededFigure } from '../judgement.ts'
import { aim, decimalInside, standing } from '../limits.ts'
import { ofRatio } from '../quantity.ts'
import type { Task, Verdict } from '../task.ts'
import { before, partsOf } from '../timeline.ts'
import { growthIn } from './growth.ts'
import { changeBetween } from '../change.ts'

type EachChange = Extract<Shape, { kind: 'eachChange' }>

/** A change in every period, each against the period before it. */
export function eachChange(task: Task<EachChange>): Verdict {
  const items = partsOf(task.shape.when).map((period): Item => {
    const grown = growthIn(task, period)
    if (!grown) return { period, value: null, used: [] }
    return { period, value: grown.fault ? null : grown.value, used: grown.used, fault: grown.fault }
  })
  const verdict = eachVerdict(task, items, needed(task, items), null)
  const [first] = items
  const base = first && before(first.period)
  if (!base || readsRates(task, task.shape) || task.series.value(base)) return verdict
  return { ...verdict, reasons: [...verdict.reasons, baseMissing(base)] }
}

/** Figures that each change by just enough from the one before; null where a gap leaves no base to start from. */
function needed(task: Task<EachChange>, items: readonly Item[]): readonly NeededFigure[] | null {
  const goal = aim(task.limits, null)
  const from = items.findIndex(i => i.value === null)
  if (!goal || from < 0 || items.slice(from).some(i => i.value !== null || isKnown(task, i.period))) return null
  const rates = readsRates(task, task.shape)
  const [first] = items.slice(from)
  let base: Ratio | null = rates || !first ? null : (task.series.value(before(first.period))?.value ?? null)
  const side = (goal.side === 'low') === (task.shape.change === 'down') ? 'high' : 'low'
  const figures: NeededFigure[] = []
  for (const { period } of items.slice(from)) {
    if (!rates && (!base || (task.shape.basis === 'relative' && base.num <= 0n))) return null
    const at = base ? figureAfter(task, task.shape, base, goal.limit.at) : rateOf(task, goal.limit.at)
    const value = decimalInside({ ...goal.limit, at }, side, task.indicator.decimals)
    const seen = fromDecimal(value)
    const change = base ? changeBetween(task, task.shape, base, seen) : rateOf(task, seen)
    const stands = standing(ofRatio(change), task.limits)
    if (stands !== 'met' && stands !== 'exceeded') return null
    figures.push({ indicator: task.indicator.code, period, value })
    base = base && seen
  }
  return figures
}

/** A figure that is there is not asked for again, even where its change has no base. */
const isKnown = (task: Task, period: Period): boolean => task.ended(period) && task.series.value(period) !== null

const rateOf = (task: Task<EachChange>, size: Ratio): Ratio =>
  task.shape.change === 'up' ? size : subtractRatio(NOUGHT, size)
