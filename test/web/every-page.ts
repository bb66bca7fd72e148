import type { BrowserContext } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { LANGUAGES, seriousFaults } from './in-browser.ts'
import { unlikeItsPicture } from './pictures.ts'
import type { Person } from './reporting.ts'
import { stopsOf } from './tour.ts'
import { openWholeSite, type WholeSite } from './whole-site.ts'

/** Pictures are kept of the wide page in both languages, and of the phone in the first. */
const pictured = (width: number, language: string) => width > 600 || language === 'vi'

/** Visits every page at a width, once in each language. */
export function everyPage(width: number): void {
  let whole: WholeSite
  beforeAll(async () => {
    whole = await openWholeSite()
  })
  afterAll(() => whole.close())

  test.each(LANGUAGES)(
    'every page looks as its picture does; nothing serious for axe with every form open, nothing sideways, nothing from elsewhere (%s)',
    async language => {
      const found: string[] = []
      const contexts = new Map<Person | null, BrowserContext>()
      for (const { name, path, as, still } of await stopsOf(whole.site)) {
        const context = contexts.get(as) ?? (await whole.contextOf(as, width))
        contexts.set(as, context)
        const page = await context.newPage()
        const foreign: string[] = []
        page.on('request', request => {
          if (!request.url().startsWith('data:') && !request.url().startsWith(`${whole.server.address}/`))
            foreign.push(request.url())
        })
        await page.goto(`${whole.server.address}${path}${path.includes('?') ? '&' : '?'}lang=${language}`)
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
}
