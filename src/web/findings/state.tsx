import { isOverdue, type Finding } from '../../desk/findings/finding.ts'
import { daysBetween } from '../../measure/period.ts'
import type { View } from '../frame/view.ts'

interface StateProps {
  readonly view: View
  readonly finding: Finding
  readonly today: string
}

/** State in words, and whether it is late; red is spent on what is late only. */
export function StateOf({ view, finding, today }: StateProps) {
  const { t } = view
  return isOverdue(finding, today) ? (
    <strong class="wrong">{t('web.finding.overdue')}</strong>
  ) : (
    <>{t(`web.finding.state-${finding.state}`)}</>
  )
}

/** How long there is for an answer, how late it is, or since when somebody's conclusion is waited for; in days. */
export function Waiting({ view, finding, today }: StateProps) {
  const { t } = view
  const { state, due, answered } = finding
  const days = (from: string, to: string) => String(daysBetween(from, to))
  switch (state) {
    case 'open':
      if (due === today) return <small>{t('web.desk.due-today')}</small>
      return due < today ? (
        <small class="wrong">{t('web.finding.days-late', { days: days(due, today) })}</small>
      ) : (
        <small>{t('web.finding.days-left', { days: days(today, due) })}</small>
      )
    case 'answered':
      return <small>{t('web.finding.waits-since', { days: days(answered, today) })}</small>
    case 'closed':
      return null
    default:
      return state satisfies never
  }
}
