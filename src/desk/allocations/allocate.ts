import { isAbsent } from '../../measure/absence.ts'
import type { Bound } from '../../measure/bound.ts'
import { sum, type Decimal } from '../../measure/decimal.ts'
import { firstYear, lastYear } from '../../measure/period.ts'
import type { Message, Outcome } from '../../messages/message.ts'
import { parsePlanFile, planFile } from '../../plan/plan-file.ts'
import type { Measure, Plan, Target } from '../../plan/plan.ts'
import { observations } from '../../store/figures.ts'
import type { By } from '../../store/log.ts'
import type { Store } from '../../store/open.ts'
import { publishPlan } from '../../store/plans.ts'
import { currentTerritory } from '../../store/territory.ts'
import { mapOn, type AreaMap } from '../../territory/map.ts'
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
    const last = (await yearlyFigures(store, tenant, code, [plan.area])).get(plan.area)
    const [from, until] =
      measure.shape.kind === 'level'
        ? [plan.term.from, lastYear(measure.shape.when)]
        : [firstYear(measure.shape.when), lastYear(measure.shape.when)]
    return Array.from({ length: Math.max(0, until - from + 1) }, (_, i) => {
      const key = String(from + i)
      return { key, name: key, last: last?.get(from + i) ?? null }
    })
  }
  const territory = await currentTerritory(store, tenant)
  const map = mapOn(territory, day)
  const shared = (measure.allocations ?? []).flatMap(each =>
    each.area !== null && each.when === null && each.within === null ? [each.area] : [],
  )
  const ids = [...new Set([...(map.children.get(plan.area) ?? []), ...shared])]
  const adds = plan.indicators.find(each => each.code === code)?.overAreas === 'sum'
  const last = await lastOfAreas(store, tenant, code, ids, adds ? map : null)
  return ids.map(id => {
    const area = map.areas.get(id)
    const named = area ?? territory.areas.get(id)?.facts.at(-1)
    return { key: id, name: named ? `${named.type} ${named.name}` : id, last: last.get(id) ?? null }
  })
}

/**
 * The newest yearly figure of each area; where figures add, an area without one of its own has the sum of the areas inside
 * (a map is given), of the newest year in which all of them have one.
 */
export async function lastOfAreas(
  store: Store,
  tenant: string,
  code: string | undefined,
  ids: readonly string[],
  map: AreaMap | null,
): Promise<ReadonlyMap<string, Decimal>> {
  const leaves = new Map(ids.map(id => [id, map ? leavesOf(map, id) : []]))
  const figures = await yearlyFigures(store, tenant, code, [...new Set([...ids, ...[...leaves.values()].flat()])])
  const found = new Map<string, Decimal>()
  for (const [id, inside] of leaves) {
    const own = newest(figures.get(id) ?? new Map<number, Decimal>())
    const parts = inside.map(leaf => figures.get(leaf) ?? new Map<number, Decimal>())
    const [first] = parts
    const whole = [...(first?.keys() ?? [])]
      .filter(year => parts.every(part => part.has(year)))
      .sort((a, b) => b - a)[0]
    const value = own ?? (whole === undefined ? null : sum(parts.flatMap(part => part.get(whole) ?? [])))
    if (value) found.set(id, value)
  }
  return found
}

const newest = (years: ReadonlyMap<number, Decimal>): Decimal | null =>
  years.size === 0 ? null : (years.get(Math.max(...years.keys())) ?? null)

/** The innermost areas inside an area. */
function leavesOf(map: AreaMap, id: string): readonly string[] {
  const children = map.children.get(id) ?? []
  return children.length === 0
    ? []
    : children.flatMap(child => (map.children.has(child) ? leavesOf(map, child) : [child]))
}

/** The totals of single years, by area and year. */
async function yearlyFigures(
  store: Store,
  tenant: string,
  code: string | undefined,
  areas: readonly string[],
): Promise<ReadonlyMap<string, ReadonlyMap<number, Decimal>>> {
  const found = new Map<string, Map<number, Decimal>>()
  if (code === undefined) return found
  for (const { area, period, value, breakdown } of await observations(store, tenant, { indicators: [code], areas })) {
    if (isAbsent(value) || Object.keys(breakdown).length > 0 || period.frequency !== 'A' || period.length !== 1)
      continue
    let years = found.get(area)
    if (!years) found.set(area, (years = new Map<number, Decimal>()))
    years.set(lastYear(period), value)
  }
  return found
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
