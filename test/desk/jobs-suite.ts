import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { backingUp } from '../../src/desk/jobs/backing-up.ts'
import { JobFault, Jobs, type JobAsked } from '../../src/desk/jobs/jobs.ts'
import { verifying } from '../../src/desk/jobs/verify.ts'
import { define } from '../../src/store/definitions.ts'
import { jobById, writeJob } from '../../src/store/jobs.ts'
import { ensureTenant } from '../../src/store/log.ts'
import { migrate } from '../../src/store/migrate.ts'
import { openStore, type Place, type Store } from '../../src/store/open.ts'
import { restore } from '../../src/store/restore.ts'

const TENANT = 'LS'
const by = { actor: 'an@ls.vn' }
const moment = new Date('2026-03-01T09:00:00Z')

const asked = (run: JobAsked['run'], more: Partial<JobAsked> = {}): JobAsked => ({
  kind: 'figures',
  subject: 'figures.csv',
  by,
  run,
  ...more,
})
const done = () => Promise.resolve({ said: 'exported', values: { lines: '1' } })

/** What every engine must do alike. */
export function jobsSuite(engine: string, place: (folder: string) => Promise<Place>): void {
  let folder: string
  let store: Store
  let faults: unknown[]
  const makeJobs = () =>
    new Jobs({ store, tenant: TENANT, folder: join(folder, 'jobs'), onFault: fault => void faults.push(fault) })
  beforeEach(async () => {
    faults = []
    folder = mkdtempSync(join(tmpdir(), 'cotmoc-jobs-'))
    store = openStore(await place(folder), () => moment)
    await migrate(store)
    await ensureTenant(store.db, TENANT, TENANT)
  })
  afterEach(async () => {
    await store.close()
    rmSync(folder, { recursive: true })
  })

  describe(`jobs on ${engine}`, () => {
    test('run one at a time, in the order in which they were asked for', async () => {
      const jobs = makeJobs()
      const said: string[] = []
      const named = (name: string) =>
        asked(async ({ step }) => {
          said.push(`${name} begins`)
          for (let i = 0; i < 5; i += 1) await step('lines', i, 5)
          said.push(`${name} ends`)
          return done()
        })
      await Promise.all(['a', 'b', 'c'].map(name => jobs.start(named(name))))
      await jobs.idle()
      expect(said).toEqual(['a begins', 'a ends', 'b begins', 'b ends', 'c begins', 'c ends'])
      expect((await jobs.list()).map(job => job.state)).toEqual(['done', 'done', 'done'])
    })

    test('say how far they are, and end at their next step when they are cancelled', async () => {
      const jobs = makeJobs()
      let [reached, goOn] = [0, () => undefined as unknown]
      const waited = new Promise<void>(resolve => (goOn = resolve))
      const job = await jobs.start(
        asked(async ({ step }) => {
          await step('lines', 7, 20)
          await waited
          for (reached = 8; ; reached += 1) await step('lines', reached, 20)
        }),
      )
      const second = await jobs.start(asked(done))
      await jobs.settled(job?.id ?? '', 50)
      expect(await jobs.byId(job?.id ?? '')).toMatchObject({
        state: 'running',
        progress: { doing: 'lines', done: 7, total: 20 },
      })
      jobs.cancel(second?.id ?? '')
      jobs.cancel(job?.id ?? '')
      goOn()
      await jobs.idle()
      expect(reached).toBe(8)
      for (const each of [job, second])
        expect(await jobById(store, TENANT, each?.id ?? '')).toMatchObject({ state: 'cancelled', result: null })
    })

    test('that fail say why: what they know themselves, or the fault of the program', async () => {
      const jobs = makeJobs()
      const refused = { said: 'fault', values: { detail: 'known' } }
      const known = await jobs.start(asked(() => Promise.reject(new JobFault(refused))))
      const fault = await jobs.start(asked(() => Promise.reject(new Error('no room'))))
      await jobs.idle()
      expect(await jobs.byId(known?.id ?? '')).toMatchObject({ state: 'failed', result: refused })
      expect(await jobs.byId(fault?.id ?? '')).toMatchObject({
        state: 'failed',
        result: { values: { detail: 'no room' } },
      })
      expect(faults).toEqual([new Error('no room')])
    })

    test('are refused when too many wait', async () => {
      const jobs = makeJobs()
      const all = await Promise.all(Array.from({ length: 25 }, () => jobs.start(asked(done))))
      expect(all.filter(job => job === null)).toHaveLength(5)
      await jobs.idle()
      expect(await jobs.list()).toHaveLength(20)
      expect(faults).toEqual([])
    })

    test('that a process left behind are interrupted when the next begins; old ones are forgotten with their files', async () => {
      const left = {
        kind: 'figures',
        subject: '',
        actor: 'an@ls.vn',
        seen: '2026-03-01T08:58:30.000Z',
        ended: '',
        progress: { doing: 'lines', done: 1, total: 2 },
        result: null,
      }
      await writeJob(store, TENANT, { ...left, id: 'left', state: 'running', asked: '2026-03-01T08:58:00.000Z' })
      await writeJob(store, TENANT, { ...left, id: 'old', state: 'done', asked: '2026-02-01T08:58:00.000Z' })
      const jobs = makeJobs()
      await jobs.idle()
      expect(await jobs.byId('left')).toMatchObject({ state: 'interrupted', ended: moment.toISOString() })
      expect(await jobs.byId('old')).toBeNull()
    })

    test('that only read keep nobody waiting: others write meanwhile', async () => {
      const jobs = makeJobs()
      for (let i = 0; i < 40; i += 1) await define(store, TENANT, 'rule', { [`r${i}`]: { i } }, by)
      const seen: number[] = []
      await jobs.start(
        asked(
          async work => {
            await work.store.db.transaction().execute(async trx => {
              for (let i = 0; i < 3; i += 1) {
                const rows = await trx.selectFrom('log').select('number').where('tenant', '=', TENANT).execute()
                seen.push(rows.length)
                await define(store, TENANT, 'rule', { [`late${i}`]: { i } }, by)
              }
            })
            return done()
          },
          { reads: true },
        ),
      )
      await jobs.idle()
      // The embedded engine's own handle sees one moment; a served store commits beside it.
      expect(seen).toEqual(store.engine === 'sqlite' ? [40, 40, 40] : [40, 41, 42])
      expect(faults).toEqual([])
    })

    test('back the store up into a file that restores, and prove its audit', async () => {
      const jobs = makeJobs()
      await define(store, TENANT, 'rule', { r: { a: 1 } }, by)
      const backup = await jobs.start(asked(backingUp(store), { kind: 'backup', reads: true }))
      const verify = await jobs.start(asked(verifying, { kind: 'audit-verify', reads: true }))
      await jobs.idle()
      expect(await jobs.byId(verify?.id ?? '')).toMatchObject({ state: 'done', result: { said: 'chain-holds' } })
      const made = await jobs.byId(backup?.id ?? '')
      const file = join(folder, 'jobs', made?.result?.file ?? '')
      expect(existsSync(file)).toBe(true)
      expect(readdirSync(join(folder, 'jobs'))).toHaveLength(1)
      const other = { path: join(folder, 'other.db') }
      expect(await restore(other, () => moment, file, { replace: false })).toMatchObject({
        rows: expect.any(Number) as number,
      })
    })
  })
}
