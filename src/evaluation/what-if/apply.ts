import type { Decimal } from '../../measure/decimal.ts'
import { previousPeriod, endOf, periodCode, type Period } from '../../measure/period.ts'
import { addRatio, fromDecimal, multiplyRatio, ONE, ratio, showRatio, type Ratio } from '../../measure/ratio.ts'
import { isAbsent } from '../../measure/absence.ts'
import type { Message } from '../../messages/message.ts'
import { nearest } from '../../measure/nearest.ts'
import type { Assumption, Layer } from '../../plan/layer.ts'
import type { Observation } from '../../plan/observation.ts'
import type { Indicator, Measure, Plan } from '../../plan/plan.ts'
import { areasOf } from '../allocation/plan-for.ts'
import { addUp, weighingOf, type Added } from './add-up.ts'
import { footingOf, type Ground } from './ground.ts'
import { moveRatios } from './ratios.ts'
import { figureKey, simulatedAs, type Figures } from './simulated.ts'

/** What a layer makes of a plan and its figures; both stay as they are. */
export interface Applied {
  readonly plan: Plan
  /** All of status `simulated`: what is supposed, and what the areas above come to by it. */
  readonly figures: readonly Observation[]
  readonly map: string | undefined
  readonly added: readonly Added[]
  /** Assumptions that say nothing here, or nothing of the areas above, by their number from 1. */
  readonly messages: readonly Message[]
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
        for (const figure of figuresBy(ground, each, set, told)) set.set(figureKey(figure), figure)
        return
      default:
        each satisfies never
    }
  })
  const added = raised(ground, layer, set, messages)
  messages.sort((a, b) => (a.start ?? 0) - (b.start ?? 0))
  return { plan, figures: [...set.values()], map, added, messages }
}

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
    const given = shares.flatMap(s => s.area ?? []).slice(0, 5)
    if (given.length === 0) told('layer.no-shares', id, '')
    else told('layer.no-share', area, given.join(', '))
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
  set: Figures,
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
  const go = (area: string) => going(ground, indicator, area, each, periods, set)
  const { shown, knowledge } = ground
  if (each.area === null && shown !== undefined && !weighs(plan, indicator)) {
    const own = go(shown)
    // What has no figures itself may be made of those of all areas.
    if (own.length > 0 || !knowledge.inside) return own
  }
  const made = each.area === null ? ground.areas.flatMap(go) : go(each.area)
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
  set: Figures,
): readonly Observation[] {
  const { method, before, gap } = footingOf(ground, indicator, area, from)
  const assumed =
    set.size > 0 ? set.get(figureKey({ indicator: indicator.code, area, period: previousPeriod(from) })) : undefined
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

const simulated = (indicator: Indicator, area: string, period: Period, value: Decimal, method: string): Observation =>
  simulatedAs(indicator, { area, period, method }, { value })

/** Whether figures of it weigh those of others. */
const weighs = ({ indicators }: Plan, { code }: Indicator): boolean =>
  indicators.some(each => each.formula === undefined && (each.weight === code || each.ratio?.denominator === code))

/** Ratios and the areas above moved by what is supposed; where these are not, it is told why. */
function raised(
  ground: Ground,
  { assumptions }: Layer,
  set: Map<string, Observation>,
  messages: Message[],
): readonly Added[] {
  const { plan, knowledge } = ground
  const { inside } = knowledge
  if (set.size === 0) return []
  const judged = areasOf(plan)
  const added: Added[] = []
  for (const indicator of weightsFirst(plan)) {
    const { code } = indicator
    const figures = new Map([...set].filter(([, figure]) => figure.indicator === code))
    added.push(...moveRatios(ground, indicator, figures, set))
    if (figures.size === 0) continue
    const last = assumptions.findLastIndex(each => 'indicator' in each && each.indicator === code)
    const told = (rule: string, actual: string, expected: string) =>
      messages.push({ rule, severity: 'warning', start: last + 1, actual, expected })
    const named = assumptions.flatMap(each =>
      'indicator' in each && each.indicator === code && each.area !== null && each.area !== plan.area ? each.area : [],
    )
    if (inside && named.length > 0) {
      if (weighingOf(plan, indicator) === 'none') told('layer.no-rule', code, plan.area)
      else for (const area of new Set(named)) if (!inside.has(area)) told('layer.not-inside', area, plan.area)
    }
    const { added: own, unknown } = addUp(ground, indicator, figures, set)
    if (last >= 0) for (const area of unknown) if (judged.includes(area)) told('layer.not-added', code, area)
    added.push(...own)
    for (const [key, figure] of figures) set.set(key, figure)
  }
  return added
}

/** What weighs others stands before them. */
const weightsFirst = (plan: Plan): readonly Indicator[] => {
  const weighed = (each: Indicator) => {
    const weighing = weighingOf(plan, each)
    return weighing !== 'none' && weighing.by !== null
  }
  return [...plan.indicators.filter(each => !weighed(each)), ...plan.indicators.filter(weighed)]
}
