import { isAbsent } from '../../measure/absence.ts'
import { samePeriod } from '../../measure/period.ts'
import { exactDecimal, type Ratio } from '../../measure/ratio.ts'
import { showDecimal, showPeriod, showQuotient } from '../../measure/show.ts'
import { showUnit } from '../../measure/show-unit.ts'
import type { Language } from '../../messages/message.ts'
import type { Computed } from './compute.ts'
import type { Operator } from './node.ts'

/** How many digits a quotient shows that has no end. */
const DIGITS = 4
const SIGNS: Readonly<Record<Operator, string>> = { '+': '+', '-': '−', '*': '×', '/': '÷' }

/**
 * The arithmetic of a computed figure as a reader follows it, every figure with its name: "Thu nội địa 2.900 tỷ đồng ÷ Dân số
 * 800 nghìn người". What is missing shows its reason in the place of a figure.
 */
export function arithmetic(
  computed: Computed,
  language: Language,
  nameOf: (code: string) => string,
  why: (absence: { readonly absent: string; readonly because?: string }) => string,
): string {
  const whole = computed.period
  const text = (part: Computed, inner: boolean): string => {
    const { formula, parts } = part
    switch (formula.kind) {
      case 'number':
        return showDecimal(formula.value, language)
      case 'indicator': {
        const when = samePeriod(part.period, whole) ? '' : ` (${showPeriod(part.period, language)})`
        return `${nameOf(formula.code)}${when} ${amount(part, language, why)}`
      }
      case 'negative':
        return `−${parts.map(each => text(each, true)).join('')}`
      case 'operation': {
        const written = parts
          .map(each => text(each, each.formula.kind === 'operation'))
          .join(` ${SIGNS[formula.operator]} `)
        return inner ? `(${written})` : written
      }
      case 'call':
        return `${formula.name}(${parts.map(each => text(each, false)).join('; ')})`
      default:
        return formula satisfies never
    }
  }
  return `${text(computed, false)} = ${amount(computed, language, why)}`
}

function amount(
  { value, unit }: Computed,
  language: Language,
  why: (absence: { readonly absent: string; readonly because?: string }) => string,
): string {
  if (isAbsent(value)) return why(value)
  const shown = number(value, language)
  const name = unit ? showUnit(unit, language) : ''
  return name === '' ? shown : name.startsWith('%') ? `${shown}${name}` : `${shown} ${name}`
}

function number(value: Ratio, language: Language): string {
  const exact = exactDecimal(value)
  return exact && exact.scale <= DIGITS ? showDecimal(exact, language) : `≈ ${showQuotient(value, DIGITS, language)}`
}
