import type { Who } from '../../api/access.ts'
import { workingDaysBetween } from '../../desk/calendar/working-days.ts'
import { findingAccess } from '../../desk/findings/access.ts'
import { byUrgency, type Finding } from '../../desk/findings/finding.ts'
import { listFindings } from '../../desk/findings/known.ts'
import { standings, type Standing } from '../../desk/late/standing.ts'
import { may, maySomewhere } from '../../desk/policy.ts'
import { handsIn } from '../../desk/reports/report.ts'
import { setupOf, type Setup } from '../../desk/setup.ts'
import { addDays } from '../../measure/period.ts'
import { dayIn } from '../../measure/vietnam-time.ts'
import { draftLinks, listDocuments } from '../../store/documents.ts'
import { noticesOf, type NoticeListed } from '../../store/notices.ts'
import { reportSteps, type ReportStep } from '../../store/reports.ts'
import type { Around } from '../around.ts'

/** A report that waits for whoever looks. */
export interface Work {
  readonly standing: Standing
  readonly office: string
  /** The last step of the report; null where nothing was begun. */
  readonly last: ReportStep | null
  /** Working days until it is due, 0 today; negative: so many days ago. */
  readonly left: number
  /** It waits for another person: whoever looks had their hands in it. */
  readonly own: boolean
}

/** An office with reports that are late. */
export interface LateOffice {
  readonly office: string
  readonly rounds: readonly Standing[]
  /** The most working days that one of them is late. */
  readonly days: number
}

/** A finding that waits for whoever looks: for their office's answer, or for their conclusion. */
export interface FindingWork {
  readonly finding: Finding
  readonly office: string
  readonly left: number
}

/** A draft that somebody began, by the name of its document. */
export interface OpenDraftListed {
  readonly id: string
  readonly name: string
}

/** What is whose now, the most urgent first. */
export interface DeskHome {
  readonly on: string
  readonly returned: readonly Work[]
  readonly due: readonly Work[]
  readonly approve: readonly Work[]
  readonly publish: readonly Work[]
  readonly findings: readonly FindingWork[]
  readonly late: readonly LateOffice[]
  /** Drafts of plans that are not published yet, for those who plan. */
  readonly drafts: readonly OpenDraftListed[]
  readonly notices: readonly NoticeListed[]
  /** Whether the reader is one of those who are told who is late. */
  readonly watches: boolean
}

/** Rounds that were due longer ago than this are history, not work. */
export const DAYS_BACK = 800
const NOTICES = 12

/** The work of one person: the number of questions to the store does not grow with it. */
export async function loadDesk({ store, tenant, now }: Around, { member, user }: Who): Promise<DeskHome> {
  const on = dayIn(now())
  const setup = await setupOf(store, tenant)
  const all = await standings(store, tenant, setup, { on, since: addDays(on, -DAYS_BACK) })
  const steps = stepsByReport(await reportSteps(store, tenant, [...new Set(all.map(each => each.round.id))]))
  const email = user?.email ?? ''
  const leftTo = (due: string, late: number) => (due >= on ? workingDaysBetween(setup.calendar, on, due) : -late)
  const work = (standing: Standing): Work => {
    const its = steps.get(`${standing.round.id} ${standing.organisation}`) ?? []
    const left = leftTo(standing.round.due, standing.daysLate)
    return {
      standing,
      office: officeName(setup, standing.organisation),
      last: its.at(-1) ?? null,
      left,
      own: handsIn(its).has(email),
    }
  }
  const mine = all.filter(each => mayFor(member, 'report.edit', each)).map(work)
  const watches = maySomewhere(member, 'round.define') || grantsAll(member, 'leader') || grantsAll(member, 'inspector')
  return {
    on,
    returned: mine.filter(each => each.standing.state === 'returned'),
    due: mine.filter(each => each.standing.state === 'not-begun' || each.standing.state === 'draft'),
    approve: all.filter(each => each.state === 'submitted' && mayFor(member, 'report.approve', each)).map(work),
    publish: all.filter(each => each.state === 'approved' && mayFor(member, 'report.publish', each)).map(work),
    findings: (await findingsFor(store, tenant, setup, member, on)).map(finding => ({
      finding,
      office: officeName(setup, finding.organisation),
      left: leftTo(finding.due, workingDaysBetween(setup.calendar, finding.due, on)),
    })),
    late: watches ? lateOffices(all, setup) : [],
    drafts: maySomewhere(member, 'plan.define') ? await openDrafts(store, tenant) : [],
    notices: await noticesOf(store, tenant, { recipient: email, limit: NOTICES }),
    watches,
  }
}

async function openDrafts(store: Around['store'], tenant: string): Promise<readonly OpenDraftListed[]> {
  const names = new Map((await listDocuments(store, tenant)).map(({ id, name }) => [id, name]))
  const links = await draftLinks(store, tenant)
  return links.flatMap(({ draft, document, state }) =>
    state === 'open' ? [{ id: draft, name: names.get(document) ?? document }] : [],
  )
}

/** Findings whose next step is a member's: an answer of their own office, a conclusion. */
async function findingsFor(
  store: Around['store'],
  tenant: string,
  setup: Setup,
  member: Who['member'],
  on: string,
): Promise<readonly Finding[]> {
  if (!maySomewhere(member, 'finding.answer') && !maySomewhere(member, 'finding.record')) return []
  const mine = (member?.grants ?? []).flatMap(({ organisation }) => organisation ?? [])
  const allowed = findingAccess(setup.organisations, setup.territory, on)
  return (await listFindings(store, tenant))
    .filter(finding =>
      finding.state === 'open'
        ? mine.includes(finding.organisation) && allowed(member, 'finding.answer', finding)
        : finding.state === 'answered' && allowed(member, 'finding.record', finding),
    )
    .sort(byUrgency(on))
}

const grantsAll = (member: Who['member'], role: string) =>
  (member?.grants ?? []).some(grant => grant.role === role && grant.organisation === null)

/** Whether a verb is somebody's for an office, whatever area of it their role is bound to; the act itself asks for each. */
const mayFor = (member: Who['member'], verb: Parameters<typeof may>[1], { organisation }: Standing): boolean =>
  organisation !== '' && may(member, verb, { organisation, area: '' }, () => true)

export const officeName = ({ organisations }: Pick<Setup, 'organisations'>, id: string): string =>
  organisations.get(id)?.name ?? id

function stepsByReport(steps: readonly ReportStep[]): ReadonlyMap<string, readonly ReportStep[]> {
  const found = new Map<string, ReportStep[]>()
  for (const step of steps) {
    const key = `${step.round} ${step.organisation}`
    const list = found.get(key)
    if (list) list.push(step)
    else found.set(key, [step])
  }
  return found
}

function lateOffices(all: readonly Standing[], setup: Setup): LateOffice[] {
  const found = new Map<string, Standing[]>()
  for (const standing of all) {
    if (standing.submitted !== null || standing.lateSince === null) continue
    const list = found.get(standing.organisation)
    if (list) list.push(standing)
    else found.set(standing.organisation, [standing])
  }
  return [...found]
    .map(([organisation, rounds]) => ({
      office: officeName(setup, organisation),
      rounds,
      days: Math.max(...rounds.map(each => each.daysLate)),
    }))
    .sort((a, b) => b.days - a.days || (a.office < b.office ? -1 : 1))
}
