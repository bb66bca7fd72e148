import type { Language } from '../messages/message.ts'
import { parseDecimal, type Decimal } from './decimal.ts'

/** How a file or a document writes its numbers: as Vietnamese offices do ("31.742,5"), or as programs do ("31742.5"). */
export const NOTATIONS = ['vi', 'plain'] as const
export type Notation = (typeof NOTATIONS)[number]

interface Form {
  readonly pattern: RegExp
  /** The mark between groups, and the mark in front of the decimals. */
  readonly group: '.' | ',' | ' ' | ''
  readonly mark: ',' | '.' | ''
}

/**
 * The forms of Vietnamese notation, tried in order; the reasons stand in docs/reading-numbers.md.
 * A group has exactly three digits, and the digits in front of the first group are one to three and do not begin with 0:
 * so "1.234" is always a group, and "0.125", "54.5", "1234.567" can only be decimals.
 */
const FORMS: readonly Form[] = [
  { pattern: /^\d+$/, group: '', mark: '' },
  { pattern: /^[1-9]\d{0,2}(?:\.\d{3})+(?:,\d+)?$/, group: '.', mark: ',' },
  { pattern: /^\d+,\d+$/, group: '', mark: ',' },
  { pattern: /^\d+\.\d+$/, group: '', mark: '.' },
  { pattern: /^[1-9]\d{0,2}(?:,\d{3}){2,}(?:\.\d+)?$/, group: ',', mark: '.' },
  { pattern: /^[1-9]\d{0,2},\d{3}\.\d+$/, group: ',', mark: '.' },
  { pattern: /^[1-9]\d{0,2}(?: \d{3})+(?:,\d+)?$/, group: ' ', mark: ',' },
  { pattern: /^[1-9]\d{0,2}(?: \d{3})+\.(?:\d{1,2}|\d{4,})$/, group: ' ', mark: '.' },
]

/** What stands for a minus in front of a digit: hyphens, the sign itself, a dash as word processors put in its place. */
const MINUS = /^[-−–‐‑﹣－][ \u00a0\u202f]?(?=[\d.,])/

/** No-break, narrow no-break, thin and figure space: all of them set groups apart. */
const SPACES = /[\u00a0\u202f\u2009\u2007]/g

/**
 * One complete token to an exact decimal, `null` where it is no number of that notation. A sign ("-", "−", "–", "+") may
 * stand in front. The printed decimals are kept: "7,50" has two. Blanks around it, units and ranges are not its business.
 */
export function readNumber(text: string, notation: Notation): Decimal | null {
  const signed = text.replace(MINUS, '-')
  switch (notation) {
    case 'plain':
      return parseDecimal(signed)
    case 'vi':
      return readVietnamese(signed.replace(SPACES, ' '))
    default:
      return notation satisfies never
  }
}

/** A number as a reader of a language types it: "31.742,5" in Vietnamese, "31,742.5" in English; `null` where it is none. */
export const readTyped = (text: string, language: Language): Decimal | null =>
  language === 'vi' ? readNumber(text, 'vi') : readNumber(text.replace(/,(?=\d{3}(?!\d))/g, ''), 'plain')

function readVietnamese(text: string): Decimal | null {
  const negative = text.startsWith('-')
  const digits = negative || text.startsWith('+') ? text.slice(1) : text
  const form = FORMS.find(({ pattern }) => pattern.test(digits))
  if (!form) return null
  const whole = form.group === '' ? digits : digits.replaceAll(form.group, '')
  return parseDecimal((negative ? '-' : '') + (form.mark === '' ? whole : whole.replace(form.mark, '.')))
}
