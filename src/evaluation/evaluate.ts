import { withDerived } from '../cube/derive.ts'
import type { Observation } from '../plan/observation.ts'
import type { Plan } from '../plan/plan.ts'
import { coherence } from './coherence/coherence.ts'
import { judgeMeasure, type Bench } from './judge-measure.ts'
import { STATUS_WORDS, type Evaluation, type StatusWord, type TargetJudgement } from './judgement.ts'
import { indexFigures, type Knowledge } from './series.ts'
import { statusOfTarget } from './status.ts'
import { endedBy } from './timeline.ts'

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
  const observations = withDerived(plan.indicators, knownBy(question))
  const bench: Bench = {
    plan,
    indicators: new Map(plan.indicators.map(i => [i.code, i])),
    index: indexFigures(plan, observations, question),
    ended: endedBy(on),
  }
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

/** What was known by the number of the log: a formula, too, sees only that. */
const knownBy = ({ observations, asOfLog }: Question): readonly Observation[] =>
  asOfLog === undefined ? observations : observations.filter(each => each.log <= asOfLog)

/** How many targets stand at each word. */
function counted(judgements: readonly TargetJudgement[]): Readonly<Record<StatusWord, number>> {
  const summary = Object.fromEntries(STATUS_WORDS.map(word => [word, 0])) as Record<StatusWord, number>
  for (const { status } of judgements) summary[status] += 1
  return summary
}
