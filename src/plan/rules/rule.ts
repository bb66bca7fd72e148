import type { Outcome } from '../../messages/message.ts'
import { parseDecimal, type Decimal } from '../../measure/decimal.ts'
import { Faults, none, type Json } from '../file-faults.ts'
import type { Formula } from '../formula/node.ts'
import { parseFormula } from '../formula/parse.ts'

/** `refuse`: the figure is not taken; `remark`: it is, once a note says why it is so. */
export const SEVERITIES = ['refuse', 'remark'] as const
export type RuleSeverity = (typeof SEVERITIES)[number]

export const COMPARISONS = ['<', '<=', '=', '>=', '>'] as const
export type Comparison = (typeof COMPARISONS)[number]

interface Common {
  readonly id: string
  readonly name: string
  readonly severity: RuleSeverity
}

/** What a figure must be like. Changes are against the period before of the same figure. */
export type Rule = Common &
  (
    | {
        readonly kind: 'range'
        readonly indicators: readonly string[]
        readonly low: Decimal | null
        readonly high: Decimal | null
      }
    /** `by`: how much it may change at most, in the indicator's unit or in % of what it was. */
    | {
        readonly kind: 'jump'
        readonly indicators: readonly string[]
        readonly by: Decimal
        readonly basis: 'absolute' | 'relative'
      }
    /** Iglewicz and Hoaglin's modified z-score above `score`, from `least` figures on. */
    | {
        readonly kind: 'outlier'
        readonly indicators: readonly string[]
        readonly score: Decimal
        readonly least: number
      }
    /** The parts of a breakdown add up to the total, to within `tolerance`. */
    | {
        readonly kind: 'partOfWhole'
        readonly indicators: readonly string[]
        readonly dimension: string
        readonly tolerance: Decimal
      }
    /** Two formulas compared: "[poor] <= [households]". */
    | {
        readonly kind: 'relation'
        readonly left: Formula
        readonly comparison: Comparison
        readonly right: Formula
        readonly text: string
      }
    /** The figures of the areas inside add up to that of the area, to within `tolerance`. */
    | { readonly kind: 'children'; readonly indicators: readonly string[]; readonly tolerance: Decimal }
  )

export const RULE_KINDS = ['range', 'jump', 'outlier', 'partOfWhole', 'relation', 'children'] as const

/** The rules of a file (a list), all or none; each fault by its path. */
export function parseRules(json: unknown): Outcome<readonly Rule[] | null> {
  const faults = new Faults()
  const seen = new Set<string>()
  const found = faults.list(json, '').flatMap((each, i): Rule[] => {
    const path = `[${i}]`
    const rule = faults.object(each, path)
    if (!rule) return []
    const made = readRule(rule, path, faults)
    if (made && seen.has(made.id)) faults.add(`${path}.id`, 'plan.twice', made.id, '')
    if (made) seen.add(made.id)
    return made ? [made] : []
  })
  return faults.messages.length > 0 ? { value: null, messages: faults.messages } : { value: found, messages: [] }
}

function readRule(json: Json, path: string, faults: Faults): Rule | null {
  const common = {
    id: faults.text(json['id'], `${path}.id`),
    name: faults.text(json['name'], `${path}.name`),
    severity: faults.oneOf(json['severity'], SEVERITIES, `${path}.severity`) ?? ('refuse' as const),
  }
  const kind = faults.oneOf(json['kind'], RULE_KINDS, `${path}.kind`)
  const number = (name: string, usual: string | null = null): Decimal | null => {
    const value = json[name] ?? usual
    if (none(value)) return null
    return (
      (typeof value === 'string' ? parseDecimal(value) : null) ??
      faults.add(`${path}.${name}`, 'plan.not-a-decimal', value, '"31742.5"')
    )
  }
  const needed = (name: string, usual: string | null = null): Decimal =>
    number(name, usual) ?? faults.add(`${path}.${name}`, 'plan.not-a-decimal', json[name], '"31742.5"') ?? ZERO
  const indicators = () =>
    faults
      .list(json['indicators'], `${path}.indicators`)
      .map((code, i) => faults.text(code, `${path}.indicators[${i}]`))
  switch (kind) {
    case 'range':
      return { ...common, kind, indicators: indicators(), low: number('low'), high: number('high') }
    case 'jump': {
      const basis =
        faults.oneOf(json['basis'] ?? 'relative', ['absolute', 'relative'] as const, `${path}.basis`) ?? 'relative'
      return { ...common, kind, indicators: indicators(), by: needed('by'), basis }
    }
    case 'outlier': {
      const least = none(json['least']) ? LEAST : faults.whole(json['least'], `${path}.least`)
      return { ...common, kind, indicators: indicators(), score: needed('score', '3.5'), least }
    }
    case 'partOfWhole': {
      const dimension = faults.text(json['dimension'], `${path}.dimension`)
      return { ...common, kind, indicators: indicators(), dimension, tolerance: needed('tolerance', '0') }
    }
    case 'children':
      return { ...common, kind, indicators: indicators(), tolerance: needed('tolerance', '0') }
    case 'relation':
      return readRelation(common, json, path, faults)
    case null:
      return null
    default:
      return kind satisfies never
  }
}

const ZERO: Decimal = { coefficient: 0n, scale: 0 }
/** With fewer figures than this a median says nothing of what is usual. */
const LEAST = 5

function readRelation(common: Common, json: Json, path: string, faults: Faults): Rule | null {
  const text = faults.text(json['holds'], `${path}.holds`)
  const match = /^([^<>=≤≥]+)(<=|>=|≤|≥|<|>|=)([^<>=≤≥]+)$/.exec(text)
  const sign = { '≤': '<=', '≥': '>=' }[match?.[2] ?? ''] ?? match?.[2]
  const comparison = COMPARISONS.find(each => each === sign)
  if (!match || !comparison) return faults.add(`${path}.holds`, 'plan.not-a-relation', text, '[a] <= [b] + [c]')
  const side = (part: string): Formula | null => {
    const { value, messages } = parseFormula(part)
    for (const { rule, actual, expected } of messages) faults.add(`${path}.holds`, rule, actual, expected ?? '')
    return value
  }
  const [left, right] = [side(match[1] ?? ''), side(match[3] ?? '')]
  return left && right ? { ...common, kind: 'relation', left, comparison, right, text } : null
}
