import { afterEach, describe, expect, test } from 'vitest'
import { invite, listMembers, setGrants } from '../../src/desk/accounts/members.ts'
import { verifyAudit } from '../../src/store/audit.ts'
import { auditLines } from '../../src/store/audit-lines.ts'
import { cookiesOf, openSite as openSiteAt, PASSWORD, PLANNER, signedIn, TENANT, type Site } from '../web/site.ts'
import type { Place } from '../../src/store/open.ts'
import { totp } from './totp.ts'

/** What every engine must do alike; `place` gives an empty store of its own. */
export function accountsSuite(engine: string, place: () => Promise<Place>): void {
  describe(`accounts on ${engine}`, () => {
    let site: Site
    afterEach(() => site.close())
    const openSite = async (options: Parameters<typeof openSiteAt>[0] = {}) =>
      openSiteAt({ ...options, place: await place() })

    const form = (fields: Record<string, string>) => new URLSearchParams(fields)
    const kinds = async () => (await auditLines(site.store, TENANT)).map(line => line.kind)
    const linkFor = async (email: string) => {
      const made = await invite(
        site.store,
        TENANT,
        { kind: 'invite', email, grants: [{ role: 'reporter', organisation: 'so-a', area: null }] },
        { actor: 'test' },
      )
      if ('refused' in made) throw new Error(made.refused)
      return `/link/${made.token}`
    }

    describe('an account', () => {
      test('cannot be registered by anybody', async () => {
        site = await openSite({ public: true })
        const answer = await site.post(
          '/api/auth/sign-up/email',
          JSON.stringify({ email: 'x@y.vn', password: PASSWORD, name: 'X' }),
          { 'Content-Type': 'application/json' },
        )
        expect(answer.status).toBe(404)
        expect(await site.store.db.selectFrom('account_user').selectAll().execute()).toEqual([])
      })

      test('is made by a link that works once, with the grants of its invitation', async () => {
        site = await openSite({ public: true })
        const link = await linkFor('Hoa.Tran@langson.gov.vn')
        expect(await site.text(link)).toContain('hoa.tran@langson.gov.vn')
        const weak = await site.post(link, form({ name: 'Trần Thị Hoa', password: 'hoatran12345' }))
        expect(weak.status).toBe(422)
        expect(await weak.text()).toContain('value="Trần Thị Hoa"')
        expect((await site.post(link, form({ name: 'Trần Thị Hoa', password: PASSWORD }))).status).toBe(303)
        expect((await site.post(link, form({ name: 'Kẻ gian', password: PASSWORD }))).status).toBe(404)
        expect((await site.get('/link/nothing')).status).toBe(404)
        const [member] = await listMembers(site.store, TENANT)
        expect(member).toMatchObject({
          email: 'hoa.tran@langson.gov.vn',
          grants: [{ role: 'reporter', organisation: 'so-a', area: null }],
        })
      })

      test('two who use one link at once make one account', async () => {
        site = await openSite({ public: true })
        const link = await linkFor('hoa@langson.gov.vn')
        const answers = await Promise.all(
          ['A B', 'C D'].map(name => site.post(link, form({ name, password: PASSWORD }))),
        )
        expect(answers.map(answer => answer.status).sort()).toEqual([303, 404])
        expect(await listMembers(site.store, TENANT)).toHaveLength(1)
      })

      test('waits after guesses, wherever they come in, and the wait is kept in the store', async () => {
        let moment = Date.parse('2026-02-01T09:00:00+07:00')
        site = await openSite({ now: () => new Date(moment) })
        const guess = (password: string) =>
          site.app.request('http://localhost/sign-in', { method: 'POST', body: form({ email: PLANNER, password }) })
        for (let i = 0; i < 5; i += 1) expect((await guess('wrong and long enough')).status).toBe(401)
        const locked = await guess(PASSWORD)
        expect(locked.status).toBe(429)
        expect(await locked.text()).toMatch(/09:01 01\/02\/2026/)
        const api = await site.app.request('http://localhost/api/auth/sign-in/email', {
          method: 'POST',
          body: JSON.stringify({ email: PLANNER, password: PASSWORD }),
          headers: { 'Content-Type': 'application/json' },
        })
        expect(api.status).toBe(404)
        moment += 61_000
        expect((await guess(PASSWORD)).status).toBe(303)
        expect(await kinds()).toEqual(expect.arrayContaining(['sign-in-failed', 'sign-in-locked', 'sign-in']))
      })

      test('asks for the code of an authenticator once that is on', async () => {
        site = await openSite()
        const on = await site.post('/account/second-factor/on', form({ password: PASSWORD }))
        const html = await on.text()
        const secret = /secret=([A-Z2-7]+)/.exec(html)?.[1] ?? ''
        const backup = /<code>([\w-]{8,})(?: {2}|<)/.exec(html.slice(html.lastIndexOf('<code>')))?.[1] ?? ''
        expect((await site.post('/account/second-factor/confirm', form({ code: '000000' }))).status).toBe(422)
        expect((await site.post('/account/second-factor/confirm', form({ code: totp(secret) }))).status).toBe(303)
        const first = await site.app.request('http://localhost/sign-in', {
          method: 'POST',
          body: form({ email: PLANNER, password: PASSWORD }),
        })
        expect(first.headers.get('location')).toContain('/sign-in/second')
        const half = cookiesOf(first)
        const asHalf = (path: string, fields?: Record<string, string>) =>
          site.app.request(`http://localhost${path}`, {
            headers: { Cookie: half },
            ...(fields ? { method: 'POST', body: form(fields) } : {}),
          })
        expect((await asHalf('/account')).status).toBe(303)
        expect((await asHalf('/sign-in/second', { code: '123456' })).status).toBe(401)
        expect((await asHalf('/sign-in/second', { backup })).status).toBe(303)
        expect(await kinds()).toEqual(expect.arrayContaining(['second-factor-on', 'sign-in-failed']))
      })

      test('ends its sessions one by one and all where the membership ends', async () => {
        site = await openSite()
        const other = await signedIn(site.app, site.store, site.auth, 'hoa@langson.gov.vn', [
          { role: 'leader', organisation: null, area: null },
        ])
        const asOther = () => site.app.request('http://localhost/account', { headers: { Cookie: other } })
        expect((await asOther()).status).toBe(200)
        const hoa = (await listMembers(site.store, TENANT)).find(member => member.email === 'hoa@langson.gov.vn')
        expect((await site.post(`/members/${hoa?.user ?? ''}`, form({ act: 'end' }))).status).toBe(303)
        expect((await asOther()).status).toBe(303)
        expect(await site.text('/members')).not.toContain('hoa@langson.gov.vn')
      })

      test('of the last administrator stays one', async () => {
        site = await openSite()
        const [only] = await listMembers(site.store, TENANT)
        expect((await site.post(`/members/${only?.user ?? ''}`, form({ act: 'end' }))).status).toBe(409)
        expect(await setGrants(site.store, TENANT, only?.user ?? '', [], { actor: 'test' })).toEqual({
          refused: 'last-administrator',
        })
      })

      test('changes its password, and the old one and other sessions are out', async () => {
        site = await openSite()
        const again = await site.app.request('http://localhost/sign-in', {
          method: 'POST',
          body: form({ email: PLANNER, password: PASSWORD }),
        })
        const next = 'rừng hồi bên suối vắng'
        expect((await site.post('/account/password', form({ old: 'not this one', new: next }))).status).toBe(422)
        expect((await site.post('/account/password', form({ old: PASSWORD, new: 'matkhau123456' }))).status).toBe(422)
        expect((await site.post('/account/password', form({ old: PASSWORD, new: next }))).status).toBe(303)
        const old = await site.app.request('http://localhost/account', { headers: { Cookie: cookiesOf(again) } })
        expect(old.status).toBe(303)
        const signIn = (password: string) =>
          site.app.request('http://localhost/sign-in', { method: 'POST', body: form({ email: PLANNER, password }) })
        expect((await signIn(PASSWORD)).status).toBe(401)
        expect((await signIn(next)).status).toBe(303)
      })
    })

    describe('access', () => {
      test('to what is published needs no account; a change does', async () => {
        site = await openSite({ public: true })
        expect((await site.get('/')).status).toBe(200)
        expect((await site.get('/api/plans')).status).toBe(200)
        const page = await site.get('/members')
        expect([page.status, page.headers.get('location')]).toEqual([303, '/sign-in?next=%2Fmembers'])
        const api = await site.post(
          '/api/plans/lang-son-2020-2025/observations',
          'indicator,area,period,value,status\n',
        )
        expect(api.status).toBe(401)
        expect((await site.post('/drafts/x/undo', form({}))).status).toBe(401)
      })

      test('with a role that does not suffice is refused', async () => {
        site = await openSite()
        const cookie = await signedIn(site.app, site.store, site.auth, 'hoa@langson.gov.vn', [
          { role: 'reporter', organisation: 'so-a', area: null },
        ])
        for (const path of ['/members', '/drafts/x'])
          expect((await site.app.request(`http://localhost${path}`, { headers: { Cookie: cookie } })).status).toBe(403)
        const api = await site.app.request('http://localhost/api/plans/lang-son-2020-2025/observations', {
          method: 'POST',
          body: 'indicator\n',
          headers: { Cookie: cookie },
        })
        expect(api.status).toBe(403)
      })

      test('goes back only to a place of our own', async () => {
        site = await openSite()
        for (const [next, expected] of [
          ['/figures', '/figures'],
          ['//evil.example', '/'],
          ['https://evil.example', '/'],
          ['/\\evil.example', '/'],
        ] as const) {
          const answer = await site.app.request(`http://localhost/sign-in?next=${encodeURIComponent(next)}`, {
            method: 'POST',
            body: form({ email: PLANNER, password: PASSWORD }),
          })
          expect(answer.headers.get('location')).toBe(expected)
        }
      })

      test('is in the audit, with no secret in it', async () => {
        site = await openSite()
        const lines = JSON.stringify(await auditLines(site.store, TENANT))
        expect(lines).not.toContain(PASSWORD)
        expect(lines).toContain(PLANNER)
        expect((await verifyAudit(site.store, TENANT)).findings).toEqual([])
      })

      test('cookies are out of the reach of scripts', async () => {
        site = await openSite()
        const answer = await site.app.request('http://localhost/sign-in', {
          method: 'POST',
          body: form({ email: PLANNER, password: PASSWORD }),
        })
        const session = answer.headers.getSetCookie().find(each => each.includes('session_token'))
        expect(session).toMatch(/HttpOnly/i)
        expect(session).toMatch(/SameSite=Lax/i)
      })
    })
  })
}
