import { afterAll, beforeAll } from 'vitest'
import { openStore } from '../../src/store/open.ts'
import { ownSchema, startPostgres, type Engine } from '../engines/postgres.ts'
import { deskSuite } from './suite.ts'

let engine: Engine
beforeAll(async () => {
  engine = await startPostgres()
})
afterAll(() => engine.stop())

deskSuite('postgres', async now => openStore(await ownSchema(engine, 'desk'), now), { runs: 4 })
