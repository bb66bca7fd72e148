import { recast, type Reported } from '../../src/cube/recast.ts'
import { absent, type Absence } from '../../src/measure/absence.ts'
import { contains, endOf, lastDay, samePeriod, type Period } from '../../src/measure/period.ts'
import { addRatio, divideRatio, multiplyRatio, NOUGHT } from '../../src/measure/ratio.ts'
import { computedAs, type Observation } from '../../src/plan/observation.ts'
import type { Indicator } from '../../src/plan/plan.ts'
import { mapOn, type AreaMap } from '../../src/territory/map.ts'
import type { Territory } from '../../src/territory/territory.ts'
import { transition, type Form, type Transition } from '../../src/territory/transition.ts'
import { madeOracle, oracle, shown } from './oracle.ts'
import { ALL_PERIODS } from './world.ts'

/** How often the slow way came where it had to be reached. */
export interface Reached {
  /** Means of several areas, of them those of longer periods that nobody gave, and those that a weight was lacking for. */
  means: number
  longer: number
  unweighed: number
  /** Sums of figures of a period in whose midst the areas became one. */
  cut: number
}
export const nothingReached = (): Reached => ({ means: 0, longer: 0, unweighed: 0, cut: 0 })

/**
 * The figures as they would stand had they been given on the map of a day, brought over one period at a time, nothing divided:
 * the slow way of what `recastCube` does. Every figure of one source; the last of a key stands.
 */
export function onMap(
  territory: Territory,
  day: string,
  figures: readonly Observation[],
  indicators: readonly Indicator[],
  reached = nothingReached(),
): Observation[] {
  const said = new Map<string, Map<string, Observation>>()
  for (const figure of figures) {
    const here = said.get(keyOf(figure)) ?? new Map<string, Observation>()
    here.set(figure.area, figure)
    said.set(keyOf(figure), here)
  }
  const map = mapOn(territory, day)
  const ways = new Map<string, Transition>()
  const wayFrom = (on: string): Transition => {
    const way = ways.get(on) ?? transition(territory, on, day)
    ways.set(on, way)
    return way
  }
  const weighted = weigher(map, figures, indicators)
  return indicators.flatMap(indicator => {
    const { code, overAreas } = indicator
    const given = figures.filter(f => f.indicator === code).map(f => f.period)
    const byMean = overAreas === 'weightedMean' && figures.some(f => f.indicator === indicator.weight)
    const periods = byMean ? [...ALL_PERIODS, ...given] : given
    return [...new Map(periods.map(period => [spanOf(period), period])).values()].flatMap(period =>
      [...map.areas.keys()].flatMap(area => {
        const here = said.get(keyOf({ indicator: code, period })) ?? new Map<string, Observation>()
        const own = here.get(area)
        if (own) return [own]
        const value = byMean ? meanOf(indicator, area, period, here) : sumOf(indicator, area, period, here)
        return value ? [{ ...blank, indicator: code, area, period, ...('absent' in value ? { value } : value) }] : []
      }),
    )
  })

  function sumOf({ overAreas }: Indicator, area: string, period: Period, here: ReadonlyMap<string, Observation>) {
    const reported: Reported = new Map([...here].map(([id, { value }]) => [id, value]))
    const days = daysOf(territory, period)
    for (const on of days) {
      const way = wayFrom(on)
      const form = way.forms.get(area)
      if (!form || isItself(form, area) || !saidIn(form, way, here)) continue
      if (overAreas !== 'sum') return absent(overAreas === 'recount' ? 'notAssessed' : 'notComputable')
      if (on !== days[0]) reached.cut += 1
      return { value: recast(way, reported).of(area).value }
    }
    return null
  }

  function meanOf(indicator: Indicator, area: string, period: Period, here: ReadonlyMap<string, Observation>) {
    const days = daysOf(territory, period)
    const inside = figures.some(
      f => f.indicator === indicator.code && f.area === area && isIn(indicator, f.period, period),
    )
    const forms = days.map(on => wayFrom(on).forms.get(area))
    const wholes = forms.map(form => JSON.stringify(form?.shares.length === 0 ? [...form.whole].sort() : null))
    for (const form of forms) {
      if (!form || isItself(form, area) || form.shares.length > 0) continue
      const reported = form.whole.some(id => here.has(id))
      const mean = weighted(indicator, form.whole, period)
      const isWhole = !('absent' in mean)
      if (reported || (isWhole && !inside && new Set(wholes).size === 1)) {
        if (isWhole) reached.means += 1
        if (isWhole && !reported) reached.longer += 1
        if ('because' in mean && mean.because === 'cube.weight-unknown') reached.unweighed += 1
        return mean
      }
    }
    const divided = days.some((on, n) => hasShares(forms[n]) && saidIn(forms[n], wayFrom(on), here))
    return divided ? absent('notComputable') : null
  }
}

