import { periodCode } from '../../measure/period.ts'
import { showDay, showMoment, showPeriod } from '../../measure/show.ts'
import { dayIn } from '../../measure/vietnam-time.ts'
import { evaluation } from '../../messages/catalogue/evaluation.ts'
import type { Written } from '../../api/moments.ts'
import type { Observation } from '../../plan/observation.ts'
import type { Plan } from '../../plan/plan.ts'
import { to } from '../frame/address.ts'
import { figureIn, unitIn } from '../frame/figures.ts'
import { nameIn, sourceIn, type View } from '../frame/view.ts'
import type { Row } from '../scoreboard/load.ts'
import type { ShownFigure } from './load.ts'

interface FigureTableProps {
  readonly view: View
  readonly row: Row
  readonly plan: Plan
  readonly figures: readonly ShownFigure[]
}

/** Every figure of a measure's indicators, what stood before each, and since when it is known. */
export function FigureTable({ view, row, plan, figures }: FigureTableProps) {
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
        {figures.map(({ observation: o, used, learnt, before }) => (
          <tr class={used ? 'used' : undefined}>
            <th scope="row">{showPeriod(o.period, language)}</th>
            {several && <td data-label={t('web.target.indicator')}>{indicatorName(plan, o.indicator, view)}</td>}
            <td class="num" data-label={t('web.target.value')}>
              {valueOf(o, view)}
            </td>
            <td data-label={t('web.target.figure-status')}>{evaluation[`evaluation.figure.${o.status}`][language]}</td>
            {methods && <td data-label={t('web.target.method')}>{methodName(plan, o.indicator, o.method, view)}</td>}
            <td data-label={t('web.target.source')}>{sourceIn(o.source, view)}</td>
            <td data-label={t('web.target.note')}>{o.note}</td>
            <td data-label={t('web.target.learnt')}>
              <Learnt view={view} of={o} learnt={learnt} />
              <Before view={view} before={before} />
            </td>
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

const valueOf = ({ value }: Observation, { language }: View): string => figureIn(value, language)

interface LearntProps {
  readonly view: View
  readonly of: Observation
  readonly learnt: Written | null
}

/** Since when it is known; who took it in is told to whoever works here, not to the public. */
function Learnt({ view, of, learnt }: LearntProps) {
  if (!learnt) return null
  const day = showDay(dayIn(new Date(learnt.moment)), view.language)
  return (
    <>
      {view.may('audit.read') ? (
        <a href={to(view.address, '/audit', { figure: `${of.indicator}/${of.area}/${periodCode(of.period)}` })}>
          {day}
        </a>
      ) : (
        day
      )}
      {view.may('read.pending') && learnt.actor !== '' && <small> {learnt.actor}</small>}
    </>
  )
}

/** What stood before, on demand. */
function Before({ view, before }: { readonly view: View; readonly before: ShownFigure['before'] }) {
  const { t, language } = view
  if (before.length === 0) return null
  return (
    <details>
      <summary>{t('web.target.revised', { count: String(before.length) })}</summary>
      <ul class="bare">
        {before.map(({ observation: o, learnt }) => (
          <li>
            {valueOf(o, view)} <small>{evaluation[`evaluation.figure.${o.status}`][language]}</small>{' '}
            {learnt && <small>{showMoment(learnt.moment, language)}</small>}
            {view.may('read.pending') && learnt && <small> {learnt.actor}</small>}
          </li>
        ))}
      </ul>
    </details>
  )
}
