import type { Context } from 'hono'
import { need } from '../../api/access.ts'
import { Fault } from '../../api/faults.ts'
import type { readingDocument } from '../../api/draft/reading-job.ts'
import type { Outcome } from '../../messages/message.ts'
import { viewFor, type Around } from '../around.ts'
import { to } from '../frame/address.ts'

/** A document that is read sooner is shown at once. */
const SOON_MS = 1500

type Told = Parameters<typeof readingDocument>[1]

/**
 * Begins to read a document as a job. What is read soon leads to its draft, what takes longer to the job's page; null with
 * messages where it turned out soon that it cannot be read. Throws `jobs-full`.
 */
export async function beginReading(
  c: Context,
  { jobs }: Around,
  subject: string,
  runOf: (told: Told) => ReturnType<typeof readingDocument>,
): Promise<Outcome<Response | null>> {
  const { by } = need(c, 'plan.define')
  const ended: { opened?: Parameters<Told>[0] } = {}
  const job = await jobs.start({ kind: 'document', subject, by, run: runOf(opened => (ended.opened = opened)) })
  if (!job) throw new Fault('jobs-full')
  await jobs.settled(job.id, SOON_MS)
  const go = (path: string): Outcome<Response> => ({
    value: c.redirect(to(viewFor(c).address, path), 303),
    messages: [],
  })
  if (!ended.opened) return go(`/jobs/${job.id}`)
  const { value, messages } = ended.opened
  return value ? go(`/drafts/${value.id}`) : { value: null, messages }
}
