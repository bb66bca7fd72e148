import { raw } from 'hono/html'
import { targetChart } from '../../chart/target-chart.ts'
import type { Chosen } from '../chosen.ts'
import { sentencesOf } from '../../evaluation/sentence.ts'
import { periodCode } from '../../measure/period.ts'
import { showDecimal, showPeriod } from '../../measure/show.ts'
import type { Measure, Plan } from '../../plan/plan.ts'
import { to } from '../frame/address.ts'
import { boundInWords, periodInBrief, quantityIn, ratioIn, unitIn } from '../frame/figures.ts'
import { Layout } from '../frame/layout.tsx'
import { Status } from '../frame/status.tsx'
import { nameIn, statusIn, type View } from '../frame/view.ts'
import { When } from '../frame/when.tsx'
import type { Dated, Row } from '../scoreboard/load.ts'
import { numberOf, pathOf } from '../scoreboard/view.tsx'
import { DrawnAreas, ValueTable } from '../map/view.tsx'
import type { AreaPicture } from '../map/load.ts'
import { SwatchHatch } from '../map/figure.tsx'
import { Beyond } from './beyond.tsx'
import { chartWords } from './chart-words.ts'
import type { OpenFinding } from './findings.ts'
import { sharedTo } from './gap.ts'
import { GapPart } from './gap.tsx'
import { OpenFindings } from './open-findings.tsx'
import { FigureTable } from './history.tsx'
import { tellingOf } from './telling.ts'
import type { FoundTarget, MeasureFigures } from './load.ts'

export interface TargetPageProps {
  readonly view: View
  readonly found: FoundTarget
  readonly chosen: Chosen
  /** Null for whoever reads no findings. */
  readonly findings: readonly OpenFinding[] | null
}

/** One target: its words, how each measure stands and why, and every figure it rests on. */
export function TargetPage({ view, found, chosen, findings }: TargetPageProps) {
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
        <details class="term">
          <summary>{t('web.help.what-is', { word: statusIn(entry.status, language) })}</summary>
          <p>
            {t(`web.about.${entry.status}`)} <a href={to(address, '/help#statuses')}>{t('web.help.statuses')}</a>
          </p>
        </details>
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
      {found.measures.some(each => each.byArea ?? each.gaps.some(gap => gap.drawn)) && <SwatchHatch />}
      {found.measures.map(measure => (
        <MeasurePart view={view} plan={plan} measure={measure} alone={found.measures.length === 1} />
      ))}
      <Tasks view={view} found={found} />
      {findings && <OpenFindings view={view} plan={plan} target={target} findings={findings} />}
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

/** What the plan orders to be done for it, by likeness of words. */
const Tasks = ({ view, found: { tasks, words } }: { readonly view: View; readonly found: FoundTarget }) =>
  words && (
    <section aria-labelledby="tasks">
      <h2 id="tasks">{view.t('web.target.tasks')}</h2>
      <p class="small">{view.t(tasks.length === 0 ? 'web.target.no-tasks' : 'web.target.tasks-about')}</p>
      <ul class="findings">
        {tasks.map(({ task, section }) => (
          <li>
            <span lang="vi">
              {task.text.length > MOST_LETTERS ? `${task.text.slice(0, MOST_LETTERS)}…` : task.text}
            </span>{' '}
            <a href={to(view.address, `/documents/${words.document}`, { section })}>
              {view.t('web.checks.in-document')}
            </a>
          </li>
        ))}
      </ul>
    </section>
  )

const MOST_LETTERS = 400

interface MeasureProps {
  readonly view: View
  readonly plan: Plan
  readonly measure: MeasureFigures
  /** The only measure of its target: the status above is its own. */
  readonly alone: boolean
}

function MeasurePart({ view, plan, measure: measured, alone }: MeasureProps) {
  const { t, language } = view
  const { row, figures, byArea, gaps } = measured
  const { measure, judgement } = row
  const [told, rest] = tellingOf(judgement.explanation)
  return (
    <section id={measure.id} aria-labelledby={`h-${measure.id}`}>
      <h2 id={`h-${measure.id}`}>
        {nameIn(measure.name, language)} {!alone && <Status view={view} status={judgement.status} />}
      </h2>
      <div class="two">
        <div>
          <p class="conclusion">{sentencesOf(told, language)}</p>
          {rest.length > 0 && <p class="grounds">{sentencesOf(rest, language)}</p>}
        </div>
        <div class="aside">
          <Picture view={view} row={row} />
          <Beyond view={view} plan={plan} measure={measured} />
        </div>
        <Facts view={view} row={row} />
      </div>
      {gaps.map(gap => (
        <GapPart view={view} plan={plan} found={gap} />
      ))}
      {gaps.length === 0 && <NoGap view={view} plan={plan} measure={measure} shared={byArea !== null} />}
      {byArea && (
        <ByArea
          view={view}
          plan={plan}
          measure={measure.id}
          shown={byArea}
          folded={gaps.some(({ drawn }) => drawn !== null)}
        />
      )}
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

/** Why nobody can say whose the gap is. `shared`: whether there are figures by area, so that one might ask. */
function NoGap({
  view,
  plan,
  measure,
  shared,
}: Pick<MeasureProps, 'view' | 'plan'> & { readonly measure: Measure; readonly shared: boolean }) {
  const { t, address } = view
  const count = sharedTo([measure]).length
  if (count > 0) return <p class="small">{t('web.gap.no-value', { count: String(count) })}</p>
  if (!shared || !view.may('plan.define')) return null
  const path = `/plans/${encodeURIComponent(plan.id)}/allocations/${encodeURIComponent(measure.id)}`
  return (
    <p class="small">
      {t('web.gap.not-shared')} <a href={to(address, path)}>{t('web.gap.share-out')}</a>
    </p>
  )
}

interface ByAreaProps {
  readonly view: View
  readonly plan: Plan
  readonly measure: string
  readonly shown: AreaPicture
  /** Opened on demand, where another map stands above. */
  readonly folded: boolean
}

/** So many areas stand beside the map; the whole list is a page of its own. */
const MOST_AREAS = 12

/** Where it stands from area to area: a map, and the areas in order. */
function ByArea({ view, plan, measure, shown, folded }: ByAreaProps) {
  const { t, language, address } = view
  const table = `areas-${measure}`
  const when = shown.period && <small>{showPeriod(shown.period, language)}</small>
  const body = (
    <div class="map-and-table">
      <DrawnAreas view={view} shown={shown} id={`map-${measure}`} table={table} />
      <div>
        <ValueTable view={view} shown={shown} id={table} most={MOST_AREAS} />
        <p>
          <a
            href={to(address, '/map', {
              plan: plan.id,
              indicator: shown.indicator.code,
              period: shown.period && periodCode(shown.period),
            })}
          >
            {t('web.target.all-areas', { count: String(shown.rows.length) })}
          </a>
        </p>
      </div>
    </div>
  )
  return folded ? (
    <details class="folded">
      <summary>
        {t('web.target.by-area')} {when}
      </summary>
      {body}
    </details>
  ) : (
    <>
      <h3>
        {t('web.target.by-area')} {when}
      </h3>
      {body}
    </>
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
    `${value(d.value)}${d.unit === null ? '' : ` ${unitIn(d.unit, language)}`} (${periodInBrief(d.period, language)})`
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
