import type { Name } from '../plan/plan.ts'
import { benchOf, taskOf } from './bench.ts'
import { figuresOf, type Question } from './evaluate.ts'
import { growthRatioOf, type GrowthRatio } from './growth-ratio.ts'
import type { StatusWord } from './judgement.ts'
import { byStrain, needOf, type Need } from './need/need.ts'
import { outlookOf, type Outlook } from './projection/outlook.ts'
import { judgeShape } from './shapes/table.ts'

/** What can be said of one indicator of a measure beside its judgement; none of it moves a status. */
export interface Insight {
  readonly target: string
  readonly measure: string
  readonly name: Name
  readonly indicator: string
  readonly status: StatusWord
  /** Digits to show its values with. */
  readonly decimals: number
  readonly outlook: Outlook | null
  readonly need: Need | null
  readonly growthRatio: GrowthRatio | null
}

/** Projections, needs and the growth ratio of every measure that can be judged, in the plan's order. */
export function insights(question: Question): readonly Insight[] {
  const { plan } = question
  const bench = benchOf(plan, figuresOf(question), question)
  return plan.targets.flatMap(target =>
    target.measures.flatMap(measure =>
      measure.indicators.flatMap((indicator): Insight[] => {
        const { task } = taskOf(bench, measure, indicator)
        if (!task) return []
        const { status } = judgeShape(task)
        const open = status !== 'missed' && status !== 'notComputable'
        return [
          {
            target: target.id,
            measure: measure.id,
            name: measure.name,
            indicator,
            status,
            decimals: task.decimals,
            outlook: open ? outlookOf(task) : null,
            need: open ? needOf(task) : null,
            growthRatio: growthRatioOf(task),
          },
        ]
      }),
    ),
  )
}

/** Early warning: the open measures, the most strained first. Those that only have to hold come last. */
export const warnings = (found: readonly Insight[]): readonly (Insight & { readonly need: Need })[] =>
  found.filter((each): each is Insight & { need: Need } => each.need !== null).sort((a, b) => byStrain(a.need, b.need))
