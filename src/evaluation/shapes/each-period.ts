import { addRatio, divideRatio, NOUGHT, subtractRatio } from '../../measure/ratio.ts'
import type { Shape } from '../../plan/plan.ts'
import { eachVerdict, type Item } from '../each.ts'
import type { NeededFigure, Projection } from '../judgement.ts'
import { aim } from '../limits.ts'
import { figureAt, type Lens } from '../line.ts'
import { ofRatio } from '../quantity.ts'
import { inUnit, type Task, type Verdict } from '../task.ts'
import { partsOf } from '../timeline.ts'

/** A level that holds in every period of the term. */
export function eachPeriod(task: Task<Extract<Shape, { kind: 'eachPeriod' }>>): Verdict {
  const items = partsOf(task.shape.when).map((period): Item => {
    const found = task.ended(period) ? task.series.value(period) : null
    return { period, value: found && inUnit(task, found.value), used: found ? [found] : [] }
  })
  return eachVerdict(task, items, needed(task, items), next(task, items))
}

function needed(task: Task, items: readonly Item[]): readonly NeededFigure[] | null {
  const goal = aim(task.limits, null)
  if (!goal) return null
  const lens: Lens = { see: v => inUnit(task, v), figureOf: v => divideRatio(v, task.factor), turned: false }
  const figures: NeededFigure[] = []
  for (const { period, value } of items) {
    if (value) continue
    const figure = figureAt(task, period, lens, goal)
    if (!figure) return null
    figures.push(...figure)
  }
  return figures
}

/** The next period, if the change between the two latest goes on; only where they stand side by side. */
function next(task: Task, items: readonly Item[]): Projection | null {
  const at = items.findLastIndex(i => i.value !== null)
  const [now, before, period] = [items[at]?.value, items[at - 1]?.value, items[at + 1]?.period]
  if (!now || !before || !period || task.ended(period)) return null
  const seen = addRatio(now, subtractRatio(now, before))
  // Where no figure can be below zero a pace ends there.
  const possible = task.indicator.nonNegative === true && seen.num < 0n ? NOUGHT : seen
  return { value: ofRatio(possible), method: 'lastPace', period }
}
