import type { Reason } from '../../evaluation/judgement.ts'
import type { ReasonCode } from '../../evaluation/reason-code.ts'

/** What is told first of a judgement, and in which order: what it comes to, then what it takes. */
const TOLD: readonly ReasonCode[] = [
  ...(['evaluation.on-path', 'evaluation.behind-path', 'evaluation.already-there', 'evaluation.proven'] as const),
  ...(['evaluation.projection-reaches', 'evaluation.projection-falls-short'] as const),
  ...(['evaluation.pace-up', 'evaluation.pace-down', 'evaluation.pace-each', 'evaluation.pace-growth'] as const),
  ...(['evaluation.short', 'evaluation.over', 'evaluation.beyond', 'evaluation.beyond-below'] as const),
  ...(['evaluation.each-missed', 'evaluation.each-held', 'evaluation.happened', 'evaluation.not-happened'] as const),
  ...(['evaluation.nothing-yet', 'evaluation.missing', 'evaluation.base-missing', 'evaluation.units-differ'] as const),
]
const MOST_TOLD = 3

/** At most three reasons that say how it stands and why, and everything else that it rests on, in its order. */
export function tellingOf(explanation: readonly Reason[]): readonly [readonly Reason[], readonly Reason[]] {
  const telling = TOLD.flatMap(code => explanation.find(reason => reason.code === code) ?? []).slice(0, MOST_TOLD)
  const told = telling.length > 0 ? telling : explanation.slice(0, MOST_TOLD)
  return [told, explanation.filter(reason => !told.includes(reason))]
}
