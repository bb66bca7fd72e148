import { afterAll, beforeAll, expect, test } from 'vitest'
import { setupOf } from '../../src/desk/setup.ts'
import { writeXlsx } from 'hucre/xlsx'
import { seedTerritory } from './planner-world.ts'
import { fileForm, openSite, signedIn, TENANT, type Site } from './site.ts'

let site: Site
let asked = 0
beforeAll(async () => {
  site = await openSite({
    empty: true,
    now: () => new Date('2026-02-20T09:00:00+07:00'),
    watch: () => (asked += 1),
  })
  await seedTerritory(site)
})
afterAll(async () => {
  expect(site.faults).toEqual([])
  await site.close()
})
const plain = (html: string) => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')
const form = (fields: Record<string, string>) => new URLSearchParams(fields)
const setup = () => setupOf(site.store, TENANT)
const OFFICE = { id: 'so-lao-dong', name: 'Sở Nội vụ', kind: 'office', parent: '', area: '20', head: 'giam.doc@ls.vn' }
const SCHEDULE = {
  act: 'save',
  of: '',
  id: 'thang',
  name: 'Báo cáo tháng',
  rhythm: 'month',
  indicators: 'ho-ngheo ho-dan',
  levels: 'province',
  from: '2025-12-01',
  to: '',
  opens: '0',
  due: 'ngày làm việc 5',
  remind: '3 1',
  head: '2',
  planner: '5',
}

test('empty, the pages say what to do', async () => {
  expect(plain(await site.text('/rounds'))).toContain('Chưa có kỳ báo cáo nào đã mở')
  expect(plain(await site.text('/organisations'))).toContain('Chưa có cơ quan nào')
})

test('organisations are added and changed one at a time, with what is wrong at its field', async () => {
  expect((await site.post('/organisations', form(OFFICE))).headers.get('location')).toBe('/organisations/so-lao-dong')
  const says = async (path: string, fields: Record<string, string>, words: string) => {
    const refused = await site.post(path, form(fields))
    expect([words, refused.status]).toEqual([words, 422])
    expect(plain(await refused.text())).toContain(words)
  }
  await says('/organisations', OFFICE, 'so-lao-dong')
  await says('/organisations', { ...OFFICE, id: 'x', head: 'ai đó' }, 'ai đó')
  await says('/organisations', { ...OFFICE, id: 'x', area: 'Không Có' }, 'Không Có')
  await says('/organisations', { ...OFFICE, id: 'x', name: '' }, 'name')
  await site.post('/organisations', form({ ...OFFICE, id: 'chi-cuc', name: 'Chi cục', parent: 'so-lao-dong' }))
  await says('/organisations/so-lao-dong', { ...OFFICE, parent: 'chi-cuc' }, 'so-lao-dong → chi-cuc')
  expect((await site.post('/organisations/so-lao-dong', form({ ...OFFICE, name: 'Sở Lao động' }))).status).toBe(303)
  expect((await setup()).organisations.get('so-lao-dong')?.name).toBe('Sở Lao động')
  await says('/organisations/so-lao-dong', { act: 'drop' }, 'Còn đơn vị trực thuộc (chi-cuc)')
  expect((await site.post('/organisations/chi-cuc', form({ act: 'drop' }))).status).toBe(303)
  expect((await setup()).organisations.has('chi-cuc')).toBe(false)
  expect((await site.get('/organisations/khong-co')).status).toBe(404)
})

test('a schedule is defined by a form, its faults at its fields, and its rounds open', async () => {
  const wrong = await site.post(
    '/rounds/schedules',
    form({ ...SCHEDULE, due: 'hôm nào đó', indicators: 'ho-ngheoo', from: '' }),
  )
  expect(wrong.status).toBe(422)
  const html = await wrong.text()
  for (const id of ['s--due-fault', 's--indicators-fault', 's--from-fault']) expect(html).toContain(`id="${id}"`)
  expect(html).toContain('hôm nào đó')
  expect((await site.post('/rounds/schedules', form(SCHEDULE))).status).toBe(303)
  const page = plain(await site.text('/rounds'))
  expect(page).toContain('Báo cáo tháng tháng 12/2025')
  expect(page).toContain('Báo cáo tháng tháng 1/2026')
  expect(page).toContain('hạn ngày làm việc thứ 5 sau kỳ')
})

