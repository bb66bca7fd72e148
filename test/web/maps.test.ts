import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readTerritory } from '../../src/exchange/territory.ts'
import { dec } from '../../src/measure/decimal.ts'
import { year } from '../../src/measure/period.ts'
import { ROLES } from '../../src/desk/policy.ts'
import type { Indicator, Plan } from '../../src/plan/plan.ts'
import { boundaries } from '../../src/store/boundaries.ts'
import type { NewObservation } from '../../src/store/figures.ts'
import { importFigures } from '../../src/store/import-figures.ts'
import { publishPlan } from '../../src/store/plans.ts'
import { saveTerritory } from '../../src/store/territory.ts'
import { AREAS, BOUNDS, collection, EVENTS, feature, square } from '../territory/small.ts'
import { figure, plan } from '../store/fixtures.ts'
import { fileForm, openSite, signedIn, TENANT, type Site } from './site.ts'

const forest: Indicator = {
  code: 'forest',
  name: { vi: 'Rừng trồng mới', en: 'New forest' },
  unit: 'ha',
  decimals: 1,
  direction: 'up',
  frequency: 'A',
  overAreas: 'sum',
  overTime: 'sum',
  methods: [],
}
const PLAN: Plan = { ...plan('p', 'Kế hoạch'), indicators: [...plan('p', '').indicators, forest] }
const at = (area: string, when: number, value: string, indicator = 'forest'): NewObservation =>
  figure(indicator, when, value, { area, source: 'UBND xã' })

let asked = 0
let site: Site
beforeAll(async () => {
  site = await openSite({ empty: true, now: () => new Date('2026-02-01T09:00:00+07:00'), watch: () => (asked += 1) })
  const { value } = readTerritory(AREAS, EVENTS)
  await saveTerritory(site.store, TENANT, value!, { actor: 'test' })
  await publishPlan(site.store, TENANT, PLAN, { actor: 'test' })
  const figures = [
    ...['A', 'B', 'C', 'D'].map((area, i) => at(area, 2024, `${10 * (i + 1)}`)),
    at('C', 2025, '31'),
    at('AB', 2025, '25.5'),
    ...['A', 'B', 'C', 'D'].map((area, i) => at(area, 2024, `${i + 1.5}`, 'poor')),
  ]
  await importFigures(site.store, TENANT, figures, { actor: 'test', subject: 'xa.csv' })
})
afterAll(async () => {
  expect(site.faults).toEqual([])
  await site.close()
})

const rows = (html: string) =>
  [
    ...html.matchAll(
      /<tr><td class="num">(\d*)<\/td><th scope="row"><a[^>]*>([^<]*)<\/a><\/th><td class="num"[^>]*>([^<]*)</g,
    ),
  ].map(([, rank, name, value]) => [rank, name, value])

test('the map shows every area with its value, the highest first, and the same in a table', async () => {
  const html = await site.text('/map?lang=vi&indicator=forest')
  expect(rows(html)).toEqual([
    ['1', 'xã Cẩm Hà', '31,0'],
    ['2', 'xã An Bình', '25,5'],
    ['', 'xã Đại Đồng', '–'],
  ])
  expect(html).toContain('aria-label="1. xã Cẩm Hà: 31,0 ha"')
  expect(html).toContain('aria-label="xã Đại Đồng: chưa báo cáo"')
  expect(html).toContain('2 trên 3 đơn vị có số')
  expect(html).toContain('class="map cells"')
})

test('figures of before a merge are added on the map of after it; what cannot be added says so', async () => {
  expect(rows(await site.text('/map?lang=vi&indicator=forest&period=2024'))).toEqual([
    ['1', 'xã Đại Đồng', '40,0'],
    ['2', 'xã An Bình', '30,0'],
    ['3', 'xã Cẩm Hà', '30,0'],
  ])
  const poor = await site.text('/map?lang=vi&indicator=poor&period=2024')
  expect(rows(poor)).toEqual([
    ['1', 'xã Đại Đồng', '4,50'],
    ['2', 'xã Cẩm Hà', '3,50'],
    ['', 'xã An Bình', '–'],
  ])
  expect(poor).toContain('Chỉ số này không cộng được')
})

