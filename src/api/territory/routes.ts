import { Hono, type Context } from 'hono'
import { recastFigures, recastJson } from '../../desk/figures/recast-figures.ts'
import { readBoundaries } from '../../exchange/boundaries/read.ts'
import { readTerritory } from '../../exchange/territory.ts'
import { isDay, parsePeriod } from '../../measure/period.ts'
import { dayIn } from '../../measure/vietnam-time.ts'
import { boundaries, saveBoundaries } from '../../store/boundaries.ts'
import { saveTerritory, currentTerritory } from '../../store/territory.ts'
import { mapOn } from '../../territory/map.ts'
import { need } from '../access.ts'
import type { Shelf } from '../draft/desk.ts'
import { Fault } from '../faults.ts'
import { limited, refusedRows } from '../sent.ts'
import { filesOf } from '../upload.ts'

/** The territory: the map of a day, a new version of it, figures on another map. Mounted under /api/territory. */
export function territoryRoutes({ store, tenant, now }: Shelf & { readonly now: () => Date }): Hono {
  const app = new Hono()
  const dayAsked = (c: Context, name: string, otherwise?: string): string => {
    const asked = c.req.query(name) ?? otherwise ?? ''
    if (!isDay(asked)) throw new Fault('bad-day', { actual: asked })
    return asked
  }
  app.get('/', async c => {
    const on = dayAsked(c, 'on', dayIn(now()))
    const { areas } = mapOn(await currentTerritory(store, tenant), on)
    const listed = [...areas.values()].sort((a, b) => (a.code < b.code ? -1 : 1))
    return c.json({
      on,
      areas: listed.map(({ id, code, name, type, level, parent }) => ({ id, code, name, type, level, parent })),
    })
  })
  app.post('/', limited(), async c => {
    const { by } = need(c, 'territory.define')
    const files = await filesOf(c, ['areas', 'events'])
    const [areas = '', events = ''] = files.map(({ bytes }) => new TextDecoder().decode(bytes))
    const { value, messages } = readTerritory(areas, events)
    if (!value) return refusedRows(c, messages)
    const log = await saveTerritory(store, tenant, value, by)
    return c.json({ log, areas: value.areas.size, events: value.reorganisations.length })
  })
  app.get('/boundaries', async c => {
    const on = dayAsked(c, 'on', dayIn(now()))
    const { areas } = mapOn(await currentTerritory(store, tenant), on)
    const { outlines } = await boundaries(store, tenant)
    return c.json({
      type: 'FeatureCollection',
      features: [...areas.values()]
        .sort((a, b) => (a.code < b.code ? -1 : 1))
        .flatMap(({ id, code, name, level }) => {
          const coordinates = outlines.get(id)
          return coordinates
            ? [
                {
                  type: 'Feature',
                  id,
                  properties: { code, name, level },
                  geometry: { type: 'MultiPolygon', coordinates },
                },
              ]
            : []
        }),
    })
  })
  app.post('/boundaries', limited(), async c => {
    const { by } = need(c, 'territory.define')
    const on = dayAsked(c, 'on')
    const map = mapOn(await currentTerritory(store, tenant), on)
    const { value, messages } = readBoundaries(await c.req.text(), map)
    if (!value) return refusedRows(c, messages)
    const log = await saveBoundaries(store, tenant, on, value.outlines, by)
    const { outlines, property, unmatched, missing } = value
    return c.json({ log, on, property, matched: outlines.size, unmatched, missing })
  })
  app.get('/recast/:indicator', async c => {
    const indicator = c.req.param('indicator')
    const [from, to, period] = [dayAsked(c, 'from'), dayAsked(c, 'to'), parsePeriod(c.req.query('period') ?? '')]
    if (!period) throw new Fault('bad-body', { detail: `period: ${c.req.query('period') ?? ''}` })
    const asked = c.req.query('by') ?? ''
    const by = asked === 'population' || asked === 'area' || asked === 'equal' ? asked : null
    if (by === null && asked !== '') throw new Fault('bad-body', { detail: `by: ${asked}` })
    const { rows, total } = await recastFigures(store, tenant, { indicator, period, from, to, by })
    return c.json({ indicator, from, to, by, areas: rows.map(recastJson), total: recastJson(total) })
  })
  return app
}
