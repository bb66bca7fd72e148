import type { Name } from '../../plan/plan.ts'
import { madeOf } from '../../plan/made-of.ts'
import type { Indicator, Measure, Plan, Target } from '../../plan/plan.ts'
import type { Ratio } from '../../measure/ratio.ts'
import { addRatio, divideRatio, multiplyRatio, NOUGHT, ONE } from '../../measure/ratio.ts'
import { divideUnits, parseUnit, sameDimensions } from '../../measure/unit.ts'
import { firstYear, lastDay } from '../../measure/period.ts'
import type { Period } from '../../measure/period.ts'
import { sharesMake } from '../allocation/over-areas.ts'
import { planFor } from '../allocation/plan-for.ts'
import { benchOf, limitsFor, type Bench } from '../bench.ts'
import { groupsOfParts } from '../coherence/parts.ts'
import { promisesOf } from '../coherence/promises.ts'
import { figuresOf, type Question } from '../evaluate.ts'
import { byArea, type Grouped } from '../grouped.ts'
import { judgeMeasure } from '../judge-measure.ts'
import type { MeasureJudgement } from '../judgement.ts'
import { aim, type Limits } from '../limits.ts'
import { exactQuantity, HUNDRED } from '../quantity.ts'
import { seriesFor } from '../series.ts'
import { endPlace, startPlace } from '../timeline.ts'
import { factorBetween, pointsUnit } from '../units.ts'
import { decompose, type Decomposition, type Part } from './decompose.ts'

/** Whose gap the gap of a measure is. */
export interface GapOf {
  readonly target: string
  readonly measure: string
  readonly name: Name
  /** `areas`: those it was shared out to; `ratio`: the areas of a ratio or a weighted mean; `parts`: measures that are parts of it. */
  readonly by: 'areas' | 'ratio' | 'parts'
  readonly side: 'low' | 'high'
  readonly unit: string
  readonly decimals: number
  readonly of: Decomposition
  /** By area, for a ratio: what is divided and by what, in the figures' own units. */
  readonly terms: readonly { readonly area: string; readonly above: Ratio; readonly below: Ratio }[]
}

/** Which gaps are asked for. */
export interface GapsAsked {
  /** The id of a target; left out: every target. */
  readonly target?: string
  /** The areas right below the plan's own on the map: whose gap that of a ratio is where the plan gave no shares. */
  readonly below?: readonly string[]
}

/**
 * For measures of the plan's own area with a value: which areas make its gap to the bound (by their shares where it adds up,
 * by numerator and denominator where it is a ratio), and which parts of a composition. Exact: the parts and what is left
 * over sum to the gap. The question holds the figures of the plan's own area and of those below (`areasAskedFor`); with a
 * `target` only the figures behind that target are looked at, each once.
 *
 * Each answer: `target`, `measure`, `by` (areas | ratio | parts), `of.gap` in `unit` (above zero: missing of a floor or too much
 * of a ceiling), `of.parts` with the largest gap first (`id` an area or a measure, `bound`, `value`, `gap`, and `share` of the
 * whole gap as a quotient), `of.silent` without a figure, `of.unshared`, `of.unexplained`.
 */
export function contributions(question: Question, { target: only, below = [] }: GapsAsked = {}): readonly GapOf[] {
  const { plan } = question
  const targets = only === undefined ? plan.targets : plan.targets.filter(({ id }) => id === only)
  const known = figuresByArea(question, only === undefined ? null : codesBehind(plan, targets))
  const benches = new Map<string, Bench>()
  const benchFor = (area: string, on = question.on): Bench => {
    const key = `${area}@${on}`
    const held = benches.get(key)
    if (held) return held
    const made = benchOf({ ...planFor(plan, area), area }, known.get(area) ?? [], { ...question, on })
    benches.set(key, made)
    return made
  }
  const own = benchFor(plan.area)
  return targets.flatMap(target =>
    target.measures.flatMap((measure): GapOf[] => {
      const whole = wholeOf(own, measure)
      if (!whole) return []
      const told = { target: target.id, measure: measure.id, name: measure.name, ...whole.told }
      const found = [
        byAreas(plan, measure, whole, benchFor),
        byRatio(plan, measure, whole, benchFor, below),
        byParts(question, measure, whole, benchFor),
      ]
      return found.flatMap(each => (each ? [{ ...told, ...each }] : []))
    }),
  )
}

