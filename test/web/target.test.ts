import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { recordFinding } from '../../src/desk/findings/act.ts'
import { boundOf } from '../../src/measure/bound.ts'
import { dec } from '../../src/measure/decimal.ts'
import type { Allocation, Plan } from '../../src/plan/plan.ts'
import { importFigures } from '../../src/store/import-figures.ts'
import { publishPlan } from '../../src/store/plans.ts'
import { mapOn, within } from '../../src/territory/map.ts'
import { figure } from '../store/fixtures.ts'
import { seedTerritory } from './planner-world.ts'
import { EXAMPLE, openSite, signedIn, TENANT, type Site } from './site.ts'

const BY = { actor: 'test' }
let asked = 0
let site: Site
let communes: readonly string[] = []

const shares = (areas: readonly string[], each: number): readonly Allocation[] =>
  areas.flatMap(area => {
    const bound = boundOf('atLeast', dec(each), null)
    return bound ? [{ area, when: null, within: null, bound }] : []
  })
const sharedOut = (plan: Plan, measure: string, allocations: readonly Allocation[]): Plan => ({
  ...plan,
  targets: plan.targets.map(target => ({
    ...target,
    measures: target.measures.map(each => (each.id === measure ? { ...each, allocations } : each)),
  })),
})
const revenue = (areas: readonly string[], of: (i: number) => number) =>
  areas.map((area, i) => figure('tourism-revenue', 2025, String(of(i)), { area, source: 'Sở VHTTDL' }))

beforeAll(async () => {
  site = await openSite({ watch: () => (asked += 1) })
  const territory = await seedTerritory(site)
  communes = within(mapOn(territory, '2026-01-01'), '20', 'commune')
})
afterAll(async () => {
  expect(site.faults).toEqual([])
  await site.close()
})

const PATH = `/plans/${EXAMPLE}/targets/economy-4`
const plain = (html: string) => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')
const count = async (path: string) => {
  const before = asked
  expect((await site.get(path)).status).toBe(200)
  return asked - before
}

test('the promise stands beside what the last term made', async () => {
  const html = plain(await site.text(`/plans/${EXAMPLE}/targets/economy-1?lang=en`))
  expect(html).toMatch(/The promise beside the last term “[^”]+” promises 7.5% a year; 2016 – 2020 made [\d.]+% a year/)
})

