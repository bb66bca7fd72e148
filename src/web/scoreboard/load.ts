import { courseOf, seriesOf, type Sketchbook } from '../../chart/course-of.ts'
import type { Questions } from '../../api/judged/question.ts'
import type { Course } from '../../chart/course.ts'
import { evaluate, type Question } from '../../evaluation/evaluate.ts'
import { insights, warnings, type Insight } from '../../evaluation/insight.ts'
import { STATUS_WORDS, type Evaluation, type MeasureJudgement, type StatusWord } from '../../evaluation/judgement.ts'
import type { Reach } from '../../evaluation/need/need.ts'
import { indexFigures } from '../../evaluation/series.ts'
import type { Quantity } from '../../evaluation/quantity.ts'
import { ofRatio } from '../../evaluation/quantity.ts'
import { lastYear, years, type Period } from '../../measure/period.ts'
import type { Group, Indicator, Measure, Plan, Target } from '../../plan/plan.ts'

/** A plan and the figures of its own area. */
export interface Known extends Question {
  /** The same with the figures of other areas too, without asking the store again. */
  readonly of: Questions
}

/** A value and the period that it speaks of. */
export interface Dated {
  readonly value: Quantity
  readonly period: Period
  /** Its unit where it is not the measure's own. */
  readonly unit: string | null
  /** Whether every figure behind it is official. */
  readonly firm: boolean
}

export interface Row {
  readonly measure: Measure
  readonly judgement: MeasureJudgement
  readonly course: Course | null
  readonly baseline: Dated | null
  readonly latest: Dated | null
  readonly indicator: Indicator | null
}

export interface Entry {
  readonly target: Target
  readonly status: StatusWord
  readonly rows: readonly Row[]
}

export interface Section {
  readonly head: Head
  readonly entries: readonly Entry[]
}

/** What the targets of a section have in common, by the order that the reader asked for. */
export type Head =
  | { readonly kind: 'group'; readonly group: Group | null }
  | { readonly kind: 'status'; readonly status: StatusWord }
  /** How the pace that is needed stands to what was ever seen; null: nothing is open, or nothing can be said. */
  | { readonly kind: 'warning'; readonly reach: Reach | null }

export interface Scoreboard {
  readonly plan: Plan
  readonly evaluation: Evaluation
  readonly sections: readonly Section[]
  /** How many targets the table has, whatever the filter shows, and how many stand where. */
  readonly targets: number
  readonly counts: Readonly<Record<StatusWord, number>>
  /** The most strained need of each target, where the reader asked for warnings. */
  readonly needs: ReadonlyMap<string, Strained>
}

/** An insight that has a need. */
export type Strained = ReturnType<typeof warnings>[number]

export const SORTS = ['group', 'status', 'warning'] as const
export type Sort = (typeof SORTS)[number]

export interface Choice {
  readonly status: StatusWord | null
  readonly sort: Sort
}

export const sortOf = (text: string | undefined): Sort => SORTS.find(each => each === text) ?? 'group'

/** Worst first: what needs a leader stands at the top. */
const IN_DANGER_FIRST: readonly StatusWord[] = [
  'missed',
  'atRisk',
  'onTrack',
  'met',
  'exceeded',
  'noData',
  'notComputable',
  'notDue',
]

/** Everything that the scoreboard shows. Forecasts and tasks of the document are not promises: they stay out of the table. */
export function loadScoreboard(known: Question, choice: Choice): Scoreboard {
  const { plan } = known
  const evaluation = evaluate(known)
  const entries = entriesOf(known, evaluation).filter(({ target }) => target.scope === 'main')
  const shown = entries.filter(entry => choice.status === null || entry.status === choice.status)
  const needs = choice.sort === 'warning' ? strainedOf(insights(known)) : NO_NEEDS
  return {
    plan,
    evaluation,
    sections: sectionsOf(plan, shown, choice.sort, needs).filter(s => s.entries.length > 0),
    targets: entries.length,
    counts: countsOf(entries),
    needs,
  }
}

const NO_NEEDS: ReadonlyMap<string, Strained> = new Map()

/** The most strained first; a target stands with the worst of its measures. */
function strainedOf(found: readonly Insight[]): ReadonlyMap<string, Strained> {
  const first = new Map<string, Strained>()
  for (const each of warnings(found)) if (!first.has(each.target)) first.set(each.target, each)
  return first
}

function sectionsOf(
  plan: Plan,
  entries: readonly Entry[],
  sort: Sort,
  needs: ReadonlyMap<string, Strained>,
): readonly Section[] {
  switch (sort) {
    case 'group':
      return byGroup(plan, entries)
    case 'status':
      return IN_DANGER_FIRST.map(status => ({
        head: { kind: 'status', status },
        entries: entries.filter(e => e.status === status),
      }))
    case 'warning':
      return byWarning(entries, needs)
    default:
      return sort satisfies never
  }
}

