import type { YearDecision } from '../../desk/calendar/holidays.ts'
import type { ReportingRate } from '../../desk/late/rates.ts'
import type { Standing } from '../../desk/late/standing.ts'
import type { Setup } from '../../desk/setup.ts'
import { showDay, showPeriod } from '../../measure/show.ts'
import type { Message } from '../../messages/message.ts'
import { to } from '../frame/address.ts'
import type { Refused } from '../frame/field.tsx'
import { Layout } from '../frame/layout.tsx'
import { MessageList } from '../frame/messages.tsx'
import type { View } from '../frame/view.ts'
import { CalendarPart } from './calendar.tsx'
import { SchedulesPart } from './schedules.tsx'

export interface RoundsProps {
  readonly view: View
  readonly setup: Setup
  /** Today, ISO. */
  readonly on: string
  readonly standings: readonly Standing[]
  readonly rates: readonly ReportingRate[]
  readonly decisions: ReadonlyMap<string, YearDecision>
  /** At "schedule.ID" or "calendar". */
  readonly refused: Refused | null
  /** What is wrong with a table that was loaded. */
  readonly told: readonly Message[]
}

export const organisationName = ({ organisations }: Setup, id: string, { t }: View): string =>
  id === '' ? t('web.rounds.nobody') : (organisations.get(id)?.name ?? id)

/** Rounds that are open or were, who is late, how reliably offices report; then what rounds are made of. */
export function RoundsPage(props: RoundsProps) {
  const { view, told } = props
  const { t } = view
  return (
    <Layout view={view} title={t('web.rounds.title')} place="rounds">
      <header>
        <h1>{t('web.rounds.title')}</h1>
        <p>{t('web.rounds.about', { day: showDay(props.on, view.language) })}</p>
      </header>
      {told.length > 0 && (
        <div class="fault" role="alert">
          <p>{t('web.territory.refused', { count: String(told.length) })}</p>
          <MessageList view={view} messages={told.slice(0, MOST_TOLD)} />
        </div>
      )}
      <OpenRounds {...props} />
      <Late {...props} />
      <Rates {...props} />
      <SchedulesPart {...props} />
      {view.may('round.define') && <CalendarPart {...props} />}
    </Layout>
  )
}

const MOST_TOLD = 100

