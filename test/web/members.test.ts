import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Grant } from '../../src/desk/policy.ts'
import { listMembers } from '../../src/desk/accounts/members.ts'
import { auditLines } from '../../src/store/audit-lines.ts'
import { define } from '../../src/store/definitions.ts'
import { STEPS } from '../../src/store/migrate.ts'
import { writeNotices } from '../../src/store/notices.ts'
import { totp } from '../accounts/totp.ts'
import { openSite, PASSWORD, PLANNER, signedIn, TENANT, type Site } from './site.ts'

let site: Site
let queries = 0
const everywhere = (role: Grant['role']): Grant => ({ role, organisation: null, area: null })
beforeAll(async () => {
  site = await openSite({ watch: () => (queries += 1) })
  const office = (name: string) => ({ name, kind: 'office', parent: null, area: null, head: null })
  await define(site.store, TENANT, 'organisation', { yte: office('Sở Y tế') }, { actor: 't' })
})
afterAll(async () => {
  expect(site.faults).toEqual([])
  await site.close()
})

const form = (fields: Record<string, string>) => new URLSearchParams(fields)
const idOf = async (email: string) =>
  (await listMembers(site.store, TENANT)).find(each => each.email === email)?.user ?? ''
const join = (email: string, ...grants: Grant[]) => signedIn(site.app, site.store, site.auth, email, grants)
const asks = (cookie: string) => (path: string, fields?: Record<string, string>) =>
  Promise.resolve(
    site.app.request(`http://localhost${path}`, {
      headers: { Cookie: cookie },
      ...(fields ? { method: 'POST', body: form(fields) } : {}),
    }),
  )

