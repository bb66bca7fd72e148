import type { Indicator } from '../plan/plan.ts'
import { copyOf } from './as-of.ts'
import { sliceText, type Column } from './column.ts'
import type { Cube } from './cube.ts'
import { linkedCube } from './linked.ts'
import { rescale } from './write.ts'

/**
 * The same figures under other definitions of indicators: what was given is copied, what is made of it is worked out anew. Indicators
 * that the cube does not know must have no figures. Null where figures would lie otherwise (another frequency, other trust in
 * sources, fewer decimals): then the cube is loaded anew.
 */
export function redefined(cube: Cube, indicators: readonly Indicator[]): Cube | null {
  if (cube.recast) return null
  const byCode = new Map(indicators.map(each => [each.code, each]))
  const columns: Column[] = []
  const bySlice = new Map<string, number>()
  for (const column of cube.columns) {
    const indicator = byCode.get(column.slice.indicator)
    // What only others made is made again, or not.
    if (!indicator || column.logs.length === 0) continue
    if (!lieAlike(column.indicator, indicator)) return null
    const copy = { ...copyOf(column), indicator, computed: null }
    if (indicator.decimals > copy.scale) rescale(copy, indicator.decimals)
    bySlice.set(sliceText(column.slice), columns.push(copy) - 1)
  }
  return linkedCube({
    ...cube,
    indicators: byCode,
    columns,
    bySlice,
    calendars: new Map(cube.calendars),
    origins: [...cube.origins],
  })
}

/** Whether figures of an indicator lie in the cube in the same way under another definition of it. */
const lieAlike = (before: Indicator, after: Indicator): boolean =>
  before.frequency === after.frequency &&
  before.decimals <= after.decimals &&
  (before.overAreas === 'recount') === (after.overAreas === 'recount') &&
  (before.sources ?? []).join('\n') === (after.sources ?? []).join('\n')
