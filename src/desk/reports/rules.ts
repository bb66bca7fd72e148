import { absent, type Absence } from '../../measure/absence.ts'
import { parseDecimal } from '../../measure/decimal.ts'
import { lastDay, type Period } from '../../measure/period.ts'
import { fromDecimal, type Ratio } from '../../measure/ratio.ts'
import { parseUnit } from '../../measure/unit.ts'
import type { Message } from '../../messages/message.ts'
import { codesIn } from '../../plan/formula/node.ts'
import { knowledgeOf } from '../../plan/rules/knowledge.ts'
import { parseRules, type Rule } from '../../plan/rules/rule.ts'
import { validate, type Candidate } from '../../plan/rules/validate.ts'
import { definitions, replaceDefinitions } from '../../store/definitions.ts'
import { observations } from '../../store/figures.ts'
import type { By } from '../../store/log.ts'
import type { Store } from '../../store/open.ts'
import { mapOn } from '../../territory/map.ts'
import type { Round } from '../rounds/round.ts'
import type { Setup } from '../setup.ts'
import type { ReportLine } from './report.ts'

/** The rules that stand, as they were loaded: JSON that `parseRules` takes. */
export const ruleBodies = async (store: Store, tenant: string): Promise<readonly unknown[]> =>
  (await definitions(store, tenant, 'rule')).map(each => each.body)

/** The rules that stand. */
export const rulesOf = async (store: Store, tenant: string): Promise<readonly Rule[]> =>
  parsedRules(await ruleBodies(store, tenant))

/** Rules as the store holds them. Throws where they cannot be read. */
export function parsedRules(bodies: readonly unknown[]): readonly Rule[] {
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
    knowledgeOf(found, unitsOf(setup), area => map.children.get(area) ?? []),
  )
}

/** The unit of an indicator, as rules convert by it. */
export const unitsOf =
  ({ indicators }: Pick<Setup, 'indicators'>) =>
  (code: string) =>
    parseUnit(indicators.get(code)?.unit ?? '')

export const candidateOf = (line: ReportLine, period: Period): Candidate => ({
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
