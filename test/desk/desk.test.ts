import { openStore } from '../../src/store/open.ts'
import { deskSuite } from './suite.ts'

deskSuite('sqlite', now => Promise.resolve(openStore({ path: ':memory:' }, now)))
