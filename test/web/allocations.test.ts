import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sharedOut } from '../../src/desk/allocations/shares.ts'
import { placeKey, withShares } from '../../src/evaluation/allocation/places.ts'
import { sumLines } from '../../src/evaluation/allocation/sum-lines.ts'
import { boundOf, exactly } from '../../src/measure/bound.ts'
import { dec, decimal } from '../../src/measure/decimal.ts'
import { years } from '../../src/measure/period.ts'
import type { Measure, Plan, Shape } from '../../src/plan/plan.ts'
import { currentPlan, publishPlan } from '../../src/store/plans.ts'
import { communePlan, seedTerritory } from './planner-world.ts'
import { openSite, signedIn, TENANT, type Site } from './site.ts'

let site: Site
let asked = 0
const measure = (id: string, code: string, shape: Shape, more: Partial<Measure>): Measure => ({
  id,
  name: { vi: `Mức ${id}` },
  place: null,
  indicators: [code],
  shape,
  bound: exactly(dec('1000')),
  unit: 'hộ',
  base: null,
  partOf: null,
  ...more,
})
const TERM = years(2021, 2025)
const END = { kind: 'level', when: years(2025, 2025) } as const
const plan = (): Plan => ({
  ...communePlan(),
  adopted: '2021-01-01',
  map: '2021-01-01',
  targets: [
    {
      id: 't1',
      scope: 'main',
      group: null,
      number: '1',
      text: 'Giảm hộ nghèo; hằng năm có thêm hộ dân cư.',
      place: null,
      measures: [
        measure('m1', 'ho-ngheo', END, { bound: { kind: 'atMost', low: null, high: dec('1000') } }),
        measure('m2', 'ho-dan', { kind: 'cumulative', when: TERM }, { bound: exactly(dec('1001')) }),
        measure('m3', 'ty-le-ngheo', END, { bound: { kind: 'atMost', low: null, high: dec('3') }, unit: '%' }),
        measure('m4', 'ho-dan', END, { bound: boundOf('between', dec('900'), dec('1100')) }),
      ],
    },
  ],
})
beforeAll(async () => {
  site = await openSite({ empty: true, watch: () => (asked += 1) })
  await seedTerritory(site)
  await publishPlan(site.store, TENANT, plan(), { actor: 'test' })
})
afterAll(async () => {
  expect(site.faults).toEqual([])
  await site.close()
})
const plain = (html: string) => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')
const form = (fields: Record<string, string>) => new URLSearchParams(fields)
const AT = '/plans/dan-so/allocations'
const measureNow = async (id: string) =>
  (await currentPlan(site.store, TENANT, 'dan-so'))?.plan.targets[0]?.measures.find(each => each.id === id)
/** What the fields of a page hold. */
const typed = (html: string): Record<string, string> =>
  Object.fromEntries(
    [...html.matchAll(/<input name="((?:low|high)\.[^"]+)" value="([^"]*)"/g)].map(m => [m[1] ?? '', m[2] ?? '']),
  )

test('shares by weights sum to the whole to the last digit, at both ends', () => {
  const weight = fc.bigInt({ min: 0n, max: 10_000n }).map(n => decimal(n, 1))
  const whole = fc.bigInt({ min: 1n, max: 10n ** 12n }).map(n => decimal(n, 2))
  fc.assert(
    fc.property(fc.array(weight, { minLength: 1, maxLength: 30 }), whole, (weights, high) => {
      const bound = boundOf('between', decimal(0n, 0), high)
      if (!bound) throw new Error('no bound')
      const shares = sharedOut(bound, weights, true, 0)
      if ('rule' in shares) expect(weights.every(each => each.coefficient === 0n)).toBe(true)
      else {
        const areas = weights.map((_, i) => String(i))
        const table = { areas, years: [''], ends: ['low', 'high'], overAreas: true, overYears: false } as const
        const lines = sumLines(table, (key, end) =>
          key === placeKey('', '') ? bound[end] : (shares[Number(key.slice(0, -1))]?.[end] ?? null),
        )
        expect(lines.map(line => line.difference?.coefficient)).toEqual([0n, 0n])
      }
    }),
  )
})

