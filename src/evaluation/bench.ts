import type { Bound } from '../measure/bound.ts'
import { dec } from '../measure/decimal.ts'
import type { Indicator, Measure, Plan } from '../plan/plan.ts'
import { changeOf } from './changing.ts'
import type { Reason } from './judgement.ts'
import { goodOfChange, limitsOf, type Limits } from './limits.ts'
import type { PartialTotal } from './partial.ts'
import { because } from './reason.ts'
import { indexFigures, seriesFor, type FigureIndex, type Knowledge } from './series.ts'
import type { Task } from './task.ts'
import { endedBy } from './timeline.ts'
import { digitsAfter, factorBetween } from './units.ts'
import type { Observation } from '../plan/observation.ts'

/** What judging a measure needs besides the measure, made once for a whole plan. */
export interface Bench {
  readonly plan: Plan
  readonly indicators: ReadonlyMap<string, Indicator>
  readonly index: FigureIndex
  readonly ended: ReturnType<typeof endedBy>
  readonly partials: readonly PartialTotal[]
}

/** The figures (with those that formulas make) set out for a plan's area. */
export const benchOf = (plan: Plan, observations: readonly Observation[], knowledge: Knowledge): Bench => ({
  plan,
  indicators: new Map(plan.indicators.map(i => [i.code, i])),
  index: indexFigures(plan, observations, knowledge),
  ended: endedBy(knowledge.on),
  partials: (knowledge.partials ?? []).filter(each => each.area === plan.area),
})

/** One indicator of a measure made ready to be judged; else why it cannot be. */
export type Ready =
  | { readonly task: Task; readonly fault: null; readonly indicator: Indicator }
  | { readonly task: null; readonly fault: Reason; readonly indicator: Indicator | null }

export function taskOf(bench: Bench, measure: Measure, code: string): Ready {
  const indicator = bench.indicators.get(code) ?? null
  const fault = (reason: Reason): Ready => ({ task: null, fault: reason, indicator })
  if (!indicator) return fault(because('evaluation.unknown-indicator', { code: { kind: 'text', text: code } }))
  const factor = factorBetween(measure, indicator)
  if (!factor)
    return fault(
      because('evaluation.units-differ', {
        expected: { kind: 'text', text: measure.unit },
        actual: { kind: 'text', text: indicator.unit },
      }),
    )
  const limits = limitsFor(measure, indicator)
  if (!limits) return fault(because('evaluation.no-bound'))
  const termStart = `${String(bench.plan.term.from).padStart(4, '0')}-01-01`
  const task: Task = {
    shape: measure.shape,
    measure,
    indicator,
    limits,
    series: seriesFor(bench.plan, indicator, bench.index, measure.shape.when, termStart),
    factor,
    decimals: decimalsFor(measure, digitsAfter(indicator.decimals, factor)),
    ended: bench.ended,
    termStart,
  }
  return { task, fault: null, indicator }
}

/** The ends that bind, by the good direction of what the bound bounds; null for a measure that states none. */
export function limitsFor(measure: Measure, indicator: Indicator): Limits | null {
  const { shape, bound } = measure
  const changing = changeOf(shape)
  const happens: Bound = { kind: 'atLeast', low: dec(1), high: null }
  if (shape.kind === 'milestone') return limitsOf(happens, 'none')
  return bound && limitsOf(bound, changing ? goodOfChange(indicator.direction, changing.change) : indicator.direction)
}

/** A percentage computed from figures is shown with two digits, or with as many as its bound prints. */
function decimalsFor({ shape, bound }: Measure, own: number): number {
  const printed = Math.max(bound?.low?.scale ?? 0, bound?.high?.scale ?? 0)
  return Math.max(printed, changeOf(shape)?.basis === 'relative' ? 2 : own)
}
