import type { Standing } from '../../desk/late/standing.ts'
import type { ResponsibilityGap } from '../../desk/organisations/assignment.ts'
import type { Round } from '../../desk/rounds/round.ts'
import type { Setup } from '../../desk/setup.ts'
import { showDay, showPeriod } from '../../measure/show.ts'
import { to } from '../frame/address.ts'
import { Field, type Refused } from '../frame/field.tsx'
import { Layout } from '../frame/layout.tsx'
import type { View } from '../frame/view.ts'
import { Gaps } from '../organisations/gaps.tsx'
import { organisationName } from './view.tsx'

interface RoundProps {
  readonly view: View
  readonly setup: Setup
  readonly round: Round
  readonly on: string
  readonly standings: readonly Standing[]
  readonly gaps: readonly ResponsibilityGap[]
  readonly refused: Refused | null
}

/** One round: how every office stands in it, figures that are nobody's, and putting off its due day. */
export function RoundPage({ view, setup, round, standings, gaps, refused }: RoundProps) {
  const { t, address, language } = view
  const name = `${round.schedule.name}, ${showPeriod(round.period, language)}`
  const offices = standings.filter(each => each.organisation !== '')
  const shared = { view, form: 'extension', refused }
  return (
    <Layout view={view} title={name} place="rounds">
      <header>
        <h1 lang="vi">{name}</h1>
        <p>
          <a href={to(address, '/rounds')}>{t('web.rounds.title')}</a> ·{' '}
          {t('web.rounds.opens-on', { day: showDay(round.opens, language) })} ·{' '}
          {t('web.rounds.due-on', { day: showDay(round.due, language) })}
          {round.extended && (
            <>
              {' '}
              ({t('web.rounds.put-off', { day: showDay(round.extended.from, language) })}:{' '}
              <span lang="vi">{round.extended.reason}</span>)
            </>
          )}
        </p>
      </header>
      {offices.length === 0 ? (
        <p>{t('web.rounds.no-offices')}</p>
      ) : (
        <table class="rows">
          <caption class="hidden">{t('web.rounds.standing')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('web.rounds.office')}</th>
              <th scope="col" class="num">
                {t('web.rounds.asked')}
              </th>
              <th scope="col">{t('web.rounds.state')}</th>
              <th scope="col">{t('web.rounds.first-sent')}</th>
              <th scope="col" class="num">
                {t('web.rounds.days-late')}
              </th>
            </tr>
          </thead>
          <tbody>
            {offices.map(each => (
              <tr>
                <th scope="row" lang="vi">
                  {organisationName(setup, each.organisation, view)}
                </th>
                <td class="num" data-label={t('web.rounds.asked')}>
                  {each.asked}
                </td>
                <td data-label={t('web.rounds.state')}>{t(`web.rounds.state-${each.state}`)}</td>
                <td data-label={t('web.rounds.first-sent')}>
                  {each.submitted !== null && showDay(each.submitted, language)}
                </td>
                <td class="num" data-label={t('web.rounds.days-late')}>
                  {each.daysLate > 0 &&
                    (each.submitted === null ? <b class="overdue">{each.daysLate}</b> : each.daysLate)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <Gaps view={view} setup={setup} gaps={gaps} />
      {view.may('round.define') && (
        <section aria-labelledby="extension">
          <h2 id="extension">{t('web.rounds.extend')}</h2>
          <form method="post" action={to(address, `/rounds/${encodeURIComponent(round.id)}/extension`)}>
            <div class="fields">
              <Field {...shared} name="due" label={t('web.rounds.new-due')} value={round.due} type="date" />
              <Field {...shared} name="reason" label={t('web.rounds.reason')} value="" wide />
            </div>
            <button type="submit">{t('web.rounds.extend')}</button>
          </form>
        </section>
      )}
    </Layout>
  )
}
