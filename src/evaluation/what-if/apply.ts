import { isAbsent } from '../../measure/absence.ts'
import type { Decimal } from '../../measure/decimal.ts'
import { previousPeriod, endOf, periodCode, type Period } from '../../measure/period.ts'
import { addRatio, fromDecimal, multiplyRatio, ONE, ratio, showRatio, type Ratio } from '../../measure/ratio.ts'
import type { Message } from '../../messages/message.ts'
import { nearest } from '../../measure/nearest.ts'
import type { Assumption, Layer } from '../../plan/layer.ts'
import type { Observation } from '../../plan/observation.ts'
import type { Indicator, Measure, Plan } from '../../plan/plan.ts'
import { indexFigures, seriesFor, type Knowledge } from '../series.ts'
import { spanKey } from '../timeline.ts'

/** The source of a figure that a layer sets. */
export const LAYER_SOURCE = 'what-if'

/** What a layer makes of a plan and its figures; both stay as they are. */
export interface Applied {
  readonly plan: Plan
  /** All of status `simulated`. */
  readonly figures: readonly Observation[]
  readonly map: string | undefined
  /** Assumptions that say nothing here, by their number from 1. */
  readonly messages: readonly Message[]
}

/** What is known and of which area, as a layer reads it. */
export interface Ground {
  readonly plan: Plan
  readonly knowledge: Knowledge
  /** The areas that "every area" means. */
  readonly areas: readonly string[]
  readonly figures: (area: string) => readonly Observation[]
  /** By indicator, kept by who asks again and again over the same figures. */
  readonly footings?: Footings
}

/** Where a figure that is assumed stands: the method of the area's newest one, and the last figure before it. */
export interface Footing {
  readonly method: string
  readonly before: Ratio | null
  /** How many periods without a figure lie between. */
  readonly gap: number
}

export type Footings = Map<string, Map<string, Footing>>

/** Further back a figure is no footing for a pace. */
const FURTHEST = 10

/** Kept in the ground's footings, where it has some. */
export function footingOf(ground: Ground, indicator: Indicator, area: string, period: Period): Footing {
  const key = `${area}\n${spanKey(period)}`
  const known = ground.footings?.get(indicator.code)
  const held = known?.get(key)
  if (held) return held
  const { plan, knowledge, figures } = ground
  const own = figures(area).filter(o => o.indicator === indicator.code)
  const newest = own.reduce<Observation | null>(
    (held, o) => (held && held.period.start >= o.period.start ? held : o),
    null,
  )
  const index = indexFigures({ ...plan, area }, own, knowledge)
  const termStart = `${String(plan.term.from).padStart(4, '0')}-01-01`
  const series = seriesFor(plan, indicator, index, previousPeriod(period), termStart)
  let [before, gap, at]: [Ratio | null, number, Period] = [null, -1, period]
  while (!before && gap < FURTHEST) {
    at = previousPeriod(at)
    gap += 1
    before = series.value(at)?.value ?? null
  }
  const footing = { method: newest?.method ?? indicator.methods[0]?.id ?? '', before, gap: before ? gap : 0 }
  if (known) known.set(key, footing)
  else ground.footings?.set(indicator.code, new Map([[key, footing]]))
  return footing
}

export function applyLayer(ground: Ground, layer: Layer): Applied {
  const messages: Message[] = []
  let { plan } = ground
  let map: string | undefined
  const set = new Map<string, Observation>()
  layer.assumptions.forEach((each, i) => {
    const told = (rule: string, actual: string, expected: string) =>
      messages.push({ rule, severity: 'warning', start: i + 1, actual, expected })
    switch (each.kind) {
      case 'map':
        map = each.day
        return
      case 'bound':
        plan = withBound(plan, each, told)
        return
      case 'value':
      case 'pace':
        for (const figure of figuresBy(ground, each, set, told)) set.set(keyOf(figure), figure)
        return
      default:
        each satisfies never
    }
  })
  return { plan, figures: [...set.values()], map, messages }
}

const keyOf = (o: Pick<Observation, 'indicator' | 'area' | 'period'>): string =>
  `${o.indicator}\n${o.area}\n${spanKey(o.period)}`

type Told = (rule: string, actual: string, expected: string) => void

