import { foldedForm } from '../../measure/names.ts'
import { showDay } from '../../measure/show.ts'
import type { Message } from '../../messages/message.ts'
import { mapOn, type AreaMap, type AreaOnMap } from '../../territory/map.ts'
import type { Territory } from '../../territory/territory.ts'
import { to } from '../frame/address.ts'
import type { Refused } from '../frame/field.tsx'
import { Layout } from '../frame/layout.tsx'
import type { View } from '../frame/view.ts'
import { ChangeForms } from './forms.tsx'
import { TimeLine } from './line.tsx'

export interface TerritoryProps {
  readonly view: View
  readonly territory: Territory
  readonly day: string
  readonly find: string
  readonly refused: Refused | null
  /** What is wrong with tables that were loaded. */
  readonly told: readonly Message[]
}

/** The time line of the territory, the map of a day, and the forms that change it. */
export function TerritoryPage({ view, territory, day, find, refused, told }: TerritoryProps) {
  const { t } = view
  return (
    <Layout
      view={view}
      title={t('web.territory.title')}
      place="territory"
      scripts={view.may('territory.define') ? ['busy'] : []}
    >
      <header>
        <h1>{t('web.territory.title')}</h1>
        <p>{t('web.territory.about')}</p>
      </header>
      {territory.areas.size === 0 ? (
        <p>{t(view.may('territory.define') ? 'web.territory.none' : 'web.territory.none-public')}</p>
      ) : (
        <>
          <h2>{t('web.territory.line')}</h2>
          <TimeLine view={view} territory={territory} />
          <DayMap view={view} territory={territory} day={day} find={find} />
        </>
      )}
      {view.may('territory.define') && (
        <ChangeForms view={view} refused={refused} told={told} empty={territory.areas.size === 0} />
      )}
    </Layout>
  )
}

function DayMap({ view, territory, day, find }: Omit<TerritoryProps, 'refused' | 'told'>) {
  const { t, address, language } = view
  const map = mapOn(territory, day)
  const communes = [...map.areas.values()].filter(area => area.level === 'commune').length
  const tops = [...map.areas.values()].filter(area => area.parent === null || !map.areas.has(area.parent))
  return (
    <section aria-labelledby="day-map">
      <h2 id="day-map">{t('web.territory.map', { day: showDay(day, language) })}</h2>
      <form class="when" method="get" action="/territory#day-map">
        {[...address.query].map(([name, value]) =>
          name === 'map' || name === 'find' || name === 'lang' ? null : (
            <input type="hidden" name={name} value={value} />
          ),
        )}
        <label for="map">{t('web.territory.on')}</label>
        <input type="date" id="map" name="map" value={day} />
        <label for="find">{t('web.territory.find')}</label>
        <input type="search" id="find" name="find" value={find} />
        <button type="submit">{t('web.territory.see')}</button>
      </form>
      <p class="small">{t('web.territory.count', { communes: String(communes) })}</p>
      {find.trim() === '' ? (
        <ul class="areas">
          {tops.map(top => (
            <Branch view={view} map={map} area={top} open />
          ))}
        </ul>
      ) : (
        <Found view={view} map={map} find={find} />
      )}
      <p class="small">
        <a href={to(address, '/territory/areas.csv')}>{t('web.territory.areas-file')}</a> ·{' '}
        <a href={to(address, '/territory/events.csv')}>{t('web.territory.events-file')}</a>
      </p>
    </section>
  )
}

interface BranchProps {
  readonly view: View
  readonly map: AreaMap
  readonly area: AreaOnMap
  readonly open?: boolean
}

function Branch({ view, map, area, open = false }: BranchProps) {
  const children = (map.children.get(area.id) ?? []).flatMap(id => map.areas.get(id) ?? [])
  if (children.length === 0)
    return (
      <li>
        <AreaLink view={view} area={area} />
      </li>
    )
  const leaves = children.every(child => !map.children.has(child.id))
  return (
    <li class="branch">
      <details open={open}>
        <summary>
          {area.type} {area.name} <small>{children.length}</small>
        </summary>
        <p class="small">
          <AreaLink view={view} area={area} />
        </p>
        <ul class={leaves ? 'areas leaves' : 'areas'}>
          {children.map(child => (
            <Branch view={view} map={map} area={child} />
          ))}
        </ul>
      </details>
    </li>
  )
}

const AreaLink = ({ view, area }: Omit<BranchProps, 'map'>) => (
  <a href={to(view.address, `/territory/areas/${encodeURIComponent(area.id)}`)} lang="vi">
    {area.type} {area.name} <small>{area.code}</small>
  </a>
)

function Found({ view, map, find }: { readonly view: View; readonly map: AreaMap; readonly find: string }) {
  const wanted = foldedForm(find.trim())
  const found = [...map.areas.values()].filter(
    area => foldedForm(`${area.type} ${area.name}`).includes(wanted) || area.code === find.trim(),
  )
  if (found.length === 0) return <p>{view.t('web.territory.not-found', { find })}</p>
  return (
    <ul class="areas">
      {found.map(area => {
        const around = area.parent === null ? undefined : map.areas.get(area.parent)
        return (
          <li>
            <AreaLink view={view} area={area} />
            {around && (
              <small lang="vi">
                {' '}
                · {around.type} {around.name}
              </small>
            )}
          </li>
        )
      })}
    </ul>
  )
}
