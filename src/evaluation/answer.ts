import type { Layer } from '../plan/layer.ts'
import { planFor, yearlyPlanFor } from './allocation/plan-for.ts'
import { ambitions, type Ambition } from './ambition.ts'
import { contributions, type GapOf } from './contribution/contributions.ts'
import { evaluate, figuresOf, type Question } from './evaluate.ts'
import { insights, type Insight } from './insight.ts'
import type { Evaluation } from './judgement.ts'
import { compareLayers, suppose, type Compared } from './what-if/what-if.ts'

/** Everything that can be said of one area: the judgements, and what stands beside them. */
export interface Answer {
  readonly area: string
  /** The layer that was supposed; null: as it is. */
  readonly layer: string | null
  readonly evaluation: Evaluation
  readonly insights: readonly Insight[]
  readonly ambitions: readonly Ambition[]
  /** The shares for single years, judged each by itself; null where there are none. */
  readonly yearly: Evaluation | null
  /** Whose the gaps of the plan's own area are; of another area nothing is known below it. */
  readonly contributions: readonly GapOf[]
  /** All layers beside each other; null without one. */
  readonly compared: Compared | null
}

/** Of the plan's own area or another's share of it, as it is or as the first layer has it. */
export function answerOf(asked: Question, area = asked.plan.area, layers: readonly Layer[] = []): Answer {
  const [first] = layers
  const question = first ? suppose(asked, first).question : asked
  const own: Question = { ...question, plan: planFor(question.plan, area) }
  const yearly = yearlyPlanFor(question.plan, area)
  return {
    area,
    layer: first?.name ?? null,
    evaluation: evaluate(own),
    insights: insights(own),
    ambitions: ambitions(own.plan, figuresOf(own), own),
    yearly: yearly.targets.length > 0 ? evaluate({ ...question, plan: yearly }) : null,
    contributions: area === question.plan.area ? contributions(question) : [],
    compared: first ? compareLayers(asked, layers, area) : null,
  }
}
