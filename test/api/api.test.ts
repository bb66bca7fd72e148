import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { areasContract, comparisonContract, evaluationContract } from '../../src/api/contract/evaluation.ts'
import { faultContract, importedContract } from '../../src/api/contract/figures.ts'
import { guessMapping } from '../../src/exchange/layout/guess.ts'
import { textCell } from '../../src/exchange/sheet.ts'
import { momentOf } from '../../src/api/asked.ts'
import { boundOf } from '../../src/measure/bound.ts'
import { dec } from '../../src/measure/decimal.ts'
import { dayIn, vietnamTime } from '../../src/measure/vietnam-time.ts'
import { recordFinding } from '../../src/desk/findings/act.ts'
import { ENDPOINTS } from '../../src/api/endpoints.ts'
import { FAULTS } from '../../src/api/faults.ts'
import { web } from '../../src/messages/catalogue/web.ts'
import { publishPlan } from '../../src/store/plans.ts'
import { EXAMPLE, openSite, RESOLUTION, TENANT, type Site } from '../web/site.ts'

let site: Site
let draft = ''
let finding = ''
beforeAll(async () => {
  site = await openSite()
  const begun = await site.post('/api/drafts?name=nq.md', RESOLUTION)
  draft = ((await begun.json()) as { draft: string }).draft
  const about = { kind: 'area', id: site.plan.area, name: site.plan.area } as const
  const asked = {
    severity: 'remark',
    found: 'Thiếu nguồn.',
    demanded: 'Bổ sung.',
    due: '2026-03-01',
    organisation: 'x',
  }
  finding = await recordFinding(site.store, TENANT, { about, ...asked }, { actor: 'test' })
})
afterAll(async () => {
  expect(site.faults).toEqual([])
  await site.close()
})

/** What an address must be asked. */
const QUERY: Readonly<Record<string, string>> = {
  '/api/territory/recast/{indicator}': '?period=2024&from=2024-06-01&to=2025-08-01',
}

