#!/usr/bin/env node
import { refuseOldNode } from './node-version.mjs'

refuseOldNode()
import('./launch.mjs').then(function (launch) {
  return launch.run(process.argv.slice(2))
})
