import type { Catalogued } from '../../desk/indicators/catalogue.ts'
import { differing } from '../../desk/indicators/same.ts'
import { showDay } from '../../measure/show.ts'
import { dayIn } from '../../measure/vietnam-time.ts'
import type { Indicator } from '../../plan/plan.ts'
import { to } from '../frame/address.ts'
import type { Refused } from '../frame/field.tsx'
import { unitIn } from '../frame/figures.ts'
import { Layout } from '../frame/layout.tsx'
import { nameIn, type View } from '../frame/view.ts'
import { IndicatorForm } from './form.tsx'
import type { RuleBody } from './rule-fields.ts'
import { Rules } from './rules.tsx'

export interface IndicatorProps {
  readonly view: View
  /** Null: one is being defined. */
  readonly found: Catalogued | null
  /** Every indicator, for what it may be made of. */
  readonly codes: readonly Indicator[]
  /** The versions that were defined, the oldest first. */
  readonly history: readonly { readonly indicator: Indicator; readonly log: number; readonly moment: string }[]
  readonly organisations: readonly { readonly id: string; readonly name: string }[]
  readonly rules: readonly RuleBody[]
  readonly refused: Refused | null
}

/** One indicator: what is measured and how, its plans, its rules, its versions, and the form that makes the next one. */
export function IndicatorPage(props: IndicatorProps) {
  const { view, found, refused } = props
  const { t, address, language } = view
  const defines = view.may('indicator.define')
  const title = found ? nameIn(found.indicator.name, language) : t('web.indicators.new')
  return (
    <Layout view={view} title={title} place="indicators" scripts={defines ? ['busy'] : []}>
      <header>
        <h1 lang={found ? 'vi' : undefined}>{title}</h1>
        <p>
          <a href={to(address, '/indicators')}>{t('web.indicators.title')}</a>
          {found && (
            <>
              {' '}
              · <code>{found.indicator.code}</code>
            </>
          )}
        </p>
      </header>
      {found && <Facts {...props} found={found} />}
      {defines && (
        <details open={found === null || refused?.at === 'indicator'}>
          <summary>{t(found ? 'web.indicators.change' : 'web.indicators.define')}</summary>
          <IndicatorForm {...props} refused={refused?.at === 'indicator' ? refused : null} />
        </details>
      )}
      {found && <Rules {...props} found={found} refused={refused?.at === 'rule' ? refused : null} />}
      {found && <Versions {...props} />}
    </Layout>
  )
}

function Facts({ view, found, organisations, codes }: IndicatorProps & { readonly found: Catalogued }) {
  const { t, address, language } = view
  const { indicator, plans, differing: others } = found
  const named = (code: string) => {
    const known = codes.find(each => each.code === code)
    return (
      <a href={to(address, `/indicators/${encodeURIComponent(code)}`)} lang="vi">
        {known ? nameIn(known.name, language) : code}
      </a>
    )
  }
  const responsible = organisations.find(each => each.id === indicator.responsible)
  return (
    <dl class="facts">
      {indicator.definition && (
        <>
          <dt>{t('web.indicators.definition')}</dt>
          <dd lang="vi">{nameIn(indicator.definition, language)}</dd>
        </>
      )}
      <dt>{t('web.indicators.unit')}</dt>
      <dd>
        {unitIn(indicator.unit, language)} · {t('web.indicators.with-decimals', { count: String(indicator.decimals) })}
      </dd>
      <dt>{t('web.indicators.direction')}</dt>
      <dd>{t(`web.direction.${indicator.direction}`)}</dd>
      <dt>{t('web.indicators.frequency')}</dt>
      <dd>{t(`web.frequency.${indicator.frequency}`)}</dd>
      <dt>{t('web.indicators.over-areas')}</dt>
      <dd>
        {t(`web.over-areas.${indicator.overAreas}`)}
        {indicator.ratio && (
          <>
            : {named(indicator.ratio.numerator)} / {named(indicator.ratio.denominator)}
          </>
        )}
        {indicator.weight !== undefined && <>: {named(indicator.weight)}</>}
      </dd>
      <dt>{t('web.indicators.over-time')}</dt>
      <dd>{t(`web.over-time.${indicator.overTime}`)}</dd>
      {indicator.formula !== undefined && (
        <>
          <dt>{t('web.indicators.formula')}</dt>
          <dd>
            <code>{indicator.formula}</code>
          </dd>
        </>
      )}
      {(indicator.dimensions ?? []).map(dimension => (
        <>
          <dt>{t('web.indicators.by', { name: nameIn(dimension.name, language) })}</dt>
          <dd lang="vi">
            {dimension.codes.map(code => nameIn(code.name, language)).join(', ')}
            {dimension.whole && <small> · {t('web.indicators.whole')}</small>}
          </dd>
        </>
      ))}
      {indicator.methods.length > 0 && (
        <>
          <dt>{t('web.indicators.methods')}</dt>
          <dd lang="vi">
            {indicator.methods
              .map(
                each => nameIn(each.name, language) + (each.linked.length > 0 ? ` (↔ ${each.linked.join(', ')})` : ''),
              )
              .join('; ')}
          </dd>
        </>
      )}
      {indicator.sources && (
        <>
          <dt>{t('web.indicators.sources')}</dt>
          <dd>{indicator.sources.join(' › ')}</dd>
        </>
      )}
      {indicator.responsible !== undefined && (
        <>
          <dt>{t('web.indicators.responsible')}</dt>
          <dd lang="vi">{responsible?.name ?? indicator.responsible}</dd>
        </>
      )}
      <dt>{t('web.indicators.plans')}</dt>
      <dd lang="vi">
        {plans.length === 0
          ? t('web.indicators.in-none')
          : plans.map((plan, i) => (
              <>
                {i > 0 && '; '}
                <a href={to(address, `/plans/${encodeURIComponent(plan.id)}`)}>{nameIn(plan.name, language)}</a>
                {others.includes(plan.id) && <small> · {t('web.indicators.differs')}</small>}
              </>
            ))}
      </dd>
    </dl>
  )
}

function Versions({ view, history }: IndicatorProps) {
  const { t, language } = view
  if (history.length === 0) return null
  return (
    <section aria-labelledby="versions">
      <h2 id="versions">{t('web.indicators.versions')}</h2>
      <ol class="findings" reversed>
        {[...history].reverse().map(({ indicator, log, moment }) => {
          const before = history.findLast(each => each.log < log)
          const changed = before ? differing(before.indicator, indicator) : []
          return (
            <li>
              {moment !== '' && showDay(dayIn(new Date(moment)), language)} ·{' '}
              {t('web.indicators.log', { log: String(log) })}
              {changed.length > 0 && <> · {changed.map(key => t(`web.indicators.field-${key}`)).join(', ')}</>}
            </li>
          )
        })}
      </ol>
    </section>
  )
}
