import { dayIn } from '../../measure/vietnam-time.ts'
import { loggedIfChanged, NOTHING, type By } from '../../store/log.ts'
import { markSent, noticesOf, writeNotices, type NoticeListed, type StoredNotice } from '../../store/notices.ts'
import type { Store } from '../../store/open.ts'
import type { Step } from '../../store/step.ts'
import { listFindings } from '../findings/known.ts'
import { dueFindings, findingReaders } from '../findings/tell.ts'
import { standings } from '../late/standing.ts'
import { setupOf } from '../setup.ts'
import { dueNotices } from './due.ts'

/** Keeps what the calendar has to say today; gives what is new. Run once a day, it may be run at any time. */
export async function notify(store: Store, tenant: string, by: By): Promise<readonly StoredNotice[]> {
  const setup = await setupOf(store, tenant)
  const on = dayIn(store.now())
  const readers = await findingReaders(store, tenant)
  const due = [
    ...dueNotices(await standings(store, tenant, setup, { on }), setup, on),
    ...dueFindings(await listFindings(store, tenant), readers, setup.calendar, on),
  ]
  const done = await loggedIfChanged<StoredNotice[]>(
    store,
    tenant,
    fresh => ({ by, kind: 'notices', subject: on, after: { notices: fresh.length } }),
    async (trx, log) => {
      const fresh = await writeNotices(trx, tenant, log, due)
      return fresh.length === 0 ? NOTHING : fresh
    },
  )
  return done?.value ?? []
}

/** How many notices of one run go out. */
const AT_ONCE = 1000

/**
 * Sends what has not gone out yet by the function handed in, one message to a person with all that waits for them. What
 * could not be sent waits for the next run. Gives how many people were written to and how many could not be; `step` is told
 * of people done.
 */
export async function sendNotices(
  store: Store,
  tenant: string,
  by: By,
  send: (recipient: string, notices: readonly NoticeListed[]) => Promise<void>,
  step?: Step,
): Promise<{
  readonly sent: number
  readonly failed: readonly { readonly recipient: string; readonly detail: string }[]
}> {
  const waiting = new Map<string, NoticeListed[]>()
  for (const notice of await noticesOf(store, tenant, { unsent: true, limit: AT_ONCE })) {
    const list = waiting.get(notice.recipient)
    if (list) list.push(notice)
    else waiting.set(notice.recipient, [notice])
  }
  const failed: { recipient: string; detail: string }[] = []
  let sent = 0
  for (const [recipient, notices] of waiting) {
    await step?.(sent + failed.length)
    try {
      await send(recipient, notices.reverse())
    } catch (error) {
      failed.push({ recipient, detail: error instanceof Error ? error.message : String(error) })
      continue
    }
    await loggedIfChanged(
      store,
      tenant,
      { by, kind: 'notices-sent', subject: recipient, after: { notices: notices.length } },
      trx => markSent(trx, tenant, notices, store.now().toISOString()),
    )
    sent += 1
  }
  return { sent, failed }
}
