import { documentOfPlan } from '../../api/documents.ts'
import { loadOpenDraft, type Shelf } from '../../api/draft/desk.ts'
import { momentsOf } from '../../api/moments.ts'
import { evaluate } from '../../evaluation/evaluate.ts'
import { endOf } from '../../measure/period.ts'
import type { Observation } from '../../plan/observation.ts'
import type { Group, Plan } from '../../plan/plan.ts'
import { placeFinder } from '../document/sections.ts'
import { entriesOf, type Entry, type Known, type Row } from '../scoreboard/load.ts'

/** Everything that the page of one target shows. */
export interface FoundTarget {
  readonly plan: Plan
  readonly entry: Entry
  readonly group: Group | null
  readonly measures: readonly MeasureFigures[]
  readonly previous: Entry | null
  readonly next: Entry | null
  /** Where its words stand; null where the document is not at hand. */
  readonly words: { readonly document: string; readonly section: string } | null
}

export interface MeasureFigures {
  readonly row: Row
  /** The figures of its indicators for the plan's area, the newest period first. */
  readonly figures: readonly ShownFigure[]
}

export interface ShownFigure {
  readonly observation: Observation
  /** Whether the judgement rests on it. */
  readonly used: boolean
  /** ISO. */
  readonly learnt: string | null
}

export async function loadTarget(desk: Shelf, known: Known, id: string): Promise<FoundTarget | null> {
  const { plan } = known
  const entries = entriesOf(known, evaluate(known))
  const at = entries.findIndex(entry => entry.target.id === id)
  const entry = entries[at]
  if (!entry) return null
  const codes = new Set(entry.target.measures.flatMap(m => m.indicators))
  const own = known.observations.filter(o => codes.has(o.indicator) && o.area === plan.area)
  const moments = await momentsOf(
    desk.store,
    desk.tenant,
    own.map(o => o.log),
  )
  const source = await documentOfPlan(desk, plan.id)
  const { place } = entry.target
  return {
    plan,
    entry,
    group: plan.groups.find(g => g.id === entry.target.group) ?? null,
    measures: entry.rows.map(row => ({
      row,
      figures: own
        .filter(o => row.measure.indicators.includes(o.indicator))
        .sort(newestFirst)
        .map(observation => ({
          observation,
          used: isUsed(row, observation),
          learnt: moments.get(observation.log) ?? null,
        })),
    })),
    previous: entries[at - 1] ?? null,
    next: entries[at + 1] ?? null,
    words:
      source && place
        ? {
            document: source.document,
            section: placeFinder((await loadOpenDraft(desk, source.draft)).reading)(place.start),
          }
        : null,
  }
}

function newestFirst(a: Observation, b: Observation): number {
  const [x, y] = [endOf(a.period), endOf(b.period)]
  return x !== y
    ? x < y
      ? 1
      : -1
    : a.period.start !== b.period.start
      ? a.period.start < b.period.start
        ? 1
        : -1
      : b.log - a.log
}

const isUsed = ({ judgement }: Row, o: Observation): boolean =>
  judgement.used.some(
    f =>
      f.indicator === o.indicator &&
      f.log === o.log &&
      f.source === o.source &&
      f.method === o.method &&
      f.period.start === o.period.start &&
      endOf(f.period) === endOf(o.period),
  )
