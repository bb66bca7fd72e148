import { addDays, type Period } from '../measure/period.ts'
import { addRatio, divideRatio, fromDecimal, NOUGHT, ratio, type Ratio } from '../measure/ratio.ts'
import type { Observation } from '../plan/observation.ts'
import type { Indicator, Plan } from '../plan/plan.ts'
import { choose, type Chosen, type Known } from './choice.ts'
import type { PartialTotal } from './partial.ts'
import { endDay, partsOf, spanKey } from './timeline.ts'

/** A value of the series: a figure of the very period, or one that the indicator's own rule makes of its parts. */
export interface Found {
  readonly period: Period
  readonly value: Ratio
  readonly how: 'own' | 'sameEnd' | 'sum' | 'mean'
  readonly from: readonly Chosen[]
}

/** One indicator's figures for one area under comparable methods, as known at a log number and ended by a day. */
export interface Series {
  readonly indicator: Indicator
  /** The method whose figures, with those linked to it, make the series. */
  readonly method: string | null
  /** A figure of exactly this period, or for stocks one of the same last day. */
  own(period: Period): Found | null
  /** `own`, or what the parts of the period make. */
  value(period: Period): Found | null
  /** Every figure, by the end of its period. */
  readonly figures: readonly Chosen[]
  /** Figures of methods that nothing links to this one. */
  readonly apart: readonly Known[]
  /** Figures of periods that have not ended on the day judged: estimates of a year that is still running. */
  readonly ahead: readonly Known[]
}

/** Figures by indicator, taken apart once; everything after looks up. */
export type FigureIndex = ReadonlyMap<
  string,
  { readonly ended: readonly Observation[]; readonly ahead: readonly Known[] }
>

export type NameOf = (area: string) => string | null

export interface Knowledge {
  readonly on: string
  readonly asOfLog?: number | undefined
  /** Take simulated figures too, and over all others: for what-if layers. */
  readonly simulated?: boolean | undefined
  /** The day whose map the targets are judged on; by default the one that the plan names. */
  readonly map?: string | undefined
  /** What areas are called, where the territory is at hand; left out: by their ids. */
  readonly nameOf?: NameOf | undefined
  /** Totals that are not whole (`partial.ts`): told beside the judgement, never judged. */
  readonly partials?: readonly PartialTotal[] | undefined
  /** In which area each of those within the plan's lies directly, on the map that is judged: for layers that add up. */
  readonly inside?: ReadonlyMap<string, string> | undefined
  /** The figures as they are on the map of another day; null where they cannot be brought over. For layers of what-if. */
  readonly onMap?: ((day: string) => OnMap | null) | undefined
}

/** Figures brought over to another map, and the totals there that are not whole. */
export interface OnMap {
  readonly observations: readonly Observation[]
  readonly partials: readonly PartialTotal[]
  readonly inside?: ReadonlyMap<string, string> | undefined
}

export function indexFigures(plan: Plan, observations: readonly Observation[], knowledge: Knowledge): FigureIndex {
  const morrow = addDays(knowledge.on, 1)
  const map = knowledge.map ?? plan.map
  const index = new Map<string, { ended: Observation[]; ahead: Known[] }>()
  for (const o of observations) {
    if (o.area !== plan.area || Object.keys(o.breakdown).length > 0) continue
    if (knowledge.asOfLog !== undefined && o.log > knowledge.asOfLog) continue
    if (o.status === 'simulated' && !knowledge.simulated) continue
    // A figure of another map of the territory is another figure: 74 of 207 communes is no value of 181.
    if (o.map !== null && map !== null && o.map !== map) continue
    let entry = index.get(o.indicator)
    if (!entry) index.set(o.indicator, (entry = { ended: [], ahead: [] }))
    if (endDay(o.period) <= morrow) entry.ended.push(o)
    else if (!('absent' in o.value)) entry.ahead.push({ ...o, value: o.value })
  }
  return index
}

/**
 * The series that answers best for a period: the method that has a figure ending with it, then the one with most
 * figures since `since`, then the first that the indicator lists. Figures of unlinked methods stay out of it.
 */
export function seriesFor(plan: Plan, indicator: Indicator, index: FigureIndex, when: Period, since: string): Series {
  const entry = index.get(indicator.code)
  const ended = entry?.ended ?? []
  const precedence = [...(indicator.sources ?? []), ...plan.sources]
  const chosen = chooseAll(ended, precedence)
  const methods = methodsOf(indicator, ended)
  const end = endDay(when)
  let best: { method: string | null; rank: readonly [number, number] } = { method: methods[0] ?? null, rank: [-1, -1] }
  if (methods.length > 1)
    for (const method of methods) {
      const own = chosen.filter(c => c.figure.method === method)
      const rank = [
        own.some(c => endDay(c.figure.period) === end) ? 1 : 0,
        own.filter(c => endDay(c.figure.period) > since).length,
      ] as const
      if (rank[0] > best.rank[0] || (rank[0] === best.rank[0] && rank[1] > best.rank[1])) best = { method, rank }
    }
  return build(indicator, best.method, methods, chosen, entry?.ahead ?? [])
}

