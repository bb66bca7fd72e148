import pg from 'pg'
import { afterAll, beforeAll } from 'vitest'
import { openStore, type Store } from '../../src/store/open.ts'
import { startPostgres, type Engine } from '../engines/postgres.ts'
import { cubeEditsSuite } from './cube-edits.ts'
import { cubeSuite } from './cube-suite.ts'
import { storeSuite } from './suite.ts'

let engine: Engine
beforeAll(async () => {
  engine = await startPostgres()
})
afterAll(() => engine.stop())

let n = 0
const fresh = async (now: () => Date, watch?: Parameters<typeof openStore>[2]): Promise<Store> => {
  n += 1
  const schema = `cotmoc_test_${process.pid}_${n}`
  const client = new pg.Client({ connectionString: engine.url })
  await client.connect()
  await client.query(`drop schema if exists ${schema} cascade; create schema ${schema}`)
  await client.end()
  return openStore({ url: engine.url, schema }, now, watch)
}
storeSuite('postgres', fresh)
cubeSuite('postgres', fresh)
cubeEditsSuite('postgres', fresh, 1)
