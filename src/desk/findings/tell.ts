import { dayIn } from '../../measure/vietnam-time.ts'
import { definitions } from '../../store/definitions.ts'
import type { Store } from '../../store/open.ts'
import { grantedEmails, type GrantedEmail } from '../accounts/members.ts'
import { addWorkingDays, workingDaysBetween, type WorkingCalendar } from '../calendar/working-days.ts'
import { toEach, type Notice, type NoticeKind } from '../notices/notice.ts'
import type { Organisation } from '../organisations/organisation.ts'
import { POLICY } from '../policy.ts'
import { isOverdue, type Finding, type FindingVerb } from './finding.ts'

/** Whom findings concern: who answers for an office, and who inspects. */
export interface FindingReaders {
  readonly nameOf: (organisation: string) => string
  /** Its head, and whoever reports or approves for it. */
  readonly of: (organisation: string) => readonly (string | null)[]
  /** Those who inspect everywhere: told where nobody knows who recorded. */
  readonly inspectors: readonly string[]
}

/** Read in a number of questions that does not grow with the findings. */
export async function findingReaders(store: Store, tenant: string): Promise<FindingReaders> {
  const offices = new Map(
    (await definitions(store, tenant, 'organisation')).map(({ id, body }) => [id, body as Organisation]),
  )
  const people = await grantedEmails(store, tenant)
  const answering = (each: GrantedEmail, organisation: string) =>
    each.grants.some(grant => grant.organisation === organisation && POLICY['finding.answer'].includes(grant.role))
  return {
    nameOf: organisation => offices.get(organisation)?.name ?? organisation,
    of: organisation => [
      offices.get(organisation)?.head ?? null,
      ...people.filter(each => answering(each, organisation)).map(({ email }) => email),
    ],
    inspectors: people
      .filter(({ grants }) => grants.some(({ role, organisation }) => role === 'inspector' && organisation === null))
      .map(({ email }) => email),
  }
}

const KIND = {
  record: 'finding-recorded',
  answer: 'finding-answered',
  close: 'finding-closed',
  refuse: 'finding-refused',
  reopen: 'finding-reopened',
} as const satisfies Readonly<Record<FindingVerb | 'record', NoticeKind>>

/** What is told of a step: an answer to who inspects, everything else to the office; nobody is told of what they did. */
export function noticesOfFinding(
  finding: Finding,
  verb: FindingVerb | 'record',
  readers: FindingReaders,
  { actor, log, now }: { readonly actor: string; readonly log: number; readonly now: Date },
): Notice[] {
  const told = verb === 'answer' ? recorderOf(finding, readers) : readers.of(finding.organisation)
  const notice = noticeOf(KIND[verb], finding, readers, dayIn(now), String(log))
  return toEach(
    told.filter(recipient => recipient !== actor),
    { ...notice, detail: { ...notice.detail, actor, reason: finding.reason } },
  )
}

/** So many working days before its day an office is reminded. */
const REMINDED = 3

/** What the calendar has to say of findings that wait for an answer: that the day comes near, and that it has passed. */
export function dueFindings(
  findings: readonly Finding[],
  readers: FindingReaders,
  calendar: WorkingCalendar,
  on: string,
): Notice[] {
  return findings.flatMap(finding => {
    if (finding.state !== 'open') return []
    const late = isOverdue(finding, on)
    if (!late && addWorkingDays(calendar, finding.due, -REMINDED) > on) return []
    // Told once for every time that it was opened with this day.
    const once = `${finding.due}/${finding.answered}`
    const notice = noticeOf(late ? 'finding-late' : 'finding-due', finding, readers, on, once)
    const days = String(late ? workingDaysBetween(calendar, finding.due, on) : workingDaysBetween(calendar, on, finding.due)) // prettier-ignore
    const office = readers.of(finding.organisation)
    return toEach(late ? [...office, ...recorderOf(finding, readers)] : office, {
      ...notice,
      detail: { ...notice.detail, days },
    })
  })
}

const recorderOf = ({ recorder }: Finding, { inspectors }: FindingReaders): readonly string[] =>
  recorder === undefined || recorder === '' ? inspectors : [recorder]

const noticeOf = (
  kind: NoticeKind,
  { id, organisation, due, about }: Finding,
  { nameOf }: FindingReaders,
  day: string,
  once: string,
): Omit<Notice, 'recipient'> => ({
  id: `${kind}/${id}/${once}`,
  kind,
  round: '',
  organisation,
  day,
  detail: { finding: id, office: nameOf(organisation), due, about: about.name },
})