function OpenRounds({ view, standings }: RoundsProps) {
  const { t, address, language } = view
  const rounds = new Map(standings.map(each => [each.round.id, each.round]))
  const newest = [...rounds.values()].reverse()
  if (newest.length === 0) return <p>{t('web.rounds.none')}</p>
  return (
    <section aria-labelledby="open">
      <h2 id="open">{t('web.rounds.opened')}</h2>
      <table class="rows">
        <thead>
          <tr>
            <th scope="col">{t('web.rounds.round')}</th>
            <th scope="col">{t('web.rounds.period')}</th>
            <th scope="col">{t('web.rounds.due')}</th>
            <th scope="col" class="num">
              {t('web.rounds.submitted')}
            </th>
            <th scope="col" class="num">
              {t('web.rounds.late')}
            </th>
            <th scope="col" class="num">
              {t('web.rounds.unassigned')}
            </th>
          </tr>
        </thead>
        <tbody>
          {newest.map(round => {
            const own = standings.filter(each => each.round.id === round.id)
            const offices = own.filter(each => each.organisation !== '')
            const sent = offices.filter(each => each.submitted !== null).length
            const late = offices.filter(each => each.submitted === null && each.lateSince !== null).length
            const nobody = own.find(each => each.organisation === '')?.asked ?? 0
            return (
              <tr>
                <th scope="row">
                  <a href={to(address, `/rounds/${encodeURIComponent(round.id)}`)} lang="vi">
                    {round.schedule.name}
                  </a>
                </th>
                <td data-label={t('web.rounds.period')}>{showPeriod(round.period, language)}</td>
                <td data-label={t('web.rounds.due')}>
                  {showDay(round.due, language)}
                  {round.extended && (
                    <small> {t('web.rounds.put-off', { day: showDay(round.extended.from, language) })}</small>
                  )}
                </td>
                <td class="num" data-label={t('web.rounds.submitted')}>
                  {sent}/{offices.length}
                </td>
                <td class="num" data-label={t('web.rounds.late')}>
                  {late === 0 ? '' : <b class="overdue">{late}</b>}
                </td>
                <td class="num" data-label={t('web.rounds.unassigned')}>
                  {nobody === 0 ? '' : String(nobody)}
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </section>
  )
}

function Late({ view, setup, standings }: RoundsProps) {
  const { t, address, language } = view
  const late = standings
    .filter(each => each.submitted === null && each.lateSince !== null && each.organisation !== '')
    .sort((a, b) => b.daysLate - a.daysLate)
  return (
    <section aria-labelledby="late">
      <h2 id="late">
        {t('web.rounds.who-is-late')} <small>{late.length}</small>
      </h2>
      {late.length === 0 ? (
        <p>{t('web.rounds.nobody-late')}</p>
      ) : (
        <table class="rows">
          <thead>
            <tr>
              <th scope="col">{t('web.rounds.office')}</th>
              <th scope="col">{t('web.rounds.round')}</th>
              <th scope="col">{t('web.rounds.due')}</th>
              <th scope="col" class="num">
                {t('web.rounds.days-late')}
              </th>
            </tr>
          </thead>
          <tbody>
            {late.map(({ organisation, round, daysLate }) => (
              <tr>
                <th scope="row" lang="vi">
                  {organisationName(setup, organisation, view)}
                </th>
                <td data-label={t('web.rounds.round')}>
                  <a href={to(address, `/rounds/${encodeURIComponent(round.id)}`)} lang="vi">
                    {round.schedule.name}, {showPeriod(round.period, language)}
                  </a>
                </td>
                <td data-label={t('web.rounds.due')}>{showDay(round.due, language)}</td>
                <td class="num" data-label={t('web.rounds.days-late')}>
                  {daysLate}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}

function Rates({ view, setup, rates }: RoundsProps) {
  const { t } = view
  if (rates.length === 0) return null
  return (
    <section aria-labelledby="rates">
      <h2 id="rates">{t('web.rounds.rates')}</h2>
      <p class="small">{t('web.rounds.about-rates')}</p>
      <table class="rows">
        <thead>
          <tr>
            <th scope="col">{t('web.rounds.office')}</th>
            <th scope="col" class="num">
              {t('web.rounds.rounds-count')}
            </th>
            <th scope="col" class="num">
              {t('web.rounds.asked')}
            </th>
            <th scope="col" class="num">
              {t('web.rounds.on-time')}
            </th>
            <th scope="col" class="num">
              {t('web.rounds.late')}
            </th>
            <th scope="col" class="num">
              {t('web.rounds.missing')}
            </th>
            <th scope="col">{t('web.rounds.share')}</th>
          </tr>
        </thead>
        <tbody>
          {rates.map(rate => (
            <tr>
              <th scope="row" lang="vi">
                {organisationName(setup, rate.organisation, view)}
              </th>
              <td class="num" data-label={t('web.rounds.rounds-count')}>
                {rate.rounds}
              </td>
              <td class="num" data-label={t('web.rounds.asked')}>
                {rate.asked}
              </td>
              <td class="num" data-label={t('web.rounds.on-time')}>
                {rate.onTime}
              </td>
              <td class="num" data-label={t('web.rounds.late')}>
                {rate.late}
              </td>
              <td class="num" data-label={t('web.rounds.missing')}>
                {rate.missing}
              </td>
              <td data-label={t('web.rounds.share')}>
                <Share rate={rate} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

const WIDE = 160

/** On time, late and missing as lengths of one bar, which the numbers beside it say too. */
function Share({ rate: { asked, onTime, late } }: { readonly rate: ReportingRate }) {
  if (asked === 0) return null
  const length = (part: number) => Math.round((part / asked) * WIDE)
  return (
    <svg class="share" width={WIDE} height="10" viewBox={`0 0 ${WIDE} 10`} aria-hidden="true">
      <rect class="all" x="0.5" y="0.5" width={WIDE - 1} height="9" />
      <rect class="on-time" width={length(onTime)} height="10" />
      <rect class="share-late" x={length(onTime)} width={length(late)} height="10" />
    </svg>
  )
}
