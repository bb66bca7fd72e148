import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { serve, type Server } from '../../src/api/serve.ts'
import { act } from '../../src/desk/reports/act.ts'
import type { ReportLine } from '../../src/desk/reports/report.ts'
import { saveAssignments, saveOrganisations, saveSchedules, setupOf } from '../../src/desk/setup.ts'
import { reportHistory } from '../../src/store/reports.ts'
import { mapOn, within } from '../../src/territory/map.ts'
import { launchChromium } from '../engines/chromium.ts'
import { FOR_AXE, LANGUAGES, openPage, seriousFaults, WIDTHS } from './in-browser.ts'
import { openReporting, type Reporting } from './reporting.ts'
import { signedIn, TENANT } from './site.ts'

let browser: Browser
let site: Reporting
let server: Server
let boss = ''
const CODES = ['forest', 'cattle', 'clean-water'] as const
const round = (code: string) => `${code}:2026-03`
let communes: readonly string[] = []

/** Every commune an office of its own, with three reports of one figure each: some jump, some are withheld, most are calm. */
beforeAll(async () => {
  browser = await launchChromium()
  site = await openReporting()
  const { store } = site
  const setup = await setupOf(store, TENANT)
  const map = mapOn(setup.territory, '2026-03-31')
  communes = within(map, '20', 'commune')
  const office = (area: string) => ({
    id: `ubnd-${area}`,
    name: `UBND ${map.areas.get(area)?.name ?? area}`,
    kind: 'office' as const,
    parent: 'ubnd',
    area,
    head: null,
  })
  const by = { actor: 'test' }
  await saveOrganisations(store, TENANT, [...setup.organisations.values(), ...communes.map(office)], by)
  const figures = CODES.flatMap(indicator =>
    communes.map(area => ({
      indicator,
      area,
      organisation: `ubnd-${area}`,
      owner: 'xuan@langson.gov.vn',
      deputy: null,
    })),
  )
  await saveAssignments(store, TENANT, figures, by)
  const [like] = setup.schedules.filter(each => each.id === 'xa')
  if (!like) throw new Error('no schedule')
  await saveSchedules(
    store,
    TENANT,
    CODES.map(code => ({ ...like, id: code, name: `Báo cáo ${code}`, indicators: [code] })),
    by,
  )
  for (const code of CODES)
    for (const [i, area] of communes.entries()) {
      const before =
        code === 'forest' ? ((i * 37) % 90) + 0.5 : code === 'cattle' ? 900 + ((i * 131) % 1400) : 70 + ((i * 7) % 29)
      const jumps = i % 13 === 0 && code === 'cattle'
      const value = (before * (jumps ? 1.6 : 1.01)).toFixed(code === 'cattle' ? 0 : 1)
      const hidden = i % 20 === 7
      const line: ReportLine = {
        indicator: code,
        area,
        breakdown: {},
        method: '',
        value: hidden ? null : value,
        absent: hidden ? 'withheld' : null,
        status: 'provisional',
        note: jumps ? 'đã kiểm tra lại' : '',
      }
      const organisation = `ubnd-${area}`
      const who = {
        member: { user: 'xuan', grants: [{ role: 'reporter' as const, organisation, area: null }] },
        by: { actor: 'xuan@langson.gov.vn', origin: 'api' as const },
      }
      const given = { round: round(code), organisation, expected: 0 }
      const saved = await act({ store, tenant: TENANT }, who, 'save', { ...given, lines: [line] })
      if ('refused' in saved) throw new Error(JSON.stringify(saved))
      const sent = await act({ store, tenant: TENANT }, who, 'submit', { ...given, expected: saved.report.version })
      if ('refused' in sent) throw new Error(JSON.stringify(sent))
    }
  boss = await signedIn(site.app, store, site.auth, 'vuong@langson.gov.vn', [
    { role: 'approver', organisation: null, area: null },
  ])
  server = await serve({ app: () => site.app, host: '127.0.0.1', port: 0 })
}, 240_000)
afterAll(async () => {
  await browser.close()
  await server.close()
  expect(site.faults).toEqual([])
  await site.close()
})

const cookies = () =>
  boss.split('; ').map(each => {
    const [name = '', ...value] = each.split('=')
    return { name, value: value.join('=') }
  })
