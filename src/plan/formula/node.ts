import { decimalText, type Decimal } from '../../measure/decimal.ts'

/** Where a part of a formula stands: UTF-16 offsets into its text. */
interface Spot {
  readonly start: number
  readonly end: number
}

export const OPERATORS = ['+', '-', '*', '/'] as const
export type Operator = (typeof OPERATORS)[number]

/**
 * What a formula can call. `previous`: the period before; `sameLastYear`: the same period a year before; `growth`: in % against
 * the same period of last year; `share`: of a whole, in %; `round`: half away from zero to so many digits.
 */
export const FUNCTIONS = {
  previous: 1,
  sameLastYear: 1,
  growth: 1,
  share: 2,
  min: 2,
  max: 2,
  round: 2,
} as const satisfies Readonly<Record<string, number>>
export type FunctionName = keyof typeof FUNCTIONS

/** A formula over indicators. */
export type Formula = Spot &
  (
    | { readonly kind: 'number'; readonly value: Decimal }
    | { readonly kind: 'indicator'; readonly code: string }
    | { readonly kind: 'negative'; readonly of: Formula }
    | { readonly kind: 'operation'; readonly operator: Operator; readonly left: Formula; readonly right: Formula }
    | { readonly kind: 'call'; readonly name: FunctionName; readonly of: readonly Formula[] }
  )

/** The codes that a formula speaks of, each once, in order. */
export function codesIn(formula: Formula): string[] {
  switch (formula.kind) {
    case 'number':
      return []
    case 'indicator':
      return [formula.code]
    case 'negative':
      return codesIn(formula.of)
    case 'operation':
      return [...new Set([...codesIn(formula.left), ...codesIn(formula.right)])]
    case 'call':
      return [...new Set(formula.of.flatMap(codesIn))]
    default:
      return formula satisfies never
  }
}

const BINDING: Readonly<Record<Operator, number>> = { '+': 1, '-': 1, '*': 2, '/': 2 }

/** A formula as text, which `parseFormula` reads back: no bracket more than it needs. */
export function formulaText(formula: Formula, around = 0): string {
  switch (formula.kind) {
    case 'number':
      return numberText(formula.value)
    case 'indicator':
      return `[${formula.code}]`
    case 'negative':
      return `-${formulaText(formula.of, 3)}`
    case 'operation': {
      const binding = BINDING[formula.operator]
      // What stands on the right is grouped by itself: a - (b - c), a / (b * c).
      const text = `${formulaText(formula.left, binding)} ${formula.operator} ${formulaText(formula.right, binding + 1)}`
      return binding < around ? `(${text})` : text
    }
    case 'call':
      return `${formula.name}(${formula.of.map(each => formulaText(each)).join('; ')})`
    default:
      return formula satisfies never
  }
}

/** Three decimals get a nought behind, since "1.000" could be a thousand. */
function numberText(value: Decimal): string {
  const text = decimalText(value)
  return value.scale === 3 ? `${text}0` : text
}
