import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { verifyAudit } from '../../src/store/audit.ts'
import { distribute } from '../../src/store/distribute.ts'
import { observations } from '../../src/store/figures.ts'
import { importFigures, importStream } from '../../src/store/import-figures.ts'
import { ensureTenant } from '../../src/store/log.ts'
import { migrate } from '../../src/store/migrate.ts'
import { openStore } from '../../src/store/open.ts'
import { TABLE_NAMES, TABLES } from '../../src/store/tables.ts'
import { findCitus, startCitus, type Cluster } from '../engines/citus.ts'
import { figure } from './fixtures.ts'
import { storeSuite } from './suite.ts'

const script = findCitus()

describe.runIf(script !== null)('on a Citus cluster', () => {
  let cluster: Cluster
  /** Every query that the suite sent, by its text, with one set of values. */
  const sent = new Map<string, readonly unknown[]>()
  beforeAll(async () => {
    cluster = await startCitus(script ?? '')
  })
  afterAll(() => (cluster as Cluster | undefined)?.stop())

  let n = 0
  let laid = false
  storeSuite(
    'citus',
    async (now, watch) => {
      n += 1
      const schema = `cotmoc_test_${n}`
      const client = new pg.Client({ connectionString: cluster.url })
      await client.connect()
      await client.query(`create schema ${schema}`)
      await client.end()
      laid = false
      return openStore({ url: cluster.url, schema }, now, query => {
        watch?.(query)
        if (laid) sent.set(query.sql, query.parameters)
      })
    },
    async store => {
      await distribute(store)
      laid = true
    },
  )

  test('a second layout does nothing', async () => {
    const store = openStore({ url: cluster.url, schema: 'cotmoc_test_1' }, () => new Date())
    expect(await distribute(store)).toEqual({ done: [] })
    await store.close()
  })

  test('every query of a tenant’s tables reaches one node', async () => {
    const client = new pg.Client({ connectionString: cluster.url, options: '-c search_path=cotmoc_test_1' })
    await client.connect()
    const tenantTables = TABLE_NAMES.filter(table => TABLES[table] === 'tenant').join('|')
    const concerned = [...sent].filter(
      ([text]) =>
        new RegExp(`\\b(?:from|join|into|update) "?(?:${tenantTables})"?\\b`).test(text) &&
        /^(?:\/\*.*\*\/ )?(?:select|insert|update|delete)/.test(text),
    )
    expect(concerned.length).toBeGreaterThan(20)
    const astray: string[] = []
    try {
      for (const [text, values] of concerned) {
        const { rows } = await client.query<{ 'QUERY PLAN': string }>(`explain ${text}`, [...values])
        const plan = rows.map(row => row['QUERY PLAN']).join('\n')
        if (!/Task Count: 1\b/.test(plan)) astray.push(`${text}\n${plan}`)
      }
    } finally {
      await client.end()
    }
    expect(astray).toEqual([])
  })

  test('a worker that dies in the middle of an import loses nothing acknowledged and keeps nothing half', async () => {
    const client = new pg.Client({ connectionString: cluster.url })
    await client.connect()
    await client.query('create schema dying')
    await client.end()
    const store = openStore({ url: cluster.url, schema: 'dying' }, () => new Date())
    await migrate(store)
    await distribute(store)
    await ensureTenant(store.db, 'LS', 'Lạng Sơn')
    const by = { actor: 'an officer', subject: 'figures.csv' }
    for (const worker of [1, 2]) {
      const kept = await importFigures(store, 'LS', rows(worker, 600), by)
      expect(kept.added).toBe(600)
    }
    // Whichever of the two holds the tenant: each dies once.
    const outcomes: boolean[] = []
    for (const worker of [1, 2]) {
      const died = importStream(store, 'LS', { batches: dying(worker, () => cluster.kill(worker)) }, by)
      outcomes.push(await died.then(() => true).catch(() => false))
      cluster.restart(worker)
    }
    expect(outcomes).toContain(false)
    await expect
      .poll(() => verifyAudit(store, 'LS').catch(() => null), { timeout: 120_000 })
      .toMatchObject({ findings: [] })
    const known = await observations(store, 'LS')
    expect(known).toHaveLength(1200 + outcomes.filter(Boolean).length * 1500)
    expect((await importFigures(store, 'LS', rows(9, 700), by)).added).toBe(700)
    await store.close()
  }, 600_000)
})

const rows = (turn: number, count: number) =>
  Array.from({ length: count }, (_, i) => figure(`i${turn}`, 2021, String(i), { area: `a${i}` }))

/** Three batches; after the second the worker is killed. */
function* dying(turn: number, kill: () => void) {
  const all = rows(10 + turn, 1500)
  yield all.slice(0, 500)
  yield all.slice(500, 1000)
  kill()
  yield all.slice(1000)
}
