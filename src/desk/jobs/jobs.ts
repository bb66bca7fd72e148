import { randomUUID } from 'node:crypto'
import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setImmediate, setTimeout } from 'node:timers/promises'
import {
  forgetJobs,
  interruptJobs,
  jobById,
  listJobs,
  writeJob,
  type Job,
  type JobResult,
  type Progress,
} from '../../store/jobs.ts'
import { vietnamTime } from '../../measure/vietnam-time.ts'
import type { By } from '../../store/log.ts'
import { openStore, type Store } from '../../store/open.ts'

/** What runs as a job. */
export const JOB_KINDS = ['audit-verify', 'audit-export', 'backup', 'notices', 'document', 'figures'] as const
export type JobKind = (typeof JOB_KINDS)[number]

/** What a piece of work is given: a store, a folder for what it makes, and how to say how far it is. */
export interface Work {
  readonly store: Store
  readonly tenant: string
  readonly by: By
  /** Where files that it makes are put. */
  readonly folder: string
  /** Says what is being done and how far; lets others have their turn. Throws where the job was cancelled. */
  readonly step: (doing: string, done: number, total: number | null) => Promise<void>
}

export interface JobAsked {
  readonly kind: JobKind
  /** What it is about, as a person would call it: a file's name. */
  readonly subject: string
  readonly by: By
  /** Only reads: it gets a connection of its own where the store is embedded, so that nobody waits for it. */
  readonly reads?: boolean
  readonly run: (work: Work) => Promise<JobResult>
}

/** So many wait for their turn at most; who comes then is asked to come again. */
const MOST_WAITING = 20
/** How often a served store is told that a job still runs, and after what silence it is taken for dead. */
const HEARTBEAT_MS = 10_000
const SILENCE_MS = 60_000
/** Results and their files are kept for so long. */
const KEPT_MS = 7 * 24 * 3_600_000

class Cancelled extends Error {}

/** A fault that a job can be ended with and that its page explains: a code with what its sentence is filled with. */
export class JobFault extends Error {
  readonly result: JobResult

  constructor(result: JobResult) {
    super(result.said)
    this.result = result
  }
}

interface Running {
  job: Job
  cancelled: boolean
}

/**
 * The jobs of one process and tenant, one at a time in the order in which they were asked for. What a job is doing is held
 * here and, where several processes serve one store, told to the store from time to time; what came of it is kept.
 */
export class Jobs {
  readonly #store: Store
  readonly #tenant: string
  readonly #folder: string
  readonly #onFault: (error: unknown) => void
  readonly #running = new Map<string, Running>()
  #last: Promise<void>

  constructor(options: {
    readonly store: Store
    readonly tenant: string
    /** Where the files that jobs make are kept. */
    readonly folder: string
    readonly onFault?: (error: unknown) => void
  }) {
    this.#store = options.store
    this.#tenant = options.tenant
    this.#folder = options.folder
    this.#onFault = options.onFault ?? (() => undefined)
    this.#last = this.#sweep().catch(this.#onFault)
  }

  /** Where the files that jobs make are kept. */
  get folder(): string {
    return this.#folder
  }

