import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import { openStore, type Store } from '../../src/store/open.ts'
import { cubeEditsSuite } from './cube-edits.ts'
import { cubeSuite } from './cube-suite.ts'
import { storeSuite } from './suite.ts'

const folder = mkdtempSync(join(tmpdir(), 'cotmoc-store-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

let n = 0
const fresh = (now: () => Date, watch?: Parameters<typeof openStore>[2]): Promise<Store> => {
  n += 1
  return Promise.resolve(openStore({ path: join(folder, `${n}.db`) }, now, watch))
}
storeSuite('sqlite', fresh)
cubeSuite('sqlite', fresh)
cubeEditsSuite('sqlite', fresh, 3)
