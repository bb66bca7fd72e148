import {
  carry,
  recast,
  recastWeightedMean,
  type Recast,
  type Recaster,
  type Reported,
  type SplitBy,
} from '../../cube/recast.ts'
import { choose } from '../../evaluation/choice.ts'
import { absent, isAbsent } from '../../measure/absence.ts'
import { decimalText } from '../../measure/decimal.ts'
import { samePeriod, year, type Period } from '../../measure/period.ts'
import { fromDecimal, showRatio } from '../../measure/ratio.ts'
import { parseUnit } from '../../measure/unit.ts'
import { compute, computedIn } from '../../plan/formula/compute.ts'
import { parseFormula } from '../../plan/formula/parse.ts'
import type { Observation } from '../../plan/observation.ts'
import type { Indicator } from '../../plan/plan.ts'
import { observations } from '../../store/figures.ts'
import type { Store } from '../../store/open.ts'
import { currentTerritory } from '../../store/territory.ts'
import { mapOn, within, type AreaMap } from '../../territory/map.ts'
import type { Territory } from '../../territory/territory.ts'
import { transition, type Transition } from '../../territory/transition.ts'
import { setupOf } from '../setup.ts'

export interface RecastAsked {
  readonly indicator: string
  readonly period: Period
  /** Days whose maps the figures are on, and are wanted on. */
  readonly from: string
  readonly to: string
  /** How an area that was split is divided; null: not at all. */
  readonly by: SplitBy
  /** A territory that is not kept yet; the one that stands where it is left out. */
  readonly territory?: Territory
}

/** A figure of one area on the map that is asked for, and the areas that it comes from. */
export type RecastRow = Recast & { readonly id: string; readonly name: string }

export interface RecastTable {
  readonly rows: readonly RecastRow[]
  readonly total: Recast
  /** What the areas of the map that the figures are on had reported. */
  readonly reported: Reported
}

/**
 * An indicator's figures of communes on the map of another day, with their total: added, divided anew from numerator and
 * denominator, or weighted, as the indicator adds over areas. What no sum makes is kept where nothing changed and is otherwise
 * not computable. An indicator that no plan has is taken for one that does not add.
 */
export async function recastFigures(store: Store, tenant: string, asked: RecastAsked): Promise<RecastTable> {
  const territory = asked.territory ?? (await currentTerritory(store, tenant))
  const [oldMap, newMap] = [mapOn(territory, asked.from), mapOn(territory, asked.to)]
  const change = transition(territory, asked.from, asked.to)
  const { indicators } = await setupOf(store, tenant)
  const read = new Map<string, Promise<Reported>>()
  const reported = (code: string): Promise<Reported> => {
    let known = read.get(code)
    if (!known) read.set(code, (known = reportedOn(store, tenant, code, indicators.get(code), asked.period, oldMap)))
    return known
  }
  const over = await recasterOf(change, asked, indicators, reported)
  const rows = [...newMap.areas.values()]
    .filter(area => area.parent === null)
    .flatMap(top => within(newMap, top.id, 'commune'))
    .map(id => ({ id, name: newMap.areas.get(id)?.name ?? id, ...over([id]) }))
  return { rows, total: over(rows.map(row => row.id)), reported: await reported(asked.indicator) }
}

/** What a figure of areas taken together is on the other map. */
type Together = (areas: readonly string[]) => Recast

