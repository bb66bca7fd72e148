import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { AREAS_FILE, EVENTS_FILE, readTerritory } from '../../src/exchange/territory.ts'
import { importFigures } from '../../src/store/import-figures.ts'
import { saveTerritory } from '../../src/store/territory.ts'
import { mapOn } from '../../src/territory/map.ts'
import { figure } from '../store/fixtures.ts'
import { EXAMPLE, openSite, TENANT } from './site.ts'

const FOLDER = join(import.meta.dirname, '../../examples/lang-son-territory')
const BY = { actor: 'test' }

test('a total of which a district is missing stands on no page as if it were whole', async () => {
  const site = await openSite()
  const [areas = '', events = ''] = [AREAS_FILE, EVENTS_FILE].map(name => readFileSync(join(FOLDER, name), 'utf8'))
  const { value: territory } = readTerritory(areas, events)
  if (!territory) throw new Error('the territory cannot be read')
  await saveTerritory(site.store, TENANT, territory, BY)
  const districts = mapOn(territory, site.plan.map ?? '').children.get(site.plan.area) ?? []
  const give = (when: number, of: readonly string[]) =>
    importFigures(site.store, TENANT, of.map(area => figure('tourists', when, '100000', { area })), { ...BY, subject: 'huyen.csv' }) // prettier-ignore
  await give(2021, districts)
  await give(2022, districts.slice(1))
  const target = site.plan.targets.find(each => each.measures.some(({ indicators }) => indicators.includes('tourists')))
  const board = `/plans/${EXAMPLE}?on=2022-12-31`
  const page = `/plans/${EXAMPLE}/targets/${target?.id ?? ''}?on=2022-12-31`
  const said = async (path: string, words: RegExp) => words.exec(await site.text(path))?.[0] ?? null
  // The indicator's figures come by quarter: 200 communes owe 800.
  expect(await said(board, /2022: mới có \d+\/\d+ số liệu/)).toBe('2022: mới có 768/800 số liệu')
  expect(await said(`${board}&lang=en`, /2022: \d+ of \d+ figures in/)).toBe('2022: 768 of 800 figures in')
  expect(await said(`${page}&lang=vi`, /2022 mới có \d+ trên \d+ số liệu/)).toBe('2022 mới có 768 trên 800 số liệu')
  // What is whole stands among the figures, and says that nobody gave it.
  expect(await said(page, /cộng từ các đơn vị trực thuộc/)).not.toBeNull()
  await give(2022, districts.slice(0, 1))
  expect(await said(board, /mới có/)).toBeNull()
  expect(site.faults).toEqual([])
  await site.close()
})
