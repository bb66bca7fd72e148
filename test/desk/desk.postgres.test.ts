import pg from 'pg'
import { afterAll, beforeAll } from 'vitest'
import { openStore } from '../../src/store/open.ts'
import { startPostgres, type Engine } from '../engines/postgres.ts'
import { deskSuite } from './suite.ts'

let engine: Engine
beforeAll(async () => {
  engine = await startPostgres()
})
afterAll(() => engine.stop())

let n = 0
deskSuite(
  'postgres',
  async now => {
    const schema = `desk_${process.pid}_${(n += 1)}`
    const client = new pg.Client({ connectionString: engine.url })
    await client.connect()
    await client.query(`create schema ${schema}`)
    await client.end()
    return openStore({ url: engine.url, schema }, now)
  },
  { runs: 4 },
)
