import type { Period } from '../measure/period.ts'
import { compareRatio, subtractRatio, type Ratio } from '../measure/ratio.ts'
import { changeOf } from './changing.ts'
import { conclude } from './conclude.ts'
import type { NeededFigure, Projection, Reason } from './judgement.ts'
import { standing, type Limits } from './limits.ts'
import { ofRatio } from './quantity.ts'
import { because, inPeriod, inPeriods } from './reason.ts'
import { saidOf } from './said.ts'
import type { Found } from './series.ts'
import { notComputable, type Task, type Verdict } from './task.ts'

/** One period of a promise that must hold in each. */
export interface Item {
  readonly period: Period
  /** Null where it is not known. */
  readonly value: Ratio | null
  readonly used: readonly Found[]
  readonly fault?: Reason | undefined
}

/**
 * A promise for every period: the worst period decides. One that fails decides at once, whatever else is missing;
 * it is met only when every period is known and holds.
 */
export function eachVerdict(
  task: Task,
  items: readonly Item[],
  needed: readonly NeededFigure[] | null,
  projected: Projection | null,
): Verdict {
  const known = items.filter((i): i is Item & { value: Ratio } => i.value !== null && !i.fault)
  const faults = items.flatMap(i => (i.fault ? [i.fault] : []))
  const missing = items.filter(i => i.value === null && !i.fault && task.ended(i.period)).map(i => i.period)
  const failing = known.filter(i => !holds(i.value, task.limits))
  const due = items.every(i => task.ended(i.period))
  const used = [...new Set(known.flatMap(i => i.used))]
  if (faults.length > 0 && failing.length === 0 && due && missing.length === 0)
    return { ...notComputable(faults[0] ?? because('evaluation.no-projection'), used), reasons: faults }
  const worst = worstOf(failing.length > 0 ? failing : known, task.limits)
  const complete = known.length === items.length
  const decided = failing.length > 0 || (due && complete)
  const latest = known.at(-1)
  return conclude(
    {
      due,
      decidedBy: worst?.period,
      outcome: decided && worst ? ofRatio(worst.value) : null,
      soFar: latest ? ofRatio(latest.value) : null,
      path: latest ? task.limits : null,
      projected,
      needed: failing.length > 0 || faults.length > 0 ? null : needed,
      expected: items.some(i => task.ended(i.period)),
      used,
      grounds: [
        ...(failing.length > 0
          ? [because('evaluation.each-missed', { periods: inPeriods(failing.map(i => i.period)) })]
          : []),
        ...(known.length > failing.length
          ? [
              because('evaluation.each-held', {
                periods: inPeriods(known.filter(i => !failing.includes(i)).map(i => i.period)),
              }),
            ]
          : []),
        ...(missing.length > 0
          ? [
              because(changeOf(task.shape) ? 'evaluation.missing-change' : 'evaluation.missing', {
                periods: inPeriods(missing),
              }),
            ]
          : []),
        ...faults,
      ],
      progress: latest
        ? [
            because('evaluation.latest', {
              period: inPeriod(latest.period),
              value: saidOf(task, latest.value),
            }),
          ]
        : [],
    },
    task,
  )
}

const holds = (value: Ratio, limits: Limits): boolean => {
  const side = standing(ofRatio(value), limits)
  return side === 'met' || side === 'exceeded'
}

/** The one with the least room to the nearest binding end; the earliest of equals. */
function worstOf<T extends { readonly value: Ratio }>(items: readonly T[], { low, high }: Limits): T | null {
  const room = ({ value }: T): Ratio | null => {
    const [up, down] = [low && subtractRatio(value, low.at), high && subtractRatio(high.at, value)]
    return up && down ? (compareRatio(up, down) <= 0 ? up : down) : (up ?? down)
  }
  return items.reduce<T | null>((worst, item) => {
    const [a, b] = [worst && room(worst), room(item)]
    return !worst || (a && b && compareRatio(b, a) < 0) ? item : worst
  }, null)
}
