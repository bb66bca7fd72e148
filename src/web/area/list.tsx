import { showDay } from '../../measure/show.ts'
import { beginOf, endOfArea, type Area } from '../../territory/territory.ts'
import { Kept } from '../frame/kept.tsx'
import { Layout } from '../frame/layout.tsx'
import type { View } from '../frame/view.ts'
import { When } from '../frame/when.tsx'
import { areaName, areaPath } from '../map/figure.tsx'
import type { Ground } from '../map/ground.ts'
import { NoTerritory } from '../map/view.tsx'
import { factNear } from './load.ts'

export interface AreasPageProps {
  readonly view: View
  readonly ground: Ground
  /** What was searched, '' for the whole tree. */
  readonly text: string
  readonly found: readonly Area[]
}

/** The tree of a map's areas, or those of any time that are called so. */
export function AreasPage({ view, ground, text, found }: AreasPageProps) {
  const { t } = view
  return (
    <Layout view={view} title={t('web.areas.title')} place="areas">
      <header>
        <h1>{t('web.areas.title')}</h1>
        <When view={view} chosen={ground.chosen} />
      </header>
      <form class="when" method="get" action="/areas" role="search">
        <Kept view={view} />
        <label for="q">{t('web.areas.find')}</label>
        <input type="search" id="q" name="q" value={text} />
        <button type="submit">{t('web.areas.search')}</button>
      </form>
      {text !== '' ? (
        <Found view={view} ground={ground} text={text} found={found} />
      ) : ground.map.areas.size === 0 ? (
        <NoTerritory view={view} ground={ground} />
      ) : (
        <Tree view={view} ground={ground} />
      )}
    </Layout>
  )
}

function Found({ view, ground, text, found }: AreasPageProps) {
  const { t, language } = view
  if (found.length === 0) return <p>{t('web.areas.none-found', { text })}</p>
  return (
    <table class="rows">
      <caption>{t('web.areas.found', { count: String(found.length) })}</caption>
      <thead>
        <tr>
          <th scope="col">{t('web.areas.area')}</th>
          <th scope="col">{t('web.areas.code')}</th>
          <th scope="col">{t('web.areas.lies-in')}</th>
          <th scope="col">{t('web.areas.time')}</th>
        </tr>
      </thead>
      <tbody>
        {found.map(area => {
          const fact = factNear(area, ground.map.day)
          const parent = fact?.parent == null ? null : ground.chosen.territory.areas.get(fact.parent)
          const whole = parent && fact ? factNear(parent, fact.from) : null
          const end = endOfArea(area)
          return (
            <tr>
              <th scope="row">
                <a href={areaPath(view, area.id)}>{fact ? areaName(fact) : area.id}</a>
              </th>
              <td data-label={t('web.areas.code')}>{fact?.code}</td>
              <td data-label={t('web.areas.lies-in')}>{whole && areaName(whole)}</td>
              <td data-label={t('web.areas.time')}>
                {end === null
                  ? t('web.areas.from', { from: showDay(beginOf(area), language) })
                  : t('web.areas.from-to', { from: showDay(beginOf(area), language), to: showDay(end, language) })}
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

/** Who lies in whom: areas that hold others are heads, the lowest stand in columns. */
function Tree({ view, ground: { map } }: Pick<AreasPageProps, 'view' | 'ground'>) {
  const { t } = view
  const holders = [...map.areas.values()].filter(({ id }) => map.children.has(id))
  const order = (id: string): string => {
    const area = map.areas.get(id)
    return area ? `${area.parent === null ? '' : order(area.parent)}/${area.code}` : ''
  }
  return (
    <>
      {holders
        .map(area => ({ area, at: order(area.id) }))
        .sort((a, b) => (a.at < b.at ? -1 : 1))
        .map(({ area }) => (
          <section class="branch" aria-labelledby={`a-${area.id}`}>
            <h2 id={`a-${area.id}`}>
              <a href={areaPath(view, area.id)}>{areaName(area)}</a>{' '}
              <small>{t('web.areas.children', { count: String(map.children.get(area.id)?.length ?? 0) })}</small>
            </h2>
            <ul class="names">
              {(map.children.get(area.id) ?? []).map(id => {
                const child = map.areas.get(id)
                return (
                  child && (
                    <li>
                      <a href={areaPath(view, id)}>{areaName(child)}</a> <small>{child.code}</small>
                    </li>
                  )
                )
              })}
            </ul>
          </section>
        ))}
    </>
  )
}
