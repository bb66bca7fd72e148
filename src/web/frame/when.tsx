import { showDay } from '../../measure/show.ts'
import { communesOn, mapDays, mapSince } from '../../territory/map-days.ts'
import type { Chosen } from '../chosen.ts'
import { CONTROLS, here } from './address.ts'
import type { View } from './view.ts'

/** What the form sets itself; everything else in the address is carried along. */
const OWN: ReadonlySet<string> = new Set([...CONTROLS, 'lang'])

/**
 * Which day is judged, by what was known, on which map: in the address, so that a link shows what its sender saw. The map
 * is chosen among the days on which it changed, and not at all where no territory is known.
 */
export function When({ view, chosen: { asked, territory } }: { readonly view: View; readonly chosen: Chosen }) {
  const { t, address, language } = view
  const carried = [...address.query].filter(([name]) => !OWN.has(name))
  const days = mapDays(territory)
  const map = asked.map === null ? null : mapSince(territory, asked.map)
  return (
    <form class="when" method="get" action={address.path}>
      {carried.map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      <span class="when-pair">
        <label for="on">{t('web.when.on')}</label>
        <input type="date" id="on" name="on" value={asked.on} />
      </span>
      <span class="when-pair">
        <label for="asOf">{t('web.when.as-of')}</label>
        <input type="date" id="asOf" name="asOf" value={address.query.get('asOf')?.slice(0, 10) ?? ''} />
      </span>
      {days.length > 0 && (
        <span class="when-pair">
          <label for="map">{t('web.when.map')}</label>
          <select id="map" name="map">
            <option value="" selected={map === null}>
              {t('web.when.own-map')}
            </option>
            {days
              .filter((day, i) => i === 0 || communesOn(territory, day) > 0)
              .map(day => (
                <option value={day} selected={day === map}>
                  {t('web.when.map-since', {
                    day: showDay(day, language),
                    count: String(communesOn(territory, day)),
                  })}
                </option>
              ))}
          </select>
        </span>
      )}
      <button type="submit">{t('web.when.show')}</button>
      {CONTROLS.some(name => address.query.has(name)) && (
        <a href={here(address, Object.fromEntries(CONTROLS.map(name => [name, null])))}>{t('web.when.now')}</a>
      )}
    </form>
  )
}
