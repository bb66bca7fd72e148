import { absent, type Absence } from '../measure/absence.ts'
import type { Ratio } from '../measure/ratio.ts'
import type { Column } from './column.ts'
import { codeOf, ratioAt, reasonOf, WIDE, type Quotients } from './quotients.ts'

/**
 * Weighted means that a recast made of merged areas: by row a quotient for each period of the calendar, in the column's last
 * decimals, products of figures and weights above the bar and the weights below it. Their cells hold a nought and their state.
 */
export type Means = ReadonlyMap<number, Quotients>

const NONE = codeOf(absent('notReported'))

/** Rows of no means yet, of so many periods each; many lie in one piece of memory. */
export function meanRows(size: number): () => Quotients {
  let [num, den, said] = [new Float64Array(0), new Float64Array(0), new Uint8Array(0)]
  let at = 0
  return () => {
    if (at === said.length) {
      at = 0
      ;[num, den] = [new Float64Array(size * AT_ONCE), new Float64Array(size * AT_ONCE)]
      said = new Uint8Array(size * AT_ONCE).fill(NONE)
    }
    const from = at
    at += size
    return { num: num.subarray(from, at), den: den.subarray(from, at), said: said.subarray(from, at), wide: new Map() }
  }
}
const AT_ONCE = 16

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
