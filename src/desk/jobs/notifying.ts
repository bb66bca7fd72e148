import type { JobResult } from '../../store/jobs.ts'
import type { NoticeListed } from '../../store/notices.ts'
import { notify, sendNotices } from '../notices/notify.ts'
import type { Work } from './jobs.ts'

/** How a message goes out to one person; null where no mail server is set up. */
export type Send = ((recipient: string, notices: readonly NoticeListed[]) => Promise<void>) | null

/** Keeps what the calendar has to say today, and sends what waits. */
export const notifying =
  (send: Send) =>
  async ({ store, tenant, by, step }: Work): Promise<JobResult> => {
    await step('calendar', 0, null)
    const fresh = String((await notify(store, tenant, by)).length)
    if (!send) return { said: 'notices-kept', values: { fresh } }
    const { sent, failed } = await sendNotices(store, tenant, by, send, done => step('people', done, null))
    return {
      said: 'notices',
      values: { fresh, sent: String(sent), failed: String(failed.length) },
      messages: failed.slice(0, MOST_TOLD).map(({ recipient, detail }) => ({
        rule: 'desk.mail-failed',
        severity: 'error',
        column: recipient,
        actual: detail,
      })),
    }
  }

const MOST_TOLD = 100