/** The figures of each area with what formulas make of them; only of some indicators where they are named. */
function figuresByArea(question: Question, codes: ReadonlySet<string> | null): Grouped {
  const asked = codes
    ? {
        ...question,
        plan: { ...question.plan, indicators: question.plan.indicators.filter(({ code }) => codes.has(code)) },
        observations: question.observations.filter(({ indicator }) => codes.has(indicator)),
      }
    : question
  return byArea(figuresOf(asked))
}

/** The indicators that targets look at, those of the parts of their measures, and all that any of these is made of. */
function codesBehind({ indicators, targets: all }: Plan, targets: readonly Target[]): ReadonlySet<string> {
  const measures = targets.flatMap(target => target.measures)
  const wholes = new Set(measures.flatMap(({ id, indicators: own }) => [id, ...own]))
  const parts = all.flatMap(target => target.measures).filter(({ partOf }) => partOf !== null && wholes.has(partOf))
  const byCode = new Map(indicators.map(each => [each.code, each]))
  const found = new Set<string>()
  const take = (code: string): void => {
    if (found.has(code)) return
    found.add(code)
    const indicator = byCode.get(code)
    if (indicator) madeOf(indicator).forEach(take)
  }
  for (const measure of [...measures, ...parts]) measure.indicators.forEach(take)
  return found
}

interface Whole {
  readonly judgement: MeasureJudgement
  /** The last day of the newest figure that its value rests on. */
  readonly until: string
  readonly limits: Limits
  readonly bound: Ratio
  readonly value: Ratio
  readonly told: Pick<GapOf, 'side' | 'unit' | 'decimals'>
}

/** A measure of one indicator with an exact value; a mean rate is no sum of anything. */
function wholeOf(bench: Bench, measure: Measure): Whole | null {
  const [code] = measure.indicators
  const indicator = code === undefined ? undefined : bench.indicators.get(code)
  const limits = indicator && limitsFor(measure, indicator)
  if (!limits || measure.indicators.length !== 1 || measure.shape.kind === 'milestone') return null
  const judgement = judgeMeasure(bench, measure)
  const value = judgement.value && exactQuantity(judgement.value)
  const goal = judgement.value && aim(limits, judgement.value)
  const until = untilOf(judgement)
  if (!value || !goal || until === null) return null
  return {
    judgement,
    until,
    limits,
    bound: goal.limit.at,
    value,
    told: { side: goal.side, unit: pointsUnit(measure.unit), decimals: judgement.decimals },
  }
}

const untilOf = ({ used }: MeasureJudgement): string | null =>
  used.reduce<string | null>((last, { period }) => {
    const end = lastDay(period)
    return last === null || end > last ? end : last
  }, null)

/** What a part comes to in the very time that the whole's value speaks of; null where it says nothing, or of less or more. */
function valueOfPart(measure: Measure, area: string, { judgement, until }: Whole, benchFor: BenchFor): Ratio | null {
  const found = judgeMeasure(benchFor(area, until), measure)
  const gathers = measure.shape.kind === 'cumulative' || measure.shape.kind === 'mean'
  const sameTime = untilOf(found) === until && (!gathers || timeIn(found) === timeIn(judgement))
  return sameTime && found.value ? exactQuantity(found.value) : null
}

const timeIn = ({ used }: MeasureJudgement): number =>
  used.reduce((sum, { period }) => sum + endPlace(period) - startPlace(period), 0)

type Found = Pick<GapOf, 'by' | 'of' | 'terms'>
type BenchFor = (area: string, on?: string) => Bench

/** Shapes of one value; the worst of several periods is no sum of anything. */
const ONE_VALUE: readonly Measure['shape']['kind'][] = ['level', 'cumulative', 'mean', 'addition']

function byAreas(plan: Plan, measure: Measure, whole: Whole, benchFor: BenchFor): Found | null {
  const indicator = plan.indicators.find(i => i.code === measure.indicators[0])
  const shares = (measure.allocations ?? []).filter(
    each => each.area !== null && !each.when && (each.within ?? plan.area) === plan.area,
  )
  if (!indicator || sharesMake(measure.shape, indicator) !== 'sum' || !ONE_VALUE.includes(measure.shape.kind))
    return null
  if (shares.length === 0) return null
  const parts = shares.flatMap(({ area, bound }): Part[] => {
    const limits = limitsFor({ ...measure, bound }, indicator)
    const end = limits?.[whole.told.side]
    if (area === null || !end) return []
    return [{ id: area, bound: end.at, value: valueOfPart({ ...measure, bound }, area, whole, benchFor) }]
  })
  return { by: 'areas', of: decompose(whole, parts, whole.told.side), terms: [] }
}

