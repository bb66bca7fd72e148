import { showDay, showMoment, showPeriod, showRange } from '../../measure/show.ts'
import type { Message } from '../../messages/message.ts'
import { TYPED } from '../../plan/entry.ts'
import { LARGEST_EVIDENCE_MB } from '../../desk/evidence/kind.ts'
import { Left } from '../desk/view.tsx'
import { here, to } from '../frame/address.ts'
import { Kept } from '../frame/kept.tsx'
import { Layout } from '../frame/layout.tsx'
import { messageIn } from '../frame/messages.tsx'
import { Outbox } from '../frame/outbox.tsx'
import { Handed, scriptPath } from '../frame/script.tsx'
import type { View, WebCode } from '../frame/view.ts'
import { Decide } from '../approvals/decide.tsx'
import { EvidenceOf } from './evidence.tsx'
import { FileForms } from './file/view.tsx'
import { FigureList, FigureMatrix, rowId, type Again } from './figures.tsx'
import { findingIn } from './finding.ts'
import { handedOf } from './handed.ts'
import type { ShownReport } from './load.ts'
import { reportPath } from './path.ts'
import { ENTERED_STATUSES } from './take.ts'
import { figureName, notationOf, stateIn } from './words.ts'

/** What became of what was just done. */
export interface Told {
  readonly kind: 'done' | 'fault'
  readonly text: string
  /** Places to correct, where those are why. */
  readonly messages: readonly Message[]
}

export interface ReportPageProps {
  readonly view: View
  readonly shown: ShownReport
  readonly again: Again | null
  readonly told: Told | null
  /** Whose page it is, for what is kept in the browser. */
  readonly person: string
}

/** The report of an office: a form where it may be changed, the figures otherwise; works without script. */
export function ReportPage({ view, shown, again, told, person }: ReportPageProps) {
  const { t, language, address } = view
  const { form, editable } = shown
  const { round, organisation } = form
  const path = reportPath(round.id, organisation.id)
  const title = t('web.report.title', { round: round.schedule.name, period: showPeriod(round.period, language) })
  const Figures = shown.layout === 'list' ? FigureList : FigureMatrix
  return (
    <Layout
      view={view}
      title={`${title}, ${organisation.name}`}
      place="desk"
      scripts={editable ? ['grid', 'busy'] : ['desk', 'busy']}
    >
      <Head view={view} shown={shown} title={title} />
      {!editable && <Outbox view={view} person={person} />}
      {told && <ToldView view={view} shown={shown} told={told} />}
      {editable && <Why view={view} shown={shown} />}
      {form.areas.length > 1 && form.indicators.length > 1 && <AreaChoice view={view} shown={shown} path={path} />}
      {editable ? (
        <form
          method="post"
          action={here(address, { did: null })}
          id="report"
          autocomplete="off"
          data-busy={t('web.report.busy')}
          data-outbox={scriptPath('outbox')}
        >
          <input type="hidden" name="expected" value={String(form.version)} />
          <input type="hidden" name="person" value={person} />
          {language !== TYPED && <p class="notes">{t('web.report.notation')}</p>}
          <Parts view={view} shown={shown} />
          <Figures view={view} shown={shown} again={again} />
          <div class="report-bar">
            <StatusChoice view={view} shown={shown} again={again} />
            <button type="submit" name="do" value="save">
              {t('web.report.save')}
            </button>
            {shown.verbs.has('save') && (
              <button type="submit" name="do" value="submit" class="main">
                {t('web.report.submit')}
              </button>
            )}
            <p id="kept" class="kept" role="status"></p>
          </div>
          {language === TYPED && <p class="notes">{t('web.report.notation')}</p>}
          <p class="notes keys" hidden>
            {t('web.report.keys')}
          </p>
          <Handed id="handed" data={handedOf(shown, view, person)} />
        </form>
      ) : (
        <>
          <Parts view={view} shown={shown} />
          <Figures view={view} shown={shown} again={null} />
        </>
      )}
      <FindingList view={view} shown={shown} />
      {form.rest.length > 0 && <p class="notes">{t('web.report.rest', { count: String(form.rest.length) })}</p>}
      <Verbs view={view} shown={shown} path={path} />
      {editable && <FileForms view={view} path={path} />}
      <EvidenceOf view={view} shown={shown} path={path} largest={LARGEST_EVIDENCE_MB} />
      <History view={view} shown={shown} />
    </Layout>
  )
}

