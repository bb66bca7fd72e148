import { madeOf } from '../../plan/made-of.ts'
import type { Assumption, Layer } from '../../plan/layer.ts'
import type { Measure, Plan } from '../../plan/plan.ts'
import { areasOf, planFor } from '../allocation/plan-for.ts'
import { benchOf } from '../bench.ts'
import type { Pieces } from '../bulk/bulk.ts'
import { figuresOf, type Question } from '../evaluate.ts'
import { judgeMeasure } from '../judge-measure.ts'
import type { MeasureJudgement } from '../judgement.ts'
import { dayOf, touchedMeasures } from './answer.ts'
import type { Ground } from './ground.ts'
import { EVERYWHERE } from './lever.ts'
import { areaCounter, sameList, type Counts } from './shares.ts'
import { groundFor, onMapOf, supposedOn } from './what-if.ts'

/** The answer to a hand on a lever. */
export interface Move {
  /** The ISO day judged. */
  readonly on: string
  /** The measures that hang on the layer, as the area shown has them; one that did not move is the same object as before. */
  readonly measures: ReadonlyMap<string, MeasureJudgement>
  /** The same of the plan's own area, where another is shown. */
  readonly whole: ReadonlyMap<string, MeasureJudgement> | null
  /** How many areas stand where; null where no area has a share, and while that is not made ready. */
  readonly counts: ReadonlyMap<string, Counts> | null
  /** Whether the counts are still to come: nobody waited for all areas to be made ready. */
  readonly open: boolean
}

/** A plan under a hand: every move is answered from what the one before it came to. */
export interface Live {
  /** `wait`: with the counts of all areas, even where they are not ready. */
  readonly under: (layer: Layer, wait?: boolean) => Move
  /** Makes ready, piece by piece, what the first move of a lever needs of all areas, before anybody moves it. */
  readonly ready: (layer: Layer) => Pieces<void>
}

/**
 * The same as `answer` and `areaCounter` say of a layer (held by a property test), for a reader who moves levers: the rows are
 * judged from the shown area's figures alone, only those that hang on what moved; of all areas only the cells behind the
 * lever. Give it what `groundOf` made. `area`: the plan's own, one with a share, or everywhere.
 */
export function live(question: Question, area: string): Live {
  const { plan } = question
  const shown = area === EVERYWHERE ? plan.area : area
  const ground = groundFor(question)
  const own = judgeOf(question, ground, shown)
  const above = shown === plan.area ? null : judgeOf(question, ground, plan.area)
  const counter = areasOf(plan).length > 1 ? areaCounter(question) : null
  return {
    under: (layer, wait = true) => {
      const on = dayOf(question, layer)
      const measures = own(layer, on)
      const open = counter !== null && !wait && !counter.stands(on)
      return {
        on,
        measures,
        whole: above?.(layer, on) ?? null,
        counts: open ? null : (counter?.under(layer, on, new Set(measures.keys())) ?? null),
        open,
      }
    },
    ready: function* (layer) {
      if (counter) yield* counter.ready(layer, dayOf(question, layer))
    },
  }
}

type Judge = (layer: Layer, on: string) => ReadonlyMap<string, MeasureJudgement>

/** Judges one area under one layer after the other: only the measures that hang on what moved. */
function judgeOf(question: Question, taken: Ground, area: string): Judge {
  const { plan } = question
  const ground: Ground = { ...taken, shown: area }
  const own: Question = { ...question, observations: question.observations.filter(each => each.area === area) }
  const framed = planFor(plan, area)
  const behind = behindEach(framed)
  const held = new Map<
    string,
    { readonly on: string; readonly of: readonly Assumption[]; readonly said: MeasureJudgement }
  >()
  return (layer, on) => {
    const found = new Map<string, MeasureJudgement>()
    const open: { readonly measure: Measure; readonly of: readonly Assumption[] }[] = []
    for (const measure of touchedMeasures(layer, framed)) {
      const of = layer.assumptions.filter(each => concerns(each, measure, behind.get(measure.id)))
      const known = held.get(measure.id)
      if (known?.on === on && sameList(known.of, of)) found.set(measure.id, known.said)
      else open.push({ measure, of })
    }
    if (open.length === 0) return found
    // What no open measure hangs on need not be supposed again.
    const some = { ...layer, assumptions: layer.assumptions.filter(each => open.some(({ of }) => of.includes(each))) }
    const moved = onMapOf(question, layer)
    const { question: whole } =
      moved === question ? supposedOn(ground, own, some) : supposedOn({ ...groundFor(moved), shown: area }, moved, some)
    const supposed = {
      ...whole,
      on,
      plan: whole.plan === plan ? framed : planFor(whole.plan, area),
      observations: whole.observations.filter(each => each.area === area),
    }
    const bench = benchOf(supposed.plan, figuresOf(supposed), supposed)
    const measures = new Map(supposed.plan.targets.flatMap(each => each.measures.map(m => [m.id, m])))
    for (const { measure, of } of open) {
      const said = judgeMeasure(bench, measures.get(measure.id) ?? measure)
      held.set(measure.id, { on, of, said })
      found.set(measure.id, said)
    }
    return found
  }
}

/** By measure, the indicators that it looks at and those that they are made of. */
function behindEach({ indicators, targets }: Plan): ReadonlyMap<string, ReadonlySet<string>> {
  const byCode = new Map(indicators.map(each => [each.code, each]))
  const behind = (codes: readonly string[]): ReadonlySet<string> => {
    const found = new Set<string>()
    const take = (code: string): void => {
      const indicator = byCode.get(code)
      if (found.has(code)) return
      found.add(code)
      if (indicator) madeOf(indicator).forEach(take)
    }
    codes.forEach(take)
    return found
  }
  return new Map(targets.flatMap(({ measures }) => measures.map(m => [m.id, behind(m.indicators)])))
}

function concerns(each: Assumption, { id }: Measure, behind: ReadonlySet<string> = new Set()): boolean {
  switch (each.kind) {
    case 'value':
    case 'pace':
      return behind.has(each.indicator)
    case 'bound':
      return each.measure === id
    case 'map':
      return true
    default:
      return each satisfies never
  }
}
