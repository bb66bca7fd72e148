import { addWorkingDays } from '../calendar/working-days.ts'
import type { Standing } from '../late/standing.ts'
import type { Setup } from '../setup.ts'
import { toEach, type Notice, type NoticeKind } from './notice.ts'

/**
 * What the calendar has to say on a day, to whom and why: that a round has opened, reminders, the due day, and for what is
 * late the people themselves, then the head of their office, then the planner. Each notice has one id for its round, office
 * and kind, so that a day that was missed is made up for and none goes out twice.
 */
export function dueNotices(standings: readonly Standing[], setup: Setup, on: string): Notice[] {
  return standings.flatMap(standing => {
    if (standing.submitted !== null) return []
    return kindsOn(standing, setup, on).flatMap(kind =>
      toEach(recipientsOf(kind, standing, setup), noticeOf(kind, standing, setup, on)),
    )
  })
}

function kindsOn({ round, daysLate }: Standing, { calendar }: Setup, on: string): (readonly [NoticeKind, string])[] {
  const { due, schedule } = round
  if (on < due) {
    const reminders = schedule.remind
      .map(days => addWorkingDays(calendar, due, -days))
      .filter(day => day <= on)
      .sort()
    const latest = reminders.at(-1)
    return [['opened', round.opens], ...(latest === undefined ? [] : [['reminder', latest] as const])]
  }
  if (on === due) return [['due-today', due]]
  const kinds: (readonly [NoticeKind, string])[] = [['late', due]]
  if (daysLate >= schedule.toHead) kinds.push(['to-head', due])
  if (daysLate >= schedule.toPlanner) kinds.push(['to-planner', due])
  return kinds
}

function recipientsOf(
  [kind]: readonly [NoticeKind, string],
  { organisation, round }: Standing,
  { assignments, organisations, planners }: Setup,
): (string | null)[] {
  if (kind === 'to-planner' || organisation === '') return [...planners]
  if (kind === 'to-head')
    return [organisations.get(organisation)?.head ?? null, ...headsAbove(organisation, organisations)]
  return assignments.flatMap(each =>
    each.organisation === organisation && round.schedule.indicators.includes(each.indicator)
      ? [each.owner, each.deputy]
      : [],
  )
}

/** Where an office has no head, the head of the office that it comes under. */
function headsAbove(id: string, organisations: Setup['organisations']): (string | null)[] {
  const office = organisations.get(id)
  const parent = office?.head === null ? office.parent : null
  if (parent === null) return []
  const above = organisations.get(parent)?.head ?? null
  return above === null ? headsAbove(parent, organisations) : [above]
}

function noticeOf(
  [kind, day]: readonly [NoticeKind, string],
  { round, organisation, asked, daysLate }: Standing,
  { organisations }: Setup,
  on: string,
): Omit<Notice, 'recipient'> {
  const once = kind === 'reminder' ? `/${day}` : ''
  const put = round.extended ? `/${round.due}` : ''
  return {
    id: `${kind}/${round.id}/${organisation}${once}${put}`,
    kind,
    round: round.id,
    organisation,
    day: on,
    detail: {
      office: organisations.get(organisation)?.name ?? organisation,
      round: round.schedule.name,
      due: round.due,
      asked: String(asked),
      days: String(daysLate),
    },
  }
}
