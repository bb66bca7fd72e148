import { approximate, decimalText } from '../measure/decimal.ts'
import type { Bound } from '../measure/bound.ts'
import { firstYear, lastYear, periodCode, type Period } from '../measure/period.ts'
import { approximateRatio, exactDecimal, type Ratio } from '../measure/ratio.ts'
import type { CoherenceFinding, Evaluation, FigureRef, MeasureJudgement, Param, Reason } from './judgement.ts'
import { exactQuantity, roundQuantity, type Quantity } from './quantity.ts'
import { sentenceOf } from './sentence.ts'

/** A number for programs: approximate as `value`, in full as text, and as a quotient where it is one. */
interface NumberJson {
  readonly value: number | null
  readonly valueText: string | null
  readonly exact: { readonly num: string; readonly den: string } | null
  /** Of a mean yearly rate that is no quotient: (num/den)^(1/root) − 1, its sign turned for a fall. */
  readonly power?: { readonly num: string; readonly den: string; readonly root: number; readonly change: 'up' | 'down' }
}

export type EvaluationJson = ReturnType<typeof evaluationJson>
export type MeasureJson = ReturnType<typeof measureJson>

/**
 * The object that `cotmoc evaluate --json` prints. `asOf` is the moment of knowledge as the caller was asked for it,
 * ISO 8601 with its offset; the log number beside it is what it resolved to.
 */
export function evaluationJson(e: Evaluation, asOf: string | null) {
  return {
    plan: e.plan,
    on: e.on,
    asOf,
    asOfLog: e.asOfLog,
    summary: e.summary,
    judgements: e.judgements.map(({ target, status, measures }) => ({
      target,
      status,
      measures: measures.map(measureJson),
    })),
    coherence: e.coherence.map(findingJson),
  }
}

export function measureJson(m: MeasureJudgement) {
  return {
    measure: m.measure,
    name: m.name.vi,
    nameEn: m.name.en ?? null,
    status: m.status,
    ...numberJson(m.value, m.decimals),
    bound: m.bound && boundJson(m.bound),
    unit: m.unit,
    when: whenJson(m.when),
    required: m.required && ratioJson(m.required, m.decimals),
    projected: m.projected && {
      ...numberJson(m.projected.value, m.decimals),
      method: m.projected.method,
      period: periodCode(m.projected.period),
    },
    needed:
      m.needed?.map(n => ({ indicator: n.indicator, period: periodCode(n.period), valueText: decimalText(n.value) })) ??
      null,
    indicators: m.indicators.map(i => ({
      indicator: i.indicator,
      status: i.status,
      ...numberJson(i.value, m.decimals),
    })),
    used: m.used.map(figureJson),
    explanation: m.explanation.map(reasonJson),
  }
}

export const findingJson = (f: CoherenceFinding) => ({
  rule: f.rule,
  severity: f.severity,
  targets: f.targets,
  computed: f.computed.map(c => ({ name: c.name, ...numberJson(c.value, c.decimals), unit: c.unit })),
  explanation: f.explanation.map(reasonJson),
})

const whenJson = (p: Period) => ({ from: firstYear(p), to: lastYear(p), period: periodCode(p) })

export const boundJson = ({ kind, low, high }: Bound) => ({
  kind,
  low: low && approximate(low),
  high: high && approximate(high),
  lowText: low && decimalText(low),
  highText: high && decimalText(high),
})

/** A quotient without a short decimal is cut to six more digits than are shown; `exact` has it whole. */
const MORE = 6

export function numberJson(q: Quantity | null, decimals: number): NumberJson {
  if (!q) return { value: null, valueText: null, exact: null }
  const exact = exactQuantity(q)
  if (exact) return ratioJson(exact, decimals)
  const near = roundQuantity(q, decimals + MORE)
  const said: NumberJson = { value: near && approximate(near), valueText: near && decimalText(near), exact: null }
  if (q.kind === 'ratio') return said
  const { factor, periods, change } = q
  return { ...said, power: { num: String(factor.num), den: String(factor.den), root: periods, change } }
}

export function ratioJson(r: Ratio, decimals: number): NumberJson {
  const whole = exactDecimal(r)
  const near = whole ?? roundQuantity({ kind: 'ratio', ratio: r }, decimals + MORE)
  return {
    value: approximateRatio(r),
    valueText: near && decimalText(near),
    exact: { num: String(r.num), den: String(r.den) },
  }
}

export const figureJson = (f: FigureRef) => ({ ...refJson(f), valueText: decimalText(f.value) })

/** A figure without its value. */
export const refJson = (f: Omit<FigureRef, 'value'>) => ({
  indicator: f.indicator,
  method: f.method,
  period: periodCode(f.period),
  source: f.source,
  status: f.status,
  log: f.log,
})

/** A reason as data and as its sentence in both languages. */
export const reasonJson = (reason: Reason) => ({
  code: reason.code,
  values: Object.fromEntries(Object.entries(reason.values).map(([name, param]) => [name, paramJson(param)])),
  vi: sentenceOf(reason, 'vi'),
  en: sentenceOf(reason, 'en'),
})

function paramJson(param: Param) {
  switch (param.kind) {
    case 'amount':
      return { valueText: decimalText(param.value), unit: param.unit, rounded: param.rounded }
    case 'change':
      return {
        way: param.way,
        yearly: param.yearly,
        valueText: decimalText(param.value),
        unit: param.unit,
        rounded: param.rounded,
      }
    case 'bound':
      return { ...boundJson(param.bound), unit: param.unit, way: param.way ?? null }
    case 'period':
      return periodCode(param.period)
    case 'periods':
      return param.periods.map(periodCode)
    case 'day':
      return param.day
    case 'figure':
      return { ...figureJson(param.figure), unit: param.unit }
    case 'count':
      return param.count
    case 'name':
      return param.name.vi
    case 'names':
      return param.names.map(name => name.vi)
    case 'text':
      return param.text
    case 'area':
      return param.area.id
    case 'areas':
      return param.areas.map(({ id }) => id)
    case 'word':
      return param.code
    default:
      return param satisfies never
  }
}
