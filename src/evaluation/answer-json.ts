import { periodCode } from '../measure/period.ts'
import { exactDecimal, type Ratio } from '../measure/ratio.ts'
import { decimalText } from '../measure/decimal.ts'
import { showRatio } from '../measure/ratio.ts'
import type { Ambition } from './ambition.ts'
import type { Answer } from './answer.ts'
import type { GapOf } from './contribution/contributions.ts'
import type { GrowthRatio } from './growth-ratio.ts'
import { warnings, type Insight } from './insight.ts'
import type { Evaluation } from './judgement.ts'
import { evaluationJson, numberJson, ratioJson, reasonJson } from './json.ts'
import type { Need } from './need/need.ts'
import type { MethodOutlook, Outlook } from './projection/outlook.ts'
import { ofRatio } from './quantity.ts'
import { worstFirst } from './status.ts'
import type { Compared } from './what-if/what-if.ts'

export type AnswerJson = ReturnType<typeof answerJson>

/** What `cotmoc evaluate --json` prints and the data interface answers: the evaluation, and beside each measure what more is known. */
export function answerJson(answer: Answer, asOf: string | null) {
  const { evaluation, insights, yearly, compared } = answer
  const json = evaluationJson(evaluation, asOf)
  return {
    ...json,
    area: answer.area,
    layer: answer.layer,
    judgements: json.judgements.map(judgement => ({
      ...judgement,
      measures: judgement.measures.map(measure => ({ ...measure, ...besides(insights, measure.measure) })),
    })),
    warnings: warnings(insights).map(({ target, measure, indicator, need }) => ({
      target,
      measure,
      indicator,
      reach: need.reach,
      strain: shortText(need.strain),
    })),
    ambition: answer.ambitions.map(ambitionJson),
    contributions: answer.contributions.map(gapJson),
    years: yearly && yearsJson(yearly),
    comparison: compared && comparisonJson(compared),
  }
}

/** Digits to which a quotient is cut where it has no short decimal. */
const DIGITS = 6
const shortText = (value: Ratio | null): string | null =>
  value && decimalText(exactDecimal(value) ?? showRatio(value, DIGITS))

/** Of a measure of several indicators, what is said of the one that stands worst. */
function besides(insights: readonly Insight[], measure: string) {
  const own = worstFirst(
    insights.filter(each => each.measure === measure),
    each => each.status,
  )[0]
  return {
    outlook: own?.outlook ? outlookJson(own.outlook, own.decimals) : null,
    need: own?.need ? needJson(own.need, own.decimals) : null,
    growthRatio: own?.growthRatio ? growthRatioJson(own.growthRatio) : null,
  }
}

const outlookJson = (o: Outlook, decimals: number) => ({
  period: periodCode(o.period),
  known: o.known,
  ahead: o.ahead,
  chosen: o.chosen,
  compared: o.compared,
  errorUnit: o.errorUnit,
  methods: o.methods.map(each => methodJson(each, decimals)),
  explanation: o.explanation.map(reasonJson),
})

const methodJson = ({ method, reaches, value, interval, backTest }: MethodOutlook, decimals: number) => ({
  method,
  reaches,
  ...numberJson(value, decimals),
  interval: interval && {
    low: numberJson(interval.low, decimals),
    high: numberJson(interval.high, decimals),
    errors: interval.errors,
    coverage: shortText(interval.coverage),
  },
  backTest: backTest && {
    trials: backTest.trials,
    mae: ratioJson(backTest.mae, decimals),
    mase: backTest.mase && ratioJson(backTest.mase, decimals),
  },
})

const needJson = (n: Need, decimals: number) => ({
  kind: n.kind,
  wants: n.wants,
  unit: n.unit,
  ...numberJson(n.pace, decimals),
  best: n.best && { period: periodCode(n.best.period), ...numberJson(ofRatio(n.best.value), decimals) },
  seen: n.seen,
  strain: shortText(n.strain),
  reach: n.reach,
  explanation: n.explanation.map(reasonJson),
})

const growthRatioJson = (g: GrowthRatio) => ({
  observed: numberJson(g.observed, 2),
  required: numberJson(g.required, 2),
  ratio: shortText(g.ratio),
  word: g.word,
  replaced: g.replaced,
})

const ambitionJson = (a: Ambition) => ({
  target: a.target,
  measure: a.measure,
  unit: a.unit,
  promised: numberJson(a.promised, a.decimals),
  past: numberJson(a.past, a.decimals),
  period: periodCode(a.period),
  ratio: shortText(a.ratio),
  explanation: a.explanation.map(reasonJson),
})

function gapJson({ target, measure, by, side, unit, decimals, of, terms }: GapOf) {
  const number = (value: Ratio | null) => value && ratioJson(value, decimals)
  return {
    target,
    measure,
    by,
    side,
    unit,
    gap: ratioJson(of.gap, decimals),
    unshared: ratioJson(of.unshared, decimals),
    unexplained: ratioJson(of.unexplained, decimals),
    silent: of.silent,
    parts: of.parts.map(({ id, bound, value, gap, share }) => ({
      id,
      bound: number(bound),
      value: number(value),
      gap: number(gap),
      share: shortText(share),
    })),
    terms: terms.map(({ area, above, below }) => ({ area, above: shortText(above), below: shortText(below) })),
  }
}

/** A year's share stands under its measure's id and its period. */
const yearsJson = ({ judgements }: Evaluation) =>
  judgements.flatMap(({ target, measures }) =>
    measures.map(m => ({
      target,
      measure: m.measure.split('@')[0] ?? m.measure,
      period: periodCode(m.when),
      status: m.status,
      ...numberJson(m.value, m.decimals),
      unit: m.unit,
      explanation: m.explanation.map(reasonJson),
    })),
  )

const comparisonJson = ({ rows, supposed }: Compared) => ({
  messages: supposed.flatMap(({ layer, messages: own }) => own.map(m => ({ layer, ...m }))),
  // What areas above come to by what is supposed of those in them.
  added: supposed.flatMap(({ layer, added }) =>
    added.map(({ indicator: { code, unit, decimals }, area, period, before, value }) => ({
      layer,
      indicator: code,
      area,
      period: periodCode(period),
      unit,
      before: before && ratioJson(before, decimals),
      value: ratioJson(value, decimals),
    })),
  ),
  rows: rows.map(({ target, measure, columns }) => ({
    target,
    measure,
    columns: columns.map(({ layer, status, changed, judgement }) => ({
      layer,
      status,
      changed,
      ...numberJson(judgement?.value ?? null, judgement?.decimals ?? 0),
    })),
  })),
})
