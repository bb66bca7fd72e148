import type { SplitBy } from '../../cube/recast.ts'
import { isAbsent } from '../../measure/absence.ts'
import { addDays, parsePeriod, periodCode, type Period } from '../../measure/period.ts'
import type { Indicator } from '../../plan/plan.ts'
import { observations } from '../../store/figures.ts'
import type { Store } from '../../store/open.ts'
import { mapOn, type AreaMap } from '../../territory/map.ts'
import type { Territory } from '../../territory/territory.ts'
import { recastFigures, type RecastTable } from '../figures/recast-figures.ts'
import { setupOf } from '../setup.ts'

/** What is asked of a preview; what is left empty is chosen: the newest figures that the areas have. */
export interface PreviewAsked {
  readonly indicator: string
  readonly period: string
  readonly by: SplitBy
}

/** A series on the map before a change and on the map after it. */
export interface SeriesPreview {
  readonly before: AreaMap
  readonly after: AreaMap
  /** Areas that are on one of the two maps only. */
  readonly ended: readonly string[]
  readonly begun: readonly string[]
  /** The indicators that the areas have figures of, and the periods of the chosen one, the newest first. */
  readonly indicators: readonly Indicator[]
  readonly periods: readonly string[]
  readonly chosen: { readonly indicator: Indicator; readonly period: string; readonly by: SplitBy } | null
  /** Null where the areas have no figures. */
  readonly table: RecastTable | null
  /** How the figures of the new map came about, counted in areas. */
  readonly counts: Readonly<
    Record<'carried' | 'summed' | 'apportioned' | 'notAssessed' | 'notComputable' | 'notReported', number>
  >
}

/** What a change of the territory on a day does to a series, before anything is saved. */
export async function previewSeries(
  store: Store,
  tenant: string,
  territory: Territory,
  date: string,
  asked: PreviewAsked,
): Promise<SeriesPreview> {
  const [from, to] = [addDays(date, -1), date]
  const [before, after] = [mapOn(territory, from), mapOn(territory, to)]
  const ended = [...before.areas.keys()].filter(id => !after.areas.has(id))
  const begun = [...after.areas.keys()].filter(id => !before.areas.has(id))
  const { indicators: known } = await setupOf(store, tenant)
  const figures = await observations(store, tenant, { areas: ended })
  const periodsOf = new Map<string, Map<string, Period>>()
  for (const { indicator, period, value, breakdown } of figures)
    if (!isAbsent(value) && Object.keys(breakdown).length === 0) {
      let periods = periodsOf.get(indicator)
      if (!periods) periodsOf.set(indicator, (periods = new Map<string, Period>()))
      periods.set(periodCode(period), period)
    }
  const indicators = [...known.values()].filter(each => periodsOf.has(each.code))
  const indicator = indicators.find(each => each.code === asked.indicator) ?? indicators[0]
  const periods = [...(periodsOf.get(indicator?.code ?? '')?.values() ?? [])]
    .sort((a, b) => (a.start > b.start ? -1 : 1))
    .map(periodCode)
  const period = periods.find(each => each === asked.period) ?? periods[0]
  const parsed = period === undefined ? null : parsePeriod(period)
  const table =
    indicator && parsed
      ? await recastFigures(store, tenant, {
          indicator: indicator.code,
          period: parsed,
          from,
          to,
          by: asked.by,
          territory,
        })
      : null
  return {
    before,
    after,
    ended,
    begun,
    indicators,
    periods,
    chosen: indicator && period !== undefined ? { indicator, period, by: asked.by } : null,
    table,
    counts: countsOf(table),
  }
}

function countsOf(table: RecastTable | null): SeriesPreview['counts'] {
  const counts = { carried: 0, summed: 0, apportioned: 0, notAssessed: 0, notComputable: 0, notReported: 0 }
  for (const row of table?.rows ?? []) {
    if (row.how !== 'absent') counts[row.how] += 1
    else if (row.value.absent === 'notAssessed' || row.value.absent === 'notComputable') counts[row.value.absent] += 1
    else counts.notReported += 1
  }
  return counts
}

/** The days on which something changes, the first day of all included, in order. */
export function changingDays(territory: Territory): readonly string[] {
  const days = new Set<string>(territory.reorganisations.map(event => event.date))
  for (const area of territory.areas.values()) for (const fact of area.facts) days.add(fact.from)
  return [...days].sort()
}

/** The last day on which a territory differs from another; null where they are one. */
export function lastDifference(before: Territory, after: Territory): string | null {
  const text = (territory: Territory, day: string) =>
    JSON.stringify(
      [...mapOn(territory, day).areas.values()].map(({ id, name, code, parent }) => [id, name, code, parent]).sort(),
    )
  return (
    [...new Set([...changingDays(before), ...changingDays(after)])]
      .sort()
      .findLast(day => text(before, day) !== text(after, day)) ?? null
  )
}