  /** What the process before left running is said to be interrupted; what is old is forgotten with its files. */
  async #sweep(): Promise<void> {
    const { now, engine } = this.#store
    const moment = now().getTime()
    const dead = engine === 'sqlite' ? moment : moment - SILENCE_MS
    await interruptJobs(this.#store, this.#tenant, new Date(dead).toISOString())
    for (const file of await forgetJobs(this.#store, this.#tenant, new Date(moment - KEPT_MS).toISOString()))
      rmSync(join(this.#folder, file), { force: true })
  }

  /** Puts a job in the queue; null where too many wait. */
  async start(asked: JobAsked): Promise<Job | null> {
    if (this.#running.size >= MOST_WAITING) return null
    const moment = this.#store.now().toISOString()
    const job: Job = {
      id: randomUUID(),
      kind: asked.kind,
      subject: asked.subject,
      actor: asked.by.actor,
      state: 'waiting',
      asked: moment,
      seen: moment,
      ended: '',
      progress: { doing: 'waiting', done: 0, total: null },
      result: null,
    }
    const running = { job, cancelled: false }
    this.#running.set(job.id, running)
    const alone = this.#running.size === 1
    const written = writeJob(this.#store, this.#tenant, job).catch(this.#onFault)
    this.#last = Promise.all([this.#last, written])
      .then(() => this.#run(running, asked))
      .catch(this.#onFault)
      .finally(() => this.#running.delete(job.id))
    // What runs may hold the store; whoever asks need not wait for that.
    if (alone) await written
    return job
  }

  async #run(running: Running, asked: JobAsked): Promise<void> {
    const { now } = this.#store
    const set = (more: Partial<Job>) => {
      running.job = { ...running.job, seen: now().toISOString(), ...more }
    }
    let told = now().getTime()
    const step = async (doing: string, done: number, total: number | null) => {
      set({ progress: { doing, done, total } satisfies Progress })
      await setImmediate()
      if (running.cancelled) throw new Cancelled()
      // An embedded store has one process: it need not be told what this one knows, and may be locked by the job itself.
      if (this.#store.engine === 'sqlite' || now().getTime() - told < HEARTBEAT_MS) return
      told = now().getTime()
      await writeJob(this.#store, this.#tenant, running.job)
    }
    const own = asked.reads && 'path' in this.#store.place && this.#store.place.path !== ':memory:'
    const store = own ? openStore(this.#store.place, now) : this.#store
    if (!running.cancelled) set({ state: 'running' })
    await writeJob(this.#store, this.#tenant, running.job)
    mkdirSync(this.#folder, { recursive: true, mode: 0o700 })
    try {
      await step('begun', 0, null)
      const work = { store, tenant: this.#tenant, by: asked.by, folder: this.#folder, step }
      set({ state: 'done', result: await asked.run(work) })
    } catch (error) {
      if (error instanceof Cancelled) set({ state: 'cancelled' })
      else if (error instanceof JobFault) set({ state: 'failed', result: error.result })
      else {
        this.#onFault(error)
        const detail = error instanceof Error ? error.message : String(error)
        set({ state: 'failed', result: { said: 'fault', values: { detail } } })
      }
    } finally {
      if (own) await store.close()
    }
    set({ ended: now().toISOString() })
    await writeJob(this.#store, this.#tenant, running.job)
  }

  /** A job as it stands; null where there is none. */
  async byId(id: string): Promise<Job | null> {
    return this.#running.get(id)?.job ?? (await jobById(this.#store, this.#tenant, id))
  }

  /** The newest jobs, of one person or kind where one is named. */
  async list(
    asked: { readonly actor?: string; readonly kind?: JobKind; readonly limit?: number } = {},
  ): Promise<Job[]> {
    const kept = await listJobs(this.#store, this.#tenant, asked)
    const mine = [...this.#running.values()].filter(
      ({ job }) => (asked.actor ?? job.actor) === job.actor && (asked.kind ?? job.kind) === job.kind,
    )
    const known = new Set(kept.map(job => job.id))
    return [
      ...mine.map(({ job }) => job).filter(job => !known.has(job.id)),
      ...kept.map(job => this.#running.get(job.id)?.job ?? job),
    ]
  }

  /** Asks a job to end at its next step. */
  cancel(id: string): void {
    const running = this.#running.get(id)
    if (!running) return
    running.cancelled = true
    if (running.job.state === 'waiting') running.job = { ...running.job, state: 'cancelled' }
  }

  /** Waits for a job to end, so long at most; the job as it then stands. */
  async settled(id: string, ms: number): Promise<Job | null> {
    for (let waited = 0; this.#running.has(id) && waited < ms; waited += STEP_MS) await setTimeout(STEP_MS)
    return this.byId(id)
  }

  /** Resolves when nothing runs any more. */
  async idle(): Promise<void> {
    await this.#last
  }
}

const STEP_MS = 20

/** A name for a file that a job makes: what it is, when, and enough to tell two of one second apart. */
export const fileNamed = (what: string, moment: Date, ending: string): string =>
  `${what}-${vietnamTime(moment).slice(0, 19).replace(/[-:]/g, '').replace('T', '-')}-${randomUUID().slice(0, 4)}.${ending}`
