import { randomBytes, randomUUID } from 'node:crypto'
import { defineIn, definition, definitions, type Redefined } from '../../store/definitions.ts'
import {
  invitationOf,
  openInvitations,
  useInvitation,
  writeInvitation,
  type Invitation,
  type InvitationKind,
} from '../../store/invitations.ts'
import { logged, loggedIfChanged, NOTHING, type By } from '../../store/log.ts'
import type { Store } from '../../store/open.ts'
import type { Grant, Member } from '../policy.ts'
import type { Auth } from './auth.ts'
import { weaknessOf, type Weakness } from './password.ts'

/** A membership as it is kept; its id is the user's. */
interface MemberBody {
  readonly grants: readonly Grant[]
}

/** A member with what pages show. */
export interface MemberListed extends Member {
  readonly name: string
  readonly email: string
  readonly secondFactor: boolean
  /** The moment (ISO) of the last sign-in; empty where there was none. */
  readonly lastSignIn: string
  /** How many sessions are open. */
  readonly sessions: number
}

/** Why something was not done; each is a code of the catalogue under `account.`. */
export type Refusal =
  'no-such-link' | 'last-administrator' | 'no-such-member' | 'bad-email' | 'no-name' | `password-${Weakness}`

export interface Refused {
  readonly refused: Refusal
}

export async function memberOf(store: Store, tenant: string, user: string): Promise<Member | null> {
  const found = await definition(store, tenant, 'member', user)
  return found ? { user, grants: (found.body as MemberBody).grants } : null
}

/** The members with what pages show, in two questions however many there are. */
export async function listMembers(store: Store, tenant: string): Promise<MemberListed[]> {
  const members = await definitions(store, tenant, 'member')
  const found = await store.db
    .selectFrom('account_user')
    .select(['id', 'name', 'email', 'twoFactorEnabled'])
    .select(eb => [
      eb
        .selectFrom('log')
        .select('moment')
        .where('tenant', '=', tenant)
        .whereRef('actor', '=', 'account_user.email')
        .where('kind', '=', 'sign-in')
        .orderBy('number', 'desc')
        .limit(1)
        .as('lastSignIn'),
      eb
        .selectFrom('account_session')
        .select(each => each.fn.countAll().as('n'))
        .whereRef('userId', '=', 'account_user.id')
        .where('expiresAt', '>', store.now().toISOString())
        .as('sessions'),
    ])
    .execute()
  const users = new Map(found.map(user => [user.id, user]))
  return members.map(({ id, body }) => {
    const user = users.get(id)
    return {
      user: id,
      grants: (body as MemberBody).grants,
      name: user?.name ?? '',
      email: user?.email ?? '',
      secondFactor: Number(user?.twoFactorEnabled ?? 0) === 1,
      lastSignIn: user?.lastSignIn ?? '',
      sessions: Number(user?.sessions ?? 0),
    }
  })
}

const isAdministrator = ({ grants }: MemberBody): boolean => grants.some(grant => grant.role === 'administrator')

export const hasAdministrator = async (store: Store, tenant: string): Promise<boolean> =>
  (await definitions(store, tenant, 'member')).some(member => isAdministrator(member.body as MemberBody))

const HOURS: Readonly<Record<InvitationKind, number>> = { setup: 24, invite: 7 * 24, reset: 24 }
const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/

/** Makes a one-time link; gives its token, which is kept nowhere. A new link for the same person ends the older one. */
export async function invite(
  store: Store,
  tenant: string,
  asked: { readonly kind: InvitationKind; readonly email: string; readonly grants: readonly Grant[] },
  by: By,
): Promise<{ readonly token: string } | Refused> {
  const email = asked.email.trim().toLowerCase()
  if (asked.kind !== 'setup' && !EMAIL.test(email)) return { refused: 'bad-email' }
  const token = randomBytes(24).toString('base64url')
  const invitation: Invitation = {
    id: randomUUID(),
    kind: asked.kind,
    email,
    grants: JSON.stringify(asked.grants),
    expires: new Date(store.now().getTime() + HOURS[asked.kind] * 3_600_000).toISOString(),
  }
  await logged(
    store,
    tenant,
    {
      by,
      kind: 'invitation',
      subject: email,
      after: { kind: asked.kind, grants: asked.grants, expires: invitation.expires },
    },
    trx => writeInvitation(trx, tenant, invitation, token),
  )
  return { token }
}

/** What a person enters behind a one-time link. */
export interface Accepted {
  readonly token: string
  /** Only where the link names nobody. */
  readonly email: string
  readonly name: string
  readonly password: string
}

/**
 * Makes the account and the membership of an invitation, or sets a forgotten password, in one transaction. An address that
 * has an account already gets what is granted added, and its password is set anew.
 */
