import { endDay } from './timeline.ts'
import type { Bound } from '../measure/bound.ts'
import { isDay, lastDay } from '../measure/period.ts'
import type { Indicator, Measure, Plan } from '../plan/plan.ts'
import { changeOf } from './changing.ts'
import type { Chosen } from './choice.ts'
import type { IndicatorJudgement, MeasureJudgement, Reason } from './judgement.ts'
import { goodOfChange, limitsOf, type Limits } from './limits.ts'
import { because, differences, figureParam, inPeriod, inPeriods, refOf } from './reason.ts'
import { seriesFor, type FigureIndex, type Series } from './series.ts'
import { judgeShape } from './shapes/table.ts'
import { worstFirst } from './status.ts'
import { notComputable, type Task, type Verdict } from './task.ts'
import type { endedBy } from './timeline.ts'
import { digitsAfter, factorBetween } from './units.ts'
import { dec } from '../measure/decimal.ts'

/** What judging a measure needs besides the measure, made once for a whole plan. */
export interface Bench {
  readonly plan: Plan
  readonly indicators: ReadonlyMap<string, Indicator>
  readonly index: FigureIndex
  readonly ended: ReturnType<typeof endedBy>
}

/** A measure stands as its worst indicator stands: all must hold. */
export function judgeMeasure(bench: Bench, measure: Measure): MeasureJudgement {
  const judged = measure.indicators.map(code => judgeIndicator(bench, measure, code))
  const worst = worstFirst(judged, one => one.verdict.status)[0] ?? withoutIndicator(bench, measure)
  const several: Reason[] =
    judged.length > 1
      ? [
          because('evaluation.several', {
            count: { kind: 'count', count: judged.length },
            names: { kind: 'names', names: judged.map(one => one.name) },
          }),
          ...judged.map(one =>
            because('evaluation.of-indicator', {
              name: { kind: 'name', name: one.name },
              status: { kind: 'word', code: `evaluation.status.${one.verdict.status}` },
            }),
          ),
        ]
      : []
  const { verdict } = worst
  return {
    measure: measure.id,
    name: measure.name,
    status: verdict.status,
    value: verdict.value,
    decimals: worst.decimals,
    bound: measure.bound,
    unit: measure.unit,
    when: measure.shape.when,
    required: verdict.required,
    projected: verdict.projected,
    needed: together(judged),
    used: judged.flatMap(one => one.judgement.used),
    explanation: [...several, ...worst.judgement.explanation],
    indicators: judged.map(one => one.judgement),
  }
}

interface Judged {
  readonly name: Measure['name']
  readonly decimals: number
  readonly verdict: Verdict
  readonly judgement: IndicatorJudgement
}

/** All that is still needed of all indicators; null as soon as one of them is decided against it. */
function together(judged: readonly Judged[]): MeasureJudgement['needed'] {
  const open = judged.filter(one => one.verdict.status !== 'met' && one.verdict.status !== 'exceeded')
  const needed = open.map(one => one.judgement.needed)
  return open.length > 0 && needed.every(n => n !== null) ? needed.flat() : null
}

function judgeIndicator(bench: Bench, measure: Measure, code: string): Judged {
  const indicator = bench.indicators.get(code)
  if (!indicator) {
    const fault = notComputable(because('evaluation.unknown-indicator', { code: { kind: 'text', text: code } }))
    return judgedAs(code, { vi: code }, 0, fault, [])
  }
  const factor = factorBetween(measure, indicator)
  if (!factor) {
    const units = {
      expected: { kind: 'text', text: measure.unit },
      actual: { kind: 'text', text: indicator.unit },
    } as const
    return judgedAs(
      code,
      indicator.name,
      indicator.decimals,
      notComputable(because('evaluation.units-differ', units)),
      [],
    )
  }
  const limits = limitsFor(measure, indicator)
  if (!limits)
    return judgedAs(code, indicator.name, indicator.decimals, notComputable(because('evaluation.no-bound')), [])
  const termStart = `${String(bench.plan.term.from).padStart(4, '0')}-01-01`
  const series = seriesFor(bench.plan, indicator, bench.index, measure.shape.when, termStart)
  const decimals = decimalsFor(measure, digitsAfter(indicator.decimals, factor))
  const task: Task = {
    shape: measure.shape,
    measure,
    indicator,
    limits,
    series,
    factor,
    decimals,
    ended: bench.ended,
    termStart,
  }
  const verdict = judgeShape(task)
  return judgedAs(code, indicator.name, decimals, verdict, aside(task, verdict))
}

