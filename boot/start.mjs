// npm start: everything from a fresh clone to an address that answers.
import { refuseOldNode } from './node-version.mjs'

refuseOldNode()
import('./launch.mjs').then(function (launch) {
  return launch.run(['serve', '--example'].concat(process.argv.slice(2)))
})
