import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { Hono, type Context } from 'hono'
import { need } from '../../api/access.ts'
import { Fault } from '../../api/faults.ts'
import { noted } from '../../desk/accounts/members.ts'
import type { JobAsked, JobKind } from '../../desk/jobs/jobs.ts'
import { may, type Verb } from '../../desk/policy.ts'
import type { Job } from '../../store/jobs.ts'
import { page, viewFor, type Around } from '../around.ts'
import { to } from '../frame/address.ts'
import { JobPage, JobsPage } from './view.tsx'
import { isLive, progressIn } from './words.ts'

/** What somebody must be allowed to do to fetch what a job made. */
const FETCHED_BY: Readonly<Record<JobKind, Verb>> = {
  'audit-verify': 'audit.read',
  'audit-export': 'audit.read',
  backup: 'store.keep',
  notices: 'store.keep',
  document: 'plan.define',
  figures: 'figure.import',
}

/** What runs for more than a second: how far it is, ending it, what came of it. */
export function jobPages({ store, tenant, jobs }: Around): Hono {
  const app = new Hono()
  const signedIn = (c: Context) => {
    const who = c.get('who')
    if (!who.user) throw new Fault('sign-in')
    return { ...who, user: who.user, keeper: may(who.member, 'store.keep') }
  }
  /** A job that one's own or that the keeper of the store sees. Throws `no-job`. */
  const known = async (c: Context): Promise<Job> => {
    const { user, keeper } = signedIn(c)
    const job = await jobs.byId(c.req.param('id') ?? '')
    if (!job || !(keeper || job.actor === user.email)) throw new Fault('no-job')
    return job
  }
  app.get('/jobs', async c => {
    const { user, keeper } = signedIn(c)
    return page(c, <JobsPage view={viewFor(c)} jobs={await jobs.list(keeper ? {} : { actor: user.email })} />)
  })
  app.get('/jobs/:id', async c => page(c, <JobPage view={viewFor(c)} job={await known(c)} />))
  app.post('/jobs/:id/cancel', async c => {
    const job = await known(c)
    jobs.cancel(job.id)
    await jobs.settled(job.id, SOON_MS)
    return c.redirect(to(viewFor(c).address, `/jobs/${job.id}`), 303)
  })
  app.get('/jobs/:id/file', async c => {
    const job = await known(c)
    const { by } = need(c, FETCHED_BY[job.kind as JobKind])
    const file = job.result?.file ?? ''
    const path = join(jobs.folder, file)
    const size =
      file === ''
        ? null
        : await stat(path).then(
            ({ size }) => size,
            () => null,
          )
    if (size === null) throw new Fault('no-file-left')
    await noted(store, tenant, `${job.kind}-fetched`, file, by)
    return c.body(Readable.toWeb(createReadStream(path)) as ReadableStream, 200, {
      'Content-Type': 'application/octet-stream',
      'Content-Length': String(size),
      'Content-Disposition': `attachment; filename="${file}"`,
      'Cache-Control': 'no-store',
    })
  })
  app.get('/api/jobs/:id', async c => {
    const job = await known(c)
    const { done, total } = job.progress
    const view = viewFor(c)
    // A document that was read is seen on its draft, which says all that the job's page would.
    const next = job.kind === 'document' && job.state === 'done' ? (job.result?.link ?? null) : null
    return c.json({ state: job.state, live: isLive(job), done, total, text: progressIn(view, job), next })
  })
  return app
}

/** What is done sooner shows its result at once. */
const SOON_MS = 600

/** Starts a job and goes to its page, where what is done soon says its result already. Throws `jobs-full`. */
export async function startJob(c: Context, { jobs }: Around, asked: JobAsked): Promise<Response> {
  const job = await jobs.start(asked)
  if (!job) throw new Fault('jobs-full')
  await jobs.settled(job.id, SOON_MS)
  return c.redirect(to(viewFor(c).address, `/jobs/${job.id}`), 303)
}
