import pg from 'pg'
import { afterAll, beforeAll } from 'vitest'
import { openStore } from '../../src/store/open.ts'
import { startPostgres, type Engine } from '../engines/postgres.ts'
import { storeSuite } from './suite.ts'

let engine: Engine
beforeAll(async () => {
  engine = await startPostgres()
})
afterAll(() => engine.stop())

let n = 0
storeSuite('postgres', async (now, watch) => {
  n += 1
  const schema = `cotmoc_test_${process.pid}_${n}`
  const client = new pg.Client({ connectionString: engine.url })
  await client.connect()
  await client.query(`drop schema if exists ${schema} cascade; create schema ${schema}`)
  await client.end()
  return openStore({ url: engine.url, schema }, now, watch)
})