/** Of a ratio N/D held against t, an area owes (t·D_i − N_i)/D: what its own rate and its own weight make of the gap. */
function byRatio(
  plan: Plan,
  measure: Measure,
  whole: Whole,
  benchFor: BenchFor,
  children: readonly string[],
): Found | null {
  const indicator = plan.indicators.find(i => i.code === measure.indicators[0])
  if (!indicator || measure.shape.kind !== 'level') return null
  const { overAreas, ratio: pair, weight, code } = indicator
  const period = whole.judgement.used.at(-1)?.period
  if (!period || (overAreas === 'ratioOfSums' ? !pair : overAreas !== 'weightedMean' || !weight)) return null
  const at = (area: string, of: string | undefined, when: Period): Ratio | null => {
    const bench = benchFor(area)
    const found = bench.indicators.get(of ?? '')
    if (!found) return null
    const start = `${String(firstYear(when)).padStart(4, '0')}-01-01`
    return seriesFor(bench.plan, found, bench.index, when, start).value(when)?.value ?? null
  }
  const shared = (measure.allocations ?? []).flatMap(each =>
    each.area !== null && !each.when && (each.within ?? plan.area) === plan.area ? [each.area] : [],
  )
  const areas = shared.length > 0 ? shared : children
  const terms = areas.flatMap(area => {
    const below = at(area, pair ? pair.denominator : weight, period)
    const rate = pair ? null : at(area, code, period)
    const above = pair ? at(area, pair.numerator, period) : below && rate && multiplyRatio(below, rate)
    return above && below ? [{ area, above, below }] : []
  })
  const [above, below] = [terms.map(t => t.above), terms.map(t => t.below)].map(list => list.reduce(addRatio, NOUGHT))
  const factor = factorBetween(measure, indicator)
  if (!factor || !above || !below || below.num === 0n) return null
  const quotient = quotientIn(plan, indicator)
  if (!quotient) return null
  const scale = multiplyRatio(quotient, factor)
  const parts = areas.map((area): Part => {
    const term = terms.find(t => t.area === area)
    const share = term ? divideRatio(term.below, below) : NOUGHT
    return {
      id: area,
      bound: multiplyRatio(whole.bound, share),
      value: term ? multiplyRatio(divideRatio(term.above, below), scale) : null,
    }
  })
  return { by: 'ratio', of: decompose(whole, parts, whole.told.side), terms }
}

/** What turns numerator by denominator, each in its own unit, into the indicator's unit; null where units do not fit. */
function quotientIn(plan: Plan, { ratio: pair, unit }: Indicator): Ratio | null {
  if (!pair) return ONE
  const unitOf = (code: string) => parseUnit(plan.indicators.find(i => i.code === code)?.unit ?? '')
  const [over, under, own] = [unitOf(pair.numerator), unitOf(pair.denominator), parseUnit(unit)]
  if (!over || !under || !own) return null
  if (!sameDimensions(over, under)) return divideRatio(divideUnits(over, under).size, own.size)
  const [percent, times] = [parseUnit('%'), divideRatio(over.size, under.size)]
  return percent && multiplyRatio(multiplyRatio(times, HUNDRED), divideRatio(percent.size, own.size))
}

/** Measures that are parts of this one and add up to it: in its unit, for its time. */
function byParts({ plan }: Question, measure: Measure, whole: Whole, benchFor: BenchFor): Found | null {
  const group = groupsOfParts(promisesOf(plan, [])).find(g => g.whole?.measure.id === measure.id)
  if (!group) return null
  const parts = group.parts.flatMap(({ measure: part, indicator }): Part[] => {
    const end = limitsFor(part, indicator)?.[whole.told.side]
    if (!end || part.unit !== measure.unit) return []
    return [{ id: part.id, bound: end.at, value: valueOfPart(part, plan.area, whole, benchFor) }]
  })
  return parts.length === group.parts.length
    ? { by: 'parts', of: decompose(whole, parts, whole.told.side), terms: [] }
    : null
}
