import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { serve, type Server } from '../../src/api/serve.ts'
import { years } from '../../src/measure/period.ts'
import { exactly } from '../../src/measure/bound.ts'
import { dec } from '../../src/measure/decimal.ts'
import { currentPlan, publishPlan } from '../../src/store/plans.ts'
import { launchChromium } from '../engines/chromium.ts'
import { holds, openPage } from './in-browser.ts'
import { communePlan, seedTerritory } from './planner-world.ts'
import { openSite, TENANT, type Site } from './site.ts'

let browser: Browser
let site: Site
let server: Server
const form = (fields: Record<string, string>) => new URLSearchParams(fields)
beforeAll(async () => {
  browser = await launchChromium()
  site = await openSite({ empty: true, now: () => new Date('2026-02-20T09:00:00+07:00') })
  server = await serve({ app: () => site.app, host: '127.0.0.1', port: 0 })
  await seedTerritory(site)
  const measure = {
    id: 'm1',
    name: { vi: 'Số hộ nghèo' },
    place: null,
    indicators: ['ho-ngheo'],
    shape: { kind: 'level', when: years(2025, 2025) },
    bound: exactly(dec('3500')),
    unit: 'hộ',
    base: null,
    partOf: null,
  } as const
  const target = {
    id: 't1',
    scope: 'main',
    group: null,
    number: '1',
    text: 'Còn 3.500 hộ nghèo.',
    place: null,
  } as const
  const yearly = {
    ...measure,
    id: 'm2',
    indicators: ['ho-dan'],
    shape: { kind: 'cumulative', when: years(2021, 2025) },
  } as const
  const plan = { ...communePlan(), map: '2021-01-01', targets: [{ ...target, measures: [measure, yearly] }] }
  await publishPlan(site.store, TENANT, plan, { actor: 'test' })
  const office = { id: 'so-ld', name: 'Sở Lao động', kind: 'office', parent: '', area: '20', head: 'a@ls.vn' }
  await site.post('/organisations', form(office))
  const schedule = {
    id: 'thang',
    of: '',
    name: 'Báo cáo tháng',
    rhythm: 'month',
    indicators: 'ho-ngheo ho-dan',
    levels: 'province',
  }
  const days = { from: '2025-11-01', to: '', opens: '0', due: 'ngày 20', remind: '3', head: '2', planner: '5' }
  await site.post('/rounds/schedules', form({ ...schedule, ...days }))
  const given = { indicator: 'ho-ngheo', area: '20', owner: 'hoa@ls.vn', deputy: 'nam@ls.vn' }
  await site.post('/organisations/so-ld/assignments', form(given))
})
afterAll(async () => {
  expect(site.faults).toEqual([])
  await browser.close()
  await server.close()
  await site.close()
})
const open = (path: string, width: number, options = {}) =>
  openPage({ browser, address: server.address, cookies: site.cookies }, path, width, options)

test('without script: a merge is looked at on both maps and saved', async () => {
  const page = await open('/territory?lang=vi', 390)
  await page.fill('#change-date', '2026-07-01')
  await page.fill('#change-basis', 'Nghị quyết thử')
  await page.fill('#change-from', 'xã Bình Gia\nxã Hoa Thám')
  await page.fill('#change-into', 'xã; Bình Gia Mới; 06099')
  await page.click('form[action*="/territory/change"] button')
  expect(await page.textContent('main')).toContain('Chưa có gì được lưu')
  await page.click('button[value=save]')
  expect(new URL(page.url()).pathname).toBe('/territory')
  expect(await page.textContent('.timeline')).toContain('65 → 64')
  await page.context().close()
})

test('shares are typed as in a spreadsheet: keys, a block from Excel, undo, sums that follow, and a page that is not left by a slip', async () => {
  const page = await open('/plans/dan-so/allocations/m2?to=table&map=2021-01-01&lang=vi', 1440, {
    javaScriptEnabled: true,
  })
  const at = (key: string) => page.inputValue(`input[name="low.${key}"]`)
  const gaps = () => page.textContent('#gaps')
  await page.click('input[name="low.@2021"]')
  await page.keyboard.type('1000,5')
  await page.keyboard.press('ArrowRight')
  expect(await at('@2021')).toBe('1.000,5')
  await holds(page, `document.querySelector('#gaps').textContent.includes('còn thiếu 2.499,5 hộ so với mức')`)
  await page.keyboard.press('Escape')
  await page.keyboard.press('ArrowDown')
  await page.evaluate(`document.activeElement.dispatchEvent(new ClipboardEvent('paste', {
    bubbles: true, cancelable: true,
    clipboardData: (() => { const data = new DataTransfer(); data.setData('text/plain', '10\\t20,5\\n30\\tnhiều'); return data })(),
  }))`)
  const rows = await page.evaluate<string[]>(
    `[...document.querySelectorAll('#shares tbody tr')].slice(1, 3).flatMap(row => [...row.querySelectorAll('input')].slice(2, 4).map(field => field.value))`,
  )
  expect(rows).toEqual(['10', '20,5', '30', 'nhiều'])
  expect(await page.locator('#shares [aria-invalid]').count()).toBe(1)
  await holds(page, `document.querySelector('#gaps').textContent.includes('Năm 2022: các địa bàn cộng lại 40 hộ')`)
  await page.keyboard.press('Control+z')
  await holds(page, `!document.querySelector('#gaps').textContent.includes('Năm 2022')`)
  expect(await gaps()).not.toContain('Năm 2023')
  const asked = page.waitForEvent('dialog')
  const left = page.goto(`${server.address}/plans/dan-so/allocations`).catch(() => null)
  const dialog = await asked
  expect(dialog.type()).toBe('beforeunload')
  await dialog.dismiss()
  await left
  expect(await at('@2021')).toBe('1.000,5')
  await page.click('button[value=save]')
  await page.waitForSelector('.told [role=status]')
  expect(await at('@2021')).toBe('1.000,5')
  await page.click('button[value=back]')
  await page.waitForSelector('.told [role=status]')
  expect(await at('@2021')).toBe('')
  await page.context().close()
})

test('without script: shares are made equally, saved, and stand in the plan', async () => {
  const page = await open('/plans/dan-so/allocations/m1?to=areas&lang=vi', 390)
  await page.selectOption('#share-by', '')
  await page.click('button[value=share-areas]')
  expect(await page.textContent('#gaps')).toContain('khớp mức 3.500 hộ')
  await page.click('button[value=save]')
  expect(await page.textContent('[role=status]')).toContain('Đã công bố phiên bản mới')
  const plan = (await currentPlan(site.store, TENANT, 'dan-so'))?.plan
  expect(plan?.targets[0]?.measures[0]?.allocations).toHaveLength(11)
  await page.context().close()
})
