import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { expect } from 'vitest'
import type { Site } from './site.ts'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
export const WIDTHS = [1440, 390] as const
export const LANGUAGES = ['vi', 'en'] as const

/** Opens a page of a site that is served, as whoever the cookies are of; its answer must be 200. */
export async function openPage(
  {
    browser,
    address,
    cookies,
  }: { readonly browser: Browser; readonly address: string; readonly cookies: Site['cookies'] },
  path: string,
  width: number,
  options: BrowserContextOptions = {},
): Promise<Page> {
  const context = await browser.newContext({
    javaScriptEnabled: false,
    viewport: { width, height: width > 600 ? 900 : 844 },
    ...options,
  })
  await context.addCookies(cookies.map(cookie => ({ ...cookie, url: address })))
  const page = await context.newPage()
  const response = await page.goto(address + path)
  expect([path, response?.status()]).toEqual([path, 200])
  return page
}

/** Axe needs a script; the policy that forbids foreign ones is lifted for it alone. */
export const FOR_AXE = { javaScriptEnabled: true, bypassCSP: true } as const

interface Axe {
  run(options: object): Promise<{
    readonly violations: readonly {
      readonly id: string
      readonly impact: string
      readonly nodes: readonly { readonly html: string; readonly failureSummary: string }[]
    }[]
  }>
}

/** What axe finds serious on a page, and whether anything reaches over its side: an empty list where all is well. */
export async function seriousFaults(page: Page): Promise<readonly string[]> {
  const [inner, all] = await page.evaluate<[number, number]>('[innerWidth, document.documentElement.scrollWidth]')
  await page.addScriptTag({ content: AXE })
  const { violations } = await page.evaluate(() =>
    (globalThis as unknown as { axe: Axe }).axe.run({
      // Only what is wrong is told apart by its elements: a long page takes half the time.
      resultTypes: ['violations'],
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'],
    }),
  )
  return [
    ...(all > inner ? [`${all} px wide`] : []),
    ...violations
      .filter(v => v.impact === 'serious' || v.impact === 'critical')
      .flatMap(v => v.nodes.slice(0, 3).map(n => `${v.id}: ${n.html.slice(0, 160)} ${n.failureSummary.slice(0, 300)}`)),
  ]
}

/** Waits until an expression holds in a page. The browser's own waiting evaluates in the page, which the pages' policy forbids. */
export const holds = (page: Page, expression: string): Promise<void> =>
  expect.poll(() => page.evaluate<boolean>(expression), { timeout: 30_000 }).toBe(true)
