import { parseDecimal } from '../../measure/decimal.ts'
import { showDecimal } from '../../measure/show.ts'
import type { Language, Message } from '../../messages/message.ts'
import { RULE_KINDS } from './rule.ts'

/** What a rule found, apart from the line that it was found in: which kind, and what fills its sentence. */
export interface Finding {
  readonly kind: (typeof RULE_KINDS)[number]
  /** A remark would let it pass. */
  readonly remark: boolean
  readonly values: Readonly<Record<'actual' | 'expected', string>>
}

/** Null for a message that no rule gave; `notation`: of its numbers. */
export function findingOf({ rule, actual = '', expected = '' }: Message, notation: Language): Finding | null {
  const kind = RULE_KINDS.find(each => rule === `rule.${each}` || rule === `rule.${each}-remark`)
  if (!kind) return null
  return {
    kind,
    remark: rule.endsWith('-remark'),
    values: { actual: inNotation(actual, notation), expected: inNotation(expected, notation) },
  }
}

/** What a rule is called, in brackets behind, is left alone. */
const inNotation = (text: string, notation: Language): string =>
  text.replace(/^[^(]*/, before =>
    before.replace(/-?\d+(?:\.\d+)?/g, number => {
      const value = parseDecimal(number)
      return value ? showDecimal(value, notation) : number
    }),
  )
