import { verifyAudit } from '../../store/audit.ts'
import type { JobResult } from '../../store/jobs.ts'
import { logHead } from '../../store/log.ts'
import type { Work } from './jobs.ts'

/** So many findings are told. */
const MOST_TOLD = 200

/** Walks the whole audit and says whether its chain holds. */
export async function verifying({ store, tenant, step }: Work): Promise<JobResult> {
  const total = await logHead(store, tenant)
  await step('lines', 0, total)
  const { lines, figures, findings } = await verifyAudit(store, tenant, done =>
    step(done < total ? 'lines' : 'figures', done, total),
  )
  return {
    said: findings.length === 0 ? 'chain-holds' : 'chain-broken',
    values: { lines: String(lines), figures: String(figures), count: String(findings.length) },
    messages: findings.slice(0, MOST_TOLD).map(({ rule, number, subject }) => ({
      rule,
      severity: 'error',
      line: number,
      actual: subject,
    })),
  }
}
