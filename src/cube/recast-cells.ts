import { apportion } from '../measure/apportion.ts'
import { decimal, type Decimal } from '../measure/decimal.ts'
import type { Form } from '../territory/transition.ts'
import { find, valueIn, type Column } from './column.ts'
import type { Passage } from './passage.ts'
import { APPORTIONED, changedIn, leastSettled, SUMMED, worse } from './recast-states.ts'
import { isUnsaid, isValue, stateOf, UNSAID } from './state.ts'

/** Where a figure goes; one that somebody gave stands. */
export type Put = (row: number, index: number, value: bigint, state: number) => void

interface Gathered {
  readonly value: bigint
  readonly state: number
  readonly said: boolean
}

/** Merged areas, cell by cell. */
export function eachSum(column: Column, passage: Passage, index: number, additive: boolean, put: Put): void {
  const { rows, starts, sources } = passage.sums
  for (let i = 0; i < rows.length; i += 1) {
    const of = gather(column, sources.subarray(starts[i], starts[i + 1]), index)
    if (of.said) put(rows[i]!, index, additive ? of.value : 0n, additive ? of.state : changedIn(column))
  }
}

function gather(column: Column, rows: Iterable<number>, index: number): Gathered {
  let [value, missing, state, said] = [0n, 0, SUMMED, false]
  for (const row of rows) {
    const found = row < 0 ? null : find(column, row, index)
    const each = found ? found.block.states[found.at]! : UNSAID
    said ||= !isUnsaid(each)
    if (found && isValue(each)) {
      value += valueIn(found.block, found.at)
      state = leastSettled(state, each)
    } else missing = worse(missing, each)
  }
  return missing === 0 ? { value, state, said } : { value: 0n, state: missing, said }
}

/** Areas that hold a part of something divided: by the weights, so that all parts are the whole again. */
export function eachPart(column: Column, passage: Passage, index: number, additive: boolean, put: Put): void {
  const split = new Map<number, readonly Decimal[] | Gathered>()
  const formOf = (whole: readonly number[], shares: Form['shares']): Gathered => {
    const own = gather(column, whole, index)
    let { value, state, said } = own
    let missing = isValue(state) ? 0 : state
    for (const { pool, index: part } of shares) {
      const parts = partsOf(pool)
      const one = 'said' in parts ? null : parts[part]
      if (one) {
        value += one.coefficient
        said = true
        state = APPORTIONED
      } else if ('said' in parts) {
        said ||= parts.said
        missing = worse(missing, parts.state)
      }
    }
    return missing === 0 ? { value, state, said } : { value: 0n, state: missing, said }
  }
  const partsOf = (number: number): readonly Decimal[] | Gathered => {
    let parts = split.get(number)
    if (!parts) split.set(number, (parts = divide(number)))
    return parts
  }
  const divide = (number: number): readonly Decimal[] | Gathered => {
    const pool = passage.pools[number]!
    const whole = formOf(pool.whole, pool.shares)
    if (!isValue(whole.state)) return whole
    const parts = pool.weights && apportion(decimal(whole.value), pool.weights)
    return !parts || 'rule' in parts
      ? { value: 0n, state: stateOf('notComputable', 'provisional'), said: whole.said }
      : parts
  }
  for (const { row, whole, shares } of passage.parts) {
    const of = formOf(whole, shares)
    if (of.said) put(row, index, additive ? of.value : 0n, additive ? of.state : changedIn(column))
  }
}
