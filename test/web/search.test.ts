import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { recordFinding } from '../../src/desk/findings/act.ts'
import { AREAS_FILE, EVENTS_FILE, readTerritory } from '../../src/exchange/territory.ts'
import { define } from '../../src/store/definitions.ts'
import { publishPlan } from '../../src/store/plans.ts'
import { saveTerritory } from '../../src/store/territory.ts'
import { queryOf, rankOf, searchable } from '../../src/web/search/rank.ts'
import { EXAMPLE, fileForm, openSite, RESOLUTION, signedIn, TENANT, type Site } from './site.ts'

let site: Site
let queries = 0
const FOLDER = resolve(import.meta.dirname, '../../examples/lang-son-territory')
beforeAll(async () => {
  site = await openSite({ watch: () => (queries += 1) })
  const read = (name: string) => readFileSync(join(FOLDER, name), 'utf8')
  const { value } = readTerritory(read(AREAS_FILE), read(EVENTS_FILE))
  if (!value) throw new Error('territory')
  await saveTerritory(site.store, TENANT, value, { actor: 'test' })
  const office = (name: string) => ({ name, kind: 'office', parent: null, area: null, head: null })
  await define(site.store, TENANT, 'organisation', { 'so-y-te': office('Sở Y tế') }, { actor: 'test' })
  expect((await site.post('/documents', fileForm('thanh-binh.md', RESOLUTION))).status).toBe(303)
})
afterAll(async () => {
  expect(site.faults).toEqual([])
  await site.close()
})

const found = async (q: string, get = (path: string) => site.text(path)) => {
  const html = await get(`/search?q=${encodeURIComponent(q)}`)
  return [...html.matchAll(/<li><a href="([^"]+)"[^>]*>([^<]*)/g)].map(m => ({ path: m[1] ?? '', title: m[2] ?? '' }))
}
const publicly = async (path: string) => (await site.app.request(`http://localhost${path}`)).text()

describe('a question', () => {
  const titles = ['Kỳ Lừa', 'Kỳ Lừa cũ', 'Ky Lua', 'phường Kỳ Lừa', 'Lừa và Kỳ', 'Kỷ Lứa', 'khác']
  test.each([
    ['kỳ lừa', ['Kỳ Lừa', 'Ky Lua', 'Kỷ Lứa', 'Kỳ Lừa cũ', 'phường Kỳ Lừa', 'Lừa và Kỳ']],
    ['ky lua', ['Ky Lua', 'Kỳ Lừa', 'Kỷ Lứa', 'Kỳ Lừa cũ', 'phường Kỳ Lừa', 'Lừa và Kỳ']],
    ['lu', ['Kỳ Lừa', 'Kỳ Lừa cũ', 'Ky Lua', 'phường Kỳ Lừa', 'Lừa và Kỳ', 'Kỷ Lứa']],
    ['ua', []],
    ['kỳ lừa xã', []],
  ])('%s is answered in order', (asked, expected) => {
    const query = queryOf(asked)
    const ranked = titles
      .map(title => ({ title, rank: query ? rankOf(searchable(title, '', ''), query) : 0 }))
      .filter(({ rank }) => rank > 0)
    if (asked !== 'lu') ranked.sort((a, b) => b.rank - a.rank)
    const names = ranked.map(({ title }) => title)
    expect(asked === 'lu' ? names.sort() : names).toEqual(asked === 'lu' ? [...expected].sort() : expected)
  })

  test('of no words asks nothing', () => {
    for (const text of ['', '   ', '"%_\\', '—']) expect(queryOf(text)).toBeNull()
  })
})

