// npm run check | build | bench | score: prepares, then runs the named tool.
import { refuseOldNode } from './node-version.mjs'

refuseOldNode()
import('./tools.mjs').then(function (tools) {
  return tools.run(process.argv[2], process.argv.slice(3))
})
