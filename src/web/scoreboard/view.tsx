import { raw } from 'hono/html'
import { rowPicture } from '../../chart/row-picture.ts'
import { warningOf } from '../../evaluation/need/warning.ts'
import { sentenceOf, sentencesOf } from '../../evaluation/sentence.ts'
import type { MeasureJudgement, StatusWord } from '../../evaluation/judgement.ts'
import { showRange } from '../../measure/show.ts'
import type { Measure, Plan } from '../../plan/plan.ts'
import { here, to } from '../frame/address.ts'
import { boundInSigns, periodInBrief, quantityIn, unitIn } from '../frame/figures.ts'
import { Mark, Status } from '../frame/status.tsx'
import { nameIn, statusIn, targetsIn, type View } from '../frame/view.ts'
import {
  SORTS,
  trendOf,
  type Choice,
  type Dated,
  type Entry,
  type Head,
  type Row,
  type Scoreboard,
  type Section,
  type Strained,
} from './load.ts'
import { groupedNumber, namesOf } from './names.ts'
import { inWords } from './picture-words.ts'

export interface ScoreboardProps {
  readonly view: View
  readonly board: Scoreboard
  readonly choice: Choice
}

/** One table: what the plan promises, where it stands, how it got there. */
export function ScoreTable({ view, board }: Omit<ScoreboardProps, 'choice'>) {
  const { t } = view
  const { plan, sections } = board
  const base = String(plan.term.from - 1)
  return (
    <table class="score">
      <caption class="hidden">{t('web.score.caption', { plan: nameIn(plan.name, view.language) })}</caption>
      <thead>
        <tr>
          <th scope="col" class="no">
            <abbr title={t('web.score.number')}>№</abbr>
          </th>
          <th scope="col">{t('web.score.target')}</th>
          <th scope="col">{t('web.score.unit')}</th>
          <th scope="col" class="num">
            {t('web.score.baseline')} <small>{base}</small>
          </th>
          <th scope="col" class="num">
            {t('web.score.bound')} <small>{plan.term.to}</small>
          </th>
          <th scope="col" class="num">
            {t('web.score.latest')}
          </th>
          <th scope="col">
            {t('web.score.way')} <small>{showRange(base, plan.term.to)}</small>
          </th>
          <th scope="col">{t('web.score.status')}</th>
        </tr>
      </thead>
      {sections.map(section => (
        <SectionBody view={view} board={board} section={section} />
      ))}
    </table>
  )
}

interface SectionProps {
  readonly view: View
  readonly board: Scoreboard
  readonly section: Section
}

/** What a section is called. */
export function headIn(head: Head, { t, language }: View): string {
  switch (head.kind) {
    case 'group':
      return head.group ? nameIn(head.group.name, language) : t('web.score.other-group')
    case 'status':
      return statusIn(head.status, language)
    case 'warning':
      return t(`web.warning.${head.reach ?? 'none'}`)
    default:
      return head satisfies never
  }
}

function SectionBody({ view, board, section: { head, entries } }: SectionProps) {
  const { plan } = board
  return (
    <tbody>
      <tr class="group">
        <th scope="rowgroup" colspan={8}>
          {headIn(head, view)} <small>{targetsIn(view, entries.length)}</small>
        </th>
      </tr>
      {entries.flatMap(entry =>
        rowsOf(view, board, entry, head.kind === 'group' ? numberOf(entry) : groupedNumber(plan, entry.target)),
      )}
    </tbody>
  )
}

