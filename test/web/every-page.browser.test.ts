import type { Browser, BrowserContext } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { serve, type Server } from '../../src/api/serve.ts'
import { publishPlan } from '../../src/store/plans.ts'
import { writeJob } from '../../src/store/jobs.ts'
import { launchChromium } from '../engines/chromium.ts'
import { COUNTED_PLAN } from './addresses.ts'
import { LANGUAGES, seriousFaults, WIDTHS } from './in-browser.ts'
import { SCALE, unlikeItsPicture } from './pictures.ts'
import { COMMUNES, emailOf, LINES, linesOfCommunes, openReporting, type Person, type Reporting } from './reporting.ts'
import { examplePlan, fileForm, importExample, RESOLUTION, TENANT } from './site.ts'
import { stopsOf, type Stop } from './tour.ts'

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

async function contextOf(person: Person | null, width: number): Promise<BrowserContext> {
  const context = await browser.newContext({
    viewport: { width, height: width > 600 ? 900 : 844 },
    deviceScaleFactor: SCALE,
    bypassCSP: true,
    reducedMotion: 'reduce',
    locale: 'vi-VN',
    timezoneId: 'Asia/Ho_Chi_Minh',
    serviceWorkers: 'block',
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
