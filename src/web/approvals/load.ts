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
  /** Whoever looks had their hands in it. */
  readonly own: boolean
}

export interface Approvals {
  readonly approve: readonly Waiting[]
  readonly publish: readonly Waiting[]
  /** How many more wait than are shown. */
  readonly more: number
}

const MOST_REPORTS = 100
const MOST_NOTABLE = 8

/** What waits for somebody's approval or publication, the first due first. */
export async function loadApprovals(around: Around, { member, user }: Who): Promise<Approvals> {
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
    return {
      form,
      findings,
      notable: notableIn(form, findings),
      own: handsIn(form.steps).has(user?.email ?? ''),
    }
  })
  return {
    approve: waiting.filter(each => each.form.state === 'submitted'),
    publish: waiting.filter(each => each.form.state === 'approved'),
    more: Math.max(0, found.length - MOST_REPORTS),
  }
}

const mayFor = (member: Who['member'], verb: Verb, { organisation }: Standing): boolean =>
  organisation !== '' && may(member, verb, { organisation, area: '' }, () => true)

function notableIn(form: ReportForm, findings: Waiting['findings']): readonly FormFigure[] {
  const weight = (figure: FormFigure): number => {
    const { line, key, previous, indicator } = figure
    if (findings.has(key)) return 3e9
    if ((line?.note ?? '') !== '' || line?.absent != null) return 2e9
    return changeOf(line?.value ?? null, previous, indicator.unit, 'vi')?.size ?? 0
  }
  return form.figures
    .map(figure => ({ figure, weight: weight(figure) }))
    .filter(each => each.weight > 0)
    .sort((a, b) => b.weight - a.weight)
    .slice(0, MOST_NOTABLE)
    .map(each => each.figure)
}
