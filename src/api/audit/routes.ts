import { Hono } from 'hono'
import { exportingAudit } from '../../desk/jobs/export-audit.ts'
import type { JobAsked, Jobs } from '../../desk/jobs/jobs.ts'
import { verifying } from '../../desk/jobs/verify.ts'
import { auditLine, auditLines, type AuditLine } from '../../store/audit-lines.ts'
import { need } from '../access.ts'
import { auditExportContract } from '../contract/audit.ts'
import type { Shelf } from '../draft/desk.ts'
import { Fault } from '../faults.ts'
import { bodyOf, limited } from '../sent.ts'
import { linesMeant, searchOf } from './asked.ts'

const USUAL = 100
const MOST = 1000

/** The audit, for inspectors and administrators. Mounted under /api/audit. */
export function auditRoutes({ store, tenant, jobs }: Shelf & { readonly jobs: Jobs }): Hono {
  const app = new Hono()
  app.get('/', async c => {
    need(c, 'audit.read')
    const search = searchOf(name => c.req.query(name))
    const limit = Math.min(MOST, wholeNumber(c.req.query('limit')) ?? USUAL)
    const before = wholeNumber(c.req.query('before'))
    const found = await auditLines(store, tenant, {
      ...(await linesMeant(store, tenant, search)),
      ...(before === null ? {} : { before }),
      newestFirst: true,
      limit: limit + 1,
    })
    const lines = found.slice(0, limit)
    return c.json({ lines: lines.map(lineJson), older: found.length > limit ? (lines.at(-1)?.number ?? null) : null })
  })
  app.get('/:number', async c => {
    need(c, 'audit.read')
    const number = wholeNumber(c.req.param('number'))
    const line = number === null ? null : await auditLine(store, tenant, number)
    if (!line) throw new Fault('no-line', { number: c.req.param('number') })
    return c.json(lineJson(line))
  })
  const begun = async (asked: JobAsked) => {
    const job = await jobs.start(asked)
    if (!job) throw new Fault('jobs-full')
    return { job: job.id }
  }
  app.post('/export', limited(), async c => {
    const { by } = need(c, 'audit.read')
    const sent = await bodyOf(c, auditExportContract)
    const search = searchOf(name => sent.search[name])
    const run = exportingAudit(await linesMeant(store, tenant, search), sent.format)
    const subject = [sent.format.toUpperCase(), ...Object.values(search)].join(' · ')
    return c.json(await begun({ kind: 'audit-export', subject, by, reads: true, run }))
  })
  app.post('/verify', async c => {
    const { by } = need(c, 'audit.read')
    return c.json(await begun({ kind: 'audit-verify', subject: '', by, reads: true, run: verifying }))
  })
  return app
}

const wholeNumber = (text: string | undefined): number | null => {
  const number = Number(text ?? '')
  return Number.isSafeInteger(number) && number > 0 ? number : null
}

const lineJson = ({ tenant: _, ...line }: AuditLine) => line
