import { Hono, type Context } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { need } from '../../api/access.ts'
import { Fault } from '../../api/faults.ts'
import { fieldsOf } from '../../api/upload.ts'
import {
  endSessions,
  grantsOf,
  invite,
  listMembers,
  setGrants,
  withdrawInvitation,
  type MemberListed,
} from '../../desk/accounts/members.ts'
import { demandedRoles, demandSecondFactor } from '../../desk/accounts/second-factor.ts'
import { ROLES, type Grant } from '../../desk/policy.ts'
import { dayIn } from '../../measure/vietnam-time.ts'
import { openInvitations } from '../../store/invitations.ts'
import { page, viewFor, type Around } from '../around.ts'
import { to } from '../frame/address.ts'
import { factorOfOwn } from '../../api/members/own-factor.ts'
import { areaNamed, placesOn, type Places } from '../../api/members/places.ts'
import { INVITED_AT_ONCE, MemberPage, MembersPage, type MemberProps, type MembersProps } from './view.tsx'

const LARGEST_FORM = 16 * 1024

/** People and what they may do, for administrators. */
export function memberPages(around: Around): Hono {
  const { store, tenant, now } = around
  const app = new Hono()
  const limit = bodyLimit({
    maxSize: LARGEST_FORM,
    onError: () => {
      throw new Fault('bad-form')
    },
  })
  const placesNow = () => placesOn(store, tenant, dayIn(now()))
  const nothing = { link: null, told: null, wrong: null }

  const all = async (c: Context, more: Partial<MembersProps> = {}, status = 200) => {
    const content = (
      <MembersPage
        view={viewFor(c)}
        members={await listMembers(store, tenant)}
        waiting={await openInvitations(store, tenant)}
        places={await placesNow()}
        demanded={await demandedRoles(store, tenant)}
        singleSignOn={around.singleSignOn?.name ?? null}
        {...nothing}
        {...more}
      />
    )
    return page(c, content, status)
  }
  const linkTo = (email: string, token: string) => ({ email, url: new URL(`/link/${token}`, around.url).href })

  app.get('/members', c => {
    need(c, 'member.define')
    return all(c)
  })
  app.post('/members', limit, async c => {
    const { by } = need(c, 'member.define')
    const fields = await fieldsOf(c)
    const email = fields['email'] ?? ''
    const grants = grantsIn(fields, await placesNow())
    if (typeof grants === 'string') return all(c, { wrong: viewFor(c).t('web.members.no-area', { area: grants }) }, 422)
    if (grants.length === 0) throw new Fault('bad-form')
    const made = await invite(store, tenant, { kind: 'invite', email, grants }, by)
    return 'refused' in made
      ? all(c, { wrong: viewFor(c).t(`web.account.${made.refused}`) }, 422)
      : all(c, { link: linkTo(email, made.token) })
  })
  app.post('/members/second-factor', limit, async c => {
    const { by, user } = need(c, 'member.define')
    const fields = await fieldsOf(c)
    const roles = ROLES.filter(role => fields[role] === 'on')
    // Whoever demands it must have it, or would shut themselves out of this page.
    if (!(await factorOfOwn(store, tenant, user?.id ?? '', roles)))
      return all(c, { wrong: viewFor(c).t('web.members.own-factor-first') }, 409)
    await demandSecondFactor(store, tenant, roles, by)
    return c.redirect(to(viewFor(c).address, '/members'), 303)
  })
  app.post('/members/invitations/:id', limit, async c => {
    const { by } = need(c, 'member.define')
    const id = c.req.param('id')
    const open = (await openInvitations(store, tenant)).find(each => each.id === id)
    if (!open) return all(c, { wrong: viewFor(c).t('web.members.invitation-gone') }, 409)
    if ((await fieldsOf(c))['act'] === 'renew') {
      const { kind, email } = open
      const made = await invite(store, tenant, { kind, email, grants: grantsOf(open) }, by)
      if ('refused' in made) return all(c, { wrong: viewFor(c).t(`web.account.${made.refused}`) }, 422)
      return all(c, { link: linkTo(email, made.token) })
    }
    await withdrawInvitation(store, tenant, id, by)
    return c.redirect(to(viewFor(c).address, '/members'), 303)
  })

  /** Throws `no-member`. */
  const known = async (c: Context): Promise<MemberListed> => {
    const member = (await listMembers(store, tenant)).find(each => each.user === c.req.param('user'))
    if (!member) throw new Fault('no-member')
    return member
  }
  const one = async (c: Context, more: Partial<MemberProps> = {}, status = 200) => {
    const content = (
      <MemberPage
        view={viewFor(c)}
        member={await known(c)}
        places={await placesNow()}
        demanded={await demandedRoles(store, tenant)}
        {...nothing}
        {...more}
      />
    )
    return page(c, content, status)
  }
  app.get('/members/:user', c => {
    need(c, 'member.define')
    return one(c)
  })
  app.post('/members/:user', limit, async c => {
    const { by } = need(c, 'member.define')
    const member = await known(c)
    const fields = await fieldsOf(c)
    const { t, address } = viewFor(c)
    const grantsNow = async (grants: readonly Grant[], next: string) => {
      const refused = await setGrants(store, tenant, member.user, grants, by)
      return refused ? one(c, { wrong: t(`web.account.${refused.refused}`) }, 409) : c.redirect(to(address, next), 303)
    }
    switch (fields['act'] ?? '') {
      case 'reset': {
        const made = await invite(store, tenant, { kind: 'reset', email: member.email, grants: [] }, by)
        if ('refused' in made) return one(c, { wrong: t(`web.account.${made.refused}`) }, 422)
        return one(c, { link: linkTo(member.email, made.token) })
      }
      case 'sessions':
        await endSessions(store, tenant, member, by)
        return one(c, { told: t('web.members.sessions-ended', { email: member.email }) })
      case 'give': {
        const grants = grantsIn(fields, await placesNow())
        if (typeof grants === 'string') return one(c, { wrong: t('web.members.no-area', { area: grants }) }, 422)
        return grantsNow([...member.grants, ...grants], `/members/${member.user}`)
      }
      case 'take': {
        const rest = member.grants.filter(
          (grant, i) => String(i) !== fields['at'] || JSON.stringify(grant) !== fields['was'],
        )
        if (rest.length === member.grants.length) return one(c, { wrong: t('web.members.changed') }, 409)
        return grantsNow(rest, rest.length === 0 ? '/members' : `/members/${member.user}`)
      }
      case 'end':
        return grantsNow([], '/members')
      default:
        throw new Fault('bad-form')
    }
  })
  return app
}

/** The roles of a form with where they hold; the area that means none where one does. */
function grantsIn(fields: Readonly<Record<string, string>>, places: Places): Grant[] | string {
  const grants: Grant[] = []
  for (let i = 0; i < INVITED_AT_ONCE; i += 1) {
    const role = ROLES.find(each => each === fields[`role-${i}`])
    if (!role) continue
    const organisation = fields[`organisation-${i}`] ?? ''
    const named = (fields[`area-${i}`] ?? '').normalize('NFC').trim()
    const area = named === '' ? null : areaNamed(places, named)
    if (named !== '' && area === null) return named
    if (organisation !== '' && !places.organisations.has(organisation)) throw new Fault('bad-form')
    grants.push({ role, organisation: organisation === '' ? null : organisation, area })
  }
  return grants
}
