import { recast, type Reported } from '../../src/cube/recast.ts'
import { absent } from '../../src/measure/absence.ts'
import { lastDay, periodCode } from '../../src/measure/period.ts'
import type { Observation } from '../../src/plan/observation.ts'
import type { Indicator } from '../../src/plan/plan.ts'
import { mapOn } from '../../src/territory/map.ts'
import type { Territory } from '../../src/territory/territory.ts'
import { transition, type Form } from '../../src/territory/transition.ts'

/**
 * The figures as they would stand had they been given on the map of a day, brought over one period at a time, nothing divided:
 * the slow way of what `recastCube` does. Every figure of one source; the last of a key stands.
 */
export function onMap(
  territory: Territory,
  day: string,
  figures: readonly Observation[],
  indicators: readonly Indicator[],
): Observation[] {
  const keyOf = (f: Observation) => `${f.indicator} ${periodCode(f.period)}`
  const said = new Map<string, Map<string, Observation>>()
  for (const figure of figures) {
    const here = said.get(keyOf(figure)) ?? new Map<string, Observation>()
    here.set(figure.area, figure)
    said.set(keyOf(figure), here)
  }
  const areas = [...mapOn(territory, day).areas.keys()]
  return [...said.values()].flatMap(here => {
    const [like] = here.values()
    const indicator = indicators.find(each => each.code === like?.indicator)
    if (!like || !indicator) return []
    const { forms, pools } = transition(territory, lastDay(like.period), day)
    const reported: Reported = new Map([...here].map(([area, { value }]) => [area, value]))
    const cast = recast({ from: '', to: day, forms, pools }, reported)
    const saidIn = ({ whole, shares }: Form): boolean =>
      whole.some(id => here.has(id)) || shares.some(({ pool }) => saidIn(pools[pool]?.of ?? { whole: [], shares: [] }))
    return areas.flatMap(area => {
      const own = here.get(area)
      if (own) return [own]
      const form = forms.get(area)
      if (!form || !saidIn(form)) return []
      if (indicator.overAreas === 'sum') return [{ ...like, area, value: cast.of(area).value }]
      return [{ ...like, area, value: absent(indicator.overAreas === 'recount' ? 'notAssessed' : 'notComputable') }]
    })
  })
}
