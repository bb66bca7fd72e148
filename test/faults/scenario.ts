import { year } from '../../src/measure/period.ts'
import { backup } from '../../src/store/backup.ts'
import { define } from '../../src/store/definitions.ts'
import type { NewObservation } from '../../src/store/figures.ts'
import { importStream } from '../../src/store/import-figures.ts'
import { migrate } from '../../src/store/migrate.ts'
import type { Store } from '../../src/store/open.ts'
import { publishPlan } from '../../src/store/plans.ts'
import { reportVersions } from '../../src/store/reports.ts'
import { restore } from '../../src/store/restore.ts'
import type { Role } from '../../src/desk/policy.ts'
import { act } from '../../src/desk/reports/act.ts'
import type { ReportState, ReportVerb } from '../../src/desk/reports/report.ts'
import { line, OFFICE, SCHEDULES } from '../desk/world.ts'
import { figure, plan } from '../store/fixtures.ts'

export const TENANT = 'LS'
export const ROWS = 1300

/** What a writer says it has done: a number of the log that must be there whatever happens to the process then. */
export interface Acknowledged {
  readonly what: string
  readonly log: number | null
}

/** One thing that is written, again and again, each time with other content. */
export type Step = (store: Store, turn: number, file: string) => Promise<Acknowledged>

/** The whole write path. A scenario of another room is added here. */
export const STEPS: Readonly<Record<string, Step>> = {
  import: async (store, turn) => {
    const done = await importStream(
      store,
      TENANT,
      { batches: batches(turn) },
      { actor: 'writer', subject: `turn ${turn}` },
    )
    return { what: 'import', log: done?.log ?? null }
  },
  plan: async (store, turn) => {
    const version = await publishPlan(store, TENANT, plan('p', `Kế hoạch ${turn}`), { actor: 'writer' })
    return { what: 'plan', log: version.log }
  },
  define: async (store, turn) => {
    const bodies = Object.fromEntries(Array.from({ length: 20 }, (_, i) => [`o${i}`, { name: `Sở ${i}`, turn }]))
    const done = await define(store, TENANT, 'organisation', bodies, { actor: 'writer' })
    return { what: 'define', log: done?.log ?? null }
  },
  report: async (store, turn) => {
    const at = Math.floor(turn / 6) % 100
    const round = `thang:${2015 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`
    const last = (await reportVersions(store.db, TENANT, round, OFFICE)).at(-1)
    const [verb, role] = NEXT[(last?.state as ReportState | undefined) ?? 'none']
    const member = { user: role, grants: [{ role, organisation: null, area: null }] }
    const lines = [line('poor', String(turn)), line('jobs', String(turn * 2))]
    const given = { round, organisation: OFFICE, expected: last?.version ?? 0, reason: 'vì', lines }
    const done = await act({ store, tenant: TENANT }, { member, by: { actor: role } }, verb, given)
    if ('refused' in done) throw new Error(`${verb}: ${done.refused}`)
    return { what: 'report', log: done.report.log }
  },
  migrate: async store => {
    const done = await migrate(store)
    if ('refused' in done) throw new Error(done.detail)
    return { what: 'migrate', log: null }
  },
  backup: async (store, _, file) => {
    await backup(store, file)
    return { what: 'backup', log: null }
  },
  restore: async (store, _, file) => {
    const done = await restore(store.place, store.now, file.replace(/\.\d+$/, '.kept'), { replace: true })
    if ('refused' in done) throw new Error(done.detail)
    return { what: 'restore', log: null }
  },
}

/** What a report is ready for, and who does it. */
const NEXT: Readonly<Record<ReportState | 'none', readonly [ReportVerb, Role]>> = {
  none: ['save', 'reporter'],
  returned: ['save', 'reporter'],
  draft: ['submit', 'reporter'],
  submitted: ['approve', 'approver'],
  approved: ['publish', 'planner'],
  published: ['revise', 'planner'],
}

/** A round a month for nine years, so that no clock is too early for them. */
export const OLD_ROUNDS = SCHEDULES.replace('2026-01-01', '2015-01-01')

function* batches(turn: number): Generator<readonly NewObservation[]> {
  for (let from = 0; from < ROWS; from += 400)
    yield Array.from({ length: Math.min(400, ROWS - from) }, (_, i) =>
      figure(`i${(from + i) % 7}`, 2021, String(turn), { area: `a${from + i}`, period: year(2021 + (turn % 5)) }),
    )
}
