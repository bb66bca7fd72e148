import { brotliDecompressSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { STATUS_WORDS } from '../../src/evaluation/judgement.ts'
import { STYLE } from '../../src/web/assets/style.ts'
import { EXAMPLE, openSite, type Site } from './site.ts'

let site: Site
beforeAll(async () => {
  site = await openSite()
})
afterAll(async () => {
  expect(site.faults).toEqual([])
  await site.close()
})

const PAGES = ['/', `/plans/${EXAMPLE}`, `/plans/${EXAMPLE}/targets/economy-1`, '/documents', '/figures', '/about']

test.each(PAGES)('%s answers in both languages with a whole page', async path => {
  for (const language of ['vi', 'en']) {
    const response = await site.get(`${path}?lang=${language}`)
    const html = await response.text()
    expect(response.status).toBe(200)
    expect(html).toMatch(new RegExp(`^<!doctype html><html lang="${language}">`))
    // What a script fills in later is handed over unfilled.
    expect(html.replace(/ data-[a-z]+="[^"]*"/g, '')).not.toMatch(/undefined|\[object|NaN|\{\w+\}/)
    // Scripts are files of our own under hashed names, or data that no browser runs; nothing is written into a page.
    expect(
      html
        .replace(/<script src="\/scripts\/[a-z-]+\.[0-9a-f]{12}\.js" defer=""><\/script>/g, '')
        .replace(/<script type="application\/json"/g, ''),
    ).not.toContain('<script')
    expect(html).not.toMatch(/ style="| on\w+="/)
    expect(html.match(/<h1/g)).toHaveLength(1)
  }
})

test('the scoreboard is one table of four groups, twenty targets and thirty-three measures', async () => {
  const html = await site.text('/')
  expect(html.match(/<table/g)).toHaveLength(1)
  expect(html.match(/<tr class="group">/g)).toHaveLength(4)
  expect(html.match(/<td class="no"/g)).toHaveLength(20)
  expect(html.match(/<th scope="row" class="name">/g)).toHaveLength(33)
  for (const target of site.plan.targets) expect(html).toContain(`/plans/${EXAMPLE}/targets/${target.id}`)
})

test('the counts of the summary are those of the evaluation, and each leads to exactly those targets', async () => {
  const judged = (await (await site.get(`/api/plans/${EXAMPLE}/evaluation?on=2024-12-31`)).json()) as {
    summary: Record<string, number>
  }
  let all = 0
  for (const status of STATUS_WORDS) {
    const html = await site.text(`/?on=2024-12-31&status=${status}`)
    const shown = html.match(/<td class="no"/g)?.length ?? 0
    expect([status, shown]).toEqual([status, judged.summary[status]])
    all += shown
  }
  expect(all).toBe(20)
})

test('sorted by status, what is missed or at risk stands first', async () => {
  const html = await site.text('/?on=2024-12-31&sort=status&lang=vi')
  const heads = [...html.matchAll(/<tr class="group"><th[^>]*>([^<]*)/g)].map(m => m[1]?.trim())
  expect(heads[0]).toBe('khó đạt')
  expect(heads.at(-1)).toBe('chưa có số liệu')
})

test('numbers stand in the notation of the language', async () => {
  expect(await site.text('/?lang=vi')).toContain('4.400.000')
  expect(await site.text('/?lang=en')).toContain('4,400,000')
  expect(await site.text('/?lang=vi')).toContain('7 – 7,5')
})

test('a language chosen in the address is remembered, and the address speaks over the memory', async () => {
  const response = await site.get('/?lang=en')
  const cookie = response.headers.get('set-cookie') ?? ''
  expect(cookie).toMatch(/^lang=en;.*HttpOnly.*SameSite=Lax/)
  expect(await site.text('/', { cookie: 'lang=en' })).toContain('<html lang="en">')
  expect(await site.text('/?lang=vi', { cookie: 'lang=en' })).toContain('<html lang="vi">')
  expect(await site.text('/', { cookie: 'lang=xx' })).toContain('<html lang="vi">')
})

test('the day judged goes along to every target', async () => {
  const html = await site.text('/?on=2023-12-31')
  const links = [...html.matchAll(/href="(\/plans\/[^"]*)"/g)].map(m => m[1] ?? '')
  expect(links.length).toBeGreaterThan(60)
  expect(links.filter(link => !link.includes('on=2023-12-31'))).toEqual([])
})

test('as of a moment before anything was learnt there is no plan to show', async () => {
  const response = await site.get(`/plans/${EXAMPLE}?asOf=2020-01-01`)
  expect(response.status).toBe(404)
  expect((await site.get(`/plans/${EXAMPLE}?asOf=2026-02-01`)).status).toBe(200)
})

test.each([
  ['/?on=31/12/2025', 400, 'bad-day'],
  ['/?asOf=yesterday', 400, 'bad-moment'],
  ['/nowhere', 404, 'not-found'],
  ['/plans/none', 404, 'no-plan'],
  [`/plans/${EXAMPLE}/targets/none`, 404, 'no-target'],
  ['/documents/none', 404, 'no-document'],
  ['/drafts/none', 404, 'no-draft'],
])('%s says what is wrong in both languages', async (path, status, code) => {
  for (const language of ['vi', 'en']) {
    const response = await site.get(`${path}${path.includes('?') ? '&' : '?'}lang=${language}`)
    const html = await response.text()
    expect(response.status).toBe(status)
    expect(html).toContain(`<html lang="${language}">`)
    expect(html).toContain(code)
    expect(html).toContain('role="alert"')
  }
})

test('what comes from outside is text on a page, never markup', async () => {
  const html = await site.text(`/plans/${encodeURIComponent('<script>alert(1)</script>')}`)
  expect(html).not.toContain('<script>')
  expect(html).toContain('&lt;script&gt;')
  expect(await site.text('/?on="><img src=x>')).not.toContain('<img')
})

test('the first view of the scoreboard is under 60 kB with everything it loads', async () => {
  for (const language of ['vi', 'en']) {
    const page = await site.get(`/?lang=${language}&on=2024-12-31`, { 'accept-encoding': 'br' })
    expect(page.headers.get('content-encoding')).toBe('br')
    const bytes = Buffer.from(await page.arrayBuffer())
    const html = brotliDecompressSync(bytes).toString()
    const loaded = [...html.matchAll(/<link[^>]+href="([^"]+)"/g)].map(m => m[1] ?? '')
    expect(loaded).toEqual([STYLE.path, '/icon.svg'])
    const others = await Promise.all(
      loaded.map(async path => (await (await site.get(path, { 'accept-encoding': 'br' })).arrayBuffer()).byteLength),
    )
    const all = bytes.length + others.reduce((sum, size) => sum + size, 0)
    expect(all).toBeLessThan(60_000)
    // Far below the ceiling today; a leap should be noticed before it is reached.
    expect(all).toBeLessThan(24_000)
  }
})

test('a page that has not changed is not sent again', async () => {
  const first = await site.get('/about')
  const tag = first.headers.get('etag') ?? ''
  expect(tag).toMatch(/^W\/"/)
  const again = await site.get('/about', { 'if-none-match': tag })
  expect(again.status).toBe(304)
  expect(await again.text()).toBe('')
  expect((await site.get('/about?lang=en', { 'if-none-match': tag })).status).toBe(200)
})

test('the stylesheet is named by its content, kept for ever, and loads nothing', async () => {
  const response = await site.get(STYLE.path)
  expect(response.headers.get('cache-control')).toContain('immutable')
  expect(await response.text()).toBe(STYLE.text)
  expect(STYLE.text).not.toMatch(/url\(|@import|http/)
  expect((await site.get('/style.000000000000.css')).status).toBe(404)
})

test('an empty store shows the way to a first plan', async () => {
  const empty = await openSite({ empty: true })
  const html = await empty.text('/?lang=en')
  expect(html).toContain('There is no plan yet')
  expect(html).toContain('href="/documents"')
  expect((await empty.get('/figures')).status).toBe(200)
  await empty.close()
})

test('the page of a target names its figures with source, kind and the day they were learnt', async () => {
  const html = await site.text(`/plans/${EXAMPLE}/targets/economy-4?lang=vi`)
  expect(html).toContain('Báo cáo chính trị 2020')
  expect(html).toContain('ước tính')
  expect(html).toContain('01/02/2026')
  expect(html.match(/<svg class="chart wide"/g)).toHaveLength(2)
  const before = await site.text(`/plans/${EXAMPLE}/targets/economy-4?lang=vi&on=2024-12-31`)
  expect(before).toContain('<desc>Cần đạt đến nay: 3.880.000. Dự báo theo nhịp gần nhất: 4.433.333.</desc>')
})
