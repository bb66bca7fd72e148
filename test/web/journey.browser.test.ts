import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { serve, type Server } from '../../src/api/serve.ts'
import { invite } from '../../src/desk/accounts/members.ts'
import { readTerritory } from '../../src/exchange/territory.ts'
import { verifyAudit } from '../../src/store/audit.ts'
import { saveTerritory } from '../../src/store/territory.ts'
import { launchChromium } from '../engines/chromium.ts'
import { EXAMPLE, openSite, PASSWORD, TENANT, type Site } from './site.ts'

let browser: Browser
let site: Site
let server: Server
beforeAll(async () => {
  browser = await launchChromium()
  site = await openSite({ public: true })
  const folder = resolve(import.meta.dirname, '../../examples/lang-son-territory')
  const [areas, events] = ['areas.csv', 'reorganisations.csv'].map(name => readFileSync(join(folder, name), 'utf8'))
  const { value } = readTerritory(areas ?? '', events ?? '')
  if (!value) throw new Error('the territory that ships cannot be read')
  await saveTerritory(site.store, TENANT, value, { actor: 'test' })
  server = await serve({ app: () => site.app, host: '127.0.0.1', port: 0 })
})
afterAll(async () => {
  await browser.close()
  await server.close()
  await site.close()
})

const OFFICE = 'so-lao-dong'
const ORGANISATIONS = `id,name,kind,parent,area,head
ubnd,UBND tỉnh,office,,20,
${OFFICE},Sở Nội vụ,office,ubnd,20,dung@langson.gov.vn
`
const ASSIGNMENTS = `indicator,area,organisation,owner,deputy
trained-workers,20,${OFFICE},hoa@langson.gov.vn,nam@langson.gov.vn
`
const SCHEDULES = `id,name,rhythm,indicators,levels,from,to,opens,due,remind,head,planner
nam,Báo cáo năm,year,trained-workers,province,2025-01-01,,0,ngày 20,3,2,4
`
const REPORT = `/reports/nam:2025/${OFFICE}`

/** Somebody at a browser of their own, at this program's pages. */
class Person {
  readonly page: Page
  private constructor(page: Page) {
    this.page = page
  }
  static async at(width = 1440): Promise<Person> {
    const context = await browser.newContext({ viewport: { width, height: width > 600 ? 900 : 844 }, locale: 'vi-VN' })
    return new Person(await context.newPage())
  }
  async goes(path: string): Promise<void> {
    const answer = await this.page.goto(path.startsWith('http') ? path : server.address + path)
    expect([path, answer?.status()]).toEqual([path, 200])
  }
  /** Follows the link of an invitation, makes an account, signs in. */
  async joins(link: string, email: string, name: string): Promise<void> {
    await this.goes(link.replace('http://localhost', server.address))
    if ((await this.page.locator('#email').count()) > 0) await this.page.fill('#email', email)
    await this.page.fill('#name', name)
    await this.page.fill('#password', PASSWORD)
    await this.page.click('main form button[type=submit]')
    await this.page.fill('#email', email)
    await this.page.fill('#password', PASSWORD)
    await this.page.click('main form.fields button[type=submit]')
    expect(await this.page.locator('header .who').textContent()).toContain(name)
  }
  async uploads(path: string, of: string, name: string, table: string): Promise<void> {
    await this.goes(path)
    const form = this.page.locator(`form:has(input[name="of"][value="${of}"])`)
    const folded = form.locator('xpath=ancestor::details[not(@open)]')
    if ((await folded.count()) > 0) await folded.last().locator('summary').first().click()
    await form.locator('input[type=file]').setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(table) })
    await form.locator('button[type=submit]').click()
    expect(await this.page.locator('main .fault').count()).toBe(0)
  }
}

/** What the scoreboard says of the target on trained workers: its latest figure and its status. */
async function standing(person: Person): Promise<{ latest: string; status: string }> {
  await person.goes(`/plans/${EXAMPLE}?on=2026-02-01`)
  const row = person.page.locator('table.score tr', { hasText: 'Tỷ lệ lao động qua đào tạo' })
  const said = async (cell: string) => ((await row.locator(cell).first().textContent()) ?? '').trim()
  return { latest: await said('td.latest'), status: await said('td.state') }
}

