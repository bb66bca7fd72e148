import type { Who } from '../../api/access.ts'
import { standings, type Standing } from '../../desk/late/standing.ts'
import { may, type Verb } from '../../desk/policy.ts'
import { findingsOf, formsOf, type FormFigure, type ReportForm } from '../../desk/reports/form.ts'
import { handsIn } from '../../desk/reports/report.ts'
import { setupOf } from '../../desk/setup.ts'
import { addDays } from '../../measure/period.ts'
import { dayIn } from '../../measure/vietnam-time.ts'
import type { Message } from '../../messages/message.ts'
import type { Around } from '../around.ts'
import { DAYS_BACK } from '../desk/load.ts'
import { changeOf } from '../report/change.ts'

/** A report that waits for a decision. */
export interface Waiting {
  readonly form: ReportForm
  readonly findings: ReadonlyMap<string, readonly Message[]>
  /** What to look at first: what breaks a rule, has a remark or no value, and what differs most from the period before. */
  readonly notable: readonly FormFigure[]
  /** How odd it is, to order by: what is not calm is looked at first. */
  readonly odd: number
  /** No warning, no remark, nothing missing, and every figure within `CALM_PERCENT` of the period before. */
  readonly calm: boolean
  /** Whoever looks had their hands in it. */
  readonly own: boolean
}

/** By so many percent a figure may differ from the period before without being looked at first. */
export const CALM_PERCENT = 20

/** The first due first, or the oddest first. */
export const ORDERS = ['due', 'odd'] as const
export type Order = (typeof ORDERS)[number]

export interface Approvals {
  readonly approve: readonly Waiting[]
  readonly publish: readonly Waiting[]
  /** How many more wait than are shown. */
  readonly more: number
}

const MOST_REPORTS = 200
const MOST_NOTABLE = 8

/** What waits for somebody's approval or publication. */
export async function loadApprovals(around: Around, { member, user }: Who, order: Order): Promise<Approvals> {
  const { store, tenant, now } = around
  const on = dayIn(now())
  const setup = await setupOf(store, tenant)
  const all = await standings(store, tenant, setup, { on, since: addDays(on, -DAYS_BACK) })
  const waits = (state: Standing['state'], verb: Verb) =>
    all.filter(each => each.state === state && mayFor(member, verb, each))
  const found = [...waits('submitted', 'report.approve'), ...waits('approved', 'report.publish')]
  const forms = await formsOf(
    around,
    setup,
    found.slice(0, MOST_REPORTS).map(({ round, organisation }) => ({ round: round.id, organisation })),
  )
  const waiting = forms.map((form): Waiting => {
    const findings = findingsOf(form, setup)
    const weighed = weighedIn(form, findings)
    const odd = weighed.reduce((sum, { weight }) => sum + Math.min(weight, BREAKS), 0)
    const whole = form.figures.every(({ line }) => line !== null)
    return {
      form,
      findings,
      notable: weighed.slice(0, MOST_NOTABLE).map(each => each.figure),
      odd,
      calm: whole && (weighed[0]?.weight ?? 0) <= CALM_PERCENT,
      own: handsIn(form.steps).has(user?.email ?? ''),
    }
  })
  if (order === 'odd') waiting.sort((a, b) => b.odd - a.odd)
  return {
    approve: waiting.filter(each => each.form.state === 'submitted'),
    publish: waiting.filter(each => each.form.state === 'approved'),
    more: Math.max(0, found.length - MOST_REPORTS),
  }
}

const mayFor = (member: Who['member'], verb: Verb, { organisation }: Standing): boolean =>
  organisation !== '' && may(member, verb, { organisation, area: '' }, () => true)

/** What breaks a rule comes before what has a remark or no value, and that before whatever differs, by how much in percent. */
const [BREAKS, EXPLAINED] = [1e9, 1e6]

/** The figures that are worth a look, the oddest first. */
function weighedIn(
  form: ReportForm,
  findings: Waiting['findings'],
): readonly { readonly figure: FormFigure; readonly weight: number }[] {
  const weight = (figure: FormFigure): number => {
    const { line, key, previous, indicator } = figure
    if (findings.has(key)) return BREAKS
    if ((line?.note ?? '') !== '' || line?.absent != null) return EXPLAINED
    return changeOf(line?.value ?? null, previous, indicator.unit)?.size ?? 0
  }
  return form.figures
    .map(figure => ({ figure, weight: weight(figure) }))
    .filter(each => each.weight > 0)
    .sort((a, b) => b.weight - a.weight)
}
