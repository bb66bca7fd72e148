import { evaluate, type Question } from '../evaluate.ts'
import type { Evaluation, FigureRef, MeasureJudgement, StatusWord } from '../judgement.ts'
import { sameValue } from '../what-if/what-if.ts'
import { compare, decimalText, type Decimal } from '../../measure/decimal.ts'
import { periodCode } from '../../measure/period.ts'
import type { Measure, Plan, Target } from '../../plan/plan.ts'
import { indicatorsBehind, withheldIn, type WithheldRef } from './withheld.ts'

/** Why a measure stands otherwise; every cause that can be found, and none that is guessed. */
export type Cause =
  | { readonly kind: 'bound'; readonly before: Measure; readonly after: Measure }
  /** A figure that the later judgement rests on and the earlier could not. */
  | { readonly kind: 'new'; readonly figure: FigureRef }
  | { readonly kind: 'revised'; readonly figure: FigureRef; readonly before: Decimal }
  | { readonly kind: 'gone'; readonly figure: FigureRef }
  /** A figure that was used, or that would have come since, is not made public; `before`: what stood. */
  | { readonly kind: 'withheld'; readonly figure: WithheldRef; readonly before: Decimal | null }
  /** A figure that was not made public now is. */
  | { readonly kind: 'released'; readonly figure: FigureRef }
  /** The figures are the same; the day judged is another, so more is due and more is required. */
  | { readonly kind: 'day' }

export interface Difference {
  readonly target: Target
  readonly measure: Measure
  readonly before: MeasureJudgement | null
  readonly after: MeasureJudgement | null
  /** Ranks that the status moved: above 0 for the better, below for the worse, 0 where the word is the same. */
  readonly moved: number
  readonly changed: boolean
  readonly causes: readonly Cause[]
}

export interface Comparison {
  readonly plan: Plan
  /** What changed, the worst turn first, then the best; what did not after them, in the plan's order. */
  readonly rows: readonly Difference[]
  readonly summary: readonly [Readonly<Record<StatusWord, number>>, Readonly<Record<StatusWord, number>>]
}

/** From worst to best; what is not known is neither, so going there or coming from there is no turn for the better or worse. */
const ORDER: readonly StatusWord[] = ['missed', 'atRisk', 'onTrack', 'met', 'exceeded']

/** A plan put to two days or two moments of knowledge: the later as it stands against the earlier. */
export function compareQuestions(before: Question, after: Question): Comparison {
  const [was, is] = [evaluate(before), evaluate(after)]
  const measuresOf = (evaluation: Evaluation) =>
    new Map(evaluation.judgements.flatMap(j => j.measures.map(m => [m.measure, m] as const)))
  const [old, now] = [measuresOf(was), measuresOf(is)]
  const oldMeasures = new Map(before.plan.targets.flatMap(t => t.measures).map(m => [m.id, m]))
  const { plan } = after
  const sameDay = before.on === after.on
  const [hidden, hides] = [withheldIn(before), withheldIn(after)]
  const rows = plan.targets
    .filter(target => target.scope === 'main')
    .flatMap(target =>
      target.measures.map((measure): Difference => {
        const [a, b] = [old.get(measure.id) ?? null, now.get(measure.id) ?? null]
        const moved = movedBetween(a, b)
        const changed = a?.status !== b?.status || !sameValue(a, b)
        const codes = [...indicatorsBehind(plan, measure)]
        const withheld = {
          before: keysOf(codes.flatMap(code => hidden.get(code) ?? [])),
          after: keysOf(codes.flatMap(code => hides.get(code) ?? [])),
        }
        const found = causesOf(oldMeasures.get(measure.id) ?? null, measure, a, b, withheld, changed)
        const causes = changed && found.length === 0 && !sameDay ? [{ kind: 'day' } as const] : found
        return { target, measure, before: a, after: b, moved, changed: changed || found.length > 0, causes }
      }),
    )
  return {
    plan,
    rows: [...rows].sort((a, b) => rankOf(a) - rankOf(b)),
    summary: [was.summary, is.summary],
  }
}

function movedBetween(a: MeasureJudgement | null, b: MeasureJudgement | null): number {
  const [from, to] = [a, b].map(each => (each ? ORDER.indexOf(each.status) : -1)) as [number, number]
  return from < 0 || to < 0 ? 0 : to - from
}

const rankOf = ({ moved, changed }: Difference): number =>
  moved < 0 ? moved - 100 : moved > 0 ? -moved : changed ? 50 : 99

/** A bound in so many words that two of them can be held against each other. */
const boundText = ({ bound, unit }: Measure): string =>
  [bound?.kind, bound?.low && decimalText(bound.low), bound?.high && decimalText(bound.high), unit].join(' ')

const keyOf = (f: WithheldRef): string => [f.indicator, f.method, f.source, periodCode(f.period)].join('\n')

const keysOf = <Ref extends WithheldRef>(figures: readonly Ref[]) => new Map(figures.map(f => [keyOf(f), f]))

function causesOf(
  was: Measure | null,
  measure: Measure,
  before: MeasureJudgement | null,
  after: MeasureJudgement | null,
  withheld: Readonly<Record<'before' | 'after', ReadonlyMap<string, WithheldRef>>>,
  changed: boolean,
): readonly Cause[] {
  const [old, now] = [keysOf(before?.used ?? []), keysOf(after?.used ?? [])]
  const causes: Cause[] = []
  if (was && boundText(was) !== boundText(measure)) causes.push({ kind: 'bound', before: was, after: measure })
  for (const [key, figure] of now) {
    const known = old.get(key)
    if (!known) causes.push({ kind: withheld.before.has(key) ? 'released' : 'new', figure })
    else if (compare(known.value, figure.value) !== 0) causes.push({ kind: 'revised', figure, before: known.value })
  }
  for (const [key, figure] of old) if (!now.has(key) && !withheld.after.has(key)) causes.push({ kind: 'gone', figure })
  for (const [key, figure] of withheld.after) {
    const stood = old.get(key)
    // One that was not used before is a cause only where something turned, and not where it was withheld all along.
    if (stood ?? (changed && !withheld.before.has(key)))
      causes.push({ kind: 'withheld', figure, before: stood?.value ?? null })
  }
  return causes
}
