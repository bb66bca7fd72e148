import { placeOf, sharesByPlace } from '../../evaluation/allocation/places.ts'
import { isAbsent } from '../../measure/absence.ts'
import { sum, type Decimal } from '../../measure/decimal.ts'
import { firstYear, lastYear } from '../../measure/period.ts'
import type { Measure, Plan } from '../../plan/plan.ts'
import { observations } from '../../store/figures.ts'
import type { Store } from '../../store/open.ts'
import { currentTerritory } from '../../store/territory.ts'
import { mapOn, type AreaMap } from '../../territory/map.ts'
import type { Sharers } from './shares.ts'

/**
 * Who a measure can be shared out to: the areas directly inside the plan's on a day's map, and the years of its time, areas
 * and years that have a share already among them. With the last figures that are known of the measure's indicator: of each
 * area, and of an area (the plan's own where `of` is empty) in each year.
 */
export async function sharersOf(
  store: Store,
  tenant: string,
  plan: Plan,
  measure: Measure,
  day: string,
  of = '',
): Promise<Sharers> {
  const [code] = measure.indicators
  const territory = await currentTerritory(store, tenant)
  const map = mapOn(territory, day)
  const shared = [...sharesByPlace(plan, measure).keys()].map(placeOf)
  const inside = [...(map.children.get(plan.area) ?? []), ...shared.map(each => each.area)]
  const ids = [...new Set(inside)].filter(id => id !== '')
  const adds = plan.indicators.find(each => each.code === code)?.overAreas === 'sum'
  const figures = await lastOfAreas(store, tenant, code, ids, adds ? map : null, of === '' ? plan.area : of)
  const { when, kind } = measure.shape
  const [from, until] = [kind === 'level' ? plan.term.from : firstYear(when), lastYear(when)]
  const within = Array.from({ length: Math.max(0, until - from + 1) }, (_, i) => String(from + i))
  const years = [...new Set([...within, ...shared.map(each => each.year)])].filter(year => year !== '').sort()
  return {
    areas: ids.map(id => {
      const area = map.areas.get(id)
      const named = area ?? territory.areas.get(id)?.facts.at(-1)
      return { key: id, name: named ? `${named.type} ${named.name}` : id, last: figures.last.get(id) ?? null }
    }),
    years: years.map(key => ({ key, name: key, last: figures.years.get(Number(key)) ?? null })),
  }
}

/**
 * The newest yearly figure of each area; where figures add, an area without one of its own has the sum of the areas inside
 * (a map is given), of the newest year in which all of them have one. And the figures of one area by year.
 */
export async function lastOfAreas(
  store: Store,
  tenant: string,
  code: string | undefined,
  ids: readonly string[],
  map: AreaMap | null,
  one: string | null = null,
): Promise<{ readonly last: ReadonlyMap<string, Decimal>; readonly years: ReadonlyMap<number, Decimal> }> {
  const leaves = new Map(ids.map(id => [id, map ? leavesOf(map, id) : []]))
  const asked = [...new Set([...ids, ...[...leaves.values()].flat(), ...(one === null ? [] : [one])])]
  const figures = await yearlyFigures(store, tenant, code, asked)
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
  return { last: found, years: figures.get(one ?? '') ?? new Map<number, Decimal>() }
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
