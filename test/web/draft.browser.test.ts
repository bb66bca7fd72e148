import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { serve, type Server } from '../../src/api/serve.ts'
import { launchChromium } from '../engines/chromium.ts'
import { holds, openPage, WIDTHS } from './in-browser.ts'
import { RESOLUTION, fileForm, openSite, type Site } from './site.ts'

let browser: Browser
let site: Site
let server: Server
let draft = ''
beforeAll(async () => {
  browser = await launchChromium()
  site = await openSite({ empty: true })
  server = await serve({ app: () => site.app, host: '127.0.0.1', port: 0 })
  const loaded = await site.post('/documents', fileForm('nghi-quyet.md', RESOLUTION))
  draft = loaded.headers.get('location') ?? ''
})
afterAll(async () => {
  expect(site.faults).toEqual([])
  await browser.close()
  await server.close()
  await site.close()
})
const open = (path: string, width: number, options = {}) =>
  openPage({ browser, address: server.address, cookies: site.cookies }, path, width, options)

describe.each(WIDTHS)('at %i px', width => {
  test('words, targets and corrections stand in three columns, on a phone in one', async () => {
    const page = await open(draft, width)
    const columns = await page.evaluate<number>(
      `new Set([...document.querySelector('article.draft').children].map(each => Math.round(each.getBoundingClientRect().left))).size`,
    )
    expect(columns).toBe(width > 600 ? 3 : 1)
    await page.context().close()
  })

  test('targets are ticked, merged and split without script', async () => {
    const page = await open(draft, width)
    await page.check('#t1 input[form=chosen]')
    await page.check('#t2 input[form=chosen]')
    await page.click('#chosen button[value=merge]')
    expect(await page.locator('article.draft').count()).toBe(3)
    await page.check('#t1 input[name="m.1"]')
    await page.click('#t1 button[value=split-target]')
    expect(await page.locator('article.draft').count()).toBe(4)
    await page.click('form[data-undo] button')
    await page.click('form[data-undo] button')
    expect(await page.locator('#t2 .typed > p').count()).toBe(1)
    await page.context().close()
  })
})

test('selected words become a target; keys go from target to target, choose, correct and undo', async () => {
  const page = await open(draft, 1440, { javaScriptEnabled: true })
  await page.evaluate(`(() => {
    const words = document.querySelector('#t4 .draft-said p:not(.between)')
    const text = words.firstChild.nextSibling ?? words.firstChild
    const node = [...words.childNodes].find(each => each.nodeType === 3 && each.data.includes('60%'))
    const range = document.createRange()
    range.setStart(node, node.data.indexOf('tỷ lệ lao động'))
    range.setEnd(node, node.data.indexOf('60%') + 3)
    getSelection().removeAllRanges()
    getSelection().addRange(range)
  })()`)
  await page.click('.offer')
  await page.waitForSelector('#a1')
  expect(await page.locator('#a1 .typed > p b').textContent()).toBe('60%')
  await page.locator('#t1').focus()
  await page.keyboard.press('x')
  await page.keyboard.press('j')
  await page.keyboard.press('x')
  expect(await page.locator('#chosen [data-count]').textContent()).toContain('2')
  await page.keyboard.press('e')
  expect(await page.evaluate('document.activeElement.name')).toBe('name')
  // A letter that is typed is a letter.
  await page.keyboard.type('j')
  expect(await page.inputValue('#t2-0-name')).toContain('j')
  await page.locator('#t1').focus()
  await Promise.all([page.waitForURL(/\/drafts\//), page.keyboard.press('Control+z')])
  await holds(page, `!document.getElementById('a1')`)
  await page.context().close()
})
