import { areasOf, planFor } from '../../evaluation/allocation/plan-for.ts'
import { answer, groundOf, type Answer } from '../../evaluation/what-if/answer.ts'
import { EVERYWHERE, leversOf, type Lever } from '../../evaluation/what-if/lever.ts'
import { areaCounter, type Counts } from '../../evaluation/what-if/shares.ts'
import { suppose } from '../../evaluation/what-if/what-if.ts'
import type { Question } from '../../evaluation/evaluate.ts'
import { evaluate } from '../../evaluation/evaluate.ts'
import type { Layer } from '../../plan/layer.ts'
import type { Plan } from '../../plan/plan.ts'
import { entriesOf, type Entry } from '../scoreboard/load.ts'

/** Layers beside each other: more than that no table shows. */
export const MOST_LAYERS = 4

/** What a page of suppositions shows. */
export interface Supposition {
  readonly plan: Plan
  /** Of what was known on the day judged. */
  readonly question: Question
  /** The area whose figures are moved: the plan's own, one with a share, or everywhere. */
  readonly area: string
  readonly areas: readonly string[]
  readonly levers: readonly Lever[]
  /** The targets as they stand. */
  readonly entries: readonly Entry[]
  readonly layers: readonly Layer[]
  /** The one that is edited. */
  readonly at: number
  readonly answers: readonly Answer[]
  /** What the plan's own area comes to under each layer, where another is moved. */
  readonly whole: readonly Answer['measures'][] | null
  /** Where areas have shares: how many of them stand where, as it is and under each layer. */
  readonly counts: {
    readonly base: ReadonlyMap<string, Counts>
    readonly under: readonly ReadonlyMap<string, Counts>[]
  } | null
}

export function suppositionOf(
  known: Question,
  asked: { readonly area: string; readonly layers: readonly Layer[]; readonly at: number },
): Supposition {
  const { plan } = known
  const question = groundOf(known)
  const areas = areasOf(plan)
  const area = asked.area === EVERYWHERE || areas.includes(asked.area) ? asked.area : plan.area
  const own = area === EVERYWHERE ? plan.area : area
  const framed = { ...question, plan: planFor(plan, own) }
  const counter = areas.length > 1 ? areaCounter(question) : null
  const supposed = asked.layers.map(layer => ({ layer, by: suppose(question, layer) }))
  const answers = supposed.map(({ layer, by }) => answer(question, layer, own, by))
  return {
    plan,
    question,
    area,
    areas,
    levers: leversOf(question, area),
    entries: entriesOf(framed, evaluate(framed)).filter(({ target }) => target.scope === 'main'),
    layers: asked.layers,
    at: Math.min(Math.max(0, asked.at), Math.max(0, asked.layers.length - 1)),
    answers,
    whole: own === plan.area ? null : supposed.map(({ layer, by }) => answer(question, layer, plan.area, by).measures),
    counts: counter && {
      base: counter.base(),
      under: asked.layers.map((layer, i) =>
        counter.under(layer, answers[i]?.on ?? known.on, new Set(answers[i]?.measures.keys())),
      ),
    },
  }
}
