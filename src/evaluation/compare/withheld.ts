import { isAbsent } from '../../measure/absence.ts'
import type { Observation } from '../../plan/observation.ts'
import { codesIn } from '../../plan/formula/node.ts'
import { parseFormula } from '../../plan/formula/parse.ts'
import type { Measure, Plan } from '../../plan/plan.ts'
import { standing } from '../choice.ts'
import { figuresOf, type Question } from '../evaluate.ts'
import type { FigureRef } from '../judgement.ts'
import { bySpanAndMethod, indexFigures } from '../series.ts'

/** A figure whose latest word is that it is not made public: all of it but a value. */
export type WithheldRef = Omit<FigureRef, 'value'>

/** The figures that are withheld in a question, as its judgements may see them, by indicator. */
export function withheldIn(question: Question): ReadonlyMap<string, readonly WithheldRef[]> {
  const found = new Map<string, readonly WithheldRef[]>()
  for (const [indicator, { ended }] of indexFigures(question.plan, figuresOf(question), question)) {
    // Most indicators have none, and need not be set out.
    if (!ended.some(isWithheld)) continue
    const withheld = bySpanAndMethod(ended).flatMap(group => [...standing(group).values()].filter(isWithheld))
    if (withheld.length > 0) found.set(indicator, withheld.map(refOf))
  }
  return found
}

const isWithheld = ({ value }: Observation): boolean => isAbsent(value) && value.absent === 'withheld'

const refOf = ({ indicator, method, period, source, status, log }: Observation): WithheldRef => ({
  indicator,
  method,
  period,
  source,
  status,
  log,
})

/** What a measure looks at: its indicators, and what those are computed from. */
export function indicatorsBehind(plan: Plan, { indicators }: Measure): ReadonlySet<string> {
  const formulas = new Map(plan.indicators.map(({ code, formula }) => [code, formula]))
  const codes = new Set<string>(indicators)
  for (const code of codes) {
    const formula = formulas.get(code)
    const parsed = formula === undefined ? null : parseFormula(formula).value
    for (const each of parsed ? codesIn(parsed) : []) codes.add(each)
  }
  return codes
}
