import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { serve, type Server } from '../../src/api/serve.ts'
import { launchChromium } from '../engines/chromium.ts'
import { EXAMPLE, openSite, type Site } from './site.ts'

let browser: Browser
let site: Site
let server: Server
beforeAll(async () => {
  browser = await launchChromium()
  site = await openSite()
  server = await serve({ app: () => site.app, host: '127.0.0.1', port: 0 })
})
afterAll(async () => {
  await browser.close()
  await server.close()
  expect(site.faults).toEqual([])
  await site.close()
})

const BOARD = `/plans/${EXAMPLE}?on=2024-12-31`

/** Presses a key that leads to another page. */
async function turned(page: Page, key: string): Promise<void> {
  const before = page.url()
  await page.keyboard.press(key)
  await page.waitForURL(url => url.href !== before)
}

/** How much of a page does not fit on the screen, in pixels. */
const beyond = (page: Page) =>
  page.evaluate<readonly [number, number]>(
    '[document.documentElement.scrollWidth - innerWidth, document.documentElement.scrollHeight - innerHeight]',
  )

describe.each([
  [1920, 1080],
  [1440, 900],
])('a show on a screen of %i × %i', (width, height) => {
  test('is walked by the keys alone, and every picture fits the screen whole', async () => {
    const page = await browser.newPage({ viewport: { width, height } })
    await page.goto(`${server.address}${BOARD}&present=1`)
    const seen: string[] = []
    const cut: string[] = []
    for (let turn = 0; turn <= 21; turn += 1) {
      const path = new URL(page.url()).pathname
      if (seen.includes(path)) break
      seen.push(path)
      const [wide, tall] = await beyond(page)
      if (wide > 0 || tall > 0) cut.push(`${path}: ${wide} ${tall}`)
      if ((await page.locator('a[rel=next]').count()) === 0) break
      await turned(page, turn % 2 ? 'PageDown' : 'ArrowRight')
    }
    expect(seen).toHaveLength(21)
    expect(cut).toEqual([])
    await turned(page, 'Home')
    expect(new URL(page.url()).pathname).toBe(`/plans/${EXAMPLE}`)
    await turned(page, 'Escape')
    expect(await page.locator('header.head').count()).toBe(1)
    await page.close()
  })
})

describe.each([
  ['with script', true, 1440],
  ['without script', false, 1440],
  ['on a phone without script', false, 390],
])('a status %s', (_, javaScriptEnabled, width) => {
  test('opens what it means and how it came, where it stands, by keyboard and by touch', async () => {
    const context = await browser.newContext({ javaScriptEnabled, viewport: { width, height: 844 }, hasTouch: true })
    const page = await context.newPage()
    await page.goto(`${server.address}${BOARD}&lang=vi`)
    const [first, second] = [page.locator('details.why').nth(0), page.locator('details.why').nth(1)]
    await first.locator('summary').focus()
    await page.keyboard.press('Enter')
    const said = first.locator('.why-said')
    expect(await said.isVisible()).toBe(true)
    expect(await said.innerText()).toMatch(/khó đạt: Chưa đến hạn, chậm so với lộ trình/)
    expect(await said.innerText()).toContain('Hạn hoàn thành là 31/12/2025.')
    const box = await said.boundingBox()
    expect(box && box.x >= 0 && box.x + box.width <= width).toBe(true)
    await page.keyboard.press('Enter')
    expect(await said.isVisible()).toBe(false)
    await second.locator('summary').tap()
    expect(await second.locator('.why-said').isVisible()).toBe(true)
    await context.close()
  })
})
