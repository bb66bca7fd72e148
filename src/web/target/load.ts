import { documentOfPlan } from '../../api/documents.ts'
import { loadOpenDraft, type Shelf } from '../../api/draft/desk.ts'
import { writtenOf, type Written } from '../../api/moments.ts'
import { courseOf } from '../../chart/course-of.ts'
import { CUBE_SOURCE } from '../../cube/figures.ts'
import { ambitions, type Ambition } from '../../evaluation/ambition.ts'
import { evaluate, figuresOf } from '../../evaluation/evaluate.ts'
import { insights, type Insight } from '../../evaluation/insight.ts'
import { indexFigures } from '../../evaluation/series.ts'
import { endOf, periodCode } from '../../measure/period.ts'
import type { Observation } from '../../plan/observation.ts'
import type { Group, Plan } from '../../plan/plan.ts'
import type { ReadTask } from '../../reading/result.ts'
import { allRevisions } from '../../store/figures.ts'
import { mapSince } from '../../territory/map-days.ts'
import { placeFinder } from '../document/sections.ts'
import { areaPicture, type AreaPicture } from '../map/load.ts'
import type { Ground } from '../map/ground.ts'
import { areaFigures, indicatorsBelow } from '../map/values.ts'
import { entriesOf, type Entry, type Known, type Row } from '../scoreboard/load.ts'
import { gapsOf, type Gap } from './gap.ts'
import { tasksFor } from './serving.ts'

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
  /** Tasks of the document that speak of it, with the section that each stands in. */
  readonly tasks: readonly { readonly task: ReadTask; readonly section: string }[]
}

export interface MeasureFigures {
  readonly row: Row
  /** The figures of its indicators for the plan's area, the newest period first. */
  readonly figures: readonly ShownFigure[]
  /** What else can be said of its indicators: projections, needs, other methods. */
  readonly insights: readonly Insight[]
  /** What it promises a year beside what the last term made. */
  readonly ambitions: readonly Ambition[]
  /** The indicator over areas, where figures by area are known. */
  readonly byArea: AreaPicture | null
  /** Whose its gap is, by areas or by parts, where it was shared out or has parts. */
  readonly gaps: readonly Gap[]
}

export interface ShownFigure {
  readonly observation: Observation
  /** Whether the judgement rests on it. */
  readonly used: boolean
  readonly learnt: Written | null
  /** What stood before it, the newest first. */
  readonly before: readonly { readonly observation: Observation; readonly learnt: Written | null }[]
}

export async function loadTarget(desk: Shelf, known: Known, ground: Ground, id: string): Promise<FoundTarget | null> {
  const { plan } = known
  const entries = entriesOf(known, evaluate(known))
  const index = entries.findIndex(entry => entry.target.id === id)
  const entry = entries[index]
  if (!entry) return null
  const codes = [...new Set(entry.target.measures.flatMap(m => m.indicators))]
  const every = await allRevisions(desk.store, desk.tenant, {
    asOf: known.asOfLog ?? null,
    indicators: codes,
    areas: [plan.area],
  })
  const written = await writtenOf(
    desk.store,
    desk.tenant,
    every.map(o => o.log),
  )
  const own = known.observations.filter(o => codes.includes(o.indicator) && o.area === plan.area)
  const revisions = new Map<string, Observation[]>()
  for (const o of every) revisions.set(keyOf(o), [o, ...(revisions.get(keyOf(o)) ?? [])])
  const learntOf = (o: Observation) => written.get(o.log) ?? null
  const alone = { ...known, plan: { ...plan, targets: [entry.target] } }
  const found = insights(alone)
  const against = ambitions(alone.plan, figuresOf(alone), alone)
  const book = { plan, index: indexFigures(plan, known.observations, known), on: known.on }
  const source = await documentOfPlan(desk, plan.id)
  const reading = source && (await loadOpenDraft(desk, source.draft)).reading
  const at = reading && placeFinder(reading)
  const pictures = picturesBelow(known, ground, codes)
  const gaps = gapsOf(known, ground, id)
  return {
    plan,
    entry,
    group: plan.groups.find(g => g.id === entry.target.group) ?? null,
    measures: entry.rows.map(row => {
      const said = found.filter(each => each.measure === row.measure.id)
      const outlook = said.find(each => each.outlook !== null)?.outlook ?? null
      return {
        row: { ...row, course: courseOf(book, row.measure, row.judgement, outlook) },
        figures: own
          .filter(o => row.measure.indicators.includes(o.indicator))
          .sort(newestFirst)
          .map(observation => ({
            observation: withNote(observation, revisions.get(keyOf(observation))),
            used: isUsed(row, observation),
            learnt: observation.source === CUBE_SOURCE ? null : learntOf(observation),
            before: (revisions.get(keyOf(observation)) ?? [])
              .filter(o => o.log < observation.log)
              .map(o => ({ observation: o, learnt: learntOf(o) })),
          })),
        insights: said,
        ambitions: against.filter(each => each.measure === row.measure.id),
        byArea: row.measure.indicators.map(code => pictures.get(code)).find(each => each !== undefined) ?? null,
        gaps: gaps.filter(({ gap }) => gap.measure === row.measure.id),
      }
    }),
    previous: entries[index - 1] ?? null,
    next: entries[index + 1] ?? null,
    words:
      source && at && entry.target.place ? { document: source.document, section: at(entry.target.place.start) } : null,
    tasks:
      reading && at ? tasksFor(entry.target.measures, reading).map(task => ({ task, section: at(task.start) })) : [],
  }
}

/** A judgement needs no notes, a reader does. */
const withNote = (o: Observation, revisions: readonly Observation[] = []): Observation => ({
  ...o,
  note: revisions.find(each => each.log === o.log)?.note ?? o.note,
})

const keyOf = (o: Observation): string =>
  [o.indicator, o.method, o.map, JSON.stringify(o.breakdown), o.source, periodCode(o.period)].join('\n')

/** The pictures of those indicators of which areas of the map have figures, from the cube that the target is judged by. */
function picturesBelow(known: Known, ground: Ground, codes: readonly string[]): ReadonlyMap<string, AreaPicture> {
  if (ground.map.areas.size === 0) return new Map()
  const { plan, map, on } = known
  const { territory } = ground.chosen
  // Totals stand on the map that is judged; on another one that is shown there are none.
  const added = mapSince(territory, map ?? plan.map ?? on) === ground.since
  const figures = areaFigures(known.of([...territory.areas.keys()]), added)
  const beyond = indicatorsBelow(figures, plan.area)
  const choice = { indicator: undefined, period: undefined, level: undefined, classing: undefined }
  const pictures = plan.indicators
    .filter(each => codes.includes(each.code) && beyond.has(each.code))
    .map(indicator => [indicator.code, areaPicture(ground, plan, indicator, figures, choice)] as const)
    .filter(([, { period }]) => period !== null)
  return new Map(pictures)
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
