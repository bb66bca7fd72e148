import { liesIn, mapOn } from '../../territory/map.ts'
import { resolveArea } from '../../territory/names.ts'
import type { Setup } from '../setup.ts'
import type { Known } from './assignment.ts'

/** What names in a table mean on a day: codes of indicators, organisations, areas by id, code or a name that is one area's. */
export function knownNames({ indicators, organisations, territory, planAreas }: Setup, day: string): Known {
  const map = mapOn(territory, day)
  return {
    indicators: [...indicators.keys()],
    organisations: [...organisations.values()],
    area: text => {
      if (planAreas.includes(text) || territory.areas.has(text)) return text
      const found = resolveArea(map, text)
      return 'area' in found ? found.area : null
    },
    areasIn: whole => (map.areas.has(whole) ? [...map.areas.keys()].filter(area => liesIn(map, area, whole)) : [whole]),
  }
}
