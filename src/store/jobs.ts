import type { Message } from '../messages/message.ts'
import type { Store } from './open.ts'

/**
 * `interrupted`: the process that ran it ended first; as a job's changes are one transaction, nothing of it is half done.
 */
export const JOB_STATES = ['waiting', 'running', 'done', 'failed', 'cancelled', 'interrupted'] as const
export type JobState = (typeof JOB_STATES)[number]

/** How far a job is: what is being done, and so many of so many (null where it is not known of how many). */
export interface Progress {
  readonly doing: string
  readonly done: number
  readonly total: number | null
}

/** What came of a job. */
export interface JobResult {
  /** A code of what there is to say, with what its sentence is filled with. */
  readonly said: string
  readonly values: Readonly<Record<string, string>>
  /** What it found or refused, up to a number that a reader can use. */
  readonly messages?: readonly Message[]
  /** Where to go on. */
  readonly link?: string
  /** A file that it made, by its name in the folder of the jobs. */
  readonly file?: string
}

export interface Job {
  readonly id: string
  readonly kind: string
  readonly subject: string
  /** The address of who asked for it. */
  readonly actor: string
  readonly state: JobState
  /** Moments, ISO; `ended` is empty before. */
  readonly asked: string
  readonly seen: string
  readonly ended: string
  readonly progress: Progress
  readonly result: JobResult | null
}

const row = ({ progress, result, ...job }: Job) => ({
  ...job,
  progress: JSON.stringify(progress),
  result: result === null ? '' : JSON.stringify(result),
})

export async function writeJob({ db }: Store, tenant: string, job: Job): Promise<void> {
  await db
    .insertInto('jobs')
    .values({ tenant, ...row(job) })
    .onConflict(conflict => conflict.columns(['tenant', 'id']).doUpdateSet(row(job)))
    .execute()
}

/** The newest jobs, of one person where one is named. */
export async function listJobs(
  { db }: Store,
  tenant: string,
  asked: { readonly actor?: string; readonly kind?: string; readonly limit?: number } = {},
): Promise<Job[]> {
  let query = db.selectFrom('jobs').selectAll().where('tenant', '=', tenant)
  if (asked.actor !== undefined) query = query.where('actor', '=', asked.actor)
  if (asked.kind !== undefined) query = query.where('kind', '=', asked.kind)
  const rows = await query
    .orderBy('asked', 'desc')
    .orderBy('id')
    .limit(asked.limit ?? 50)
    .execute()
  return rows.map(jobOf)
}

export async function jobById({ db }: Store, tenant: string, id: string): Promise<Job | null> {
  const [found] = await db.selectFrom('jobs').selectAll().where('tenant', '=', tenant).where('id', '=', id).execute()
  return found ? jobOf(found) : null
}

function jobOf(found: Readonly<Record<keyof ReturnType<typeof row>, string>>): Job {
  return {
    id: found.id,
    kind: found.kind,
    subject: found.subject,
    actor: found.actor,
    state: found.state as JobState,
    asked: found.asked,
    seen: found.seen,
    ended: found.ended,
    progress: JSON.parse(found.progress) as Progress,
    result: found.result === '' ? null : (JSON.parse(found.result) as JobResult),
  }
}

/** Says of jobs that nobody has seen running since a moment that they were interrupted. */
export async function interruptJobs({ db, now }: Store, tenant: string, seenBefore: string): Promise<void> {
  await db
    .updateTable('jobs')
    .set({ state: 'interrupted', ended: now().toISOString() })
    .where('tenant', '=', tenant)
    .where('state', 'in', ['waiting', 'running'])
    .where('seen', '<', seenBefore)
    .execute()
}

/** Forgets jobs that were asked for before a moment; gives the files that they made. */
export async function forgetJobs({ db }: Store, tenant: string, askedBefore: string): Promise<string[]> {
  const gone = await db
    .deleteFrom('jobs')
    .where('tenant', '=', tenant)
    .where('asked', '<', askedBefore)
    .where('state', 'not in', ['waiting', 'running'])
    .returning('result')
    .execute()
  return gone.flatMap(({ result }) => (result === '' ? [] : ((JSON.parse(result) as JobResult).file ?? [])))
}