test('a share of one area in one year leaves all others alone, and so do those that are no cell of the table', () => {
  const inside = { area: '181-a', when: null, bound: exactly(dec('7')), within: '181' }
  const bare = measure('m', 'ho-dan', END, {})
  const one = (area: string, year: string, value: string | null) =>
    new Map([[placeKey(area, year), value === null ? null : exactly(dec(value))]])
  let now: Measure = { ...bare, allocations: [inside] }
  for (const [area, year] of [
    ['180', ''],
    ['', '2023'],
    ['180', '2023'],
  ] as const)
    now = withShares(plan(), now, one(area, year, '1'))
  expect(now.allocations).toHaveLength(4)
  const changed = withShares(plan(), now, one('180', '2023', '2'))
  expect(changed.allocations?.filter((each, i) => each !== now.allocations?.[i])).toEqual([
    { area: '180', when: years(2023, 2023), bound: exactly(dec('2')), within: null },
  ])
  for (const [area, year] of [
    ['180', ''],
    ['', '2023'],
    ['180', '2023'],
  ] as const)
    now = withShares(plan(), now, one(area, year, null))
  expect(now.allocations).toEqual([inside])
  expect(withShares(plan(), bare, one('180', '', null))).toEqual(bare)
})

test('the list shows each measure with what is shared out of it', async () => {
  const html = plain(await site.text(AT))
  expect(html).toContain('Mức m1 không quá 1.000 hộ chưa giao chưa giao')
})

test('a measure is shared out to districts equally, corrected, saved as a new version, and the difference shown', async () => {
  const page = await site.text(`${AT}/m1?to=areas`)
  expect(plain(page)).toContain('huyện Tràng Định')
  const shared = await (await site.post(`${AT}/m1?to=areas`, form({ act: 'share-areas', by: '' }))).text()
  const shares = typed(shared)
  expect(Object.keys(shares)).toHaveLength(11)
  expect(Object.values(shares).sort()).toEqual(['90', ...Array<string>(10).fill('91')])
  expect(plain(shared)).toContain('khớp mức chung')
  // Nothing is kept until it is saved.
  expect((await measureNow('m1'))?.allocations).toBeUndefined()
  const more = { ...shares, 'high.180@': '95,5' }
  const counted = await site.post(`${AT}/m1?to=areas`, form({ act: 'sum', by: '', ...more }))
  expect(plain(await counted.text())).toMatch(/vượt [45],5 hộ so với mức 1\.000 hộ/)
  const saved = await site.post(`${AT}/m1?to=areas`, form({ act: 'save', by: '', ...shares, 'high.181@': '' }))
  expect(saved.status).toBe(303)
  const kept = await measureNow('m1')
  expect(kept?.allocations).toHaveLength(10)
  expect(kept?.allocations?.every(each => each.bound.kind === 'atMost')).toBe(true)
  expect(plain(await site.text(AT))).toMatch(/10 phần, thiếu 9[01] so với mức chung/)
  expect(typed(await site.text(`${AT}/m1?to=areas`))['high.180@']).toBe(shares['high.180@'])
})

test('districts share by the last figures of the communes inside them, and by another indicator', async () => {
  const shares = async (by: string) =>
    typed(await (await site.post(`${AT}/m1?to=areas&map=2021-01-01`, form({ act: 'share-areas', by }))).text())
  const [last, homes] = [await shares('last'), await shares('ho-dan')]
  for (const each of [last, homes]) {
    expect(Object.keys(each)).toHaveLength(11)
    expect(Object.values(each).reduce((sum, text) => sum + Number(text), 0)).toBe(1000)
    expect(new Set(Object.values(each)).size).toBeGreaterThan(3)
  }
  expect(last).not.toEqual(homes)
  expect(plain(await site.text(`${AT}/m1?to=areas&map=2021-01-01`))).toMatch(/huyện Tràng Định [\d.]+/)
})

test('communes that nobody has figures of share equally, never by guesses', async () => {
  // Communes lie directly in the province since July 2025.
  const at = `${AT}/m1?to=areas&map=2025-08-01`
  const none = await site.post(at, form({ act: 'share-areas', by: 'last' }))
  expect(none.status).toBe(422)
  const equal = typed(await (await site.post(at, form({ act: 'share-areas', by: '' }))).text())
  expect(Object.keys(equal).length).toBeGreaterThan(65)
})

