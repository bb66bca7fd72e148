import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  boundariesContract,
  boundariesSavedContract,
  mapContract,
  recastContract,
  territorySavedContract,
} from '../../src/api/contract/territory.ts'
import { arithmeticContract, rulesContract } from '../../src/api/contract/method.ts'
import { dec } from '../../src/measure/decimal.ts'
import type { Indicator } from '../../src/plan/plan.ts'
import { importFigures } from '../../src/store/import-figures.ts'
import { publishPlan } from '../../src/store/plans.ts'
import { figure } from '../store/fixtures.ts'
import { openSite, TENANT, type Site } from '../web/site.ts'

const FOLDER = resolve(import.meta.dirname, '../../examples/lang-son-territory')
const table = (name: string) => readFileSync(resolve(FOLDER, name), 'utf8')

function tables(areas: string, events: string): FormData {
  const form = new FormData()
  form.set('areas', new File([areas], 'areas.csv'))
  form.set('events', new File([events], 'reorganisations.csv'))
  return form
}

/** Two villages that become one, and one that is divided into it and a third. */
const AREAS = `id,type,name,code,parent,from,to
t,tỉnh,Thử,T,,2000-01-01,
a,xã,A,A,t,2000-01-01,2025-07-01
b,xã,B,B,t,2000-01-01,2025-07-01
c,xã,C,C,t,2000-01-01,2025-07-01
ab,xã,AB,AB,t,2025-07-01,
d,xã,D,D,t,2025-07-01,
`
const EVENTS = `date,kind,from,to,group,population,area_km2,basis
2025-07-01,merge,a,ab,,100,10,thử
2025-07-01,split,b,ab,,30,10,thử
2025-07-01,split,b,d,,70,10,thử
2025-07-01,merge,c,d,,100,10,thử
`

const indicator = (code: string, unit: string, decimals: number, more: Partial<Indicator>): Indicator => ({
  code,
  name: { vi: code },
  unit,
  decimals,
  direction: 'up',
  frequency: 'A',
  overAreas: 'sum',
  overTime: 'last',
  methods: [],
  ...more,
})
const INDICATORS = [
  indicator('poor', 'hộ', 0, {}),
  indicator('households', 'hộ', 0, {}),
  indicator('rate', '%', 2, {
    overAreas: 'ratioOfSums',
    ratio: { numerator: 'poor', denominator: 'households' },
    formula: 'share([poor]; [households])',
  }),
  indicator('income', 'triệu đồng', 1, { overAreas: 'weightedMean', weight: 'households' }),
  indicator('standard', 'xã', 0, { overAreas: 'recount' }),
  indicator('rank', 'hạng', 0, { overAreas: 'none' }),
]

let site: Site
beforeAll(async () => {
  site = await openSite()
  const taken = await site.post('/api/territory', tables(AREAS, EVENTS))
  expect(territorySavedContract.parse(await taken.json())).toMatchObject({ areas: 6, events: 1 })
  const { plan } = site
  await publishPlan(
    site.store,
    TENANT,
    { ...plan, id: 'thu', area: 't', indicators: INDICATORS, targets: [] },
    { actor: 'test' },
  )
  const of = (code: string, values: Readonly<Record<string, string>>) =>
    Object.entries(values).map(([area, value]) => figure(code, 2024, value, { area, value: dec(value) }))
  await importFigures(
    site.store,
    TENANT,
    [
      ...of('poor', { a: '10', b: '20', c: '31' }),
      ...of('households', { a: '100', b: '200', c: '300' }),
      ...of('income', { a: '40', b: '50', c: '60.5' }),
      ...of('standard', { a: '1', b: '0', c: '1' }),
      ...of('rank', { a: '1', b: '2', c: '3' }),
    ],
    { actor: 'test', subject: 'f.csv' },
  )
})
afterAll(async () => {
  expect(site.faults).toEqual([])
  await site.close()
})

async function recast(code: string, more = '') {
  const query = `?period=2024&from=2025-01-01&to=2025-08-01${more}`
  const found = recastContract.parse(await (await site.get(`/api/territory/recast/${code}${query}`)).json())
  const said = (row: (typeof found)['total']) => row.valueText ?? row.because ?? row.absent
  return [...found.areas.map(row => `${row.name} ${said(row)}`).sort(), `total ${said(found.total)}`]
}

test('the map of a day is given', async () => {
  const names = async (on: string) =>
    mapContract.parse(await (await site.get(`/api/territory?on=${on}`)).json()).areas.map(area => area.name)
  expect(await names('2025-06-30')).toEqual(['A', 'B', 'C', 'Thử'])
  expect(await names('2025-07-01')).toEqual(['AB', 'D', 'Thử'])
  expect((await site.get('/api/territory?on=2025-02-30')).status).toBe(400)
})

test('what adds is added, and divided only by a weight', async () => {
  expect(await recast('poor')).toEqual(['AB cube.parts-unknown', 'D cube.parts-unknown', 'total 61'])
  expect(await recast('poor', '&by=population')).toEqual(['AB 16', 'D 45', 'total 61'])
  expect(await recast('poor', '&by=area')).toEqual(['AB 20', 'D 41', 'total 61'])
})

test('a ratio is divided anew from its two sums, in its own unit', async () => {
  // (10 + 6) / (100 + 60) and (14 + 31) / (140 + 300); of the whole 61 / 600.
  expect(await recast('rate', '&by=population')).toEqual(['AB 10.00', 'D 10.23', 'total 10.17'])
  expect(await recast('rate')).toEqual(['AB cube.parts-unknown', 'D cube.parts-unknown', 'total 10.17'])
})

