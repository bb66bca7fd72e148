import type { Indicator } from '../plan/plan.ts'
import type { Territory } from '../territory/territory.ts'
import type { Axis } from './axis.ts'
import type { BaseFrequency, Calendar } from './calendar.ts'
import { bytesOf, sliceText, type Column, type Origin, type Slice } from './column.ts'
import type { Counts } from './totals.ts'

/** All figures of a tenant as known at a number of its log, in columns over the areas of one map. */
export interface Cube {
  readonly tenant: string
  /** The number of the log up to which it knows. */
  log: number
  readonly territory: Territory
  readonly axis: Axis
  readonly calendars: ReadonlyMap<BaseFrequency, Calendar>
  readonly indicators: ReadonlyMap<string, Indicator>
  readonly columns: Column[]
  readonly bySlice: Map<string, number>
  readonly origins: Origin[]
  /** The numbers of columns that others make, each behind what it is made of. */
  readonly computed: readonly number[]
  /** Whether it was brought over from other maps: then it is read, and made anew where a figure changes. */
  readonly recast: boolean
  /** How many figures could not be placed: an unknown indicator, a period beyond the calendar. */
  readonly refused: number
}

/** The number of a slice's column; -1 where it has no figures. */
export const columnOf = (cube: Cube, slice: Slice): number => cube.bySlice.get(sliceText(slice)) ?? -1

/** The columns of an indicator, whatever the method and breakdown. */
export const columnsOf = (cube: Cube, indicator: string): number[] =>
  cube.columns.flatMap((column, number) => (column.slice.indicator === indicator ? [number] : []))

/** The same, as columns; made once, for a cube gets no more of them. */
export function columnsNamed({ columns }: Cube, indicator: string): readonly Column[] {
  let known = NAMED.get(columns)
  if (known?.count !== columns.length) {
    NAMED.set(columns, (known = { count: columns.length, by: new Map<string, Column[]>() }))
    for (const column of columns) {
      const list = known.by.get(column.slice.indicator)
      if (list) list.push(column)
      else known.by.set(column.slice.indicator, [column])
    }
  }
  return known.by.get(indicator) ?? []
}
const NAMED = new WeakMap<readonly Column[], { readonly count: number; readonly by: Map<string, Column[]> }>()

export function byteSize(cube: Cube): { readonly values: number; readonly all: number } {
  let [values, all] = [0, 0]
  // Totals are shared between columns where they are the same.
  const totals = new Set<Float64Array | Counts>()
  for (const column of cube.columns) {
    all += bytesOf(column)
    for (const block of [column.on, column.off]) if (block) for (const limb of block.values) values += limb.byteLength
    values += column.rest.count * 8 * column.rest.values.length
    for (const part of column.totals ? [column.totals, column.totals.below] : []) {
      for (const limb of part ? [...part.inner, ...part.kept] : []) totals.add(limb)
      if (part?.gaps) for (const counts of Object.values(part.gaps) as Counts[]) totals.add(counts)
    }
  }
  for (const array of totals) all += array.byteLength
  return { values, all }
}