test('the map of a day that was chosen has the areas of that day, and every link keeps the day', async () => {
  const html = await site.text('/map?lang=vi&indicator=forest&map=2024-12-31&on=2025-03-01')
  expect(rows(html).map(([, name]) => name)).toEqual(['thị trấn Đại Đồng', 'xã Cẩm Hà', 'xã Bình Yên', 'xã An Lạc'])
  const links = [
    ...html.replace(/<a[^>]*>Về hôm nay/, '').matchAll(/href="(\/(?:areas|plans|map|figures|documents)[^"#]*)"/g),
  ].map(m => m[1] ?? '')
  expect(links.length).toBeGreaterThan(8)
  expect(links.filter(link => !link.includes('map=2024-12-31') || !link.includes('on=2025-03-01'))).toEqual([])
})

test('against the plan’s bound the classes are two-sided and say so', async () => {
  const html = await site.text('/map?lang=vi&indicator=poor&period=2024&map=2024-12-31&classes=bound')
  expect(html).toContain('<option value="bound" selected="">')
  expect(html).toMatch(/class="b1"/)
  expect(html).toMatch(/class="g\d"/)
  // A sum cannot be asked of each part of it.
  expect(await site.text('/map?indicator=forest')).not.toContain('value="bound"')
})

test('without a territory, and before it, the page says what to do', async () => {
  expect(await site.text('/map?lang=vi&map=1999-01-01')).toContain('chưa có ngày 01/01/1999')
  const empty = await openSite({ empty: true, public: true })
  for (const path of ['/map', '/areas'])
    expect(await empty.text(`${path}?lang=en`)).toContain('No territory has been loaded')
  expect((await empty.get('/areas/A')).status).toBe(404)
  await empty.close()
})

describe('an area', () => {
  test('tells what it was made of and became, with links, and where it lies', async () => {
    const made = await site.text('/areas/AB?lang=vi')
    expect(made).toContain('<h1>xã An Bình</h1>')
    expect(made).toMatch(/Lập từ: <a href="\/areas\/A">xã An Lạc<\/a>, <a href="\/areas\/B">xã Bình Yên<\/a>/)
    expect(made).toContain('25,5 <small>năm 2025')
    expect(made).toMatch(/<path class="own chosen"/)
    const gone = await site.text('/areas/A?lang=vi')
    expect(gone).toContain('không có trên địa giới ngày 01/02/2026')
    expect(gone).toMatch(/Trở thành: <a href="\/areas\/AB">xã An Bình/)
    const before = await site.text('/areas/A?lang=vi&map=2024-12-31')
    expect(before).toMatch(/huyện Đông Sơn<\/a>/)
    expect(await site.text('/areas/D1?lang=vi')).toContain('Kết thúc, không có đơn vị kế thừa')
    expect(await site.text('/areas/P?lang=vi&map=2024-12-31')).toContain('Gồm 2 đơn vị')
  })

  test('is found by its name without accents, by its code, and long after it ended', async () => {
    for (const text of ['dai dong', 'Đại Đồng', 'xa dai', '90202'])
      expect(await site.text(`/areas?lang=vi&q=${encodeURIComponent(text)}`)).toContain('xã Đại Đồng')
    expect(await site.text('/areas?lang=vi&q=binh+yen')).toContain('01/01/2020 đến trước 01/07/2025')
    expect(await site.text('/areas?lang=vi&q=<b>')).toContain('“&lt;b&gt;”')
  })

  test('stands in the tree of its map', async () => {
    const tree = await site.text('/areas?lang=vi&map=2024-12-31')
    for (const name of ['huyện Đông Sơn', 'xã An Lạc', 'thị trấn Đại Đồng']) expect(tree).toContain(name)
    expect(await site.text('/areas?lang=vi')).not.toContain('huyện Đông Sơn')
  })
})

describe('boundaries', () => {
  const send = (text: string, day = '2020-01-01', headers: Record<string, string> = {}) =>
    site.post('/map/boundaries?lang=vi', fileForm('ranh-gioi.geojson', text, { day }), headers)

  test('a wrong file is refused with the place of every fault, and nothing is kept', async () => {
    const answer = await send(
      collection(feature('90101', square(106, 21)), feature('7', square(106, 21))).replaceAll('106.1', '206.1'),
    )
    expect(answer.status).toBe(422)
    const html = await answer.text()
    expect(html).toContain('Đối tượng 1 (An Lạc)')
    expect(html).toContain('role="alert"')
    expect((await boundaries(site.store, TENANT)).days).toEqual([])
    expect((await send('', 'hôm nay')).status).toBe(400)
  })

  test('loaded, maps are drawn from them wherever their areas exist; what has none is named', async () => {
    const before = await site.text('/map?lang=vi&indicator=forest&map=2024-12-31')
    expect(before).toContain('class="map cells"')
    const taken = await (await send(BOUNDS)).text()
    expect(taken).toContain('Đã nhận đường bao của 4 đơn vị')
    expect(taken).toContain('“ma_xa”')
    expect(await (await send(BOUNDS)).text()).toContain('đã có đúng như vậy')
    expect(await site.text('/map?lang=vi&indicator=forest&map=2024-12-31')).toContain('class="map outlines"')
    const after = await site.text('/map?lang=vi&indicator=forest')
    expect(after).toContain('class="map outlines"')
    expect(after).toContain('Chưa có đường bao: An Bình')
    // As it was known before, the map is drawn as it was then.
    expect(await site.text('/map?lang=vi&indicator=forest&asOf=2026-01-31')).not.toContain('class="map outlines"')
  })

  test('each is taken from planners alone', async () => {
    for (const role of ROLES) {
      const cookie = await signedIn(site.app, site.store, site.auth, `${role}@ls.vn`, [
        { role, organisation: null, area: null },
      ])
      const request = (path: string, init: RequestInit = {}) =>
        site.app.request(`http://localhost${path}`, { ...init, headers: { cookie } })
      const expected = role === 'planner' ? 200 : 403
      expect([role, (await request('/map/boundaries')).status]).toEqual([role, expected])
      const form = fileForm('a.json', BOUNDS, { day: '2020-01-01' })
      expect([role, (await request('/map/boundaries', { method: 'POST', body: form })).status]).toEqual([
        role,
        expected,
      ])
      for (const path of ['/map', '/areas', '/areas/A']) expect((await request(path)).status).toBe(200)
    }
    const stranger = await site.app.request('http://localhost/map/boundaries')
    expect(stranger.status).toBe(303)
    expect(stranger.headers.get('location')).toContain('/sign-in')
    const post = await site.app.request('http://localhost/map/boundaries', {
      method: 'POST',
      body: fileForm('a', BOUNDS),
    })
    expect(post.status).toBe(401)
  })
})

test('no page asks the store more for more areas', async () => {
  const count = async (path: string) => {
    const before = asked
    expect((await site.get(path)).status).toBe(200)
    return asked - before
  }
  const paths = ['/map?indicator=forest', '/areas', '/areas/AB', '/areas/P']
  await count('/areas/AB')
  const few: number[] = []
  for (const path of paths) few.push(await count(path))
  const more = Array.from(
    { length: 300 },
    (_, i) => `N${i},xã,Xã mới ${i},9${String(1000 + i)},P,2025-07-01,,106.${i},21.${i}`,
  )
  const events = more.map((_, i) => `2025-07-01,transfer,B,N${i},,,,NQ 2`)
  const { value, messages } = readTerritory(`${AREAS}${more.join('\n')}\n`, `${EVENTS}${events.join('\n')}\n`)
  expect(messages).toEqual([])
  await saveTerritory(site.store, TENANT, value!, { actor: 'test' })
  await importFigures(
    site.store,
    TENANT,
    more.map((_, i) => ({ ...at(`N${i}`, 2025, '1'), value: dec(i), period: year(2025) })),
    { actor: 'test', subject: 'moi.csv' },
  )
  expect(await site.text('/map?indicator=forest&lang=vi')).toContain('302 trên 303 đơn vị có số')
  // A new territory: the cube is loaded anew, once for whoever comes first.
  expect(await count('/areas/AB')).toBeLessThanOrEqual(14)
  const many: number[] = []
  for (const path of paths) many.push(await count(path))
  expect(many).toEqual(few)
  expect(Math.max(...many)).toBeLessThanOrEqual(12)
})
