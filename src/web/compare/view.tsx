import { STATUS_WORDS } from '../../evaluation/judgement.ts'
import { showDay, showDecimal, showPeriod } from '../../measure/show.ts'
import { dayIn } from '../../measure/vietnam-time.ts'
import { evaluation } from '../../messages/catalogue/evaluation.ts'
import type { FigureRef, MeasureJudgement } from '../../evaluation/judgement.ts'
import type { Plan } from '../../plan/plan.ts'
import { to } from '../frame/address.ts'
import { Kept } from '../frame/kept.tsx'
import { boundInSigns, quantityIn, unitIn } from '../frame/figures.ts'
import { Layout } from '../frame/layout.tsx'
import { Mark, Status } from '../frame/status.tsx'
import { nameIn, sourceIn, statusIn, type View } from '../frame/view.ts'
import { groupedNumber } from '../scoreboard/names.ts'
import { pathOf } from '../scoreboard/view.tsx'
import type { Asked } from '../../api/asked.ts'
import type { Cause, Comparison, Difference } from '../../evaluation/compare/compare.ts'

/** What turned, and what was asked of either side. */
export interface Compared extends Comparison {
  readonly sides: readonly [Asked, Asked]
}

export interface ComparePageProps {
  readonly view: View
  readonly compared: Compared
}

/** Two days, or two moments of knowledge, side by side: what changed and why. */
export function ComparePage({ view, compared }: ComparePageProps) {
  const { t, language, address } = view
  const { plan, sides, rows } = compared
  const changed = rows.filter(row => row.changed)
  const same = rows.filter(row => !row.changed)
  return (
    <Layout view={view} title={t('web.compare.title')} place="scoreboard">
      <header>
        <p>
          <a href={to(address, `/plans/${encodeURIComponent(plan.id)}`)}>{nameIn(plan.name, language)}</a>
        </p>
        <h1>{t('web.compare.title')}</h1>
        <Form view={view} sides={sides} />
      </header>
      <Summary view={view} compared={compared} />
      {changed.length === 0 ? (
        <p class="told">{t('web.compare.nothing')}</p>
      ) : (
        <DifferenceTable view={view} compared={compared} rows={changed} caption={t('web.compare.changed')} />
      )}
      {same.length > 0 && (
        <details>
          <summary>{t('web.compare.same', { count: String(same.length) })}</summary>
          <DifferenceTable view={view} compared={compared} rows={same} caption={t('web.compare.unchanged')} />
        </details>
      )}
    </Layout>
  )
}

function Form({ view, sides }: { readonly view: View; readonly sides: Compared['sides'] }) {
  const { t, address } = view
  const [a, b] = sides
  const moment = (side: string) => address.query.get(side)?.slice(0, 10) ?? ''
  return (
    <form class="when" method="get" action={address.path}>
      <Kept view={view} except={['on', 'asOf']} />
      <fieldset>
        <legend>{t('web.compare.before')}</legend>
        <label for="on">{t('web.when.on')}</label>
        <input type="date" id="on" name="on" value={a.on} />
        <label for="asOf">{t('web.when.as-of')}</label>
        <input type="date" id="asOf" name="asOf" value={moment('asOf')} />
      </fieldset>
      <fieldset>
        <legend>{t('web.compare.after')}</legend>
        <label for="on2">{t('web.when.on')}</label>
        <input type="date" id="on2" name="on2" value={b.on} />
        <label for="asOf2">{t('web.when.as-of')}</label>
        <input type="date" id="asOf2" name="asOf2" value={moment('asOf2')} />
      </fieldset>
      <button type="submit">{t('web.compare.show')}</button>
    </form>
  )
}

/** "31/12/2024", and by what was known where a moment was asked for. */
function sideIn(asked: Asked, { t, language }: View): string {
  const day = showDay(asked.on, language)
  return asked.asOfLog === null
    ? day
    : t('web.compare.side', { on: day, asOf: showDay(dayIn(new Date(asked.asOf)), language) })
}

