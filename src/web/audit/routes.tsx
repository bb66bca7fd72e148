import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { need } from '../../api/access.ts'
import { Fault } from '../../api/faults.ts'
import { fieldsOf } from '../../api/upload.ts'
import { exportingAudit } from '../../desk/jobs/export-audit.ts'
import { verifying } from '../../desk/jobs/verify.ts'
import type { Organisation } from '../../desk/organisations/organisation.ts'
import { auditLine } from '../../store/audit-lines.ts'
import { definitions } from '../../store/definitions.ts'
import { page, viewFor, type Around } from '../around.ts'
import { startJob } from '../jobs/routes.tsx'
import { linesAsked, searchOf } from '../../api/audit/asked.ts'
import { changesOf } from './changes.ts'
import { loadAudit } from './load.ts'
import { AuditView, LineView } from './view.tsx'

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
  app.get('/audit', async c => {
    need(c, 'audit.read')
    const search = searchOf(name => c.req.query(name))
    const asked = Number(c.req.query('before') ?? '')
    const before = Number.isSafeInteger(asked) && asked > 0 ? asked : null
    const places = await definitions(store, tenant, 'organisation')
    const [checked] = await jobs.list({ kind: 'audit-verify', limit: 1 })
    const content = (
      <AuditView
        view={viewFor(c)}
        search={search}
        found={await loadAudit(store, tenant, search, before)}
        places={places.map(({ id, body }) => ({ id, name: (body as Organisation).name }))}
        checked={checked ?? null}
        first={before === null}
      />
    )
    return page(c, content)
  })
  app.get('/audit/:number{[0-9]+}', async c => {
    need(c, 'audit.read')
    const number = Number(c.req.param('number'))
    const line = Number.isSafeInteger(number) ? await auditLine(store, tenant, number) : null
    if (!line) throw new Fault('no-line', { number: c.req.param('number') })
    return page(c, <LineView view={viewFor(c)} shown={{ line, changes: changesOf(line.before, line.after) }} />)
  })
  app.post('/audit/export', limit, async c => {
    const { by } = need(c, 'audit.read')
    const fields = await fieldsOf(c)
    const format = fields['format'] === 'xlsx' ? 'xlsx' : 'csv'
    const search = searchOf(name => fields[name])
    const run = exportingAudit(linesAsked(search), format)
    const subject = [format.toUpperCase(), ...Object.values(search)].join(' · ')
    return startJob(c, around, { kind: 'audit-export', subject, by, reads: true, run })
  })
  app.post('/audit/verify', limit, c => {
    const { by } = need(c, 'audit.read')
    return startJob(c, around, { kind: 'audit-verify', subject: '', by, reads: true, run: verifying })
  })
  return app
}
