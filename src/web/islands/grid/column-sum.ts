import type { AbsenceReason } from '../../../measure/absence.ts'
import { add, normalize, parseDecimal, subtract, ZERO, type Decimal } from '../../../measure/decimal.ts'
import { showDecimal } from '../../../measure/show.ts'
import type { Language } from '../../../messages/message.ts'
import { fill } from '../../../messages/sentence.ts'

/** What is entered of an indicator: the sum, and how many of the figures that are due are in it. */
export interface ColumnSum {
  readonly sum: Decimal
  readonly count: number
  readonly due: number
}

/** A figure as it is entered: a value, or why there is none; neither: nothing yet. */
export interface Entered {
  readonly value: string | null
  readonly absent: AbsenceReason | null
}

export const NOT_ENTERED: Entered = { value: null, absent: null }
export const NOTHING_YET: ColumnSum = { sum: ZERO, count: 0, due: 0 }

export const plus = (sum: ColumnSum, entered: Entered): ColumnSum => changed(sum, entered, add, 1)
export const minus = (sum: ColumnSum, entered: Entered): ColumnSum => changed(sum, entered, subtract, -1)

function changed(
  { sum, count, due }: ColumnSum,
  { value, absent }: Entered,
  by: (a: Decimal, b: Decimal) => Decimal,
  one: 1 | -1,
): ColumnSum {
  const number = parseDecimal(value ?? '')
  // What is not applicable or not due is missed by nobody.
  const isDue = absent !== 'notApplicable' && absent !== 'notDue'
  return { sum: number ? by(sum, number) : sum, count: count + (number ? one : 0), due: due + (isDue ? one : 0) }
}

/** "3.384", and while figures are missing "1.050 (1/3 số)": nobody may take it for whole. '' where nothing is entered. */
export const sumInWords = ({ sum, count, due }: ColumnSum, template: string, notation: Language): string => {
  const shown = showDecimal(normalize(sum), notation)
  if (count === 0) return ''
  return count < due ? fill(template, { sum: shown, count: String(count), due: String(due) }) : shown
}
