import { afterAll, beforeAll, expect, test } from 'vitest'
import { publishPlan } from '../../src/store/plans.ts'
import { COUNTED_PLAN } from './addresses.ts'
import { openReporting, type Reporting } from './reporting.ts'
import { examplePlan, fileForm, importExample, RESOLUTION, TENANT } from './site.ts'
import { stopsOf } from './tour.ts'

let site: Reporting
beforeAll(async () => {
  site = await openReporting()
  await publishPlan(site.store, TENANT, { ...examplePlan(), id: COUNTED_PLAN }, { actor: 'test' })
  await importExample(site.store, examplePlan())
  await site.sends('lan', '/documents', fileForm('nghi-quyet.md', RESOLUTION))
})
afterAll(() => site.close())

const CONTROLS = { on: '2024-12-30', asOf: '2026-04-02', map: '2024-06-01', layers: '1;Thử;v,tourists,20,2025,4500000' }
const kept = new URLSearchParams(CONTROLS).toString()
const unescaped = (text: string) => text.replaceAll('&amp;', '&')
/** What is taken away is not kept, and what is a file has nothing to keep. */
const notPages = /\.(?:csv|xlsx|json|svg)(?:\?|$)|\/(?:file|evidence|scripts|api)\b|\/sign-|[?&]do=/

test('every page keeps the day, the moment of knowledge, the map and what is supposed in its links and forms', async () => {
  const lost: string[] = []
  let links = 0
  for (const { path, as } of await stopsOf(site)) {
    const [page = '', query = ''] = path.split('?')
    const more = new URLSearchParams(query)
    for (const name of Object.keys(CONTROLS)) more.delete(name)
    const address = `${page}?${kept}&lang=vi&${more.toString()}`
    const answer = await site.as(as, address)
    if (!(answer.headers.get('content-type') ?? '').includes('html')) continue
    const html = await answer.text()
    for (const [tag, href = ''] of html.matchAll(/<a\b[^>]*?href="([^"]*)"[^>]*>[^<]*/g)) {
      if (!href.startsWith('/') || notPages.test(unescaped(href)) || /download|Về hôm nay|Bỏ giả định/.test(tag))
        continue
      links += 1
      const to = new URL(unescaped(href), 'http://localhost').searchParams
      const missing = Object.keys(CONTROLS).filter(name => !to.has(name))
      if (missing.length > 0) lost.push(`${page}: ${href} drops ${missing.join(', ')}`)
    }
    for (const [form] of html.matchAll(/<form\b[^>]*method="get"[^]*?<\/form>/g)) {
      const missing = Object.keys(CONTROLS).filter(name => !form.includes(`name="${name}"`))
      if (missing.length > 0) lost.push(`${page}: a form drops ${missing.join(', ')}: ${form.slice(0, 90)}`)
    }
  }
  expect([...new Set(lost)]).toEqual([])
  expect(links).toBeGreaterThan(500)
})

test('a form that is sent keeps what its page kept', async () => {
  const sent = await site.as('tra', '/findings', {
    method: 'POST',
    headers: { referer: `http://localhost/findings/new?${kept}` },
    body: new URLSearchParams({
      kind: 'organisation',
      id: 'so-lao-dong',
      severity: 'serious',
      found: 'Chưa có nguồn.',
      demanded: 'Bổ sung.',
      organisation: 'so-lao-dong',
      due: '2026-05-01',
    }),
  })
  expect(sent.status).toBe(303)
  const to = new URL(sent.headers.get('location') ?? '', 'http://localhost').searchParams
  expect(Object.fromEntries(Object.keys(CONTROLS).map(name => [name, to.get(name)]))).toEqual(CONTROLS)
  // Another site has no say in it.
  const strange = await site.as('tra', '/findings', {
    method: 'POST',
    headers: { referer: `http://elsewhere/findings/new?${kept}` },
    body: new URLSearchParams({ kind: 'area' }),
  })
  expect(await strange.text()).not.toContain('2024-12-30')
})

test('a page that does not show what is supposed says that it is kept, and leads back to it or lets it go', async () => {
  const html = await (await site.as(null, `/plans/${COUNTED_PLAN}?${kept}&lang=vi`)).text()
  expect(html).toContain('Đang giữ giả định “Thử”')
  expect(html).toContain(`/plans/${COUNTED_PLAN}/what-if?`)
  expect(await (await site.as(null, `/plans/${COUNTED_PLAN}/what-if?${kept}&lang=vi`)).text()).not.toContain('Đang giữ')
  expect((await site.as(null, '/help?layers=%3Cb%3E')).status).toBe(200)
})
