import { z } from 'zod'
import { AUDIT_FIELDS } from '../audit/asked.ts'

/** A line of the audit, word for word what its hash is made of: `before` and `after` are the text of JSON. */
export const auditLineContract = z
  .object({
    number: z.number().int(),
    /** ISO, UTC. */
    moment: z.string(),
    actor: z.string(),
    origin: z.string(),
    address: z.string(),
    kind: z.string(),
    subject: z.string(),
    before: z.string(),
    after: z.string(),
    previous: z.string(),
    hash: z.string(),
  })
  .meta({ id: 'AuditLine' })

export const auditContract = z
  .object({
    lines: z.array(auditLineContract),
    /** What to send as `before` for the lines that are older; null where there are none. */
    older: z.number().int().nullable(),
  })
  .meta({ id: 'Audit' })

export const auditExportContract = z
  .object({
    format: z.enum(['csv', 'xlsx']).default('csv'),
    /** What GET /api/audit is asked by. */
    search: z.partialRecord(z.enum(AUDIT_FIELDS), z.string().max(400)).default({}),
  })
  .meta({ id: 'AuditExport' })

/** The id of a job that was begun: ask /api/jobs/{id} how far it is; what it made is then at /jobs/{id}/file. */
export const jobBegunContract = z.object({ job: z.string() }).meta({ id: 'JobBegun' })