test('figures that are nobody’s are named, assigned with owner and deputy, and taken away', async () => {
  expect(plain(await site.text('/rounds/thang%3A2026-01'))).toContain('Số liệu chưa ai phụ trách 2')
  const at = '/organisations/so-lao-dong/assignments'
  const wrong = await site.post(
    at,
    form({ act: 'assign', indicator: 'ho-ngheo', area: '20', owner: 'hoa', deputy: '' }),
  )
  expect(wrong.status).toBe(422)
  expect(await wrong.text()).toContain('id="assignment-owner-fault"')
  const given = { act: 'assign', indicator: 'ho-ngheo', area: '20', owner: 'Hoa@ls.vn', deputy: 'nam@ls.vn' }
  expect((await site.post(at, form(given))).status).toBe(303)
  await site.post(at, form({ ...given, indicator: 'ho-dan', deputy: '' }))
  const page = plain(await site.text('/organisations/so-lao-dong'))
  expect(page).toContain('Số hộ nghèo tỉnh Lạng Sơn hoa@ls.vn nam@ls.vn')
  const round = plain(await site.text('/rounds/thang%3A2026-01'))
  expect(round).toContain('Số liệu chưa có người thay 1')
  expect(round).toContain('Số hộ dân cư tỉnh Lạng Sơn')
  const drop = await site.post('/organisations/so-lao-dong', form({ act: 'drop' }))
  expect(await drop.text()).toContain('Còn 2 số liệu được giao')
  await site.post(at, form({ act: 'drop', indicator: 'ho-dan' }))
  expect((await setup()).assignments.map(each => each.indicator)).toEqual(['ho-ngheo'])
  // Every indicator in its area and all that lies inside.
  await site.post(at, form({ ...given, indicator: '*', area: '*' }))
  expect((await setup()).assignments.length).toBe(4 * 66)
})

test('who is late is listed with the days, the rate counted, and a due day put off with a reason', async () => {
  const page = plain(await site.text('/rounds'))
  expect(page).toMatch(/Cơ quan đang chậm 2 .* Sở Lao động Báo cáo tháng, tháng 12\/2025/)
  expect(page).toMatch(/Sở Lao động 2 4 0 0 4/)
  const at = '/rounds/thang%3A2026-01/extension'
  const none = await site.post(at, form({ due: '2026-03-10', reason: ' ' }))
  expect(none.status).toBe(422)
  expect(await none.text()).toContain('Hãy ghi lý do gia hạn')
  const early = await site.post(at, form({ due: '2026-01-01', reason: 'x' }))
  expect(await early.text()).toContain('Hạn mới phải muộn hơn')
  expect((await site.post(at, form({ due: '2026-03-10', reason: 'Tết' }))).status).toBe(303)
  const round = plain(await site.text('/rounds/thang%3A2026-01'))
  expect(round).toContain('hạn nộp 10/03/2026')
  expect(round).toContain('Tết')
  expect(plain(await site.text('/rounds'))).toContain('Cơ quan đang chậm 1')
  expect((await site.post('/rounds/thang%3A1999-01/extension', form({}))).status).toBe(404)
})

test('decisions on days off move due days, and are taken back', async () => {
  const due = async () => /hạn nộp (\S+)/.exec(plain(await site.text('/rounds/thang%3A2025-12')))?.[1]
  const before = await due()
  const decide = (fields: Record<string, string>) => site.post('/rounds/calendar', form(fields))
  expect((await decide({ day: '2026-01-05', is: 'off', basis: 'QĐ 1' })).status).toBe(303)
  expect(await due()).not.toBe(before)
  expect(plain(await site.text('/rounds'))).toContain('Nghỉ thêm: 05/01/2026')
  expect((await decide({ day: 'mai', is: 'off', basis: '' })).status).toBe(422)
  await decide({ day: '2026-01-05', is: 'law', basis: '' })
  expect(await due()).toBe(before)
})

