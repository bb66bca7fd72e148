import { absent, isAbsent } from '../../measure/absence.ts'
import { periodCode } from '../../measure/period.ts'
import { fromDecimal } from '../../measure/ratio.ts'
import type { Unit } from '../../measure/unit.ts'
import type { Observation } from '../observation.ts'
import type { RuleKnowledge } from './validate.ts'

/** A figure that is known, as far as rules look at it. */
export type KnownFigure = Pick<Observation, 'indicator' | 'area' | 'breakdown' | 'period' | 'value' | 'log'>

/** What rules need to know of figures that are there already; of several sources the one learnt last. */
export function knowledgeOf(
  found: readonly KnownFigure[],
  unit: (indicator: string) => Unit | null,
  inside: (area: string) => readonly string[],
): RuleKnowledge {
  const byFigure = new Map<string, KnownFigure[]>()
  const keyOf = (indicator: string, area: string, breakdown: object) =>
    JSON.stringify([indicator, area, Object.entries(breakdown)])
  for (const each of found) {
    const key = keyOf(each.indicator, each.area, each.breakdown)
    const list = byFigure.get(key)
    if (list) list.push(each)
    else byFigure.set(key, [each])
  }
  return {
    known: (indicator, area, period, breakdown) => {
      const code = periodCode(period)
      const all = (byFigure.get(keyOf(indicator, area, breakdown)) ?? []).filter(
        each => periodCode(each.period) === code,
      )
      const value = all.sort((a, b) => a.log - b.log).at(-1)?.value
      return value === undefined ? absent('notReported') : isAbsent(value) ? value : fromDecimal(value)
    },
    history: figure =>
      (byFigure.get(keyOf(figure.indicator, figure.area, figure.breakdown)) ?? [])
        .filter(
          each =>
            each.period.frequency === figure.period.frequency &&
            each.period.length === figure.period.length &&
            each.period.start < figure.period.start,
        )
        .sort((a, b) => (a.period.start < b.period.start ? -1 : 1))
        .flatMap(each => (isAbsent(each.value) ? [] : [fromDecimal(each.value)])),
    inside,
    unit,
  }
}
