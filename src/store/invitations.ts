import type { Kysely } from 'kysely'
import { sha256 } from './chain.ts'
import type { Store } from './open.ts'
import type { Tables } from './schema.ts'

/** What a one-time link is for: the first administrator, a new member, a forgotten password. */
export const INVITATIONS = ['setup', 'invite', 'reset'] as const
export type InvitationKind = (typeof INVITATIONS)[number]

export interface Invitation {
  readonly id: string
  readonly kind: InvitationKind
  /** Empty where the person says it (the first administrator). */
  readonly email: string
  /** JSON of what is granted. */
  readonly grants: string
  /** ISO moment. */
  readonly expires: string
}

/** Keeps an invitation as part of a change; of its token only the hash, so that the store tells nobody's link. */
export async function writeInvitation(
  trx: Kysely<Tables>,
  tenant: string,
  invitation: Invitation,
  token: string,
): Promise<void> {
  // A newer link of the same kind for the same person ends the older one.
  await trx
    .updateTable('invitations')
    .set({ used: 'replaced' })
    .where('tenant', '=', tenant)
    .where('kind', '=', invitation.kind)
    .where('email', '=', invitation.email)
    .where('used', '=', '')
    .execute()
  await trx
    .insertInto('invitations')
    .values({ tenant, ...invitation, token: sha256(token), used: '' })
    .execute()
}

/** The invitation of a token that is neither used nor out of time; null for anything else. */
export async function invitationOf(store: Store, tenant: string, token: string): Promise<Invitation | null> {
  const [row] = await store.db
    .selectFrom('invitations')
    .select(['id', 'kind', 'email', 'grants', 'expires'])
    .where('tenant', '=', tenant)
    .where('token', '=', sha256(token))
    .where('used', '=', '')
    .where('expires', '>', store.now().toISOString())
    .execute()
  return row ? { ...row, kind: row.kind as InvitationKind } : null
}

/** Uses an invitation up, as part of a change; false where somebody else was faster. */
export async function useInvitation(trx: Kysely<Tables>, tenant: string, id: string, moment: string): Promise<boolean> {
  const rows = await trx
    .updateTable('invitations')
    .set({ used: moment })
    .where('tenant', '=', tenant)
    .where('id', '=', id)
    .where('used', '=', '')
    .returning('id')
    .execute()
  return rows.length === 1
}

/** Invitations that still wait for their person, the soonest to end first. */
export async function openInvitations(store: Store, tenant: string): Promise<Invitation[]> {
  const rows = await store.db
    .selectFrom('invitations')
    .select(['id', 'kind', 'email', 'grants', 'expires'])
    .where('tenant', '=', tenant)
    .where('used', '=', '')
    .where('expires', '>', store.now().toISOString())
    .orderBy('expires')
    .execute()
  return rows.map(row => ({ ...row, kind: row.kind as InvitationKind }))
}
