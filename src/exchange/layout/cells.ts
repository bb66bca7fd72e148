import { absenceOf } from '../../measure/absence.ts'
import { decimalText } from '../../measure/decimal.ts'
import { readNumber } from '../../measure/notation.ts'
import type { SheetCell } from '../sheet.ts'

/** A cell that holds a figure or the reason of its absence, in plain notation; null for anything else. */
export function figureText({ text, kind }: SheetCell): string | null {
  if (kind !== 'text') return text
  const absence = absenceOf(text)
  if (absence !== null) return absence
  const number = readNumber(text.replace(/\s?%$/, ''), 'vi')
  return number && decimalText(number)
}

export const isFigure = (cell: SheetCell): boolean => cell.text !== '' && figureText(cell) !== null

/** A number that may as well be a year in a head. */
export const isYear = ({ text }: SheetCell): boolean => /^(?:19|20)\d{2}$/.test(text)

export const hasLetters = ({ text, kind }: SheetCell): boolean => kind === 'text' && /\p{L}{2}/u.test(text)

/** The row of numbers that forms have under their heads: "A B 1 2 3", "(1) (2) (3)=(2)/(1)". */
export function isNumbering(row: readonly SheetCell[]): boolean {
  const cells = row.filter(cell => cell.text !== '')
  return (
    cells.length > 1 && cells.every(({ text }) => /^\(?(?:[A-E]|\d{1,2})\)?(?:\s*=.*)?$/.test(text)) && ordered(cells)
  )
}

function ordered(cells: readonly SheetCell[]): boolean {
  const numbers = cells.map(({ text }) => Number(/\d+/.exec(text)?.[0] ?? 0)).filter(n => n > 0)
  return numbers.length > 0 && numbers.every((n, i) => i === 0 || n === (numbers[i - 1] ?? 0) + 1)
}
