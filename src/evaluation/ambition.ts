import type { Observation } from '../plan/observation.ts'
import type { Plan } from '../plan/plan.ts'
import { levelPace, ratePace, type TermPace } from './coherence/last-term.ts'
import { promisesOf, type Promised, type Promises } from './coherence/promises.ts'
import { divideRatio, type Ratio } from '../measure/ratio.ts'
import { nearRatio } from './need/pace.ts'
import type { Reason } from './judgement.ts'
import { amount, because, inPeriod } from './reason.ts'
import { ofRatio } from './quantity.ts'

/** What a measure promises a year beside what the last term made a year, both towards the good side. */
export interface Ambition extends TermPace {
  readonly target: string
  readonly measure: string
  /** Promised by made: above 1 the plan asks for more than the last term did. Null where that made nothing, or went back. */
  readonly ratio: Ratio | null
  readonly explanation: readonly Reason[]
}

/** Every level and mean growth whose last term is known, in the plan's order. Levels without a good direction have none. */
export function ambitions(
  plan: Plan,
  observations: readonly Observation[],
  known: { readonly asOfLog?: number | undefined } = {},
): readonly Ambition[] {
  const promises = promisesOf(plan, observations, known)
  return promises.all.flatMap((p): Ambition[] => {
    const pace = paceOf(promises, p)
    if (!pace) return []
    const [will, was] = [nearRatio(pace.promised), nearRatio(pace.past)]
    const times = will && was && was.num > 0n ? divideRatio(will, was) : null
    const told = {
      name: { kind: 'name', name: p.measure.name },
      promised: amount(pace.promised, pace.unit, pace.decimals),
      past: amount(pace.past, pace.unit, pace.decimals),
      period: inPeriod(pace.period),
    } as const
    return [
      {
        ...pace,
        target: p.target.id,
        measure: p.measure.id,
        ratio: times,
        explanation: [
          times
            ? because('evaluation.ambition', { ...told, times: amount(ofRatio(times), null, 2) })
            : because('evaluation.ambition-from-nothing', told),
        ],
      },
    ]
  })
}

function paceOf(promises: Promises, p: Promised): TermPace | null {
  const { shape } = p
  if (shape.kind === 'level') return levelPace(promises, p)?.told ?? null
  return shape.kind === 'meanGrowth' ? ratePace(promises, { ...p, shape }) : null
}
