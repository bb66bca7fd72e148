import { showDay } from '../../measure/show.ts'
import { beginOf, endOfArea, type Area, type Territory } from '../../territory/territory.ts'
import { to } from '../frame/address.ts'
import { Layout } from '../frame/layout.tsx'
import type { View } from '../frame/view.ts'
import { areaName } from './names.ts'

interface AreaProps {
  readonly view: View
  readonly territory: Territory
  readonly area: Area
}

/** The life of one area: what it was called and where it lay from when to when, what it came from and what it became. */
export function AreaPage({ view, territory, area }: AreaProps) {
  const { t, address, language } = view
  const last = area.facts.at(-1)
  const name = `${last?.type ?? ''} ${last?.name ?? area.id}`
  return (
    <Layout view={view} title={name} place="territory">
      <header>
        <h1 lang="vi">{name}</h1>
        <p>
          <a href={to(address, '/territory')}>{t('web.territory.title')}</a>
        </p>
      </header>
      <table class="rows">
        <caption class="hidden">{t('web.territory.history')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('web.territory.from-day')}</th>
            <th scope="col">{t('web.territory.to-day')}</th>
            <th scope="col">{t('web.territory.name')}</th>
            <th scope="col">{t('web.territory.code')}</th>
            <th scope="col">{t('web.territory.lies-in')}</th>
          </tr>
        </thead>
        <tbody>
          {area.facts.map(fact => (
            <tr>
              <td data-label={t('web.territory.from-day')}>{showDay(fact.from, language)}</td>
              <td data-label={t('web.territory.to-day')}>
                {fact.to === null ? t('web.territory.still') : showDay(fact.to, language)}
              </td>
              <td data-label={t('web.territory.name')} lang="vi">
                {fact.type} {fact.name}
              </td>
              <td data-label={t('web.territory.code')}>{fact.code}</td>
              <td data-label={t('web.territory.lies-in')} lang="vi">
                {fact.parent !== null && areaName(territory, fact.parent, fact.from)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <Relations view={view} territory={territory} area={area} side="from" />
      <Relations view={view} territory={territory} area={area} side="to" />
    </Layout>
  )
}

/** The areas on the other side of the events in which this one begins or ends. */
function Relations({ view, territory, area, side }: AreaProps & { readonly side: 'from' | 'to' }) {
  const { t, address, language } = view
  const day = side === 'from' ? beginOf(area) : endOfArea(area)
  const others = territory.reorganisations
    .filter(event => event.date === day)
    .flatMap(event => {
      if (event.kind === 'links')
        return event.links
          .filter(link => (side === 'from' ? link.to : link.from) === area.id)
          .map(link => (side === 'from' ? link.from : link.to))
      if (event.kind !== 'regrouping') return []
      const [own, other] = side === 'from' ? [event.after, event.before] : [event.before, event.after]
      return own.includes(area.id) ? other : []
    })
  if (others.length === 0 || day === null) return null
  return (
    <section>
      <h2>
        {t(side === 'from' ? 'web.territory.came-from' : 'web.territory.became', { day: showDay(day, language) })}
      </h2>
      <ul class="areas">
        {others.map(id => (
          <li>
            <a href={to(address, `/territory/areas/${encodeURIComponent(id)}`)} lang="vi">
              {areaName(territory, id, day)}
            </a>
          </li>
        ))}
      </ul>
      <p>
        <a href={to(address, `/territory/days/${day}`)}>{t('web.territory.see-event')}</a>
      </p>
    </section>
  )
}
