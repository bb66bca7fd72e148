import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, BrowserContext, BrowserContextOptions } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { serve, type Server } from '../../src/api/serve.ts'
import { publishPlan } from '../../src/store/plans.ts'
import { writeJob } from '../../src/store/jobs.ts'
import { launchChromium } from '../engines/chromium.ts'
import { addressesOf, COUNTED_PLAN } from './addresses.ts'
import { LANGUAGES, seriousFaults, WIDTHS } from './in-browser.ts'
import { SCALE, unlikeItsPicture } from './pictures.ts'
import { COMMUNES, emailOf, LINES, linesOfCommunes, openReporting, type Person, type Reporting } from './reporting.ts'
import { examplePlan, fileForm, importExample, RESOLUTION, TENANT } from './site.ts'
import { isPage, stopsOf, type Stop } from './tour.ts'

let browser: Browser
let site: Reporting
let server: Server
let stops: readonly Stop[]
beforeAll(async () => {
  browser = await launchChromium()
  site = await openReporting()
  await publishPlan(site.store, TENANT, { ...examplePlan(), id: COUNTED_PLAN }, { actor: 'test' })
  await importExample(site.store, examplePlan())
  await site.sends('lan', '/documents', fileForm('nghi-quyet.md', RESOLUTION))
  await site.sends('tra', '/findings', {
    kind: 'organisation',
    id: 'so-lao-dong',
    severity: 'serious',
    found: 'Số liệu tháng 3 chưa có nguồn.',
    demanded: 'Bổ sung nguồn.',
    organisation: 'so-lao-dong',
    due: '2026-05-01',
  })
  await site.does('hoa', 'save', { lines: LINES })
  // What an approver finds waiting: every commune a little above the month before.
  await site.does('xuan', 'submit', { ...COMMUNES, lines: await linesOfCommunes(site) })
  await writeJob(site.store, TENANT, {
    id: 'live',
    kind: 'figures',
    subject: 'so-lieu.csv',
    actor: emailOf('lan'),
    state: 'running',
    asked: '2026-04-02T02:00:00.000Z',
    seen: '',
    ended: '',
    progress: { doing: 'table', done: 40, total: 100 },
    result: null,
  })
  server = await serve({ app: () => site.app, host: '127.0.0.1', port: 0 })
  stops = await stopsOf(site)
})
afterAll(async () => {
  await browser.close()
  await server.close()
  await site.close()
})

/** Pictures are kept of the wide page in both languages, and of the phone in the first. */
const pictured = (width: number, language: string) => width > 600 || language === 'vi'

describe.each(WIDTHS)('at %i px', width => {
  test.each(LANGUAGES)(
    'every page looks as its picture does; nothing serious for axe with every form open, nothing sideways, nothing from elsewhere (%s)',
    async language => {
      const found: string[] = []
      const contexts = new Map<Person | null, BrowserContext>()
      for (const { name, path, as, still } of stops) {
        const context = contexts.get(as) ?? (await contextOf(as, width))
        contexts.set(as, context)
        const page = await context.newPage()
        const foreign: string[] = []
        page.on('request', request => {
          if (!request.url().startsWith('data:') && !request.url().startsWith(`${server.address}/`))
            foreign.push(request.url())
        })
        await page.goto(`${server.address}${path}${path.includes('?') ? '&' : '?'}lang=${language}`)
        if (still && pictured(width, language)) {
          const why = await unlikeItsPicture(page, `${name}-${width}-${language}`)
          if (why !== null) found.push(why)
        }
        await page.evaluate(`for (const each of document.querySelectorAll('main details')) each.open = true`)
        const wrong = [...foreign.map(url => `asks ${url}`), ...(await seriousFaults(page))]
        found.push(...wrong.map(fault => `${name} at ${width} px in ${language}: ${fault}`))
        await page.close()
      }
      for (const context of contexts.values()) await context.close()
      expect(found).toEqual([])
    },
    600_000,
  )
})

async function contextOf(
  person: Person | null,
  width: number,
  options: BrowserContextOptions = {},
): Promise<BrowserContext> {
  const context = await browser.newContext({
    viewport: { width, height: width > 600 ? 900 : 844 },
    deviceScaleFactor: SCALE,
    bypassCSP: true,
    reducedMotion: 'reduce',
    locale: 'vi-VN',
    timezoneId: 'Asia/Ho_Chi_Minh',
    serviceWorkers: 'block',
    ...options,
  })
  const cookies = person === null ? [] : (site.cookieOf.get(person) ?? '').split('; ')
  await context.addCookies(
    cookies.map(cookie => {
      const [key = '', ...value] = cookie.split('=')
      return { name: key, value: value.join('='), url: server.address }
    }),
  )
  return context
}

/** One person of each role, and the public. */
const ROLES = {
  public: null,
  reporter: 'hoa',
  approver: 'dung',
  planner: 'lan',
  leader: 'linh',
  inspector: 'tra',
  administrator: 'an',
} as const
const SEEN = join(import.meta.dirname, 'roles.txt')

test('each role sees the pages that it may, without script; others are sent to sign in or told that they may not', async () => {
  const pages = [...(await addressesOf(site))].filter(([route]) => isPage(route))
  const seen = new Map<string, string[]>()
  const wrong: string[] = []
  for (const [role, person] of Object.entries(ROLES)) {
    const contexts = [
      await contextOf(person, 1440, { javaScriptEnabled: false }),
      await contextOf(person, 390, { javaScriptEnabled: false }),
    ]
    const [wide, narrow] = await Promise.all(contexts.map(context => context.newPage()))
    if (!wide || !narrow) throw new Error('no page')
    for (const [route, { path }] of pages)
      for (const [page, language] of [
        [wide, 'vi'],
        [narrow, 'en'],
      ] as const) {
        const answer = await page.goto(`${server.address}${path}${path.includes('?') ? '&' : '?'}lang=${language}`)
        const status = answer?.status() ?? 0
        const signIn = new URL(page.url()).pathname === '/sign-in' && !path.startsWith('/sign-in')
        if (status === 200 && !signIn && page === wide) seen.set(route, [...(seen.get(route) ?? []), role])
        const said = (await page.locator('h1').count()) === 1 && (await page.locator('html').getAttribute('lang'))
        // What is nobody else's business is not there for them.
        if (![200, 403, 404].includes(status) || said !== language)
          wrong.push(`${role} ${path}: ${status} ${String(said)}`)
        // Who has an account is not asked to sign in again, and nobody else is told more than that.
        if (person !== null && signIn) wrong.push(`${role} is asked to sign in for ${path}`)
        if (person === null && status === 403)
          wrong.push(`the public is refused ${path} without being asked to sign in`)
      }
    for (const context of contexts) await context.close()
  }
  expect(wrong).toEqual([])
  const text = pages.map(([route]) => `${route} ${(seen.get(route) ?? []).join(' ')}\n`).join('')
  if (process.env['UPDATE'] === '1') writeFileSync(SEEN, text)
  expect(text).toBe(readFileSync(SEEN, 'utf8'))
}, 600_000)
