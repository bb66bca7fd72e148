import { absent, type Absence } from '../../../measure/absence.ts'
import { parseDecimal } from '../../../measure/decimal.ts'
import { parsePeriod, samePeriod, type Period } from '../../../measure/period.ts'
import { fromDecimal, type Ratio } from '../../../measure/ratio.ts'
import { parseUnit } from '../../../measure/unit.ts'
import { codesIn } from '../../../plan/formula/node.ts'
import type { Message } from '../../../messages/message.ts'
import { TYPED } from '../../../plan/entry.ts'
import { findingOf } from '../../../plan/rules/finding.ts'
import { knowledgeOf } from '../../../plan/rules/knowledge.ts'
import { parseRules, type Rule } from '../../../plan/rules/rule.ts'
import { validate } from '../../../plan/rules/validate.ts'
import type { HandedReport } from './handed.ts'
import type { Model } from './model.ts'
import { say, type Words } from './say.ts'

/** What the form says of its figures as they are typed: the same rules that the server asks on submission. */
export interface Check {
  /** What is wrong with a cell or worth a remark, as sentences; none where nothing is. */
  of(cell: number): readonly string[]
  /** The cells whose findings may change with a cell's. */
  touched(cell: number): readonly number[]
}

const codesOf = (rule: Rule): readonly string[] =>
  rule.kind === 'relation' ? [...codesIn(rule.left), ...codesIn(rule.right)] : rule.indicators

export function makeCheck(handed: HandedReport, model: Model): Check {
  const { words } = handed
  const rules = parseRules(handed.rules).value ?? []
  const period = parsePeriod(handed.period)
  const byCode = new Map<string, Rule[]>()
  for (const rule of rules) for (const code of codesOf(rule)) byCode.set(code, [...(byCode.get(code) ?? []), rule])
  const units = new Map(handed.indicators.map(({ code, unit }) => [code, parseUnit(unit)]))
  const inside = new Map(handed.inside)
  const above = new Map(handed.inside.flatMap(([area, children]) => children.map(child => [child, area] as const)))
  const found = handed.known.flatMap(([indicator, area, code, breakdown, text, log]) => {
    const when = parsePeriod(code)
    const value = text === null ? absent('notReported') : parseDecimal(text)
    return when && value ? [{ indicator, area, period: when, breakdown, value, log }] : []
  })
  const stored = knowledgeOf(
    found,
    code => units.get(code) ?? null,
    area => inside.get(area) ?? [],
  )
  const entered = (cell: number): Ratio | Absence => {
    const { value, absent: reason } = model.meant(cell)
    const number = value === null ? null : parseDecimal(value)
    return number ? fromDecimal(number) : absent(reason ?? 'notReported')
  }
  const knowledge = {
    ...stored,
    known: (indicator: string, area: string, when: Period, breakdown: Readonly<Record<string, string>>) => {
      const cell = period && samePeriod(when, period) ? model.index.get(`${indicator} ${area}`) : undefined
      return cell !== undefined && Object.keys(breakdown).length === 0
        ? entered(cell)
        : stored.known(indicator, area, when, breakdown)
    },
  }
  return {
    of: cell => {
      const { indicator, area } = model.cells[cell] ?? {}
      const { value, fault } = model.meant(cell)
      if (!indicator || area === undefined || !period) return []
      if (fault) return [say(words, `web.report.${fault}`, { decimals: String(indicator.decimals) })]
      const own = byCode.get(indicator.code) ?? []
      if (own.length === 0 || value === null) return []
      const figure = {
        indicator: indicator.code,
        area,
        period,
        breakdown: {},
        method: '',
        value: entered(cell),
        note: model.typed(cell).note,
      }
      return validate(own, [figure], knowledge).map(message => findingIn(words, message))
    },
    touched: cell => {
      const { indicator, area } = model.cells[cell] ?? {}
      if (!indicator || area === undefined) return [cell]
      const codes = (byCode.get(indicator.code) ?? []).flatMap(rule => (rule.kind === 'relation' ? codesOf(rule) : []))
      const keys = [...new Set(codes)].map(code => `${code} ${area}`)
      const parent = above.get(area)
      if (parent !== undefined) keys.push(`${indicator.code} ${parent}`)
      return [cell, ...keys.flatMap(key => model.index.get(key) ?? []).filter(each => each !== cell)]
    },
  }
}

function findingIn(words: Words, message: Message): string {
  const found = findingOf(message, TYPED)
  if (!found) return ''
  const said = say(words, `web.report.rule-${found.kind}`, found.values)
  return found.remark ? `${said} ${words['web.report.rule-remark'] ?? ''}` : said
}
