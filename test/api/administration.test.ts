import { afterAll, beforeAll, expect, test } from 'vitest'
import { auditContract, auditLineContract, jobBegunContract } from '../../src/api/contract/audit.ts'
import { faultContract } from '../../src/api/contract/figures.ts'
import { jobContract } from '../../src/api/contract/jobs.ts'
import { linkContract, membersContract } from '../../src/api/contract/members.ts'
import { chainHash } from '../../src/store/chain.ts'
import { verifyAudit } from '../../src/store/audit.ts'
import { openSite, signedIn, TENANT, type Site } from '../web/site.ts'

let site: Site
const cookies = new Map<string, string>()
beforeAll(async () => {
  site = await openSite()
  for (const [who, role] of [
    ['tra', 'inspector'],
    ['hoa', 'reporter'],
  ] as const)
    cookies.set(
      who,
      await signedIn(site.app, site.store, site.auth, `${who}@ls.vn`, [{ role, organisation: null, area: null }]),
    )
  cookies.set('lan', site.cookies.map(({ name, value }) => `${name}=${value}`).join('; '))
})
afterAll(async () => {
  expect(site.faults).toEqual([])
  await site.close()
})

const ask = (who: string | null, path: string, body?: unknown) =>
  site.app.request(`http://localhost${path}`, {
    headers: who === null ? {} : { Cookie: cookies.get(who) ?? '' },
    ...(body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }),
  })
const code = async (asked: Response | Promise<Response>) => {
  const answer = await asked
  return `${answer.status} ${faultContract.parse(await answer.json()).error.code}`
}
const lines = async (query: string) => auditContract.parse(await (await ask('tra', `/api/audit${query}`)).json())
const members = async () => membersContract.parse(await (await ask('lan', '/api/members')).json())

test('inspectors and administrators read the audit, nobody else', async () => {
  for (const path of ['/api/audit', '/api/audit/1']) {
    expect(await code(ask(null, path))).toBe('401 sign-in')
    expect(await code(ask('hoa', path))).toBe('403 not-allowed')
    expect((await ask('tra', path)).status).toBe(200)
    expect((await ask('lan', path)).status).toBe(200)
  }
  expect(await code(ask('tra', '/api/audit/99999'))).toBe('404 no-line')
  expect(await code(ask('tra', '/api/audit?since=hôm qua'))).toBe('400 bad-day')
})

test('the audit is searched, turned over page by page, and each line gives what its hash is made of', async () => {
  const all = await lines('?limit=1000')
  expect(all.older).toBeNull()
  const found: number[] = []
  for (let before = ''; ;) {
    const { lines: some, older } = await lines(`?limit=2${before}`)
    found.push(...some.map(line => line.number))
    if (older === null) break
    before = `&before=${older}`
  }
  expect(found).toEqual(all.lines.map(line => line.number))
  for (const line of all.lines) expect(chainHash({ tenant: TENANT, ...line })).toBe(line.hash)
  expect((await lines('?kind=figures')).lines.map(line => line.subject)).toEqual(['figures.csv'])
  expect((await lines('?who=hoa@ls.vn&kind=sign-in')).lines).toHaveLength(1)
  expect((await lines('?until=2020-01-01')).lines).toEqual([])
  expect((await lines(`?figure=tourists/${site.plan.area}/2020`)).lines.map(line => line.kind)).toEqual(['figures'])
  expect((await lines('?figure=tourists/nowhere/2020')).lines).toEqual([])
  const one = auditLineContract.parse(await (await ask('tra', '/api/audit/1')).json())
  expect(one).toEqual(all.lines.at(-1))
})

test('the audit is taken away as a table and its chain proved, as jobs', async () => {
  const settled = async (id: string) => {
    let state
    do state = jobContract.parse(await (await ask('tra', `/api/jobs/${id}`)).json())
    while (state.live)
    return state
  }
  for (const path of ['/api/audit/export', '/api/audit/verify']) {
    expect(await code(ask(null, path, {}))).toBe('401 sign-in')
    expect(await code(ask('hoa', path, {}))).toBe('403 not-allowed')
  }
  expect(await code(ask('tra', '/api/audit/export', { format: 'pdf' }))).toBe('400 bad-body')
  expect(await code(ask('tra', '/api/audit/export', { search: { since: 'x' } }))).toBe('400 bad-day')
  const { job } = jobBegunContract.parse(
    await (await ask('tra', '/api/audit/export', { search: { kind: 'figures' } })).json(),
  )
  expect(await settled(job)).toMatchObject({ state: 'done' })
  const table = await (await ask('tra', `/jobs/${job}/file`)).text()
  expect(table.replace('\ufeff', '').trim().split('\r\n')).toHaveLength(2)
  expect(table).toContain('figures.csv')
  expect(await code(ask('hoa', `/api/jobs/${job}`))).toBe('404 no-job')
  const proof = jobBegunContract.parse(await (await ask('tra', '/api/audit/verify', {})).json())
  expect(await settled(proof.job)).toMatchObject({ state: 'done' })
})

