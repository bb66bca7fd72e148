import { absent } from '../measure/absence.ts'
import { decimal } from '../measure/decimal.ts'
import { showRatio } from '../measure/ratio.ts'
import type { Observation } from '../plan/observation.ts'
import { find, valueIn, type Column } from './column.ts'
import type { Cube } from './cube.ts'
import { FORMULA_SOURCE } from './derive.ts'
import { cellAt } from './read.ts'
import { absenceIn, howIn, isValue, statusIn } from './state.ts'

/** The source of a figure that was added up or brought over from another map. */
export const CUBE_SOURCE = 'cube'

/**
 * All figures of an area, as evaluation takes them: those that were given, and those that the indicators' rules make of areas below,
 * shorter periods and other indicators where all that is due is there. Totals of which something is missing are not among them:
 * `read` tells them. What was made is rounded to its indicator's decimals.
 */
export function figuresOf(cube: Cube, area: string): Observation[] {
  const row = cube.axis.rows.get(area)
  return row === undefined ? [] : cube.columns.flatMap(column => figuresIn(cube, column, row))
}

/** The same of one column; `row` is the area's place on the cube's axis. */
export function figuresIn(cube: Cube, column: Column, row: number): Observation[] {
  const { indicator, method, breakdown } = column.slice
  const origin = cube.origins[column.origins[row] ?? 0]
  const key = {
    indicator,
    method,
    area: cube.axis.ids[row] ?? '',
    map: origin?.map ?? null,
    breakdown: JSON.parse(breakdown) as Record<string, string>,
    note: '',
  }
  return column.calendar.periods.flatMap((period, index): Observation[] => {
    const found = find(column, row, index)
    const state = found ? found.block.states[found.at]! : null
    if (found && state !== null && (isValue(state) || howIn(state) === 'own')) {
      const why = absenceIn(state)
      return [
        {
          ...key,
          period,
          value: why ? absent(why.absent) : decimal(valueIn(found.block, found.at), column.scale),
          status: statusIn(state),
          source: howIn(state) === 'own' ? (origin?.source ?? CUBE_SOURCE) : CUBE_SOURCE,
          log: cube.recast ? cube.log : (column.logs[found.block.learnt[found.at]!] ?? cube.log),
        },
      ]
    }
    const cell = cellAt(cube, column, row, index)
    if (cell.kind !== 'value') return []
    return [
      {
        ...key,
        map: null,
        period,
        value: showRatio(cell.value, column.indicator.decimals),
        status: cell.status,
        source: column.computed?.kind === 'formula' ? FORMULA_SOURCE : CUBE_SOURCE,
        log: cube.log,
      },
    ]
  })
}
