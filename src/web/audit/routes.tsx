import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { need } from '../../api/access.ts'
import { Fault } from '../../api/faults.ts'
import { fieldsOf } from '../../api/upload.ts'
import { exportingAudit } from '../../desk/jobs/export-audit.ts'
import { verifying } from '../../desk/jobs/verify.ts'
import { dayIn } from '../../measure/vietnam-time.ts'
import { auditLine } from '../../store/audit-lines.ts'
import { logHead } from '../../store/log.ts'
import { page, viewFor, type Around } from '../around.ts'
import { startJob } from '../jobs/routes.tsx'
import { linesMeant, searchOf } from '../../api/audit/asked.ts'
import { changesOf } from './changes.ts'
import { LineView } from './line.tsx'
import { auditNames, loadAudit, type AuditStart } from './load.ts'
import { AuditView } from './view.tsx'

const LARGEST_FORM = 16 * 1024

/** The audit, for inspectors and administrators: search, one line, taking it away, proving its chain. */
export function auditPages(around: Around): Hono {
  const { store, tenant, jobs } = around
  const app = new Hono()
  const limit = bodyLimit({
    maxSize: LARGEST_FORM,
    onError: () => {
      throw new Fault('bad-form')
    },
  })
  const checked = async () => (await jobs.list({ kind: 'audit-verify', limit: 1 }))[0] ?? null
  app.get('/audit', async c => {
    need(c, 'audit.read')
    const search = searchOf(name => c.req.query(name))
    const content = (
      <AuditView
        view={viewFor(c)}
        search={search}
        found={await loadAudit(
          store,
          tenant,
          search,
          startOf(c.req.query('before'), c.req.query('after')),
          viewFor(c).language,
        )}
        names={await auditNames(store, tenant)}
        checked={await checked()}
        today={dayIn(around.now())}
      />
    )
    return page(c, content)
  })
  app.get('/audit/:number{[0-9]+}', async c => {
    need(c, 'audit.read')
    const number = Number(c.req.param('number'))
    const line = Number.isSafeInteger(number) ? await auditLine(store, tenant, number) : null
    if (!line) throw new Fault('no-line', { number: c.req.param('number') })
    const content = (
      <LineView
        view={viewFor(c)}
        shown={{ line, changes: changesOf(line.before, line.after) }}
        names={await auditNames(store, tenant)}
        checked={await checked()}
        last={await logHead(store, tenant)}
      />
    )
    return page(c, content)
  })
  app.post('/audit/export', limit, async c => {
    const { by } = need(c, 'audit.read')
    const fields = await fieldsOf(c)
    const format = fields['format'] === 'xlsx' ? 'xlsx' : 'csv'
    const search = searchOf(name => fields[name])
    const run = exportingAudit(await linesMeant(store, tenant, search), format)
    const subject = [format.toUpperCase(), ...Object.values(search)].join(' · ')
    return startJob(c, around, { kind: 'audit-export', subject, by, reads: true, run })
  })
  app.post('/audit/verify', limit, c => {
    const { by } = need(c, 'audit.read')
    return startJob(c, around, { kind: 'audit-verify', subject: '', by, reads: true, run: verifying })
  })
  return app
}

function startOf(before: string | undefined, after: string | undefined): AuditStart {
  const number = (text: string | undefined): number | null => {
    const value = Number(text ?? '')
    return Number.isSafeInteger(value) && value > 0 ? value : null
  }
  const [older, newer] = [number(before), number(after)]
  return older !== null ? { before: older } : newer !== null ? { after: newer } : null
}
