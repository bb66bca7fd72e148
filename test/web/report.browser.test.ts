import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { serve, type Server } from '../../src/api/serve.ts'
import { reportHistory } from '../../src/store/reports.ts'
import { reportOf } from '../../src/desk/reports/report.ts'
import { findChromium } from '../../boot/find-engines.mjs'
import { launchChromium } from '../engines/chromium.ts'
import { COMMUNES, LINES, OFFICE, openReporting, pathOf, WIDE, type Person, type Reporting } from './reporting.ts'
import { TENANT } from './site.ts'

let browser: Browser
let site: Reporting
let server: Server
const contexts: BrowserContext[] = []
/** Servers that were taken away. */
const ended: Promise<void>[] = []
beforeAll(async () => {
  browser = await launchChromium()
  site = await openReporting()
  server = await serve({ app: () => site.app, host: '127.0.0.1', port: 0 })
})
afterEach(async () => {
  for (const context of contexts.splice(0)) await context.close()
})
afterAll(async () => {
  await browser.close()
  await Promise.all([server.close(), ...ended])
  expect(site.faults).toEqual([])
  await site.close()
})

const MODIFIER = 'Control'
/** How much the service worker keeps, and how many changes wait in the browser. */
const KEPT = `caches.keys().then(names => Promise.all(names.map(name => caches.open(name).then(cache => cache.keys()))))
  .then(all => all.flat().length)`
const EDITS = `new Promise(done => {
  indexedDB.open('cotmoc').onsuccess = ({ target }) =>
    (target.result.transaction('edits').objectStore('edits').count().onsuccess = event => done(event.target.result))
})`

/** What the browser keeps of a figure, as it was typed. */
const kept = (page: Page, code: string, area = '20') =>
  page.evaluate<string | null>(`new Promise(done => {
    indexedDB.open('cotmoc').onsuccess = ({ target }) =>
      (target.result.transaction('edits').objectStore('edits').getAll().onsuccess = event =>
        done(event.target.result.find(each => each.key === '${code} ${area}')?.text ?? null))
  })`)

/** A browser of somebody's own, signed in; errors of the page's scripts fail the test. */
async function as(person: Person, width = 1440): Promise<BrowserContext> {
  const context = await browser.newContext({ viewport: { width, height: width > 600 ? 900 : 844 } })
  contexts.push(context)
  await context.addCookies(cookies(person))
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: server.address })
  return context
}

const cookies = (person: Person) =>
  (site.cookieOf.get(person) ?? '').split('; ').map(each => {
    const [name = '', ...value] = each.split('=')
    return { name, value: value.join('='), url: server.address }
  })

async function open(context: BrowserContext, path: string): Promise<Page> {
  const page = await context.newPage()
  page.on('pageerror', error => {
    throw error
  })
  await page.goto(server.address + path)
  return page
}

const controlled = (page: Page) =>
  expect
    .poll(() => page.evaluate<boolean>('navigator.serviceWorker.controller !== null'), { timeout: 60_000 })
    .toBe(true)

const stored = async ({ round, organisation }: typeof OFFICE) => {
  const { last } = await reportHistory(site.store.db, TENANT, round, organisation)
  return last ? reportOf(last) : null
}
const values = async (of: typeof OFFICE) =>
  Object.fromEntries((await stored(of))?.lines.map(line => [line.indicator, line.value ?? line.absent]) ?? [])
const field = (page: Page, code: string, area = '20') => page.locator(`input[name="v ${code} ${area}"]`)
const said = (page: Page) => page.locator('#kept').textContent()
const saved = (page: Page) => expect.poll(() => said(page), { timeout: 60_000 }).toMatch(/Đã lưu bản nháp/)

