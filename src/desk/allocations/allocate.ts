import { isAbsent } from '../../measure/absence.ts'
import type { Bound } from '../../measure/bound.ts'
import type { Decimal } from '../../measure/decimal.ts'
import { firstYear, lastYear } from '../../measure/period.ts'
import type { Message, Outcome } from '../../messages/message.ts'
import { parsePlanFile, planFile } from '../../plan/plan-file.ts'
import type { Measure, Plan, Target } from '../../plan/plan.ts'
import { observations } from '../../store/figures.ts'
import type { By } from '../../store/log.ts'
import type { Store } from '../../store/open.ts'
import { publishPlan } from '../../store/plans.ts'
import { currentTerritory } from '../../store/territory.ts'
import { mapOn } from '../../territory/map.ts'
import { withShares, type Sharer, type ShareTo } from './shares.ts'

/** A measure of a plan with its target; null where there is none. */
export function measureIn(plan: Plan, id: string): { readonly target: Target; readonly measure: Measure } | null {
  for (const target of plan.targets)
    for (const measure of target.measures) if (measure.id === id) return { target, measure }
  return null
}

/**
 * Who a measure can be shared out to: the areas directly inside the plan's on a day's map, or the years of the plan's term,
 * each with the last figure that is known of the measure's indicator. Areas that have a share already are listed too.
 */
export async function sharersOf(
  store: Store,
  tenant: string,
  plan: Plan,
  measure: Measure,
  to: ShareTo,
  day: string,
): Promise<readonly Sharer[]> {
  const [code] = measure.indicators
  if (to === 'years') {
    const last = await lastFigures(store, tenant, code, [plan.area], 'year')
    const [from, until] =
      measure.shape.kind === 'level'
        ? [plan.term.from, lastYear(measure.shape.when)]
        : [firstYear(measure.shape.when), lastYear(measure.shape.when)]
    return Array.from({ length: Math.max(0, until - from + 1) }, (_, i) => {
      const key = String(from + i)
      return { key, name: key, last: last.get(key) ?? null }
    })
  }
  const territory = await currentTerritory(store, tenant)
  const map = mapOn(territory, day)
  const inside = map.children.get(plan.area) ?? []
  const shared = (measure.allocations ?? []).flatMap(each =>
    each.area !== null && each.when === null && each.within === null ? [each.area] : [],
  )
  const ids = [...new Set([...inside, ...shared])]
  const last = await lastFigures(store, tenant, code, ids, 'area')
  return ids.map(id => {
    const area = map.areas.get(id)
    const named = area ?? territory.areas.get(id)?.facts.at(-1)
    return { key: id, name: named ? `${named.type} ${named.name}` : id, last: last.get(id) ?? null }
  })
}

/** The newest figure of an indicator by area, or of an area by year. */
export async function lastFigures(
  store: Store,
  tenant: string,
  code: string | undefined,
  areas: readonly string[],
  by: 'area' | 'year',
): Promise<ReadonlyMap<string, Decimal>> {
  if (code === undefined) return new Map()
  const found = new Map<string, { start: string; value: Decimal }>()
  for (const { area, period, value, breakdown } of await observations(store, tenant, { indicators: [code], areas })) {
    if (isAbsent(value) || Object.keys(breakdown).length > 0 || period.frequency !== 'A' || period.length !== 1)
      continue
    const key = by === 'area' ? area : String(lastYear(period))
    const known = found.get(key)
    if (!known || known.start <= period.start) found.set(key, { start: period.start, value })
  }
  return new Map([...found].map(([key, { value }]) => [key, value]))
}

/**
 * Publishes a version of a plan in which a measure has these shares. Null with messages where the plan's file would be refused;
 * shares that do not come to the whole are the planner's to see, not refused.
 */
export async function allocate(
  store: Store,
  tenant: string,
  plan: Plan,
  id: string,
  to: ShareTo,
  shares: ReadonlyMap<string, Bound>,
  by: By,
): Promise<Outcome<true | null>> {
  const changed: Plan = {
    ...plan,
    targets: plan.targets.map(target => ({
      ...target,
      measures: target.measures.map(measure => (measure.id === id ? withShares(measure, to, shares) : measure)),
    })),
  }
  const { messages } = parsePlanFile(JSON.parse(JSON.stringify(planFile(changed))))
  if (messages.length > 0) return { value: null, messages: messages satisfies readonly Message[] }
  await publishPlan(store, tenant, changed, by)
  return { value: true, messages: [] }
}
