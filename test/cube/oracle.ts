import { isAbsent } from '../../src/measure/absence.ts'
import {
  contains,
  endOf,
  half,
  month,
  quarter,
  samePeriod,
  year,
  yearsOf,
  type Period,
} from '../../src/measure/period.ts'
import {
  addRatio,
  divideRatio,
  fromDecimal,
  multiplyRatio,
  NOUGHT,
  ratio,
  type Ratio,
} from '../../src/measure/ratio.ts'
import type { Observation } from '../../src/plan/observation.ts'
import type { Indicator } from '../../src/plan/plan.ts'
import type { AreaMap } from '../../src/territory/map.ts'

/**
 * The same answers as the cube's, told the slow way: every area asks those below it, every period its parts, in exact
 * ratios and words; what was told once is remembered, and nothing else.
 */
export interface Told {
  readonly value: Ratio
  readonly covered: number
  readonly due: number
  readonly periods: number
  /** Whether it is the very figure that somebody gave. */
  readonly own: boolean
}

export function oracle(map: AreaMap, figures: readonly Observation[], indicators: readonly Indicator[]) {
  const given = new Map<string, Observation[]>()
  for (const f of figures) {
    const key = `${f.indicator} ${f.area} ${f.period.start} ${endOf(f.period)}`
    given.set(key, [...(given.get(key) ?? []), f])
  }
  const remembered = new Map<string, Told>()
  return (code: string, area: string, period: Period): Told => {
    const indicator = indicators.find(each => each.code === code)
    if (!indicator) throw new Error(code)
    return told(indicator, area, period)
  }

  function own(indicator: Indicator, area: string, period: Period): Observation | null {
    const here = given.get(`${indicator.code} ${area} ${period.start} ${endOf(period)}`) ?? []
    const latest = [...new Set(here.map(f => f.source))].flatMap(source =>
      here.filter(f => f.source === source).slice(-1),
    )
    const trust = (f: Observation) => {
      const place = indicator.sources?.indexOf(f.source) ?? -1
      return place < 0 ? 99 : place
    }
    const settled = ['official', 'revised', 'provisional', 'estimated']
    return (
      latest.sort(
        (a, b) =>
          trust(a) - trust(b) ||
          settled.indexOf(a.status) - settled.indexOf(b.status) ||
          b.log - a.log ||
          (a.source < b.source ? -1 : 1),
      )[0] ?? null
    )
  }

  function told(indicator: Indicator, area: string, period: Period): Told {
    const question = `${indicator.code} ${area} ${period.start} ${endOf(period)}`
    const answer = remembered.get(question) ?? ask(indicator, area, period)
    remembered.set(question, answer)
    return answer
  }

  function ask(indicator: Indicator, area: string, period: Period): Told {
    const children = map.children.get(area) ?? []
    const figure = children.length > 0 && indicator.overAreas === 'recount' ? null : own(indicator, area, period)
    const value = figure && !isAbsent(figure.value) ? (figure.exact ?? fromDecimal(figure.value)) : null
    const parts = partsOf(period)
    const months = BigInt(monthsIn(period))
    const ways: Told[] = []
    if (parts.length > 0) ways.push(byTime(indicator, area, parts))
    if (children.length > 0 && indicator.overAreas !== 'none')
      ways.push(
        sum(
          children.map(child => told(indicator, child, period)),
          false,
        ),
      )
    let best: Told = { value: NOUGHT, covered: 0, due: notAsked(figure) ? 0 : 1, periods: 0, own: false }
    if (ways[0]) best = ways[0]
    const other = ways[1]
    if (other && other.covered > 0 && (best.covered === 0 || other.covered / other.due > best.covered / best.due))
      best = other
    if (value === null) return best
    const due = Math.max(1, best.due)
    return {
      value: indicator.overTime === 'mean' ? multiplyRatio(value, ratio(months)) : value,
      covered: due,
      due,
      periods: Number(months),
      own: true,
    }
  }

  function byTime(indicator: Indicator, area: string, parts: readonly Period[]): Told {
    const asked = indicator.overTime === 'last' ? parts.slice(-1) : parts
    const all = sum(
      asked.map(part => told(indicator, area, part)),
      true,
    )
    return indicator.overTime === 'none' || indicator.overTime === 'chainedGrowth'
      ? { ...all, value: NOUGHT, covered: 0, periods: 0 }
      : all
  }
}

const notAsked = (figure: Observation | null): boolean =>
  figure !== null && isAbsent(figure.value) && ['notDue', 'notApplicable'].includes(figure.value.absent)

const sum = (parts: readonly Told[], overTime: boolean): Told => ({
  value: parts.map(part => part.value).reduce(addRatio, NOUGHT),
  covered: parts.reduce((n, part) => n + part.covered, 0),
  due: parts.reduce((n, part) => n + part.due, 0),
  periods: overTime ? parts.reduce((n, part) => n + part.periods, 0) : Math.max(...parts.map(part => part.periods)),
  own: false,
})

/** What an indicator comes to that others make: null where nothing is behind it, and how much of what is due. */
export interface Made {
  readonly value: Ratio | null
  readonly covered: number
  readonly due: number
}

