import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { distribute } from '../../src/store/distribute.ts'
import { openStore } from '../../src/store/open.ts'
import { TABLE_NAMES, TABLES } from '../../src/store/tables.ts'
import { findCitus, startCitus, type Cluster } from '../engines/citus.ts'
import { storeSuite } from './suite.ts'

const script = findCitus()

describe.runIf(script !== null)('on a Citus cluster', () => {
  let cluster: Cluster
  /** Every query that the suite sent, by its text, with one set of values. */
  const sent = new Map<string, readonly unknown[]>()
  beforeAll(async () => {
    cluster = await startCitus(script ?? '')
  })
  afterAll(() => cluster.stop())

  let n = 0
  let laid = false
  storeSuite(
    'citus',
    async now => {
      n += 1
      const schema = `cotmoc_test_${n}`
      const client = new pg.Client({ connectionString: cluster.url })
      await client.connect()
      await client.query(`create schema ${schema}`)
      await client.end()
      laid = false
      return openStore({ url: cluster.url, schema }, now, query => laid && sent.set(query.sql, query.parameters))
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
})
