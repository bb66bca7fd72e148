import { showDay, showMoment, showPeriod } from '../../measure/show.ts'
import { here, to } from '../frame/address.ts'
import { Layout } from '../frame/layout.tsx'
import type { View } from '../frame/view.ts'
import type { FormFigure, ReportForm } from '../../desk/reports/form.ts'
import { changeOf, percentIn } from '../report/change.ts'
import { Changed } from '../report/figures.tsx'
import { findingIn } from '../report/finding.ts'
import { reportPath } from '../report/path.ts'
import { besideIn, figureName, reportName, unitOf } from '../report/words.ts'
import { choiceName, Decisions } from './decide.tsx'
import type { Again, Done } from './decided.ts'
import { CALM_PERCENT, ORDERS, type Approvals, type Order, type Waiting } from './load.ts'

export interface ApprovalsPageProps {
  readonly view: View
  readonly found: Approvals
  readonly order: Order
  /** The calm ones are chosen. */
  readonly calm: boolean
  readonly done: Done | null
  readonly again: Again
}

/** The queue: each report with what differs, what breaks a rule, what was remarked; one or many decided at once. */
export function ApprovalsPage(props: ApprovalsPageProps) {
  const { view, found, done, again } = props
  const { t } = view
  const { approve, publish, more } = found
  return (
    <Layout view={view} title={t('web.approvals.title')} place="approvals" scripts={['busy', 'queue']}>
      <header>
        <h1>{t('web.approvals.title')}</h1>
      </header>
      {done !== null && (
        <div class="told" role="status">
          <p>
            {t(`web.approvals.did-${done.verb}`, { count: String(done.count) })} {t(`web.approvals.after-${done.verb}`)}
          </p>
          {done.reports.length > 0 && (
            <ul>
              {done.reports.map(({ name, path }) => (
                <li>
                  <a href={to(view.address, path)}>{name}</a>
                </li>
              ))}
              {done.count > done.reports.length && (
                <li>{t('web.approvals.more', { count: String(done.count - done.reports.length) })}</li>
              )}
            </ul>
          )}
        </div>
      )}
      {again.refused.length > 0 && (
        <ul class="fault" role="alert">
          {again.refused.map(each => (
            <li>{each}</li>
          ))}
        </ul>
      )}
      {approve.length + publish.length === 0 && <p class="told">{t('web.approvals.none')}</p>}
      <Queue {...props} waiting={approve} verb="approve" />
      <Queue {...props} waiting={publish} verb="publish" />
      {more > 0 && <p class="notes">{t('web.approvals.most', { count: String(more) })}</p>}
    </Layout>
  )
}

function Queue({
  view,
  waiting,
  verb,
  order,
  calm,
  again,
}: ApprovalsPageProps & {
  readonly waiting: readonly Waiting[]
  readonly verb: 'approve' | 'publish'
}) {
  if (waiting.length === 0) return null
  const { t, address } = view
  const quiet = waiting.filter(each => each.calm && !each.own)
  return (
    <form
      method="post"
      action={here(address, { did: null, count: null, of: null })}
      class="queue"
      data-busy={t('web.approvals.busy')}
    >
      <h2>
        {t(`web.approvals.to-${verb}`)} <small>{waiting.length}</small>
      </h2>
      {waiting.length > 1 && (
        <p class="queue-orders">
          {ORDERS.map(each => (
            <a
              href={here(address, { order: each === 'due' ? null : each, did: null, count: null, of: null })}
              aria-current={each === order ? 'true' : undefined}
            >
              {t(`web.approvals.order-${each}`)}
            </a>
          ))}
          {quiet.length > 0 && (
            <a href={here(address, { choose: calm ? null : 'calm', did: null, count: null, of: null })}>
              {calm ? t('web.approvals.choose-none') : t('web.approvals.choose-calm', { count: String(quiet.length) })}
            </a>
          )}
          {quiet.length > 0 && <small>{t('web.approvals.calm-about', { percent: String(CALM_PERCENT) })}</small>}
        </p>
      )}
      {waiting.map(each => (
        <WaitingReport
          view={view}
          waiting={each}
          verb={verb}
          open={waiting.length <= OPEN_AT_ONCE}
          chosen={
            (calm && quiet.includes(each)) || again.chosen.has(`${each.form.round.id} ${each.form.organisation.id}`)
          }
        />
      ))}
      <div class="deciding">
        <p class="of-chosen" data-chosen={view.template('web.approvals.chosen')} role="status">
          {t('web.approvals.of-chosen')}
        </p>
        <Decisions view={view} verb={verb} returns at={verb} reason={again.reason} />
      </div>
      <p class="notes keys" hidden>
        {t('web.approvals.keys')}
      </p>
    </form>
  )
}

/** What is oddest, in one line, so that most reports need not be opened: "Đàn trâu, bò 1.858 → 2.973 +60,0%". */
function Oddest({
  view,
  form,
  figure,
}: {
  readonly view: View
  readonly form: ReportForm
  readonly figure: FormFigure
}) {
  const [was, now] = [besideIn(figure.previous, view), besideIn(figure.line, view)]
  const change = changeOf(figure.line?.value ?? null, figure.previous, figure.indicator.unit)
  return (
    <>
      {figureName(figure, form, view)} {[was, now].filter(Boolean).join(' → ')} {unitOf(figure, view)}
      {change?.percent && <b> {percentIn(change.percent, view.language)}</b>}
    </>
  )
}

/** So many reports are shown with their figures; of more only the heads, each to be opened. */
const OPEN_AT_ONCE = 4

function WaitingReport({
  view,
  waiting,
  verb,
  open,
  chosen,
}: {
  readonly view: View
  readonly waiting: Waiting
  readonly verb: 'approve' | 'publish'
  readonly open: boolean
  readonly chosen: boolean
}) {
  const { t, language, address } = view
  const { form, findings, notable, own } = waiting
  const { round, organisation } = form
  const name = reportName(organisation, round, view)
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
  const [oddest] = notable
  const choice = choiceName(round.id, organisation.id)
  return (
    <article class="waiting">
      <h3>
        <input
          type="checkbox"
          id={id}
          name={choice}
          value={String(form.version)}
          checked={chosen}
          disabled={own && verb === 'publish'}
          aria-label={t('web.approvals.choose', { report: name })}
        />{' '}
        <label for={id}>{name}</label>
      </h3>
      <p class="facts">
        {last &&
          t(verb === 'approve' ? 'web.approvals.submitted' : 'web.approvals.approved', {
            actor: last.actor,
            moment: showMoment(last.moment, language),
          })}
        {' · '}
        {t('web.report.due', { day: showDay(round.due, language) })}
        {counts
          .filter(([code, count], i) => i === 0 || count > 0 || code === 'web.approvals.warnings')
          .map(([code, count]) => ` · ${t(code, { count: String(count) })}`)}
        {' · '}
        <a href={to(address, reportPath(round.id, organisation.id))}>{t('web.approvals.whole')}</a>
        {!own && (
          <>
            {' · '}
            <button type="submit" name="only" value={`${verb} ${choice} ${String(form.version)}`} class="plain">
              {t(`web.approvals.${verb}-this`)}
              <span class="hidden">: {name}</span>
            </button>
          </>
        )}
      </p>
      {own && <p class="waiting-own">{t('web.approvals.own')}</p>}
      {oddest && (
        <details open={open}>
          <summary>
            {t('web.approvals.differences')}: <Oddest view={view} form={form} figure={oddest} />
          </summary>
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