function limitsFor(measure: Measure, indicator: Indicator): Limits | null {
  const { shape, bound } = measure
  const changing = changeOf(shape)
  const happens: Bound = { kind: 'atLeast', low: dec(1), high: null }
  if (shape.kind === 'milestone') return limitsOf(happens, 'none')
  return bound && limitsOf(bound, changing ? goodOfChange(indicator.direction, changing.change) : indicator.direction)
}

/** A percentage computed from figures is shown with two digits, or with as many as its bound prints. */
function decimalsFor({ shape, bound }: Measure, own: number): number {
  const printed = Math.max(bound?.low?.scale ?? 0, bound?.high?.scale ?? 0)
  return Math.max(printed, changeOf(shape)?.basis === 'relative' ? 2 : own)
}

function judgedAs(
  code: string,
  name: Measure['name'],
  decimals: number,
  verdict: Verdict,
  aside: readonly Reason[],
): Judged {
  const used = [...new Set(verdict.used.flatMap(found => found.from))].map(c => refOf(c.figure))
  return {
    name,
    decimals,
    verdict,
    judgement: {
      indicator: code,
      status: verdict.status,
      value: verdict.value,
      required: verdict.required,
      projected: verdict.projected,
      needed: verdict.needed,
      used,
      explanation: [...verdict.reasons, ...aside],
    },
  }
}

/** What a reader should know beside the judgement: other sources, other methods, figures that were not used. */
function aside({ series, indicator, shape, measure }: Task, verdict: Verdict): readonly Reason[] {
  const used = [...new Set(verdict.used.flatMap(found => found.from))]
  return [
    ...notFinal(used),
    ...differences(used, indicator.unit),
    ...methodsApart(series),
    ...partOfYear(series, measure, used),
    ...series.ahead
      .filter(o => endDay(o.period) <= endDay(shape.when))
      .slice(0, 1)
      .map(o => because('evaluation.ahead', { period: inPeriod(o.period), figure: figureParam(o, indicator.unit) })),
  ]
}

/** A judgement on estimates says so: it may still turn. */
const notFinal = (used: readonly Chosen[]): readonly Reason[] =>
  (['estimated', 'provisional', 'simulated'] as const).flatMap(status => {
    const periods = used.filter(c => c.figure.status === status).map(c => c.figure.period)
    const word = { kind: 'word', code: `evaluation.figure.${status}` } as const
    return periods.length > 0 ? [because('evaluation.not-final', { periods: inPeriods(periods), status: word })] : []
  })

function methodsApart({ apart, indicator }: Series): readonly Reason[] {
  if (apart.length === 0) return []
  const ids = [...new Set(apart.map(o => o.method))]
  const names = ids.map(id => indicator.methods.find(m => m.id === id)?.name ?? { vi: id })
  const periods = inPeriods(apart.map(o => o.period))
  return [because('evaluation.methods-apart', { methods: { kind: 'names', names }, periods })]
}

/** The newest figure, where it is of a shorter period than the measure speaks of and nothing used is newer. */
function partOfYear({ figures, indicator }: Series, { shape }: Measure, used: readonly Chosen[]): readonly Reason[] {
  const newest = figures.at(-1)
  if (!newest || shape.when.frequency !== 'A' || newest.figure.period.frequency === 'A' || used.includes(newest))
    return []
  if (used.some(c => endDay(c.figure.period) >= endDay(newest.figure.period))) return []
  const values = { period: inPeriod(newest.figure.period), figure: figureParam(newest.figure, indicator.unit) }
  return [because('evaluation.part-of-year', values)]
}

/** A measure without an indicator: nothing measures it. */
function withoutIndicator(bench: Bench, measure: Measure): Judged {
  const { when, kind } = measure.shape
  const due = bench.ended(when)
  const day = lastDay(when)
  const verdict: Verdict =
    kind === 'milestone'
      ? {
          ...notComputable(because('evaluation.no-indicator')),
          status: due ? 'noData' : 'notDue',
          reasons: [
            due
              ? because('evaluation.no-figure', { period: inPeriod(when) })
              : because('evaluation.not-due', { day: { kind: 'day', day: isDay(day) ? day : when.start } }),
            because('evaluation.no-indicator'),
          ],
        }
      : notComputable(because('evaluation.no-indicator'))
  return judgedAs('', measure.name, 0, verdict, [])
}
