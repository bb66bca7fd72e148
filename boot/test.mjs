// npm test: prepares, looks for Chromium and PostgreSQL (and installs them where it may), checks, and runs every test.
import { refuseOldNode } from './node-version.mjs'

refuseOldNode()
import('./run-tests.mjs').then(function (tests) {
  return tests.run(process.argv.slice(2))
})