function withBound(plan: Plan, { measure: id, area, bound }: Extract<Assumption, { kind: 'bound' }>, told: Told): Plan {
  const found = plan.targets.flatMap(t => t.measures).find(m => m.id === id)
  if (!found) {
    told(
      'layer.no-measure',
      id,
      nearest(
        id,
        plan.targets.flatMap(t => t.measures.map(m => m.id)),
      ),
    )
    return plan
  }
  const shares = found.allocations ?? []
  const own = area === null || area === plan.area
  if (!own && !shares.some(s => s.area === area && !s.when)) {
    told(
      'layer.no-share',
      area,
      shares
        .flatMap(s => s.area ?? [])
        .slice(0, 5)
        .join(', '),
    )
    return plan
  }
  const changed = (m: Measure): Measure =>
    own ? { ...m, bound } : { ...m, allocations: shares.map(s => (s.area === area && !s.when ? { ...s, bound } : s)) }
  return {
    ...plan,
    targets: plan.targets.map(t =>
      t.measures.includes(found) ? { ...t, measures: t.measures.map(m => (m === found ? changed(m) : m)) } : t,
    ),
  }
}

function figuresBy(
  ground: Ground,
  each: Extract<Assumption, { kind: 'value' | 'pace' }>,
  set: ReadonlyMap<string, Observation>,
  told: Told,
): readonly Observation[] {
  const { plan } = ground
  const indicator = plan.indicators.find(i => i.code === each.indicator)
  if (!indicator) {
    told(
      'layer.no-indicator',
      each.indicator,
      nearest(
        each.indicator,
        plan.indicators.map(i => i.code),
      ),
    )
    return []
  }
  if (each.kind === 'value') {
    const { method } = footingOf(ground, indicator, each.area, each.period)
    return [simulated(indicator, each.area, each.period, each.value, method)]
  }
  const periods = periodsFrom(each.from, plan)
  const areas = each.area === null ? ground.areas : [each.area]
  const made = areas.flatMap(area => going(ground, indicator, area, each, periods, set))
  if (made.length === 0)
    told('layer.no-figure', `${each.indicator}${each.area === null ? '' : ` (${each.area})`}`, periodCode(each.from))
  return made
}

/** Figures that go on at a pace, each rounded to the indicator's decimals (half away from zero), the next from the exact one. */
function going(
  ground: Ground,
  indicator: Indicator,
  area: string,
  { from, basis, by }: Extract<Assumption, { kind: 'pace' }>,
  periods: readonly Period[],
  set: ReadonlyMap<string, Observation>,
): readonly Observation[] {
  const { method, before, gap } = footingOf(ground, indicator, area, from)
  const assumed =
    set.size > 0 ? set.get(keyOf({ indicator: indicator.code, area, period: previousPeriod(from) })) : undefined
  const own = assumed && !isAbsent(assumed.value) ? fromDecimal(assumed.value) : null
  let value = own ?? before
  if (!value) return []
  const step = fromDecimal(by)
  const factor = addRatio(ONE, multiplyRatio(step, ratio(1n, 100n)))
  const next = (at: Ratio): Ratio => (basis === 'relative' ? multiplyRatio(at, factor) : addRatio(at, step))
  // Periods without a figure are passed through at the same pace.
  for (let i = own ? 0 : gap; i > 0; i -= 1) value = next(value)
  const made: Observation[] = []
  for (const period of periods) {
    value = next(value)
    made.push(simulated(indicator, area, period, showRatio(value, indicator.decimals), method))
  }
  return made
}

/** From a period to the end of the plan's term. */
function periodsFrom(from: Period, { term }: Plan): readonly Period[] {
  const last = `${String(term.to + 1).padStart(4, '0')}-01-01`
  const periods: Period[] = []
  for (let period = from; endOf(period) <= last; period = { ...period, start: endOf(period) }) periods.push(period)
  return periods
}

/** In the method of the area's newest figure, so that it joins the series that is judged. */
const simulated = (
  indicator: Indicator,
  area: string,
  period: Period,
  value: Decimal,
  method: string,
): Observation => ({
  indicator: indicator.code,
  method,
  area,
  map: null,
  period,
  breakdown: NO_BREAKDOWN,
  source: LAYER_SOURCE,
  value,
  status: 'simulated',
  note: '',
  log: 0,
})
const NO_BREAKDOWN = {}

/** Figures with those of a layer in the place of what is known of the same indicator, area and period. */
export function laidOver(known: readonly Observation[], figures: readonly Observation[]): readonly Observation[] {
  if (figures.length === 0) return known
  const keys = new Set(figures.map(keyOf))
  return [...known.filter(o => Object.keys(o.breakdown).length > 0 || !keys.has(keyOf(o))), ...figures]
}
