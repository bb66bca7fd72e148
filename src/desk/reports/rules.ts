import { absent, isAbsent, type Absence } from '../../measure/absence.ts'
import { parseDecimal } from '../../measure/decimal.ts'
import { lastDay, periodCode, type Period } from '../../measure/period.ts'
import { fromDecimal, type Ratio } from '../../measure/ratio.ts'
import { parseUnit } from '../../measure/unit.ts'
import type { Message } from '../../messages/message.ts'
import { codesIn } from '../../plan/formula/node.ts'
import type { Observation } from '../../plan/observation.ts'
import { parseRules, type Rule } from '../../plan/rules/rule.ts'
import { validate, type Candidate, type RuleKnowledge } from '../../plan/rules/validate.ts'
import { definitions, replaceDefinitions } from '../../store/definitions.ts'
import { observations } from '../../store/figures.ts'
import type { By } from '../../store/log.ts'
import type { Store } from '../../store/open.ts'
import { mapOn } from '../../territory/map.ts'
import type { Round } from '../rounds/round.ts'
import type { Setup } from '../setup.ts'
import type { ReportLine } from './report.ts'

/** The rules that stand, as they were loaded. */
export async function rulesOf(store: Store, tenant: string): Promise<readonly Rule[]> {
  const bodies = (await definitions(store, tenant, 'rule')).map(each => each.body)
  const { value, messages } = parseRules(bodies)
  if (!value) throw new Error(`the store holds a rule that cannot be read: ${messages[0]?.rule ?? ''}`)
  return value
}

/** Puts rules in the place of those that stand; a list that `parseRules` takes. Null where nothing differs. */
export const saveRules = (store: Store, tenant: string, rules: readonly { readonly id: string }[], by: By) =>
  replaceDefinitions(store, tenant, 'rule', Object.fromEntries(rules.map(each => [each.id, each])), by)

/** Holds the lines of a report against the rules, with what the store knows of the same areas and those inside them. */
export async function brokenRules(
  store: Store,
  tenant: string,
  lines: readonly ReportLine[],
  round: Round,
  setup: Setup,
): Promise<Message[]> {
  const rules = await rulesOf(store, tenant)
  if (rules.length === 0) return []
  const map = mapOn(setup.territory, lastDay(round.period))
  const areas = new Set(lines.flatMap(line => [line.area, ...(map.children.get(line.area) ?? [])]))
  const codes = new Set(lines.map(line => line.indicator))
  for (const rule of rules)
    if (rule.kind === 'relation')
      for (const side of [rule.left, rule.right]) for (const code of codesIn(side)) codes.add(code)
  const found = await observations(store, tenant, { indicators: [...codes], areas: [...areas] })
  return validate(
    rules,
    lines.map(line => candidateOf(line, round.period)),
    knowledgeOf(found, setup, map),
  )
}

const candidateOf = (line: ReportLine, period: Period): Candidate => ({
  indicator: line.indicator,
  method: line.method,
  area: line.area,
  period,
  breakdown: line.breakdown,
  value: valueOf(line),
  note: line.note,
})

function valueOf({ value, absent: reason }: ReportLine): Ratio | Absence {
  const number = value === null ? null : parseDecimal(value)
  return number ? fromDecimal(number) : absent(reason ?? 'notReported')
}

function knowledgeOf(
  found: readonly Observation[],
  { indicators }: Setup,
  map: ReturnType<typeof mapOn>,
): RuleKnowledge {
  const byFigure = new Map<string, Observation[]>()
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
    inside: area => map.children.get(area) ?? [],
    unit: code => parseUnit(indicators.get(code)?.unit ?? ''),
  }
}
