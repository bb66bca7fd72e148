import { afterAll, beforeAll } from 'vitest'
import { openStore, type Store } from '../../src/store/open.ts'
import { ownSchema, startPostgres, type Engine } from '../engines/postgres.ts'
import { cubeSuite } from './cube-suite.ts'
import { storeSuite } from './suite.ts'

let engine: Engine
beforeAll(async () => {
  engine = await startPostgres()
})
afterAll(() => engine.stop())

const fresh = async (now: () => Date, watch?: Parameters<typeof openStore>[2]): Promise<Store> =>
  openStore(await ownSchema(engine, 'cotmoc_test'), now, watch)
storeSuite('postgres', fresh)
cubeSuite('postgres', fresh)
