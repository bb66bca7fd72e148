import { afterAll, beforeAll, expect, test } from 'vitest'
import { changedTerritory } from '../../src/desk/territory/change.ts'
import { checkTerritory } from '../../src/territory/check.ts'
import { mapOn } from '../../src/territory/map.ts'
import { currentTerritory } from '../../src/store/territory.ts'
import { readTerritory, writeTerritory } from '../../src/exchange/territory.ts'
import { langSon, seedTerritory, tables } from './planner-world.ts'
import { openSite, signedIn, TENANT, type Site } from './site.ts'

let site: Site
let asked = 0
beforeAll(async () => {
  site = await openSite({ empty: true, watch: () => (asked += 1) })
  await seedTerritory(site)
})
afterAll(async () => {
  expect(site.faults).toEqual([])
  await site.close()
})
const plain = (html: string) => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')
const form = (fields: Record<string, string>) => {
  const made = new FormData()
  for (const [name, value] of Object.entries(fields)) made.set(name, value)
  return made
}
const MERGE = {
  date: '2026-07-01',
  from: 'xã Bình Gia\nxã Hoa Thám',
  into: 'xã; Bình Gia Mới; 06099',
  basis: 'Nghị quyết thử',
  act: 'preview',
}

test('the time line shows each day with how many communes there were before and after', async () => {
  const html = plain(await site.text('/territory'))
  expect(html).toContain('01/12/2019 điểm đầu 226 11')
  expect(html).toContain('226 → 200')
  expect(html).toContain('200 → 194')
  expect(html).toContain('194 → 65')
  expect(html).toContain('11 → 0')
})

test('the map of a day is a tree, and is searched with or without accents', async () => {
  const now = await site.text('/territory?map=2026-01-01')
  expect(plain(now)).toContain('65 đơn vị cấp xã')
  const before = plain(await site.text('/territory?map=2021-01-01'))
  expect(before).toContain('huyện Tràng Định')
  const found = plain(await site.text('/territory?map=2026-01-01&find=binh+gia'))
  expect(found).toContain('xã Bình Gia')
  expect(found).not.toContain('xã Thất Khê')
  expect(plain(await site.text('/territory?find=khong+co'))).toContain('Không có đơn vị nào tên “khong co”')
  expect((await site.get('/territory?map=2026-13-01')).status).toBe(400)
})

test('an area tells its life: names, codes, what it came of and what it became', async () => {
  const html = plain(await site.text('/territory/areas/06040-dai-dong-2020'))
  expect(html).toContain('xã Đại Đồng')
  expect(html).toContain('Từ ngày 01/12/2024 thành')
  expect(html).toContain('thị trấn Thất Khê')
  expect((await site.get('/territory/areas/khong-co')).status).toBe(404)
})

test('a day of changes shows a series on both maps: exact sums, kept, split, not assessed', async () => {
  const sum = plain(await site.text('/territory/days/2025-07-01?indicator=ho-dan&period=2024'))
  expect(sum).toMatch(/\d+ đơn vị tính được chính xác/)
  expect(sum).toContain('3 đơn vị không tính được')
  expect(sum).toMatch(/Tổng [\d.]+ cộng chính xác 194 đơn vị cũ/)
  const equal = plain(await site.text('/territory/days/2025-07-01?indicator=ho-dan&period=2024&by=equal'))
  expect(equal).toContain('3 đơn vị chia theo trọng số')
  expect(equal).not.toContain('không tính được')
  const total = (html: string) => /Tổng ([\d.,]+)/.exec(html)?.[1]
  expect(total(equal)).toBe(total(sum))
  const standard = plain(await site.text('/territory/days/2025-07-01?indicator=xa-dat-chuan&period=2024'))
  expect(standard).toMatch(/\d+ đơn vị chưa được đánh giá lại/)
  const rate = plain(await site.text('/territory/days/2025-07-01?indicator=ty-le-ngheo&period=2024&by=equal'))
  expect(rate).toContain('tỷ số của hai tổng')
  expect((await site.get('/territory/days/2025-07-02')).status).toBe(404)
})

test('a merge is looked at before it is saved, then saved, and the next change sees it', async () => {
  const before = await currentTerritory(site.store, TENANT)
  const preview = await site.post('/territory/change', form({ ...MERGE, indicator: 'ho-dan' }))
  expect(preview.status).toBe(200)
  const html = plain(await preview.text())
  expect(html).toContain('Chưa có gì được lưu')
  expect(html).toContain('65 → 64')
  expect(html).toMatch(/Kết thúc xã (?:Bình Gia, xã Hoa Thám|Hoa Thám, xã Bình Gia) Thành lập xã Bình Gia Mới/)
  expect(await currentTerritory(site.store, TENANT)).toBe(before)
  const saved = await site.post('/territory/change', form({ ...MERGE, act: 'save' }))
  expect(saved.status).toBe(303)
  const after = await currentTerritory(site.store, TENANT)
  expect([...mapOn(after, '2026-08-01').areas.values()].filter(area => area.level === 'commune')).toHaveLength(64)
  const again = await site.post('/territory/change', form(MERGE))
  expect(again.status).toBe(422)
  expect(await again.text()).toContain('Ngày đó không có đơn vị “xã Bình Gia”')
})

