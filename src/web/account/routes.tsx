import { showMoment } from '../../measure/show.ts'
import { APIError } from 'better-auth/api'
import { Hono, type Context } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { headersOf } from '../../api/access.ts'
import { Fault } from '../../api/faults.ts'
import { fieldsOf } from '../../api/upload.ts'
import { acceptInvitation, memberByEmail, noted } from '../../desk/accounts/members.ts'
import { weaknessOf } from '../../desk/accounts/password.ts'
import { demandedRoles, withoutFactor } from '../../desk/accounts/second-factor.ts'
import { invitationOf } from '../../store/invitations.ts'
import { page, viewFor, type Around } from '../around.ts'
import { to } from '../frame/address.ts'
import { AccountPage, type AccountProps } from './account.tsx'
import { LinkPage, SecondStepPage, SignInPage } from './sign-in.tsx'

const LARGEST_FORM = 16 * 1024

/** Signing in and out, one-time links, and one's own account. All of it works without script. */
export function accountPages(around: Around): Hono {
  const { store, tenant, auth } = around
  const app = new Hono()
  const limit = bodyLimit({
    maxSize: LARGEST_FORM,
    onError: () => {
      throw new Fault('bad-form')
    },
  })
  for (const path of ['/sign-in', '/sign-in/*', '/link/*', '/account/*']) app.use(path, limit)

  app.get('/sign-in', c =>
    c.req.query('error') === undefined ? signIn(c) : signIn(c, '', viewFor(c).t('web.account.single-refused'), 403),
  )
  app.post('/sign-in', async c => {
    const fields = await fieldsOf(c)
    const email = (fields['email'] ?? '').trim().toLowerCase()
    const by = { ...c.get('who').by, actor: email }
    const answer = await called(() =>
      auth.api.signInEmail({
        body: { email, password: fields['password'] ?? '' },
        headers: headersOf(c),
        asResponse: true,
      }),
    )
    if (answer.status === 429) {
      await noted(store, tenant, 'sign-in-locked', email, by)
      const { message } = (await answer.json()) as { message?: string }
      return signIn(
        c,
        email,
        viewFor(c).t('web.account.locked', { until: showMoment(message ?? '', viewFor(c).language) }),
        429,
      )
    }
    if (!answer.ok) {
      await noted(store, tenant, 'sign-in-failed', email, by)
      return signIn(c, email, viewFor(c).t('web.account.wrong'), 401)
    }
    takeCookies(c, answer)
    const { twoFactorRedirect } = (await answer.json()) as { twoFactorRedirect?: boolean }
    const next = safeNext(c.req.query('next'))
    if (twoFactorRedirect === true) return c.redirect(to(viewFor(c).address, '/sign-in/second', { next }), 303)
    await noted(store, tenant, 'sign-in', email, by)
    // Who comes in here has no second factor; a role that demands one is withheld until there is.
    const member = await memberByEmail(store, tenant, email)
    const withheld = member !== null && withoutFactor(member, await demandedRoles(store, tenant)).withheld
    return c.redirect(withheld ? to(viewFor(c).address, '/account') : next, 303)
  })
  app.get('/sign-in/second', c => page(c, <SecondStepPage view={viewFor(c)} wrong={null} />))
  app.post('/sign-in/second', async c => {
    const fields = await fieldsOf(c)
    const [code, backup] = [(fields['code'] ?? '').replace(/\s/g, ''), (fields['backup'] ?? '').trim()]
    const answer = await called(() =>
      backup === ''
        ? auth.api.verifyTOTP({ body: { code }, headers: headersOf(c), asResponse: true })
        : auth.api.verifyBackupCode({ body: { code: backup }, headers: headersOf(c), asResponse: true }),
    )
    if (!answer.ok) {
      await noted(store, tenant, 'sign-in-failed', 'second factor', c.get('who').by)
      return page(c, <SecondStepPage view={viewFor(c)} wrong={viewFor(c).t('web.account.wrong-code')} />, 401)
    }
    takeCookies(c, answer)
    const { user } = (await answer.json()) as { user?: { email?: string } }
    const email = user?.email ?? ''
    await noted(store, tenant, 'sign-in', email, { ...c.get('who').by, actor: email })
    return c.redirect(safeNext(c.req.query('next')), 303)
  })
  app.post('/sign-in/single', async c => {
    if (!around.singleSignOn) throw new Fault('not-found')
    const answer = await called(() =>
      auth.api.signInSocial({
        body: { provider: around.singleSignOn?.id ?? '', callbackURL: '/', errorCallbackURL: '/sign-in' },
        headers: headersOf(c),
        asResponse: true,
      }),
    )
    if (!answer.ok) return signIn(c, '', viewFor(c).t('web.account.wrong'), 502)
    takeCookies(c, answer)
    return c.redirect(((await answer.json()) as { url: string }).url, 303)
  })
  app.post('/sign-out', async c => {
    const { user, by } = c.get('who')
    takeCookies(c, await called(() => auth.api.signOut({ headers: headersOf(c), asResponse: true })))
    if (user) await noted(store, tenant, 'sign-out', user.email, by)
    return c.redirect(to(viewFor(c).address, '/'), 303)
  })

  app.get('/link/:token', async c => {
    const found = await invitationOf(store, tenant, c.req.param('token'))
    if (!found) return signIn(c, '', viewFor(c).t('web.account.no-such-link'), 404)
    return page(c, <LinkPage view={viewFor(c)} kind={found.kind} email={found.email} name="" wrong={null} />)
  })
  app.post('/link/:token', async c => {
    const fields = await fieldsOf(c)
    const token = c.req.param('token')
    const [email, name] = [fields['email'] ?? '', fields['name'] ?? '']
    const given = { token, email, name, password: fields['password'] ?? '' }
    const { origin, address } = c.get('who').by
    const by = { ...(origin ? { origin } : {}), ...(address === undefined ? {} : { address }) }
    const done = await acceptInvitation(store, tenant, auth, given, by, around.leaked)
    if (!('refused' in done)) return c.redirect(to(viewFor(c).address, '/sign-in', { made: done.email }), 303)
    const found = await invitationOf(store, tenant, token)
    const wrong = viewFor(c).t(`web.account.${done.refused}`)
    if (!found) return signIn(c, '', wrong, 404)
    const shown = found.kind === 'setup' ? email : found.email
    return page(c, <LinkPage view={viewFor(c)} kind={found.kind} email={shown} name={name} wrong={wrong} />, 422)
  })

  const account = async (c: Context, more: Partial<AccountProps> = {}, status = 200) => {
    const { user, member, withheld } = signedIn(c)
    const sessions = await auth.api.listSessions({ headers: headersOf(c) })
    const current = await auth.api.getSession({ headers: headersOf(c) })
    const shown = sessions.map(session => ({
      id: session.id,
      since: showMoment(new Date(session.createdAt).toISOString(), viewFor(c).language),
      address: session.ipAddress ?? '',
      current: session.id === current?.session.id,
    }))
    const content = (
      <AccountPage
        view={viewFor(c)}
        person={user.id}
        email={user.email}
        grants={member?.grants ?? []}
        sessions={shown}
        secondFactor={current?.user.twoFactorEnabled === true}
        enrolling={null}
        told={null}
        wrong={withheld ? viewFor(c).t('web.members.withheld') : null}
        {...more}
      />
    )
    return page(c, content, status)
  }
  app.get('/account', c => account(c))
  app.post('/account/password', async c => {
    const { user, by } = signedIn(c)
    const fields = await fieldsOf(c)
    const password = fields['new'] ?? ''
    const weak = weaknessOf(password, user, around.leaked)
    const { t } = viewFor(c)
    if (weak) return account(c, { wrong: t(`web.account.password-${weak}`) }, 422)
    const answer = await called(() =>
      auth.api.changePassword({
        body: { currentPassword: fields['old'] ?? '', newPassword: password, revokeOtherSessions: true },
        headers: headersOf(c),
        asResponse: true,
      }),
    )
    if (!answer.ok) return account(c, { wrong: t('web.account.password-wrong') }, 422)
    takeCookies(c, answer)
    await noted(store, tenant, 'password-changed', user.email, by)
    return c.redirect(to(viewFor(c).address, '/account'), 303)
  })
  app.post('/account/sessions/:id', async c => {
    const { user, by } = signedIn(c)
    const sessions = await auth.api.listSessions({ headers: headersOf(c) })
    const session = sessions.find(each => each.id === c.req.param('id'))
    if (session) {
      await auth.api.revokeSession({ body: { token: session.token }, headers: headersOf(c) })
      await noted(store, tenant, 'session-ended', user.email, by)
    }
    return c.redirect(to(viewFor(c).address, '/account'), 303)
  })
  app.post('/account/second-factor/:act', async c => {
    const { user, by } = signedIn(c)
    const fields = await fieldsOf(c)
    const { t } = viewFor(c)
    const headers = headersOf(c)
    const act = c.req.param('act')
    const password = fields['password'] ?? ''
    if (act === 'confirm') {
      const code = (fields['code'] ?? '').replace(/\s/g, '')
      const answer = await called(() => auth.api.verifyTOTP({ body: { code }, headers, asResponse: true }))
      if (!answer.ok) return account(c, { wrong: t('web.account.wrong-code') }, 422)
      takeCookies(c, answer)
      await noted(store, tenant, 'second-factor-on', user.email, by)
      return c.redirect(to(viewFor(c).address, '/account'), 303)
    }
    const answer = await called(() =>
      act === 'on'
        ? auth.api.enableTwoFactor({ body: { password }, headers, asResponse: true })
        : auth.api.disableTwoFactor({ body: { password }, headers, asResponse: true }),
    )
    if (!answer.ok) return account(c, { wrong: t('web.account.password-wrong') }, 422)
    takeCookies(c, answer)
    if (act !== 'on') {
      await noted(store, tenant, 'second-factor-off', user.email, by)
      return c.redirect(to(viewFor(c).address, '/account'), 303)
    }
    const { totpURI, backupCodes } = (await answer.json()) as { totpURI: string; backupCodes: readonly string[] }
    const secret = new URL(totpURI).searchParams.get('secret') ?? ''
    return account(c, { enrolling: { uri: totpURI, secret, codes: backupCodes } })
  })

  return app

  function signIn(c: Context, email = c.req.query('made') ?? '', wrong: string | null = null, status = 200) {
    const view = viewFor(c)
    const told = c.req.query('made') !== undefined && wrong === null ? view.t('web.account.made') : null
    const sso = around.singleSignOn?.name ?? null
    return page(c, <SignInPage view={view} email={email} wrong={wrong} told={told} sso={sso} />, status)
  }
}

/** Whoever is signed in, a member or not. */
function signedIn(c: Context) {
  const { user, member, withheld, by } = c.get('who')
  if (!user) throw new Fault('sign-in')
  return { user, member, withheld, by }
}

/** A call of the accounts' library as a response, also where it throws one. */
async function called(call: () => Promise<Response>): Promise<Response> {
  try {
    return await call()
  } catch (error) {
    if (error instanceof APIError) return Response.json(error.body ?? {}, { status: error.statusCode })
    throw error
  }
}

function takeCookies(c: Context, answer: Response): void {
  for (const cookie of answer.headers.getSetCookie()) c.header('Set-Cookie', cookie, { append: true })
}

/** A way back, only to a place of our own. */
const safeNext = (next: string | undefined): string => (next !== undefined && /^\/(?![/\\])/.test(next) ? next : '/')
