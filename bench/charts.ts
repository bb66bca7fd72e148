import { readFileSync } from 'node:fs'
import { performance } from 'node:perf_hooks'
import { brotliCompressSync } from 'node:zlib'
import * as Plot from '@observablehq/plot'
import { parseHTML } from 'linkedom'
import type { Course } from '../src/chart/course.ts'
import { rowPicture } from '../src/chart/row-picture.ts'
import { readFigures } from '../src/exchange/figures.ts'
import { parsePlanFile } from '../src/plan/plan-file.ts'
import { loadScoreboard } from '../src/web/scoreboard/load.ts'

/**
 * The thirty-three pictures of the example's scoreboard, drawn by src/chart and by Observable Plot on linkedom, in turn
 * in one run: median milliseconds, bytes of markup, bytes after brotli. The grounds of docs/decisions/0011-charts.md.
 */
const folder = new URL('../examples/lang-son-2020-2025/', import.meta.url)
const { value: plan } = parsePlanFile(JSON.parse(readFileSync(new URL('plan.json', folder), 'utf8')))
if (!plan) throw new Error('the example plan cannot be read')
const { value: figures } = readFigures(readFileSync(new URL('figures.csv', folder), 'utf8'), {
  indicators: plan.indicators,
  areas: [plan.area],
  locale: 'plain',
})
const observations = (figures ?? []).map((figure, i) => ({ ...figure, log: i + 1 }))
const board = loadScoreboard({ plan, observations, on: '2024-12-31' }, { status: null, sort: 'group' })
const courses = board.sections
  .flatMap(s => s.entries.flatMap(e => e.rows.map(r => r.course)))
  .filter(course => course !== null)

// Its types need a browser's library; only the document is handed on.
const { document } = parseHTML('<!doctype html><html><body></body></html>') as { readonly document: object }

/** The same marks: bound, path, figures, projection, the last figure stronger. */
function byPlot({ low, high, path, figures: known, start, projection, from, to }: Course): string {
  const points = start ? [start, ...known] : known
  const at = { x: 'at', y: 'value' } as const
  const marks = [
    Plot.ruleY([low ?? high ?? 0, high ?? low ?? 0], { stroke: '#00785a' }),
    Plot.line(path, { ...at, stroke: '#585c63', strokeDasharray: '1 2' }),
    Plot.line(points, { ...at, stroke: '#1a1b1e' }),
    Plot.dot(points, { ...at, r: 1.4, fill: '#1a1b1e' }),
    Plot.line(projection, { ...at, stroke: '#0a5a8a', strokeDasharray: '4 3' }),
  ]
  const options: object = { document, width: 120, height: 22, margin: 3, axis: null, x: { domain: [from, to] }, marks }
  // Plot's types want a browser's document; linkedom's element only has to say its markup.
  return String(Plot.plot(options))
}

const ours = () => courses.map(course => rowPicture(course, 'title', 'description')).join('')
const theirs = () => courses.map(byPlot).join('')
const timed = (draw: () => string) => {
  const from = performance.now()
  const svg = draw()
  return { ms: performance.now() - from, svg }
}
const times: Record<'ours' | 'plot', number[]> = { ours: [], plot: [] }
for (let i = 0; i < 25; i += 1) {
  times.ours.push(timed(ours).ms)
  times.plot.push(timed(theirs).ms)
}
const median = (values: number[]) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
const report = (name: string, ms: number[], svg: string) => ({
  name,
  pictures: courses.length,
  firstMs: Number((ms[0] ?? 0).toFixed(2)),
  medianMs: Number(median(ms).toFixed(2)),
  bytes: Buffer.byteLength(svg),
  brotli: brotliCompressSync(svg).length,
})
process.stdout.write(
  `${JSON.stringify([report('src/chart', times.ours, ours()), report('Plot + linkedom', times.plot, theirs())], null, 1)}\n`,
)