test.each(ENDPOINTS.filter(e => e.method === 'get' && !/\{round\}|\/jobs\//.test(e.path)))(
  '$path answers as its contract says',
  async ({ path, gives }) => {
    const response = await site.get(
      path
        .replace('findings/{id}', `findings/${finding}`)
        .replace('{id}', EXAMPLE)
        .replace('{indicator}', 'x')
        .replace('{code}', 'new-members')
        .replace('{number}', '1')
        .replace('{draft}', draft) + (QUERY[path] ?? ''),
    )
    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toContain(gives.type)
    if ('contract' in gives) gives.contract.parse(await response.json())
  },
)

test('the evaluation holds to its contract on every day of the term', async () => {
  for (const on of ['2020-12-31', '2021-12-31', '2023-06-30', '2025-12-31', '2026-11-23'])
    evaluationContract.parse(await (await site.get(`/api/plans/${EXAMPLE}/evaluation?on=${on}`)).json())
})

test('an evaluation under a layer holds to its contract, beside the one without', async () => {
  const layer = encodeURIComponent('1;Khách tăng;p,tourists,,2025,relative,20')
  const address = `/api/plans/${EXAMPLE}/evaluation?on=2025-12-31&layer=${layer}`
  const found = evaluationContract.parse(await (await site.get(address)).json())
  expect(found.layer).toBe('Khách tăng')
  expect(found.comparison?.rows[0]?.columns.map(c => c.layer)).toEqual([null, 'Khách tăng'])
  expect(found.warnings).toBeDefined()
  const open = evaluationContract.parse(await (await site.get(`/api/plans/${EXAMPLE}/evaluation?on=2023-12-31`)).json())
  expect(open.warnings.length).toBeGreaterThan(3)
  expect(open.judgements.flatMap(j => j.measures).some(m => m.outlook && m.need)).toBe(true)
  expect(open.ambition.length).toBeGreaterThan(3)
})

test('where every area stands is told in one answer, the same as the evaluation says of the plan’s own', async () => {
  const areas = areasContract.parse(await (await site.get(`/api/plans/${EXAMPLE}/areas?on=2025-12-31`)).json())
  const own = evaluationContract.parse(await (await site.get(`/api/plans/${EXAMPLE}/evaluation?on=2025-12-31`)).json())
  expect(areas.areas[0]?.targets).toEqual(own.judgements.map(({ target, status }) => ({ target, status })))
})

test('what turned between two days is told as the page tells it, with the figures that did it', async () => {
  const address = `/plans/${EXAMPLE}/compare?on=2024-12-31&on2=2026-02-01`
  const found = comparisonContract.parse(await (await site.get(`/api${address}`)).json())
  const page = await site.text(`${address}&lang=vi`)
  const turns = (word: string) => page.match(new RegExp(`> ${word}<`, 'g'))?.length ?? 0
  const counted = (turn: string) => found.measures.filter(each => each.turn === turn).length
  expect([counted('worse'), counted('better')]).toEqual([turns('xấu đi'), turns('tốt lên')])
  expect(counted('worse')).toBeGreaterThan(2)
  expect(found.measures.map(({ turn }) => turn)).toEqual(
    [...found.measures].sort((a, b) => Number(b.turn === 'worse') - Number(a.turn === 'worse')).map(({ turn }) => turn),
  )
  expect(found.sides.map(({ on }) => on)).toEqual(['2024-12-31', '2026-02-01'])
  const whole = comparisonContract.parse(await (await site.get(`/api/plans/${EXAMPLE}/compare?on=2024-12-31&on2=2024-12-31`)).json()) // prettier-ignore
  expect([whole.measures.length, whole.summary.before]).toEqual([0, whole.summary.after])
})

test('shares that do not come to their whole are named beside where every area stands, in one answer', async () => {
  const { plan } = site
  const [first] = plan.targets
    .flatMap(target => target.measures)
    .filter(each => each.indicators.includes('new-members'))
  if (!first) throw new Error('the example promises new members')
  const share = (area: string, low: string) => ({
    area,
    when: null,
    within: null,
    bound: boundOf('atLeast', dec(low), null)!,
  })
  const given = { ...first, allocations: [share('180', '900'), share('181', '800')] }
  const targets = plan.targets.map(each => ({ ...each, measures: each.measures.map(m => (m === first ? given : m)) }))
  await publishPlan(site.store, TENANT, { ...plan, id: 'given-out', targets }, { actor: 'test' })
  const address = '/api/plans/given-out/areas?on=2025-12-31'
  const areas = areasContract.parse(await (await site.get(address)).json())
  expect(areas.areas.map(each => each.area)).toEqual([plan.area, '180', '181'])
  expect(areas.allocations.map(each => each.rule)).toEqual(['allocations-differ'])
  expect(areas.allocations[0]?.explanation.map(each => each.en).join(' ')).toMatch(/1,700.*2,000|2,000.*1,700/)
  const whole = await (await site.get('/api/plans/given-out/evaluation?on=2025-12-31&areas=all')).json()
  const found = evaluationContract.parse(whole)
  expect([found.areas, found.counts]).toEqual([areas.areas, areas.counts])
  expect(found.coherence.some(each => each.rule === 'allocations-differ')).toBe(true)
})

test('every address of the description is served, and none is served that it leaves out', async () => {
  const described = (await (await site.get('/api/openapi.json')).json()) as {
    openapi: string
    paths: Record<string, Record<string, { responses: Record<string, unknown> }>>
  }
  expect(described.openapi).toMatch(/^3\.1/)
  const listed = Object.entries(described.paths).flatMap(([path, methods]) =>
    Object.keys(methods).map(m => `${m} ${path}`),
  )
  const served = site.app.routes
    .filter(
      r =>
        (r.path.startsWith('/api/') || r.path === '/healthz') &&
        r.method !== 'ALL' &&
        r.path !== '/api/openapi.json' &&
        // The accounts' library has its own.
        !r.path.startsWith('/api/auth/'),
    )
    .map(r => `${r.method.toLowerCase()} ${r.path.replace(/:(\w+)/g, '{$1}')}`)
  expect([...new Set(served)].sort()).toEqual(listed.sort())
  for (const endpoint of ENDPOINTS)
    for (const code of endpoint.faults)
      expect(Object.keys(described.paths[endpoint.path]?.[endpoint.method]?.responses ?? {})).toContain(
        String(FAULTS[code]),
      )
})

test('every fault has a sentence and a line in the documentation, and the other way round', () => {
  const sentences = Object.keys(web)
    .filter(code => code.startsWith('web.fault.'))
    .map(code => code.slice('web.fault.'.length))
    .filter(code => !['title', 'home', 'code'].includes(code))
  expect(sentences.sort()).toEqual(Object.keys(FAULTS).sort())
  const docs = readFileSync(resolve(import.meta.dirname, '../../docs/api.md'), 'utf8')
  const documented = [...docs.matchAll(/^\| `([a-z-]+)` \| (\d{3}) \|/gm)].map(m => [m[1], Number(m[2])])
  expect(Object.fromEntries(documented)).toEqual(FAULTS)
})

test('every fault is one that some request can meet', () => {
  const folder = resolve(import.meta.dirname, '../../src')
  const sources = ['api', 'web']
    .flatMap(room =>
      readdirSync(join(folder, room), { recursive: true, encoding: 'utf8' }).map(f => join(folder, room, f)),
    )
    .filter(file => /\.tsx?$/.test(file) && !file.endsWith('faults.ts'))
    .map(file => readFileSync(file, 'utf8'))
    .join('\n')
  expect(Object.keys(FAULTS).filter(code => !new RegExp(`['.]${code}['"]`).test(sources))).toEqual([])
})

test('faults come as the contract says', async () => {
  for (const [path, status, code] of [
    ['/api/plans/none', 404, 'no-plan'],
    [`/api/plans/${EXAMPLE}/evaluation?on=2025-02-30`, 400, 'bad-day'],
    [`/api/plans/${EXAMPLE}/evaluation?asOf=now`, 400, 'bad-moment'],
    [`/api/plans/${EXAMPLE}/evaluation?area=nowhere`, 404, 'no-share'],
    [`/api/plans/${EXAMPLE}/evaluation?layer=1;a;x`, 400, 'bad-layer'],
    ['/api/nothing', 404, 'not-found'],
  ] as const) {
    const response = await site.get(path)
    expect([path, response.status]).toEqual([path, status])
    expect(faultContract.parse(await response.json()).error.code).toBe(code)
  }
})

test('what is downloaded as a table is taken back unchanged', async () => {
  const csv = await site.text(`/api/plans/${EXAMPLE}/observations.csv`)
  const again = await site.post(`/api/plans/${EXAMPLE}/observations`, csv, { 'content-type': 'text/csv' })
  const taken = (await again.json()) as { added: number; unchanged: number; log: number | null }
  expect(again.status).toBe(200)
  expect(taken.added).toBe(0)
  expect(taken.log).toBeNull()
  expect(taken.unchanged).toBe(csv.trim().split('\r\n').length - 1)
})

test('a wrong file is refused whole, each row named', async () => {
  const before = await site.text(`/api/plans/${EXAMPLE}/observations.csv`)
  const csv =
    'indicator,area,period,value,status,note\ngrdp-growth,20,2025,9,official,\ngrdp-growth,20,2025-13,x,official,\n'
  const response = await site.post(`/api/plans/${EXAMPLE}/observations`, csv)
  expect(response.status).toBe(422)
  const { error } = faultContract.parse(await response.json())
  expect(error.rows?.map(row => [row.line, row.column])).toEqual([
    [3, 'period'],
    [3, 'value'],
  ])
  expect(await site.text(`/api/plans/${EXAMPLE}/observations.csv`)).toBe(before)
})

describe('what reaches a server without accounts', () => {
  const post = (headers: Record<string, string>) =>
    site.post(`/api/plans/${EXAMPLE}/observations`, 'indicator,area,period,value,status,note\n', headers)

  test('a change asked for by another site is refused', async () => {
    expect((await post({ 'sec-fetch-site': 'cross-site' })).status).toBe(403)
    expect((await post({ 'sec-fetch-site': 'same-site' })).status).toBe(403)
    expect((await post({ origin: 'https://example.org' })).status).toBe(403)
    expect((await post({ origin: 'null' })).status).toBe(403)
    expect((await post({ origin: 'http://localhost', 'sec-fetch-site': 'same-origin' })).status).toBe(200)
    expect((await post({})).status).toBe(200)
  })

  test('a name that was rebound to this machine is not answered', async () => {
    for (const host of ['attacker.example', 'localhost.attacker.example', '192.168.1.4:4000', ''])
      expect([host, (await site.get('/', { host })).status]).toEqual([host, 421])
    for (const host of ['localhost:4000', '127.0.0.1', '[::1]:4000', 'LOCALHOST'])
      expect([host, (await site.get('/about', { host })).status]).toEqual([host, 200])
  })

  test('every answer forbids scripts in the page, frames around it and anything from elsewhere', async () => {
    for (const path of ['/', '/nowhere', '/api/plans', '/healthz']) {
      const { headers } = await site.get(path)
      expect(headers.get('content-security-policy')).toMatch(/default-src 'none'.*frame-ancestors 'none'/)
      expect(headers.get('content-security-policy')).toMatch(/script-src 'self';/)
      expect(headers.get('content-security-policy')).not.toMatch(/unsafe|https?:/)
      expect(headers.get('x-content-type-options')).toBe('nosniff')
    }
  })
})

test('days and moments are Việt Nam’s', () => {
  expect(dayIn(new Date('2025-12-31T16:59:59Z'))).toBe('2025-12-31')
  expect(dayIn(new Date('2025-12-31T17:00:00Z'))).toBe('2026-01-01')
  expect(vietnamTime(new Date('2025-12-31T17:00:00Z'))).toBe('2026-01-01T00:00:00+07:00')
  expect(momentOf('2025-12-31')).toBe('2025-12-31T23:59:59+07:00')
  expect(momentOf('2025-12-31T10:00:00Z')).toBe('2025-12-31T10:00:00Z')
  expect(momentOf('2025-12-31T10:00:00 07:00')).toBe('2025-12-31T10:00:00+07:00')
  expect(momentOf('2025-02-30')).toBeNull()
  expect(momentOf('2025-12-31T10:00')).toBeNull()
})

test('a form is understood, corrected and taken through the interface', async () => {
  const csv = 'Chỉ tiêu,ĐVT,Năm 2031\nĐộ che phủ,%,64\n'
  const path = `/api/plans/${EXAMPLE}/observations`
  const send = (mapping?: unknown, query = '') => {
    const form = new FormData()
    form.set('file', new File([csv], 'bieu.csv'))
    if (mapping !== undefined) form.set('mapping', JSON.stringify(mapping))
    return site.post(path + query, form)
  }
  const refused = await send()
  expect(refused.status).toBe(422)
  expect(faultContract.parse(await refused.json()).error.rows?.[0]).toMatchObject({
    line: 2,
    column: 'A',
    actual: 'Độ che phủ',
  })
  const { value } = guessMapping(
    {
      name: 'CSV',
      merges: [],
      rows: csv
        .trim()
        .split('\n')
        .map(line => line.split(',').map(textCell)),
    },
    {
      indicators: site.plan.indicators,
      areas: () => ({ unknown: true, nearest: [] }),
      whole: site.plan.area,
      on: '2026-02-01',
    },
  )
  const mapping = { ...value, names: { 'Độ che phủ': 'forest-cover' } }
  const looked = importedContract.parse(await (await send(mapping, '?look=true')).json())
  expect([looked.added, looked.mappings[0]?.sheet]).toEqual([0, 'CSV'])
  expect(importedContract.parse(await (await send(mapping)).json())).toMatchObject({ added: 1 })
  expect(importedContract.parse(await (await send()).json())).toMatchObject({ added: 0, unchanged: 1 })
  const broken = await send({ sheet: 1 })
  expect([broken.status, faultContract.parse(await broken.json()).error.code]).toEqual([400, 'bad-body'])
})