test('a change that cannot be is refused by field, and nothing is saved', async () => {
  const says = async (fields: Record<string, string>, words: string) => {
    const refused = await site.post('/territory/change', form({ ...MERGE, ...fields, act: 'save' }))
    expect([words, refused.status]).toEqual([words, 422])
    expect(plain(await refused.text())).toContain(words)
  }
  const before = await currentTerritory(site.store, TENANT)
  await says({ date: 'mai' }, '“mai” không phải là ngày')
  await says({ from: 'xã Không Có Ở Đâu' }, 'không có đơn vị “xã Không Có Ở Đâu”')
  await says({ from: '' }, 'Hãy ghi đơn vị cũ')
  await says({ from: 'xã Thất Khê', into: 'làng; X; 1' }, 'Không hiểu dòng “làng; X; 1”')
  await says({ from: 'xã Thất Khê', basis: '' }, 'Hãy ghi căn cứ')
  await says({ from: 'xã Thất Khê', date: '2024-12-15' }, 'không có đơn vị')
  expect(await currentTerritory(site.store, TENANT)).toBe(before)
})

test('merge, split, regrouping, abolition and a new name all give territories that hold and read back', () => {
  const territory = langSon()
  const cases = [
    { from: 'xã Bình Gia\nxã Hoa Thám', into: 'xã; Mới; 06098', rename: false },
    { from: 'xã Bình Gia', into: 'xã; Một; 06098; 1.200; 10,5\nxã; Hai; 06099; 800; 4', rename: false },
    { from: 'xã Bình Gia\nxã Hoa Thám', into: 'xã; Một; 06098\nxã; Hai; 06099', rename: false },
    { from: 'xã Bình Gia', into: '', rename: false },
    { from: 'xã Bình Gia', into: 'phường; Bình Gia; 06097', rename: true },
  ]
  for (const each of cases) {
    const { value, messages } = changedTerritory(territory, { ...each, date: '2026-07-01', basis: 'NQ' })
    expect(messages).toEqual([])
    if (!value) throw new Error('no territory')
    expect(checkTerritory(value)).toEqual([])
    const written = writeTerritory(value)
    const back = readTerritory(written.areas, written.events)
    expect(back.messages).toEqual([])
    expect(writeTerritory(back.value ?? territory)).toEqual(written)
    // What was before stays as it was.
    expect(mapOn(value, '2026-06-30').areas.size).toBe(mapOn(territory, '2026-06-30').areas.size)
  }
})

test('tables are refused with every fault by its line, taken whole, and given back', async () => {
  const { areas, events } = tables()
  const wrong = await site.post(
    '/territory/load',
    form({ areas: areas.replace('huyện,Tràng Định', 'vùng,Tràng Định'), events, act: 'save' }),
  )
  expect(wrong.status).toBe(422)
  expect(plain(await wrong.text())).toContain('Dòng 4')
  const preview = await site.post('/territory/load', form({ areas, events, act: 'preview' }))
  expect(plain(await preview.text())).toContain('Số đơn vị trong hồ sơ')
  expect((await site.post('/territory/load', form({ areas, events, act: 'save' }))).status).toBe(303)
  expect(plain(await site.text('/territory'))).not.toContain('65 → 64')
  const same = await site.post('/territory/load', form({ areas, events, act: 'preview' }))
  expect(plain(await same.text())).toContain('Không có gì khác')
  expect((await site.text('/territory/areas.csv')).replace('\uFEFF', '').split('\n')[0]).toBe(
    'id,type,name,code,parent,from,to,lon,lat',
  )
})

test('everybody reads the territory; only a planner changes it', async () => {
  const look = (cookie: string) => site.app.request('http://localhost/territory', { headers: { cookie } })
  const change = (cookie: string) =>
    site.app.request('http://localhost/territory/change', { method: 'POST', body: form(MERGE), headers: { cookie } })
  expect((await look('')).status).toBe(200)
  expect(await (await look('')).text()).not.toContain('id="change"')
  expect((await change('')).status).toBe(401)
  for (const role of ['reporter', 'approver', 'leader', 'inspector', 'administrator'] as const) {
    const grants = [{ role, organisation: null, area: null }]
    const cookie = await signedIn(site.app, site.store, site.auth, `${role}@ls.vn`, grants)
    expect([role, (await look(cookie)).status, (await change(cookie)).status]).toEqual([role, 200, 403])
  }
})

test('a page asks the store as often for one area as for many', async () => {
  const count = async (path: string) => {
    await site.text(path)
    asked = 0
    await site.text(path)
    return asked
  }
  const few = await count('/territory/days/2024-12-01?indicator=ho-dan&period=2024')
  const many = await count('/territory/days/2025-07-01?indicator=ho-dan&period=2024')
  expect(many).toBeLessThanOrEqual(few + 1)
  expect(await count('/territory?map=2026-01-01')).toBe(await count('/territory?map=2021-01-01'))
})
