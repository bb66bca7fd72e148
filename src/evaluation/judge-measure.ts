import { endDay } from './timeline.ts'
import { isDay, lastDay } from '../measure/period.ts'
import type { Measure } from '../plan/plan.ts'
import { taskOf, type Bench } from './bench.ts'
import type { Chosen } from './choice.ts'
import type { IndicatorJudgement, MeasureJudgement, Reason } from './judgement.ts'
import { partialReasons } from './partial.ts'
import { because, differences, figureParam, inPeriod, inPeriods, refOf } from './reason.ts'
import type { Series } from './series.ts'
import { judgeShape } from './shapes/table.ts'
import { worstFirst } from './status.ts'
import { notComputable, type Task, type Verdict } from './task.ts'
import { ADDED_SOURCE } from './what-if/simulated.ts'

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
  const { task, fault, indicator } = taskOf(bench, measure, code)
  if (!task) return judgedAs(code, indicator?.name ?? { vi: code }, indicator?.decimals ?? 0, notComputable(fault), [])
  const verdict = judgeShape(task)
  const partials = bench.partials.filter(p => p.indicator === code)
  const beside = [...partialReasons(task, verdict.used, partials), ...aside(task, verdict)]
  return judgedAs(code, task.indicator.name, task.decimals, verdict, beside)
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
    ...addedUnderLayer(used),
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

/** What a layer supposes of areas within moves what stands above them. */
function addedUnderLayer(used: readonly Chosen[]): readonly Reason[] {
  const periods = used.filter(c => c.figure.source === ADDED_SOURCE).map(c => c.figure.period)
  return periods.length > 0 ? [because('evaluation.added-under-layer', { periods: inPeriods(periods) })] : []
}

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