describe('a spreadsheet', () => {
  test('arrows, Enter, type-over, F2, Escape, undo and redo; what is typed is kept, sent and shown in its notation', async () => {
    const page = await open(await as('hoa'), pathOf(OFFICE))
    await field(page, 'poor').click()
    await page.keyboard.type('3,4')
    await page.keyboard.press('Enter')
    await page.keyboard.type('1200')
    await page.keyboard.press('ArrowDown')
    expect(await field(page, 'jobs').inputValue()).toBe('1.200')
    await page.keyboard.type('61,8')
    await page.keyboard.press('Enter')
    await page.keyboard.type('15')
    await page.keyboard.press('Enter')
    await page.keyboard.press('ArrowUp')
    await page.keyboard.type('99')
    await page.keyboard.press('Escape')
    expect(await field(page, 'trained').inputValue()).toBe('61,8')
    await page.keyboard.press('F2')
    await page.keyboard.press('Backspace')
    await page.keyboard.type('9')
    await page.keyboard.press('Enter')
    expect(await field(page, 'trained').inputValue()).toBe('61,9')
    await page.keyboard.press(`${MODIFIER}+z`)
    expect(await field(page, 'trained').inputValue()).toBe('61,8')
    await page.keyboard.press(`${MODIFIER}+y`)
    expect(await field(page, 'trained').inputValue()).toBe('61,9')
    await saved(page)
    expect(await values(OFFICE)).toEqual({ poor: '3.4', jobs: '1200', trained: '61.9', budget: '15' })
  })

  test('rules speak as one types, and a remark quiets the one that asks for it', async () => {
    const page = await open(await as('hoa'), pathOf(OFFICE))
    await field(page, 'jobs').click()
    await page.keyboard.type('1600')
    const finding = page.locator('[data-finding="jobs 20"]')
    await expect.poll(() => finding.textContent()).toMatch(/Thay đổi 1\.180 → 1\.600 vượt mức ± 20%.*Hãy sửa/)
    await page.fill('input[name="n jobs 20"]', 'có nhà máy mới')
    await expect.poll(() => finding.textContent()).not.toMatch(/Hãy sửa/)
    await field(page, 'poor').click()
    await page.keyboard.type('nhiều')
    await expect.poll(() => page.locator('[data-finding="poor 20"]').textContent()).toMatch(/Không phải số/)
    await page.keyboard.press('Enter')
    await expect.poll(() => said(page), { timeout: 60_000 }).toMatch(/1 ô chưa đọc được/)
    expect(await values(OFFICE)).toMatchObject({ poor: '3.4', jobs: '1600' })
    await field(page, 'poor').fill('3,4')
    await field(page, 'jobs').fill('1.200')
    await field(page, 'jobs').press('Enter')
    await saved(page)
  })

  test('a block from Excel is pasted over many cells, copied, filled down, and undone as one step', async () => {
    const page = await open(await as('xuan'), pathOf(COMMUNES))
    const cells = page.locator('#figures tbody input')
    await cells.nth(0).click()
    await page.evaluate(
      `navigator.clipboard.writeText(${JSON.stringify('12,5\t1.050\t88,5\r\n13\t"1.100"\t-\r\n…\t1.234\t90\r\n')})`,
    )
    await page.keyboard.press(`${MODIFIER}+v`)
    const shown = async (count: number) =>
      Promise.all(Array.from({ length: count }, (_, i) => cells.nth(i).inputValue()))
    await expect.poll(() => shown(9)).toEqual(['12,5', '1.050', '88,5', '13', '1.100', '-', '…', '1.234', '90'])
    // What was pasted is chosen, as spreadsheets do; an arrow leads out of it.
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('Shift+ArrowRight')
    await page.keyboard.press('Shift+ArrowDown')
    await page.keyboard.press(`${MODIFIER}+c`)
    expect(await page.evaluate<string>('navigator.clipboard.readText()')).toBe('12,5\t1.050\n13\t1.100')
    await page.keyboard.press('Shift+ArrowDown')
    await page.keyboard.press(`${MODIFIER}+d`)
    await expect.poll(() => shown(9)).toEqual(['12,5', '1.050', '88,5', '12,5', '1.050', '-', '12,5', '1.050', '90'])
    await page.keyboard.press(`${MODIFIER}+z`)
    await expect.poll(() => shown(9)).toEqual(['12,5', '1.050', '88,5', '13', '1.100', '-', '…', '1.234', '90'])
    await expect.poll(() => page.locator('[data-sum=cattle]').textContent()).toBe('3.384 (mới 3/65 số)')
    await saved(page)
    expect((await stored(COMMUNES))?.lines).toHaveLength(9)
  })

  test('the corner of what is chosen is dragged down and right and copies, as one step; a double press follows the column beside', async () => {
    const page = await open(await as('xuan'), pathOf(COMMUNES))
    const cells = page.locator('#figures tbody input')
    const shown = async (...which: number[]) => Promise.all(which.map(i => cells.nth(i).inputValue()))
    const drag = async (to: number) => {
      await page.locator('.fill').hover()
      await page.mouse.down()
      const box = await cells.nth(to).boundingBox()
      await page.mouse.move((box?.x ?? 0) + 20, (box?.y ?? 0) + 5, { steps: 4 })
      await page.mouse.up()
    }
    await cells.nth(30).click()
    await page.keyboard.type('2,5')
    await page.keyboard.press('Enter')
    await page.keyboard.type('3')
    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('Shift+ArrowDown')
    await drag(42)
    // Row by row the same two again, never the next of a series.
    await expect.poll(() => shown(30, 33, 36, 39, 42, 45)).toEqual(['2,5', '3', '2,5', '3', '2,5', ''])
    await page.keyboard.press(`${MODIFIER}+z`)
    await expect.poll(() => shown(30, 33, 36, 39, 42)).toEqual(['2,5', '3', '', '', ''])
    await page.keyboard.press(`${MODIFIER}+y`)
    await cells.nth(31).click()
    await page.keyboard.type('70')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowUp')
    await page.locator('.fill').dblclick()
    await expect.poll(() => shown(31, 34, 37, 40, 43, 46)).toEqual(['70', '70', '70', '70', '70', ''])
    // A rule speaks of what was copied as of what was typed.
    await expect.poll(() => page.locator('td.warned').count()).toBeGreaterThanOrEqual(5)
    await drag(32)
    await expect.poll(() => shown(30, 31, 32, 35)).toEqual(['2,5', '70', '70', '70'])
    await page.keyboard.press(`${MODIFIER}+z`)
    await page.keyboard.press(`${MODIFIER}+z`)
    await expect.poll(() => shown(31, 32, 34)).toEqual(['70', '', ''])
    for (const at of [30, 31, 33, 36, 39, 42]) await cells.nth(at).fill('')
    await saved(page)
  })

  test('what is chosen is walked through, filled by Ctrl+Enter, led out of to the end of what is filled; a block too large is told', async () => {
    const page = await open(await as('xuan'), pathOf(COMMUNES))
    const cells = page.locator('#figures tbody input')
    const shown = async (...which: number[]) => Promise.all(which.map(i => cells.nth(i).inputValue()))
    const active = () => page.evaluate<string>('document.activeElement.name')
    const name = async (i: number) => (await cells.nth(i).getAttribute('name')) ?? ''
    await cells.nth(60).click()
    await page.keyboard.press('Shift+ArrowRight')
    await page.keyboard.press('Shift+ArrowDown')
    for (const text of ['1', '2', '3', '4']) {
      await page.keyboard.type(text)
      await page.keyboard.press('Tab')
    }
    await expect.poll(() => shown(60, 61, 63, 64)).toEqual(['1', '2', '3', '4'])
    expect(await active()).toBe(await name(60))
    await page.keyboard.type('9')
    await page.keyboard.press(`${MODIFIER}+Enter`)
    await expect.poll(() => shown(60, 61, 63, 64)).toEqual(['9', '9', '9', '9'])
    await page.keyboard.press(`${MODIFIER}+z`)
    await expect.poll(() => shown(60, 61, 63, 64)).toEqual(['1', '2', '3', '4'])
    await cells.nth(60).click()
    await page.keyboard.press(`${MODIFIER}+ArrowDown`)
    expect(await active()).toBe(await name(63))
    await page.keyboard.press('Shift+ ')
    await page.keyboard.press('Delete')
    await expect.poll(() => shown(60, 61, 63, 64)).toEqual(['1', '2', '', ''])
    await cells.nth(193).click()
    await page.evaluate(`navigator.clipboard.writeText('1\\t2\\t3\\n4\\t5\\t6')`)
    await page.keyboard.press(`${MODIFIER}+v`)
    const told = page.locator('p.fault')
    await expect.poll(() => told.textContent()).toMatch(/^4 ô .*ngoài bảng/)
    await expect.poll(() => shown(193, 194)).toEqual(['1', '2'])
    await page.keyboard.press(`${MODIFIER}+z`)
    expect(await told.isHidden()).toBe(true)
    for (const at of [60, 61]) await cells.nth(at).fill('')
    await saved(page)
  })

  test('a field that is scrolled out of view keeps the focus, and what is typed is its', async () => {
    const page = await open(await as('tke'), pathOf(WIDE))
    const sheet = page.locator('.sheet')
    await sheet.locator('input').nth(1).click()
    await page.keyboard.type('55')
    await page.evaluate(`document.querySelector('.sheet').scrollTo(0, 3000)`)
    await page.waitForTimeout(200)
    await page.keyboard.type('66')
    await page.keyboard.press('Enter')
    await expect.poll(() => page.evaluate<number>(`document.querySelector('.sheet').scrollTop`)).toBeLessThan(100)
    await saved(page)
    const values = async () => (await stored(WIDE))?.lines.map(line => line.value) ?? []
    expect(await values()).toContain('5566')
    await page.keyboard.press(`${MODIFIER}+z`)
    // It says that it is saved from the step before on: what is saved is asked.
    await expect.poll(values, { timeout: 60_000 }).not.toContain('5566')
  })

  test('a table of 200 communes and 60 indicators: every cell is reached, few are there at once', async () => {
    const page = await open(await as('tke'), pathOf(WIDE))
    await page.locator('.sheet input').first().click()
    await page.keyboard.type('7')
    await page.keyboard.press('Enter')
    await page.keyboard.press(`${MODIFIER}+End`)
    await page.keyboard.type('1234')
    await page.keyboard.press('Tab')
    expect(await page.locator('.sheet input').count()).toBeLessThan(1000)
    await saved(page)
    const lines = (await stored(WIDE))?.lines ?? []
    expect(lines.map(line => [line.indicator, line.value])).toEqual([
      ['w01', '7'],
      ['w60', '1234'],
    ])
  })

  test('on a phone it is a list with fields for decimals, large enough to press', async () => {
    const page = await open(await as('hoa', 390), pathOf(OFFICE))
    expect(await field(page, 'poor').getAttribute('inputmode')).toBe('decimal')
    const box = await field(page, 'poor').boundingBox()
    expect(box?.height ?? 0).toBeGreaterThanOrEqual(40)
    expect(await page.evaluate<boolean>('document.documentElement.scrollWidth <= innerWidth')).toBe(true)
  })
})

