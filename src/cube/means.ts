import { absent, type Absence } from '../measure/absence.ts'
import type { Ratio } from '../measure/ratio.ts'
import type { Column } from './column.ts'
import { codeOf, quotients, ratioAt, reasonOf, WIDE, type Quotients } from './quotients.ts'

/**
 * Weighted means that a recast made of merged areas: by row a quotient for each period of the calendar, in the column's last
 * decimals, products of figures and weights above the bar and the weights below it. Their cells hold a nought and their state.
 */
export type Means = ReadonlyMap<number, Quotients>

const NONE = codeOf(absent('notReported'))

export function emptyMeans(size: number): Quotients {
  const row = quotients(size)
  row.said.fill(NONE)
  return row
}

export const isMean = ({ said }: Quotients, at: number): boolean => said[at]! <= WIDE

/** The mean that a recast put into a cell, in the column's last decimals; null where it put none. */
export function meanAt({ means }: Column, row: number, index: number): Ratio | null {
  const of = means?.get(row)
  return of && index < of.said.length && isMean(of, index) ? ratioAt(of, index) : null
}

/** Why a recast could make no mean, where that says more than the cell's state. */
export function whyNoMean({ means }: Column, row: number, index: number): Absence | null {
  const code = means?.get(row)?.said[index]
  return code === undefined || code <= WIDE || code === NONE ? null : reasonOf(code)
}
