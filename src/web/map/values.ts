import { carry, recast, recastRatio, recastWeightedMean } from '../../cube/recast.ts'
import { withDerived } from '../../cube/derive.ts'
import { CUBE_SOURCE } from '../../cube/figures.ts'
import { choose } from '../../evaluation/choice.ts'
import type { Question } from '../../evaluation/evaluate.ts'
import type { PartialTotal } from '../../evaluation/partial.ts'
import { isAbsent, type Absence } from '../../measure/absence.ts'
import type { Decimal } from '../../measure/decimal.ts'
import { lastDay, periodCode, samePeriod, type Period } from '../../measure/period.ts'
import { addRatio, fromDecimal, NOUGHT, type Ratio } from '../../measure/ratio.ts'
import type { Observation } from '../../plan/observation.ts'
import type { Indicator, Plan } from '../../plan/plan.ts'
import { mapOn } from '../../territory/map.ts'
import type { Territory } from '../../territory/territory.ts'
import { transition } from '../../territory/transition.ts'

/** What is known of an indicator for one area and period, and how it came about. */
export type AreaValue =
  | {
      readonly area: string
      readonly value: Ratio
      /** `own`: its own figure; `added`: of the areas below it, all of them; else from the figures of `from`, areas of another map. */
      readonly how: 'own' | 'added' | 'carried' | 'summed' | 'apportioned'
      readonly from: readonly string[]
      /** Whether every figure behind it is official. */
      readonly firm: boolean
      /** Of its own figure; '' for what was made of others. */
      readonly source: string
    }
  | {
      readonly area: string
      readonly value: null
      readonly why: Absence
      readonly from: readonly string[]
      /** What is there of it, where it is made of several and some are missing. */
      readonly part?: Part
    }

/** A total that is not whole: what so many of so many figures come to. */
export interface Part {
  readonly value: Ratio
  readonly count: number
  readonly of: number
}

/** What maps are drawn of: figures that were given, for areas of any time, and what they add up to on the map that is shown. */
export interface AreaFigures {
  readonly given: readonly Observation[]
  readonly totals: readonly Observation[]
  readonly partials: readonly PartialTotal[]
}

/** Of a plan's question put to every area: what was given, and what the cube made of it. `added`: its map is the one shown. */
export function areaFigures({ observations, partials = [] }: Question, added: boolean): AreaFigures {
  const isTotal = ({ source }: Observation) => source === CUBE_SOURCE
  return {
    given: observations.filter(each => !isTotal(each)),
    totals: added ? observations.filter(isTotal) : [],
    partials: added ? partials : [],
  }
}

/** The indicators of which another area than the plan's own has a figure. */
export const indicatorsBelow = ({ given }: AreaFigures, whole: string): ReadonlySet<string> =>
  new Set(given.flatMap(({ indicator, area }) => (area === whole ? [] : indicator)))

/** The periods that some area has a figure of, the newest first. */
export function periodsOf(
  figures: readonly Observation[],
  code: string,
  areas: ReadonlySet<string>,
): readonly Period[] {
  const found = new Map<string, Period>()
  for (const o of figures)
    if (o.indicator === code && areas.has(o.area) && !isAbsent(o.value)) found.set(periodCode(o.period), o.period)
  return [...found.values()].sort((a, b) => {
    const [x, y] = [lastDay(a), lastDay(b)]
    return x !== y ? (x < y ? 1 : -1) : b.length - a.length
  })
}

/**
 * An indicator's values for areas of the map of a day. An area's own figure comes first; what lacks one is recast from the
 * areas of the map that held at the period's end, or says why it cannot be.
 */
export function valuesOn(
  { plan, territory }: { readonly plan: Plan; readonly territory: Territory },
  indicator: Indicator,
  figures: AreaFigures,
  period: Period,
  areas: readonly string[],
  day: string,
): readonly AreaValue[] {
  const isAsked = (each: { readonly indicator: string; readonly period: Period }) =>
    each.indicator === indicator.code && samePeriod(each.period, period)
  const totals = new Map(figures.totals.filter(isAsked).map(each => [each.area, each]))
  const partials = new Map(figures.partials.filter(isAsked).map(each => [each.area, each]))
  const all = withDerived(plan.indicators, figures.given).filter(
    o => samePeriod(o.period, period) && Object.keys(o.breakdown).length === 0,
  )
  const reported = (code: string) => chosenBy(all, code, [...(indicator.sources ?? []), ...plan.sources])
  const own = reported(indicator.code)
  const from = lastDay(period)
  let change: ReturnType<typeof transition> | null = null
  return areas.map((area): AreaValue => {
    const known = own.get(area)
    if (known && !isAbsent(known.value))
      return {
        area,
        value: fromDecimal(known.value),
        how: 'own',
        from: [area],
        firm: known.firm,
        source: known.source,
      }
    if (known && isAbsent(known.value)) return { area, value: null, why: known.value, from: [area] }
    const added = addedUp(area, totals.get(area), partials.get(area))
    if (added) return added
    if (mapOn(territory, from).areas.has(area)) return { area, value: null, why: NOT_REPORTED, from: [area] }
    change ??= transition(territory, from, day)
    return recastValue(change, indicator, reported, own, area)
  })
}

