import { getConnInfo } from '@hono/node-server/conninfo'
import type { Context, MiddlewareHandler } from 'hono'
import { ADDRESS_HEADER, type Auth } from '../desk/accounts/auth.ts'
import { memberOf } from '../desk/accounts/members.ts'
import { demandedRoles, withoutFactor } from '../desk/accounts/second-factor.ts'
import { may, maySomewhere, type Member, type Place, type Verb } from '../desk/policy.ts'
import type { By, Origin } from '../store/log.ts'
import type { Store } from '../store/open.ts'
import { Fault } from './faults.ts'

/** Who sends a request. */
export interface Who {
  readonly user: { readonly id: string; readonly name: string; readonly email: string } | null
  /** Null for the public, and for an account that is no member here. */
  readonly member: Member | null
  /** Whether roles of theirs are withheld until they have a second factor. */
  readonly withheld: boolean
  readonly by: By
}

declare module 'hono' {
  interface ContextVariableMap {
    who: Who
  }
}

/** The network address of the other end; a proxy of our own says whom it speaks for. */
function addressOf(c: Context, behindProxy: boolean): string {
  const forwarded = behindProxy ? c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim() : undefined
  if (forwarded !== undefined && forwarded !== '') return forwarded
  try {
    return getConnInfo(c).remote.address ?? ''
  } catch {
    // A request that came through no socket.
    return ''
  }
}

/** The request's headers with its network address in ours, whatever the client sent under that name. */
export function headersOf(c: Context): Headers {
  const headers = new Headers(c.req.raw.headers)
  headers.set(ADDRESS_HEADER, c.get('who').by.address ?? '')
  return headers
}

/** Finds out who sends each request: the session of its cookie, and what that person is here. */
export function identify(store: Store, tenant: string, auth: Auth, behindProxy: boolean): MiddlewareHandler {
  return async (c, next) => {
    const origin: Origin = c.req.path.startsWith('/api/') ? 'api' : 'page'
    const address = addressOf(c, behindProxy)
    const session = c.req.header('cookie')?.includes('cotmoc')
      ? await auth.api.getSession({ headers: c.req.raw.headers })
      : null
    const user = session ? { id: session.user.id, name: session.user.name, email: session.user.email } : null
    const known = user ? await memberOf(store, tenant, user.id) : null
    // Who has a second factor, and who has no role, need not be held against the roles that demand one.
    const open = known === null || known.grants.length === 0 || session?.user.twoFactorEnabled === true
    const { member, withheld } = open
      ? { member: known, withheld: false }
      : withoutFactor(known, await demandedRoles(store, tenant))
    c.set('who', { user, member, withheld, by: { actor: user?.email ?? '', origin, address } })
    await next()
  }
}

/** Who acts, where a verb is theirs at a place. Throws `sign-in` for the public and `not-allowed` for everybody else. */
export function need(c: Context, verb: Verb, place: Place = {}): Who {
  const who = c.get('who')
  if (may(who.member, verb, place)) return who
  if (!who.user) throw new Fault('sign-in', { verb })
  throw new Fault(who.withheld ? 'second-factor' : 'not-allowed', { verb })
}

/** The first question of entrances whose place must be looked up: only who may do the verb at some place is told what there is. */
export const somewhere =
  (verb: Verb): MiddlewareHandler =>
  async (c, next) => {
    const who = c.get('who')
    if (!maySomewhere(who.member, verb)) throw new Fault(who.user ? 'not-allowed' : 'sign-in', { verb })
    await next()
  }
