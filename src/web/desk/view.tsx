import type { Child } from 'hono/jsx'
import { noticeIn } from '../../desk/notices/said.ts'
import { say } from '../../messages/catalogue.ts'
import { showDay, showPeriod } from '../../measure/show.ts'
import { to } from '../frame/address.ts'
import { Layout } from '../frame/layout.tsx'
import { Outbox } from '../frame/outbox.tsx'
import type { View } from '../frame/view.ts'
import { reportPath } from '../report/path.ts'
import type { DeskHome, FindingWork, LateOffice, Work } from './load.ts'

export interface DeskPageProps {
  readonly view: View
  readonly home: DeskHome
  readonly person: string
}

/** What is mine now, by role, the most urgent first. */
export function DeskPage({ view, home, person }: DeskPageProps) {
  const { t } = view
  const { returned, due, approve, publish, findings, late, drafts, notices, watches } = home
  const nothing = returned.length + due.length + approve.length + publish.length + findings.length + late.length === 0
  return (
    <Layout view={view} title={t('web.desk.title')} place="desk" scripts={['desk']}>
      <header>
        <h1>{t('web.desk.title')}</h1>
        <p>{t('web.desk.today', { day: showDay(home.on, view.language) })}</p>
      </header>
      <Outbox view={view} person={person} />
      {nothing && <p class="told">{t(watches ? 'web.desk.nobody-late' : 'web.desk.nothing')}</p>}
      <Works view={view} title="returned" works={returned} act="correct">
        {work => <q>{work.last?.reason}</q>}
      </Works>
      <Works view={view} title="due" works={due} act="fill-in" />
      <Works view={view} title="approve" works={approve} act="look">
        {work => work.own && <small>{t('web.desk.own')}</small>}
      </Works>
      <Works view={view} title="publish" works={publish} act="look">
        {work => work.own && <small>{t('web.desk.own')}</small>}
      </Works>
      {findings.length > 0 && <FindingWorks view={view} findings={findings} />}
      {late.length > 0 && <Late view={view} late={late} />}
      {drafts.length > 0 && (
        <>
          <h2>
            {t('web.desk.drafts')} <small>{drafts.length}</small>
          </h2>
          <ul class="notices">
            {drafts.slice(0, MOST_DRAFTS).map(({ id, name }) => (
              <li>
                <a href={to(view.address, `/drafts/${id}`)}>{name}</a>
              </li>
            ))}
          </ul>
          {drafts.length > MOST_DRAFTS && (
            <p>
              <a href={to(view.address, '/documents')}>{t('web.documents.title')}</a>
            </p>
          )}
        </>
      )}
      {notices.length > 0 && (
        <>
          <h2>{t('web.desk.notices')}</h2>
          <ul class="notices">
            {notices.map(notice => (
              <li>
                <time datetime={notice.day}>{showDay(notice.day, view.language)}</time>{' '}
                <a href={to(view.address, noticePath(notice))}>{noticeIn(notice, view.language)}</a>
              </li>
            ))}
          </ul>
        </>
      )}
    </Layout>
  )
}

const MOST_DRAFTS = 12

