import type { Observation } from '../plan/observation.ts'
import type { Plan } from '../plan/plan.ts'
import { year, type Period } from '../measure/period.ts'
import { additionPace, flowPace, lastTermOf, levelPace, ratePace, type TermPace } from './coherence/last-term.ts'
import { mostPromised, promisesOf, type Promised, type Promises } from './coherence/promises.ts'
import { divideRatio, type Ratio } from '../measure/ratio.ts'
import { goodOfChange } from './limits.ts'
import { nearRatio } from './need/pace.ts'
import type { Reason } from './judgement.ts'
import { amount, because, inPeriod } from './reason.ts'
import { ofRatio, type Quantity } from './quantity.ts'
import { areLinked, indexFigures, seriesFor, type Knowledge } from './series.ts'

/** What a measure promises a year beside what the last term made a year, both towards the good side. */
export interface Ambition {
  readonly target: string
  readonly measure: string
  /** Both null where nothing can be compared: the explanation says why. */
  readonly promised: Quantity | null
  readonly past: Quantity | null
  /** The years in which the last term made it, or would have. */
  readonly period: Period
  readonly unit: string
  readonly decimals: number
  /**
   * Above 1 the plan asks for more than the last term did: promised by made, of a ceiling made by allowed. Null where the
   * last term made nothing, went back, or is not known.
   */
  readonly ratio: Ratio | null
  readonly explanation: readonly Reason[]
}

/**
 * Every measure that has a pace, in the plan's order, with why it cannot be compared where it cannot. None of measures without
 * a good direction, of events, and of relative additions, which say nothing of a year. `known.on`: with the figures of the term
 * by then it is seen whether they are of another method than the last term's.
 */
export function ambitions(
  plan: Plan,
  observations: readonly Observation[],
  known: Partial<Knowledge> = {},
): readonly Ambition[] {
  const isApart = apartFrom(plan, observations, known)
  const promises = promisesOf(
    plan,
    observations.filter(each => !isApart(each)),
    known,
  )
  const start = lastTermOf(plan).start
  const others = new Set(observations.filter(o => o.period.start >= start && isApart(o)).map(o => o.indicator))
  return promises.all.flatMap((p): Ambition[] => {
    const paceOf = paceFor(promises, p)
    if (!paceOf) return []
    const pace = paceOf()
    const told = pace ? compared(p, pace) : unknown(plan, p, others.has(p.indicator.code))
    return [{ target: p.target.id, measure: p.measure.id, ...told }]
  })
}

type Told = Omit<Ambition, 'target' | 'measure'>

function compared(p: Promised, pace: TermPace): Told {
  const [will, was] = [nearRatio(pace.promised), nearRatio(pace.past)]
  const ceiling = isCeiling(p)
  const [above, below] = ceiling ? [was, will] : [will, was]
  const times = above && below && below.num > 0n ? divideRatio(above, below) : null
  const told = {
    name: { kind: 'name', name: p.measure.name },
    promised: amount(pace.promised, pace.unit, pace.decimals),
    past: amount(pace.past, pace.unit, pace.decimals),
    period: inPeriod(pace.period),
  } as const
  const code = ceiling ? 'ambition-ceiling' : times ? 'ambition' : 'ambition-from-nothing'
  const ratio = times && !ceiling ? { times: amount(ofRatio(times), null, 2) } : {}
  return { ...pace, ratio: times, explanation: [because(`evaluation.${code}`, { ...told, ...ratio })] }
}

function unknown(plan: Plan, { measure, decimals }: Promised, otherMethod: boolean): Told {
  const period = lastTermOf(plan)
  const told = { name: { kind: 'name', name: measure.name }, period: inPeriod(period) } as const
  const code = otherMethod ? 'evaluation.ambition-other-method' : 'evaluation.ambition-unknown'
  return {
    promised: null,
    past: null,
    period,
    unit: measure.unit,
    decimals,
    ratio: null,
    explanation: [because(code, told)],
  }
}

/** Of what is added up and should be little the most that is allowed is promised, not a pace towards it. */
const isCeiling = ({ shape, indicator }: Promised): boolean =>
  !('change' in shape) && shape.kind !== 'level' && indicator.direction === 'down'

/** How a measure's pace is found; null where its shape has none. */
function paceFor(promises: Promises, p: Promised): (() => TermPace | null) | null {
  const { shape, indicator, measure } = p
  if (indicator.direction === 'none') return null
  switch (shape.kind) {
    case 'level':
      return mostPromised(p) && indicator.overTime !== 'chainedGrowth'
        ? () => levelPace(promises, p)?.told ?? null
        : null
    case 'growth':
    case 'meanGrowth':
    case 'eachChange': {
      const yearly = shape.basis === 'relative' && (shape.kind !== 'growth' || measure.base === null)
      const good = goodOfChange(indicator.direction, shape.change) === 'up'
      return yearly && good ? () => ratePace(promises, { ...p, shape }) : null
    }
    case 'addition':
      return shape.basis !== 'relative' && goodOfChange(indicator.direction, shape.change) === 'up'
        ? () => additionPace(promises, { ...p, shape })
        : null
    case 'cumulative':
    case 'mean':
    case 'eachPeriod':
      return mostPromised(p) && indicator.overTime === 'sum' ? () => flowPace(promises, p) : null
    case 'milestone':
      return null
    default:
      return shape satisfies never
  }
}

/**
 * Whether a figure is of a method that nothing links to the one that the term's own figures are of: such are never compared,
 * and a last term that is known by both is taken by the term's.
 */
function apartFrom(
  plan: Plan,
  observations: readonly Observation[],
  known: Partial<Knowledge>,
): (o: Observation) => boolean {
  const { on } = known
  if (on === undefined) return () => false
  const index = indexFigures(plan, observations, { ...known, on })
  const start = `${String(plan.term.from).padStart(4, '0')}-01-01`
  const methods = new Map(
    plan.indicators.flatMap(indicator => {
      const { method, figures } = seriesFor(plan, indicator, index, year(plan.term.to), start)
      const ofTerm = figures.some(({ figure }) => figure.period.start >= start && figure.method === method)
      return method !== null && ofTerm ? [[indicator.code, { indicator, method }] as const] : []
    }),
  )
  return o => {
    const own = methods.get(o.indicator)
    return own !== undefined && !areLinked(own.indicator, own.method, o.method)
  }
}
