import { writeSync } from 'node:fs'
import { openStore, type Place } from '../../src/store/open.ts'
import { STEPS } from './scenario.ts'

/** The process that is killed: writes steps in turn until it dies, and tells of each only once it is done. */
const [place = '', steps = '', first = '0', file = ''] = process.argv.slice(2)
const store = openStore(JSON.parse(place) as Place, () => new Date())
const tell = (line: object) => writeSync(1, `${JSON.stringify(line)}\n`)
tell({ ready: true })
for (let turn = Number(first); ; turn += 1)
  for (const name of steps.split(',')) {
    const step = STEPS[name]
    if (!step) throw new Error(`no step ${name}`)
    tell({ begins: name })
    tell(await step(store, turn, `${file}.${turn}`))
  }
