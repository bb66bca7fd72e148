import { afterAll, beforeAll, expect, test } from 'vitest'
import { currentPlan } from '../../src/store/plans.ts'
import { seedTerritory } from './planner-world.ts'
import { fileForm, loaded, openSite, publishes, RESOLUTION, TENANT, type Site } from './site.ts'

let site: Site
let draft = ''
const form = (fields: Record<string, string>) => new URLSearchParams(fields)
const facts = (area: string) =>
  form({ name: 'Nghị quyết', issuer: '', from: '2021', to: '2025', area, adopted: '2020-10-01' })
beforeAll(async () => {
  site = await openSite({ empty: true })
  await seedTerritory(site)
  draft = await loaded(site, fileForm('nq.md', RESOLUTION.replace('HUYỆN THANH BÌNH', 'TỈNH LẠNG SƠN')))
})
afterAll(async () => {
  expect(site.faults).toEqual([])
  await site.close()
})

test('where there is a territory, a plan is published for an area of it; the one that its title names is offered', async () => {
  const page = await site.text(`${draft}?lang=vi`)
  expect(page).toContain('chưa chọn địa bàn')
  expect(page).toMatch(/<input[^>]*name="area"[^>]*value="tỉnh Lạng Sơn"/)
  const early = await publishes(site, draft)
  expect([early.status, await early.text()]).toEqual([422, expect.stringContaining('Chưa chọn địa bàn của kế hoạch')])
  const wrong = await site.post(`${draft}/plan`, facts('tỉnh Lạng Sơm'))
  expect(wrong.status).toBe(422)
  const said = await wrong.text()
  expect(said).toContain('Không có địa bàn nào tên “tỉnh Lạng Sơm”')
  expect(said).toContain('value="tỉnh Lạng Sơm"')
  // Two communes had this name in 2020.
  const several = await site.post(`${draft}/plan`, facts('xã Hồng Phong'))
  expect([several.status, await several.text()]).toEqual([422, expect.stringContaining('Có nhiều địa bàn tên')])
  expect((await site.post(`${draft}/plan`, facts('Tỉnh Lạng Sơn'))).status).toBe(303)
  expect(await site.text(`${draft}?lang=vi`)).toContain('Kế hoạch: 2021 – 2025, tỉnh Lạng Sơn')
  const published = await publishes(site, draft)
  expect(published.status).toBe(303)
  const id = (published.headers.get('location') ?? '').split('?')[0]?.split('/').at(-1) ?? ''
  expect((await currentPlan(site.store, TENANT, id))?.plan.area).toBe('20')
})

test('a draft in hand stands on the desk of who plans until it is published', async () => {
  const open = await loaded(site, fileForm('dang-soan.md', RESOLUTION.replace('THANH BÌNH', 'CAO LỘC')))
  const desk = await site.text('/desk?lang=vi')
  expect(desk).toContain(`href="${open}"`)
  expect(desk).toContain('dang-soan.md')
  // The one that was published above is no work any more.
  expect(desk).not.toContain(`href="${draft}"`)
})

test('a first target has none before it to be put with', async () => {
  const html = await site.text(await loaded(site, fileForm('nq2.md', RESOLUTION.replace('THANH BÌNH', 'BÌNH GIA'))))
  const articles = html.split('<article').slice(1)
  expect(articles[0]).not.toContain('merge-before')
  expect(articles[1]).toContain('merge-before')
})
