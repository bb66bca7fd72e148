import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { serve, type Server } from '../../src/api/serve.ts'
import { launchChromium } from '../engines/chromium.ts'
import { openPage } from './in-browser.ts'
import { openSite, RESOLUTION, type Site } from './site.ts'

let browser: Browser
let site: Site
let server: Server
beforeAll(async () => {
  browser = await launchChromium()
  site = await openSite({ empty: true })
  server = await serve({ app: () => site.app, host: '127.0.0.1', port: 0 })
})
afterAll(async () => {
  expect(site.faults).toEqual([])
  await browser.close()
  await server.close()
  await site.close()
})
const open = (path: string, options = {}) =>
  openPage({ browser, address: server.address, cookies: site.cookies }, path, 390, options)
const file = (name: string, times: number) => ({
  name,
  mimeType: 'text/markdown',
  buffer: Buffer.from(RESOLUTION.repeat(times)),
})

/** What a page says at a place, sooner or later: it may be showing itself anew. */
const said = (page: Page, place: string) =>
  expect.poll(() => page.textContent(place, { timeout: 2000 }).catch(() => ''), { timeout: 60_000 })

async function slowLine(page: Page): Promise<void> {
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('Network.enable')
  await devtools.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 20,
    downloadThroughput: 500_000,
    uploadThroughput: 400_000,
  })
}

test('a long file says how much of it has gone, can be stopped, and leads to how far it is read; the page survives a reload', async () => {
  const page = await open('/documents?lang=vi', { javaScriptEnabled: true })
  await slowLine(page)
  await page.setInputFiles('#file', file('dai.md', 5000))
  await page.click('main button.main')
  await said(page, '.sending').toMatch(/Đang gửi tệp: [1-9]\d?%/)
  expect(await page.locator('.sending progress').getAttribute('value')).not.toBe(null)
  await page.click('.sending button')
  expect(await page.textContent('.not-sent')).toContain('Đã dừng; chưa có gì được ghi')
  await page.click('main button.main')
  await page.waitForURL(/\/jobs\//, { timeout: 60_000 })
  await said(page, '#job-said').toMatch(/: \d+%/)
  await page.reload()
  expect(await page.textContent('main')).toContain('dai.md')
  await page.click('#job button')
  await said(page, 'main').toContain('Đã hủy')
  await page.context().close()
})

test('a long file that cannot be read is told where it was sent from', async () => {
  const page = await open('/documents?lang=vi', { javaScriptEnabled: true })
  await page.setInputFiles('#file', { name: 'hong.md', mimeType: 'text/plain', buffer: Buffer.alloc(400_000, 0) })
  await page.click('main button.main')
  await page.waitForSelector('main .fault', { timeout: 30_000 })
  expect(await page.textContent('main')).toContain('hong.md')
  // The page that the answer wrote works like any other.
  await page.setInputFiles('#file', file('ngan.md', 1))
  await page.click('main button.main')
  await page.waitForURL(/\/drafts\//)
  await page.context().close()
})

test('without script the page of a long job shows itself anew until it has ended', async () => {
  const page = await open('/documents?lang=vi')
  await page.setInputFiles('#file', file('khong-script.md', 3000))
  await page.click('main button.main')
  await page.waitForURL(/\/jobs\//)
  const first = await page.textContent('#job-said')
  await said(page, '#job-said').not.toBe(first)
  await page.click('#job button')
  await said(page, 'main').toContain('Đã hủy')
  await page.context().close()
})