test('tables come in by CSV and Excel, whole or not at all, and go out as they stand', async () => {
  const csv = (await site.text('/rounds/schedules.csv')).replace('\uFEFF', '')
  const twice = `${csv.trimEnd()}\n${csv.trimEnd().split('\n')[1] ?? ''}\n`
  const refused = await site.post('/rounds/table', fileForm('lich.csv', twice, { of: 'schedules' }))
  expect(refused.status).toBe(422)
  expect(plain(await refused.text())).toContain('Chưa nhận: 1 chỗ cần sửa')
  expect((await site.post('/rounds/table', fileForm('lich.csv', csv, { of: 'schedules' }))).status).toBe(303)
  const rows = (await site.text('/organisations/organisations.csv'))
    .replace('\uFEFF', '')
    .trim()
    .split('\n')
    .map(line => line.split(','))
  const book = await writeXlsx({
    sheets: [{ name: 'Cơ quan', rows: [...rows, ['so-y-te', 'Sở Y tế', 'office', '', '20', '']] }],
  })
  const taken = await site.post(
    '/organisations/table',
    fileForm('co-quan.xlsx', new Uint8Array(book), { of: 'organisations' }),
  )
  expect(taken.status).toBe(303)
  expect((await setup()).organisations.get('so-y-te')?.name).toBe('Sở Y tế')
  expect((await site.post('/organisations/table', fileForm('hong.xlsx', 'x', { of: 'organisations' }))).status).toBe(
    422,
  )
})

test('a schedule is changed and ended', async () => {
  await site.post('/rounds/schedules', form({ ...SCHEDULE, of: 'thang', name: 'Báo cáo hằng tháng' }))
  expect((await setup()).schedules.map(each => each.name)).toEqual(['Báo cáo hằng tháng'])
  const before = await setup()
  await site.post('/rounds/schedules', form({ act: 'drop', id: 'thang' }))
  expect((await setup()).schedules).toEqual([])
  expect((await setup()).extensions).toEqual(before.extensions)
  await site.post('/rounds/schedules', form(SCHEDULE))
})

test('each role sees and does what is its own', async () => {
  const places = ['/rounds', '/organisations', '/rounds/thang%3A2026-01', '/organisations/so-lao-dong']
  const sees = async (cookie: string) =>
    Promise.all(
      places.map(async path => (await site.app.request(`http://localhost${path}`, { headers: { cookie } })).status),
    )
  const does = async (cookie: string) =>
    Promise.all(
      [
        ['/rounds/schedules', SCHEDULE],
        ['/rounds/calendar', { day: '2026-01-05', is: 'law', basis: '' }],
        ['/organisations/so-lao-dong', OFFICE],
      ].map(
        async ([path, fields]) =>
          (
            await site.app.request(`http://localhost${path as string}`, {
              method: 'POST',
              body: form(fields as Record<string, string>),
              headers: { cookie },
            })
          ).status,
      ),
    )
  expect(await sees('')).toEqual([303, 303, 303, 303])
  expect(await does('')).toEqual([401, 401, 401])
  for (const [role, organisation, may] of [
    ['reporter', 'so-lao-dong', [403, 403, 403]],
    ['approver', 'so-lao-dong', [403, 403, 403]],
    ['leader', null, [403, 403, 403]],
    ['inspector', null, [403, 403, 403]],
    ['administrator', null, [403, 403, 303]],
    ['planner', null, [303, 303, 303]],
  ] as const) {
    const cookie = await signedIn(site.app, site.store, site.auth, `${role}@ls.vn`, [
      { role, organisation, area: null },
    ])
    expect([role, await sees(cookie)]).toEqual([role, [200, 200, 200, 200]])
    expect([role, await does(cookie)]).toEqual([role, may])
  }
  // Whoever reports for another office does not see how this one stands.
  const other = await signedIn(site.app, site.store, site.auth, 'khac@ls.vn', [
    { role: 'reporter', organisation: 'so-y-te', area: null },
  ])
  const round = await site.app.request('http://localhost/rounds/thang%3A2026-01', { headers: { cookie: other } })
  expect(plain(await round.text())).not.toContain('Sở Nội vụ')
})

test('the pages ask the store as often for one office as for three hundred', async () => {
  const count = async (path: string) => {
    await site.text(path)
    asked = 0
    await site.text(path)
    return asked
  }
  const paths = ['/rounds', '/organisations', '/rounds/thang%3A2026-01', '/organisations/so-lao-dong']
  const few = []
  for (const path of paths) few.push(await count(path))
  const rows = Array.from({ length: 300 }, (_, i) => `co-quan-${i},Cơ quan ${i},office,,,`)
  const stands = (await site.text('/organisations/organisations.csv')).replace('\uFEFF', '').trim()
  await site.post('/organisations/table', fileForm('a.csv', `${stands}\n${rows.join('\n')}\n`, { of: 'organisations' }))
  const many = []
  for (const path of paths) many.push(await count(path))
  expect(many).toEqual(few)
  expect(Math.max(...many)).toBeLessThan(25)
})
