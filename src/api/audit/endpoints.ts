import { auditContract, auditExportContract, auditLineContract, jobBegunContract } from '../contract/audit.ts'
import type { Endpoint } from '../endpoints.ts'

const READERS = ['sign-in', 'not-allowed'] as const

/** The addresses of the audit. */
export const AUDIT_ENDPOINTS: readonly Endpoint[] = [
  {
    method: 'get',
    path: '/api/audit',
    summary: 'Lines of the audit, the newest first.',
    query: {
      who: 'An address whole, or a part of it.',
      kind: 'What was done: figures, report, member, sign-in, …',
      subject: 'The whole subject.',
      place: 'The code of an organisation or area that the line names.',
      via: 'How it came in (page, api, cli, import, system), or the network address.',
      since: 'A day: from its beginning in Asia/Ho_Chi_Minh.',
      until: 'A day: to its end.',
      text: 'Words in the subject, or in what was before or after; with or without accents.',
      figure: 'The lines that changed one figure, as indicator/area/period.',
      before: 'Only lines before this number.',
      limit: 'So many at most; 100 where it is left out, 1000 at most.',
    },
    gives: { type: 'application/json', contract: auditContract },
    faults: [...READERS, 'bad-day'],
  },
  {
    method: 'get',
    path: '/api/audit/{number}',
    summary: 'One line of the audit.',
    query: {},
    gives: { type: 'application/json', contract: auditLineContract },
    faults: [...READERS, 'no-line'],
  },
  {
    method: 'post',
    path: '/api/audit/export',
    summary: 'Begins to write the lines that a search means into a table; the job’s file is at /jobs/{id}/file.',
    query: {},
    takes: auditExportContract,
    gives: { type: 'application/json', contract: jobBegunContract },
    faults: [...READERS, 'bad-day', 'bad-body', 'jobs-full', 'too-large', 'cross-site'],
  },
  {
    method: 'post',
    path: '/api/audit/verify',
    summary: 'Begins to walk the whole chain and to prove it; the job says what was found.',
    query: {},
    gives: { type: 'application/json', contract: jobBegunContract },
    faults: [...READERS, 'jobs-full', 'cross-site'],
  },
]