const blank = { method: '', map: null, breakdown: {}, source: 's', status: 'official', note: '', log: 1 } as const

const spanOf = (period: Period): string => `${period.start}/${endOf(period)}`
const keyOf = ({ indicator, period }: Pick<Observation, 'indicator' | 'period'>) => `${indicator} ${spanOf(period)}`
const isItself = ({ whole, shares }: Form, area: string) =>
  whole.length === 1 && shares.length === 0 && whole[0] === area

const hasShares = (form: Form | undefined): form is Form => form !== undefined && form.shares.length > 0

const saidIn = ({ whole, shares }: Form, way: Transition, here: ReadonlyMap<string, unknown>): boolean =>
  whole.some(id => here.has(id)) ||
  shares.some(({ pool }) => saidIn(way.pools[pool]?.of ?? { whole: [], shares: [] }, way, here))

/** The last day of a period, and of it the last days before and on which areas changed, the latest first. */
function daysOf({ reorganisations }: Territory, period: Period): string[] {
  const last = lastDay(period)
  const dates = [...new Set(reorganisations.map(event => event.date))].filter(
    date => date > period.start && date <= last,
  )
  return [...new Set([last, ...dates.sort().reverse().slice(1), ...(dates.length > 0 ? [period.start] : [])])]
}

/** Whether a period is one of those that a longer one is made of: of a stock the last, and what that is made of. */
const isIn = ({ overTime }: Indicator, part: Period, whole: Period): boolean =>
  contains(whole, part) && !samePeriod(whole, part) && (overTime !== 'last' || endOf(part) === endOf(whole)) && part.frequency !== 'D' // prettier-ignore

/** The mean of some areas together, weighted by what each weighs in the period, or why there is none. */
function weigher(map: AreaMap, figures: readonly Observation[], indicators: readonly Indicator[]) {
  const apart: AreaMap = { ...map, children: new Map() }
  const figure = oracle(apart, figures, indicators)
  const weighs = madeOracle(apart, figures, indicators, {})
  return (indicator: Indicator, ids: readonly string[], period: Period): Absence | ReturnType<typeof computedAs> => {
    let [top, bottom] = [NOUGHT, NOUGHT]
    let [why, undue]: [Absence | null, boolean] = [null, true]
    for (const id of ids) {
      const had = figure(indicator.code, id, period)
      const weight = weighs(indicator.weight ?? '', id, period)
      if (had.due === 0) continue
      undue = false
      const isThere = had.covered > 0 && had.covered >= had.due
      if (isThere && weight.value && weight.covered >= weight.due) {
        top = addRatio(top, multiplyRatio(shown(indicator, period, had), weight.value))
        bottom = addRatio(bottom, weight.value)
      } else why ??= isThere ? absent('notComputable', 'cube.weight-unknown') : absent('notReported')
    }
    if (why) return why
    if (undue) return absent('notDue')
    if (bottom.num === 0n) return absent('notComputable', 'cube.nothing-below')
    return computedAs(divideRatio(top, bottom), indicator.decimals)
  }
}