test('a mean is weighed; what no sum makes is not computable, a standard is to be assessed', async () => {
  // (40 × 100 + 50 × 200 + 60,5 × 300) / 600
  expect((await recast('income')).at(-1)).toBe('total 53.6')
  expect(await recast('rank', '&by=equal')).toEqual([
    'AB cube.not-additive',
    'D cube.not-additive',
    'total cube.not-additive',
  ])
  expect(await recast('standard')).toEqual(['AB cube.assess-anew', 'D cube.assess-anew', 'total cube.assess-anew'])
})

test.each([
  'period=x&from=2025-01-01&to=2025-08-01',
  'period=2024&from=x&to=2025-08-01',
  'period=2024&from=2025-01-01',
  'period=2024&from=2025-01-01&to=2025-08-01&by=guess',
])('a recast asked wrongly (%s) is told so', async query => {
  expect((await site.get(`/api/territory/recast/poor?${query}`)).status).toBe(400)
})

test('a wrong territory is refused whole, each fault by file, line and column', async () => {
  const wrong = await site.post('/api/territory', tables(AREAS.replace('d,xã,D', 'c,xã,D'), EVENTS))
  expect(wrong.status).toBe(422)
  const { error } = (await wrong.json()) as { error: { rows: { line: number; column: string }[] } }
  expect(error.rows.length).toBeGreaterThan(0)
  for (const row of error.rows) expect(row.line).toBeGreaterThan(1)
  expect(mapContract.parse(await (await site.get('/api/territory?on=2025-08-01')).json()).areas).toHaveLength(3)
})

test('Lạng Sơn’s five maps come in through the same door', async () => {
  const other = await openSite({ empty: true })
  await other.post('/api/territory', tables(table('areas.csv'), table('reorganisations.csv')))
  const communes = async (on: string) =>
    mapContract
      .parse(await (await other.get(`/api/territory?on=${on}`)).json())
      .areas.filter(area => area.level === 'commune').length
  const counts = ['2019-12-01', '2020-02-01', '2024-12-01', '2025-03-01', '2025-07-01'].map(communes)
  expect(await Promise.all(counts)).toEqual([226, 200, 194, 194, 65])
  await other.close()
})

test('a formula’s arithmetic is told, with what it stands on', async () => {
  const path = '/api/plans/thu/indicators/rate/arithmetic?area=c'
  const told = arithmeticContract.parse(await (await site.get(path)).json())
  expect(told.figures).toMatchObject([
    { period: '2024', value: '10.33', inputs: [{ code: 'poor' }, { code: 'households' }] },
  ])
  expect((await site.get('/api/plans/none/indicators/rate/arithmetic')).status).toBe(404)
})

test('rules are put in the place of those that stand, whole or not at all', async () => {
  const send = (rules: unknown) =>
    site.post('/api/rules', JSON.stringify({ rules }), { 'Content-Type': 'application/json' })
  const rule = {
    id: 'r',
    name: 'Tỷ lệ',
    severity: 'refuse',
    kind: 'range',
    indicators: ['rate'],
    low: '0',
    high: '100',
  }
  expect((await send([rule])).status).toBe(200)
  expect((await send([{ ...rule, kind: 'guess' }])).status).toBe(422)
  expect((await send('none')).status).toBe(400)
  const { rules } = rulesContract.parse(await (await site.get('/api/rules')).json())
  expect(rules).toMatchObject([{ id: 'r', kind: 'range' }])
})

test('bounds are given and taken back as they were given, for the map of their day; a wrong shape is refused whole', async () => {
  const square = (x: number) => [[x, 21], [x + 0.1, 21], [x + 0.1, 21.1], [x, 21.1], [x, 21]] // prettier-ignore
  const feature = (code: string, ring: readonly (readonly number[])[]) => ({
    type: 'Feature',
    properties: { ma: code },
    geometry: { type: 'Polygon', coordinates: [ring] },
  })
  const send = (features: readonly object[], on = '2025-08-01') =>
    site.post(`/api/territory/boundaries?on=${on}`, JSON.stringify({ type: 'FeatureCollection', features }), {
      'Content-Type': 'application/json',
    })
  const open = await send([feature('AB', square(106).slice(0, 4)), feature('D', square(107))])
  expect(open.status).toBe(422)
  expect((await send([], 'hôm nay')).status).toBe(400)
  const done = boundariesSavedContract.parse(
    await (await send([feature('AB', square(106)), feature('ngoài', square(109))])).json(),
  )
  expect(done).toMatchObject({ on: '2025-08-01', property: 'ma', matched: 1, unmatched: 1, missing: ['d'] })
  const { features } = boundariesContract.parse(
    await (await site.get('/api/territory/boundaries?on=2025-08-01')).json(),
  )
  expect(features.map(each => [each.id, each.properties.code, each.geometry.coordinates[0]?.[0]?.length])).toEqual([
    ['ab', 'AB', 5],
  ])
  // What was given is what is taken: it changes nothing.
  const again = await send(features.map(each => ({ ...each, properties: { ma: each.properties.code } })))
  expect(boundariesSavedContract.parse(await again.json()).log).toBeNull()
  expect(
    boundariesContract.parse(await (await site.get('/api/territory/boundaries?on=2025-01-01')).json()).features,
  ).toEqual([])
  const stranger = await site.app.request('http://localhost/api/territory/boundaries?on=2025-08-01', {
    method: 'POST',
    body: '{}',
    headers: { 'Content-Type': 'application/json' },
  })
  expect(stranger.status).toBe(401)
})
