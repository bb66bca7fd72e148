import type { Catalogued } from '../../desk/indicators/catalogue.ts'
import { foldedForm } from '../../measure/names.ts'
import { to } from '../frame/address.ts'
import { Kept } from '../frame/kept.tsx'
import { unitIn } from '../frame/figures.ts'
import { Layout } from '../frame/layout.tsx'
import { nameIn, type View } from '../frame/view.ts'

interface ListProps {
  readonly view: View
  readonly catalogue: readonly Catalogued[]
  readonly find: string
}

/** Every indicator in a line. */
export function IndicatorsPage({ view, catalogue, find }: ListProps) {
  const { t, address, language } = view
  const wanted = foldedForm(find.trim())
  const found = catalogue.filter(({ indicator }) =>
    foldedForm(`${nameIn(indicator.name, language)} ${indicator.name.vi} ${indicator.code}`).includes(wanted),
  )
  return (
    <Layout view={view} title={t('web.indicators.title')} place="indicators">
      <header>
        <h1>{t('web.indicators.title')}</h1>
        <p>{t('web.indicators.about', { count: String(catalogue.length) })}</p>
      </header>
      <div class="acts">
        <form class="when" method="get" action="/indicators">
          <Kept view={view} />
          <label for="find">{t('web.indicators.find')}</label>
          <input type="search" id="find" name="find" value={find} />
          <button type="submit">{t('web.territory.see')}</button>
        </form>
        {view.may('indicator.define') && <a href={to(address, '/indicators/new')}>{t('web.indicators.new')}</a>}
      </div>
      {found.length === 0 ? (
        <p>{catalogue.length === 0 ? t('web.indicators.none') : t('web.indicators.not-found', { find })}</p>
      ) : (
        <table class="rows">
          <caption class="hidden">{t('web.indicators.title')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('web.indicators.name')}</th>
              <th scope="col">{t('web.indicators.unit')}</th>
              <th scope="col">{t('web.indicators.frequency')}</th>
              <th scope="col">{t('web.indicators.over-areas')}</th>
              <th scope="col">{t('web.indicators.over-time')}</th>
              <th scope="col">{t('web.indicators.plans')}</th>
            </tr>
          </thead>
          <tbody>
            {found.map(({ indicator, plans, differing }) => (
              <tr>
                <th scope="row">
                  <a href={to(address, `/indicators/${encodeURIComponent(indicator.code)}`)} lang="vi">
                    {nameIn(indicator.name, language)}
                  </a>{' '}
                  <small>{indicator.code}</small>
                  {indicator.formula !== undefined && (
                    <small>
                      {' '}
                      = <code>{indicator.formula}</code>
                    </small>
                  )}
                </th>
                <td data-label={t('web.indicators.unit')}>{unitIn(indicator.unit, language)}</td>
                <td data-label={t('web.indicators.frequency')}>{t(`web.frequency.${indicator.frequency}`)}</td>
                <td data-label={t('web.indicators.over-areas')}>{t(`web.over-areas.${indicator.overAreas}`)}</td>
                <td data-label={t('web.indicators.over-time')}>{t(`web.over-time.${indicator.overTime}`)}</td>
                <td data-label={t('web.indicators.plans')}>
                  {plans.length === 0 ? t('web.indicators.in-none') : String(plans.length)}
                  {differing.length > 0 && ` · ${t('web.indicators.differs')}`}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Layout>
  )
}