/** The same for indicators that are made of others: ratios of sums, weighted means, formulas by hand. */
export function madeOracle(
  map: AreaMap,
  figures: readonly Observation[],
  indicators: readonly Indicator[],
  byHand: Readonly<
    Record<string, (of: (code: string, period: Period) => Ratio | null, period: Period) => Ratio | null>
  >,
) {
  const ask = oracle(map, figures, indicators)
  const asked = new Map<string, Made>()
  const askAlone = oracle(
    map,
    figures,
    indicators.map(each => ({ ...each, overAreas: 'none' })),
  )
  return amount

  function amount(code: string, area: string, period: Period): Made {
    const key = `${code} ${area} ${period.start} ${endOf(period)}`
    const known = asked.get(key) ?? made(code, area, period)
    asked.set(key, known)
    return known
  }

  function made(code: string, area: string, period: Period): Made {
    const indicator = indicators.find(each => each.code === code)
    if (!indicator) throw new Error(code)
    const own = askAlone(code, area, period)
    const hand = byHand[code]
    if (own.own) {
      // A quarter's own figure stands for its three months beside an area that owes three of them.
      const made = hand !== undefined || indicator.ratio !== undefined || indicator.weight !== undefined
      const due = made ? 1 : ask(code, area, period).due
      return { value: shown(indicator, period, own), covered: due, due }
    }
    if (hand) {
      const whole = (each: string, when: Period) => {
        const { value, covered, due } = amount(each, area, when)
        return value && covered >= due ? value : null
      }
      const value = hand(whole, period)
      return { value, covered: value ? 1 : 0, due: 1 }
    }
    if (indicator.overAreas === 'ratioOfSums' || indicator.overAreas === 'weightedMean') {
      const mine = askAlone(code, area, period)
      if (indicator.overAreas === 'weightedMean' && mine.covered > 0 && mine.covered >= mine.due)
        return { value: shown(indicator, period, mine), covered: mine.covered, due: mine.due }
      const { top, bottom, covered, due } = pair(indicator, area, period)
      return covered === 0 || bottom.num === 0n
        ? { value: null, covered: 0, due }
        : { value: divideRatio(top, bottom), covered, due }
    }
    const sum = ask(code, area, period)
    return { value: sum.covered > 0 ? shown(indicator, period, sum) : null, covered: sum.covered, due: sum.due }
  }

  function pair(
    indicator: Indicator,
    area: string,
    period: Period,
  ): { top: Ratio; bottom: Ratio; covered: number; due: number } {
    const weighted = indicator.overAreas === 'weightedMean'
    const mine = askAlone(indicator.code, area, period)
    const over = weighted
      ? { ...mine, value: mine.covered > 0 ? shown(indicator, period, mine) : null }
      : amount(indicator.ratio?.numerator ?? '', area, period)
    const under = amount(weighted ? (indicator.weight ?? '') : (indicator.ratio?.denominator ?? ''), area, period)
    if (over.value && over.covered >= over.due && under.value && under.covered >= under.due) {
      const due = Math.max(1, over.due)
      return {
        top: weighted ? multiplyRatio(over.value, under.value) : over.value,
        bottom: under.value,
        covered: due,
        due,
      }
    }
    const children = (map.children.get(area) ?? []).map(child => pair(indicator, child, period))
    return children.length === 0
      ? { top: NOUGHT, bottom: NOUGHT, covered: 0, due: over.due }
      : {
          top: children.map(each => each.top).reduce(addRatio, NOUGHT),
          bottom: children.map(each => each.bottom).reduce(addRatio, NOUGHT),
          covered: children.reduce((n, each) => n + each.covered, 0),
          due: children.reduce((n, each) => n + each.due, 0),
        }
  }
}

/** The mean is its sum by the number of months in it. */
export const shown = (indicator: Indicator, period: Period, { value, periods, own }: Told): Ratio =>
  indicator.overTime !== 'mean' || monthsIn(period) === 1
    ? value
    : divideRatio(value, ratio(BigInt(own ? monthsIn(period) : Math.max(1, periods))))

const monthsIn = (period: Period): number => {
  if (period.frequency === 'D') return 1
  const months = (date: string) => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7))
  return months(endOf(period)) - months(period.start)
}

/** What a period is made of, the longest kind that fills it: a term of years, a year of halves, … */
function partsOf(period: Period): readonly Period[] {
  let known = parts.get(period)
  if (!known) parts.set(period, (known = foundParts(period)))
  return known
}
const parts = new WeakMap<Period, readonly Period[]>()

function foundParts(period: Period): Period[] {
  if (period.frequency === 'D') return []
  const all = yearsOf(period)
  const kinds: Period[][] = [
    all.map(year),
    all.flatMap(y => [half(y, 1), half(y, 2)]),
    all.flatMap(y => [1, 2, 3, 4].map(n => quarter(y, n))),
    all.flatMap(y => Array.from({ length: 12 }, (_, m) => month(y, m + 1))),
  ]
  const [y = 0] = all
  if (monthsIn(period) === 9) return [half(y, 1), quarter(y, 3)]
  for (const kind of kinds) {
    const inside = kind.filter(part => contains(period, part) && !samePeriod(part, period))
    if (inside.length > 1 && inside.reduce((n, part) => n + monthsIn(part), 0) === monthsIn(period)) return inside
  }
  return []
}
