import { apportion } from '../measure/apportion.ts'
import { decimal, type Decimal } from '../measure/decimal.ts'
import type { Form } from '../territory/transition.ts'
import { find, valueIn, type Column } from './column.ts'
import type { Passage } from './passage.ts'
import { APPORTIONED, changedIn, leastSettled, SUMMED, worse } from './recast-states.ts'
import { isDue, isUnsaid, isValue, stateOf, UNSAID } from './state.ts'

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
  const parts = Array.from(rows, (row): Gathered => {
    const found = row < 0 ? null : find(column, row, index)
    const state = found ? found.block.states[found.at]! : UNSAID
    return { value: found && isValue(state) ? valueIn(found.block, found.at) : 0n, state, said: !isUnsaid(state) }
  })
  return together(parts)
}

/** Several as one: whole where nothing is missing; what is not due is missed by nobody. */
function together(parts: readonly Gathered[]): Gathered {
  let [missing, undue, value, sum] = [0, 0, 0n, -1]
  for (const part of parts) {
    if (isValue(part.state)) {
      value += part.value
      sum =
        sum === APPORTIONED || part.state === APPORTIONED
          ? APPORTIONED
          : leastSettled(sum < 0 ? SUMMED : sum, part.state)
    } else if (isDue(part.state)) missing = worse(missing, part.state)
    else undue = worse(undue, part.state)
  }
  const said = parts.some(part => part.said)
  const without = missing !== 0 ? missing : sum < 0 ? undue : 0
  return without === 0 ? { value, state: sum < 0 ? SUMMED : sum, said } : { value: 0n, state: without, said }
}

/** Areas that hold a part of something divided: by the weights, so that all parts are the whole again. */
export function eachPart(column: Column, passage: Passage, index: number, additive: boolean, put: Put): void {
  const split = new Map<number, readonly Decimal[] | Gathered>()
  const formOf = (whole: readonly number[], shares: Form['shares']): Gathered =>
    together([
      ...(whole.length > 0 ? [gather(column, whole, index)] : []),
      ...shares.map(({ pool, index: part }): Gathered => {
        const parts = partsOf(pool)
        const one = 'said' in parts ? null : parts[part]
        return one ? { value: one.coefficient, state: APPORTIONED, said: true } : (parts as Gathered)
      }),
    ])
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
