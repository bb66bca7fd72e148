import type { SeriesPreview } from '../../desk/territory/preview.ts'
import { showDecimal, showDay } from '../../measure/show.ts'
import type { Decimal } from '../../measure/decimal.ts'
import type { Reorganisation, Territory } from '../../territory/territory.ts'
import { to } from '../frame/address.ts'
import { Kept } from '../frame/kept.tsx'
import { Layout } from '../frame/layout.tsx'
import type { View } from '../frame/view.ts'
import { countOn, kindsIn } from './line.tsx'
import { areaName } from './names.ts'
import { SeriesChoice, SeriesTable } from './series.tsx'

interface EventProps {
  readonly view: View
  readonly territory: Territory
  readonly date: string
  readonly preview: SeriesPreview
}

/** One day of changes: which areas became which, and what it does to a series. */
export function EventPage({ view, territory, date, preview }: EventProps) {
  const { t, address, language } = view
  const events = territory.reorganisations.filter(event => event.date === date)
  const day = showDay(date, language)
  return (
    <Layout view={view} title={t('web.territory.event', { day })} place="territory">
      <header>
        <h1>{t('web.territory.event', { day })}</h1>
        <p>
          {kindsIn(events, view)} · {t('web.territory.communes')} {countOn(territory, preview.before.day, 'commune')} →{' '}
          {countOn(territory, date, 'commune')} ·{' '}
          <a href={to(address, '/territory', { map: date })}>{t('web.territory.see-map')}</a>
        </p>
      </header>
      <h2>{t('web.territory.series')}</h2>
      {preview.chosen && (
        <form method="get" action={`/territory/days/${date}`}>
          <Kept view={view} />
          <SeriesChoice view={view} preview={preview}>
            <div>
              <button type="submit">{t('web.territory.see')}</button>
            </div>
          </SeriesChoice>
        </form>
      )}
      <SeriesTable view={view} territory={territory} preview={preview} />
      <h2>{t('web.territory.from-to')}</h2>
      {events.map(event => (
        <Changes view={view} territory={territory} event={event} />
      ))}
    </Layout>
  )
}

function Changes({
  view,
  territory,
  event,
}: Omit<EventProps, 'date' | 'preview'> & { readonly event: Reorganisation }) {
  const { t, language } = view
  const named = (ids: readonly string[]) =>
    ids.map((id, i) => (
      <>
        {i > 0 && ', '}
        <a href={to(view.address, `/territory/areas/${encodeURIComponent(id)}`)}>
          {areaName(territory, id, event.date)}
        </a>
      </>
    ))
  const weight = (value: Decimal | undefined, unit: string) =>
    value ? `${showDecimal(value, language)} ${unit}` : null
  const rows =
    event.kind === 'links'
      ? [...new Set(event.links.map(link => link.to))].map(id => ({
          from: event.links.filter(link => link.to === id).map(link => link.from),
          to: [id],
          weights: event.links
            .filter(link => link.to === id)
            .flatMap(({ weights }) => [
              weight(weights.population, t('web.territory.persons')),
              weight(weights.area, 'km²'),
            ])
            .filter(said => said !== null),
        }))
      : event.kind === 'regrouping'
        ? [{ from: event.before, to: event.after, weights: [] }]
        : [{ from: event.areas, to: [], weights: [] }]
  const weighted = rows.some(({ weights }) => weights.length > 0)
  return (
    <>
      <h3>
        <span lang="vi">{event.basis}</span> <small>{kindsIn([event], view)}</small>
      </h3>
      <table class="rows links">
        <thead>
          <tr>
            <th scope="col">{t('web.territory.before')}</th>
            <th scope="col">{t('web.territory.after')}</th>
            {weighted && <th scope="col">{t('web.territory.weights')}</th>}
          </tr>
        </thead>
        <tbody>
          {rows.map(row => (
            <tr lang="vi">
              <td data-label={t('web.territory.before')}>{named(row.from)}</td>
              <td data-label={t('web.territory.after')}>
                {row.to.length === 0 ? t('web.territory.no-successor') : named(row.to)}
              </td>
              {weighted && <td data-label={t('web.territory.weights')}>{row.weights.join('; ')}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}
