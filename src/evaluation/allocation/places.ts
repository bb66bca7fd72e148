import type { Bound } from '../../measure/bound.ts'
import { periodCode, years } from '../../measure/period.ts'
import type { Allocation, Measure, Plan } from '../../plan/plan.ts'

/** A place in the table of a measure's shares: "AREA@YEAR". No area is the plan's own, no year the measure's whole time. */
export interface SharePlace {
  readonly area: string
  readonly year: string
}

export const placeKey = (area: string, year: string): string => `${area}@${year}`
export function placeOf(key: string): SharePlace {
  const at = key.lastIndexOf('@')
  return { area: key.slice(0, at), year: key.slice(at + 1) }
}

/** Where the measure's own bound stands. */
export const WHOLE = placeKey('', '')

/** The place of a share; null for a part of an area's share and for a time of several years, which are no cell of the table. */
function keyOf({ area }: Pick<Plan, 'area'>, share: Allocation): string | null {
  if (share.within !== null) return null
  const { when } = share
  if (when && (when.frequency !== 'A' || when.length !== 1)) return null
  return placeKey(share.area === null || share.area === area ? '' : share.area, when ? periodCode(when) : '')
}

/** The shares of a measure by their places, its own bound among them. */
export function sharesByPlace(plan: Plan, measure: Measure): ReadonlyMap<string, Bound> {
  const found = new Map<string, Bound>()
  if (measure.bound) found.set(WHOLE, measure.bound)
  for (const share of measure.allocations ?? []) {
    const key = keyOf(plan, share)
    if (key !== null) found.set(key, share.bound)
  }
  return found
}

/** The measure with other shares at some places (null: none); all others stay as they are, in their order. */
export function withShares(plan: Plan, measure: Measure, changes: ReadonlyMap<string, Bound | null>): Measure {
  const left = new Map(changes)
  left.delete(WHOLE)
  const kept = (measure.allocations ?? []).flatMap((share): Allocation[] => {
    const key = keyOf(plan, share)
    const bound = key === null ? undefined : left.get(key)
    if (key === null || bound === undefined) return [share]
    left.delete(key)
    return bound ? [{ ...share, bound }] : []
  })
  const added = [...left].flatMap(([key, bound]): Allocation[] => {
    if (!bound) return []
    const { area, year } = placeOf(key)
    const when = year === '' ? null : years(Number(year), Number(year))
    return [{ area: area === '' ? null : area, when, bound, within: null }]
  })
  const allocations = [...kept, ...added]
  const bare = { ...measure }
  delete bare.allocations
  return allocations.length === 0 ? bare : { ...bare, allocations }
}
