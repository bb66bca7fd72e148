import { Hono } from 'hono'
import { z } from 'zod'
import { indicatorCatalogue, type Catalogued } from '../../desk/indicators/catalogue.ts'
import { defineIndicator } from '../../desk/indicators/define.ts'
import { need } from '../access.ts'
import type { Shelf } from '../draft/desk.ts'
import { Fault } from '../faults.ts'
import { bodyOf, limited, refusedRows } from '../sent.ts'

/** The indicators. Mounted under /api. */
export function indicatorRoutes({ store, tenant }: Shelf): Hono {
  const app = new Hono()
  const one = ({ indicator, plans, differing }: Catalogued) => ({
    indicator,
    plans: plans.map(plan => plan.id),
    differing,
  })
  app.get('/indicators', async c =>
    c.json({ indicators: [...(await indicatorCatalogue(store, tenant)).values()].map(one) }),
  )
  app.get('/indicators/:code', async c => {
    const found = (await indicatorCatalogue(store, tenant)).get(c.req.param('code'))
    if (!found) throw new Fault('not-found')
    return c.json(one(found))
  })
  app.post('/indicators', limited(), async c => {
    const { by } = need(c, 'indicator.define')
    // What an indicator must be, its own file says, field by field.
    const sent = await bodyOf(c, z.record(z.string(), z.unknown()))
    const { value, messages } = await defineIndicator(store, tenant, sent, by)
    return value ? c.json(value) : refusedRows(c, messages)
  })
  return app
}
