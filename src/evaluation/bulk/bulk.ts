import { isAbsent } from '../../measure/absence.ts'
import { contains, samePeriod } from '../../measure/period.ts'
import type { Observation } from '../../plan/observation.ts'
import type { Indicator, Measure, Plan } from '../../plan/plan.ts'
import { areasOf, planFor } from '../allocation/plan-for.ts'
import { figuresOf, type Question } from '../evaluate.ts'
import { byArea } from '../grouped.ts'
import type { StatusWord } from '../judgement.ts'
import { indexFigures, type FigureIndex, type Knowledge } from '../series.ts'
import { endedBy, spanKey } from '../timeline.ts'
import { codeOf, UNSURE, wordOf, worse } from './code.ts'
import { compile, type Layout, type Slot } from './compile.ts'
import { fillRow } from './fill.ts'
import { run, type Program } from './program.ts'
import { judgeExactly } from './slow.ts'

/** One indicator of one measure, over all areas. */
export interface Lane {
  /** The target's place in the plan. */
  readonly target: number
  readonly measure: Measure
  /** Null where the measure names none that the plan has. */
  readonly indicator: Indicator | null
  readonly slots: readonly Slot[]
  /** The slots of a period by the days it covers; none where a longer slot could be made of it. */
  readonly bySpan: ReadonlyMap<string, readonly number[]>
  readonly scale: number
  /** By area; null where the area has no share. */
  readonly programs: readonly (Program | null)[]
  /** Rows of slots, area after area: figures times ten to the scale, NaN where there is none, infinite where it does not fit. */
  readonly cells: Float64Array
  /** The method that the series of an area took. */
  readonly methods: readonly (string | null)[]
}

/**
 * Every target of every area that has one, judged in one pass: statuses only, the same as `evaluate` gives (held by a property
 * test). Immutable; `assume` gives another one that shares what did not change.
 */
export interface Bulk {
  readonly plan: Plan
  readonly knowledge: Knowledge
  readonly areas: readonly string[]
  readonly rows: ReadonlyMap<string, number>
  readonly lanes: readonly Lane[]
  /** By lane, then area: a status as its place among STATUS_WORDS, 255 where the area has no share. */
  readonly statuses: readonly Uint8Array[]
  /** The figures of an area, with what was assumed of it; of one without a row too, as far as they were handed in. */
  readonly figures: (area: string) => readonly Observation[]
}

/** No share, so nothing to judge. */
export const NO_SHARE = UNSURE

export const bulkOf = (question: Question, areas: readonly string[] = areasOf(question.plan)): Bulk =>
  finished(settingOut(question, areas))

/** Work in short pieces, so that a page can draw in between: what comes at the end is what it was for. */
export type Pieces<T> = Generator<undefined, T, undefined>

/** Does all pieces that are left. */
export function finished<T>(work: Pieces<T>): T {
  for (;;) {
    const { done, value } = work.next()
    if (done === true) return value
  }
}

/** So many cells of a lane are filled or judged in a piece. */
const ROWS_AT_ONCE = 16

/** The same as `bulkOf`, piece by piece: an area, or some cells of a measure. */
export function* settingOut(question: Question, areas: readonly string[] = areasOf(question.plan)): Pieces<Bulk> {
  const { plan } = question
  const rows = new Map(areas.map((area, row) => [area, row]))
  const given = byArea(question.observations)
  yield
  // What formulas make of an area's figures they make of its own.
  const derived = new Map<string, readonly Observation[]>()
  const figures = (area: string): readonly Observation[] => {
    const held = derived.get(area)
    if (held) return held
    const known = figuresOf({ ...question, observations: given.get(area) ?? [] })
    const taken = known.filter(({ status }) => status !== 'simulated' || question.simulated === true)
    derived.set(area, taken)
    return taken
  }
  const plans: Plan[] = []
  const indexes: FigureIndex[] = []
  for (const area of areas) {
    const own = planFor(plan, area)
    plans.push(own)
    indexes.push(indexFigures(own, figures(area), question))
    yield
  }
  const lanes = yield* lanesOf(plan, plans, indexes, question)
  const bulk: Bulk = { plan, knowledge: question, areas, rows, lanes, statuses: [], figures }
  const statuses: Uint8Array[] = []
  for (const lane of lanes) {
    const judged = new Uint8Array(areas.length)
    for (let row = 0; row < judged.length; row += 1) {
      judged[row] = judgeCell(bulk, lane, row)
      if (row % ROWS_AT_ONCE === 0) yield
    }
    statuses.push(judged)
  }
  return { ...bulk, statuses }
}

