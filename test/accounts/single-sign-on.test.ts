import { createHash, createSign, generateKeyPairSync, randomUUID } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { auditLines } from '../../src/store/audit-lines.ts'
import { cookiesOf, openSite, PLANNER, TENANT, type Site } from '../web/site.ts'

/** An office's OpenID provider on loopback: discovery, keys, codes with PKCE, tokens signed with RS256. */
class Provider {
  person = { email: PLANNER, email_verified: true }
  address = ''
  readonly #server: Server
  readonly #key = generateKeyPairSync('rsa', { modulusLength: 2048 })
  readonly #codes = new Map<string, URLSearchParams>()

  constructor() {
    this.#server = createServer((request, response) => {
      const url = new URL(request.url ?? '/', this.address)
      const json = (body: object, status = 200) =>
        response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(body))
      if (url.pathname === '/.well-known/openid-configuration') json(this.#described())
      else if (url.pathname === '/keys')
        json({ keys: [{ ...this.#key.publicKey.export({ format: 'jwk' }), kid: 'k', alg: 'RS256', use: 'sig' }] })
      else if (url.pathname === '/authorize') {
        const code = randomUUID()
        this.#codes.set(code, url.searchParams)
        const back = new URL(url.searchParams.get('redirect_uri') ?? '')
        back.searchParams.set('code', code)
        back.searchParams.set('state', url.searchParams.get('state') ?? '')
        response.writeHead(302, { Location: back.href }).end()
      } else if (url.pathname === '/token') {
        let body = ''
        request.on('data', chunk => (body += String(chunk)))
        request.on('end', () => {
          const asked = this.#codes.get(new URLSearchParams(body).get('code') ?? '')
          const proof = new URLSearchParams(body).get('code_verifier') ?? ''
          const challenge = createHash('sha256').update(proof).digest('base64url')
          if (asked?.get('code_challenge') !== challenge) json({ error: 'invalid_grant' }, 400)
          else json({ access_token: 'a', token_type: 'Bearer', expires_in: 60, id_token: this.#token(asked) })
        })
      } else if (url.pathname === '/userinfo') json({ sub: 'officer-7', name: 'Nguyễn Thị Lan', ...this.person })
      else json({}, 404)
    })
  }

  #described() {
    const at = (path: string) => `${this.address}${path}`
    return {
      issuer: this.address,
      authorization_endpoint: at('/authorize'),
      token_endpoint: at('/token'),
      userinfo_endpoint: at('/userinfo'),
      jwks_uri: at('/keys'),
      response_types_supported: ['code'],
      subject_types_supported: ['public'],
      id_token_signing_alg_values_supported: ['RS256'],
    }
  }

  #token(asked: URLSearchParams): string {
    const now = Math.floor(Date.now() / 1000)
    const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
    const claims = { iss: this.address, aud: asked.get('client_id'), sub: 'officer-7', iat: now, exp: now + 60 }
    const nonce = asked.get('nonce')
    const told = { ...claims, name: 'Nguyễn Thị Lan', ...this.person, ...(nonce === null ? {} : { nonce }) }
    const text = `${part({ alg: 'RS256', kid: 'k' })}.${part(told)}`
    return `${text}.${createSign('RSA-SHA256').update(text).sign(this.#key.privateKey, 'base64url')}`
  }

  async start(): Promise<void> {
    await new Promise<void>(done => this.#server.listen(0, '127.0.0.1', () => done()))
    this.address = `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`
  }

  stop(): void {
    this.#server.close()
    this.#server.closeAllConnections()
  }
}

describe('single sign-on', () => {
  const provider = new Provider()
  let site: Site
  beforeAll(() => provider.start())
  afterAll(() => provider.stop())
  afterEach(async () => {
    provider.person = { email: PLANNER, email_verified: true }
    await site.close()
  })
  const open = () =>
    openSite({
      singleSignOn: {
        id: 'office',
        discoveryUrl: `${provider.address}/.well-known/openid-configuration`,
        clientId: 'cotmoc',
        clientSecret: 'kept',
      },
    })
  const request = (path: string, cookie: string, init: RequestInit = {}) =>
    site.app.request(path, { ...init, headers: { Cookie: cookie } })

  /** From the button, over the office's page, back to ours. */
  async function through(change: (back: URL) => void = () => undefined): Promise<Response> {
    const begun = await request('http://localhost/sign-in/single', '', { method: 'POST' })
    expect(begun.status).toBe(303)
    const office = await fetch(begun.headers.get('location') ?? '', { redirect: 'manual' })
    const back = new URL(office.headers.get('location') ?? '')
    change(back)
    return request(back.href, cookiesOf(begun))
  }
  const kinds = async () => (await auditLines(site.store, TENANT)).map(line => `${line.kind} ${line.subject}`)
  const signs = async () => (await kinds()).filter(line => line.startsWith('sign-in'))

  test('signs in a member who was invited, and the audit tells of it', async () => {
    site = await open()
    const before = (await signs()).length
    const answer = await through()
    expect(answer.headers.get('location')).toMatch(/^(?:http:\/\/localhost)?\/$/)
    const account = await request('http://localhost/account', cookiesOf(answer))
    expect(account.status).toBe(200)
    expect(await account.text()).toContain(PLANNER)
    expect((await signs()).slice(before)).toEqual([`sign-in ${PLANNER}`])
  })

  test.each([
    ['nobody invited', () => (provider.person = { email: 'kẻ.lạ@example.vn', email_verified: true })],
    ['whose address the office has not confirmed', () => (provider.person = { email: PLANNER, email_verified: false })],
  ])('makes no account for somebody %s', async (_, prepare) => {
    site = await open()
    prepare()
    const users = await site.store.db.selectFrom('account_user').select('email').execute()
    const answer = await through()
    const place = new URL(answer.headers.get('location') ?? '', 'http://localhost')
    expect(place.pathname).toBe('/sign-in')
    const shown = await request(place.href, cookiesOf(answer))
    expect(shown.status).toBe(403)
    expect(await shown.text()).toContain('chưa được mời')
    expect(await site.store.db.selectFrom('account_user').select('email').execute()).toEqual(users)
    expect((await signs()).at(-1)).toBe('sign-in-failed ')
    expect((await request('http://localhost/account', cookiesOf(answer))).status).toBe(303)
  })

  test.each([
    ['a state of somebody else', (back: URL) => back.searchParams.set('state', 'other')],
    ['a code that the office did not give', (back: URL) => back.searchParams.set('code', 'made up')],
  ])('is refused with %s', async (_, change) => {
    site = await open()
    const answer = await through(change)
    expect((await request('http://localhost/account', cookiesOf(answer))).status).toBe(303)
    expect((await signs()).at(-1)).toBe('sign-in-failed ')
  })

  test('opens no other door of the accounts’ library', async () => {
    site = await open()
    for (const path of [
      'sign-in/email',
      'sign-up/email',
      'change-password',
      'two-factor/disable',
      'update-user',
      'error',
    ])
      for (const method of ['GET', 'POST'])
        expect((await site.app.request(`http://localhost/api/auth/${path}`, { method })).status).toBe(404)
  })
})
