import { join } from 'node:path'
import { jobsSuite } from './jobs-suite.ts'

jobsSuite('sqlite', folder => Promise.resolve({ path: join(folder, 'cotmoc.db') }))