function* lanesOf(
  plan: Plan,
  plans: readonly Plan[],
  indexes: readonly FigureIndex[],
  knowledge: Knowledge,
): Pieces<readonly Lane[]> {
  const indicators = new Map(plan.indicators.map(i => [i.code, i]))
  const ended = endedBy(knowledge.on)
  const termStart = `${String(plan.term.from).padStart(4, '0')}-01-01`
  const own = plans.map(each => new Map(each.targets.flatMap(t => t.measures.map(m => [m.id, m] as const))))
  yield
  const lanes: Lane[] = []
  for (const [t, target] of plan.targets.entries())
    for (const measure of target.measures)
      for (const code of measure.indicators.length > 0 ? measure.indicators : [null]) {
        const indicator = code === null ? null : (indicators.get(code) ?? null)
        const measures = own.map(each => each.get(measure.id) ?? null)
        if (!indicator) {
          const programs = measures.map(each => each && ({ kind: 'exact' } as const))
          const nothing = { slots: [], bySpan: placesIn([]), scale: 0, cells: new Float64Array(0), methods: [] }
          lanes.push({ target: t, measure, indicator, programs, ...nothing })
          continue
        }
        const { oldest, scale } = extentOf(indicator, indexes)
        const layout: Layout = compile(measure, indicator, { ended, termStart, oldest, scale })
        const { slots } = layout
        const cells = new Float64Array(slots.length * plans.length)
        const methods: (string | null)[] = []
        for (const [row, each] of plans.entries()) {
          const index = indexes[row]
          const filling = { plan: each, indicator, measure, termStart, scale, ended }
          methods.push(index && measures[row] ? fillRow(cells, row * slots.length, slots, { ...filling, index }) : null)
          if (row % ROWS_AT_ONCE === 0) yield
        }
        const programs = measures.map(each => each && layout.program(each))
        lanes.push({ target: t, measure, indicator, slots, bySpan: placesIn(slots), scale, programs, cells, methods })
        yield
      }
  return lanes
}

/** How far back an indicator's figures go, and how many digits the longest of them has. */
function extentOf({ code, decimals }: Indicator, indexes: readonly FigureIndex[]) {
  let [oldest, scale]: [string | null, number] = [null, decimals]
  for (const index of indexes)
    for (const figure of index.get(code)?.ended ?? []) {
      if (oldest === null || figure.period.start < oldest) oldest = figure.period.start
      if (!isAbsent(figure.value)) scale = Math.max(scale, figure.value.scale)
    }
  return { oldest, scale: Math.min(scale, 12) }
}

/** Where a figure of the very period goes, of periods that no longer slot could be made of. */
function placesIn(slots: readonly Slot[]): ReadonlyMap<string, readonly number[]> {
  const found = new Map<string, number[]>()
  slots.forEach(({ period }, i) => {
    const longer = slots.some(
      ({ how, period: other }) => how === 'value' && contains(other, period) && !samePeriod(other, period),
    )
    if (longer) return
    const key = spanKey(period)
    found.set(key, [...(found.get(key) ?? []), i])
  })
  return found
}

export function judgeLane(bulk: Bulk, lane: Lane): Uint8Array {
  const statuses = new Uint8Array(bulk.areas.length)
  for (let row = 0; row < statuses.length; row += 1) statuses[row] = judgeCell(bulk, lane, row)
  return statuses
}

export function judgeCell(bulk: Bulk, lane: Lane, row: number): number {
  const program = lane.programs[row]
  if (!program) return NO_SHARE
  const code = run(program, lane.cells, row * lane.slots.length)
  return code === UNSURE ? codeOf(judgeExactly(bulk, lane, row)) : code
}

/** The status of a target in an area: the worst of its measures. Null where the area has no share of it. */
export function statusIn(bulk: Bulk, target: number, row: number): StatusWord | null {
  let [code, exceeded] = [UNSURE, false]
  bulk.lanes.forEach((lane, i) => {
    if (lane.target !== target) return
    const own = bulk.statuses[i]?.[row] ?? UNSURE
    if (own === UNSURE) return
    exceeded ||= own === codeOf('exceeded')
    code = code === UNSURE ? own : worse(code, own)
  })
  if (code === UNSURE) return null
  return exceeded && wordOf(code) === 'met' ? 'exceeded' : wordOf(code)
}
