import type { Browser, BrowserContext, BrowserContextOptions } from 'playwright-core'
import { serve, type Server } from '../../src/api/serve.ts'
import { launchChromium } from '../engines/chromium.ts'
import { SCALE } from './pictures.ts'
import type { Person, Reporting } from './reporting.ts'
import { openWholeProvince } from './whole-province.ts'

/** Everything that pages show (whole-province.ts), served to a browser. */
export interface WholeSite {
  readonly browser: Browser
  readonly site: Reporting
  readonly server: Server
  /** A window of somebody; null: the public. */
  contextOf(person: Person | null, width: number, options?: BrowserContextOptions): Promise<BrowserContext>
  close(): Promise<void>
}

export async function openWholeSite(): Promise<WholeSite> {
  const browser = await launchChromium()
  const site = await openWholeProvince()
  const server = await serve({ app: () => site.app, host: '127.0.0.1', port: 0 })
  return {
    browser,
    site,
    server,
    contextOf: async (person, width, options = {}) => {
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
    },
    close: async () => {
      await browser.close()
      await server.close()
      await site.close()
    },
  }
}
