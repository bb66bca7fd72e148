import type { Context } from 'hono'
import { need } from '../../api/access.ts'
import { beginReading as begin } from '../../api/draft/begin-reading.ts'
import type { Outcome } from '../../messages/message.ts'
import { viewFor, type Around } from '../around.ts'
import { to } from '../frame/address.ts'

/**
 * Begins to read a document as a job. What is read soon leads to its draft, what takes longer to the job's page; null with
 * messages where it turned out soon that it cannot be read. Throws `jobs-full`.
 */
export async function beginReading(
  c: Context,
  { jobs }: Around,
  subject: string,
  runOf: Parameters<typeof begin>[3],
): Promise<Outcome<Response | null>> {
  const { by } = need(c, 'plan.define')
  const { job, opened } = await begin(jobs, by, subject, runOf)
  if (opened?.value === null) return { value: null, messages: opened.messages }
  const path = opened ? `/drafts/${opened.value.id}` : `/jobs/${job}`
  return { value: c.redirect(to(viewFor(c).address, path), 303), messages: [] }
}
