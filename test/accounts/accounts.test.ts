import { accountsSuite } from './suite.ts'

accountsSuite('sqlite', () => Promise.resolve({ path: ':memory:' }))