describe('whose the gap is', () => {
  test('nobody can say before it is shared out; the planner is led to where that is done', async () => {
    const html = await site.text(`${PATH}?lang=vi`)
    expect(html).not.toContain('id="gap-')
    await importFigures(
      site.store,
      TENANT,
      revenue(communes.slice(0, 1), () => 5),
      { ...BY, subject: 'mot.csv' },
    )
    const asked = await site.text(`${PATH}?lang=vi`)
    expect(asked).toContain('chưa được giao cho đơn vị nào')
    expect(asked).toContain(`/plans/${EXAMPLE}/allocations/economy-4-2`)
  })

  test('the largest gap stands first, with map, bars and what nobody explains; the rows make the whole', async () => {
    const four = communes.slice(0, 4)
    await publishPlan(site.store, TENANT, sharedOut(site.plan, 'economy-4-2', shares(four, 1300)), BY)
    // 5.200 promised, 4.500 made; 1.000 + 1.400 + 1.200 of three, and nothing known of the fourth.
    const made = [1000, 1400, 1200]
    await importFigures(
      site.store,
      TENANT,
      revenue(four.slice(0, 3), i => made[i] ?? 0),
      { ...BY, subject: 'ba.csv' },
    )
    const html = await site.text(`${PATH}?lang=vi`)
    const table = /<table class="rows ranks gaps" id="gap-economy-4-2".*?<\/table>/s.exec(html)?.[0] ?? ''
    const rows = [...table.matchAll(/<tr[^>]*>(.*?)<\/tr>/gs)].map(m => plain(m[1] ?? '').trim())
    expect(rows.slice(1).map(row => row.replace(/^(\d) (?:phường|xã) \D+/, '$1 '))).toEqual([
      '1 1.300 1.000 300 43%',
      '2 1.300 1.200 100 14%',
      '3 1.300 1.400 −100 −14%',
      expect.stringMatching(/ 1\.300 chưa báo cáo – –$/),
      'Chưa rõ của ai (có đơn vị chưa có số) 400 57%',
      'Cả kế hoạch 700 100%',
    ])
    expect(table.match(/<svg class="rod"/g)).toHaveLength(3)
    const said = plain(html)
    expect(said).toContain('Cả kế hoạch còn thiếu 700 tỷ đồng. 2 trên 4 đơn vị chưa đạt phần được giao.')
    expect(said).toContain('Mới có số của 3 trên 4 đơn vị.')
    expect(html).toMatch(/map-gap-economy-4-2/)
    expect(html).toMatch(/aria-label="1\. (?:phường|xã) [^"]+: còn thiếu 300 tỷ đồng"/)
    expect(plain(await site.text(`${PATH}?lang=en`))).toContain('The plan as a whole lacks 700 billion VND.')
  })

  test('of many areas the first are shown and the rest on demand, asking the store no more than of few', async () => {
    const few = await count(PATH)
    await publishPlan(site.store, TENANT, sharedOut(site.plan, 'economy-4-2', shares(communes, 80)), BY)
    await importFigures(
      site.store,
      TENANT,
      revenue(communes, i => 40 + i),
      { ...BY, subject: 'tat-ca.csv' },
    )
    // A new version of the plan and new areas: the cube is loaded anew, once for whoever comes first.
    await count(PATH)
    expect(await count(PATH)).toBe(few)
    const rowsOf = async (path: string) => {
      const table = /<table class="rows ranks gaps".*?<\/table>/s.exec(await site.text(path))?.[0] ?? ''
      return (table.match(/<td class="bars"><svg/g) ?? []).length
    }
    expect(await rowsOf(`${PATH}?lang=vi`)).toBe(15)
    expect(await site.text(`${PATH}?lang=vi`)).toContain('50 đơn vị còn lại')
    expect(await rowsOf(`${PATH}?lang=vi&gap=all`)).toBe(65)
  })
})

describe('beside it', () => {
  test('open findings about the target and its figures, for those who read findings', async () => {
    const inspector = await signedIn(site.app, site.store, site.auth, 'tra@ls.vn', [
      { role: 'inspector', organisation: null, area: null },
    ])
    const as = (cookie: string) =>
      Promise.resolve(site.app.request(`http://localhost${PATH}?lang=vi`, { headers: { cookie } })).then(a => a.text())
    expect(await as(inspector)).toContain('Không có phát hiện nào còn mở')
    expect(await as('')).not.toContain('Phát hiện kiểm tra')

    const found = (kind: 'target' | 'figure', id: string, text: string) =>
      recordFinding(
        site.store,
        TENANT,
        {
          about: { kind, id, name: 'x' },
          severity: 'serious',
          found: text,
          demanded: 'Bổ sung.',
          due: '2026-03-01',
          organisation: 'so-du-lich',
        },
        BY,
      )
    await found('target', `${EXAMPLE}/economy-4`, 'Chưa có nguồn')
    await found('figure', 'tourists/20/2025', 'Số chưa khớp')
    await found('target', `${EXAMPLE}/economy-1`, 'Của chỉ tiêu khác')
    const html = await as(inspector)
    expect(html).toContain('Chưa có nguồn')
    expect(html).toContain('Số chưa khớp')
    expect(html).not.toContain('Của chỉ tiêu khác')
    expect(await as('')).not.toContain('Chưa có nguồn')
  })

  test('every figure leads whoever reads the audit to all that was done to it', async () => {
    const inspector = await signedIn(site.app, site.store, site.auth, 'thu@ls.vn', [
      { role: 'inspector', organisation: null, area: null },
    ])
    const get = (path: string) =>
      Promise.resolve(site.app.request(`http://localhost${path}`, { headers: { cookie: inspector } }))
    const link = /href="(\/audit\?[^"]*figure=tourists[^"]*)"/.exec(await (await get(PATH)).text())?.[1] ?? ''
    expect(decodeURIComponent(link)).toContain('figure=tourists/20/')
    expect((await get(link.replaceAll('&amp;', '&'))).status).toBe(200)
    expect(await (await site.app.request(`http://localhost${PATH}`)).text()).not.toContain('/audit?')
  })
})
