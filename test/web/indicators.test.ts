import { afterAll, beforeAll, expect, test } from 'vitest'
import { setupOf } from '../../src/desk/setup.ts'
import { currentPlan, publishPlan } from '../../src/store/plans.ts'
import { verifyAudit } from '../../src/store/audit.ts'
import { communePlan, seedTerritory } from './planner-world.ts'
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
const form = (fields: Record<string, string>) => new URLSearchParams(fields)
const NEW = {
  code: 'ty-le-khong-ngheo',
  name: 'Tỷ lệ hộ không nghèo',
  'name-en': 'Homes that are not poor',
  definition: 'Số hộ không nghèo trên tổng số hộ.',
  'definition-en': '',
  unit: '%',
  decimals: '2',
  direction: 'up',
  frequency: 'A',
  overTime: 'last',
  overAreas: 'none',
  weight: '',
  numerator: '',
  denominator: '',
  responsible: '',
  formula: 'share([ho-dan] - [ho-ngheo]; [ho-dan])',
  dimensions: 'gioi; Giới tính của chủ hộ; nam = Nam, nu = Nữ; *',
  methods: 'm2016; Chuẩn nghèo 2016-2020\nm2021; Chuẩn nghèo 2021-2025; m2016',
  sources: 'Cục Thống kê\nSở Lao động',
}
const planNow = async () => (await currentPlan(site.store, TENANT, 'dan-so'))?.plan

test('the list shows every indicator with its unit and how it adds up, and is searched without accents', async () => {
  const html = plain(await site.text('/indicators'))
  expect(html).toContain('4 chỉ số')
  expect(html).toContain('Tỷ lệ hộ nghèo ty-le-ngheo % năm tỷ số của hai tổng')
  const found = plain(await site.text('/indicators?find=ho+ngheo'))
  expect(found).toContain('Số hộ nghèo')
  expect(found).not.toContain('Số hộ dân cư')
  expect(plain(await site.text('/indicators?find=zzz'))).toContain('Không có chỉ số nào tên “zzz”')
})

test('an indicator is defined with everything that it can have, read back, and known to rounds', async () => {
  const made = await site.post('/indicators/new', form(NEW))
  expect(made.headers.get('location')).toBe('/indicators/ty-le-khong-ngheo')
  const html = plain(await site.text('/indicators/ty-le-khong-ngheo'))
  for (const words of [
    'Nam, Nữ · cộng lại bằng tổng',
    'Chuẩn nghèo 2021-2025 (↔ m2016)',
    'Cục Thống kê › Sở Lao động',
    'chưa có trong kế hoạch nào',
  ])
    expect(html).toContain(words)
  expect((await setupOf(site.store, TENANT)).indicators.get('ty-le-khong-ngheo')?.name.en).toBe(
    'Homes that are not poor',
  )
  const twice = await site.post('/indicators/new', form(NEW))
  expect(twice.status).toBe(422)
})

test('a formula that cannot be read or does not fit is marked at its place', async () => {
  const says = async (fields: Record<string, string>, ...words: string[]) => {
    const refused = await site.post('/indicators/ty-le-khong-ngheo', form({ ...NEW, ...fields }))
    expect([fields, refused.status]).toEqual([fields, 422])
    const html = await refused.text()
    for (const each of words) expect(html).toContain(each)
  }
  await says({ formula: '[ho-dan] + [ho-ngheoo]' }, '<mark>[ho-ngheoo]</mark>', 'ho-ngheo')
  await says({ formula: '[ho-dan] + ' }, '<mark> </mark>')
  await says({ formula: '[ho-dan] + [xa-dat-chuan]' }, '<mark>[xa-dat-chuan]</mark>')
  await says({ formula: '[ho-dan] - [ho-ngheo]' }, 'id="indicator-formula-fault"')
  await says({ formula: '[ty-le-khong-ngheo] * 2' }, 'id="indicator-formula-fault"')
  await says({ unit: 'a:b' }, 'id="indicator-unit-fault"')
  await says({ decimals: 'hai' }, 'id="indicator-decimals-fault"')
  await says({ name: '' }, 'id="indicator-name-fault"')
  await says(
    { overAreas: 'ratioOfSums', numerator: 'ho-ngheo', denominator: 'xa-dat-chuan' },
    'id="indicator-numerator-fault"',
  )
})

const EDIT = { ...NEW, code: '', formula: '', dimensions: '', methods: '', sources: '', 'name-en': '' }

test('a change is a new version in the plans that hold it too, and earlier versions stay known', async () => {
  const before = await planNow()
  const changed = {
    ...EDIT,
    name: 'Số hộ nghèo đa chiều',
    unit: 'hộ',
    decimals: '0',
    direction: 'down',
    overAreas: 'sum',
  }
  expect((await site.post('/indicators/ho-ngheo', form(changed))).status).toBe(303)
  expect((await site.post('/indicators/ho-ngheo', form({ ...changed, definition: 'Khác.' }))).status).toBe(303)
  const after = await planNow()
  expect(after?.indicators.find(each => each.code === 'ho-ngheo')?.name.vi).toBe('Số hộ nghèo đa chiều')
  expect(after?.indicators.filter(each => each.code !== 'ho-ngheo')).toEqual(
    before?.indicators.filter(each => each.code !== 'ho-ngheo'),
  )
  const html = plain(await site.text('/indicators/ho-ngheo'))
  expect(html).toMatch(/Các phiên bản .*số nhật ký \d+ · định nghĩa .*số nhật ký \d+/)
  expect((await verifyAudit(site.store, TENANT)).findings).toEqual([])
})