function Head({ view, shown, title }: { readonly view: View; readonly shown: ShownReport; readonly title: string }) {
  const { t, language } = view
  const { form, left } = shown
  const { round } = form
  const last = form.steps.at(-1)
  const waits = form.state === 'not-begun' || form.state === 'draft' || form.state === 'returned'
  const filled = form.figures.filter(figure => figure.line !== null).length
  return (
    <header>
      <h1>{title}</h1>
      <p>
        {form.organisation.name} · {t('web.report.due', { day: showDay(round.due, language) })}
        {waits && (
          <>
            {' '}
            (<Left view={view} left={left} />)
          </>
        )}
        {round.extended &&
          `, ${t('web.report.put-off', { day: showDay(round.extended.from, language), reason: round.extended.reason })}`}
        {' · '}
        <b>{stateIn(form.state, view)}</b>
        {last && `, ${t('web.report.last', { actor: last.actor, moment: showMoment(last.moment, view.language) })}`}
        {' · '}
        <span id="filled">
          {t('web.report.counts', { filled: String(filled), asked: String(form.figures.length) })}
        </span>
      </p>
    </header>
  )
}

/** Why it came back, or is open again. */
function Why({ view, shown }: { readonly view: View; readonly shown: ShownReport }) {
  const { steps } = shown.form
  const step = steps.findLast(
    ({ verb }) => verb === 'return' || verb === 'revise' || verb === 'submit' || verb === 'publish',
  )
  if (step?.verb !== 'return' && step?.verb !== 'revise') return null
  const values = { actor: step.actor, moment: showMoment(step.moment, view.language), reason: step.reason }
  return <p class="told">{view.t(step.verb === 'return' ? 'web.report.returned' : 'web.report.revising', values)}</p>
}

const MOST_TOLD = 20

function ToldView({ view, shown, told }: { readonly view: View; readonly shown: ShownReport; readonly told: Told }) {
  const { t } = view
  const names = new Map(shown.form.figures.map(figure => [figure.key, figureName(figure, shown.form, view)]))
  return (
    <div class={told.kind === 'done' ? 'told' : 'fault'} role={told.kind === 'done' ? 'status' : 'alert'}>
      <p>{told.text}</p>
      {told.messages.length > 0 && (
        <ul>
          {told.messages.slice(0, MOST_TOLD).map(message => (
            <li>
              {message.rule === 'desk.line-missing' ? (
                <a href={`#${rowId(message.actual ?? '')}`}>
                  {t('web.report.missing', { figure: names.get(message.actual ?? '') ?? message.actual ?? '' })}
                </a>
              ) : message.rule.startsWith('rule.') ? (
                <>
                  {lineName(message, shown, view)}: {findingIn(message, view, notationOf(shown, view))}
                </>
              ) : (
                messageIn(message, view)
              )}
            </li>
          ))}
          {told.messages.length > MOST_TOLD && (
            <li>{t('web.report.more', { count: String(told.messages.length - MOST_TOLD) })}</li>
          )}
        </ul>
      )}
    </div>
  )
}

/** The figure of a message that tells it by its line among those entered. */
function lineName({ line = 0 }: Message, { form }: ShownReport, view: View): string {
  const figure = form.figures.filter(each => each.line !== null)[line - 1]
  return figure ? figureName(figure, form, view) : String(line)
}

/** One area at a time: on a phone, and where every figure needs its remark. */
function AreaChoice({
  view,
  shown,
  path,
}: {
  readonly view: View
  readonly shown: ShownReport
  readonly path: string
}) {
  const { t, address } = view
  return (
    <form class="when" method="get" action={path}>
      <Kept view={view} />
      <label for="area">{t('web.report.one-area')}</label>
      <select id="area" name="area">
        <option value="">{t('web.report.all-areas')}</option>
        {shown.form.areas.map(({ id, name }) => (
          <option value={id} selected={id === shown.area}>
            {name}
          </option>
        ))}
      </select>
      <button type="submit">{t('web.report.go')}</button>
      {shown.area !== null && <a href={here(address, { area: null })}>{t('web.report.all-areas')}</a>}
    </form>
  )
}

