import { showDay, showPeriod } from '../../measure/show.ts'
import { to } from '../frame/address.ts'
import { Layout } from '../frame/layout.tsx'
import { momentIn } from '../frame/moment.ts'
import type { View } from '../frame/view.ts'
import { Changed } from '../report/figures.tsx'
import { findingIn } from '../report/finding.ts'
import { reportPath } from '../report/path.ts'
import { besideIn, figureName, unitOf } from '../report/words.ts'
import { choiceName, Decisions } from './decide.tsx'
import type { Approvals, Waiting } from './load.ts'

export interface ApprovalsPageProps {
  readonly view: View
  readonly found: Approvals
  readonly done: string | null
  /** Why some were not decided, a sentence each. */
  readonly refused: readonly string[]
}

/** The queue: each report with what differs, what breaks a rule, what was remarked; one or many decided at once. */
export function ApprovalsPage({ view, found, done, refused }: ApprovalsPageProps) {
  const { t } = view
  const { approve, publish, more } = found
  return (
    <Layout view={view} title={t('web.approvals.title')} place="approvals" scripts={['busy']}>
      <header>
        <h1>{t('web.approvals.title')}</h1>
      </header>
      {done !== null && (
        <p class="told" role="status">
          {done}
        </p>
      )}
      {refused.length > 0 && (
        <ul class="fault" role="alert">
          {refused.map(each => (
            <li>{each}</li>
          ))}
        </ul>
      )}
      {approve.length + publish.length === 0 && <p class="told">{t('web.approvals.none')}</p>}
      <Queue view={view} waiting={approve} verb="approve" />
      <Queue view={view} waiting={publish} verb="publish" />
      {more > 0 && <p class="notes">{t('web.approvals.most', { count: String(more) })}</p>}
    </Layout>
  )
}

function Queue({
  view,
  waiting,
  verb,
}: {
  readonly view: View
  readonly waiting: readonly Waiting[]
  readonly verb: 'approve' | 'publish'
}) {
  if (waiting.length === 0) return null
  const { t, address } = view
  return (
    <form method="post" action={to(address, '/approvals')} class="queue" data-busy={t('web.approvals.busy')}>
      <h2>
        {t(`web.approvals.to-${verb}`)} <small>{waiting.length}</small>
      </h2>
      {waiting.map(each => (
        <WaitingReport view={view} waiting={each} verb={verb} open={waiting.length <= OPEN_AT_ONCE} />
      ))}
      <p class="of-chosen">{t('web.approvals.of-chosen')}</p>
      <Decisions view={view} verb={verb} returns at={verb} />
    </form>
  )
}

/** So many reports are shown with their figures; of more only the heads, each to be opened. */
const OPEN_AT_ONCE = 4

function WaitingReport({
  view,
  waiting,
  verb,
  open,
}: {
  readonly view: View
  readonly waiting: Waiting
  readonly verb: 'approve' | 'publish'
  readonly open: boolean
}) {
  const { t, language, address } = view
  const { form, findings, notable, own } = waiting
  const { round, organisation } = form
  const name = `${organisation.name}: ${round.schedule.name}, ${showPeriod(round.period, language)}`
  const last = form.steps.at(-1)
  const lines = form.figures.flatMap(({ line }) => (line ? [line] : []))
  const counts = [
    ['web.approvals.figures', lines.length],
    ['web.approvals.absent', lines.filter(line => line.absent !== null).length],
    ['web.approvals.warnings', findings.size],
    ['web.approvals.remarks', lines.filter(line => line.note !== '').length],
    ['web.approvals.files', form.evidence.length],
  ] as const
  const id = `c-${round.id}-${organisation.id}`.replace(/[^\w-]/g, '_')
  return (
    <article class="waiting">
      <h3>
        <input
          type="checkbox"
          id={id}
          name={choiceName(round.id, organisation.id)}
          value={String(form.version)}
          disabled={own && verb === 'publish'}
          aria-label={t('web.approvals.choose', { report: name })}
        />{' '}
        <label for={id}>{name}</label>
      </h3>
      <p class="facts">
        {last &&
          t(verb === 'approve' ? 'web.approvals.submitted' : 'web.approvals.approved', {
            actor: last.actor,
            moment: momentIn(last.moment),
          })}
        {' · '}
        {t('web.report.due', { day: showDay(round.due, language) })}
        {counts
          .filter(([code, count], i) => i === 0 || count > 0 || code === 'web.approvals.warnings')
          .map(([code, count]) => ` · ${t(code, { count: String(count) })}`)}
        {' · '}
        <a href={to(address, reportPath(round.id, organisation.id))}>{t('web.approvals.whole')}</a>
      </p>
      {own && <p class="waiting-own">{t('web.approvals.own')}</p>}
      {notable.length > 0 && (
        <details open={open}>
          <summary>{t('web.approvals.differences')}</summary>
          <table class="rows">
            <thead>
              <tr>
                <th scope="col">{t('web.report.indicator')}</th>
                <th scope="col" class="num">
                  {t('web.report.before', { period: showPeriod(form.previous, language) })}
                </th>
                <th scope="col" class="num">
                  {t('web.report.this')}
                </th>
                <th scope="col" class="num">
                  {t('web.report.change')}
                </th>
                <th scope="col">{t('web.report.note')}</th>
              </tr>
            </thead>
            <tbody>
              {notable.map(figure => (
                <tr>
                  <th scope="row">
                    {figureName(figure, form, view)} <small>{unitOf(figure, view)}</small>
                  </th>
                  <td class="num" data-label={t('web.report.before', { period: showPeriod(form.previous, language) })}>
                    {besideIn(figure.previous, view)}
                  </td>
                  <td class="num" data-label={t('web.report.this')}>
                    <b>{figure.line && besideIn(figure.line, view)}</b>
                  </td>
                  <td class="num" data-label={t('web.report.change')}>
                    <Changed view={view} figure={figure} />
                  </td>
                  <td data-label={t('web.report.note')}>
                    {figure.line?.note}
                    {findings.has(figure.key) && (
                      <span class="finding">
                        {(findings.get(figure.key) ?? []).map(message => findingIn(message, view)).join(' ')}
                      </span>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </details>
      )}
    </article>
  )
}