function rowsOf(view: View, board: Scoreboard, entry: Entry, number: string) {
  const { plan, needs } = board
  const strained = needs.get(entry.target.id)
  const names = namesOf(entry.target, view)
  return entry.rows.map((row, i) => (
    <tr class={i === 0 ? 'first' : undefined}>
      {i === 0 && (
        <td class="no" rowspan={entry.rows.length}>
          <a href={to(view.address, pathOf(plan, entry))} aria-label={view.t('web.score.open-target', { number })}>
            {number}
          </a>
        </td>
      )}
      <th scope="row" class="name">
        <details>
          <summary>
            {names[i]?.lead !== '' && <span class="lead">{names[i]?.lead} </span>}
            {names[i]?.own}
          </summary>
          <Words view={view} plan={plan} entry={entry} row={row} />
        </details>
        <Warning view={view} strained={strained?.measure === row.measure.id ? strained : null} />
      </th>
      <td class="unit">{unitIn(row.measure.unit, view.language)}</td>
      <DatedCell
        view={view}
        kind="from"
        label={String(plan.term.from - 1)}
        dated={row.baseline}
        row={row}
        plain={plan.term.from - 1}
        href={figuresAt(view, plan, entry, row)}
      />
      <td class="num bound" data-from={fromIn(view, plan, row)} data-unit={unitIn(row.measure.unit, view.language)}>
        <BoundText
          view={view}
          measure={row.measure}
          plan={plan}
          href={to(view.address, `${pathOf(plan, entry)}#${row.measure.id}`)}
        />
      </td>
      <DatedCell
        view={view}
        kind="latest"
        label={view.t('web.score.latest')}
        dated={row.latest}
        row={row}
        plain={null}
        href={figuresAt(view, plan, entry, row)}
      />
      <td class="way">
        {row.course ? (
          raw(rowPicture(row.course, ...inWords(view, row)))
        ) : (
          <span class="none">{view.t('web.score.no-picture')}</span>
        )}
      </td>
      <td class="state">
        <Why view={view} row={row} />
        <Partial view={view} judgement={row.judgement} />
        {needs.size > 0 && <Trend view={view} row={row} />}
      </td>
    </tr>
  ))
}

/** How much of a newer total is reported, where one is not whole: it decides nothing, and nobody may take it for whole. */
export function Partial({ view, judgement }: { readonly view: View; readonly judgement: MeasureJudgement }) {
  const found = judgement.explanation.find(reason => reason.code === 'evaluation.partial-total')?.values
  const { period, count, of } = found ?? {}
  if (period?.kind !== 'period' || count?.kind !== 'count' || of?.kind !== 'count') return null
  const values = {
    period: periodInBrief(period.period, view.language),
    count: String(count.count),
    of: String(of.count),
  }
  return <small class="strain">{view.t('web.score.partial', values)}</small>
}

/** Which way the newest figure went. */
export function Trend({ view, row }: { readonly view: View; readonly row: Row }) {
  const trend = trendOf(row)
  return trend && <small class="strain">{view.t(`web.trend.${trend}`)}</small>
}

/** Why a measure is warned of, in one sentence; nothing where it only has to hold. */
export function Warning({ view, strained }: { readonly view: View; readonly strained: Strained | null }) {
  const reason = strained && warningOf(strained.need)
  return reason && <small class="warned-why">{sentenceOf(reason, view.language)}</small>
}

/** A status that opens where it stands: what the word means, and how this measure came to it. */
function Why({ view, row: { judgement } }: { readonly view: View; readonly row: Row }) {
  const { t, language } = view
  return (
    <details class="why" name="why">
      <summary>
        <Status view={view} status={judgement.status} />
      </summary>
      <div class="why-said">
        <p>
          <b>{statusIn(judgement.status, language)}</b>: {t(`web.about.${judgement.status}`)}
        </p>
        <p>{sentencesOf(judgement.explanation, language)}</p>
      </div>
    </details>
  )
}

export const numberOf = ({ target }: Pick<Entry, 'target'>): string => target.number ?? '·'
export const pathOf = (plan: Plan, { target }: Pick<Entry, 'target'>): string =>
  `/plans/${encodeURIComponent(plan.id)}/targets/${encodeURIComponent(target.id)}`

const figuresAt = (view: View, plan: Plan, entry: Entry, row: Row) =>
  to(view.address, `${pathOf(plan, entry)}#figures-${row.measure.id}`)

interface CellProps {
  readonly view: View
  readonly kind: 'from' | 'latest'
  readonly label: string
  readonly dated: Dated | null
  readonly row: Row
  /** A year that needs no saying, because the head of the column says it. */
  readonly plain: number | null
  readonly href: string
}

function DatedCell({ view, kind, label, dated, row, plain, href }: CellProps) {
  const text = dated && quantityIn(dated.value, row.judgement.decimals, view.language)
  if (!dated || text === null)
    return (
      <td class={`num none ${kind}`} data-label={label}>
        –
      </td>
    )
  const when = periodInBrief(dated.period, view.language)
  return (
    <td class={`num ${kind}`} data-label={label}>
      <a href={href}>{text}</a>
      {(when !== String(plain) || dated.unit !== null) && (
        <small>
          {[dated.unit && unitIn(dated.unit, view.language), dated.firm ? when : `${when}*`].filter(Boolean).join(', ')}
        </small>
      )}
    </td>
  )
}

