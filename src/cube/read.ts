import { absent, type Absence } from '../measure/absence.ts'
import type { Period } from '../measure/period.ts'
import type { Ratio } from '../measure/ratio.ts'
import { STATUSES, type ObservationStatus } from '../plan/observation.ts'
import { amountAt } from './amount.ts'
import { indexOf } from './calendar.ts'
import { find, statusesIn, type Column } from './column.ts'
import type { Cube } from './cube.ts'
import { howIn, isValue, LEAST_SETTLED, statusIn, type How } from './state.ts'

/** How much is reported behind a figure: of how many that leaves owe for its base periods how many are there. */
export interface Coverage {
  readonly covered: number
  readonly due: number
}

/**
 * What stands in a cell. A total of which something is missing is no value but `partial`, which nobody can take for whole.
 * `added`: made from areas below, shorter periods or other indicators by the indicator's rules.
 */
export type Cell =
  | { readonly kind: 'value'; readonly value: Ratio; readonly how: How | 'added'; readonly status: ObservationStatus }
  | {
      readonly kind: 'partial'
      readonly value: Ratio
      readonly coverage: Coverage
      readonly status: ObservationStatus
    }
  | { readonly kind: 'absent'; readonly why: Absence; readonly coverage: Coverage }

/** The cell of an area and a period in a column; both by what they are called outside. */
export function read(cube: Cube, number: number, area: string, period: Period): Cell {
  const column = cube.columns[number]
  const row = cube.axis.rows.get(area)
  const index = column ? indexOf(column.calendar, period) : -1
  if (!column || row === undefined || index < 0) return NOTHING
  return cellAt(cube, column, row, index)
}

const NOTHING: Cell = { kind: 'absent', why: absent('notReported'), coverage: { covered: 0, due: 1 } }

export function cellAt(cube: Cube, column: Column, row: number, index: number): Cell {
  const { value, covered, due, why } = amountAt(cube, column, row, index)
  if (value === null) return { kind: 'absent', why: why ?? absent('notReported'), coverage: { covered, due } }
  const found = find(column, row, index)
  const state = found ? found.block.states[found.at]! : null
  if (state !== null && isValue(state)) return { kind: 'value', value, how: howIn(state), status: statusIn(state) }
  const status = leastSettled(cube, column)
  return covered < due
    ? { kind: 'partial', value, coverage: { covered, due }, status }
    : { kind: 'value', value, how: 'added', status }
}

/** What is made of others is as settled as the least settled figure in the columns that it is made of. */
function leastSettled(cube: Cube, column: Column): ObservationStatus {
  const mask = statusesBehind(cube, column)
  return LEAST_SETTLED.find(status => (mask & (1 << STATUSES.indexOf(status))) !== 0) ?? 'provisional'
}

function statusesBehind(cube: Cube, from: Column): number {
  const { computed } = from
  const statuses = statusesIn(from)
  const of = (numbers: readonly number[]) =>
    numbers.reduce((mask, number) => {
      const column = cube.columns[number]
      return column ? mask | statusesBehind(cube, column) : mask
    }, statuses)
  switch (computed?.kind) {
    case undefined:
      return statuses
    case 'ratio':
      return of([computed.top, computed.bottom])
    case 'weighted':
      return of([computed.weight])
    case 'formula':
      return of([...computed.inputs.values()].flat())
    default:
      return computed satisfies never
  }
}
