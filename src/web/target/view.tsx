import { raw } from 'hono/html'
import { targetChart } from '../../chart/target-chart.ts'
import type { Chosen } from '../chosen.ts'
import { dayIn } from '../../measure/vietnam-time.ts'
import { sentencesOf } from '../../evaluation/sentence.ts'
import { evaluation } from '../../messages/catalogue/evaluation.ts'
import { isAbsent } from '../../measure/absence.ts'
import { showDay, showDecimal, showPeriod } from '../../measure/show.ts'
import type { Plan } from '../../plan/plan.ts'
import { to } from '../frame/address.ts'
import { boundInWords, periodInBrief, quantityIn, ratioIn, unitIn } from '../frame/figures.ts'
import { Layout } from '../frame/layout.tsx'
import { Status } from '../frame/status.tsx'
import { nameIn, type View } from '../frame/view.ts'
import { When } from '../frame/when.tsx'
import type { Dated, Row } from '../scoreboard/load.ts'
import { numberOf, pathOf } from '../scoreboard/view.tsx'
import { chartWords } from './chart-words.ts'
import type { FoundTarget, MeasureFigures, ShownFigure } from './load.ts'

export interface TargetPageProps {
  readonly view: View
  readonly found: FoundTarget
  readonly chosen: Chosen
}

/** One target: its words, how each measure stands and why, and every figure it rests on. */
export function TargetPage({ view, found, chosen }: TargetPageProps) {
  const { t, language, address } = view
  const { plan, entry, group } = found
  const { target } = entry
  const title = t('web.target.number', {
    group: group ? nameIn(group.name, language) : nameIn(plan.name, language),
    number: numberOf(entry),
  })
  return (
    <Layout view={view} title={title} place="scoreboard" kind="target">
      <header>
        <p>
          <a href={to(address, `/plans/${encodeURIComponent(plan.id)}`)}>{nameIn(plan.name, language)}</a>
        </p>
        <h1>{title}</h1>
        <p class="stand">
          <Status view={view} status={entry.status} />
        </p>
        <When view={view} chosen={chosen} />
      </header>
      <blockquote id="words">
        <span lang="vi">{target.text}</span>
      </blockquote>
      <p class="small">
        {found.words ? (
          <a href={to(address, `/documents/${found.words.document}#${target.id}`, { section: found.words.section })}>
            {t('web.target.in-document')}
          </a>
        ) : (
          t('web.target.no-document')
        )}
      </p>
      {found.measures.map(measure => (
        <MeasurePart view={view} plan={plan} measure={measure} alone={found.measures.length === 1} />
      ))}
      <nav class="acts" aria-label={t('web.score.title')}>
        {found.previous && (
          <a href={to(address, pathOf(plan, found.previous))} rel="prev">
            {t('web.target.previous')}
          </a>
        )}
        <a href={to(address, `/plans/${encodeURIComponent(plan.id)}`)}>{t('web.target.back')}</a>
        {found.next && (
          <a href={to(address, pathOf(plan, found.next))} rel="next">
            {t('web.target.next')}
          </a>
        )}
      </nav>
    </Layout>
  )
}

interface MeasureProps {
  readonly view: View
  readonly plan: Plan
  readonly measure: MeasureFigures
  /** The only measure of its target: the status above is its own. */
  readonly alone: boolean
}

function MeasurePart({ view, plan, measure: { row, figures }, alone }: MeasureProps) {
  const { t, language } = view
  const { measure, judgement } = row
  return (
    <section id={measure.id} aria-labelledby={`h-${measure.id}`}>
      <h2 id={`h-${measure.id}`}>
        {nameIn(measure.name, language)} {!alone && <Status view={view} status={judgement.status} />}
      </h2>
      <div class="two">
        <p>{sentencesOf(judgement.explanation, language)}</p>
        <Picture view={view} row={row} />
        <Facts view={view} row={row} />
      </div>
      <h3 id={`figures-${measure.id}`}>{t('web.target.figures')}</h3>
      {figures.length === 0 ? (
        <p>
          {t('web.target.no-figures')}{' '}
          <a href={to(view.address, '/figures', { plan: plan.id })}>{t('web.target.add-figures')}</a>
        </p>
      ) : (
        <FigureTable view={view} row={row} plan={plan} figures={figures} />
      )}
    </section>
  )
}

function Picture({ view, row }: { readonly view: View; readonly row: Row }) {
  const { course } = row
  // A field without a figure would only repeat the bound.
  if (!course || (course.figures.length === 0 && (!course.start || course.start.origin))) return null
  const said = chartWords(view, row)
  return <figure>{raw(targetChart(course, said, 'wide') + targetChart(course, said, 'narrow'))}</figure>
}

