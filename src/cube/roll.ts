import type { Column } from './column.ts'
import type { Cube } from './cube.ts'
import { onlyLeaves } from './only-leaves.ts'
import { rollLeaves } from './roll-leaves.ts'
import { rollMixed } from './roll-mixed.ts'
import { rollWeighted } from './roll-weighted.ts'
import type { Work } from './work.ts'

/**
 * Rolls up every column whose figures are dense, over every level of the territory and every longer period. A column that was
 * rolled up and has not changed since is left as it is, unless all is to be made `anew`. Columns of single figures are added when they are read.
 */
export function rollUp(cube: Cube, work?: Work, anew = false): void {
  for (const column of cube.columns) if (anew || !column.totals) rollColumn(cube, column, work)
}

/** The same for one column. */
export function rollColumn(cube: Cube, column: Column, work?: Work): void {
  const { overAreas } = column.indicator
  const { computed } = column
  if (computed?.kind === 'weighted') {
    const weight = cube.columns[computed.weight]
    column.totals = weight ? rollWeighted(cube, column, weight, work) : null
  }
  if (!column.on || (overAreas !== 'sum' && overAreas !== 'recount')) return
  column.totals =
    addsUp(column) && onlyLeaves(cube.axis, column)
      ? rollLeaves(cube.axis, column.calendar, column.on, column.indicator.overTime, work, column.totals)
      : rollMixed(cube.axis, column, work)
}

/** Whether longer periods are made of shorter ones, or end with one. */
const addsUp = ({ indicator: { overTime } }: Column): boolean =>
  overTime === 'sum' || overTime === 'mean' || overTime === 'last'
