import type { Calendar } from './calendar.ts'
import { blockOf, type Column } from './column.ts'
import { isDue, isValue } from './state.ts'

/** One area's figures over all periods of a calendar: sums, and how many are behind each and are due. */
export interface RowOf {
  readonly value: Float64Array
  readonly has: Int32Array
  readonly asked: Int32Array
}

export const emptyRow = (length: number): RowOf => ({
  value: new Float64Array(length),
  has: new Int32Array(length),
  asked: new Int32Array(length),
})

/** Fills in the row of a leaf whose figures are dense and narrow, its longer periods from their parts. */
export function leafRow(column: Column, row: number, to: RowOf): RowOf {
  const { calendar, indicator } = column
  const { base } = calendar
  const block = blockOf(column, row)!
  const [values, states] = [block.values[0]!, block.states]
  for (let p = 0; p < base; p += 1) {
    const at = (row - block.from) * base + p
    const state = states[at]!
    to.value[p] = values[at]!
    to.has[p] = isValue(state) ? 1 : 0
    to.asked[p] = isDue(state) ? 1 : 0
  }
  longerRow(calendar, to, indicator.overTime === 'last')
  return to
}

function longerRow({ order, parts }: Calendar, { value, has, asked }: RowOf, stock: boolean): void {
  for (const index of order) {
    const of = parts[index]!
    let [sum, covered, due] = [0, 0, 0]
    for (let i = stock ? of.length - 1 : 0; i < of.length; i += 1) {
      const part = of[i]!
      sum += value[part]!
      covered += has[part]!
      due += asked[part]!
    }
    value[index] = sum
    has[index] = covered
    asked[index] = due
  }
}
