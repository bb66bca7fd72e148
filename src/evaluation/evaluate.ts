import { withDerived } from '../cube/derive.ts'
import type { Observation } from '../plan/observation.ts'
import type { Plan } from '../plan/plan.ts'
import { coherence } from './coherence/coherence.ts'
import { benchOf } from './bench.ts'
import { judgeMeasure } from './judge-measure.ts'
import { STATUS_WORDS, type Evaluation, type StatusWord, type TargetJudgement } from './judgement.ts'
import type { Knowledge } from './series.ts'
import { statusOfTarget } from './status.ts'

/** A plan and the figures of its area; `on` is the ISO day judged. */
export interface Question extends Knowledge {
  readonly plan: Plan
  readonly observations: readonly Observation[]
}

/**
 * Judges every target of a plan on a day: only figures learnt by `asOfLog` and of periods that have ended by `on`.
 * Pure: the same question has the same answer.
 */
export function evaluate(question: Question): Evaluation {
  const { plan, on, asOfLog } = question
  const observations = figuresOf(question)
  const bench = benchOf(plan, observations, question)
  const judgements = plan.targets.map((target): TargetJudgement => {
    const measures = target.measures.map(measure => judgeMeasure(bench, measure))
    return { target: target.id, status: statusOfTarget(measures.map(m => m.status)), measures }
  })
  return {
    plan: plan.id,
    on,
    asOfLog: asOfLog ?? null,
    summary: counted(judgements),
    judgements,
    coherence: coherence(plan, observations, question),
  }
}

/** What was known by the number of the log, with what formulas make of it: a formula, too, sees only that. */
export const figuresOf = ({ plan, observations, asOfLog }: Question): readonly Observation[] =>
  withDerived(plan.indicators, asOfLog === undefined ? observations : observations.filter(each => each.log <= asOfLog))

/** How many targets stand at each word. */
function counted(judgements: readonly TargetJudgement[]): Readonly<Record<StatusWord, number>> {
  const summary = Object.fromEntries(STATUS_WORDS.map(word => [word, 0])) as Record<StatusWord, number>
  for (const { status } of judgements) summary[status] += 1
  return summary
}