test('an administrator invites, gives and takes roles, resets and signs out by the interface; each is a line of the audit', async () => {
  const invitation = { email: 'Moi@ls.vn', grants: [{ role: 'reporter' }] }
  expect(await code(ask(null, '/api/members'))).toBe('401 sign-in')
  for (const who of ['tra', 'hoa']) {
    expect(await code(ask(who, '/api/members'))).toBe('403 not-allowed')
    expect(await code(ask(who, '/api/members/invitations', invitation))).toBe('403 not-allowed')
  }
  for (const [body, refused] of [
    [{ ...invitation, email: 'x' }, '400 bad-email'],
    [{ ...invitation, grants: [] }, '400 bad-body'],
    [{ ...invitation, grants: [{ role: 'king' }] }, '400 bad-body'],
    [{ ...invitation, grants: [{ role: 'reporter', organisation: 'nowhere' }] }, '404 no-organisation'],
    [{ ...invitation, grants: [{ role: 'reporter', area: 'nowhere' }] }, '404 no-area'],
  ] as const)
    expect(await code(ask('lan', '/api/members/invitations', body))).toBe(refused)
  const link = async (path: string, body: unknown) =>
    linkContract.parse(await (await ask('lan', `/api/members/${path}`, body)).json()).link
  const first = await link('invitations', invitation)
  const [waiting] = (await members()).invitations
  expect(waiting).toMatchObject({ kind: 'invite', email: 'moi@ls.vn', grants: [{ role: 'reporter', area: null }] })
  const second = await link(`invitations/${waiting?.id ?? ''}/renew`, {})
  expect(second).not.toBe(first)
  expect((await site.get(new URL(first).pathname)).status).not.toBe(200)
  expect((await site.get(new URL(second).pathname)).status).toBe(200)
  const [renewed] = (await members()).invitations
  const withdrawn = await ask('lan', `/api/members/invitations/${renewed?.id ?? ''}/withdraw`, {})
  expect(membersContract.parse(await withdrawn.json()).invitations).toEqual([])
  expect(await code(ask('lan', `/api/members/invitations/${renewed?.id ?? ''}/renew`, {}))).toBe('404 no-invitation')

  const idOf = async (email: string) => (await members()).members.find(each => each.email === email)?.user ?? ''
  const [hoa, lan] = [
    await idOf('hoa@ls.vn'),
    (await members()).members.find(
      each => each.sessions > 0 && each.grants.some(grant => grant.role === 'administrator'),
    )?.user ?? '',
  ]
  const given = await ask('lan', `/api/members/${hoa}/grants`, { grants: [{ role: 'leader' }] })
  expect(membersContract.parse(await given.json()).members.find(each => each.user === hoa)?.grants).toEqual([
    { role: 'leader', organisation: null, area: null },
  ])
  expect(await code(ask('lan', `/api/members/${lan}/grants`, { grants: [{ role: 'planner' }] }))).toBe(
    '409 last-administrator',
  )
  expect(await code(ask('lan', '/api/members/nobody/grants', { grants: [] }))).toBe('404 no-member')
  expect(await code(ask('lan', '/api/members/second-factor', { roles: ['administrator'] }))).toBe(
    '409 own-factor-first',
  )
  const demanded = await ask('lan', '/api/members/second-factor', { roles: ['inspector'] })
  expect(membersContract.parse(await demanded.json()).secondFactor).toEqual(['inspector'])
  // The inspector has none yet, so the role is withheld at this entrance too.
  expect(await code(ask('tra', '/api/audit'))).toBe('403 second-factor')
  await ask('lan', '/api/members/second-factor', { roles: [] })
  expect(await link(`${hoa}/reset`, {})).toContain('/link/')
  await ask('lan', `/api/members/${hoa}/sign-out`, {})
  expect((await members()).members.find(each => each.user === hoa)?.sessions).toBe(0)
  await ask('lan', `/api/members/${hoa}/grants`, { grants: [] })
  expect(await idOf('hoa@ls.vn')).toBe('')
  const told = (await lines('?via=api&limit=1000')).lines.map(line => line.kind).reverse()
  expect(told.filter(kind => kind !== 'audit-export-fetched')).toEqual([
    'invitation',
    'invitation',
    'invitation-withdrawn',
    'member',
    'setting',
    'setting',
    'invitation',
    'session-ended',
    'member',
  ])
  expect((await verifyAudit(site.store, TENANT)).findings).toEqual([])
})
