import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sharedOut, sumLine, withShares } from '../../src/desk/allocations/shares.ts'
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
      else
        for (const end of ['low', 'high'] as const) expect(sumLine(bound, shares, end)?.difference.coefficient).toBe(0n)
    }),
  )
})

test('shares of one kind leave those of the other alone', () => {
  const bare = measure('m', 'ho-dan', END, {})
  const both = withShares(
    withShares(bare, 'areas', new Map([['180', exactly(dec('1'))]])),
    'years',
    new Map([['2023', exactly(dec('2'))]]),
  )
  expect(both.allocations).toHaveLength(2)
  expect(withShares(withShares(both, 'areas', new Map()), 'years', new Map())).toEqual(bare)
})

test('the list shows each measure with what is shared out of it', async () => {
  const html = plain(await site.text(AT))
  expect(html).toContain('Mức m1 không quá 1.000 hộ chưa giao chưa giao')
})

test('a measure is shared out to districts equally, corrected, saved as a new version, and the difference shown', async () => {
  const page = await site.text(`${AT}/m1?to=areas`)
  expect(plain(page)).toContain('huyện Tràng Định')
  const shared = await (await site.post(`${AT}/m1?to=areas`, form({ act: 'share', by: '' }))).text()
  const shares = typed(shared)
  expect(Object.keys(shares)).toHaveLength(11)
  expect(Object.values(shares).sort()).toEqual(['90', ...Array<string>(10).fill('91')])
  expect(plain(shared)).toContain('khớp mức chung')
  // Nothing is kept until it is saved.
  expect((await measureNow('m1'))?.allocations).toBeUndefined()
  const more = { ...shares, 'high.180': '95,5' }
  const counted = await site.post(`${AT}/m1?to=areas`, form({ act: 'sum', by: '', ...more }))
  expect(plain(await counted.text())).toMatch(/vượt mức chung [45],5/)
  const saved = await site.post(`${AT}/m1?to=areas`, form({ act: 'save', by: '', ...shares, 'high.181': '' }))
  expect(saved.status).toBe(303)
  const kept = await measureNow('m1')
  expect(kept?.allocations).toHaveLength(10)
  expect(kept?.allocations?.every(each => each.bound.kind === 'atMost')).toBe(true)
  expect(plain(await site.text(AT))).toMatch(/10 phần, thiếu 9[01] so với mức chung/)
  expect(typed(await site.text(`${AT}/m1?to=areas`))['high.180']).toBe(shares['high.180'])
})

test('districts share by the last figures of the communes inside them, and by another indicator', async () => {
  const shares = async (by: string) =>
    typed(await (await site.post(`${AT}/m1?to=areas&map=2021-01-01`, form({ act: 'share', by }))).text())
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
  const none = await site.post(at, form({ act: 'share', by: 'last' }))
  expect(none.status).toBe(422)
  const equal = typed(await (await site.post(at, form({ act: 'share', by: '' }))).text())
  expect(Object.keys(equal).length).toBeGreaterThan(65)
})

test('years share a sum; what does not add is the same for all', async () => {
  const years = typed(await (await site.post(`${AT}/m2?to=years`, form({ act: 'share', by: '' }))).text())
  expect(years).toEqual({
    'low.2021': '201',
    'low.2022': '200',
    'low.2023': '200',
    'low.2024': '200',
    'low.2025': '200',
  })
  expect((await site.post(`${AT}/m2?to=years`, form({ act: 'save', ...years }))).status).toBe(303)
  expect((await measureNow('m2'))?.allocations?.map(each => each.when?.start)).toEqual(
    [2021, 2022, 2023, 2024, 2025].map(y => `${y}-01-01`),
  )
  const rate = await (await site.post(`${AT}/m3?to=areas`, form({ act: 'share', by: '' }))).text()
  expect(new Set(Object.values(typed(rate)))).toEqual(new Set(['3']))
  expect(plain(rate)).toContain('không cộng')
})

test('a range has two ends; what is no number or upside down is said at its cell', async () => {
  const at = `${AT}/m4?to=years`
  const wrong = await site.post(
    at,
    form({ act: 'save', 'low.2023': 'nhiều', 'high.2023': '5', 'low.2024': '9', 'high.2024': '3' }),
  )
  expect(wrong.status).toBe(422)
  const html = await wrong.text()
  expect(html).toContain('“nhiều” không phải là số')
  expect(html).toContain('value="nhiều"')
  const upside = await site.post(at, form({ act: 'save', 'low.2024': '9', 'high.2024': '3' }))
  expect(plain(await upside.text())).toContain('Cần đủ hai đầu của khoảng')
  expect((await measureNow('m4'))?.allocations).toBeUndefined()
  expect((await site.get(`${AT}/khong-co`)).status).toBe(404)
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
