import type { Browser, BrowserContext, BrowserContextOptions } from 'playwright-core'
import { serve, type Server } from '../../src/api/serve.ts'
import { writeJob } from '../../src/store/jobs.ts'
import { publishPlan } from '../../src/store/plans.ts'
import { launchChromium } from '../engines/chromium.ts'
import { COUNTED_PLAN } from './addresses.ts'
import { SCALE } from './pictures.ts'
import { COMMUNES, emailOf, LINES, linesOfCommunes, openReporting, type Person, type Reporting } from './reporting.ts'
import { examplePlan, fileForm, importExample, RESOLUTION, TENANT } from './site.ts'

/** Everything that pages show, served to a browser. */
export interface WholeSite {
  readonly browser: Browser
  readonly site: Reporting
  readonly server: Server
  /** A window of somebody; null: the public. */
  contextOf(person: Person | null, width: number, options?: BrowserContextOptions): Promise<BrowserContext>
  close(): Promise<void>
}

/** The example that ships beside a province whose offices report: a draft, a finding, reports in every state, a job that runs. */
export async function openWholeSite(): Promise<WholeSite> {
  const browser = await launchChromium()
  const site = await openReporting()
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
  const communes = { ...COMMUNES, lines: await linesOfCommunes(site) }
  await site.does('xuan', 'save', communes)
  const sent = await site.does('xuan', 'submit', { ...communes, expected: 1 })
  if ('refused' in sent) throw new Error(sent.refused)
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