/** Watches frames and long tasks of a page from now on. */
const WATCH = `(() => {
  const watch = (window.watch = { frames: [], tasks: [] })
  let last = performance.now()
  const frame = now => { watch.frames.push(now - last); last = now; requestAnimationFrame(frame) }
  requestAnimationFrame(frame)
  new PerformanceObserver(list => watch.tasks.push(...list.getEntries().map(each => each.duration))).observe({ type: 'longtask' })
})()`

test('typing into 200 × 60 figures against the same table of plain fields: frames and long tasks, printed', async () => {
  const CELLS = 20
  const type = async (page: Page) => {
    await page.waitForTimeout(1500)
    await page.evaluate(WATCH)
    const begun = performance.now()
    for (let i = 0; i < CELLS; i += 1) {
      await page.keyboard.type(String(1000 + i))
      await page.keyboard.press('Tab')
    }
    const ms = (performance.now() - begun) / (CELLS * 5)
    const { frames, tasks } = await page.evaluate<{ frames: number[]; tasks: number[] }>('watch')
    const sorted = frames.toSorted((a, b) => a - b)
    const at = (q: number) => Math.round(sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))] ?? 0)
    return {
      msPerKey: Math.round(ms),
      p50: at(0.5),
      p99: at(0.99),
      longTasks: tasks.length,
      longest: Math.round(Math.max(0, ...tasks)),
    }
  }
  const sheet = await open(await as('tke'), pathOf(WIDE))
  await sheet.locator('.sheet input').nth(1).click()
  const ours = await type(sheet)
  await sheet.close()
  const plain = await (await as('tke')).newPage()
  const row = `<tr><th>Xã</th>${'<td><input></td>'.repeat(60)}</tr>`
  await plain.setContent(
    `<style>table{table-layout:fixed;width:9600px}input{width:100%}</style><table>${row.repeat(194)}</table>`,
  )
  await plain.locator('input').nth(1).click()
  const theirs = await type(plain)
  process.stdout.write(`grid 194 × 60: ${JSON.stringify(ours)}; plain fields: ${JSON.stringify(theirs)}\n`)
  expect(ours.longTasks).toBeLessThan(CELLS * 5)
})