test('years share a sum; what does not add is the same for all', async () => {
  const years = typed(await (await site.post(`${AT}/m2?to=years`, form({ act: 'share-years', by: '' }))).text())
  expect(years).toEqual({
    'low.@2021': '201',
    'low.@2022': '200',
    'low.@2023': '200',
    'low.@2024': '200',
    'low.@2025': '200',
  })
  expect((await site.post(`${AT}/m2?to=years`, form({ act: 'save', ...years }))).status).toBe(303)
  expect((await measureNow('m2'))?.allocations?.map(each => each.when?.start)).toEqual(
    [2021, 2022, 2023, 2024, 2025].map(y => `${y}-01-01`),
  )
  const rate = await (await site.post(`${AT}/m3?to=areas`, form({ act: 'share-areas', by: '' }))).text()
  expect(new Set(Object.values(typed(rate)))).toEqual(new Set(['3']))
  expect(plain(rate)).toContain('không cộng')
})

test('a range has two ends; what is no number or upside down is said at its cell', async () => {
  const at = `${AT}/m4?to=years`
  const wrong = await site.post(
    at,
    form({ act: 'save', 'low.@2023': 'nhiều', 'high.@2023': '5', 'low.@2024': '9', 'high.@2024': '3' }),
  )
  expect(wrong.status).toBe(422)
  const html = await wrong.text()
  expect(html).toContain('“nhiều” không phải là số')
  expect(html).toContain('value="nhiều"')
  const upside = await site.post(at, form({ act: 'save', 'low.@2024': '9', 'high.@2024': '3' }))
  expect(plain(await upside.text())).toContain('Cần đủ hai đầu của khoảng')
  expect((await measureNow('m4'))?.allocations).toBeUndefined()
  expect((await site.get(`${AT}/khong-co`)).status).toBe(404)
})

