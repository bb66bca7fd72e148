import { periodCode, type Period } from '../../measure/period.ts'
import type { Allocation, Measure, Plan, Shape } from '../../plan/plan.ts'

/** The areas that have something to reach: the plan's own first, then those with a share, as the plan lists them. */
export function areasOf(plan: Plan): readonly string[] {
  const known = AREAS.get(plan)
  if (known) return known
  const areas = new Set([plan.area])
  for (const { measures } of plan.targets)
    for (const { allocations = [] } of measures) for (const { area } of allocations) if (area !== null) areas.add(area)
  const found = [...areas]
  AREAS.set(plan, found)
  return found
}
const AREAS = new WeakMap<Plan, readonly string[]>()

/** The areas whose figures an answer on one of them takes: of the plan's own also those that its gaps are shared out to. */
export const areasAskedFor = (plan: Plan, area: string): readonly string[] =>
  area === plan.area ? areasOf(plan) : [area]

/** A measure's share for each area over its whole time. */
function shareOf(measure: Measure, area: string): Allocation | null {
  const { allocations = [] } = measure
  let shares = SHARES.get(allocations)
  if (!shares) {
    shares = new Map(allocations.flatMap(each => (each.area === null || each.when ? [] : [[each.area, each]])))
    SHARES.set(allocations, shares)
  }
  return shares.get(area) ?? null
}
const SHARES = new WeakMap<readonly Allocation[], ReadonlyMap<string, Allocation>>()

/**
 * The plan as an area has it: only what it was given, under the measures' own ids, so that it is judged like the whole. The
 * plan's own area has the plan itself.
 */
export function planFor(plan: Plan, area: string): Plan {
  if (area === plan.area) return plan
  let known = PLANS.get(plan)
  if (!known) PLANS.set(plan, (known = new Map<string, Plan>()))
  let own = known.get(area)
  if (!own) known.set(area, (own = sharesOf(plan, area)))
  return own
}
/** A plan's shares are asked for again and again; they are made once. */
const PLANS = new WeakMap<Plan, Map<string, Plan>>()

function sharesOf(plan: Plan, area: string): Plan {
  return withMeasures(plan, area, measure => {
    const share = shareOf(measure, area)
    return share ? [{ ...bare(measure), bound: share.bound }] : []
  })
}

/** The plan's shares for single years, for its own area or another: each a measure of its own, "ID@2023". */
export const yearlyPlanFor = (plan: Plan, area: string): Plan =>
  withMeasures(plan, area, measure =>
    (measure.allocations ?? []).flatMap((each): Measure[] =>
      each.when && (each.area ?? plan.area) === area
        ? [
            {
              ...bare(measure),
              id: `${measure.id}@${periodCode(each.when)}`,
              shape: shapeIn(measure.shape, each.when),
              bound: each.bound,
            },
          ]
        : [],
    ),
  )

function withMeasures(plan: Plan, area: string, measuresOf: (measure: Measure) => readonly Measure[]): Plan {
  const targets = plan.targets.flatMap(target => {
    const measures = target.measures.flatMap(measuresOf)
    return measures.length > 0 ? [{ ...target, measures }] : []
  })
  return { ...plan, area, targets }
}

/** A share is shared out by the plan's list, not by its own; parts of a composition are the whole plan's affair. */
function bare(measure: Measure): Measure {
  const copy = { ...measure, partOf: null }
  delete copy.allocations
  return copy
}

/** What a measure asks of some of its years: a year of a sum is a sum, a year of a mean is a level. */
export function shapeIn(shape: Shape, when: Period): Shape {
  switch (shape.kind) {
    case 'cumulative':
      return { kind: 'cumulative', when }
    case 'level':
    case 'eachPeriod':
    case 'mean':
      return when.length === 1 || shape.kind === 'level' ? { kind: 'level', when } : { kind: shape.kind, when }
    case 'addition':
      return { ...shape, when }
    case 'meanGrowth':
    case 'growth':
    case 'eachChange': {
      const { change, basis } = shape
      if (when.length === 1) return { kind: 'growth', when, change, basis }
      return shape.kind === 'meanGrowth' ? { ...shape, when } : { kind: 'eachChange', when, change, basis }
    }
    case 'milestone':
      return { kind: 'milestone', when }
    default:
      return shape satisfies never
  }
}

/** The shares of a measure that are parts of one whole: of the plan's, of an area's, or of one year of either. */
export interface Sharing {
  /** Null: the plan's own area. */
  readonly within: string | null
  /** Null: what the measure itself speaks of. */
  readonly when: Period | null
  readonly whole: Allocation['bound']
  readonly shares: readonly Allocation[]
}

/** Shares for areas, beside the whole that they are shares of; wholes that nobody states are left out. */
export function sharingsOverAreas(plan: Plan, measure: Measure): readonly Sharing[] {
  const all = measure.allocations ?? []
  const key = (within: string | null, when: Period | null) => `${within ?? plan.area} ${when ? periodCode(when) : ''}`
  const groups = new Map<string, Allocation[]>()
  for (const each of all) {
    if (each.area === null || each.area === plan.area) continue
    const at = key(each.within, each.when)
    groups.set(at, [...(groups.get(at) ?? []), each])
  }
  return [...groups.values()].flatMap((shares): Sharing[] => {
    const [first] = shares
    if (!first) return []
    const { within, when } = first
    const own = all.find(e => key(e.area, e.when) === key(within, when))?.bound
    const whole = own ?? ((within ?? plan.area) === plan.area && !when ? measure.bound : null)
    return whole ? [{ within: within === plan.area ? null : within, when, whole, shares }] : []
  })
}

/** Shares for years, beside what the same area has for the whole time. */
export function sharingsOverTime(plan: Plan, measure: Measure): readonly Sharing[] {
  const all = measure.allocations ?? []
  const areas = [...new Set(all.filter(e => e.when).map(e => e.area ?? plan.area))]
  return areas.flatMap((area): Sharing[] => {
    const whole = area === plan.area ? measure.bound : all.find(e => e.area === area && !e.when)?.bound
    const shares = all
      .filter(e => e.when && (e.area ?? plan.area) === area)
      .sort((a, b) => ((a.when?.start ?? '') < (b.when?.start ?? '') ? -1 : 1))
    return whole ? [{ within: area === plan.area ? null : area, when: null, whole, shares }] : []
  })
}
