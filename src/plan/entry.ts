import { absenceIn, absenceOf, type AbsenceReason } from '../measure/absence.ts'
import { decimalText, normalize, parseDecimal } from '../measure/decimal.ts'
import { readNumber } from '../measure/notation.ts'
import { showDecimal, typeDecimal } from '../measure/show.ts'
import type { Language } from '../messages/message.ts'
import type { Indicator } from './plan.ts'

/** Why what was typed is no figure of its indicator. */
export type EntryFault = 'not-a-number' | 'too-many-decimals' | 'below-zero' | 'too-large'

/** What somebody typed where a figure is asked. */
export type Entry =
  | { readonly kind: 'empty' }
  /** A decimal in plain notation. */
  | { readonly kind: 'value'; readonly value: string }
  | { readonly kind: 'absent'; readonly absent: AbsenceReason }
  | { readonly kind: 'fault'; readonly fault: EntryFault }

/**
 * The notation in which figures are typed, whatever language the page speaks: "1,234" would be a thousand to one reader and
 * a decimal to another. What stands beside such fields is written as they are; everywhere else the reader's language holds.
 */
export const TYPED = 'vi' satisfies Language

/** The most digits that a figure is kept with: an integer within 2^53 - 1. */
const LARGEST = BigInt(Number.MAX_SAFE_INTEGER)

/**
 * Reads a cell as it was typed or pasted: Vietnamese notation ("1.234,5"), the yearbook's marks of absence ("-", "…"), and
 * the same unit behind it that the column has ("12,5 %").
 */
export function readEntry(typed: string, indicator: Pick<Indicator, 'decimals' | 'nonNegative' | 'unit'>): Entry {
  const text = typed.normalize('NFC').replace(/\s+/g, ' ').trim()
  if (text === '') return { kind: 'empty' }
  const absent = absenceOf(text)
  if (absent !== null) return { kind: 'absent', absent }
  const bare = text.endsWith(indicator.unit) ? text.slice(0, text.length - indicator.unit.length).trim() : text
  const number = readNumber(bare, TYPED)
  if (!number) return { kind: 'fault', fault: 'not-a-number' }
  const exact = normalize(number)
  if (exact.scale > indicator.decimals) return { kind: 'fault', fault: 'too-many-decimals' }
  if (exact.coefficient > LARGEST || exact.coefficient < -LARGEST) return { kind: 'fault', fault: 'too-large' }
  if (indicator.nonNegative === true && exact.coefficient < 0n) return { kind: 'fault', fault: 'below-zero' }
  return { kind: 'value', value: decimalText(exact) }
}

/** The marks that say in a cell why there is no figure; other reasons are written out. */
const MARKS: Readonly<Partial<Record<AbsenceReason, string>>> = { notApplicable: '-', notReported: '…' }

/**
 * A figure as its cell shows it, which `readEntry` reads back the same, so as it is typed. Only the words of a reason are in
 * the reader's language.
 */
export function showEntry(value: string | null, absent: AbsenceReason | null, language: Language = 'vi'): string {
  if (value === null) return absent === null ? '' : (MARKS[absent] ?? absenceIn(absent, language))
  const number = parseDecimal(value)
  return number ? typeDecimal(number, TYPED) : value
}

/** The same to be read: with the sign of a minus, and every reason in words; `notation`: of the number. */
export function showFigure(
  value: string | null,
  absent: AbsenceReason | null,
  language: Language,
  notation: Language = language,
): string {
  if (value === null) return absent === null ? '' : absenceIn(absent, language)
  const number = parseDecimal(value)
  return number ? showDecimal(number, notation) : value
}