/** The parts of a table that is too long for one page. */
function Parts({ view, shown }: { readonly view: View; readonly shown: ShownReport }) {
  const { t, address } = view
  if (shown.rows <= shown.step) return null
  return (
    <nav class="report-parts" aria-label={t('web.report.pages')}>
      {Array.from({ length: Math.ceil(shown.rows / shown.step) }, (_, i) => {
        const from = i * shown.step
        return (
          <a
            href={here(address, { from: String(from), did: null })}
            aria-current={from === shown.from ? 'true' : undefined}
          >
            {showRange(from + 1, Math.min(shown.rows, from + shown.step))}
          </a>
        )
      })}
    </nav>
  )
}

function StatusChoice({
  view,
  shown,
  again,
}: {
  readonly view: View
  readonly shown: ShownReport
  readonly again: Again | null
}) {
  const { t } = view
  const stand = new Set(shown.form.figures.flatMap(({ line }) => (line ? [line.status] : [])))
  const [only] = stand
  const chosen = again?.typed['status'] ?? (stand.size === 0 ? 'provisional' : stand.size === 1 ? (only ?? '') : '')
  return (
    <span class="choice">
      <label for="status">{t('web.report.status')}</label>{' '}
      <select id="status" name="status">
        {stand.size > 0 && <option value="">{t('web.report.status-keep')}</option>}
        {ENTERED_STATUSES.map(each => (
          <option value={each} selected={each === chosen}>
            {t(`web.report.status-${each}`)}
          </option>
        ))}
      </select>
    </span>
  )
}

/** What the rules find, as a list beside a table that has no room for words. */
function FindingList({ view, shown }: { readonly view: View; readonly shown: ShownReport }) {
  const { t } = view
  const { form } = shown
  const found = shown.layout === 'matrix' ? form.figures.filter(figure => shown.findings.has(figure.key)) : []
  return (
    <section id="findings" hidden={found.length === 0}>
      <h2>{t('web.report.findings')}</h2>
      <ul>
        {found.slice(0, MOST_TOLD).map(figure => (
          <li>
            <b>{figureName(figure, form, view)}:</b>{' '}
            {(shown.findings.get(figure.key) ?? [])
              .map(message => findingIn(message, view, notationOf(shown, view)))
              .join(' ')}
          </li>
        ))}
        {found.length > MOST_TOLD && <li>{t('web.report.more', { count: String(found.length - MOST_TOLD) })}</li>}
      </ul>
    </section>
  )
}

/** What else may be done to it now, each its own form. */
function Verbs({ view, shown, path }: { readonly view: View; readonly shown: ShownReport; readonly path: string }) {
  const { t, address } = view
  const { verbs, form } = shown
  const decides = verbs.has('approve') || verbs.has('publish') || (verbs.has('return') && !shown.editable)
  return (
    <>
      {verbs.has('recall') && (
        <form method="post" action={to(address, path)} class="acts" data-busy={t('web.report.busy')}>
          <input type="hidden" name="expected" value={String(form.version)} />
          <p>
            {t('web.report.recall-why')}{' '}
            <button type="submit" name="do" value="recall">
              {t('web.report.recall')}
            </button>
          </p>
        </form>
      )}
      {(decides || shown.own) && <Decide view={view} shown={shown} back={path} />}
      {verbs.has('revise') && (
        <form method="post" action={to(address, path)} class="fields acts" data-busy={t('web.report.busy')}>
          <input type="hidden" name="expected" value={String(form.version)} />
          <label for="why">{t('web.report.why')}</label>
          <input id="why" name="reason" required maxlength={2000} autocomplete="off" />
          <button type="submit" name="do" value="revise">
            {t('web.report.revise')}
          </button>
        </form>
      )}
    </>
  )
}

/** Who did what, the newest first; saves in a row are counted. */
function History({ view, shown }: { readonly view: View; readonly shown: ShownReport }) {
  const { t } = view
  const { steps } = shown.form
  if (steps.length === 0) return null
  const told = steps.filter((step, i) => step.verb !== 'save' || steps[i + 1]?.verb !== 'save').toReversed()
  const hidden = steps.length - told.length
  return (
    <details class="history">
      <summary>{t('web.report.history')}</summary>
      <ol reversed>
        {told.map(({ verb, actor, moment, reason }) => (
          <li>
            <time datetime={moment}>{showMoment(moment, view.language)}</time> {actor}{' '}
            {t(`web.report.verb-${verb}` as WebCode)}
            {reason !== '' && <q>{reason}</q>}
          </li>
        ))}
      </ol>
      {hidden > 0 && <p>{t('web.report.older', { count: String(hidden) })}</p>}
    </details>
  )
}
