import { randomBytes } from 'node:crypto'
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { makeAuth, type SingleSignOn } from '../desk/accounts/auth.ts'
import { leakedList } from '../desk/accounts/leaked.ts'
import { hasAdministrator, invite } from '../desk/accounts/members.ts'
import type { Store } from '../store/open.ts'
import type { AppOptions } from '../web/app.tsx'
import type { Surroundings } from './command.ts'
import { mailerOf } from './mail.ts'
import { TENANT } from './with-store.ts'

/** The address that people use, from the environment (null where it says none), or the text that is no address. */
export function publicUrl(text: string | undefined): { readonly url: string | null } | { readonly wrong: string } {
  if (text === undefined || text === '') return { url: null }
  const url = URL.canParse(text) ? new URL(text) : null
  return url && (url.protocol === 'https:' || url.protocol === 'http:') ? { url: url.origin } : { wrong: text }
}

/** What the pages are made with: the store, accounts, and what the environment says of both. */
export function siteOptions(store: Store, url: string, data: string | undefined, around: Surroundings): AppOptions {
  const { env, now, err } = around
  const singleSignOn = singleSignOnOf(env)
  const leaked = leakedOf(env)
  const auth = makeAuth({ store, secret: secretOf(data, env), url, singleSignOn, leaked })
  const hostname = new URL(url).hostname
  return {
    store,
    tenant: TENANT,
    now,
    auth,
    leaked,
    url,
    singleSignOn: singleSignOn && { id: singleSignOn.id, name: env['COTMOC_OIDC_NAME'] ?? 'Đăng nhập một lần (SSO)' },
    behindProxy: url.startsWith('https:'),
    folder: join(folderOf(data, env), 'jobs'),
    mail: mailerOf(around)?.send ?? null,
    version: versionOf(),
    hosts: new Set([hostname, 'localhost', '127.0.0.1', '[::1]']),
    onFault: (reference, error) =>
      err(`${reference} ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`),
  }
}

/** Whether a password is on the list of leaked ones that `COTMOC_LEAKED` names; undefined where it names none. Throws what opening it throws. */
export function leakedOf(env: Surroundings['env']): ((password: string) => boolean) | undefined {
  const path = env['COTMOC_LEAKED'] ?? ''
  return path === '' ? undefined : leakedList(path)
}

/** The version of the program, as its package says. */
const versionOf = (): string =>
  (JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as { version: string }).version

const folderOf = (data: string | undefined, env: Surroundings['env']): string =>
  resolve(data ?? env['COTMOC_DATA'] ?? 'data')

/** What cookies are signed with: from the environment, or made once and kept beside the store, for its owner only. */
function secretOf(data: string | undefined, env: Surroundings['env']): string {
  const given = env['COTMOC_SECRET']
  if (given !== undefined && given.length >= 32) return given
  const folder = folderOf(data, env)
  const file = join(folder, 'secret')
  try {
    return readFileSync(file, 'utf8').trim()
  } catch {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    const secret = randomBytes(32).toString('base64url')
    writeFileSync(file, `${secret}\n`, { mode: 0o600 })
    chmodSync(file, 0o600)
    return secret
  }
}

function singleSignOnOf(env: Surroundings['env']): SingleSignOn | undefined {
  const [discoveryUrl, clientId, clientSecret] = [
    'COTMOC_OIDC_DISCOVERY',
    'COTMOC_OIDC_CLIENT',
    'COTMOC_OIDC_SECRET',
  ].map(name => env[name] ?? '')
  return discoveryUrl && clientId && clientSecret ? { id: 'office', discoveryUrl, clientId, clientSecret } : undefined
}

/** A link that makes the first administrator; null where there is one. An older link ends. */
export async function setupLink(store: Store, url: string): Promise<string | null> {
  if (await hasAdministrator(store, TENANT)) return null
  const grants = (['administrator', 'planner'] as const).map(role => ({ role, organisation: null, area: null }))
  const made = await invite(store, TENANT, { kind: 'setup', email: '', grants }, { actor: 'cotmoc', origin: 'system' })
  return 'token' in made ? new URL(`/link/${made.token}`, url).href : null
}
