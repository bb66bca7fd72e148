import { setTimeout as pause } from 'node:timers/promises'
import type { Browser } from 'playwright-core'
import { findChromium } from '../boot/find-engines.mjs'
import { serve } from '../src/api/serve.ts'
import { publishPlan } from '../src/store/plans.ts'
import { launchChromium } from '../test/engines/chromium.ts'
import { COUNTED_PLAN } from '../test/web/addresses.ts'
import { COMMUNES, openReporting, pathOf, WIDE, type Person } from '../test/web/reporting.ts'
import { examplePlan, importExample, TENANT } from '../test/web/site.ts'
import { median, missing, spreadOf, type Bench, type Row } from './bench.ts'

const RUNS = 7
/** Milliseconds. */
const ALLOWED = 1500
/** A phone of the middle range on a slow line: four times slower than this machine, 1,6 Mbit/s down, 150 ms there and back. */
const [SLOWER, DOWN, UP, DELAY] = [4, 1_600_000 / 8, 750_000 / 8, 150]

interface Measured {
  readonly what: string
  readonly path: string
  readonly as: Person | null
}

const PAGES: readonly Measured[] = [
  { what: 'scoreboard', path: `/plans/${COUNTED_PLAN}?on=2024-12-31`, as: null },
  { what: 'target', path: `/plans/${COUNTED_PLAN}/targets/economy-4?on=2024-12-31`, as: null },
  { what: 'grid of 65 communes', path: pathOf(COMMUNES), as: 'xuan' },
  { what: 'grid of 200 × 60 cells', path: pathOf(WIDE), as: 'tke' },
]

/** When the largest thing of a page is painted on a slow phone that has nothing of it yet, against what is allowed. */
export const lcp: Bench = {
  name: 'lcp',
  run: async () => {
    if (findChromium() === null) return missing('lcp', 'the allowance of 1.5 s', 'there is no Chromium')
    const site = await openReporting()
    await publishPlan(site.store, TENANT, { ...examplePlan(), id: COUNTED_PLAN }, { actor: 'bench' })
    await importExample(site.store, examplePlan())
    const server = await serve({ app: () => site.app, host: '127.0.0.1', port: 0 })
    const browser = await launchChromium()
    const rows: Row[] = []
    try {
      for (const page of PAGES) {
        const times: number[] = []
        const seen: Paint[] = []
        for (let run = 0; run <= RUNS; run += 1) {
          const cookie = page.as === null ? '' : (site.cookieOf.get(page.as) ?? '')
          const paint = await largestPaint(browser, server.address, page.path, cookie)
          // The first run warms the server up.
          if (run > 0) times.push(paint.largest)
          if (run > 0) seen.push(paint)
        }
        const value = median(times)
        const half = (of: keyof Paint) => median(seen.map(each => each[of])).toFixed(0)
        rows.push({
          name: 'lcp',
          value,
          unit: 'ms',
          against: `${page.what}: the allowance of 1.5 s`,
          againstValue: ALLOWED,
          ratio: ALLOWED / value,
          runs: RUNS,
          spread: spreadOf(times),
          note: `first byte after ${half('firstByte')} ms, page there after ${half('page')}, style ${half('style')}, read ${half('read')}`,
        })
      }
    } finally {
      await browser.close()
      await server.close()
      await site.close()
    }
    return rows
  },
}

/** Milliseconds from the start of the navigation. */
interface Paint {
  readonly firstByte: number
  /** When the page, then its style, had arrived in full, and when the page had been read. */
  readonly page: number
  readonly style: number
  readonly read: number
  readonly largest: number
}

const PAINTS = `new Promise(done => {
  const at = { largest: 0 }
  new PerformanceObserver(list => { for (const entry of list.getEntries()) at.largest = entry.startTime })
    .observe({ type: 'largest-contentful-paint', buffered: true })
  setTimeout(() => done({
    ...at,
    firstByte: performance.getEntriesByType('navigation')[0].responseStart,
    page: performance.getEntriesByType('navigation')[0].responseEnd,
    read: performance.getEntriesByType('navigation')[0].domInteractive,
    style: performance.getEntriesByType('resource').find(each => each.name.endsWith('.css'))?.responseEnd ?? 0,
  }), 200)
})`

async function largestPaint(browser: Browser, server: string, path: string, cookie: string): Promise<Paint> {
  const context = await browser.newContext({
    viewport: { width: 390, height: 844 },
    deviceScaleFactor: 2,
    isMobile: true,
    hasTouch: true,
    serviceWorkers: 'block',
  })
  try {
    const cookies = cookie.split('; ').flatMap(each => {
      const [name = '', ...value] = each.split('=')
      return name === '' ? [] : [{ name, value: value.join('='), url: server }]
    })
    await context.addCookies(cookies)
    const page = await context.newPage()
    const devtools = await context.newCDPSession(page)
    await devtools.send('Network.enable')
    await devtools.send('Network.emulateNetworkConditions', {
      offline: false,
      latency: DELAY,
      downloadThroughput: DOWN,
      uploadThroughput: UP,
    })
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: SLOWER })
    await page.goto(server + path, { waitUntil: 'load' })
    await pause(300)
    const paint = await page.evaluate<Paint>(PAINTS)
    if (paint.largest === 0) throw new Error(`${path} painted nothing`)
    return paint
  } finally {
    await context.close()
  }
}
