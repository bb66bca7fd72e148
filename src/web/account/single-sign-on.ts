import { Hono } from 'hono'
import { headersOf } from '../../api/access.ts'
import { noted } from '../../desk/accounts/members.ts'
import type { Around } from '../around.ts'

/**
 * Where an office's single sign-on sends people back to: the only door of the accounts' library that is open. All others would
 * pass by our pages, the rule for passwords and the audit.
 */
export function singleSignOn({ store, tenant, auth, singleSignOn: office }: Around): Hono {
  const app = new Hono()
  if (!office) return app
  app.get(`/api/auth/callback/${office.id}`, async c => {
    const answer = await auth.handler(new Request(c.req.raw, { headers: headersOf(c) }))
    const made = answer.headers.getSetCookie().map(cookie => cookie.split(';')[0] ?? '')
    const session = await auth.api.getSession({ headers: new Headers({ Cookie: made.join('; ') }) })
    const email = session?.user.email ?? ''
    const kind = session ? 'sign-in' : 'sign-in-failed'
    await noted(store, tenant, kind, email, { ...c.get('who').by, origin: 'page', actor: email })
    return answer
  })
  return app
}
