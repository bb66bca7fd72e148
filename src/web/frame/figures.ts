import { absenceIn, isAbsent, type Absence } from '../../measure/absence.ts'
import type { Bound } from '../../measure/bound.ts'
import { compare, dec, decimalText, normalize, type Decimal } from '../../measure/decimal.ts'
import { firstYear, lastYear, type Period } from '../../measure/period.ts'
import { exactDecimal, showRatio, type Ratio } from '../../measure/ratio.ts'
import { showBound, showDecimal, showPeriod, showRange } from '../../measure/show.ts'
import { showUnit } from '../../measure/show-unit.ts'
import { parseUnit } from '../../measure/unit.ts'
import { shownQuantity, type Quantity } from '../../evaluation/quantity.ts'
import type { Language } from '../../messages/message.ts'

/** A bound in a column of numbers: the sign instead of the word, and no unit. */
export function boundInSigns(bound: Bound, language: Language): string {
  const n = (d: Decimal) => showDecimal(d, language)
  switch (bound.kind) {
    case 'exactly':
      return n(bound.low)
    case 'atLeast':
      return `≥ ${n(bound.low)}`
    case 'moreThan':
      return `> ${n(bound.low)}`
    case 'atMost':
      return `≤ ${n(bound.high)}`
    case 'lessThan':
      return `< ${n(bound.high)}`
    case 'between':
      return showRange(n(bound.low), n(bound.high))
    case 'about':
      return compare(bound.low, bound.high) === 0 ? `≈ ${n(bound.low)}` : `≈ ${showRange(n(bound.low), n(bound.high))}`
    default:
      return bound satisfies never
  }
}

/** A bound in words with its unit. */
export function boundInWords(bound: Bound, unit: string, language: Language): string {
  const parsed = parseUnit(unit)
  const bare = parseUnit('')
  if (parsed) return showBound(bound, parsed, language)
  return bare ? `${showBound(bound, bare, language)} ${unit}` : unit
}

/** A unit as the head of a column shows it. */
export function unitIn(unit: string, language: Language): string {
  const parsed = parseUnit(unit)
  return parsed ? showUnit(parsed, language) : unit
}

/** An exact value: as it is where it is short, else rounded half away from zero. */
export function ratioIn(value: Ratio, decimals: number, language: Language): string {
  const exact = exactDecimal(value)
  return showDecimal(exact && exact.scale <= decimals ? exact : showRatio(value, decimals), language)
}

export function quantityIn(value: Quantity, decimals: number, language: Language): string | null {
  const shown = shownQuantity(value, decimals)
  return shown && showDecimal(shown.rounded ? shown.value : tidy(shown.value), language)
}

const tidy = (d: Decimal): Decimal => (decimalText(d).includes('.') ? normalize(d) : d)

/** "2025", "2021 – 2025", "quý I/2024": a period in a column. */
export function periodInBrief(p: Period, language: Language): string {
  if (p.frequency !== 'A') return showPeriod(p, language)
  const [from, to] = [firstYear(p), lastYear(p)]
  return from === to ? String(from) : showRange(from, to)
}

/** A figure, or in words why there is none: never a blank and never a nought. */
export const figureIn = (value: Decimal | Absence, language: Language): string =>
  isAbsent(value) ? absenceIn(value.absent, language) : showDecimal(value, language)

/** A count of things: "12.345". */
export const countIn = (count: number, language: Language): string => showDecimal(dec(count), language)
