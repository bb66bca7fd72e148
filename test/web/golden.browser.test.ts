import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { serve, type Server } from '../../src/api/serve.ts'
import { launchChromium } from '../engines/chromium.ts'
import { SCALE, unlikeItsPicture } from './pictures.ts'
import { fileForm, openSite, RESOLUTION, type Site } from './site.ts'
import { documentStops, PUBLIC_STOPS, type Stop } from './tour.ts'

let browser: Browser
let site: Site
let server: Server
let stops: readonly Stop[]
beforeAll(async () => {
  browser = await launchChromium()
  site = await openSite()
  server = await serve({ app: () => site.app, host: '127.0.0.1', port: 0 })
  await site.post('/documents', fileForm('nghi-quyet.md', RESOLUTION))
  stops = [...PUBLIC_STOPS, ...(await documentStops(site))]
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
    const context = await browser.newContext({
      viewport: { width, height: width > 600 ? 900 : 844 },
      deviceScaleFactor: SCALE,
      bypassCSP: true,
      reducedMotion: 'reduce',
    })
    await context.addCookies(site.cookies.map(cookie => ({ ...cookie, url: server.address })))
    const page = await context.newPage()
    const unlike: string[] = []
    for (const { name, path } of stops) {
      await page.goto(`${server.address}${path}${path.includes('?') ? '&' : '?'}lang=${language}`)
      const why = await unlikeItsPicture(page, `${name}-${width}-${language}`)
      if (why !== null) unlike.push(why)
    }
    await context.close()
    expect(unlike).toEqual([])
  })
})