async function recasterOf(
  change: Transition,
  { indicator: code, by }: RecastAsked,
  indicators: ReadonlyMap<string, Indicator>,
  reported: (code: string) => Promise<Reported>,
): Promise<Together> {
  const indicator = indicators.get(code)
  const kind = indicator?.overAreas ?? 'none'
  const decimals = indicator?.decimals ?? 0
  const own = await reported(code)
  switch (kind) {
    case 'sum': {
      const cast = recast(change, own, by)
      return areas => (areas.length === 1 ? cast.of(areas[0] ?? '') : cast.total(areas))
    }
    case 'ratioOfSums': {
      const divided = await ratioOver(change, indicator, by, indicators, reported)
      return divided ? keepingOwn(change, own, divided) : carried(change, own, false)
    }
    case 'weightedMean': {
      if (indicator?.weight === undefined) return carried(change, own, false)
      const weights = await reported(indicator.weight)
      return keepingOwn(change, own, areas => {
        const mean = recastWeightedMean(change, own, weights, areas)
        if ('absent' in mean) return { how: 'absent', value: mean.absent, from: mean.from }
        return { how: 'summed', value: showRatio(mean.value, decimals), from: sourcesOf(change, areas) }
      })
    }
    case 'recount':
    case 'none':
      return carried(change, own, kind === 'recount')
    default:
      return kind satisfies never
  }
}
/** Numerator and denominator are recast each by itself, then divided in their units. Null where the indicator names none. */
async function ratioOver(
  change: Transition,
  indicator: Indicator | undefined,
  by: SplitBy,
  indicators: ReadonlyMap<string, Indicator>,
  reported: (code: string) => Promise<Reported>,
): Promise<Together | null> {
  const [unit, ratio] = [parseUnit(indicator?.unit ?? ''), indicator?.ratio]
  if (!indicator || !ratio || !unit) return null
  const { numerator, denominator } = ratio
  const text = indicator.unit.startsWith('%')
    ? `share([${numerator}]; [${denominator}])`
    : `[${numerator}] / [${denominator}]`
  const formula = parseFormula(text).value
  if (!formula) return null
  const casts = new Map<string, Recaster>()
  for (const code of [numerator, denominator]) casts.set(code, recast(change, await reported(code), by))
  return areas => {
    const sides = new Map([...casts].map(([code, cast]) => [code, cast.total(areas)]))
    for (const side of sides.values()) if (side.how === 'absent') return side
    const exact = computedIn(
      compute(formula, NO_PERIOD, {
        unit: code => parseUnit(indicators.get(code)?.unit ?? ''),
        value: code => {
          const side = sides.get(code)?.value
          return side === undefined ? absent('notReported') : isAbsent(side) ? side : fromDecimal(side)
        },
      }),
      unit,
    )
    const from = [...new Set([...sides.values()].flatMap(side => side.from))]
    if (isAbsent(exact)) return { how: 'absent', value: exact, from }
    const value = showRatio(exact, indicator.decimals)
    const split = by !== null && [...sides.values()].some(side => side.how === 'apportioned')
    return split ? { how: 'apportioned', value, from, by } : { how: 'summed', value, from }
  }
}

/** Neither side of a ratio asks for another period. */
const NO_PERIOD = year(1)

/** An area that did not change keeps what it reported; only where it did not, or areas are taken together, is it computed. */
const keepingOwn =
  (change: Transition, own: Reported, computed: Together): Together =>
  areas => {
    const kept = areas.length === 1 ? carry(change, own, areas[0] ?? '', false) : null
    return kept?.how === 'carried' ? kept : computed(areas)
  }

const carried =
  (change: Transition, own: Reported, recount: boolean): Together =>
  areas => {
    const [only] = areas
    if (areas.length === 1 && only !== undefined) return carry(change, own, only, recount)
    const value = recount ? absent('notAssessed', 'cube.assess-anew') : absent('notComputable', 'cube.not-additive')
    return { how: 'absent', value, from: [] }
  }

/** The areas of the old map that lie in areas of the new one. */
const sourcesOf = (change: Transition, areas: readonly string[]): string[] => [
  ...new Set(areas.flatMap(id => change.forms.get(id)?.whole ?? [])),
]

/** What the areas of a map reported of an indicator's total: of each its most trusted source's. */
async function reportedOn(
  store: Store,
  tenant: string,
  code: string,
  indicator: Indicator | undefined,
  period: Period,
  map: AreaMap,
): Promise<Reported> {
  const figures = await observations(store, tenant, { indicators: [code], areas: [...map.areas.keys()] })
  const byArea = new Map<string, Observation[]>()
  for (const each of figures)
    if (samePeriod(each.period, period) && Object.keys(each.breakdown).length === 0)
      byArea.set(each.area, [...(byArea.get(each.area) ?? []), each])
  return new Map(
    [...byArea].map(([area, candidates]) => [
      area,
      choose(candidates, indicator?.sources ?? [])?.figure.value ?? candidates[0]?.value ?? absent('notReported'),
    ]),
  )
}

/** As the wire and the command line have it. */
export const recastJson = ({ value, ...rest }: Recast) => ({
  ...rest,
  valueText: isAbsent(value) ? null : decimalText(value),
  absent: isAbsent(value) ? value.absent : null,
  because: isAbsent(value) ? (value.because ?? null) : null,
})