/** What is said of one method and period together. */
export function bySpanAndMethod(ended: readonly Observation[]): readonly (readonly Observation[])[] {
  const spans = new Map<string, Observation[]>()
  for (const o of ended) {
    const key = spanKey(o.period)
    const group = spans.get(key)
    if (group) group.push(o)
    else spans.set(key, [o])
  }
  return [...spans.values()].flatMap(group => {
    const [first] = group
    if (group.every(({ method }) => method === first?.method)) return [group]
    return [...new Set(group.map(({ method }) => method))].map(method => group.filter(o => o.method === method))
  })
}

function chooseAll(ended: readonly Observation[], precedence: readonly string[]): readonly Chosen[] {
  const chosen: Chosen[] = []
  for (const group of bySpanAndMethod(ended)) {
    const one = choose(group, precedence)
    if (one) chosen.push(one)
  }
  return chosen
}

const methodsOf = (indicator: Indicator, ended: readonly Observation[]): readonly string[] => {
  const listed = indicator.methods.map(m => m.id)
  const seen = [...new Set(ended.map(o => o.method))].filter(id => !listed.includes(id)).sort()
  return [...listed, ...seen]
}

/** A link says that two methods' figures may be compared; it holds both ways and goes no further than itself. */
export const areLinked = (indicator: Indicator, a: string, b: string): boolean =>
  a === b || indicator.methods.some(m => (m.id === a && m.linked.includes(b)) || (m.id === b && m.linked.includes(a)))

function build(
  indicator: Indicator,
  method: string | null,
  methods: readonly string[],
  chosen: readonly Chosen[],
  ahead: readonly Known[],
): Series {
  const order = (c: Chosen) => (c.figure.method === method ? -1 : methods.indexOf(c.figure.method))
  const bySpan = new Map<string, Chosen>()
  const apart: Known[] = []
  for (const c of chosen) {
    if (method !== null && !areLinked(indicator, method, c.figure.method)) {
      apart.push(c.figure)
      continue
    }
    const key = spanKey(c.figure.period)
    const held = bySpan.get(key)
    if (!held || order(c) < order(held)) bySpan.set(key, c)
  }
  const figures = [...bySpan.values()].sort((a, b) => {
    const [x, y] = [endDay(a.figure.period), endDay(b.figure.period)]
    return x < y ? -1 : x > y ? 1 : a.figure.period.start < b.figure.period.start ? -1 : 1
  })
  const memory = new Map<string, Found | null>()
  const own = (period: Period): Found | null => {
    const exact = bySpan.get(spanKey(period))
    if (exact) return { period, value: fromDecimal(exact.figure.value), how: 'own', from: [exact] }
    // A term is more than its last day: what is asked of all its years is no stock.
    if (indicator.overTime !== 'last' || period.length > 1) return null
    const end = endDay(period)
    // A stock on a day is the same stock whether that day closes a month, a half or the year.
    const stock = figures.findLast(c => endDay(c.figure.period) === end && !isTerm(c.figure.period))
    return stock ? { period, value: fromDecimal(stock.figure.value), how: 'sameEnd', from: [stock] } : null
  }
  const value = (period: Period): Found | null => {
    const key = spanKey(period)
    const known = memory.get(key)
    if (known !== undefined) return known
    const found = own(period) ?? fromParts(indicator, period, bySpan)
    memory.set(key, found)
    return found
  }
  return { indicator, method, own, value, figures, apart, ahead }
}

/** A longer period from shorter ones that fill it without a gap: all years, or all halves, quarters, months. */
function fromParts(indicator: Indicator, period: Period, bySpan: ReadonlyMap<string, Chosen>): Found | null {
  const rule = indicator.overTime
  // Growth rates of a year's quarters make no rate of the year; over a term the shapes chain them themselves.
  if (rule === 'last' || rule === 'none' || rule === 'chainedGrowth') return null
  for (const parts of divisions(period)) {
    const from = parts.map(p => bySpan.get(spanKey(p)))
    if (!from.every(c => c !== undefined)) continue
    const values = from.map(c => fromDecimal(c.figure.value))
    switch (rule) {
      case 'sum':
        return { period, value: values.reduce(addRatio, NOUGHT), how: 'sum', from }
      case 'mean':
        return {
          period,
          value: divideRatio(values.reduce(addRatio, NOUGHT), ratio(BigInt(values.length))),
          how: 'mean',
          from,
        }
      default:
        return rule satisfies never
    }
  }
  return null
}

/** The ways in which shorter periods fill a longer one without a gap. */
export function divisions(period: Period): readonly (readonly Period[])[] {
  let found = DIVISIONS.get(period)
  if (!found) DIVISIONS.set(period, (found = dividedInto(period)))
  return found
}
/** The same few periods are asked of every area. */
const DIVISIONS = new WeakMap<Period, readonly (readonly Period[])[]>()

function dividedInto(period: Period): readonly (readonly Period[])[] {
  if (period.frequency === 'D') return []
  if (period.length > 1) return [partsOf(period)]
  const finer = (frequency: 'S' | 'Q' | 'M', length: number): readonly Period[] =>
    partsOf({ frequency, start: period.start, length })
  switch (period.frequency) {
    case 'A':
      return [finer('S', 2), finer('Q', 4), finer('M', 12)]
    case 'S':
      return [finer('Q', 2), finer('M', 6)]
    case 'Q':
      return [finer('M', 3)]
    case 'M':
      return []
    default:
      return period.frequency satisfies never
  }
}

/** Several years together: a figure of such a period is a sum or a mean, not what stood on its last day. */
const isTerm = ({ frequency, length }: Period): boolean => frequency === 'A' && length > 1
