import { afterAll, beforeAll, expect, test } from 'vitest'
import { importFigures } from '../../src/store/import-figures.ts'
import { figure } from '../store/fixtures.ts'
import { seedTerritory } from './planner-world.ts'
import { openSite, TENANT, type Site } from './site.ts'

let site: Site
beforeAll(async () => {
  site = await openSite()
  await seedTerritory(site)
  const given = [
    ...[2022, 2023].map(y => figure('new-forest', y, String(9000 + y - 2022), { area: '20' })),
    ...[2022, 2023].map(y => figure('new-forest', y, String(1200 + y - 2022), { area: '186' })),
  ]
  await importFigures(site.store, TENANT, given, { actor: 'test', subject: 'rung.csv' })
})
afterAll(() => site.close())

const at = (layers: string, more = '') =>
  `/plans/${site.plan.id}/what-if?on=2023-12-31&lang=vi&layers=${encodeURIComponent(layers)}${more}`

test('a figure of any district may be supposed, and moves the province though the plan gives the district no share', async () => {
  const plain = await site.text(at(''))
  expect(plain).toMatch(/<optgroup label="tỉnh Lạng Sơn">.*<option value="186">huyện Hữu Lũng<\/option>/s)
  expect(plain).toMatch(/<optgroup label="huyện Hữu Lũng">/)
  const answer = await site.get(
    at('', '&do=add&kind=value&indicator=new-forest&where=186&period=2024&value=1.500,5&at=0'),
  )
  expect(answer.status).toBe(303)
  const layers = new URL(answer.headers.get('location') ?? '', 'http://localhost').searchParams.get('layers') ?? ''
  expect(layers).toContain('v,new-forest,186,2024,1500.5')
  const html = await site.text(at(layers))
  // 9.001 and what is more than the 1.201 of the year before.
  expect(html).toMatch(/huyện Hữu Lũng, năm 2024: 1\.500,5 ha/)
  expect(html).toMatch(/tỉnh Lạng Sơn, năm 2024: 9\.300,5 ha \(không có giả định: 9\.001[,0]* ha\)/)
})

test('what cannot be added up is said by the names of indicator and area', async () => {
  const html = await site.text(at('1;a;v,new-members,186,2024,5;v,doctors,186,2024,5'))
  expect(html).toMatch(/<li>[^<]*đảng viên[^<]*: chưa cộng được lên tỉnh Lạng Sơn/i)
  expect(html).toMatch(/Bác sĩ[^<]* không cộng từ đơn vị bên trong lên, nên tỉnh Lạng Sơn giữ nguyên/)
})

test('a period or a figure that cannot be read is refused where it was typed', async () => {
  const answer = await site.get(at('', '&do=add&kind=value&indicator=new-forest&where=186&period=n%C4%83m&value=5'))
  expect(answer.status).toBe(422)
  const html = await answer.text()
  expect(html).toMatch(/<details open[^>]*><summary>Số liệu của một đơn vị/)
  expect(html).toMatch(/<option value="186" selected/)
  expect(html).toContain('value="năm"')
})