/** One kind of work as a timetable: until when, what, in which state, and the way to it. */
function Works({
  view,
  title,
  works,
  act,
  children,
}: {
  readonly view: View
  readonly title: 'returned' | 'due' | 'approve' | 'publish'
  readonly works: readonly Work[]
  readonly act: 'correct' | 'fill-in' | 'look'
  readonly children?: (work: Work) => Child
}) {
  if (works.length === 0) return null
  const { t, language } = view
  return (
    <>
      <h2>
        {t(`web.desk.${title}`)} <small>{works.length}</small>
      </h2>
      <table class="rows works">
        <thead>
          <tr>
            <th scope="col">{t('web.desk.until')}</th>
            <th scope="col">{t('web.desk.round')}</th>
            <th scope="col">{t('web.desk.office')}</th>
            <th scope="col" class="num">
              {t('web.desk.figures')}
            </th>
            <th scope="col">{t('web.desk.state')}</th>
            <th scope="col">
              <span class="hidden">{t('web.desk.act')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {works.map(work => {
            const { standing, office, last, left } = work
            const path = to(view.address, reportPath(standing.round.id, standing.organisation))
            return (
              <tr>
                <td class="until">
                  <b>{showDay(standing.round.due, language)}</b> <Left view={view} left={left} />
                </td>
                <th scope="row">
                  <a href={path}>
                    {standing.round.schedule.name}, {showPeriod(standing.round.period, language)}
                  </a>
                </th>
                <td>{office}</td>
                <td class="num" data-label={t('web.desk.figures')}>
                  {standing.asked}
                </td>
                <td>
                  {say(`desk.state-${standing.state}`, language)}
                  {last && <small> {last.actor}</small>} {children?.(work)}
                </td>
                <td class="act">
                  <a href={path}>{t(`web.desk.${act}`)}</a>
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </>
  )
}

/** Where what a notice tells of is seen. */
const noticePath = ({
  round,
  organisation,
  detail,
}: Pick<DeskHome['notices'][number], 'round' | 'organisation' | 'detail'>) =>
  detail['finding'] === undefined
    ? reportPath(round, organisation)
    : `/findings/${encodeURIComponent(detail['finding'])}`

/** Findings of inspections that wait for an answer or a conclusion. */
function FindingWorks({ view, findings }: { readonly view: View; readonly findings: readonly FindingWork[] }) {
  const { t, language } = view
  return (
    <>
      <h2>
        {t('web.desk.findings')} <small>{findings.length}</small>
      </h2>
      <table class="rows works">
        <thead>
          <tr>
            <th scope="col">{t('web.desk.until')}</th>
            <th scope="col">{t('web.finding.found')}</th>
            <th scope="col">{t('web.desk.office')}</th>
            <th scope="col">{t('web.desk.state')}</th>
            <th scope="col">
              <span class="hidden">{t('web.desk.act')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {findings.map(({ finding, office, left }) => {
            const path = to(view.address, `/findings/${finding.id}`)
            return (
              <tr>
                <td class="until">
                  <b>{showDay(finding.due, language)}</b> {finding.state === 'open' && <Left view={view} left={left} />}
                </td>
                <th scope="row">
                  <a href={path}>
                    {finding.id}, {finding.about.name}
                  </a>
                </th>
                <td>{office}</td>
                <td>{t(`web.finding.state-${finding.state}`)}</td>
                <td class="act">
                  <a href={path}>{t(finding.state === 'open' ? 'web.desk.answer' : 'web.desk.look')}</a>
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </>
  )
}

/** How long there is, or how late it is, in working days. */
export function Left({ view, left }: { readonly view: View; readonly left: number }) {
  const { t } = view
  if (left < 0) return <span class="late">{t('web.desk.days-late', { days: String(-left) })}</span>
  if (left === 0) return <span class="soon">{t('web.desk.due-today')}</span>
  return <span class={left <= 2 ? 'soon' : 'left'}>{t('web.desk.days-left', { days: String(left) })}</span>
}

function Late({ view, late }: { readonly view: View; readonly late: readonly LateOffice[] }) {
  const { t, language } = view
  return (
    <>
      <h2>
        {t('web.desk.late')} <small>{late.length}</small>
      </h2>
      <table class="rows works">
        <thead>
          <tr>
            <th scope="col">{t('web.desk.office')}</th>
            <th scope="col">{t('web.desk.rounds-late')}</th>
            <th scope="col" class="num">
              {t('web.desk.longest')}
            </th>
          </tr>
        </thead>
        <tbody>
          {late.map(({ office, rounds, days }) => (
            <tr>
              <th scope="row">{office === '' ? say('desk.nobody', language) : office}</th>
              <td>
                {rounds.map((standing, i) => (
                  <>
                    {i > 0 && ', '}
                    <a href={to(view.address, reportPath(standing.round.id, standing.organisation))}>
                      {standing.round.schedule.name}, {showPeriod(standing.round.period, language)}
                    </a>
                  </>
                ))}
              </td>
              <td class="num late" data-label={t('web.desk.longest')}>
                {t('web.desk.days-late', { days: String(days) })}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}