/** The browser is told that it has no line, and the server is away: a worker that starts anew was told nothing. */
async function cut(context: BrowserContext): Promise<void> {
  await context.setOffline(true)
  // It takes no connection from here on; those that are open need not be waited for.
  ended.push(server.close())
}

async function mend(context: BrowserContext): Promise<void> {
  server = await serve({ app: () => site.app, host: '127.0.0.1', port: server.port })
  await context.setOffline(false)
}

describe('without a line', () => {
  test('the form opens, takes figures, survives a closed tab, and is sent when the line is back', async () => {
    const before = (await values(OFFICE))['budget']
    const context = await as('nam')
    const first = await open(context, pathOf(OFFICE))
    await controlled(first)
    await expect.poll(() => first.evaluate<number>(KEPT), { timeout: 60_000 }).toBeGreaterThan(3)
    await cut(context)
    await first.close()

    const second = await open(context, pathOf(OFFICE))
    await expect.poll(() => said(second)).toMatch(/Trang này mở từ bản giữ trên máy/)
    await field(second, 'budget').click()
    await second.keyboard.type('16,25')
    await second.keyboard.press('Enter')
    await expect
      .poll(() => said(second), { timeout: 60_000 })
      .toMatch(/thay đổi đã giữ trên máy này|Đã giữ trên máy này/)
    await expect.poll(() => kept(second, 'budget')).toBe('16,25')
    await second.close({ runBeforeUnload: false })
    expect((await values(OFFICE))['budget']).toBe(before)

    const third = await open(context, pathOf(OFFICE))
    await expect.poll(() => field(third, 'budget').inputValue()).toBe('16,25')
    await mend(context)
    await saved(third)
    expect(await values(OFFICE)).toMatchObject({ budget: '16.25' })
  })

  test('what was typed a second before the battery dies is there when the browser starts again', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'cotmoc-battery-'))
    const executablePath = findChromium() ?? ''
    const start = async (): Promise<{ context: BrowserContext; pid: number }> => {
      const args = ['--disable-gpu', '--disable-dev-shm-usage', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])]
      const context = await chromium.launchPersistentContext(folder, { executablePath, args })
      await context.addCookies(cookies('xuan'))
      const devtools = await context.browser()?.newBrowserCDPSession()
      const told = await devtools?.send('SystemInfo.getProcessInfo')
      return { context, pid: told?.processInfo.find(each => each.type === 'browser')?.id ?? 0 }
    }
    const first = await start()
    expect(first.pid).toBeGreaterThan(1)
    const page = await open(first.context, pathOf(COMMUNES))
    // Nothing reaches the server: what is kept is kept here.
    await first.context.route('**/api/desk/reports/**', route => route.abort('connectionreset'))
    const typed = ['11,5', '12,5', '13,5']
    await page.locator('#figures tbody input').nth(90).click()
    for (const text of typed) {
      await page.keyboard.type(text)
      await page.keyboard.press('ArrowDown')
    }
    await page.waitForTimeout(1000)
    process.kill(first.pid, 'SIGKILL')
    await first.context.close().catch(() => undefined)

    const second = await start()
    await second.context.route('**/api/desk/reports/**', route => route.abort('connectionreset'))
    const again = await open(second.context, pathOf(COMMUNES))
    const fields = again.locator('#figures tbody input')
    for (const [i, text] of typed.entries())
      await expect.poll(() => fields.nth(90 + 3 * i).inputValue(), { timeout: 20_000 }).toBe(text)
    await second.context.close()
    await rm(folder, { recursive: true, force: true })
  })

  test('a save whose answer is cut off is not lost and not done twice', async () => {
    const context = await as('hoa')
    const page = await open(context, pathOf(OFFICE))
    const before = (await stored(OFFICE))?.version ?? 0
    let cut = 0
    await context.route('**/api/desk/reports/**/save', async route => {
      cut += 1
      if (cut > 1) return route.continue()
      // The server takes it; the answer never arrives.
      await route.fetch()
      return route.abort('connectionreset')
    })
    await field(page, 'budget').click()
    await page.keyboard.type('17')
    await page.keyboard.press('Enter')
    await saved(page)
    expect(await values(OFFICE)).toMatchObject({ budget: '17' })
    expect((await stored(OFFICE))?.version).toBe(before + 1)
  })

  test('what somebody else changed meanwhile stands beside mine; I choose figure by figure', async () => {
    const page = await open(await as('hoa'), pathOf(OFFICE))
    const at = (await stored(OFFICE))?.version ?? 0
    const theirs = LINES.map(line =>
      line.indicator === 'poor'
        ? { ...line, value: '3.1' }
        : line.indicator === 'jobs'
          ? { ...line, value: '1190' }
          : line.indicator === 'budget'
            ? { ...line, value: '17' }
            : { ...line, value: '61.9' },
    )
    expect(await site.does('nam', 'save', { expected: at, lines: theirs })).toHaveProperty('report')
    await field(page, 'poor').click()
    await page.keyboard.type('3,2')
    await page.keyboard.press('Enter')
    const panel = page.locator('.sides-by')
    await expect.poll(() => panel.textContent(), { timeout: 60_000 }).toMatch(/nam@langson\.gov\.vn.*3,2.*3,1/)
    // What only they changed is shown as theirs; what both changed stands as theirs until it is chosen.
    await expect.poll(() => field(page, 'jobs').inputValue()).toBe('1.190')
    expect(await values(OFFICE)).toMatchObject({ poor: '3.1', jobs: '1190' })
    await panel.locator('input[value=mine]').check()
    await panel.getByRole('button', { name: 'Dùng các số đã chọn' }).click()
    await saved(page)
    expect(await values(OFFICE)).toMatchObject({ poor: '3.2', jobs: '1190' })
  })

  test('a submission is kept, survives a closed tab, and is made when the line is back', async () => {
    const context = await as('nam')
    const first = await open(context, pathOf(OFFICE))
    await controlled(first)
    await expect.poll(() => first.evaluate<number>(KEPT), { timeout: 60_000 }).toBeGreaterThan(3)
    await cut(context)
    await field(first, 'budget').click()
    await first.keyboard.type('17,5')
    await first.locator('form#report button[value=submit]').click()
    await expect.poll(() => said(first), { timeout: 60_000 }).toMatch(/Đang chờ mạng để gửi duyệt/)
    await first.close({ runBeforeUnload: false })
    expect((await stored(OFFICE))?.state).toBe('draft')
    const second = await open(context, pathOf(OFFICE))
    await expect.poll(() => said(second), { timeout: 60_000 }).toMatch(/Đang chờ mạng để gửi duyệt/)
    await mend(context)
    await expect.poll(async () => (await stored(OFFICE))?.state, { timeout: 60_000 }).toBe('submitted')
    expect(await values(OFFICE)).toMatchObject({ budget: '17.5' })
    await second.waitForURL(/did=submitted/)
    expect(await second.evaluate<number>(EDITS)).toBe(0)
    const version = (await stored(OFFICE))?.version ?? 0
    expect(await site.does('nam', 'recall', { expected: version })).toHaveProperty('report')
  })

  test('a kept submission that a rule refuses is told, and the figures stand as a draft', async () => {
    const context = await as('nam')
    const page = await open(context, pathOf(OFFICE))
    await controlled(page)
    await cut(context)
    await field(page, 'jobs').click()
    await page.keyboard.type('1600')
    await page.locator('form#report button[value=submit]').click()
    await expect.poll(() => said(page), { timeout: 60_000 }).toMatch(/Đang chờ mạng để gửi duyệt/)
    await mend(context)
    await expect.poll(() => said(page), { timeout: 60_000 }).toMatch(/Chưa gửi duyệt: .*lưu thành bản nháp/)
    expect((await stored(OFFICE))?.state).toBe('draft')
    expect(await values(OFFICE)).toMatchObject({ jobs: '1600' })
    expect(await page.evaluate<number>(EDITS)).toBe(0)
    await field(page, 'jobs').fill('1.190')
    await field(page, 'jobs').press('Enter')
    await saved(page)
  })

  test('a kept submission of figures that somebody changed meanwhile is not made', async () => {
    const context = await as('nam')
    const page = await open(context, pathOf(OFFICE))
    await controlled(page)
    await cut(context)
    await page.locator('form#report button[value=submit]').click()
    await expect.poll(() => said(page), { timeout: 60_000 }).toMatch(/Đang chờ mạng để gửi duyệt/)
    const report = await stored(OFFICE)
    const lines = (report?.lines ?? []).map(line => (line.indicator === 'trained' ? { ...line, value: '62.2' } : line))
    expect(await site.does('hoa', 'save', { expected: report?.version ?? 0, lines })).toHaveProperty('report')
    await mend(context)
    await expect.poll(() => said(page), { timeout: 60_000 }).toMatch(/số liệu đã khác so với lúc đồng chí bấm gửi/)
    expect((await stored(OFFICE))?.state).toBe('draft')
  })

  test('signing out deletes what was kept, and asks first where something is not sent', async () => {
    const context = await as('nam')
    const page = await open(context, pathOf(OFFICE))
    await controlled(page)
    const kept = () =>
      page.evaluate<number>("caches.keys().then(all => all.filter(name => name.startsWith('cotmoc-pages')).length)")
    await expect.poll(kept, { timeout: 60_000 }).toBe(1)
    await context.route('**/api/desk/reports/**', route => route.abort('connectionreset'))
    await field(page, 'budget').click()
    await page.keyboard.type('18')
    await page.keyboard.press('Enter')
    await expect.poll(() => said(page), { timeout: 60_000 }).toMatch(/giữ trên máy này/)
    await page.goto(`${server.address}/account`)
    const asked: string[] = []
    page.on('dialog', dialog => {
      asked.push(dialog.message())
      void dialog.accept()
    })
    await page.locator('form[action="/sign-out"] button').click()
    await page.waitForURL(url => url.pathname === '/')
    expect(asked).toEqual([expect.stringMatching(/còn 1 thay đổi chưa gửi/)])
    expect(await kept()).toBe(0)
    const left = await page.evaluate<number>(EDITS)
    expect(left).toBe(0)
  })
})