/** What the areas below an area come to, where one of them has a figure: a value if all is there, else what is. */
function addedUp(area: string, total: Observation | undefined, partial: PartialTotal | undefined): AreaValue | null {
  if (total && !isAbsent(total.value)) {
    const firm = total.status === 'official' || total.status === 'revised'
    return { area, value: fromDecimal(total.value), how: 'added', from: [area], firm, source: '' }
  }
  if (!partial) return null
  const { covered, due } = partial.coverage
  const part = { value: partial.value, count: covered, of: due }
  return { area, value: null, why: NOT_REPORTED, from: [area], part }
}

const NOT_REPORTED: Absence = { absent: 'notReported' }

interface Reported {
  readonly value: Decimal | Absence
  readonly firm: boolean
  readonly source: string
}

function chosenBy(figures: readonly Observation[], code: string, sources: readonly string[]): Map<string, Reported> {
  const byArea = new Map<string, Observation[]>()
  for (const o of figures) {
    if (o.indicator !== code) continue
    const known = byArea.get(o.area)
    if (known) known.push(o)
    else byArea.set(o.area, [o])
  }
  return new Map(
    [...byArea].flatMap(([area, candidates]) => {
      const last = choose(candidates, sources)?.figure ?? candidates.at(-1)
      if (!last) return []
      const firm = last.status === 'official' || last.status === 'revised'
      return [[area, { value: last.value, firm, source: last.source }] as const]
    }),
  )
}

function recastValue(
  change: ReturnType<typeof transition>,
  indicator: Indicator,
  reported: (code: string) => Map<string, Reported>,
  own: ReadonlyMap<string, Reported>,
  area: string,
): AreaValue {
  const values = (code: string) => valuesIn(reported(code))
  const { overAreas, ratio, weight } = indicator
  if (overAreas === 'ratioOfSums' && ratio)
    return asValue(area, recastRatio(change, values(ratio.numerator), values(ratio.denominator), [area]), change)
  if (overAreas === 'weightedMean' && weight !== undefined)
    return asValue(area, recastWeightedMean(change, valuesIn(own), values(weight), [area]), change)
  const cast =
    overAreas === 'sum'
      ? recast(change, valuesIn(own)).of(area)
      : carry(change, valuesIn(own), area, overAreas === 'recount')
  if (cast.how === 'absent') {
    const part = overAreas === 'sum' ? partOf(cast.from, own) : null
    return { area, value: null, why: cast.value, from: cast.from, ...(part ? { part } : {}) }
  }
  const firm = cast.from.every(id => own.get(id)?.firm ?? false)
  return { area, value: fromDecimal(cast.value), how: cast.how, from: cast.from, firm, source: '' }
}

/** What the figures of several areas of another map come to, where some of them have one. */
function partOf(from: readonly string[], own: ReadonlyMap<string, Reported>): Part | null {
  const values = from.flatMap(id => {
    const value = own.get(id)?.value
    return value === undefined || isAbsent(value) ? [] : [fromDecimal(value)]
  })
  return values.length === 0 || from.length < 2
    ? null
    : { value: values.reduce(addRatio, NOUGHT), count: values.length, of: from.length }
}

const valuesIn = (each: ReadonlyMap<string, Reported>) => new Map([...each].map(([id, { value }]) => [id, value]))

const asValue = (
  area: string,
  found: ReturnType<typeof recastRatio>,
  { forms }: ReturnType<typeof transition>,
): AreaValue =>
  'value' in found
    ? { area, value: found.value, how: 'summed', from: forms.get(area)?.whole ?? [], firm: false, source: '' }
    : { area, value: null, why: found.absent, from: found.from }
