import { approximate, dec, type Decimal } from '../../measure/decimal.ts'
import { lastYear, samePeriod, year, yearsOf, type Period } from '../../measure/period.ts'
import type { Assumption, Layer } from '../../plan/layer.ts'
import type { Indicator, Plan } from '../../plan/plan.ts'
import { planFor } from '../allocation/plan-for.ts'
import { indexFigures, seriesFor } from '../series.ts'
import { endedBy } from '../timeline.ts'
import type { Question } from '../evaluate.ts'

/** What can be moved: one indicator's figure for the periods that are still open, or its pace in every area. */
export interface Lever {
  readonly indicator: Indicator
  /** The measures that look at it, in the plan's order. */
  readonly measures: readonly string[]
  /** `end`: the figure of the last period. `each`: one figure for every open period. `pace`: so much a year, everywhere. */
  readonly kind: 'end' | 'each' | 'pace'
  readonly periods: readonly Period[]
  /** Where a slider begins and ends, its step, and where it stands before it is moved: near numbers, for the hand alone. */
  readonly low: number
  readonly high: number
  readonly step: number
  readonly start: number
  /** Digits that what is set keeps. */
  readonly decimals: number
  /** Of a pace: percent, or in the indicator's unit where that is a percentage itself. */
  readonly basis: 'relative' | 'absolute'
}

/** Every area, where a pace is moved. */
export const EVERYWHERE = '*'

/** A slider has at most so many places; what is typed may be finer. */
const MOST_STEPS = 400
const PACE = { low: -20, high: 30, step: 0.5, decimals: 1 } as const
const POINTS = { low: -5, high: 5, step: 0.1, decimals: 1 } as const

/** What can be moved in an area of a plan. Indicators that a formula computes are moved by what they are computed from. */
export function leversOf(question: Question, area: string): readonly Lever[] {
  const { plan } = question
  const own = area === EVERYWHERE ? plan : planFor(plan, area)
  const index = indexFigures(own, question.observations, question)
  const measures = own.targets.filter(({ scope }) => scope === 'main').flatMap(target => target.measures)
  return plan.indicators.flatMap((indicator): Lever[] => {
    const looking = measures.filter(each => each.indicators.includes(indicator.code))
    const [first] = looking
    if (!first || indicator.formula !== undefined) return []
    const told = { indicator, measures: looking.map(({ id }) => id) }
    if (area === EVERYWHERE) {
      const basis = indicator.unit.startsWith('%') ? 'absolute' : 'relative'
      const range = basis === 'absolute' ? POINTS : PACE
      const from = firstOpen(question, plan)
      return [{ ...told, kind: 'pace', periods: [from], ...range, start: 0, basis }]
    }
    const last = Math.max(...looking.map(({ shape }) => lastYear(shape.when)))
    const termStart = `${String(plan.term.from).padStart(4, '0')}-01-01`
    const series = seriesFor(own, indicator, index, year(last), termStart)
    const ended = endedBy(question.on)
    const open = yearsOf(first.shape.when)
      .map(year)
      .filter(period => !(ended(period) && series.value(period)))
    const kind = indicator.overTime === 'last' ? 'end' : 'each'
    const latest = series.figures.at(-1)
    const ends = looking.flatMap(({ bound, unit }) =>
      unit === indicator.unit ? [bound?.low, bound?.high].flatMap(end => (end ? [approximate(end)] : [])) : [],
    )
    const known = series.figures.map(({ figure }) => approximate(figure.value))
    return [
      {
        ...told,
        kind,
        periods: kind === 'end' || open.length === 0 ? [year(last)] : open,
        ...rangeOf([...known, ...ends], indicator),
        start: latest ? approximate(latest.figure.value) : (ends[0] ?? 0),
        decimals: indicator.decimals,
        basis: 'absolute',
      },
    ]
  })
}

/** The year after the last that has ended, within the term. */
function firstOpen({ on }: Question, { term }: Plan): Period {
  const ended = endedBy(on)
  for (let y = term.from; y < term.to; y += 1) if (!ended(year(y))) return year(y)
  return year(term.to)
}

/** All that is known and promised, with as much room again on either side; never below zero where figures cannot be. */
function rangeOf(values: readonly number[], { decimals, nonNegative, unit }: Indicator) {
  const [least, most] = values.length > 0 ? [Math.min(...values), Math.max(...values)] : [0, 1]
  const room = (most - least || Math.abs(most) || 1) * 0.6
  const floor = (nonNegative ?? least >= 0) ? 0 : -Infinity
  const roof = unit === '%' && most <= 100 && least >= 0 ? Math.max(most, 100) : Infinity
  const smallest = 10 ** -decimals
  const [low, high] = [Math.max(floor, least - room), Math.min(roof, most + room)]
  const step = Math.max(smallest, 10 ** Math.floor(Math.log10((high - low) / MOST_STEPS || smallest)))
  return { low: Math.floor(low / step) * step, high: Math.ceil(high / step) * step, step }
}

/** What a layer sets a lever to; null where it does not. */
export function setTo(layer: Layer, { indicator, kind, periods }: Lever, area: string): Decimal | null {
  const found = layer.assumptions.findLast(each =>
    kind === 'pace'
      ? each.kind === 'pace' && each.indicator === indicator.code && each.area === null
      : each.kind === 'value' &&
        each.indicator === indicator.code &&
        each.area === area &&
        periods.some(period => samePeriod(period, each.period)),
  )
  return found?.kind === 'pace' ? found.by : found?.kind === 'value' ? found.value : null
}

/** A layer with a lever moved; null takes the hand off it. */
export function moved(layer: Layer, lever: Lever, area: string, value: Decimal | null): Layer {
  const { indicator, kind, periods, basis } = lever
  const others = layer.assumptions.filter(each =>
    kind === 'pace'
      ? !(each.kind === 'pace' && each.indicator === indicator.code && each.area === null)
      : !(
          each.kind === 'value' &&
          each.indicator === indicator.code &&
          each.area === area &&
          periods.some(period => samePeriod(period, each.period))
        ),
  )
  if (value === null) return { ...layer, assumptions: others }
  const own: readonly Assumption[] =
    kind === 'pace'
      ? periods
          .slice(0, 1)
          .map(from => ({ kind: 'pace', indicator: indicator.code, area: null, from, basis, by: value }))
      : periods.map(period => ({ kind: 'value', indicator: indicator.code, area, period, value }))
  return { ...layer, assumptions: [...others, ...own] }
}

/** A place of a slider as the decimal that it sets. */
export const settingOf = (value: number, { decimals }: Pick<Lever, 'decimals'>): Decimal => dec(value.toFixed(decimals))
