import { invite, listMembers } from '../../desk/accounts/members.ts'
import { ROLES } from '../../desk/policy.ts'
import { say } from '../../messages/catalogue.ts'
import { actingAs, AS } from '../acting.ts'
import { called } from '../arguments.ts'
import type { Command } from '../command.ts'
import { STORE_OPTIONS, TENANT, withStore } from '../with-store.ts'

export const member: Command = {
  name: 'member',
  usage:
    'cotmoc member list|invite|reset [EMAIL] [--role ROLE]... [--organisation ID] [--area ID] [--url ADDRESS] [--as EMAIL] [--data FOLDER] [--json]',
  about: 'cli.about-member',
  async run(args, around) {
    const text = { type: 'string' } as const
    const options = {
      role: { ...text, multiple: true },
      organisation: text,
      area: text,
      url: text,
      json: { type: 'boolean' } as const,
    }
    const call = called(this, args, around, { ...options, ...AS, ...STORE_OPTIONS }, [1, 2])
    if (!call) return 2
    return withStore(call.text('data'), around, async store => {
      const by = await actingAs('member.define', call, store, around)
      if (!by) return 2
      const verb = call.file
      if (verb === 'list') {
        const members = await listMembers(store, TENANT)
        if (call.is('json')) around.out(`${JSON.stringify(members)}\n`)
        else
          for (const { email, name, grants } of members)
            around.out(`${email}  ${name}  ${grants.map(grant => grant.role).join(', ')}\n`)
        return 0
      }
      const asked = call.all('role')
      const roles = ROLES.filter(each => asked.includes(each))
      const known = roles.length > 0 && asked.every(each => roles.some(role => role === each))
      if ((verb !== 'invite' && verb !== 'reset') || call.second === undefined || (verb === 'invite' && !known)) {
        around.err(`${say('cli.usage', around.language, { usage: this.usage })}\n`)
        around.err(`${say('cli.member-refused', around.language, { roles: ROLES.join(', ') })}\n`)
        return 2
      }
      const place = { organisation: call.text('organisation') ?? null, area: call.text('area') ?? null }
      const grants = verb === 'invite' ? roles.map(role => ({ role, ...place })) : []
      const made = await invite(store, TENANT, { kind: verb, email: call.second, grants }, by)
      if ('refused' in made) {
        around.err(`${say('cli.member-refused', around.language, { roles: ROLES.join(', ') })}\n`)
        return 2
      }
      const url = call.text('url') ?? around.env['COTMOC_URL'] ?? `http://localhost:${around.env['PORT'] ?? '4000'}`
      const link = new URL(`/link/${made.token}`, url).href
      around.out(call.is('json') ? `${JSON.stringify({ link })}\n` : `${link}\n`)
      return 0
    })
  },
}