test('the whole table of areas and years is one form; a share of one year is shared out to areas, and one area is a page of its own', async () => {
  const at = `${AT}/m2?to=table&map=2021-01-01`
  const page = await site.text(at)
  // Eleven districts and the plan's own, five years and the whole term, but for the measure's own bound.
  expect([...page.matchAll(/<input name="low\.[^"]*"/g)]).toHaveLength(12 * 6 - 1)
  const own = { 'low.@2021': '100', 'low.@2022': '901', 'low.180@2021': '40', 'low.181@2021': '50', 'low.180@': '90' }
  const saved = await site.post(at, form({ act: 'save', ...own }))
  expect(saved.status).toBe(303)
  const html = plain(await site.text(at))
  expect(html).toContain('Năm 2021: các địa bàn cộng lại 90 hộ, còn thiếu 10 hộ so với mức 100 hộ.')
  expect(html).toContain('huyện Tràng Định: các năm cộng lại 40 hộ, còn thiếu 50 hộ so với mức 90 hộ.')
  const one = typed(await site.text(`${AT}/m2?to=years&area=180`))
  expect(Object.entries(one).filter(([, value]) => value !== '')).toEqual([['low.180@2021', '40']])
  const column = `${AT}/m2?to=areas&year=2022&map=2021-01-01`
  const shared = typed(await (await site.post(column, form({ act: 'share-areas', by: '' }))).text())
  expect(Object.values(shared).reduce((sum, text) => sum + Number(text), 0)).toBe(901)
  // A year for which the plan has no share of its own has nothing to share out.
  const none = await site.post(`${AT}/m1?to=areas&year=2023&map=2021-01-01`, form({ act: 'share-areas', by: '' }))
  expect([none.status, await none.text()]).toEqual([422, expect.stringContaining('Chưa có mức chung nào để chia')])
})

test('two planners: what only one changed is kept from both, what both changed is shown side by side until one is chosen', async () => {
  const at = `${AT}/m2?to=years&area=183`
  const seenIn = (html: string) => /name="seen" value="(\d+)"/.exec(html)?.[1] ?? ''
  const seen = seenIn(await site.text(at))
  const other = await signedIn(site.app, site.store, site.auth, 'minh@ls.vn', [
    { role: 'planner', organisation: null, area: null },
  ])
  const theirs = await site.app.request(`http://localhost${at}`, {
    method: 'POST',
    body: form({ act: 'save', seen, 'low.183@2021': '5', 'low.183@2022': '6' }),
    headers: { cookie: other },
  })
  expect(theirs.status).toBe(303)
  const mine = { act: 'save', seen, 'low.183@2021': '7', 'low.183@2022': '', 'low.183@2023': '8' }
  const clash = await site.post(at, form(mine))
  const html = await clash.text()
  expect([clash.status, plain(html)]).toEqual([409, expect.stringContaining('minh@ls.vn')])
  expect(html.match(/name="choice\.[^"]+"/g)).toEqual(Array<string>(2).fill('name="choice.183@2021"'))
  expect(typed(html)['low.183@2021']).toBe('7')
  const allocated = async (year: number) =>
    (await measureNow('m2'))?.allocations?.find(each => each.area === '183' && each.when?.start === `${year}-01-01`)
      ?.bound.low?.coefficient
  expect([await allocated(2021), await allocated(2023)]).toEqual([5n, undefined])
  const shownAt = /name="at" value="(\d+)"/.exec(html)?.[1] ?? ''
  // A choice made beside a version that stands no more is asked again.
  expect((await site.post(at, form({ ...mine, at: seen, 'choice.183@2021': 'mine' }))).status).toBe(409)
  const chosen = await site.post(at, form({ ...mine, at: shownAt, 'choice.183@2021': 'mine' }))
  expect(chosen.status).toBe(303)
  expect([await allocated(2021), await allocated(2022), await allocated(2023)]).toEqual([7n, 6n, 8n])
})

test('a save is told share by share in the audit, and is taken back as one', async () => {
  const at = `${AT}/m2?to=years&area=184`
  const saved = await site.post(at, form({ act: 'save', 'low.184@2021': '1,5', 'low.184@2022': '2' }))
  const log = new URL(saved.headers.get('location') ?? '', 'http://localhost').searchParams.get('saved') ?? ''
  const [line] = await site.store.db.selectFrom('log').selectAll().where('number', '=', Number(log)).execute()
  expect([line?.kind, line?.actor, JSON.parse(line?.after ?? '')]).toEqual([
    'plan',
    'lan.nguyen@langson.gov.vn',
    { sha256: expect.any(String) as string, measure: 'm2', shares: { '184@2021': '1.5–1.5', '184@2022': '2–2' } },
  ])
  expect(await site.text(`${at}&saved=${log}`)).toContain('Hoàn tác lần lưu này')
  const before = (await measureNow('m2'))?.allocations?.length ?? 0
  const back = await site.post(at, form({ act: 'back', of: log }))
  expect(back.status).toBe(303)
  expect((await measureNow('m2'))?.allocations).toHaveLength(before - 2)
  expect((await site.post(at, form({ act: 'back', of: '1' }))).status).toBe(409)
  // What somebody changed after it is not taken back silently.
  const again = await site.post(at, form({ act: 'save', 'low.184@2021': '3' }))
  const which = new URL(again.headers.get('location') ?? '', 'http://localhost').searchParams.get('saved') ?? ''
  await site.post(at, form({ act: 'save', 'low.184@2021': '4' }))
  expect((await site.post(at, form({ act: 'back', of: which }))).status).toBe(409)
})

test('only a planner shares out', async () => {
  const as = (cookie: string) => async (method: 'GET' | 'POST') =>
    (
      await site.app.request(`http://localhost${AT}/m1`, {
        method,
        ...(method === 'POST' ? { body: form({ act: 'save' }) } : {}),
        headers: { cookie },
      })
    ).status
  expect([await as('')('GET'), await as('')('POST')]).toEqual([303, 401])
  for (const role of ['reporter', 'approver', 'leader', 'inspector', 'administrator'] as const) {
    const does = as(
      await signedIn(site.app, site.store, site.auth, `${role}@ls.vn`, [{ role, organisation: null, area: null }]),
    )
    expect([role, await does('GET'), await does('POST')]).toEqual([role, 403, 403])
  }
})

test('the page asks the store as often for five years as for sixty communes', async () => {
  const count = async (path: string) => {
    await site.text(path)
    asked = 0
    await site.text(path)
    return asked
  }
  const years = await count(`${AT}/m1?to=years`)
  expect(await count(`${AT}/m1?to=areas&map=2025-08-01`)).toBeLessThanOrEqual(years + 1)
})
