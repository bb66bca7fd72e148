import type { Who } from '../../api/access.ts'
import { Fault } from '../../api/faults.ts'
import { workingDaysBetween } from '../../desk/calendar/working-days.ts'
import { may, type Verb } from '../../desk/policy.ts'
import { findingsOf, formsOf, type FormFigure, type ReportForm } from '../../desk/reports/form.ts'
import { handsIn, TRANSITIONS, type ReportVerb } from '../../desk/reports/report.ts'
import { roundById } from '../../desk/rounds/round.ts'
import { setupOf, type Setup } from '../../desk/setup.ts'
import { lastDay } from '../../measure/period.ts'
import { dayIn } from '../../measure/vietnam-time.ts'
import type { Message } from '../../messages/message.ts'
import { liesIn, mapOn } from '../../territory/map.ts'
import type { Around } from '../around.ts'

/** How a form is laid out: one figure after another with its remark, or areas down and indicators across. */
export type Layout = 'list' | 'matrix'

/** A report as its page shows it. */
export interface ShownReport {
  readonly form: ReportForm
  readonly findings: ReadonlyMap<string, readonly Message[]>
  readonly layout: Layout
  /** The one area that was chosen; null: all. */
  readonly area: string | null
  /** The rows of this page: figures of a list, areas of a matrix. */
  readonly from: number
  readonly to: number
  readonly rows: number
  /** How many rows a page holds. */
  readonly step: number
  /** Working days until it is due; negative: late. */
  readonly left: number
  /** The figures may be changed now, by whoever looks. */
  readonly editable: boolean
  /** What may be done to it now, by whoever looks. */
  readonly verbs: ReadonlySet<ReportVerb>
  /** What would be theirs to do, had they not entered or submitted it themselves. */
  readonly own: boolean
}

/** So many cells of a page are written out; with script a table of any size stands on one. */
export const CELLS_AT_ONCE = 600
const FIGURES_AT_ONCE = 150

export interface ReportAsked {
  readonly round: string
  readonly organisation: string
  readonly area?: string | undefined
  readonly from?: string | undefined
}

/** The report of an office. Throws `no-round`, `no-organisation`, `nothing-asked`, `not-allowed`, `sign-in`. */
export async function loadReport(
  around: Around,
  who: Who,
  asked: ReportAsked,
): Promise<ShownReport & { setup: Setup }> {
  const { store, tenant } = around
  const setup = await setupOf(store, tenant)
  const { round: id, organisation } = asked
  const round = roundById(id, setup.schedules, setup.calendar, setup.extensions)
  if (!round) throw new Fault('no-round', { round: id })
  if (!setup.organisations.has(organisation)) throw new Fault('no-organisation', { organisation })
  const [form] = await formsOf(around, setup, [asked])
  if (!form) throw new Fault('nothing-asked', { round: id, organisation })
  const map = mapOn(setup.territory, lastDay(round.period))
  const inside = (area: string, whole: string) => area === whole || liesIn(map, area, whole)
  const areas = form.areas.map(each => each.id)
  const mayAll = (verb: Verb) => areas.every(area => may(who.member, verb, { organisation, area }, inside))
  if (!areas.some(area => may(who.member, 'read.pending', { organisation, area }, inside)))
    throw new Fault(who.user ? 'not-allowed' : 'sign-in', { verb: 'read.pending' })
  const on = dayIn(around.now())
  const state = form.state === 'not-begun' ? null : form.state
  const hands = handsIn(form.steps).has(who.user?.email ?? '')
  const verbs = new Set<ReportVerb>()
  let own = false
  for (const [verb, { from, verb: right, otherEyes }] of Object.entries(TRANSITIONS) as [ReportVerb, Transition][]) {
    if (!from.includes(state) || round.opens > on || !mayAll(right)) continue
    if (otherEyes && hands) own = true
    else verbs.add(verb)
  }
  const area = areas.includes(asked.area ?? '') ? (asked.area ?? null) : null
  const layout = area !== null || form.areas.length === 1 || form.indicators.length === 1 ? 'list' : 'matrix'
  const rows = layout === 'matrix' ? form.areas.length : figuresIn(form, area).length
  const step = layout === 'matrix' ? Math.max(1, Math.floor(CELLS_AT_ONCE / form.indicators.length)) : FIGURES_AT_ONCE
  const start = /^\d{1,6}$/.test(asked.from ?? '') ? Number(asked.from) : 0
  const from = start < rows ? start - (start % step) : 0
  return {
    setup,
    form,
    findings: findingsOf(form, setup),
    layout,
    area,
    from,
    to: Math.min(rows, from + step),
    rows,
    step,
    left:
      round.due >= on
        ? workingDaysBetween(setup.calendar, on, round.due)
        : -workingDaysBetween(setup.calendar, round.due, on),
    editable: verbs.has('save'),
    verbs,
    own,
  }
}

type Transition = (typeof TRANSITIONS)[ReportVerb]

/** The figures of a form, or of one area of it. */
export const figuresIn = (form: ReportForm, area: string | null): readonly FormFigure[] =>
  area === null ? form.figures : form.figures.filter(figure => figure.area.id === area)

/** The figures that a page writes out. */
export function figuresShown({ form, layout, area, from, to }: ShownReport): readonly FormFigure[] {
  if (layout === 'list') return figuresIn(form, area).slice(from, to)
  const areas = new Set(form.areas.slice(from, to).map(each => each.id))
  return form.figures.filter(figure => areas.has(figure.area.id))
}

/** The indicators whose figures may be added up over the areas asked: they add, and none of the areas lies in another. */
export function summedIn({ areas, indicators, inside }: ReportForm): ReadonlySet<string> {
  const ids = new Set(areas.map(each => each.id))
  const apart = areas.length > 1 && !areas.some(({ id }) => (inside.get(id) ?? []).some(child => ids.has(child)))
  return new Set(apart ? indicators.flatMap(({ code, overAreas }) => (overAreas === 'sum' ? [code] : [])) : [])
}
