import pg from 'pg'
import { afterAll, beforeAll } from 'vitest'
import { startPostgres, type Engine } from '../engines/postgres.ts'
import { accountsSuite } from './suite.ts'

let engine: Engine
beforeAll(async () => {
  engine = await startPostgres()
})
afterAll(() => engine.stop())

let n = 0
accountsSuite('postgres', async () => {
  const schema = `accounts_${process.pid}_${(n += 1)}`
  const client = new pg.Client({ connectionString: engine.url })
  await client.connect()
  await client.query(`create schema ${schema}`)
  await client.end()
  return { url: engine.url, schema }
})
