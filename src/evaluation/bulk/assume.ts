import { isAbsent } from '../../measure/absence.ts'
import { FORMULA_SOURCE, withDerived } from '../../cube/derive.ts'
import { fromDecimal } from '../../measure/ratio.ts'
import { codesIn } from '../../plan/formula/node.ts'
import { parseFormula } from '../../plan/formula/parse.ts'
import type { Layer } from '../../plan/layer.ts'
import type { Observation } from '../../plan/observation.ts'
import type { Plan } from '../../plan/plan.ts'
import { planFor } from '../allocation/plan-for.ts'
import { byArea, byIndicator, type Grouped } from '../grouped.ts'
import { indexFigures, type Knowledge } from '../series.ts'
import { endedBy, spanKey } from '../timeline.ts'
import { onMapOf } from '../what-if/what-if.ts'
import { applyLayer } from '../what-if/apply.ts'
import { footingOf, type Ground, type Reading, type Readings } from '../what-if/ground.ts'
import { laidOver } from '../what-if/simulated.ts'
import { judgedAgain } from './again.ts'
import { bulkOf, NO_SHARE, type Bulk, type Lane, type Pieces } from './bulk.ts'
import { cellOf, fillRow } from './fill.ts'

/** What a layer changed: the same as judging everything anew, but only what hangs on it was judged. */
export interface Assumed {
  readonly bulk: Bulk
  /** How many cells were judged again, of all that there are. */
  readonly judged: number
  readonly of: number
  readonly changed: readonly {
    readonly lane: number
    readonly row: number
    readonly before: number
    readonly after: number
  }[]
}

/** Every target of every area under a layer. A layer that moves a bound or the map is judged from the figures anew. */
export function assume(asked: Bulk, layer: Layer): Assumed {
  const bulk = onOtherMap(asked, layer)
  const { plan, figures, map } = applyLayer(groundFor(bulk), layer)
  const sameMap = map === undefined || (map === bulk.knowledge.map && bulk !== asked)
  const base = plan === bulk.plan && sameMap ? bulk : reset(bulk, plan, map)
  const next = withFigures(base, figures)
  const changed = next.bulk.statuses.flatMap((statuses, lane) => {
    const old = asked.statuses[lane]
    if (!old || old === statuses) return []
    return Array.from(statuses, (after, row) => ({ lane, row, before: old[row] ?? NO_SHARE, after })).filter(
      ({ before, after }) => before !== after,
    )
  })
  const of = bulk.lanes.length * bulk.areas.length
  return { bulk: next.bulk, judged: base === asked ? next.judged : of, of, changed }
}

const groundFor = (bulk: Bulk): Ground => ({
  plan: bulk.plan,
  knowledge: bulk.knowledge,
  areas: bulk.areas,
  figures: bulk.figures,
  readings: readingsOf(bulk),
})

/** Finds, an area in a piece, where the paces of a layer set out from, so that supposing it finds them at hand. */
export function* footing(bulk: Bulk, { assumptions }: Layer): Pieces<void> {
  const ground = groundFor(bulk)
  for (const each of assumptions) {
    const indicator =
      each.kind === 'pace' ? bulk.plan.indicators.find(({ code }) => code === each.indicator) : undefined
    if (!indicator || each.kind !== 'pace') continue
    for (const area of each.area === null ? bulk.areas : [each.area]) {
      footingOf(ground, indicator, area, each.from)
      yield
    }
  }
}

/** All areas judged from their figures on the map that a layer supposes, where these can be brought over. */
function onOtherMap(bulk: Bulk, layer: Layer): Bulk {
  const question = { ...bulk.knowledge, plan: bulk.plan, observations: [] }
  const moved = onMapOf(question, layer)
  return moved === question ? bulk : bulkOf(moved, bulk.areas)
}

/** A slider asks for the same readings with every move. */
const READINGS = new WeakMap<Bulk, Readings>()
function readingsOf(bulk: Bulk): Readings {
  const held = READINGS.get(bulk)
  if (held) return held
  const made: Readings = new Map(bulk.plan.indicators.map(({ code }) => [code, new Map<string, Reading>()]))
  READINGS.set(bulk, made)
  return made
}

/** Figures of other indicators change no reading: what was found for them holds under a layer too. */
function handOn(from: Bulk, to: Bulk, changed: (code: string) => boolean): void {
  const known = [...readingsOf(from)]
  READINGS.set(to, new Map(known.map(([code, held]) => [code, changed(code) ? new Map<string, Reading>() : held])))
}

