import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { attachEvidence } from '../../desk/evidence/attach.ts'
import { LARGEST_EVIDENCE, LARGEST_EVIDENCE_MB } from '../../desk/evidence/kind.ts'
import { evidenceOf } from '../../store/evidence.ts'
import { need, somewhere } from '../access.ts'
import type { Shelf } from '../draft/desk.ts'
import { Fault } from '../faults.ts'

/** What offices attach to their figures. Mounted under /api/desk. */
export function evidenceRoutes({ store, tenant }: Pick<Shelf, 'store' | 'tenant'>): Hono {
  const app = new Hono()
  const path = '/reports/:round/:organisation/evidence'
  app.use(path, somewhere('read.pending'))
  app.get(path, async c => {
    const { round, organisation } = c.req.param()
    need(c, 'read.pending', { organisation })
    return c.json({ evidence: await evidenceOf(store.db, tenant, [round], organisation) })
  })
  app.post(
    path,
    bodyLimit({
      maxSize: LARGEST_EVIDENCE,
      onError: () => {
        throw new Fault('evidence-too-large', { size: String(LARGEST_EVIDENCE_MB) })
      },
    }),
    async c => {
      const who = c.get('who')
      if (!who.user) throw new Fault('sign-in')
      const { round, organisation } = c.req.param()
      const key = { round, organisation, indicator: c.req.query('indicator') ?? '', area: c.req.query('area') ?? '' }
      const bytes = new Uint8Array(await c.req.arrayBuffer())
      if (bytes.length === 0) throw new Fault('no-file')
      const done = await attachEvidence({ store, tenant }, who, key, { name: c.req.query('name') ?? '', bytes })
      if ('refused' in done) throw new Fault(done.refused, done.values)
      return c.json(done)
    },
  )
  return app
}
