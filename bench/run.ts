import { incremental, recastAll } from './cube/changes.ts'
import { formulas } from './cube/formulas.ts'
import { load } from './cube/load.ts'
import { nation } from './cube/nation.ts'
import { rollup } from './cube/rollup.ts'
import { evaluateExample } from './evaluation.ts'
import { http } from './http.ts'
import { lcp } from './lcp.ts'
import { pageBytes, pageScriptBytes } from './pages.ts'
import { readScale, readSeed } from './reading.ts'
import { search } from './search.ts'
import { approvals, asOf, importMillion } from './store.ts'
import { whatIf } from './what-if.ts'
import type { Row } from './bench.ts'

/** `npm run bench [-- --json] [NAME …]`: every comparison, or those that are named. Never fails by time. */
const BENCHES = [
  readSeed,
  readScale,
  importMillion,
  asOf,
  approvals,
  rollup,
  formulas,
  incremental,
  recastAll,
  evaluateExample,
  whatIf,
  pageBytes,
  pageScriptBytes,
  http,
  lcp,
  search,
  nation,
  load,
]

/** Of small numbers two digits that say something. */
const shown = (value: number | null): string =>
  value === null ? '–' : value < 1 ? value.toPrecision(2) : value.toFixed(1)

const names = process.argv.slice(2).filter(arg => !arg.startsWith('--'))
const unknown = names.filter(name => !BENCHES.some(bench => bench.name === name))
if (unknown.length > 0) {
  process.stderr.write(
    `there is no bench ${unknown.join(', ')}; there are ${BENCHES.map(bench => bench.name).join(', ')}\n`,
  )
  process.exit(2)
}
const rows: Row[] = []
for (const bench of BENCHES) {
  if (names.length > 0 && !names.includes(bench.name)) continue
  process.stderr.write(`${bench.name} …\n`)
  rows.push(...[await bench.run()].flat())
}
if (process.argv.includes('--json')) process.stdout.write(`${JSON.stringify(rows)}\n`)
else
  for (const row of rows)
    process.stdout.write(
      row.missing === undefined
        ? `${row.name}: ${shown(row.value)} ${row.unit} against ${shown(row.againstValue)} (${row.against}), ${row.ratio === null ? '–' : row.ratio.toFixed(2)} times, ${row.runs} runs${row.spread === null ? '' : `, spread ${(100 * row.spread).toFixed(0)}%`}${row.note === undefined ? '' : `; ${row.note}`}\n`
        : `${row.name}: not measured: ${row.missing}\n`,
    )
