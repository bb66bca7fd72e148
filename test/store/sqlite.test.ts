import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import { openStore } from '../../src/store/open.ts'
import { storeSuite } from './suite.ts'

const folder = mkdtempSync(join(tmpdir(), 'cotmoc-store-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

let n = 0
storeSuite('sqlite', (now, watch) => {
  n += 1
  return Promise.resolve(openStore({ path: join(folder, `${n}.db`) }, now, watch))
})