describe('search', () => {
  test('finds targets, indicators, areas, organisations and plans, with accents and without', async () => {
    for (const q of ['tỷ lệ hộ nghèo', 'ty le ho ngheo', 'TY LE HO NGHEO'])
      expect((await found(q)).map(each => each.path).some(path => path.startsWith(`/plans/${EXAMPLE}/targets/`))).toBe(
        true,
      )
    const areas = await found('thất khê')
    expect(areas[0]?.path).toMatch(/^\/areas\//)
    expect((await found('that khe')).map(each => each.path)).toEqual(areas.map(each => each.path))
    expect((await found('so y te')).map(each => each.title)).toContain('Sở Y tế')
    expect((await found(EXAMPLE)).map(each => each.path)).toContain(`/plans/${EXAMPLE}`)
    for (const hit of await found('hộ nghèo'))
      expect((await site.get(hit.path.replaceAll('&amp;', '&'))).status).toBe(200)
  })

  test('finds the words of a document; one that is not published only for who works on it', async () => {
    const hits = await found('lao động qua đào tạo đạt')
    expect(hits.some(each => each.path.startsWith('/documents/'))).toBe(true)
    const html = await site.text(`/search?q=${encodeURIComponent('vung cao va 6')}`)
    expect(html).toContain('<mark class="figure">vùng cao và 6</mark>')
    expect((await found('lao động qua đào tạo đạt', publicly)).some(each => each.path.startsWith('/documents/'))).toBe(
      false,
    )
    expect(await publicly('/search?q=thanh%20binh')).not.toContain('THANH BÌNH')
  })

  test('sees what was written a moment ago', async () => {
    expect(await found('thủy lợi chưa có')).toEqual([])
    const [first, ...rest] = site.plan.targets
    if (!first) throw new Error('no target')
    const changed = { ...site.plan, targets: [{ ...first, text: 'Công trình thủy lợi chưa có tên' }, ...rest] }
    await publishPlan(site.store, TENANT, changed, { actor: 'test' })
    expect((await found('thuy loi chua co')).map(each => each.title)).toContain('Công trình thủy lợi chưa có tên')
  })

  test('leads to an organisation’s page inside, to its area outside; findings are found by those who read them', async () => {
    expect((await found('so y te')).find(each => each.title === 'Sở Y tế')?.path).toBe('/organisations/so-y-te')
    expect((await found('so y te', publicly)).find(each => each.title === 'Sở Y tế')?.path).toBe('/areas')
    const recorded = {
      about: { kind: 'organisation', id: 'so-y-te', name: 'Sở Y tế' },
      severity: 'serious',
      found: 'Số giường bệnh tháng Ba thiếu chứng từ',
      demanded: 'Bổ sung chứng từ.',
      due: '2026-05-01',
      organisation: 'so-y-te',
    } as const
    const id = await recordFinding(site.store, TENANT, recorded, { actor: 'test' })
    expect((await found('giuong benh thang ba')).map(each => each.path)).toEqual([`/findings/${id}`])
    expect((await found(id)).map(each => each.path)).toContain(`/findings/${id}`)
    expect(await publicly('/search?q=giuong%20benh%20thang%20ba')).not.toContain('chứng từ')
    const other = await signedIn(site.app, site.store, site.auth, 'khac@ls.vn', [
      { role: 'reporter', organisation: 'so-khac', area: null },
    ])
    const asOther = async (path: string) =>
      (await site.app.request(`http://localhost${path}`, { headers: { cookie: other } })).text()
    expect(await found('giuong benh thang ba', asOther)).toEqual([])
  })

  test('looks through three thousand areas without asking the store about any of them', async () => {
    const name = (i: number) =>
      `${['Tân', 'Bình', 'Hòa', 'Yên', 'Thịnh'][i % 5] ?? ''} ${['Lập', 'Sơn', 'Thủy', 'Minh'][i % 4] ?? ''} ${i}`
    const rows = Array.from({ length: 3000 }, (_, i) => `N${i},xã,${name(i)},${50000 + i},,2020-01-01,,,`)
    const many = readTerritory(
      `id,type,name,code,parent,from,to,lon,lat\n${rows.join('\n')}\n`,
      'date,kind,from,to,group,population,area_km2,basis\n',
    )
    expect(many.messages).toEqual([])
    await saveTerritory(site.store, TENANT, many.value!, { actor: 'test' })
    await publicly('/search?q=a')
    queries = 0
    expect(await publicly('/search?q=hoa%20minh%202987&lang=vi')).toContain('Hòa Minh 2987')
    expect(queries).toBe(1)
  })

  test('asks the store one question while nothing was written, and shows what was asked as text', async () => {
    await site.get('/search?q=a')
    queries = 0
    await site.app.request('http://localhost/search?q=lang')
    expect(queries).toBe(1)
    expect(await site.text('/search?q=%3Cscript%3Ealert(1)%3C/script%3E')).not.toContain('<script>alert')
    expect((await site.get('/search')).status).toBe(200)
    expect(await site.text('/search?q=zzzz&lang=en')).toContain('nothing was found')
  })
})