function Summary({ view, compared: { sides, summary } }: { readonly view: View; readonly compared: Compared }) {
  const { t } = view
  const words = STATUS_WORDS.filter(word => summary[0][word] + summary[1][word] > 0)
  return (
    <table class="rows turns">
      <caption>{t('web.compare.targets')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('web.when.on')}</th>
          {words.map(word => (
            <th scope="col" class="num">
              <Mark status={word} />
              {statusIn(word, view.language)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {sides.map((side, i) => (
          <tr>
            <th scope="row">{sideIn(side, view)}</th>
            {words.map(word => (
              <td class="num" data-label={statusIn(word, view.language)}>
                {summary[i as 0 | 1][word]}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

interface TableProps {
  readonly view: View
  readonly compared: Compared
  readonly rows: readonly Difference[]
  readonly caption: string
}

function DifferenceTable({ view, compared: { plan, sides }, rows, caption }: TableProps) {
  const { t, language, address } = view
  const [before, after] = sides.map(side => sideIn(side, view))
  const value = (judged: MeasureJudgement | null) =>
    (judged?.value && quantityIn(judged.value, judged.decimals, language)) ?? '–'
  return (
    <table class="rows turns">
      <caption>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">№</th>
          <th scope="col">{t('web.score.target')}</th>
          <th scope="col">{t('web.score.unit')}</th>
          <th scope="col" class="num">
            {before}
          </th>
          <th scope="col">{t('web.score.status')}</th>
          <th scope="col" class="num">
            {after}
          </th>
          <th scope="col">{t('web.score.status')}</th>
          <th scope="col">{t('web.compare.why')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(row => (
          <tr>
            <td class="turn-no">{groupedNumber(plan, row.target)}</td>
            <th scope="row">
              <a href={to(address, `${pathOf(plan, row)}#${row.measure.id}`)}>{nameIn(row.measure.name, language)}</a>
            </th>
            <td class="turn-unit" data-label={t('web.score.unit')}>
              <small>{unitIn(row.measure.unit, language)}</small>
            </td>
            <td class="num" data-label={before}>
              {value(row.before)}
            </td>
            <td class="turn-state">{row.before && <Status view={view} status={row.before.status} />}</td>
            <td class="num" data-label={after}>
              {value(row.after)}
            </td>
            <td class="turn-state">
              {row.after && <Status view={view} status={row.after.status} />}
              {row.moved !== 0 && (
                <small class="strain"> {t(row.moved > 0 ? 'web.compare.better' : 'web.compare.worse')}</small>
              )}
            </td>
            <td class="turn-why" data-label={t('web.compare.why')}>
              <Causes view={view} plan={plan} row={row} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** So many causes are told; of more, how many. */
const MOST_CAUSES = 4

interface CausesProps {
  readonly view: View
  readonly plan: Plan
  readonly row: Difference
}

const Causes = ({ view, plan, row }: CausesProps) => (
  <small>
    {row.causes
      .slice(0, MOST_CAUSES)
      .map(cause => causeIn(cause, { view, plan, row }))
      .join('; ')}
    {row.causes.length > MOST_CAUSES &&
      `; ${view.t('web.compare.more', { count: String(row.causes.length - MOST_CAUSES) })}`}
  </small>
)

/** Which figure: its period, and of what where that is not the measure's own indicator but one that it is computed from. */
function whenIn(
  { indicator, period }: Pick<FigureRef, 'indicator' | 'period'>,
  { view, plan, row }: CausesProps,
): string {
  const when = showPeriod(period, view.language)
  const other = row.measure.indicators.includes(indicator)
    ? null
    : plan.indicators.find(({ code }) => code === indicator)
  return other ? `${when} “${nameIn(other.name, view.language)}”` : when
}

function causeIn(cause: Cause, props: CausesProps): string {
  const { view } = props
  const { t, language } = view
  const named = (figure: Extract<Cause, { figure: unknown }>['figure']) => ({
    period: whenIn(figure, props),
    source: [sourceIn(figure.source, view), evaluation[`evaluation.figure.${figure.status}`][language]]
      .filter(Boolean)
      .join(', '),
  })
  const told = (figure: FigureRef) => ({ ...named(figure), value: showDecimal(figure.value, language) })
  switch (cause.kind) {
    case 'bound': {
      const [before, after] = [cause.before, cause.after].map(({ bound }) =>
        bound ? boundInSigns(bound, language) : '–',
      )
      return t('web.compare.cause-bound', { before: before ?? '', after: after ?? '' })
    }
    case 'new':
      return t('web.compare.cause-new', told(cause.figure))
    case 'revised':
      return t('web.compare.cause-revised', { ...told(cause.figure), before: showDecimal(cause.before, language) })
    case 'gone':
      return t('web.compare.cause-gone', told(cause.figure))
    case 'withheld':
      return cause.before
        ? t('web.compare.cause-withheld', { ...named(cause.figure), before: showDecimal(cause.before, language) })
        : t('web.compare.cause-withheld-unknown', named(cause.figure))
    case 'released':
      return t('web.compare.cause-released', told(cause.figure))
    case 'day':
      return t('web.compare.cause-day')
    default:
      return cause satisfies never
  }
}
