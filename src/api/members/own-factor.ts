import { listMembers } from '../../desk/accounts/members.ts'
import type { Role } from '../../desk/policy.ts'
import type { Store } from '../../store/open.ts'

/** Whether somebody who demands a second factor for these roles keeps their own: they have one, or none of the roles. */
export async function factorOfOwn(
  store: Store,
  tenant: string,
  user: string,
  roles: readonly Role[],
): Promise<boolean> {
  const self = (await listMembers(store, tenant)).find(each => each.user === user)
  return self?.secondFactor === true || !self?.grants.some(grant => roles.includes(grant.role))
}