test('from an invitation to an approved figure to a changed scoreboard, each person at their own browser', async () => {
  const citizen = await Person.at(390)
  const before = await standing(citizen)
  expect(before.status).toMatch(/chưa có số liệu/i)

  // The one-time link of the first start makes the administrator, who invites everybody else.
  const setup = await invite(
    site.store,
    TENANT,
    { kind: 'setup', email: '', grants: [{ role: 'administrator', organisation: null, area: null }] },
    { actor: 'cotmoc', origin: 'system' },
  )
  if (!('token' in setup)) throw new Error(setup.refused)
  const administrator = await Person.at()
  await administrator.joins(`/link/${setup.token}`, 'an@langson.gov.vn', 'Hoàng Văn An')
  const invited = async (email: string, role: string, organisation = ''): Promise<string> => {
    const { page } = administrator
    await administrator.goes('/members')
    await page.fill('#email', email)
    await page.selectOption('#role-0', role)
    await page.selectOption('#organisation-0', organisation)
    await page.click('form[action$="/members"] button.main')
    return (await page.locator('main code').first().textContent()) ?? ''
  }

  // The planner says who reports what until when.
  const planner = await Person.at()
  await planner.joins(await invited('lan@langson.gov.vn', 'planner'), 'lan@langson.gov.vn', 'Nguyễn Thị Lan')
  await planner.uploads('/organisations', 'organisations', 'co-quan.csv', ORGANISATIONS)
  await planner.uploads('/organisations', 'assignments', 'phan-cong.csv', ASSIGNMENTS)
  await planner.uploads('/rounds', 'schedules', 'lich.csv', SCHEDULES)

  // The reporter, on a phone, finds what is due, enters a figure that makes no sense, is told, corrects it and submits.
  const reporter = await Person.at(390)
  await reporter.joins(await invited('hoa@langson.gov.vn', 'reporter', OFFICE), 'hoa@langson.gov.vn', 'Trần Thị Hoa')
  await reporter.goes('/desk')
  await reporter.page.click(`main a[href*="${REPORT}"]`)
  const field = reporter.page.locator('input[name="v trained-workers 20"]')
  await field.fill('66,25,3')
  await reporter.page.click('button[name=do][value=save]')
  await reporter.page.locator('.finding', { hasText: 'Không phải số' }).waitFor()
  await field.fill('66,2')
  await reporter.page.click('button[name=do][value=submit]')
  await reporter.page.waitForURL('**/*did=submitted')
  expect(await reporter.page.locator('main .told').first().textContent()).toContain('đang chờ duyệt')

  // The head of the office approves, the planner publishes: four eyes.
  const approver = await Person.at()
  await approver.joins(await invited('dung@langson.gov.vn', 'approver', OFFICE), 'dung@langson.gov.vn', 'Lý Tiến Dũng')
  const decides = async (person: Person, verb: string) => {
    await person.goes('/approvals')
    await person.page.locator('form.queue input[type=checkbox]').first().check()
    await person.page.click(`form.queue button[name=do][value=${verb}]`)
    expect(await person.page.locator('main .fault').count()).toBe(0)
  }
  expect((await standing(citizen)).status).toBe(before.status)
  await decides(approver, 'approve')
  expect((await standing(citizen)).status).toBe(before.status)
  await decides(planner, 'publish')

  // The leader and everybody without an account see it at once.
  const leader = await Person.at()
  await leader.joins(await invited('linh@langson.gov.vn', 'leader'), 'linh@langson.gov.vn', 'Vi Thị Linh')
  for (const person of [leader, citizen]) {
    const after = await standing(person)
    expect(after.latest).toContain('66,2')
    expect(after.status).toMatch(/vượt/i)
  }

  // The inspector finds who did it and records what is to be followed up; the office answers; it is closed.
  const inspector = await Person.at()
  await inspector.joins(await invited('tra@langson.gov.vn', 'inspector'), 'tra@langson.gov.vn', 'Nông Văn Trà')
  await inspector.goes('/audit?who=hoa')
  expect(await inspector.page.locator('main table').textContent()).toContain('hoa@langson.gov.vn')
  await inspector.goes(`/findings/new?kind=organisation&id=${OFFICE}`)
  await inspector.page.selectOption('select[name=organisation]', OFFICE)
  await inspector.page.fill('input[name=due]', '2026-03-01')
  await inspector.page.fill('textarea[name=found]', 'Chưa có tài liệu chứng minh cho số liệu năm 2025.')
  await inspector.page.fill('textarea[name=demanded]', 'Đính kèm báo cáo điều tra lao động.')
  await inspector.page.click('main form[action*="/findings"] button[type=submit]')
  const finding = new URL(inspector.page.url()).pathname
  expect(finding).toMatch(/^\/findings\/.{6,}/)
  await reporter.goes(finding)
  await reporter.page.fill('textarea[name=text]', 'Đã đính kèm.')
  await reporter.page.click('button[name=verb]')
  await inspector.goes(finding)
  await inspector.page.fill('textarea[name=text]', 'Đã kiểm tra.')
  await inspector.page.click('button[name=verb][value=close]')
  expect(await inspector.page.locator('main').textContent()).toMatch(/kết thúc/i)

  expect(site.faults).toEqual([])
  expect((await verifyAudit(site.store, TENANT)).findings).toEqual([])
})