const at = (path: string, width: number, options = {}): Promise<Page> =>
  openPage({ browser, address: server.address, cookies: cookies() }, path, width, options)
const stateOf = async (code: string, area: string) =>
  (await reportHistory(site.store.db, TENANT, round(code), `ubnd-${area}`)).last?.state
const names = (page: Page) => page.locator('.waiting h3 label').allTextContents()

test('the oddest stand first, with what is odd in one line; the decision stays in view', async () => {
  const page = await at('/approvals?order=odd&lang=vi', 390)
  expect(await page.locator('.waiting').count()).toBe(195)
  const [first = ''] = await page.locator('.waiting summary').allTextContents()
  expect(first).toMatch(/Đàn trâu, bò .* → .* con \+60,\d%/)
  const odd = await page.locator('.waiting .facts').nth(0).textContent()
  expect(odd).toMatch(/1 cảnh báo/)
  const box = await page.locator('.deciding').first().boundingBox()
  expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(844)
  expect(box?.height ?? 999).toBeLessThan(200)
  await page.context().close()
})

test('by keyboard: down the queue, chosen on the way, returned with a reason; what was refused keeps what was chosen', async () => {
  const page = await at('/approvals?order=odd&lang=vi', 1440, { javaScriptEnabled: true })
  const [, second = ''] = await names(page)
  await page.keyboard.press('j')
  await page.keyboard.press('j')
  await page.keyboard.press(' ')
  await page.keyboard.press('Enter')
  expect(await page.locator('.waiting').nth(1).locator('details').getAttribute('open')).not.toBeNull()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press(' ')
  await expect.poll(() => page.locator('.of-chosen').textContent()).toBe('Đã chọn 2 báo cáo:')
  await page.keyboard.press('k')
  await page.keyboard.press('r')
  await page.locator('.deciding button[value=return]').click()
  await page.waitForSelector('.fault')
  expect(await page.locator('.fault').textContent()).toMatch(/Trả lại thì phải ghi lý do/)
  expect(await page.locator('.waiting input:checked').count()).toBe(2)
  await page.locator('.deciding [name=reason]').fill('Kiểm tra lại tổng đàn')
  await page.locator('.deciding button[value=return]').click()
  await page.waitForURL(/did=return/)
  const told = (await page.locator('.told').textContent()) ?? ''
  expect(told).toMatch(/Đã trả lại 2 báo cáo\..*khi họ gửi lại/)
  expect(told).toContain(second)
  await page.context().close()
})

test('without script: one approved alone, the calm ones chosen by a link and approved at once, with what can be done after', async () => {
  const page = await at('/approvals?lang=vi', 1440)
  const calm = page.locator('.queue-orders a').nth(2)
  const count = Number(/\d+/.exec((await calm.textContent()) ?? '')?.[0])
  expect(count).toBeGreaterThan(150)
  await page.locator('.waiting input').first().check()
  await page.locator('.waiting button[name=only]').nth(1).click()
  await page.waitForURL(/did=approve&count=1/)
  // What was chosen elsewhere was not decided along with it.
  expect(await page.locator('.waiting').count()).toBe(195 - 2 - 1)
  await page.locator('.queue-orders a').nth(2).click()
  await page.locator('.deciding button.main').click()
  await page.waitForURL(/did=approve/, { timeout: 60_000 })
  const told = (await page.locator('.told').textContent()) ?? ''
  expect(told).toMatch(/Đã duyệt \d{3} báo cáo\. Duyệt nhầm thì mở báo cáo và trả lại, có lý do/)
  const [link] = await page.locator('.told a').all()
  await link?.click()
  await page.waitForURL(/\/reports\//)
  expect(await page.locator('.decide button[value=return]').count()).toBe(1)
  expect(await stateOf('cattle', communes[0] ?? '')).toMatch(/submitted|returned/)
  await page.context().close()
}, 120_000)

test('what is left has nothing serious for axe and nothing that reaches over its side', async () => {
  for (const width of WIDTHS)
    for (const language of LANGUAGES) {
      const page = await at(`/approvals?order=odd&lang=${language}`, width, FOR_AXE)
      expect([width, language, await seriousFaults(page)]).toEqual([width, language, []])
      await page.context().close()
    }
}, 120_000)
