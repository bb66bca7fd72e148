import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { jobContract } from '../../src/api/contract/jobs.ts'
import type { Role } from '../../src/desk/policy.ts'
import { auditLines } from '../../src/store/audit-lines.ts'
import { define } from '../../src/store/definitions.ts'
import type { Store } from '../../src/store/open.ts'
import { EXAMPLE, openSite, PLANNER, signedIn, TENANT, type Site } from './site.ts'

let site: Site
let moment = Date.parse('2026-02-01T09:00:00+07:00')
beforeAll(async () => {
  site = await openSite({ now: () => new Date(moment) })
  const organisation = (name: string) => ({ name, kind: 'office', parent: '', area: 'P', head: '' })
  const by = { actor: 'hoa@langson.gov.vn', origin: 'page', address: '10.0.0.7' } as const
  await define(site.store, TENANT, 'organisation', { 'so-y-te': organisation('Sở Y tế') }, by)
  await define(site.store, TENANT, 'organisation', { 'so-y-te': organisation('Sở Y tế tỉnh') }, by)
})
afterAll(() => site.close())

const rows = (html: string) => [...html.matchAll(/<a href="\/audit\/(\d+)/g)].map(m => Number(m[1]))
const as = async (role: Role) => {
  const grants = [{ role, organisation: null, area: null }]
  const cookie = await signedIn(site.app, site.store, site.auth, `${role}@langson.gov.vn`, grants)
  return (path: string, init: RequestInit = {}) =>
    site.app.request(`http://localhost${path}`, { ...init, headers: { Cookie: cookie } })
}

describe('the audit', () => {
  test.each(['inspector', 'administrator'] as const)('is read by %s', async role => {
    const get = await as(role)
    expect((await get('/audit')).status).toBe(200)
    expect((await get('/audit/1')).status).toBe(200)
  })

  test.each(['planner', 'reporter', 'approver', 'leader'] as const)('is not read by %s', async role => {
    const get = await as(role)
    for (const path of ['/audit', '/audit/1']) expect((await get(path)).status).toBe(403)
    for (const path of ['/audit/verify', '/audit/export'])
      expect((await get(path, { method: 'POST', body: new URLSearchParams() })).status).toBe(403)
  })

  test('is not read by the public', async () => {
    expect((await site.app.request('http://localhost/audit')).status).toBe(303)
    expect((await site.app.request('http://localhost/audit/verify', { method: 'POST' })).status).toBe(401)
  })

  test('shows the newest first, page by page, each line once', async () => {
    const all = (await auditLines(site.store, TENANT)).map(line => line.number).reverse()
    const seen: number[] = []
    let path: string | null = '/audit'
    while (path !== null) {
      const html: string = await site.text(path)
      seen.push(...rows(html))
      path = /href="(\/audit\?before=\d+)"[^>]*>Cũ hơn/.exec(html)?.[1] ?? null
    }
    expect(seen).toEqual(all)
  })

  test.each([
    ['text=so%20y%20te%20tinh', 1],
    ['text=S%E1%BB%9F%20Y%20t%E1%BA%BF', 2],
    ['who=hoa@langson.gov.vn', 2],
    ['who=hoa', 2],
    ['kind=organisation', 2],
    ['place=so-y-te', 2],
    ['place=so-y', 0],
    ['via=page&kind=organisation', 2],
    ['via=10.0.0.7', 2],
    ['via=api&kind=organisation', 0],
    ['subject=so-y-te', 2],
    ['subject=so-y', 0],
    ['since=2026-02-01&until=2026-02-01&kind=organisation', 2],
    ['until=2026-01-31', 0],
    ['text=100%25', 0],
  ])('finds %s', async (query, count) => {
    expect(rows(await site.text(`/audit?${query}`))).toHaveLength(count)
  })

  test('says what differs, side by side, and what it cannot read as a day', async () => {
    const html = await site.text('/audit?text=so%20y%20te%20tinh')
    expect(html).toMatch(/<del>Sở Y tế<\/del>\s*<ins>Sở Y tế tỉnh<\/ins>/)
    expect(html).not.toContain('<ins>office</ins>')
    expect((await site.get('/audit?since=hôm qua')).status).toBe(400)
    expect((await site.get('/audit/999999')).status).toBe(404)
  })

  test('says in words what was done, with the way to what it was done to, and how many lines are meant', async () => {
    const html = await site.text('/audit?kind=organisation')
    expect(html).toMatch(/Sửa cơ quan\s*<a href="\/organisations\/so-y-te">Sở Y tế tỉnh<\/a>/)
    expect(html).toMatch(/Thêm cơ quan\s*<a /)
    expect(html).toContain('2 dòng, mới nhất trước.')
    expect(await site.text('/audit?kind=plan')).toMatch(/Công bố kế hoạch\s*<a href="\/plans\//)
    // A digest is nothing to read: it stands folded on the page of its line, and nowhere in the list.
    expect(await site.text('/audit')).not.toMatch(/[0-9a-f]{12}…|[0-9a-f]{64}/)
    const line = rows(html)[0] ?? 0
    expect(await site.text(`/audit/${line}`)).toMatch(/<details class="audit-digests">.*[0-9a-f]{64}/s)
  })

  test('says of people which roles they were given and lost, and of several things how many', async () => {
    const html = await site.text('/audit?kind=member')
    expect(html).toContain(`${PLANNER} nhận vai trò: Người lập kế hoạch, Quản trị viên`)
    expect(html).not.toContain('Bỏ mọi vai trò')
    const grants = (roles: readonly string[]) => ({
      grants: roles.map(role => ({ role, organisation: null, area: null })),
    })
    const by = { actor: 'an@langson.gov.vn', origin: 'page' } as const
    await define(site.store, TENANT, 'member', { 'u-1': grants(['leader']) }, by)
    await define(site.store, TENANT, 'member', { 'u-1': grants(['inspector', 'leader']) }, by)
    await define(site.store, TENANT, 'member', { 'u-1': grants([]) }, by)
    const told = (await site.text('/audit?kind=member&who=an%40langson.gov.vn')).replace(/<[^>]+>/g, ' ')
    expect(told).toContain('u-1 nhận vai trò: Lãnh đạo')
    expect(told).toContain('Đổi vai trò của u-1 thành: Lãnh đạo, Người kiểm tra')
    expect(told).toContain('Bỏ mọi vai trò của u-1')
    const two = { a: { name: 'Mục A' }, b: { name: 'Mục B' } }
    await define(site.store, TENANT, 'calendar', two, by)
    expect(await site.text('/audit?kind=calendar')).toContain('Cập nhật một lần 2 mục: lịch nghỉ')
  })

  test('every condition can be taken away by itself, and none found says what to do', async () => {
    const html = await site.text('/audit?kind=organisation&who=nobody&since=2026-01-01')
    expect(html).toContain('Hãy bỏ bớt một điều kiện')
    expect(html).not.toContain('Xuất CSV')
    for (const left of ['who=nobody&amp;since=2026-01-01', 'kind=organisation&amp;since=2026-01-01'])
      expect(html).toContain(`href="/audit?${left}"`)
  })

  test('is paged back and forth to the same lines', async () => {
    for (let i = 0; i < 60; i += 1)
      await define(site.store, TENANT, 'setting', { [`s${i}`]: { name: `Mục ${i}` } }, { actor: 'pages' })
    const first = await site.text('/audit?who=pages')
    expect(first).toContain('60 dòng, mới nhất trước.')
    const link = (html: string, rel: string) =>
      new RegExp(`href="([^"]+)" rel="${rel}"`).exec(html)?.[1]?.replaceAll('&amp;', '&') ?? ''
    const second = await site.text(link(first, 'next'))
    expect([rows(first).length, rows(second).length, link(second, 'next')]).toEqual([50, 10, ''])
    expect(rows(await site.text(link(second, 'prev')))).toEqual(rows(first))
  })

  test('tells the history of one figure and of one plan', async () => {
    const [figure] = site.plan.indicators
    const { rows: found } = await site.store.db.executeQuery<{ area: string; period: string }>(
      site.store.db
        .selectFrom('series')
        .innerJoin('observations', 'observations.series', 'series.id')
        .where('series.indicator', '=', figure?.code ?? '')
        .select(['series.area', 'observations.period'])
        .limit(1)
        .compile(),
    )
    const { area = '', period = '' } = found[0] ?? {}
    const html = await site.text(`/audit?figure=${figure?.code ?? ''}/${area}/${period}`)
    expect(rows(html)).toHaveLength(1)
    expect(html).toContain('figures.csv')
    const begun = await site.post(
      '/audit/export',
      new URLSearchParams({ format: 'csv', figure: `${figure?.code ?? ''}/${area}/${period}` }),
    )
    expect(await site.text(begun.headers.get('location') ?? '')).toContain('Đã xuất 1 dòng')
    expect(rows(await site.text('/audit?figure=nothing/x/2024'))).toEqual([])
    expect(rows(await site.text(`/audit?subject=${EXAMPLE}`))).toHaveLength(1)
  })

  test('is taken away as a table that no spreadsheet runs', async () => {
    const evil = { actor: '=cmd()', origin: 'page' } as const
    await define(site.store, TENANT, 'rule', { evil: { text: '=HYPERLINK("http://x")' } }, evil)
    for (const format of ['csv', 'xlsx']) {
      const answer = await site.post('/audit/export', new URLSearchParams({ format, kind: 'rule' }))
      expect(answer.status).toBe(303)
      const at = answer.headers.get('location') ?? ''
      expect(await site.text(at)).toContain('Đã xuất 1 dòng')
      const file = await site.get(`${at}/file`)
      expect(file.headers.get('content-disposition')).toContain(`.${format}"`)
      const bytes = new Uint8Array(await file.arrayBuffer())
      if (format === 'csv') expect(new TextDecoder().decode(bytes)).toContain(",'=cmd(),")
      else expect(Buffer.from(bytes.subarray(0, 2)).toString()).toBe('PK')
    }
    expect(site.faults).toEqual([])
  })

  test('a job tells how far it is as its contract says, to who asked and to nobody else', async () => {
    const made = await site.post('/audit/verify', new URLSearchParams())
    const at = made.headers.get('location') ?? ''
    const told = await site.get(`/api${at}`)
    expect(jobContract.parse(await told.json())).toMatchObject({ state: 'done', live: false })
    const inspector = await as('inspector')
    for (const path of [at, `/api${at}`, `${at}/file`]) expect((await inspector(path)).status).toBe(404)
    expect((await site.app.request(`http://localhost/api${at}`)).status).toBe(401)
    expect((await site.get(`${at}/file`)).status).toBe(404)
  })

  test('is proved from the page, and what was changed behind its back is named', async () => {
    const whole = await site.post('/audit/verify', new URLSearchParams())
    expect(await site.text(whole.headers.get('location') ?? '')).toContain('Chuỗi nhật ký nguyên vẹn')
    const forged = { subject: 'so-y-te', actor: PLANNER }
    await site.store.db.updateTable('log').set(forged).where('subject', '=', 'so-y-te').execute()
    moment += 1000
    const broken = await site.post('/audit/verify', new URLSearchParams())
    const html = await site.text(broken.headers.get('location') ?? '')
    expect(html).toContain('KHÔNG nguyên vẹn: 2 chỗ')
    expect(html).toMatch(/Dòng \d+ \(organisation so-y-te\): bị sửa/)
    const said = await site.text('/audit')
    expect(said).toMatch(/KHÔNG nguyên vẹn: đứt đầu tiên ở dòng \d+, tất cả 2 chỗ/)
    expect(said.match(/KHÔNG nguyên vẹn/g)).toHaveLength(1)
  })
})

test('the audit is asked the same few questions however long it is', async () => {
  const counted = async (lines: number) => {
    let queries = 0
    const small = await openSite({ watch: () => (queries += 1) })
    await fill(small.store, lines)
    queries = 0
    expect((await small.get('/audit?text=so&kind=organisation')).status).toBe(200)
    const first = queries
    await small.close()
    return first
  }
  const few = await counted(3)
  expect(await counted(300)).toBe(few)
  expect(few).toBeLessThanOrEqual(10)
})

async function fill(store: Store, lines: number): Promise<void> {
  for (let i = 0; i < lines; i += 1)
    await define(store, TENANT, 'organisation', { [`so-${i}`]: { name: `Sở ${i}` } }, { actor: 'test' })
}