/** "2020 1.937 ": the baseline before the bound, where they stand in one line. */
function fromIn(view: View, plan: Plan, { baseline, judgement }: Row): string | undefined {
  const value = baseline && quantityIn(baseline.value, judgement.decimals, view.language)
  if (!baseline || value === null) return undefined
  const when = periodInBrief(baseline.period, view.language)
  const unit = baseline.unit && unitIn(baseline.unit, view.language)
  // The year before the term is said first, as the head of the column says it; another period after the value.
  const parts = when === String(plan.term.from - 1) ? [when, value, unit] : [value, unit, when]
  return `${parts.filter(Boolean).join(' ')} `
}

function BoundText({ view, measure, plan, href }: { view: View; measure: Measure; plan: Plan; href: string }) {
  const { bound } = measure
  const when = whenInBrief(view, measure, plan)
  return (
    <>
      <a href={href}>{bound ? boundInSigns(bound, view.language) : view.t('web.score.to-do')}</a>
      {when !== '' && <small>{when}</small>}
    </>
  )
}

/** What the head of the column does not say: that it holds every year, on average, in all; or another year. */
function whenInBrief({ t, language }: View, { shape }: Measure, plan: Plan): string {
  const change = 'change' in shape ? t(`web.change.${shape.change}`) : ''
  const joined = (text: string) => [change, text].filter(part => part !== '').join(' ')
  switch (shape.kind) {
    case 'eachPeriod':
    case 'eachChange':
      return joined(t('web.score.each-year'))
    case 'mean':
    case 'meanGrowth':
      return joined(t('web.score.average'))
    case 'cumulative':
      return t('web.score.whole-term')
    case 'addition':
    case 'growth':
    case 'level':
    case 'milestone': {
      const when = periodInBrief(shape.when, language)
      return joined(when === String(plan.term.to) ? '' : when)
    }
    default:
      return shape satisfies never
  }
}

/** The plan's own words, one click under every name; why it stands as it stands is under its status. */
function Words({ view, plan, entry, row }: { view: View; plan: Plan; entry: Entry; row: Row }) {
  return (
    <div class="words">
      <blockquote lang="vi">{entry.target.text}</blockquote>
      <p>
        <a href={to(view.address, `${pathOf(plan, entry)}#${row.measure.id}`)}>{view.t('web.score.more')}</a>
      </p>
    </div>
  )
}

/** The first thing to read: how many stand where. Each count is a link to those targets alone. */
export function Summary({ view, board, choice }: ScoreboardProps) {
  const { t, address, language } = view
  const { counts: summary } = board
  return (
    <nav class="summary" aria-label={t('web.score.by-status')}>
      <a href={here(address, { status: null })} aria-current={choice.status === null ? 'true' : undefined}>
        <b>{board.targets}</b> {t('web.score.all-targets')}
      </a>
      {SHOWN_ORDER.filter(word => summary[word] > 0).map(word => (
        <a
          href={here(address, { status: choice.status === word ? null : word })}
          aria-current={choice.status === word ? 'true' : undefined}
          class={`status ${word}`}
        >
          <Mark status={word} />
          <b>{summary[word]}</b> {statusIn(word, language)}
        </a>
      ))}
      <span class="sort">
        {SORTS.filter(sort => sort !== choice.sort).map(sort => (
          <a href={here(address, { sort: sort === 'group' ? null : sort })}>{t(`web.score.sort-by-${sort}`)}</a>
        ))}
        <a href={to(address, `/plans/${encodeURIComponent(board.plan.id)}/compare`)}>{t('web.compare.link')}</a>
        <a href={to(address, `/plans/${encodeURIComponent(board.plan.id)}/what-if`)}>{t('web.what-if.link')}</a>
        <a href={here(address, { present: '1' })}>{t('web.present.start')}</a>
      </span>
    </nav>
  )
}

export const SHOWN_ORDER: readonly StatusWord[] = [
  'missed',
  'atRisk',
  'onTrack',
  'met',
  'exceeded',
  'noData',
  'notComputable',
  'notDue',
]
