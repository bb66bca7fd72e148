import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  gapsContract,
  noticesContract,
  organisationsContract,
  reportContract,
  roundsContract,
  savedContract,
  standingsContract,
} from '../../src/api/contract/desk.ts'
import { faultContract, observationsContract } from '../../src/api/contract/figures.ts'
import type { Role } from '../../src/desk/policy.ts'
import { verifyAudit } from '../../src/store/audit.ts'
import { auditLines } from '../../src/store/audit-lines.ts'
import { EXAMPLE, openSite, signedIn, TENANT, type Site } from '../web/site.ts'

let site: Site
let area: string
const cookies = new Map<string, string>()
beforeAll(async () => {
  site = await openSite({ now: () => new Date('2026-02-10T09:00:00+07:00') })
  area = site.plan.area
  for (const [who, role, organisation] of [
    ['hoa', 'reporter', 'so-a'],
    ['giam.doc', 'approver', 'so-a'],
    ['xa', 'reporter', 'so-b'],
    ['tra', 'inspector', null],
  ] as const)
    cookies.set(who, await signedIn(site.app, site.store, site.auth, `${who}@ls.vn`, [grant(role, organisation)]))
  cookies.set('planner', site.cookies.map(({ name, value }) => `${name}=${value}`).join('; '))
})
afterAll(async () => {
  expect(site.faults).toEqual([])
  await site.close()
})

const grant = (role: Role, organisation: string | null) => ({ role, organisation, area: null })
const ask = (who: string | null, path: string, init: RequestInit = {}) =>
  site.app.request(`http://localhost${path}`, {
    ...init,
    headers: who === null ? {} : { Cookie: cookies.get(who) ?? '', 'Content-Type': 'application/json' },
  })
const send = (who: string | null, path: string, body: unknown) =>
  ask(who, path, { method: 'POST', body: typeof body === 'string' ? body : JSON.stringify(body) })
const code = async (asked: Response | Promise<Response>) => {
  const answer = await asked
  return `${answer.status} ${faultContract.parse(await answer.json()).error.code}`
}
const REPORT = '/api/desk/reports/nam:2025/so-a'

test('a planner sets the desk up by tables, which nobody else may', async () => {
  const organisations = `id,name,kind,parent,area,head\nso-a,Sở A,office,,${area},giam.doc@ls.vn\nso-b,Sở B,office,,${area},\n`
  const assignments = `indicator,area,organisation,owner,deputy\ngrdp-growth,${area},so-a,hoa@ls.vn,nam@ls.vn\npoverty-2021-2025,${area},so-b,xa@ls.vn,\n`
  const schedules = `id,name,rhythm,indicators,levels,from,to,opens,due,remind,head,planner\nnam,Báo cáo năm,year,grdp-growth poverty-2021-2025,province,2025-01-01,,0,ngày 20,5 1,2,5\n`
  for (const [path, body] of [
    ['/api/desk/organisations', organisations],
    ['/api/desk/assignments', assignments],
    ['/api/desk/schedules', schedules],
    ['/api/desk/calendar', 'day,is,basis\n2026-02-23,off,\n'],
  ] as const) {
    expect([path, await code(send(null, path, body))]).toEqual([path, '401 sign-in'])
    for (const who of ['hoa', 'giam.doc', 'tra'])
      expect([path, await code(send(who, path, body))]).toEqual([path, '403 not-allowed'])
    const answer = await send('planner', path, body)
    expect(savedContract.parse(await answer.json()).changed, path).toBeGreaterThan(0)
    expect(savedContract.parse(await (await send('planner', path, body)).json())).toEqual({ log: null, changed: 0 })
  }
  const wrong = await send('planner', '/api/desk/organisations', 'id,name,kind,parent,area,head\n,,x,,,\n')
  expect(wrong.status).toBe(422)
  expect(faultContract.parse(await wrong.json()).error.rows?.map(row => row.column)).toEqual(['kind', 'id', 'name'])
})

test('everybody sees what they may see', async () => {
  const found = organisationsContract.parse(await (await ask('hoa', '/api/desk/organisations')).json())
  expect(found.organisations.map(each => each.id)).toEqual(['so-a', 'so-b'])
  const { rounds } = roundsContract.parse(await (await ask('hoa', '/api/desk/rounds')).json())
  expect(rounds.map(each => [each.id, each.period, each.due])).toEqual([['nam:2025', '2025', '2026-01-20']])
  const gaps = gapsContract.parse(await (await ask('planner', '/api/desk/gaps?on=2026-01-10')).json())
  expect(gaps.gaps).toEqual([{ round: 'nam:2025', indicator: 'poverty-2021-2025', area, lacks: 'deputy' }])
  const seen = async (who: string) =>
    standingsContract
      .parse(await (await ask(who, '/api/desk/standings')).json())
      .standings.map(each => `${each.organisation} ${each.state} ${each.daysLate}`)
  expect(await seen('planner')).toEqual(['so-a not-begun 15', 'so-b not-begun 15'])
  expect(await seen('tra')).toEqual(['so-a not-begun 15', 'so-b not-begun 15'])
  expect(await seen('hoa')).toEqual(['so-a not-begun 15'])
  for (const path of ['rounds', 'gaps', 'standings', 'notices', 'organisations', 'reports/nam:2025/so-a'])
    expect([path, await code(ask(null, `/api/desk/${path}`))]).toEqual([path, '401 sign-in'])
  expect(await code(ask('xa', REPORT))).toBe('403 not-allowed')
  expect(await code(ask('hoa', '/api/desk/rounds?on=soon'))).toBe('400 bad-day')
  expect(await code(ask('planner', '/api/desk/reports/nam:1999/so-a'))).toBe('404 no-round')
  expect(await code(ask('planner', '/api/desk/reports/nam:2025/so-x'))).toBe('404 no-organisation')
})

