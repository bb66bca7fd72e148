import { Hono } from 'hono'
import { need } from '../../api/access.ts'
import { backingUp } from '../../desk/jobs/backing-up.ts'
import { notifying } from '../../desk/jobs/notifying.ts'
import { page, viewFor, type Around } from '../around.ts'
import { startJob } from '../jobs/routes.tsx'
import { loadHealth } from './load.ts'
import { OperationsView } from './view.tsx'

/** How the system stands, for administrators: health, backups, notices. */
export function operationPages(around: Around): Hono {
  const app = new Hono()
  app.get('/operations', async c => {
    need(c, 'store.keep')
    const health = await loadHealth(around)
    return page(c, <OperationsView view={viewFor(c)} health={health} now={around.now()} />)
  })
  app.post('/operations/backup', c => {
    const { by } = need(c, 'store.keep')
    return startJob(c, around, { kind: 'backup', subject: '', by, reads: true, run: backingUp(around.store) })
  })
  app.post('/operations/notices', c => {
    const { by } = need(c, 'store.keep')
    return startJob(c, around, { kind: 'notices', subject: '', by, run: notifying(around.mail ?? null) })
  })
  return app
}
