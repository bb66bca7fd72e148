import type { Jobs } from '../../desk/jobs/jobs.ts'
import type { By } from '../../store/log.ts'
import { Fault } from '../faults.ts'
import type { readingDocument } from './reading-job.ts'

/** What is read sooner is answered at once. */
const SOON_MS = 1500

export type ToldOfReading = Parameters<typeof readingDocument>[1]
type Opened = Parameters<ToldOfReading>[0]

/** Begins to read a document as a job and waits a little: what became of it, null where it still reads. Throws `jobs-full`. */
export async function beginReading(
  jobs: Jobs,
  by: By,
  subject: string,
  runOf: (told: ToldOfReading) => ReturnType<typeof readingDocument>,
): Promise<{ readonly job: string; readonly opened: Opened | null }> {
  const ended: { opened?: Opened } = {}
  const job = await jobs.start({ kind: 'document', subject, by, run: runOf(opened => (ended.opened = opened)) })
  if (!job) throw new Fault('jobs-full')
  await jobs.settled(job.id, SOON_MS)
  return { job: job.id, opened: ended.opened ?? null }
}
