import { define, definition } from '../../store/definitions.ts'
import type { By } from '../../store/log.ts'
import type { Store } from '../../store/open.ts'
import { ROLES, type Member, type Role } from '../policy.ts'

const ID = 'second-factor'

/** The roles that hold only for who signs in with a second factor. */
export async function demandedRoles(store: Store, tenant: string): Promise<readonly Role[]> {
  const found = await definition(store, tenant, 'setting', ID)
  const { roles = [] } = (found?.body ?? {}) as { readonly roles?: readonly string[] }
  return ROLES.filter(role => roles.includes(role))
}

/** Demands a second factor for these roles; false where they are demanded already. */
export const demandSecondFactor = async (
  store: Store,
  tenant: string,
  roles: readonly Role[],
  by: By,
): Promise<boolean> => (await define(store, tenant, 'setting', { [ID]: { roles } }, by)) !== null

/** What a member without a second factor may still be, and whether anything is withheld until there is one. */
export function withoutFactor(
  member: Member,
  demanded: readonly Role[],
): { readonly member: Member; readonly withheld: boolean } {
  const grants = member.grants.filter(grant => !demanded.includes(grant.role))
  return { member: { ...member, grants }, withheld: grants.length < member.grants.length }
}