const reset = (bulk: Bulk, plan: Plan, map: string | undefined): Bulk => {
  const all = new Set([...bulk.areas, ...(bulk.knowledge.inside ?? new Map<string, string>()).keys()])
  const observations = [...all].flatMap(area => bulk.figures(area).filter(o => o.source !== FORMULA_SOURCE))
  return bulkOf({ ...bulk.knowledge, plan, map: map ?? bulk.knowledge.map, observations }, bulk.areas)
}

/** Puts figures in the place of what is known of the same key, and judges the cells that look at them. */
function withFigures(bulk: Bulk, figures: readonly Observation[]): { readonly bulk: Bulk; readonly judged: number } {
  if (figures.length === 0) return { bulk, judged: 0 }
  const assumedOf = byArea(figures)
  const byRow = new Map(
    [...assumedOf].flatMap(([area, list]) => {
      const row = bulk.rows.get(area)
      return row === undefined ? [] : [[row, list] as const]
    }),
  )
  const knowledge: Knowledge = { ...bulk.knowledge, simulated: true }
  const assumed = new Set(figures.map(f => f.indicator))
  const made = dependents(bulk.plan, assumed)
  const next: Bulk = { ...bulk, knowledge, figures: overlaid(bulk, assumedOf, made.size > 0) }
  const direct = new Map([...byRow].map(([row, list]) => [row, byIndicator(list)]))
  const ended = endedBy(knowledge.on)
  const rowsOf = (code: string) =>
    made.has(code) ? [...direct.keys()] : [...direct].flatMap(([row, own]) => (own.has(code) ? [row] : []))
  const again = judgedAgain(next, rowsOf, (lane, row, code) => {
    const list = direct.get(row)?.get(code) ?? []
    if (made.has(code) || !written(ended, lane, row, list)) refill(next, lane, row)
    // A figure from before all others makes the line longer than its cells.
    return made.has(code) || list.some(figure => isBeforeAll(lane, figure))
  })
  handOn(bulk, again.bulk, code => assumed.has(code) || made.has(code))
  return again
}

export const isBeforeAll = ({ slots }: Lane, { period }: Observation): boolean =>
  slots.every(slot => period.start < slot.period.start)

/** Figures of an area with those that are assumed, made when somebody asks. */
function overlaid(bulk: Bulk, assumedOf: Grouped, formulas: boolean): Bulk['figures'] {
  const memory = new Map<string, readonly Observation[]>()
  return area => {
    const more = assumedOf.get(area)
    if (!more) return bulk.figures(area)
    const held = memory.get(area)
    if (held) return held
    const laid = laidOver(bulk.figures(area), more)
    const all = formulas
      ? withDerived(
          bulk.plan.indicators,
          laid.filter(o => o.source !== FORMULA_SOURCE),
        )
      : laid
    memory.set(area, all)
    return all
  }
}

/** Writes figures straight into their slots; false where one of them has none of its own, or joins another method's series. */
function written(ended: ReturnType<typeof endedBy>, lane: Lane, row: number, figures: readonly Observation[]): boolean {
  const from = row * lane.slots.length
  for (const figure of figures) {
    const places = lane.bySpan.get(spanKey(figure.period))
    if (!places || isAbsent(figure.value) || figure.method !== lane.methods[row]) return false
    const cell = cellOf(fromDecimal(figure.value), lane.scale)
    if (ended(figure.period)) for (const place of places) lane.cells[from + place] = cell
  }
  return true
}

export function refill(bulk: Bulk, lane: Lane, row: number, figures = bulk.figures(bulk.areas[row] ?? '')): void {
  const { indicator } = lane
  if (!indicator || lane.slots.length === 0) return
  const area = bulk.areas[row] ?? ''
  const plan = planFor(bulk.plan, area)
  fillRow(lane.cells, row * lane.slots.length, lane.slots, {
    plan,
    indicator,
    index: indexFigures(plan, figures, bulk.knowledge),
    measure: lane.measure,
    termStart: `${String(plan.term.from).padStart(4, '0')}-01-01`,
    scale: lane.scale,
    ended: endedBy(bulk.knowledge.on),
  })
}

/** Indicators whose formulas stand, directly or through others, on some of these. */
export function dependents(plan: Plan, changed: ReadonlySet<string>): ReadonlySet<string> {
  const inputs = plan.indicators.flatMap(({ code, formula }) => {
    const parsed = formula === undefined ? null : parseFormula(formula).value
    return parsed ? [{ code, of: codesIn(parsed) }] : []
  })
  const found = new Set<string>()
  for (let before = -1; before !== found.size;) {
    before = found.size
    for (const { code, of } of inputs) if (of.some(each => changed.has(each) || found.has(each))) found.add(code)
  }
  return found
}
