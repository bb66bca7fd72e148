import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { getDocumentProxy } from 'unpdf'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { serve, type Server } from '../../src/api/serve.ts'
import { launchChromium } from '../engines/chromium.ts'
import { FOR_AXE, LANGUAGES, seriousFaults, WIDTHS } from './in-browser.ts'
import { EXAMPLE, RESOLUTION, openSite, type Site } from './site.ts'

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
  await site.close()
})

/** Opens a page and tells of every address that it asked for. */
async function open(path: string, options: BrowserContextOptions = {}): Promise<{ page: Page; asked: string[] }> {
  const context = await browser.newContext({ javaScriptEnabled: false, ...options })
  await context.addCookies(site.cookies.map(cookie => ({ ...cookie, url: server.address })))
  const page = await context.newPage()
  const asked: string[] = []
  page.on('request', request => asked.push(request.url()))
  const response = await page.goto(server.address + path)
  expect(response?.status()).toBe(200)
  return { page, asked }
}

const viewport = (width: number) => ({ viewport: { width, height: width > 600 ? 900 : 844 } })

describe.each(WIDTHS)('at %i px', width => {
  test.each(LANGUAGES)('a document becomes a plan by hand, without script (%s)', async language => {
    const { page } = await open(`/documents?lang=${language}`, viewport(width))
    await page.setInputFiles('#file', {
      name: 'nghi-quyet.md',
      mimeType: 'text/markdown',
      buffer: Buffer.from(RESOLUTION.replace('THANH BÌNH', `THANH BÌNH ${width} ${language}`)),
    })
    await page.click('main form button[type=submit]')
    expect(page.url()).toContain('/drafts/')
    await page.click('#t3 .correct summary')
    await page.fill('#t3-0-high', '2')
    await page.click('#t3 .correct button[value=save]')
    expect(await page.locator('#t3 .typed > p b').textContent()).toMatch(/2%$/)
    await page.click(`form[action*="/undo"] button`)
    expect(await page.locator('#t3 .typed > p b').textContent()).toMatch(/3%$/)
    await page.click(`form[action*="/publish"] button`)
    expect(await page.locator('dl.facts dd').nth(1).textContent()).toMatch(/^4 .* 5 .* 5 /)
    await page.click(`form[action*="/publish"] button`)
    expect(page.url()).toContain('/plans/')

    expect(await page.locator('td.state').count()).toBe(5)
    await page.click('td.bound a >> nth=0')
    await page.click('main a[href*="/documents/"]')
    expect(await page.locator('mark.target').count()).toBeGreaterThan(0)
    await page.context().close()
  })
})

test.each(LANGUAGES)('the printed scoreboard is exactly one A4 page in landscape (%s)', async language => {
  for (const day of ['2024-12-31', '2026-02-01']) {
    const { page } = await open(`/plans/${EXAMPLE}?lang=${language}&on=${day}`)
    const pdf = await getDocumentProxy(
      new Uint8Array(await page.pdf({ preferCSSPageSize: true, printBackground: true })),
    )
    expect(pdf.numPages).toBe(1)
    const [, , width = 0, height = 0] = (await pdf.getPage(1)).view
    expect([Math.round((width / 72) * 25.4), Math.round((height / 72) * 25.4)]).toEqual([297, 210])
    await page.context().close()
  }
})

test('on a phone a row is short, its text is 16 px, and what can be pressed can be reached with the keyboard', async () => {
  const { page } = await open(`/plans/${EXAMPLE}`, viewport(390))
  const size = await page.evaluate<string>(`getComputedStyle(document.querySelector('.score .name')).fontSize`)
  expect(size).toBe('16px')
  const row = await page.locator('.score tr.first').nth(2).boundingBox()
  expect(row?.height ?? 999).toBeLessThan(120)
  await page.keyboard.press('Tab')
  expect(await page.evaluate<string>('document.activeElement.className')).toBe('skip')
  await page.keyboard.press('Enter')
  expect(new URL(page.url()).hash).toBe('#main')
  await page.context().close()
})

test('the whole table of twenty targets is not taller than two screens of a laptop', async () => {
  const { page } = await open(`/plans/${EXAMPLE}?on=2024-12-31`, viewport(1440))
  const table = await page.locator('.score').boundingBox()
  expect(table?.height ?? 9999).toBeLessThan(1100)
  await page.context().close()
})

test.each(WIDTHS)('in the dark the scoreboard and a target have nothing serious for axe at %i px', async width => {
  for (const path of [`/plans/${EXAMPLE}?on=2024-12-31`, `/plans/${EXAMPLE}/targets/economy-2?on=2024-12-31`]) {
    const { page } = await open(path, { ...viewport(width), ...FOR_AXE, colorScheme: 'dark' })
    expect(await seriousFaults(page)).toEqual([])
    await page.context().close()
  }
})

test('in forced colours and high contrast the page still stands', async () => {
  const { page } = await open(`/plans/${EXAMPLE}`, { ...viewport(1440), forcedColors: 'active', contrast: 'more' })
  expect(await page.locator('.status').count()).toBeGreaterThan(33)
  await page.context().close()
})
