import { afterAll, beforeAll } from 'vitest'
import { ownSchema, startPostgres, type Engine } from '../engines/postgres.ts'
import { jobsSuite } from './jobs-suite.ts'

let engine: Engine
beforeAll(async () => {
  engine = await startPostgres()
})
afterAll(() => engine.stop())

jobsSuite('postgres', () => ownSchema(engine, 'jobs'))
