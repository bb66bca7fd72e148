import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { questionsOf } from '../../src/api/judged/question.ts'
import { dayIn } from '../../src/measure/vietnam-time.ts'
import { observations } from '../../src/store/figures.ts'
import { importFigures } from '../../src/store/import-figures.ts'
import { currentTerritory } from '../../src/store/territory.ts'
import { mapOn, within } from '../../src/territory/map.ts'
import { areaFigures, periodsOf, valuesOn } from '../../src/web/map/values.ts'
import { figure } from '../store/fixtures.ts'
import { seedTerritory } from './planner-world.ts'
import { EXAMPLE, openSite, TENANT, type Site } from './site.ts'

const BY = { actor: 'test' }
const DAYS = ['2021-06-30', '2024-12-31', '2026-01-01']
let site: Site
beforeAll(async () => {
  site = await openSite()
  const territory = await seedTerritory(site)
  // Park and Miller's generator: the same figures at every run.
  let seed = 11
  const next = () => (seed = (seed * 16_807) % 2_147_483_647) / 2_147_483_647
  const rows = [2021, 2022, 2023, 2024, 2025].flatMap(when =>
    within(mapOn(territory, `${when}-12-31`), '20', 'commune').flatMap(area =>
      ['new-forest', 'tourists', 'poverty-2021-2025'].flatMap(code =>
        next() < 0.15 ? [] : [figure(code, when, String(Math.floor(next() * 90)), { area, source: 'UBND xã' })],
      ),
    ),
  )
  await importFigures(site.store, TENANT, rows, { ...BY, subject: 'xa.csv' })
})
afterAll(async () => {
  expect(site.faults).toEqual([])
  await site.close()
})

describe.each(DAYS)('on the map of %s', day => {
  test('what a map is drawn of is the same from the cube as from the rows of the store', async () => {
    const { store, plan } = site
    const territory = await currentTerritory(store, TENANT)
    const question = (
      await questionsOf(store, TENANT, plan, { on: dayIn(store.now()), asOfLog: null, map: day }, { territory })
    )([...territory.areas.keys()])
    const cube = areaFigures(question, false)
    const rows = await observations(store, TENANT, { asOf: null, indicators: plan.indicators.map(each => each.code) })
    const stored = { given: rows, totals: [], partials: [] }
    const map = mapOn(territory, day)
    const areas = [...map.areas.keys()].filter(id => id !== plan.area)
    const known = new Set(areas)
    let compared = 0
    for (const indicator of plan.indicators) {
      const periods = periodsOf(rows, indicator.code, known)
      expect(periodsOf(cube.given, indicator.code, known)).toEqual(periods)
      for (const period of periods) {
        const of = (figures: typeof cube) => valuesOn({ plan, territory }, indicator, figures, period, areas, day)
        expect(of(cube)).toEqual(of(stored))
        compared += areas.length
      }
    }
    expect(compared).toBeGreaterThan(150)
  })
})

test('a total of which something is missing is checked, told with how much of it is there, and neither ranked nor coloured', async () => {
  const html = await site.text(`/map?plan=${EXAMPLE}&indicator=new-forest&period=2023&level=district&map=2024-12-31`)
  const rows = [...html.matchAll(/<tr><td class="num">(\d*)<\/td>(.*?)<\/tr>/gs)].map(m => [m[1], m[2] ?? ''] as const)
  const partial = rows.filter(([, row]) => /mới có \d+\/\d+ số liệu, cộng được [\d.,]+ ha/.test(row))
  expect(partial.length).toBeGreaterThan(5)
  expect(partial.every(([rank, row]) => rank === '' && !row.includes('<rect'))).toBe(true)
  expect(html).toMatch(/class="part"[^>]*fill="url\(#map-part\)"/)
  expect(html).toContain(`${partial.length} đơn vị mới có một phần số liệu`)
  expect(html).toMatch(/aria-label="(?:huyện|thành phố) [^"]+: mới có \d+\/\d+ số liệu/)
  // What is whole is added up, and says so.
  await importFigures(
    site.store,
    TENANT,
    within(mapOn(await currentTerritory(site.store, TENANT), '2024-12-31'), '20', 'commune').map(area =>
      figure('new-forest', 2020, '7', { area, source: 'UBND xã' }),
    ),
    { ...BY, subject: 'du.csv' },
  )
  const whole = await site.text(`/map?plan=${EXAMPLE}&indicator=new-forest&period=2020&level=district&map=2024-12-31`)
  expect(whole).not.toContain('một phần')
  expect(whole).toContain('cộng từ các đơn vị trực thuộc')
})