export async function acceptInvitation(
  store: Store,
  tenant: string,
  auth: Auth,
  given: Accepted,
  by: Omit<By, 'actor'>,
  leaked?: (password: string) => boolean,
): Promise<{ readonly email: string } | Refused> {
  const invitation = await invitationOf(store, tenant, given.token)
  if (!invitation) return { refused: 'no-such-link' }
  const email = (invitation.email === '' ? given.email : invitation.email).trim().toLowerCase()
  const name = given.name.normalize('NFC').trim()
  if (!EMAIL.test(email)) return { refused: 'bad-email' }
  if (name === '' && invitation.kind !== 'reset') return { refused: 'no-name' }
  const weak = weaknessOf(given.password, { email, name }, leaked)
  if (weak) return { refused: `password-${weak}` }
  const { password } = await auth.$context
  const hashed = await password.hash(given.password)
  const moment = store.now().toISOString()
  const done = await loggedIfChanged<Redefined | null>(
    store,
    tenant,
    redefined => ({
      by: { ...by, actor: email },
      kind: invitation.kind === 'reset' ? 'password-reset' : 'member',
      subject: email,
      ...redefined,
    }),
    async (trx, log) => {
      if (!(await useInvitation(trx, tenant, invitation.id, moment))) return NOTHING
      const [known] = await trx.selectFrom('account_user').select('id').where('email', '=', email).execute()
      const user = known?.id ?? randomUUID()
      if (!known)
        await trx
          .insertInto('account_user')
          .values({
            id: user,
            name,
            email,
            emailVerified: 1,
            image: null,
            createdAt: moment,
            updatedAt: moment,
            twoFactorEnabled: 0,
          })
          .execute()
      await trx
        .deleteFrom('account_identity')
        .where('userId', '=', user)
        .where('providerId', '=', 'credential')
        .execute()
      await trx
        .insertInto('account_identity')
        .values({
          id: randomUUID(),
          accountId: user,
          providerId: 'credential',
          userId: user,
          password: hashed,
          createdAt: moment,
          updatedAt: moment,
        })
        .execute()
      // Whoever held the old password is out.
      await trx.deleteFrom('account_session').where('userId', '=', user).execute()
      if (invitation.kind === 'reset') return null
      const before = await definition({ ...store, db: trx }, tenant, 'member', user)
      const grants = [...((before?.body as MemberBody | undefined)?.grants ?? []), ...grantsOf(invitation)]
      return defineIn(trx, tenant, log, 'member', { [user]: { grants: once(grants) } })
    },
  )
  return done ? { email } : { refused: 'no-such-link' }
}

/** What an invitation grants. */
export const grantsOf = ({ grants }: Pick<Invitation, 'grants'>): Grant[] => JSON.parse(grants) as Grant[]

const once = (grants: readonly Grant[]): Grant[] => [
  ...new Map(grants.map(grant => [JSON.stringify(grant), grant])).values(),
]

/** Sets what a member may do; no grants end the membership and its sessions. The last administrator stays one. */
export async function setGrants(
  store: Store,
  tenant: string,
  user: string,
  grants: readonly Grant[],
  by: By,
): Promise<Refused | null> {
  const found: { refused?: Refusal } = {}
  await loggedIfChanged<Redefined>(
    store,
    tenant,
    redefined => ({ by, kind: 'member', subject: user, ...redefined }),
    async (trx, log) => {
      const members = await definitions({ ...store, db: trx }, tenant, 'member')
      const others = members.filter(member => member.id !== user)
      if (others.length === members.length) found.refused = 'no-such-member'
      else if (![...others.map(member => member.body as MemberBody), { grants }].some(isAdministrator))
        found.refused = 'last-administrator'
      if (found.refused) return NOTHING
      if (grants.length === 0) await trx.deleteFrom('account_session').where('userId', '=', user).execute()
      const body = grants.length === 0 ? null : { grants: once(grants) }
      return (await defineIn(trx, tenant, log, 'member', { [user]: body })) ?? NOTHING
    },
  )
  return found.refused ? { refused: found.refused } : null
}

/** Takes a one-time link back; false where it was used, withdrawn or out of time. */
export async function withdrawInvitation(store: Store, tenant: string, id: string, by: By): Promise<boolean> {
  const open = (await openInvitations(store, tenant)).find(each => each.id === id)
  if (!open) return false
  const entry = { by, kind: 'invitation-withdrawn', subject: open.email, before: { expires: open.expires } }
  const done = await loggedIfChanged(store, tenant, entry, async trx =>
    (await useInvitation(trx, tenant, id, 'withdrawn')) ? true : NOTHING,
  )
  return done !== null
}

/** Ends every session of a person, who has to sign in again. */
export const endSessions = (store: Store, tenant: string, { user, email }: { user: string; email: string }, by: By) =>
  logged(store, tenant, { by, kind: 'session-ended', subject: email }, trx =>
    trx.deleteFrom('account_session').where('userId', '=', user).execute(),
  )

/** Writes a line of the log that changes nothing else: somebody signed in or out, or tried to. */
export const noted = (store: Store, tenant: string, kind: string, subject: string, by: By): Promise<unknown> =>
  logged(store, tenant, { by, kind, subject }, () => Promise.resolve(null))

/** The address of an account with what it may be here. */
export interface GrantedEmail {
  readonly email: string
  readonly grants: readonly Grant[]
}

/** The addresses of everybody with a role here, in order. */
export async function grantedEmails(store: Store, tenant: string): Promise<readonly GrantedEmail[]> {
  const members = new Map(
    (await definitions(store, tenant, 'member')).map(({ id, body }) => [id, (body as MemberBody).grants]),
  )
  if (members.size === 0) return []
  const found = await store.db
    .selectFrom('account_user')
    .select(['id', 'email'])
    .where('id', 'in', [...members.keys()])
    .execute()
  return found
    .map(({ id, email }) => ({ email, grants: members.get(id) ?? [] }))
    .sort((a, b) => (a.email < b.email ? -1 : 1))
}

/** The addresses of those who plan for the whole tenant, in order. */
export const plannersOf = async (store: Store, tenant: string): Promise<string[]> =>
  (await grantedEmails(store, tenant)).flatMap(({ email, grants }) =>
    grants.some(({ role, organisation, area }) => role === 'planner' && !organisation && !area) ? [email] : [],
  )

/** The member whose account has an address; null where there is none here. */
export async function memberByEmail(store: Store, tenant: string, email: string): Promise<Member | null> {
  const [user] = await store.db
    .selectFrom('account_user')
    .select('id')
    .where('email', '=', email.trim().toLowerCase())
    .execute()
  return user ? memberOf(store, tenant, user.id) : null
}