test('what an indicator is newly made of comes into the plan with it', async () => {
  const changed = {
    ...EDIT,
    name: 'Tỷ lệ hộ nghèo',
    unit: '%',
    decimals: '2',
    overAreas: 'none',
    formula: '100 - [ty-le-khong-ngheo]',
  }
  const done = await site.post('/indicators/ty-le-ngheo', form(changed))
  expect(done.status).toBe(303)
  const codes = (await planNow())?.indicators.map(each => each.code)
  expect(codes).toContain('ty-le-khong-ngheo')
  expect(plain(await site.text('/indicators/ty-le-khong-ngheo'))).toContain('Kế hoạch dân số')
})

test('figures that stand are not given another meaning', async () => {
  const own = { ...EDIT, name: 'Số hộ dân cư', decimals: '0', overAreas: 'sum', unit: 'hộ' }
  const unit = await site.post('/indicators/ho-dan', form({ ...own, unit: 'ha' }))
  expect(unit.status).toBe(422)
  expect(await unit.text()).toContain('Đã có số liệu theo đơn vị hộ')
  const rate = { ...EDIT, name: 'Tỷ lệ hộ nghèo', unit: '%', overAreas: 'none', decimals: '1' }
  const fewer = await site.post('/indicators/ty-le-ngheo', form(rate))
  expect(fewer.status).toBe(422)
  expect(await fewer.text()).toContain('Đã có số liệu với 2 chữ số thập phân')
})

test('rules are added, refused with the reason, and dropped', async () => {
  const rule = {
    act: 'add',
    'rule-name': 'Số hộ hợp lý',
    kind: 'range',
    severity: 'remark',
    low: '100',
    high: '5.000,5',
  }
  expect((await site.post('/indicators/ho-dan/rules', form(rule))).status).toBe(303)
  const relation = { ...rule, kind: 'relation', 'rule-name': 'Nghèo không quá tổng', holds: '[ho-ngheo] <= [ho-dan]' }
  expect((await site.post('/indicators/ho-dan/rules', form(relation))).status).toBe(303)
  const html = plain(await site.text('/indicators/ho-dan'))
  expect(html).toContain('Số hộ hợp lý · nằm trong khoảng: 100 – 5.000,5')
  expect(plain(await site.text('/indicators/ho-dan?lang=en'))).toContain(': 100 – 5,000.5')
  expect(plain(await site.text('/indicators/ho-ngheo'))).toContain('Nghèo không quá tổng')
  // On an English page numbers are typed as English writes them.
  const english = { ...rule, 'rule-name': 'In English', kind: 'jump', by: '1,012.5', basis: 'absolute' }
  expect((await site.post('/indicators/ho-dan/rules?lang=en', form(english))).status).toBe(303)
  expect(plain(await site.text('/indicators/ho-dan?lang=vi'))).toMatch(/In English ·[^:]*: 1\.012,5 · /)
  const wrong = await site.post('/indicators/ho-dan/rules', form({ ...rule, low: 'nhiều' }))
  expect(wrong.status).toBe(422)
  const broken = await site.post('/indicators/ho-dan/rules', form({ ...relation, holds: 'ho-ngheo' }))
  expect(broken.status).toBe(422)
  await site.post('/indicators/ho-dan/rules', form({ act: 'drop', id: 'ho-dan-range' }))
  expect(plain(await site.text('/indicators/ho-dan'))).not.toContain('Số hộ hợp lý')
})

test('everybody reads indicators; only a planner defines them', async () => {
  const as = (cookie: string) => async (method: 'GET' | 'POST', path: string) =>
    (
      await site.app.request(`http://localhost${path}`, {
        method,
        ...(method === 'POST' ? { body: form(NEW) } : {}),
        headers: { cookie },
      })
    ).status
  const stranger = as('')
  expect(await stranger('GET', '/indicators')).toBe(200)
  expect(await stranger('GET', '/indicators/ho-dan')).toBe(200)
  expect(await stranger('GET', '/indicators/new')).toBe(303)
  expect(await stranger('POST', '/indicators/ho-dan')).toBe(401)
  expect(await stranger('POST', '/indicators/ho-dan/rules')).toBe(401)
  for (const role of ['reporter', 'approver', 'leader', 'inspector', 'administrator'] as const) {
    const does = as(
      await signedIn(site.app, site.store, site.auth, `${role}@ls.vn`, [{ role, organisation: null, area: null }]),
    )
    expect([role, await does('GET', '/indicators/ho-dan'), await does('POST', '/indicators/ho-dan')]).toEqual([
      role,
      200,
      403,
    ])
  }
  expect((await site.get('/indicators/khong-co')).status).toBe(404)
})

test('the list asks the store as often for four indicators as for three hundred', async () => {
  const count = async (path: string) => {
    await site.text(path)
    asked = 0
    await site.text(path)
    return asked
  }
  const [list, one] = [await count('/indicators'), await count('/indicators/ho-dan')]
  const [first] = communePlan().indicators
  if (!first) throw new Error('no indicator')
  for (let p = 0; p < 3; p += 1) {
    const indicators = Array.from({ length: 100 }, (_, i) => ({ ...first, code: `p${p}-c${i}` }))
    await publishPlan(site.store, TENANT, { ...communePlan(), id: `p${p}`, indicators }, { actor: 'test' })
  }
  expect(await count('/indicators')).toBe(list)
  expect(await count('/indicators/ho-dan')).toBe(one)
})