/** What is out of reach stands first, then what asks for more than was ever made, in order of strain. */
const WARNED_FIRST: readonly (Reach | null)[] = ['outOfReach', 'beyondSeen', 'within', 'unknown', 'there', null]

function byWarning(entries: readonly Entry[], needs: ReadonlyMap<string, Strained>): readonly Section[] {
  const order = [...needs.keys()]
  const ranked = [...entries].sort((a, b) => rank(order, a) - rank(order, b))
  return WARNED_FIRST.map(reach => ({
    head: { kind: 'warning', reach },
    entries: ranked.filter(({ target }) => (needs.get(target.id)?.need.reach ?? null) === reach),
  }))
}

function rank(order: readonly string[], { target }: Entry): number {
  const at = order.indexOf(target.id)
  return at < 0 ? order.length : at
}

function countsOf(entries: readonly Entry[]): Readonly<Record<StatusWord, number>> {
  const counts = Object.fromEntries(STATUS_WORDS.map(word => [word, 0])) as Record<StatusWord, number>
  for (const { status } of entries) counts[status] += 1
  return counts
}

export function entriesOf(known: Question, evaluation: Evaluation): readonly Entry[] {
  const { plan, observations, on } = known
  const book: Sketchbook = { plan, index: indexFigures(plan, observations, known), on }
  return plan.targets.map((target, i) => {
    const judged = evaluation.judgements[i]
    const rows = target.measures.flatMap((measure, j) => {
      const judgement = judged?.measures[j]
      return judgement ? [rowOf(book, measure, judgement)] : []
    })
    return { target, status: judged?.status ?? 'notComputable', rows }
  })
}

function byGroup(plan: Plan, entries: readonly Entry[]): readonly Section[] {
  const known = new Set(plan.groups.map(g => g.id))
  return [
    ...plan.groups.map((group): Section => ({
      head: { kind: 'group', group },
      entries: entries.filter(e => e.target.group === group.id),
    })),
    {
      head: { kind: 'group', group: null },
      entries: entries.filter(e => e.target.group === null || !known.has(e.target.group)),
    },
  ]
}

export function rowOf(book: Sketchbook, measure: Measure, judgement: MeasureJudgement): Row {
  const course = courseOf(book, measure, judgement)
  const series = seriesOf(book, measure, judgement)
  return {
    measure,
    judgement,
    course,
    baseline: baselineOf(measure, course),
    latest: latestOf(book.plan, measure, judgement, course),
    indicator: series?.indicator ?? null,
  }
}

function baselineOf(measure: Measure, course: Course | null): Dated | null {
  const start = course?.start
  // A sum sets out from nothing: that is no figure of anybody's.
  if (!start || measure.shape.kind === 'cumulative' || measure.shape.kind === 'addition') return null
  return { value: ofRatio(start.exact), period: start.period, unit: ownUnit(measure, course), firm: start.firm }
}

const ownUnit = (measure: Measure, course: Course) => (course.unit === measure.unit ? null : course.unit)

/** What was judged, with the time that it covers; else the newest figure, which may be too old to decide anything. */
function latestOf(plan: Plan, measure: Measure, judgement: MeasureJudgement, course: Course | null): Dated | null {
  const last = course?.figures.at(-1)
  const { value, used } = judgement
  const firm = used.every(f => f.status === 'official' || f.status === 'revised')
  const { kind, when } = measure.shape
  if (value && (kind === 'meanGrowth' || kind === 'mean' || kind === 'cumulative')) {
    const end = used.reduce((latest, f) => Math.max(latest, lastYear(f.period)), plan.term.from)
    return { value, period: years(plan.term.from, Math.min(end, lastYear(when))), unit: null, firm }
  }
  if (last)
    return {
      value: ofRatio(last.exact),
      period: last.period,
      unit: course ? ownUnit(measure, course) : null,
      firm: last.firm,
    }
  const newest = used.at(-1)
  return value && newest ? { value, period: newest.period, unit: null, firm } : null
}

export const isStatus = (text: string | undefined): text is StatusWord => STATUS_WORDS.some(word => word === text)

/** Which way the newest figure went against the one before it: for the better, the worse, or neither; null with fewer than two. */
export function trendOf({ course }: Pick<Row, 'course'>): 'better' | 'worse' | 'same' | 'up' | 'down' | null {
  const [before, last] = [course?.figures.at(-2) ?? course?.start, course?.figures.at(-1)]
  if (!course || !before || !last || before === last) return null
  if (last.value === before.value) return 'same'
  const rose = last.value > before.value
  if (course.good === 'none') return rose ? 'up' : 'down'
  return rose === (course.good === 'up') ? 'better' : 'worse'
}
