import { absent, type Absence } from '../measure/absence.ts'
import { powerOfTen } from '../measure/decimal.ts'
import type { Period } from '../measure/period.ts'
import { ratio, type Ratio } from '../measure/ratio.ts'
import { STATUSES, type ObservationStatus } from '../plan/observation.ts'
import { indexOf } from './calendar.ts'
import { find, valueIn, type Column } from './column.ts'
import type { Cube } from './cube.ts'
import { absenceIn, howIn, isValue, LEAST_SETTLED, statusIn, type How } from './state.ts'
import { sumAt } from './sum.ts'

/** How much is reported behind a figure: of how many that leaves owe for its base periods how many are there. */
export interface Coverage {
  readonly covered: number
  readonly due: number
}

/**
 * What stands in a cell. A total of which something is missing is no value but `partial`, which nobody can take for whole. `added`:
 * made from areas below or shorter periods by the indicator's rules.
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
  const found = find(column, row, index)
  const state = found ? found.block.states[found.at]! : null
  if (found && state !== null && isValue(state)) {
    const value = ratio(valueIn(found.block, found.at), powerOfTen(column.scale))
    return { kind: 'value', value, how: howIn(state), status: statusIn(state) }
  }
  const { overAreas, overTime } = column.indicator
  const sum = sumAt(cube.axis, column, row, index)
  const coverage = { covered: sum.covered, due: sum.due }
  if (sum.covered === 0) {
    const said = state === null ? null : absenceIn(state)
    if (said) return { kind: 'absent', why: said, coverage }
    if (sum.due === 0) return { kind: 'absent', why: absent('notDue'), coverage }
    const reason =
      overAreas === 'none' && row < cube.axis.onMap && cube.axis.inner[row] !== -1
        ? absent('notComputable', 'cube.not-additive')
        : absent('notReported')
    return { kind: 'absent', why: reason, coverage }
  }
  const below = overTime === 'mean' && index >= column.calendar.base ? BigInt(Math.max(1, sum.periods)) : 1n
  const value = ratio(sum.value, powerOfTen(column.scale) * below)
  const status = leastSettled(column)
  return sum.covered < sum.due
    ? { kind: 'partial', value, coverage, status }
    : { kind: 'value', value, how: 'added', status }
}

/** What a total is as settled as: the least settled of the figures in its column. */
const leastSettled = (column: Column): ObservationStatus =>
  LEAST_SETTLED.find(status => (column.statuses & (1 << STATUSES.indexOf(status))) !== 0) ?? 'provisional'
