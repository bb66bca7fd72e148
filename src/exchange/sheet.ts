import { normalize, type Decimal, decimal, decimalText, parseDecimal } from '../measure/decimal.ts'

/** A cell as a table of any kind has it. */
export interface SheetCell {
  readonly text: string
  /** The text is a number in plain notation, whatever the file's language; `percent`: shown as a share of a hundred. */
  readonly kind: 'text' | 'number' | 'percent'
  /** It says what the first cell of a merge says, which it is part of. */
  readonly merged?: true
}

export interface Merge {
  readonly startRow: number
  readonly startCol: number
  readonly endRow: number
  readonly endCol: number
}

/** A table as an office has it, by rows and columns from 0. */
export interface Sheet {
  readonly name: string
  readonly rows: readonly (readonly SheetCell[])[]
  readonly merges: readonly Merge[]
  /** Rows, from 1, that whoever opens the file does not see. */
  readonly hidden?: readonly number[]
}

export const EMPTY_CELL: SheetCell = { text: '', kind: 'text' }

export const textCell = (text: string): SheetCell => {
  const clean = text
    .normalize('NFC')
    .replace(/[\s\u00a0]+/g, ' ')
    .trim()
  return clean === '' ? EMPTY_CELL : { text: clean, kind: 'text' }
}

/** The column letters of spreadsheets: 0 is A, 26 is AA. */
export function columnLetter(column: number): string {
  const rest = Math.floor(column / 26)
  return (rest > 0 ? columnLetter(rest - 1) : '') + String.fromCharCode(65 + (column % 26))
}

/** The column of letters; -1 where they are none. */
export const columnOfLetter = (letters: string): number =>
  /^[A-Z]{1,3}$/.test(letters)
    ? Array.from(letters).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
    : -1

/** The digits that a spreadsheet shows of a number: fifteen, so that 7.0999999999999996 is 7.1; null beyond plain notation. */
export function shownDigits(value: number): Decimal | null {
  if (!Number.isFinite(value)) return null
  const match = /^(-?)(\d)(?:\.(\d+))?e([+-]\d+)$/.exec(value.toExponential(14))
  if (!match) return null
  const [, sign = '', lead = '0', rest = '', power = '0'] = match
  const exponent = Number(power) - rest.length
  if (exponent > 20 || exponent < -40) return null
  const digits = BigInt(sign + lead + rest)
  return normalize(exponent >= 0 ? decimal(digits * 10n ** BigInt(exponent)) : decimal(digits, -exponent))
}

/**
 * A number of a spreadsheet as a cell, as much as it shows: in percent it is a hundred times as much, in %; with commas at the
 * end of its format (`#,##0,,` under "triệu đồng") it is so many thousands less.
 */
export function numberCell(value: number, format: string | undefined): SheetCell {
  const digits = shownDigits(value)
  if (!digits) return { text: String(value), kind: 'text' }
  const thousands = thousandsHidden(format)
  if (thousands > 0)
    return { text: decimalText(normalize(decimal(digits.coefficient, digits.scale + 3 * thousands))), kind: 'number' }
  if (!format?.includes('%')) return { text: decimalText(digits), kind: 'number' }
  const hundred = parseDecimal(decimalText(digits))
  return hundred
    ? { text: decimalText(normalize(decimal(hundred.coefficient * 100n, hundred.scale))), kind: 'percent' }
    : { text: String(value), kind: 'text' }
}

/** How many times a format divides what it shows by a thousand: the commas right behind its last digit. */
function thousandsHidden(format: string | undefined): number {
  const [positive = ''] = (format ?? '').replace(/"[^"]*"|\\[^\]]*\]|\\\\.|[_*]./g, '').split(';')
  return /[0#?](,+)[^0#?,.]*$/.exec(positive)?.[1]?.length ?? 0
}

/** The cells of a sheet with the text of a merge in every cell that it covers. */
export function filled({ rows, merges }: Sheet): readonly (readonly SheetCell[])[] {
  if (merges.length === 0) return rows
  const copy = rows.map(row => [...row])
  for (const { startRow, startCol, endRow, endCol } of merges) {
    const cell = rows[startRow]?.[startCol]
    if (!cell || cell.text === '') continue
    for (let r = startRow; r <= Math.min(endRow, copy.length - 1); r += 1)
      for (let c = startCol; c <= endCol; c += 1) {
        const row = copy[r]
        if (!row) continue
        while (row.length <= c) row.push(EMPTY_CELL)
        row[c] = r === startRow && c === startCol ? cell : { ...cell, merged: true }
      }
  }
  return copy
}