describe('members', () => {
  test('are invited with several roles, each with its place chosen by name; the link is shown once', async () => {
    const wrong = await site.post(
      '/members',
      form({ email: 'hoa@ls.vn', 'role-0': 'reporter', 'area-0': 'Nơi nào đó' }),
    )
    expect(wrong.status).toBe(422)
    const made = await site.post(
      '/members',
      form({ email: 'hoa@ls.vn', 'role-0': 'reporter', 'organisation-0': 'yte', 'role-1': 'leader', 'role-2': '' }),
    )
    const html = await made.text()
    expect(html).toMatch(/http:\/\/localhost\/link\/[\w-]{20,}/)
    const list = await site.text('/members')
    expect(list).toContain('hoa@ls.vn')
    expect(list).toContain('Người báo cáo, Sở Y tế; Lãnh đạo, mọi nơi')
    expect(list).not.toMatch(/\/link\//)
    expect((await site.post('/members', form({ email: 'hoa@ls.vn' }))).status).toBe(400)
  })

  test('an invitation is made anew, or withdrawn, and the older link ends', async () => {
    const id = /\/members\/invitations\/([\w-]+)/.exec(await site.text('/members'))?.[1] ?? ''
    const renewed = await (await site.post(`/members/invitations/${id}`, form({ act: 'renew' }))).text()
    const link = /http:\/\/localhost(\/link\/[\w-]+)/.exec(renewed)?.[1] ?? ''
    expect((await site.get(link)).status).toBe(200)
    expect((await site.post(`/members/invitations/${id}`, form({ act: 'withdraw' }))).status).toBe(409)
    const next = /\/members\/invitations\/([\w-]+)/.exec(await site.text('/members'))?.[1] ?? ''
    expect((await site.post(`/members/invitations/${next}`, form({ act: 'withdraw' }))).status).toBe(303)
    expect((await site.get(link)).status).toBe(404)
    expect(await site.text('/members')).not.toContain('hoa@ls.vn')
    expect((await auditLines(site.store, TENANT, { kind: 'invitation-withdrawn' })).map(line => line.subject)).toEqual([
      'hoa@ls.vn',
    ])
  })

  test('get and lose roles one by one; who sees an older page is told', async () => {
    await join('nam@ls.vn', everywhere('leader'))
    const path = `/members/${await idOf('nam@ls.vn')}`
    const give = { act: 'give', 'role-0': 'approver', 'organisation-0': 'yte' }
    expect((await site.post(path, form(give))).status).toBe(303)
    expect(await site.text(path)).toContain('Người duyệt, Sở Y tế')
    const was = JSON.stringify(everywhere('leader'))
    expect((await site.post(path, form({ act: 'take', at: '0', was }))).status).toBe(303)
    expect((await site.post(path, form({ act: 'take', at: '0', was }))).status).toBe(409)
    expect(await site.text(path)).not.toContain('Lãnh đạo, mọi nơi')
    expect((await site.post(path, form({ act: 'something' }))).status).toBe(400)
    expect((await site.get('/members/nobody')).status).toBe(404)
  })

  test('are signed out everywhere by the administrator; their last sign-in and sessions are shown', async () => {
    const minh = asks(await join('minh@ls.vn', everywhere('leader')))
    expect((await minh('/findings')).status).toBe(200)
    const path = `/members/${await idOf('minh@ls.vn')}`
    expect(await site.text(path)).toContain('09:00 01/02/2026')
    expect((await site.post(path, form({ act: 'sessions' }))).status).toBe(200)
    expect((await minh('/findings')).status).toBe(303)
    expect(await site.text(path)).toMatch(/<dd>0<\/dd>/)
  })

  test('are asked for in the same few questions however many there are', async () => {
    const counted = async () => {
      queries = 0
      await site.get('/members')
      return queries
    }
    const few = await counted()
    for (let i = 0; i < 30; i += 1)
      await define(site.store, TENANT, 'member', { [`u${i}`]: { grants: [everywhere('leader')] } }, { actor: 't' })
    expect(await counted()).toBe(few)
    expect(few).toBeLessThanOrEqual(11)
  })
})

describe('a second factor that roles demand', () => {
  test('is demanded by none who lack it themselves; until it is on the role is withheld everywhere', async () => {
    const planner = asks(await join('thanh@ls.vn', everywhere('planner'), everywhere('reporter')))
    expect((await site.post('/members/second-factor', form({ administrator: 'on' }))).status).toBe(409)
    expect((await site.post('/members/second-factor', form({ planner: 'on' }))).status).toBe(409)
    const html = await (await site.post('/account/second-factor/on', form({ password: PASSWORD }))).text()
    const secret = /secret=([A-Z2-7]+)/.exec(html)?.[1] ?? ''
    const confirmed = await site.post('/account/second-factor/confirm', form({ code: totp(secret) }))
    expect(confirmed.status).toBe(303)
    // The library gives a new session with the factor; the test's cookie is the old one.
    const self = asks(
      confirmed.headers
        .getSetCookie()
        .map(each => each.split(';')[0] ?? '')
        .join('; '),
    )
    expect((await self('/members/second-factor', { planner: 'on', administrator: 'on' })).status).toBe(303)
    expect(await (await self('/members')).text()).toContain('tắt, vai trò chưa dùng được')
    const refused = await planner('/findings/new')
    expect(refused.status).toBe(403)
    expect((await planner('/api/plans/lang-son-2020-2025/observations', { x: '' })).status).toBe(403)
    expect(await (await planner('/account')).text()).toContain('yêu cầu xác thực hai bước')
    // The other role of the same person goes on.
    expect((await planner('/findings')).status).toBe(200)
    const again = await site.app.request('http://localhost/sign-in', {
      method: 'POST',
      body: form({ email: 'thanh@ls.vn', password: PASSWORD }),
    })
    expect([again.status, again.headers.get('location')]).toEqual([303, '/account'])
    expect((await self('/members/second-factor', {})).status).toBe(303)
    expect((await auditLines(site.store, TENANT, { kind: 'setting' })).map(line => line.actor)).toEqual([
      PLANNER,
      PLANNER,
    ])
  })
})

describe('operations', () => {
  test('say how the system stands, make a backup that is fetched, and keep what there is to tell', async () => {
    const keeper = asks(await join('an@ls.vn', everywhere('administrator')))
    await site.store.db.transaction().execute(trx =>
      writeNotices(trx, TENANT, 1, [
        {
          id: 'n',
          recipient: 'x@ls.vn',
          kind: 'opened',
          round: 'r',
          organisation: 'yte',
          day: '2026-02-01',
          detail: {},
        },
      ]),
    )
    const html = await (await keeper('/operations')).text()
    for (const said of ['SQLite', STEPS.at(-1) ?? '?', 'Thông báo chờ gửi', 'chưa có', 'chưa thiết lập'])
      expect(html).toContain(said)
    const made = await keeper('/operations/backup', {})
    const at = made.headers.get('location') ?? ''
    expect(await (await keeper(at)).text()).toMatch(/Đã sao lưu [\d.]+ dòng\. SHA-256 [0-9a-f]{64}/)
    const file = await keeper(`${at}/file`)
    expect(new Uint8Array(await file.arrayBuffer()).subarray(0, 2)).toEqual(new Uint8Array([0x1f, 0x8b]))
    const notices = await keeper('/operations/notices', {})
    expect(await (await keeper(notices.headers.get('location') ?? '')).text()).toContain('chưa gửi')
    const kinds = (await auditLines(site.store, TENANT, { actor: 'an@ls.vn' })).map(line => line.kind)
    expect(kinds).toEqual(expect.arrayContaining(['backup', 'backup-fetched']))
  })

  test('are for administrators alone', async () => {
    for (const role of ['planner', 'inspector', 'leader', 'reporter', 'approver'] as const) {
      const other = asks(await join(`${role}@ls.vn`, everywhere(role)))
      for (const path of ['/operations', '/members', '/members/x']) expect((await other(path)).status).toBe(403)
      expect((await other('/operations/backup', {})).status).toBe(403)
    }
  })
})
