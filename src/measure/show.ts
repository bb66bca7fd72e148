import { measure } from '../messages/catalogue/measure.ts'
import type { Language } from '../messages/message.ts'
import { fill } from '../messages/sentence.ts'
import type { Bound } from './bound.ts'
import { compare, decimalText, type Decimal } from './decimal.ts'
import { firstYear, lastDay, lastYear, type Period } from './period.ts'
import { compareRatio, fromDecimal, showRatio, type Ratio } from './ratio.ts'
import { showUnit } from './show-unit.ts'
import type { Unit } from './unit.ts'
import { vietnamTime } from './vietnam-time.ts'

type Phrase = keyof typeof measure
const phrase = (code: Phrase, language: Language, values: Readonly<Record<string, string>>) =>
  fill(measure[code][language], values)

/**
 * "31.742,5" in Vietnamese, "31,742.5" in English, "−2,7" with the sign that mathematics has (U+2212) and not a hyphen; every
 * printed decimal is kept. For what is read: pages, pictures, documents.
 */
export const showDecimal = (d: Decimal, language: Language): string => typeDecimal(d, language).replace('-', '−')

/** The same as a keyboard types it, "-2,7": for fields and the clipboard. Files of data have `decimalText`. */
export function typeDecimal(d: Decimal, language: Language): string {
  const [whole = '', fraction] = decimalText(d).split('.')
  const [group, mark] = language === 'vi' ? ['.', ','] : [',', '.']
  return whole.replace(/\B(?=(\d{3})+$)/g, group) + (fraction === undefined ? '' : mark + fraction)
}

/** A quotient rounded for show: half away from zero, to `decimals` digits behind the mark. */
export const showQuotient = (value: Ratio, decimals: number, language: Language): string =>
  showDecimal(showRatio(value, decimals), language)

/** Whether rounding makes a value look as if it lay on the limit that it misses or passes: then a page must say so. */
export const roundingHides = (value: Ratio, limit: Decimal, decimals: number): boolean =>
  compareRatio(value, fromDecimal(limit)) !== 0 && compare(showRatio(value, decimals), limit) === 0

/** "31.742,5 tỷ đồng", "7,5%", "2,1 điểm %"; "31,742.5 billion VND", "1 commune", "2.1 percentage points". */
export const showQuantity = (d: Decimal, unit: Unit, language: Language): string =>
  withUnit(showDecimal(d, language), unit, language, decimalText(d) === '1')

function withUnit(amount: string, unit: Unit, language: Language, single: boolean): string {
  const name = showUnit(unit, language, single)
  return name === '' ? amount : /^[%‰]/.test(name) ? amount + name : `${amount} ${name}`
}

/** From one end to the other, of numbers, years and days alike: "7 – 7,5", "2021 – 2025". A document's own words stay as they are. */
export const showRange = (low: string | number, high: string | number): string => `${low} – ${high}`

/** "ít nhất 5%", "dưới 3%", "7 – 7,5%", "khoảng 200 xã"; "at least 5%", "7 – 7.5%". */
export function showBound(bound: Bound, unit: Unit, language: Language): string {
  switch (bound.kind) {
    case 'exactly':
      return showQuantity(bound.low, unit, language)
    case 'atLeast':
    case 'moreThan':
      return phrase(`measure.bound.${bound.kind}`, language, { amount: showQuantity(bound.low, unit, language) })
    case 'atMost':
    case 'lessThan':
      return phrase(`measure.bound.${bound.kind}`, language, { amount: showQuantity(bound.high, unit, language) })
    case 'between':
      return range(bound, unit, language)
    case 'about':
      return phrase('measure.bound.about', language, { amount: range(bound, unit, language) })
    default:
      return bound satisfies never
  }
}

function range(
  { low, high }: { readonly low: Decimal; readonly high: Decimal },
  unit: Unit,
  language: Language,
): string {
  if (compare(low, high) === 0) return showQuantity(low, unit, language)
  return withUnit(showRange(showDecimal(low, language), showDecimal(high, language)), unit, language, false)
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const
const LONG = 'January February March April May June July August September October November December'.split(' ')
const ROMAN = ['I', 'II', 'III', 'IV'] as const

/** An ISO day as "31/12/2025" in Vietnamese, "31 Dec 2025" in English. */
export function showDay(date: string, language: Language): string {
  const [y = '', m = '', d = ''] = date.split('-')
  return language === 'vi' ? `${d}/${m}/${y}` : `${Number(d)} ${MONTHS[Number(m) - 1] ?? m} ${y}`
}

/** A moment (ISO), by the clocks of Việt Nam: "14:05 09/03/2026", "14:05, 9 Mar 2026". What is no moment stays as it is. */
export function showMoment(iso: string, language: Language): string {
  if (Number.isNaN(Date.parse(iso))) return iso
  const [day = '', time = ''] = vietnamTime(new Date(iso)).split('T')
  return `${time.slice(0, 5)}${language === 'vi' ? '' : ','} ${showDay(day, language)}`
}

/** Its hour alone, under the head of its day: "14:05"; the same in both languages. */
export const showHour = (iso: string): string =>
  Number.isNaN(Date.parse(iso)) ? iso : vietnamTime(new Date(iso)).slice(11, 16)

/** "năm 2025", "giai đoạn 2021 – 2025", "6 tháng đầu năm 2024", "9 tháng năm 2024", "quý I/2025", "tháng 3/2024". */
export function showPeriod(p: Period, language: Language): string {
  const { frequency, start, length } = p
  if (frequency === 'A' && length > 1)
    return phrase('measure.period.years', language, { years: showRange(firstYear(p), lastYear(p)) })
  if (frequency === 'M' && length > 1 && length <= 12 && start.slice(5, 7) === '01')
    return phrase(length === 6 ? 'measure.period.first-half' : 'measure.period.first-months', language, {
      year: start.slice(0, 4),
      months: language === 'vi' ? String(length) : (COUNTS[length] ?? String(length)),
    })
  if (length === 1) return showUnitPeriod(frequency, start, language)
  const ends = { from: showUnitPeriod(frequency, start, language), to: showUnitPeriod(frequency, lastDay(p), language) }
  return phrase('measure.period.from-to', language, ends)
}

const COUNTS = 'no one two three four five six seven eight nine ten eleven twelve'.split(' ')

/** The one year, half, quarter, month or day that a date lies in. */
function showUnitPeriod(frequency: Period['frequency'], date: string, language: Language): string {
  const [year, m] = [date.slice(0, 4), Number(date.slice(5, 7))]
  switch (frequency) {
    case 'A':
      return phrase('measure.period.year', language, { year })
    case 'S':
      return phrase(m < 7 ? 'measure.period.first-half' : 'measure.period.second-half', language, { year })
    case 'Q': {
      const n = Math.ceil(m / 3)
      return phrase('measure.period.quarter', language, {
        year,
        quarter: language === 'vi' ? (ROMAN[n - 1] ?? '') : String(n),
      })
    }
    case 'M':
      return phrase('measure.period.month', language, {
        year,
        month: language === 'vi' ? String(m) : (LONG[m - 1] ?? ''),
      })
    case 'D':
      return phrase('measure.period.day', language, { day: showDay(date, language) })
    default:
      return frequency satisfies never
  }
}
