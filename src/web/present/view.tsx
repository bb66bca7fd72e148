import { raw } from 'hono/html'
import { targetChart } from '../../chart/target-chart.ts'
import { rowPicture } from '../../chart/row-picture.ts'
import { sentenceOf, sentencesOf } from '../../evaluation/sentence.ts'
import { STATUS_WORDS } from '../../evaluation/judgement.ts'
import type { Chosen } from '../chosen.ts'
import { boundInSigns, periodInBrief, quantityIn, unitIn } from '../frame/figures.ts'
import { Layout } from '../frame/layout.tsx'
import { Mark, Status } from '../frame/status.tsx'
import { nameIn, sourceIn, statusIn, type View } from '../frame/view.ts'
import { chartWords } from '../target/chart-words.ts'
import { tellingOf } from '../target/telling.ts'
import type { Entry, Row } from '../scoreboard/load.ts'
import { groupedNumber, namesOf } from '../scoreboard/names.ts'
import { inWords } from '../scoreboard/picture-words.ts'
import { headIn, Warning } from '../scoreboard/view.tsx'
import { slidePath, type Deck } from './deck.ts'
import { Turn } from './turn.tsx'

export interface ShowProps {
  readonly view: View
  readonly deck: Deck
  readonly chosen: Chosen
}

/** The first picture of a show: how many stand where, and the targets in their order. */
export function OverviewSlide({ view, deck, chosen }: ShowProps) {
  const { language, address, t } = view
  const { board } = deck
  return (
    <Layout view={view} title={nameIn(board.plan.name, language)} kind="present" scripts={['present']} bare>
      <header>
        <h1>{nameIn(board.plan.name, language)}</h1>
      </header>
      <ul class="counts">
        {STATUS_WORDS.filter(word => board.counts[word] > 0).map(word => (
          <li class={`status ${word}`}>
            <Mark status={word} />
            <b>{board.counts[word]}</b> {statusIn(word, language)}
          </li>
        ))}
      </ul>
      <div class="deck">
        {board.sections.map(({ head, entries: own }) => (
          <section>
            <h2>{headIn(head, view)}</h2>
            <ol>
              {own.map(entry => (
                <li>
                  <a href={slidePath(address, deck, entry)}>
                    <Mark status={entry.status} />
                    {groupedNumber(board.plan, entry.target)} {shortName(entry, view)}
                  </a>
                </li>
              ))}
            </ol>
          </section>
        ))}
      </div>
      <Turn view={view} deck={deck} chosen={chosen} entry={null}>
        {t('web.present.keys')}
      </Turn>
    </Layout>
  )
}

/** What a target is called in a line: what its measures share, else the name of the first. */
function shortName({ target }: Entry, view: View): string {
  const [first] = namesOf(target, view)
  return first ? first.lead.replace(/:\s*$/, '') || first.own : target.text
}

/** One target for a room: its measures in large, the path of the one that decides, why it stands so. */
export function TargetSlide({ view, deck, chosen, entry }: ShowProps & { readonly entry: Entry }) {
  const { t } = view
  const { board, entries } = deck
  const at = entries.findIndex(each => each.target.id === entry.target.id)
  const deciding = entry.rows.find(row => row.judgement.status === entry.status) ?? entry.rows[0]
  const sources = [...new Set(deciding?.judgement.used.map(({ source }) => sourceIn(source, view)) ?? [])]
  return (
    <Layout view={view} title={shortName(entry, view)} kind="present" scripts={['present']} bare>
      <header>
        <p>
          {groupedNumber(board.plan, entry.target)} ·{' '}
          {t('web.present.number', { at: String(at + 1), all: String(entries.length) })}
        </p>
        <h1>{shortName(entry, view)}</h1>
        <p class="stand">
          <Status view={view} status={entry.status} />
        </p>
      </header>
      {entry.rows.length > 1 && <MeasureLines view={view} rows={entry.rows} />}
      {deciding && (
        <div class="slide">
          <div>
            {entry.rows.length === 1 && <Headline view={view} row={deciding} />}
            <Reasons view={view} row={deciding} />
            <Warning view={view} strained={board.needs.get(entry.target.id) ?? null} />
          </div>
          {deciding.course && deciding.course.figures.length > 0 && (
            <figure>
              {entry.rows.length > 1 && <figcaption>{nameIn(deciding.measure.name, view.language)}</figcaption>}
              {raw(
                targetChart(deciding.course, chartWords(view, deciding), 'wide') +
                  targetChart(deciding.course, chartWords(view, deciding), 'narrow'),
              )}
            </figure>
          )}
        </div>
      )}
      <Turn view={view} deck={deck} chosen={chosen} entry={entry}>
        {sources.length > 0 && t('web.present.sources', { sources: sources.join('; ') })}
      </Turn>
    </Layout>
  )
}

/** Why it stands so, in at most three sentences; the rest is folded. */
function Reasons({ view, row: { judgement } }: { readonly view: View; readonly row: Row }) {
  const [told, rest] = tellingOf(judgement.explanation)
  return (
    <>
      {told.map(reason => (
        <p class="reason">{sentenceOf(reason, view.language)}</p>
      ))}
      {rest.length > 0 && (
        <details class="reasons">
          <summary>{view.t('web.present.more')}</summary>
          <p>{sentencesOf(rest, view.language)}</p>
        </details>
      )}
    </>
  )
}

/** What was promised and where it stands, as large as a room needs. */
function Headline({ view, row: { measure, latest, judgement } }: { readonly view: View; readonly row: Row }) {
  const { t, language } = view
  const value = latest && quantityIn(latest.value, judgement.decimals, language)
  const unit = unitIn(measure.unit, language)
  return (
    <dl class="headline">
      <dt>{t('web.score.bound')}</dt>
      <dd>
        {measure.bound ? boundInSigns(measure.bound, language) : t('web.score.to-do')} <small>{unit}</small>
      </dd>
      <dt>{t('web.score.latest')}</dt>
      <dd>
        {value ?? '–'} {latest && <small>{periodInBrief(latest.period, view.language)}</small>}
      </dd>
    </dl>
  )
}

const MeasureLines = ({ view, rows }: { readonly view: View; readonly rows: readonly Row[] }) => (
  <table class="rows lines">
    <caption class="hidden">{view.t('web.score.target')}</caption>
    <thead>
      <tr>
        <th scope="col">{view.t('web.score.target')}</th>
        <th scope="col" class="num">
          {view.t('web.score.bound')}
        </th>
        <th scope="col" class="num">
          {view.t('web.score.latest')}
        </th>
        <th scope="col">{view.t('web.score.way')}</th>
        <th scope="col">{view.t('web.score.status')}</th>
      </tr>
    </thead>
    <tbody>
      {rows.map(row => (
        <tr>
          <th scope="row">{nameIn(row.measure.name, view.language)}</th>
          <td class="num">
            {row.measure.bound ? boundInSigns(row.measure.bound, view.language) : view.t('web.score.to-do')}{' '}
            <small>{unitIn(row.measure.unit, view.language)}</small>
          </td>
          <td class="num">
            {(row.latest && quantityIn(row.latest.value, row.judgement.decimals, view.language)) ?? '–'}
          </td>
          <td class="way">{row.course && raw(rowPicture(row.course, ...inWords(view, row)))}</td>
          <td>
            <Status view={view} status={row.judgement.status} />
          </td>
        </tr>
      ))}
    </tbody>
  </table>
)
