import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { getDocumentProxy } from 'unpdf'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { serve, type Server } from '../../src/api/serve.ts'
import { launchChromium } from '../engines/chromium.ts'
import { EXAMPLE, RESOLUTION, openSite, type Site } from './site.ts'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const WIDTHS = [1440, 390] as const
const LANGUAGES = ['vi', 'en'] as const

let browser: Browser
let site: Site
let server: Server
let plan = ''
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
    expect(page.url()).toContain('/plans/')
    plan = new URL(page.url()).pathname
    expect(await page.locator('td.state').count()).toBe(5)
    await page.click('td.bound a >> nth=0')
    await page.click('main a[href*="/documents/"]')
    expect(await page.locator('mark.target').count()).toBeGreaterThan(0)
    await page.context().close()
  })

  test.each(LANGUAGES)(
    'every page: nothing serious for axe, nothing sideways, nothing from elsewhere (%s)',
    async language => {
      const document = /\/documents\/[0-9a-f]+/.exec(await site.text('/documents'))?.[0] ?? ''
      const draft = /\/drafts\/[0-9a-f-]+/.exec(await site.text('/documents'))?.[0] ?? ''
      const paths = [
        '/',
        `/plans/${EXAMPLE}?on=2024-12-31`,
        `/plans/${EXAMPLE}/targets/economy-2?on=2024-12-31`,
        `/plans/${EXAMPLE}?on=2024-12-31&sort=warning`,
        `/plans/${EXAMPLE}?on=2024-12-31&present=1`,
        `/plans/${EXAMPLE}/targets/economy-2?on=2024-12-31&present=1`,
        `/plans/${EXAMPLE}/compare?on=2024-12-31`,
        `/plans/${EXAMPLE}/what-if?on=2024-12-31`,
        '/map',
        '/areas',
        plan,
        document,
        draft,
        '/sign-in',
        '/account',
        '/members',
        '/documents',
        '/figures',
        '/about',
      ]
      for (const scheme of ['light', 'dark'] as const) {
        for (const path of scheme === 'light' ? paths : paths.slice(1, 3)) {
          const at = `${path}${path.includes('?') ? '&' : '?'}lang=${language}`
          // The pages have no script; axe needs one, and the policy that forbids it is lifted for axe alone.
          const { page, asked } = await open(at, {
            ...viewport(width),
            colorScheme: scheme,
            javaScriptEnabled: true,
            bypassCSP: true,
          })
          expect(asked.filter(url => !url.startsWith(`${server.address}/`))).toEqual([])
          const [inner, all] = await page.evaluate<[number, number]>(
            '[innerWidth, document.documentElement.scrollWidth]',
          )
          expect([at, all]).toEqual([at, inner])
          await page.addScriptTag({ content: AXE })
          const found = await page.evaluate(() =>
            (
              globalThis as unknown as {
                axe: {
                  run(o: object): Promise<{
                    violations: { id: string; impact: string; nodes: { html: string; failureSummary: string }[] }[]
                  }>
                }
              }
            ).axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'] }),
          )
          const serious = found.violations
            .filter(v => v.impact === 'serious' || v.impact === 'critical')
            .map(v => ({
              at,
              scheme,
              rule: v.id,
              where: v.nodes.slice(0, 3).map(n => n.html.slice(0, 160) + n.failureSummary.slice(0, 300)),
            }))
          expect(serious).toEqual([])
          await page.context().close()
        }
      }
    },
  )
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

test('in forced colours and high contrast the page still stands', async () => {
  const { page } = await open(`/plans/${EXAMPLE}`, { ...viewport(1440), forcedColors: 'active', contrast: 'more' })
  expect(await page.locator('.status').count()).toBeGreaterThan(33)
  await page.context().close()
})
