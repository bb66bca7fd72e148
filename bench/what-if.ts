import { join } from 'node:path'
import { chromium } from 'playwright-core'
import { findChromium } from '../boot/find-engines.mjs'
import { live } from '../src/evaluation/what-if/live.ts'
import { EVERYWHERE, leversOf, moved, settingOf } from '../src/evaluation/what-if/lever.ts'
import { importFigures } from '../src/store/import-figures.ts'
import { ensureTenant } from '../src/store/log.ts'
import { migrate } from '../src/store/migrate.ts'
import { openStore } from '../src/store/open.ts'
import { saveTerritory } from '../src/store/territory.ts'
import { publishPlan } from '../src/store/plans.ts'
import type { Layer } from '../src/plan/layer.ts'
import { median, missing, spreadOf, type Bench, type Row } from './bench.ts'
import { examplePlan, provinceOf, type Province } from './province.ts'
import { withProgram } from './server.ts'

const ON = '2024-12-31'
const FRAME = 1000 / 60
const AGAINST = 'one of sixty frames a second'
/** Levers that are moved one after the other, each by so many moves. */
const LEVERS = 20
const MOVES = 25

/**
 * A hand on a lever of twenty targets in 200 areas, of all at one pace and of one area whose figures move the whole: in Node, and in
 * a Chromium from the move to the text on the screen.
 */
export const whatIf: Bench = {
  name: 'whatif',
  async run() {
    const example = examplePlan()
    if (!example) return missing(this.name, AGAINST, 'the example cannot be read')
    const province = provinceOf(example)
    const areas = [EVERYWHERE, province.areas[0] ?? '']
    const rows = areas.map(area => inNode(this.name, province, area))
    for (const area of areas) rows.push(await inChromium(this.name, province, area))
    return rows
  },
}

const told = (area: string): string =>
  area === EVERYWHERE ? 'all areas at one pace' : 'one area, and what it adds to the whole'

function inNode(name: string, { plan, observations, inside }: Province, area: string): Row {
  const question = { plan, observations, inside, on: ON }
  const levers = leversOf(question, area).slice(0, LEVERS)
  const hand = live(question, area)
  const nothing: Layer = { name: '', assumptions: [] }
  const pieces: number[] = []
  for (const lever of levers) {
    const work = hand.ready(moved(nothing, lever, area, settingOf(lever.start, lever)))
    for (let done: boolean | undefined = false; done !== true;) {
      const spent = process.cpuUsage()
      done = work.next().done
      const { user, system } = process.cpuUsage(spent)
      pieces.push((user + system) / 1000)
    }
  }
  const ready = pieces.reduce((sum, each) => sum + each, 0)
  let layer = nothing
  const times: number[] = []
  const worked: number[] = []
  for (const lever of levers)
    for (let i = 0; i < MOVES; i += 1) {
      layer = moved(layer, lever, area, settingOf(lever.start + (i + 1) * lever.step, lever))
      const [moment, spent] = [performance.now(), process.cpuUsage()]
      hand.under(layer)
      const { user, system } = process.cpuUsage(spent)
      times.push(performance.now() - moment)
      worked.push((user + system) / 1000)
    }
  const own = `of processor time ${median(worked).toFixed(1)} ms, 99th percentile ${late(worked).toFixed(1)} ms`
  return row(
    name,
    times,
    `Node, ${told(area)}; ${own}; made ready once in ${ready.toFixed(0)} ms of processor time, ${pieces.length} pieces, the longest ${Math.max(...pieces).toFixed(1)} ms`,
  )
}

const late = (times: readonly number[]): number =>
  [...times].sort((a, b) => a - b)[Math.floor(times.length * 0.99)] ?? 0

const row = (name: string, times: readonly number[], note: string): Row => ({
  name,
  value: median(times),
  unit: 'ms',
  against: AGAINST,
  againstValue: FRAME,
  ratio: FRAME / median(times),
  runs: times.length,
  spread: spreadOf(times),
  note: `99th percentile ${late(times).toFixed(1)} ms; ${note}`,
})

async function inChromium(name: string, { plan, observations, territory }: Province, area: string): Promise<Row> {
  const executablePath = findChromium()
  if (!executablePath) return missing(name, AGAINST, 'there is no Chromium')
  const fill = async (folder: string) => {
    const store = openStore({ path: join(folder, 'cotmoc.db') }, () => new Date())
    await migrate(store)
    await ensureTenant(store.db, 'local', 'local')
    await saveTerritory(store, 'local', territory, { actor: 'bench' })
    await publishPlan(store, 'local', plan, { actor: 'bench' })
    await importFigures(store, 'local', observations, { actor: 'bench', subject: 'province.csv' })
    await store.close()
  }
  return withProgram(async port => {
    const browser = await chromium.launch({ executablePath, args: ['--disable-gpu', '--no-sandbox'] })
    try {
      const page = await browser.newPage()
      const address = `http://127.0.0.1:${port}/plans/${plan.id}/what-if?on=${ON}&area=${encodeURIComponent(area)}`
      await page.goto(address, { timeout: 120_000 })
      while (!(await page.evaluate(READY))) await page.waitForTimeout(200)
      const { painted, worked } = await page.evaluate<Record<'painted' | 'worked', number[]>>(MOVE)
      const seen = `from the move to the painted text ${median(painted).toFixed(1)} ms, 99th percentile ${late(painted).toFixed(1)} ms, the wait for the next frame in it`
      return row(name, worked, `Chromium, ${told(area)}, answering and writing the page; ${seen}`)
    } finally {
      await browser.close()
    }
  }, fill)
}

const READY = 'performance.getEntriesByName("what-if-ready").length > 0'

/** Runs in the page: moves one slider after the other and waits for the picture after each. */
const MOVE = `(async () => {
  const sliders = [...document.querySelectorAll('input[type=range]')].slice(0, ${LEVERS})
  const painted = []
  for (const slider of sliders)
    for (let i = 0; i < ${MOVES}; i += 1) {
      slider.valueAsNumber = Number(slider.value) + Number(slider.step)
      const began = performance.now()
      slider.dispatchEvent(new Event('input', { bubbles: true }))
      await new Promise(done => requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel()
        port1.onmessage = () => done(painted.push(performance.now() - began))
        port2.postMessage(null)
      }))
    }
  return { painted, worked: performance.getEntriesByName('what-if').map(each => each.duration) }
})()`
