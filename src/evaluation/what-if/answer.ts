import type { Message } from '../../messages/message.ts'
import { addDays, lastDay } from '../../measure/period.ts'
import type { Layer } from '../../plan/layer.ts'
import type { Observation } from '../../plan/observation.ts'
import { madeOf } from '../../plan/made-of.ts'
import type { Indicator, Measure, Plan } from '../../plan/plan.ts'
import { planFor } from '../allocation/plan-for.ts'
import { benchOf } from '../bench.ts'
import { figuresOf, type Question } from '../evaluate.ts'
import { judgeMeasure } from '../judge-measure.ts'
import type { MeasureJudgement } from '../judgement.ts'
import { endDay } from '../timeline.ts'
import { suppose, type Supposed } from './what-if.ts'

/** How the measures that a layer touches would stand. */
export interface Answer {
  /** The ISO day judged: the question's, or the end of the last period that the layer speaks of. */
  readonly on: string
  readonly measures: ReadonlyMap<string, MeasureJudgement>
  /** What the layer makes of areas above those that it speaks of. */
  readonly added: Supposed['added']
  /** Assumptions that say nothing here, or nothing of the areas above. */
  readonly messages: readonly Message[]
}

/** What was known on the day: figures of periods that had not ended are no ground for a supposition. */
export function groundOf(question: Question): Question {
  const { on, observations, onMap } = question
  const morrow = addDays(on, 1)
  const known = (figures: readonly Observation[]) => figures.filter(each => endDay(each.period) <= morrow)
  const ground = { ...question, observations: known(observations) }
  if (!onMap) return ground
  const brought = (day: string) => {
    const found = onMap(day)
    return found && { ...found, observations: known(found.observations) }
  }
  return { ...ground, onMap: brought }
}

/**
 * The measures that a layer touches, judged as if its figures had come: on the day when the last of them is there. What it
 * does not touch stands as it is, so it is left out. Give it what `groundOf` made. `area`: the plan's own, or one with a share.
 * `supposing`: what the layer makes of the question, where several areas are asked about.
 */
export function answer(
  question: Question,
  layer: Layer,
  area: string = question.plan.area,
  supposing: Supposed = suppose(question, layer),
): Answer {
  const { question: supposed, added, messages } = supposing
  const on = dayOf(question, layer)
  const plan = planFor(supposed.plan, area)
  const judged = { ...supposed, plan, on, observations: supposed.observations.filter(each => each.area === area) }
  const bench = benchOf(plan, figuresOf(judged), judged)
  const measures = touchedMeasures(layer, plan)
  return { on, added, messages, measures: new Map(measures.map(measure => [measure.id, judgeMeasure(bench, measure)])) }
}

/** The ISO day on which the last figure of a layer is there; the question's own where that is later. */
export const dayOf = ({ plan, on }: Question, layer: Layer): string =>
  layer.assumptions.reduce((day, each) => {
    const last = each.kind === 'value' ? lastDay(each.period) : each.kind === 'pace' ? `${plan.term.to}-12-31` : day
    return last > day ? last : day
  }, on)

/** The measures of a plan that hang on a layer. */
export function touchedMeasures(layer: Layer, plan: Plan): readonly Measure[] {
  const touched = touchedBy(layer, plan)
  return plan.targets
    .flatMap(({ measures }) => measures)
    .filter(({ id, indicators }) => touched.all || touched.measures.has(id) || indicators.some(touched.indicators))
}

function touchedBy(layer: Layer, plan: Plan) {
  const codes = new Set(layer.assumptions.flatMap(each => ('indicator' in each ? [each.indicator] : [])))
  // What is made of others may be made of such: as often as something new is found.
  for (let size = -1; size !== codes.size;) {
    size = codes.size
    for (const each of plan.indicators)
      if (!codes.has(each.code) && partsOf(each).some(part => codes.has(part))) codes.add(each.code)
  }
  return {
    all: layer.assumptions.some(each => each.kind === 'map'),
    measures: new Set(layer.assumptions.flatMap(each => (each.kind === 'bound' ? [each.measure] : []))),
    indicators: (code: string) => codes.has(code),
  }
}

const PARTS = new WeakMap<Indicator, readonly string[]>()

function partsOf(indicator: Indicator): readonly string[] {
  const known = PARTS.get(indicator)
  if (known) return known
  const parts = madeOf(indicator)
  PARTS.set(indicator, parts)
  return parts
}
