import { afterEach, expect, test } from 'vitest'
import { logged } from '../../src/store/log.ts'
import { EXAMPLE, openSite, TENANT, type Site } from '../web/site.ts'

let site: Site
afterEach(() => site.close())

const PATH = `/plans/${EXAMPLE}?on=2024-12-31`
const figure = (value: string) =>
  site.post(
    `/api/plans/${EXAMPLE}/observations?locale=plain`,
    `indicator,area,period,value,status\nhealth-insurance,${site.plan.area},2023,${value},provisional\n`,
    { 'Content-Type': 'text/csv' },
  )
/** As the public asks, whoever the site's own reader is. */
const asked = (path: string, headers: Record<string, string> = {}) =>
  Promise.resolve(site.app.request(`http://localhost${path}`, { headers }))

test('what the public reads is made once, and anew as soon as the log has moved on', async () => {
  const queries: string[] = []
  site = await openSite({ watch: query => queries.push(query.sql) })
  const first = await asked(PATH)
  const text = await first.text()
  queries.length = 0
  const again = await asked(PATH)
  expect(await again.text()).toBe(text)
  expect(again.headers.get('etag')).toBe(first.headers.get('etag'))
  expect(again.headers.get('content-security-policy')).toContain("default-src 'none'")
  expect(queries).toHaveLength(1)

  expect((await figure('99.5')).status).toBe(200)
  const after = await (await asked(PATH)).text()
  expect(after).not.toBe(text)
  expect(after).toContain('99,5')
})

test('a day, a language, a packing, an address and a person have answers of their own', async () => {
  let day = '2026-02-01T09:00:00+07:00'
  site = await openSite({ now: () => new Date(day) })
  const vi = await (await asked(`/plans/${EXAMPLE}`)).text()
  const en = await (await asked(`/plans/${EXAMPLE}`, { Cookie: 'lang=en' })).text()
  expect([vi.includes('lang="vi"'), en.includes('<html lang="en"')]).toEqual([true, true])
  const br = await asked(`/plans/${EXAMPLE}`, { 'Accept-Encoding': 'br' })
  expect(br.headers.get('content-encoding')).toBe('br')
  expect((await asked(`/plans/${EXAMPLE}`)).headers.get('content-encoding')).toBeNull()
  expect(await site.text(`/plans/${EXAMPLE}`)).toContain('Nguyễn Thị Lan')
  expect(await (await asked(`/plans/${EXAMPLE}`)).text()).not.toContain('Nguyễn Thị Lan')
  day = '2026-02-02T09:00:00+07:00'
  expect(await (await asked(`/plans/${EXAMPLE}`)).text()).not.toBe(vi)
})

test('whoever has it already is told so', async () => {
  site = await openSite()
  const tag = (await asked(PATH)).headers.get('etag') ?? ''
  const answer = await asked(PATH, { 'If-None-Match': tag })
  expect([answer.status, await answer.text()]).toEqual([304, ''])
})

test('readers who come at once make one page, and a fault is not kept', async () => {
  const queries: string[] = []
  site = await openSite({ watch: query => queries.push(query.sql) })
  const alone = async () => {
    queries.length = 0
    await (await asked(`${PATH}&sort=status`)).text()
    return queries.length
  }
  const forOne = await alone()
  queries.length = 0
  const answers = await Promise.all(Array.from({ length: 50 }, () => asked(PATH)))
  expect(new Set(await Promise.all(answers.map(answer => answer.text()))).size).toBe(1)
  // Each asks where the log stands, one makes the page.
  expect(queries.length).toBeLessThanOrEqual(forOne + 50)

  expect((await asked('/plans/none')).status).toBe(404)
  await logged(site.store, TENANT, { by: { actor: 'test' }, kind: 'note', subject: '' }, () => Promise.resolve(0))
  expect((await asked('/plans/none')).status).toBe(404)
})
