import { CLASSINGS, classesOf, type Classes, type Classing, type Mark } from '../../chart/map/classes.ts'
import type { MapPicture } from '../../chart/map/picture.ts'
import { periodCode, type Period } from '../../measure/period.ts'
import { compareRatio, fromDecimal, type Ratio } from '../../measure/ratio.ts'
import type { Observation } from '../../plan/observation.ts'
import type { Indicator, Measure, Plan } from '../../plan/plan.ts'
import type { AreaOnMap } from '../../territory/map.ts'
import type { Level } from '../../territory/territory.ts'
import { areasAt, pictureOf, type Ground } from './ground.ts'
import { periodsOf, valuesOn, type AreaFigures, type AreaValue } from './values.ts'

/** Levels that a map of a province can show, the finest first. */
export const SHOWN_LEVELS = ['commune', 'district', 'province'] as const satisfies readonly Level[]

/** What the address of a map asks for; what it leaves out is chosen. */
export interface MapChoice {
  readonly indicator: string | undefined
  readonly period: string | undefined
  readonly level: string | undefined
  readonly classing: string | undefined
}

/** An area with its value and its place in the order of values. */
export interface Ranked {
  readonly area: AreaOnMap
  readonly found: AreaValue
  /** From 1 by value, the highest first; null without one. */
  readonly rank: number | null
}

export interface AreaPicture {
  readonly indicator: Indicator
  readonly periods: readonly Period[]
  readonly period: Period | null
  readonly levels: readonly Level[]
  readonly level: Level
  readonly classings: readonly Classing[]
  readonly classing: Classing
  /** What the classes stand on either side of, where they do. */
  readonly mark: Mark | null
  readonly classes: Classes
  readonly rows: readonly Ranked[]
  readonly picture: MapPicture
  /** Areas of a map of outlines that have none. */
  readonly lacking: readonly AreaOnMap[]
}

/** An indicator over the areas of a map. Pure: figures are handed in. */
export function areaPicture(
  ground: Ground,
  plan: Plan,
  indicator: Indicator,
  known: AreaFigures,
  choice: MapChoice,
): AreaPicture {
  const figures = known.given
  const { map, chosen, outlines } = ground
  const { on } = chosen.asked
  const levels = SHOWN_LEVELS.filter(level => areasAt(map, level, plan.area).length > 1)
  const reporting = new Set(figures.flatMap(o => (o.indicator === indicator.code ? o.area : [])))
  const level =
    levels.find(each => each === choice.level) ??
    levels.find(each => areasAt(map, each, plan.area).some(({ id }) => reporting.has(id))) ??
    levels[0] ??
    'commune'
  const areas = areasAt(map, level, plan.area)
  const ofLevel = new Set([...chosen.territory.areas.keys()].filter(id => id !== plan.area))
  const periods = periodsOf(figures, indicator.code, ofLevel).filter(period => period.start <= on)
  const period =
    periods.find(each => periodCode(each) === choice.period) ??
    fullest(figures, indicator.code, areas, periods) ??
    periods[0] ??
    null
  const found = period
    ? valuesOn(
        { plan, territory: chosen.territory },
        indicator,
        known,
        period,
        areas.map(({ id }) => id),
        map.day,
      )
    : areas.map(({ id }): AreaValue => ({ area: id, value: null, why: { absent: 'notReported' }, from: [id] }))
  const mark = markOf(plan, indicator)
  const classings = CLASSINGS.filter(each => each !== 'bound' || mark !== null)
  const classing = classings.find(each => each === choice.classing) ?? 'quantile'
  const values = found.flatMap(({ value }) => (value ? [value] : []))
  return {
    indicator,
    periods,
    period,
    levels,
    level,
    classings,
    classing,
    mark,
    classes: classesOf(values, classing, mark),
    rows: ranked(areas, found),
    ...pictureOf(map, areas, outlines),
  }
}

/** The newest period that this very map has figures of for half of its areas; else that of most, where there is any. */
function fullest(
  figures: readonly Observation[],
  code: string,
  areas: readonly AreaOnMap[],
  periods: readonly Period[],
): Period | null {
  const own = new Set(areas.map(({ id }) => id))
  const seen = new Map<string, Set<string>>()
  for (const o of figures)
    if (o.indicator === code && own.has(o.area)) {
      const key = periodCode(o.period)
      seen.set(key, (seen.get(key) ?? new Set<string>()).add(o.area))
    }
  const countOf = (period: Period) => seen.get(periodCode(period))?.size ?? 0
  const most = Math.max(0, ...periods.map(countOf))
  return most === 0 ? null : (periods.find(each => countOf(each) >= Math.min(most, areas.length / 2)) ?? null)
}

/** The highest first; those without a value after them, in the order of the tree. */
function ranked(areas: readonly AreaOnMap[], found: readonly AreaValue[]): readonly Ranked[] {
  const all = areas.flatMap((area, i) => {
    const value = found[i]
    return value ? [{ area, found: value }] : []
  })
  const valued = all
    .filter((each): each is typeof each & { found: { value: Ratio } } => each.found.value !== null)
    .sort((a, b) => compareRatio(b.found.value, a.found.value))
  return [
    ...valued.map((each, i) => ({ ...each, rank: i + 1 })),
    ...all.filter(each => each.found.value === null).map(each => ({ ...each, rank: null })),
  ]
}

/**
 * The bound that the plan gives an indicator's level, where it can be asked of each area too: of a sum it cannot, and where
 * both ends bind there are not two sides.
 */
function markOf(plan: Plan, { code, overAreas, direction, unit }: Indicator): Mark | null {
  if (overAreas === 'sum' || overAreas === 'recount' || direction === 'none') return null
  const measure = plan.targets
    .flatMap(({ measures }) => measures)
    .find(each => each.indicators.includes(code) && isLevel(each) && each.unit === unit)
  const bound = measure?.bound
  const end = direction === 'up' ? (bound?.low ?? bound?.high) : (bound?.high ?? bound?.low)
  return end
    ? { at: fromDecimal(end), good: direction, strict: bound?.kind === 'moreThan' || bound?.kind === 'lessThan' }
    : null
}

const isLevel = ({ shape }: Measure) => shape.kind === 'level' || shape.kind === 'eachPeriod'
