import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { serve, type Server } from '../../src/api/serve.ts'
import { EVERYWHERE } from '../../src/evaluation/what-if/lever.ts'
import type { Plan } from '../../src/plan/plan.ts'
import { importFigures } from '../../src/store/import-figures.ts'
import { publishPlan } from '../../src/store/plans.ts'
import { launchChromium } from '../engines/chromium.ts'
import { figure } from '../store/fixtures.ts'
import { holds, openPage } from './in-browser.ts'
import { seedTerritory } from './planner-world.ts'
import { openSite, TENANT, type Site } from './site.ts'

const BY = { actor: 'test' }
const AREAS = ['180', '181', '182']

let browser: Browser
let site: Site
let server: Server
let plan: Plan
beforeAll(async () => {
  browser = await launchChromium()
  site = await openSite()
  const all = site.plan.targets.map(target => ({
    ...target,
    measures: target.measures.map(measure =>
      measure.bound
        ? { ...measure, allocations: AREAS.map(area => ({ area, when: null, bound: measure.bound!, within: null })) }
        : measure,
    ),
  }))
  plan = { ...site.plan, id: 'shared-out', targets: all }
  await seedTerritory(site)
  await publishPlan(site.store, TENANT, plan, BY)
  const figures = plan.indicators
    .filter(each => each.formula === undefined)
    .flatMap(({ code }, i) =>
      [...AREAS, plan.area].flatMap((area, a) =>
        [2021, 2022, 2023].map(y => figure(code, y, String(10 + i + a * (y - 2020)), { area })),
      ),
    )
  await importFigures(site.store, TENANT, figures, { ...BY, subject: 'huyen.csv' })
  server = await serve({ app: () => site.app, host: '127.0.0.1', port: 0 })
})
afterAll(async () => {
  await browser.close()
  await server.close()
  expect(site.faults).toEqual([])
  await site.close()
})

const rows = (page: Page): Promise<string[]> =>
  page.evaluate<string[]>(
    `[...document.querySelectorAll('[data-value], [data-state]')].map(cell => cell.textContent.replace(/\\s+/g, ' ').trim())`,
  )

test.each([EVERYWHERE, '20', '181'])(
  'moving sliders says what the server says of the address that it makes (area %s)',
  async area => {
    const around = { browser, address: server.address, cookies: site.cookies }
    const path = `/plans/${plan.id}/what-if?on=2023-12-31&area=${encodeURIComponent(area)}&do=new`
    const page = await openPage(around, path, 1440, { javaScriptEnabled: true })
    const sliders = page.locator('input[type=range]')
    expect(await sliders.count()).toBeGreaterThan(15)
    const before = await rows(page)
    const drawn = () => page.evaluate(`new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))`)
    // Forth and back, one lever and another and the first again; one is let go of.
    for (const [at, steps] of [
      [0, 6],
      [3, 9],
      [0, -4],
      [7, 3],
      [8, 2],
      [3, 1],
    ] as const) {
      await sliders.nth(at).evaluate((slider, by) => {
      const input = slider as unknown as { value: string; step: string; dispatchEvent(event: object): boolean }
      input.value = String(Number(input.value) + by * Number(input.step))
      input.dispatchEvent(new Event('input', { bubbles: true }))
    }, steps) // prettier-ignore
      await drawn()
    }
    await page.locator('.lever button:visible').last().click()
    // What all areas come to is told as soon as they are made ready.
    await holds(page, `performance.getEntriesByName('what-if-ready').length > 0`)
    await drawn()
    const moved = await rows(page)
    expect(moved).not.toEqual(before)
    // What a district adds to the province stands beside its own.
    expect(
      moved.some(text => /^(?:vượt|đạt|không đạt|khó đạt|chưa có số liệu).*tỉnh Lạng Sơn: [\d.,]+ \(/.test(text)),
    ).toBe(area === '181')
    // The address is written a moment after the last move.
    await page.waitForTimeout(400)
    const still = await openPage(around, page.url().slice(server.address.length), 1440)
    expect(await rows(still)).toEqual(moved)
  },
)
