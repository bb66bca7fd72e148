import { Hono, type Context } from 'hono'
import {
  endSessions,
  grantsOf,
  invite,
  listMembers,
  setGrants,
  withdrawInvitation,
  type MemberListed,
  type Refused,
} from '../../desk/accounts/members.ts'
import { demandedRoles, demandSecondFactor } from '../../desk/accounts/second-factor.ts'
import type { Grant } from '../../desk/policy.ts'
import { dayIn } from '../../measure/vietnam-time.ts'
import { openInvitations, type Invitation } from '../../store/invitations.ts'
import { need } from '../access.ts'
import { demandContract, grantsContract, invitationContract } from '../contract/members.ts'
import type { Shelf } from '../draft/desk.ts'
import { Fault, type FaultCode } from '../faults.ts'
import { bodyOf, limited } from '../sent.ts'
import { factorOfOwn } from './own-factor.ts'
import { placesOn } from './places.ts'

/** People and what they may do, for administrators. Mounted under /api/members. */
export function memberRoutes({
  store,
  tenant,
  now,
  url,
}: Shelf & { readonly now: () => Date; readonly url: string }): Hono {
  const app = new Hono()
  const all = async (c: Context) =>
    c.json({
      members: await listMembers(store, tenant),
      invitations: (await openInvitations(store, tenant)).map(each => ({ ...each, grants: grantsOf(each) })),
      secondFactor: await demandedRoles(store, tenant),
    })
  /** Answers with a new link. Throws what was refused. */
  const link = async (c: Context, asked: Parameters<typeof invite>[2]) => {
    const { by } = need(c, 'member.define')
    const made = await invite(store, tenant, asked, by)
    if ('refused' in made) throw refusal(made, asked.email)
    return c.json({ email: asked.email, link: new URL(`/link/${made.token}`, url).href })
  }
  /** Throws `no-organisation` or `no-area` where a role would hold nowhere. */
  const placed = async (grants: readonly Grant[]): Promise<readonly Grant[]> => {
    const { organisations, areas } = await placesOn(store, tenant, dayIn(now()))
    for (const { organisation, area } of grants) {
      if (organisation !== null && !organisations.has(organisation))
        throw new Fault('no-organisation', { organisation })
      if (area !== null && !areas.has(area)) throw new Fault('no-area', { id: area })
    }
    return grants
  }
  /** Throws `no-invitation`. */
  const waiting = async (c: Context): Promise<Invitation> => {
    const found = (await openInvitations(store, tenant)).find(each => each.id === c.req.param('id'))
    if (!found) throw new Fault('no-invitation')
    return found
  }
  /** Throws `no-member`. */
  const member = async (c: Context): Promise<MemberListed> => {
    const found = (await listMembers(store, tenant)).find(each => each.user === c.req.param('user'))
    if (!found) throw new Fault('no-member')
    return found
  }

  app.get('/', c => {
    need(c, 'member.define')
    return all(c)
  })
  app.post('/invitations', limited(), async c => {
    need(c, 'member.define')
    const { email, grants } = await bodyOf(c, invitationContract)
    return link(c, { kind: 'invite', email, grants: await placed(grants) })
  })
  app.post('/invitations/:id/renew', async c => {
    need(c, 'member.define')
    const found = await waiting(c)
    return link(c, { kind: found.kind, email: found.email, grants: grantsOf(found) })
  })
  app.post('/invitations/:id/withdraw', async c => {
    const { by } = need(c, 'member.define')
    await withdrawInvitation(store, tenant, (await waiting(c)).id, by)
    return all(c)
  })
  app.post('/second-factor', limited(), async c => {
    const { by, user } = need(c, 'member.define')
    const { roles } = await bodyOf(c, demandContract)
    if (!(await factorOfOwn(store, tenant, user?.id ?? '', roles))) throw new Fault('own-factor-first')
    await demandSecondFactor(store, tenant, roles, by)
    return all(c)
  })
  app.post('/:user/grants', limited(), async c => {
    const { by } = need(c, 'member.define')
    const { grants } = await bodyOf(c, grantsContract)
    const { user, email } = await member(c)
    const refused = await setGrants(store, tenant, user, await placed(grants), by)
    if (refused) throw refusal(refused, email)
    return all(c)
  })
  app.post('/:user/reset', async c => {
    need(c, 'member.define')
    return link(c, { kind: 'reset', email: (await member(c)).email, grants: [] })
  })
  app.post('/:user/sign-out', async c => {
    const { by } = need(c, 'member.define')
    await endSessions(store, tenant, await member(c), by)
    return all(c)
  })
  return app
}

const REFUSALS: Readonly<Partial<Record<Refused['refused'], FaultCode>>> = {
  'bad-email': 'bad-email',
  'last-administrator': 'last-administrator',
  'no-such-member': 'no-member',
}

const refusal = ({ refused }: Refused, email: string): Fault => new Fault(REFUSALS[refused] ?? 'bad-body', { email })
