import { parseDecimal } from '../../measure/decimal.ts'
import { showDecimal } from '../../measure/show.ts'
import type { Message } from '../../messages/message.ts'
import { RULE_KINDS } from './rule.ts'

/** What a rule found, apart from the line that it was found in: which kind, and what fills its sentence. */
export interface Finding {
  readonly kind: (typeof RULE_KINDS)[number]
  /** A remark would let it pass. */
  readonly remark: boolean
  /** Numbers in Vietnamese notation, as reports are written. */
  readonly values: Readonly<Record<'actual' | 'expected', string>>
}

/** Null for a message that no rule gave. */
export function findingOf({ rule, actual = '', expected = '' }: Message): Finding | null {
  const kind = RULE_KINDS.find(each => rule === `rule.${each}` || rule === `rule.${each}-remark`)
  if (!kind) return null
  return {
    kind,
    remark: rule.endsWith('-remark'),
    values: { actual: inNotation(actual), expected: inNotation(expected) },
  }
}

/** What a rule is called, in brackets behind, is left alone. */
const inNotation = (text: string): string =>
  text.replace(/^[^(]*/, before =>
    before.replace(/-?\d+(?:\.\d+)?/g, number => {
      const value = parseDecimal(number)
      return value ? showDecimal(value, 'vi') : number
    }),
  )
