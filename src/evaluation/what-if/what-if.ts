import type { Message } from '../../messages/message.ts'
import type { Layer } from '../../plan/layer.ts'
import type { Observation } from '../../plan/observation.ts'
import { areasOf, planFor } from '../allocation/plan-for.ts'
import { evaluate, type Question } from '../evaluate.ts'
import type { Evaluation, MeasureJudgement, StatusWord } from '../judgement.ts'
import { applyLayer, laidOver } from './apply.ts'

/** The question as a layer puts it; neither the plan nor the figures handed in are touched. */
export interface Supposed {
  readonly question: Question
  /** Assumptions that say nothing here. */
  readonly messages: readonly Message[]
}

/** The day whose map a layer supposes; undefined where it supposes none. */
export const mapIn = ({ assumptions }: Layer): string | undefined =>
  assumptions.flatMap(each => (each.kind === 'map' ? [each.day] : [])).at(-1)

/** The question with its figures on the map that a layer supposes, where they can be brought over. */
export function onMapOf<Q extends Question>(question: Q, layer: Layer): Q {
  const map = mapIn(layer)
  const brought = map === undefined ? null : question.onMap?.(map)
  return brought ? { ...question, ...brought, map } : question
}

/** `areas`: those that a pace "in every area" means. */
export function suppose(asked: Question, layer: Layer, areas = areasOf(asked.plan)): Supposed {
  const question = onMapOf(asked, layer)
  const observations = withoutSimulated(question)
  const byArea = new Map<string, Observation[]>()
  for (const o of observations) {
    const list = byArea.get(o.area)
    if (list) list.push(o)
    else byArea.set(o.area, [o])
  }
  const { plan: own } = question
  const ground = {
    plan: own,
    knowledge: question,
    areas,
    figures: (area: string) => byArea.get(area) ?? [],
  }
  const { plan, figures, map, messages } = applyLayer(ground, layer)
  return {
    question: {
      ...question,
      plan,
      observations: laidOver(observations, figures),
      simulated: true,
      map: map ?? question.map,
    },
    messages,
  }
}

/** Figures simulated before are another layer's: they stay out unless they were asked for. */
const withoutSimulated = ({ observations, simulated }: Question): readonly Observation[] =>
  simulated === true ? observations : observations.filter(o => o.status !== 'simulated')

/** One measure as it stands, and as it would stand under each layer. */
export interface Comparison {
  readonly target: string
  readonly measure: string
  /** The first is without a layer; then one for each layer, in their order. */
  readonly columns: readonly {
    readonly layer: string | null
    /** Null where the layer's plan has no such measure. */
    readonly judgement: MeasureJudgement | null
    readonly status: StatusWord
    /** Whether status or value differ from those without a layer. */
    readonly changed: boolean
  }[]
}

export interface Compared {
  readonly evaluations: readonly { readonly layer: string | null; readonly evaluation: Evaluation }[]
  readonly rows: readonly Comparison[]
  /** By layer, what its assumptions could not say. */
  readonly messages: readonly { readonly layer: string; readonly messages: readonly Message[] }[]
}

/** Layers side by side: every measure of the plan as it is and as each layer would have it. */
export function compareLayers(
  question: Question,
  layers: readonly Layer[],
  area: string = question.plan.area,
): Compared {
  const judged = (each: Question) => evaluate({ ...each, plan: planFor(each.plan, area) })
  const supposed = layers.map(layer => ({ layer: layer.name, ...suppose(question, layer) }))
  const evaluations = [
    { layer: null, evaluation: judged(question) },
    ...supposed.map(each => ({ layer: each.layer, evaluation: judged(each.question) })),
  ]
  const found = evaluations.map(({ layer, evaluation }) => ({
    layer,
    measures: new Map(evaluation.judgements.flatMap(j => j.measures.map(m => [m.measure, m] as const))),
  }))
  const rows = planFor(question.plan, area).targets.flatMap(target =>
    target.measures.map(({ id }): Comparison => {
      const base = found[0]?.measures.get(id) ?? null
      return {
        target: target.id,
        measure: id,
        columns: found.map(({ layer, measures }) => {
          const judgement = measures.get(id) ?? null
          return {
            layer,
            judgement,
            status: judgement?.status ?? 'notComputable',
            changed: judgement?.status !== base?.status || !sameValue(judgement, base),
          }
        }),
      }
    }),
  )
  return { evaluations, rows, messages: supposed.map(({ layer, messages }) => ({ layer, messages })) }
}

/** Whether two judgements come to the same value, exactly. */
export function sameValue(a: MeasureJudgement | null, b: MeasureJudgement | null): boolean {
  const [x, y] = [a?.value ?? null, b?.value ?? null]
  if (!x || !y) return x === y
  if (x.kind === 'ratio' && y.kind === 'ratio') return x.ratio.num === y.ratio.num && x.ratio.den === y.ratio.den
  return (
    x.kind === 'meanRate' &&
    y.kind === 'meanRate' &&
    x.periods === y.periods &&
    x.factor.num === y.factor.num &&
    x.factor.den === y.factor.den
  )
}
