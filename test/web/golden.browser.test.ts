import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { serve, type Server } from '../../src/api/serve.ts'
import { publishPlan } from '../../src/store/plans.ts'
import { launchChromium } from '../engines/chromium.ts'
import { COUNTED_PLAN } from './addresses.ts'
import { SCALE, unlikeItsPicture } from './pictures.ts'
import { LINES, openReporting, type Reporting } from './reporting.ts'
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
  server = await serve({ app: () => site.app, host: '127.0.0.1', port: 0 })
  stops = await stopsOf(site)
})
afterAll(async () => {
  await browser.close()
  await server.close()
  await site.close()
})

/** Wide in both languages; on a phone in the first. */
const LOOKS = [
  { width: 1440, language: 'vi' },
  { width: 1440, language: 'en' },
  { width: 390, language: 'vi' },
] as const

describe.each(LOOKS)('at $width px in $language', ({ width, language }) => {
  test('every page looks as its picture does', async () => {
    const unlike: string[] = []
    for (const { name, path, as } of stops) {
      const context = await browser.newContext({
        viewport: { width, height: width > 600 ? 900 : 844 },
        deviceScaleFactor: SCALE,
        bypassCSP: true,
        reducedMotion: 'reduce',
        locale: 'vi-VN',
        timezoneId: 'Asia/Ho_Chi_Minh',
        serviceWorkers: 'block',
      })
      const cookies = as === null ? [] : (site.cookieOf.get(as) ?? '').split('; ')
      await context.addCookies(
        cookies.map(cookie => {
          const [key = '', ...value] = cookie.split('=')
          return { name: key, value: value.join('='), url: server.address }
        }),
      )
      const page = await context.newPage()
      await page.goto(`${server.address}${path}${path.includes('?') ? '&' : '?'}lang=${language}`)
      const why = await unlikeItsPicture(page, `${name}-${width}-${language}`)
      if (why !== null) unlike.push(why)
      await context.close()
    }
    expect(unlike).toEqual([])
  })
})