/** The numbers behind the sentences. */
function Facts({ view, row }: { readonly view: View; readonly row: Row }) {
  const { t, language } = view
  const { measure, judgement, baseline, latest, indicator } = row
  const value = (q: Parameters<typeof quantityIn>[0]) => quantityIn(q, judgement.decimals, language) ?? '–'
  const dated = (d: Dated) =>
    `${value(d.value)}${d.unit === null ? '' : ` ${unitIn(d.unit, language)}`} (${periodInBrief(d.period)})`
  const rows: readonly (readonly [string, string | null])[] = [
    [t('web.score.bound'), measure.bound && boundInWords(measure.bound, measure.unit, language)],
    [t('web.draft.shape'), t(`web.shape.${measure.shape.kind}`)],
    [t('web.score.baseline'), baseline && dated(baseline)],
    [t('web.score.latest'), latest && dated(latest)],
    [t('web.target.required'), judgement.required && ratioIn(judgement.required, judgement.decimals, language)],
    [t('web.target.projected'), judgement.projected && value(judgement.projected.value)],
    [
      t('web.target.needed'),
      judgement.needed
        ?.map(n =>
          t('web.target.needed-figure', {
            period: showPeriod(n.period, language),
            value: showDecimal(n.value, language),
          }),
        )
        .join('; ') ?? null,
    ],
    [t('web.target.exact'), exactText(view, row)],
    [t('web.target.indicator'), indicator && nameIn(indicator.name, language)],
    [t('web.target.unit'), unitIn(measure.unit, language)],
    [t('web.draft.direction'), indicator && t(`web.direction.${indicator.direction}`)],
  ]
  return (
    <dl class="facts">
      {rows
        .filter((fact): fact is [string, string] => fact[1] !== null && fact[1] !== '')
        .map(([head, text]) => (
          <>
            <dt>{head}</dt>
            <dd>{text}</dd>
          </>
        ))}
    </dl>
  )
}

/** The judged value in full, where rounding would hide part of it. */
function exactText({ t }: View, { judgement: { value } }: Row): string | null {
  if (!value) return null
  if (value.kind === 'meanRate')
    return t('web.target.exact-root', {
      num: String(value.factor.num),
      den: String(value.factor.den),
      root: String(value.periods),
    })
  const { num, den } = value.ratio
  return den === 1n || /^10*$/.test(String(den)) ? null : `${num}/${den}`
}

interface FigureTableProps {
  readonly view: View
  readonly row: Row
  readonly plan: Plan
  readonly figures: readonly ShownFigure[]
}

function FigureTable({ view, row, plan, figures }: FigureTableProps) {
  const { t, language } = view
  const several = row.measure.indicators.length > 1
  const methods = figures.some(f => f.observation.method !== '')
  const unit = row.indicator ? unitIn(row.indicator.unit, language) : ''
  return (
    <table class="rows">
      <caption class="hidden">{`${t('web.target.figures')}: ${nameIn(row.measure.name, language)}`}</caption>
      <thead>
        <tr>
          <th scope="col">{t('web.target.period')}</th>
          {several && <th scope="col">{t('web.target.indicator')}</th>}
          <th scope="col" class="num">
            {t('web.target.value')} <small>{unit}</small>
          </th>
          <th scope="col">{t('web.target.figure-status')}</th>
          {methods && <th scope="col">{t('web.target.method')}</th>}
          <th scope="col">{t('web.target.source')}</th>
          <th scope="col">{t('web.target.note')}</th>
          <th scope="col">{t('web.target.learnt')}</th>
          <th scope="col">{t('web.target.used')}</th>
        </tr>
      </thead>
      <tbody>
        {figures.map(({ observation: o, used, learnt }) => (
          <tr class={used ? 'used' : undefined}>
            <th scope="row">{showPeriod(o.period, language)}</th>
            {several && <td data-label={t('web.target.indicator')}>{indicatorName(plan, o.indicator, view)}</td>}
            <td class="num" data-label={t('web.target.value')}>
              {isAbsent(o.value) ? t(`web.absent.${o.value.absent}`) : showDecimal(o.value, language)}
            </td>
            <td data-label={t('web.target.figure-status')}>{evaluation[`evaluation.figure.${o.status}`][language]}</td>
            {methods && <td data-label={t('web.target.method')}>{methodName(plan, o.indicator, o.method, view)}</td>}
            <td data-label={t('web.target.source')}>{o.source}</td>
            <td data-label={t('web.target.note')}>{o.note}</td>
            <td data-label={t('web.target.learnt')}>{learnt && showDay(dayIn(new Date(learnt)), language)}</td>
            <td data-label={t('web.target.used')}>{used && t('web.target.yes')}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function indicatorName(plan: Plan, code: string, { language }: View): string {
  const indicator = plan.indicators.find(i => i.code === code)
  return indicator ? nameIn(indicator.name, language) : code
}

function methodName(plan: Plan, code: string, method: string, { language }: View): string {
  const known = plan.indicators.find(i => i.code === code)?.methods.find(m => m.id === method)
  return known ? nameIn(known.name, language) : method
}
