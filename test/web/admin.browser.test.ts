import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { serve, type Server } from '../../src/api/serve.ts'
import { recordFinding } from '../../src/desk/findings/act.ts'
import { define } from '../../src/store/definitions.ts'
import { writeJob, type Job } from '../../src/store/jobs.ts'
import { launchChromium } from '../engines/chromium.ts'
import { EXAMPLE, openSite, signedIn, TENANT, type Site } from './site.ts'

let browser: Browser
let site: Site
let server: Server
let cookie = ''
const LIVE: Job = {
  id: 'live',
  kind: 'figures',
  subject: 'so-lieu.csv',
  actor: 'tra@langson.gov.vn',
  state: 'running',
  asked: '2026-02-01T02:00:00.000Z',
  seen: '',
  ended: '',
  progress: { doing: 'table', done: 40, total: 100 },
  result: null,
}
beforeAll(async () => {
  browser = await launchChromium()
  site = await openSite()
  const office = { name: 'Sở Y tế', kind: 'office', parent: null, area: null, head: null }
  await define(site.store, TENANT, 'organisation', { 'so-y-te': office }, { actor: 'tra@langson.gov.vn' })
  const grants = (['inspector', 'administrator'] as const).map(role => ({ role, organisation: null, area: null }))
  cookie = await signedIn(site.app, site.store, site.auth, LIVE.actor, grants)
  const about = { kind: 'target', id: `${EXAMPLE}/economy-2`, name: 'Cơ cấu GRDP' } as const
  const said = { severity: 'serious', found: 'Không khớp.', demanded: 'Đối chiếu.', due: '2026-01-15' }
  await recordFinding(site.store, TENANT, { ...said, about, organisation: 'so-y-te' }, { actor: LIVE.actor })
  await writeJob(site.store, TENANT, LIVE)
  server = await serve({ app: () => site.app, host: '127.0.0.1', port: 0 })
})
afterAll(async () => {
  expect(site.faults).toEqual([])
  await browser.close()
  await server.close()
  await site.close()
})

async function open(path: string, options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext(options)
  const cookies = cookie.split('; ').map(each => {
    const [name = '', ...value] = each.split('=')
    return { name, value: value.join('='), url: server.address }
  })
  await context.addCookies(cookies)
  const page = await context.newPage()
  const response = await page.goto(server.address + path)
  expect([path, response?.status()]).toEqual([path, 200])
  return page
}

test('a job’s page follows it by script until its end; without script it comes again by itself', async () => {
  const page = await open('/jobs/live', { bypassCSP: true })
  await writeJob(site.store, TENANT, { ...LIVE, progress: { doing: 'table', done: 90, total: 100 } })
  await page.waitForFunction(`document.querySelector('#job progress').value === 90`)
  expect(await page.textContent('#job-said')).toContain('90%')
  const result = { said: 'exported', values: { lines: '12' } }
  await writeJob(site.store, TENANT, { ...LIVE, state: 'done', ended: LIVE.asked, result })
  await page.waitForFunction(`document.body.textContent.includes('Đã xuất 12 dòng')`)
  await page.context().close()
  await writeJob(site.store, TENANT, LIVE)
  const plain = await open('/jobs/live', { javaScriptEnabled: false })
  expect(await plain.locator('meta[http-equiv=refresh]').count()).toBe(1)
  await plain.context().close()
})

test('a finding is recorded and a search answered by hand, by keyboard, with and without script', async () => {
  const page = await open('/findings/new', { javaScriptEnabled: false })
  await page.fill('#finding-id', `${EXAMPLE}/economy-2`)
  await page.selectOption('#finding-organisation', 'so-y-te')
  await page.fill('#finding-found', 'Số liệu thiếu nguồn.')
  await page.fill('#finding-demanded', 'Bổ sung nguồn.')
  await page.click('main button.main')
  expect(page.url()).toMatch(/\/findings\/2026-002/)
  await page.fill('#find', 'ho ngheo')
  await page.press('#find', 'Enter')
  expect(await page.locator('.hits a').count()).toBeGreaterThan(1)
  await page.context().close()
  const keys = await open('/search?q=ho%20ngheo')
  await keys.keyboard.press('/')
  expect(await keys.evaluate<string>('document.activeElement.id')).toBe('asked')
  await keys.keyboard.press('ArrowDown')
  await keys.keyboard.press('ArrowDown')
  expect(await keys.evaluate<boolean>(`document.activeElement === document.querySelectorAll('.hits a')[1]`)).toBe(true)
  await keys.keyboard.press('?')
  await keys.waitForURL('**/help')
  await keys.context().close()
})