test('a report goes its way through the interface to the public figures', async () => {
  const lines = [{ indicator: 'grdp-growth', area, value: '8.16', status: 'official' }]
  const empty = reportContract.parse(await (await ask('hoa', REPORT)).json())
  expect(empty).toMatchObject({ state: 'not-begun', version: 0, asked: [{ indicator: 'grdp-growth', area }] })
  expect(await code(send(null, `${REPORT}/save`, { expected: 0, lines }))).toBe('401 sign-in')
  expect(await code(send('xa', `${REPORT}/save`, { expected: 0, lines }))).toBe('403 not-allowed')
  expect(await code(send('hoa', `${REPORT}/save`, '{'))).toBe('400 bad-body')
  expect(await code(send('hoa', `${REPORT}/save`, { lines }))).toBe('400 bad-body')
  const wrong = await send('hoa', `${REPORT}/save`, { expected: 0, lines: [{ ...lines[0], value: '8,16' }] })
  expect(faultContract.parse(await wrong.json()).error).toMatchObject({
    code: 'lines-refused',
    rows: [{ line: 1, column: 'value', actual: '8,16' }],
  })
  const saved = reportContract.parse(await (await send('hoa', `${REPORT}/save`, { expected: 0, lines })).json())
  expect(saved).toMatchObject({ state: 'draft', version: 1 })
  expect(await code(send('giam.doc', `${REPORT}/approve`, { expected: 1 }))).toBe('409 wrong-state')
  await send('hoa', `${REPORT}/submit`, { expected: 1 })
  expect(await code(send('hoa', `${REPORT}/approve`, { expected: 2 }))).toBe('403 not-allowed')
  expect(await code(send('giam.doc', `${REPORT}/return`, { expected: 2 }))).toBe('400 no-reason')
  expect(await code(send('giam.doc', `${REPORT}/approve`, { expected: 1 }))).toBe('409 conflict')
  const notices = noticesContract.parse(await (await ask('giam.doc', '/api/desk/notices')).json())
  expect(notices.notices.map(each => each.text)).toEqual(['Sở A: hoa@ls.vn đã gửi báo cáo, chờ duyệt.'])
  await send('giam.doc', `${REPORT}/approve`, { expected: 2 })
  const done = reportContract.parse(await (await send('planner', `${REPORT}/publish`, { expected: 3 })).json())
  expect(done.steps.map(each => each.verb)).toEqual(['save', 'submit', 'approve', 'publish'])
  const { observations } = observationsContract.parse(
    await (await ask(null, `/api/plans/${EXAMPLE}/observations`)).json(),
  )
  expect(observations.find(each => each.source === 'so-a')).toMatchObject({
    indicator: 'grdp-growth',
    period: '2025',
    value: '8.16',
    status: 'official',
    log: done.steps.at(-1)?.log,
  })
  const audit = await auditLines(site.store, TENANT, { kind: 'report' })
  expect(audit.map(each => [each.actor, each.origin])).toEqual(
    ['hoa@ls.vn', 'hoa@ls.vn', 'giam.doc@ls.vn', 'lan.nguyen@langson.gov.vn'].map(actor => [actor, 'api']),
  )
  expect((await verifyAudit(site.store, TENANT)).findings).toEqual([])
})

test('a due day is put off by a planner, with a reason', async () => {
  const path = '/api/desk/rounds/nam:2025/extension'
  expect(await code(send('hoa', path, { due: '2026-03-02', reason: 'Bão' }))).toBe('403 not-allowed')
  expect(await code(send('planner', path, { due: '2026-01-02', reason: 'Bão' }))).toBe('400 not-later')
  expect(await code(send('planner', path, { due: '2026-03-02', reason: '' }))).toBe('400 no-reason')
  expect(await (await send('planner', path, { due: '2026-03-02', reason: 'Bão' })).json()).toMatchObject({
    due: '2026-03-02',
    extended: { from: '2026-01-20', reason: 'Bão' },
  })
})

test('every address of the desk is in the documentation', () => {
  const docs = readFileSync(resolve(import.meta.dirname, '../../docs/desk.md'), 'utf8')
  for (const path of [
    'organisations',
    'assignments',
    'schedules',
    'calendar',
    'gaps',
    'rounds',
    'standings',
    'notices',
    'reports',
  ])
    expect(docs).toContain(`/api/desk/${path}`)
})
