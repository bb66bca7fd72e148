import type { Browser } from 'playwright-core'
import { getDocumentProxy } from 'unpdf'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { serve, type Server } from '../../src/api/serve.ts'
import { publishPlan } from '../../src/store/plans.ts'
import { launchChromium } from '../engines/chromium.ts'
import { EXAMPLE, openSite, TENANT, type Site } from './site.ts'

let browser: Browser
let site: Site
let server: Server
beforeAll(async () => {
  browser = await launchChromium()
  site = await openSite()
  // Thirty-three measures whose names need two lines each.
  const { targets } = site.plan
  let left = 33
  const long = targets.flatMap(target => {
    const measures = target.measures.slice(0, left).map(each => ({
      ...each,
      name: { vi: `${each.name.vi} trên địa bàn toàn tỉnh theo tiêu chí mới của giai đoạn này`, en: each.name.vi },
    }))
    left -= measures.length
    return measures.length === 0 ? [] : [{ ...target, measures }]
  })
  await publishPlan(site.store, TENANT, { ...site.plan, id: 'dai', targets: long }, { actor: 'test' })
  server = await serve({ app: () => site.app, host: '127.0.0.1', port: 0 })
})
afterAll(async () => {
  await browser.close()
  await server.close()
  expect(site.faults).toEqual([])
  await site.close()
})

const A4 = { long: 842, short: 595 }

/** The pages of a printed page, each with its size in points, as Chromium prints it. */
async function printed(path: string): Promise<readonly (readonly [number, number])[]> {
  const page = await browser.newPage()
  try {
    await page.goto(`${server.address}${path}`)
    const paper = await getDocumentProxy(new Uint8Array(await page.pdf({ preferCSSPageSize: true })))
    const sizes: (readonly [number, number])[] = []
    for (let i = 1; i <= paper.numPages; i += 1) {
      const [, , width = 0, height = 0] = (await paper.getPage(i)).view
      sizes.push([Math.round(width), Math.round(height)])
    }
    return sizes
  } finally {
    await page.close()
  }
}

const figures = `/plans/${EXAMPLE}?on=2024-12-31`
test.each([
  ['the example with its figures', figures],
  ['the same in English', `${figures}&lang=en`],
  ['at the end of its term', `/plans/${EXAMPLE}?on=2026-01-31`],
  ['by status', `${figures}&sort=status`],
  ['by early warning, with a reason a line', `${figures}&sort=warning`],
  ['33 measures whose names need two lines', '/plans/dai?on=2024-12-31'],
])('the scoreboard prints to exactly one A4 in landscape: %s', async (_, path) => {
  expect(await printed(path)).toEqual([[A4.long, A4.short]])
})

test('the page of a target prints upright, and nothing of it is cut', async () => {
  const sizes = await printed(`/plans/${EXAMPLE}/targets/economy-4?on=2024-12-31`)
  expect(sizes.length).toBeGreaterThan(0)
  expect(sizes.length).toBeLessThanOrEqual(3)
  for (const size of sizes) expect(size).toEqual([A4.short, A4.long])
})
