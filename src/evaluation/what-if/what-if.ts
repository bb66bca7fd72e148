import type { Message } from '../../messages/message.ts'
import type { Layer } from '../../plan/layer.ts'
import type { Observation } from '../../plan/observation.ts'
import { areasOf, planFor } from '../allocation/plan-for.ts'
import { evaluate, figuresOf, type Question } from '../evaluate.ts'
import { byArea } from '../grouped.ts'
import type { Evaluation, MeasureJudgement, StatusWord } from '../judgement.ts'
import { applyLayer, type Applied } from './apply.ts'
import type { Ground } from './ground.ts'
import { figureKey, laidOver } from './simulated.ts'

/** The question as a layer puts it; neither the plan nor the figures handed in are touched. */
export interface Supposed {
  readonly question: Question
  /** What the layer makes of figures of areas above those that it speaks of. */
  readonly added: Applied['added']
  /** Assumptions that say nothing here, or nothing of the areas above. */
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

export function suppose(asked: Question, layer: Layer): Supposed {
  const question = onMapOf(asked, layer)
  return supposedOn(groundFor(question), question, layer)
}

/** The same, of figures that were taken apart before: for who asks again and again. */
export function supposedOn(ground: Ground, question: Question, layer: Layer): Supposed {
  const { plan, figures, map, added, messages } = applyLayer(ground, layer)
  const keys = new Set(figures.map(figureKey))
  return {
    question: {
      ...question,
      plan,
      observations: laidOver(withoutSimulated(question), figures),
      partials: question.partials?.filter(each => !keys.has(figureKey(each))),
      simulated: true,
      map: map ?? question.map,
    },
    added,
    messages,
  }
}

/** A question's figures as a layer reads them, with what formulas make of them. */
export function groundFor(question: Question): Ground {
  const given = byArea(withoutSimulated(question))
  const derived = new Map<string, readonly Observation[]>()
  return {
    plan: question.plan,
    knowledge: question,
    areas: areasOf(question.plan),
    readings: new Map(),
    figures: area => {
      const held = derived.get(area)
      if (held) return held
      const made = figuresOf({ ...question, observations: given.get(area) ?? [] })
      derived.set(area, made)
      return made
    },
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
  /** By layer, what its assumptions make of areas above, and what they could not say. */
  readonly supposed: readonly (Pick<Supposed, 'added' | 'messages'> & { readonly layer: string })[]
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
  return { evaluations, rows, supposed }
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
