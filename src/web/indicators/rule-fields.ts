import type { Fields } from '../../api/draft/correct.ts'
import { readTyped } from '../../measure/notation.ts'
import { decimalText } from '../../measure/decimal.ts'
import type { Language } from '../../messages/message.ts'

/** A rule as it is kept: a line of the rules' file. */
export type RuleBody = Readonly<Record<string, unknown>> & { readonly id: string; readonly kind: string }

/** The rules that speak of an indicator. */
export const rulesAbout = (code: string, rules: readonly unknown[]): readonly RuleBody[] =>
  (rules as readonly RuleBody[]).filter(
    rule =>
      (Array.isArray(rule['indicators']) && rule['indicators'].includes(code)) ||
      (typeof rule['holds'] === 'string' && rule['holds'].split(/[^\p{L}\d_-]+/u).includes(code)),
  )

/** A rule that a form describes, as the rules' file has it; numbers as a reader of the language types them. */
export function ruleOfFields(code: string, fields: Fields, taken: ReadonlySet<string>, language: Language): RuleBody {
  const text = (name: string) => (fields[name] ?? '').normalize('NFC').trim()
  const number = (name: string) => {
    const value = readTyped(text(name), language)
    return text(name) === '' ? undefined : value ? decimalText(value) : text(name)
  }
  const kind = text('kind')
  let [id, n] = [`${code}-${kind}`, 1]
  while (taken.has(id)) id = `${code}-${kind}-${(n += 1)}`
  const common = { id, kind, name: text('rule-name'), severity: text('severity') }
  if (kind === 'relation') return { ...common, holds: text('holds') }
  const more: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
    range: { low: number('low'), high: number('high') },
    jump: { by: number('by'), basis: text('basis') === 'absolute' ? 'absolute' : 'relative' },
    outlier: { score: number('score') },
    partOfWhole: { dimension: text('dimension') },
    children: {},
  }
  const said = Object.entries(more[kind] ?? {}).filter(([, value]) => value !== undefined)
  return { ...common, indicators: [code], ...Object.fromEntries(said) }
}
