import type { Grant } from '../../desk/policy.ts'
import { Outbox } from '../frame/outbox.tsx'
import type { View } from '../frame/view.ts'
import { FormPage, Input } from './forms.tsx'

export interface SessionShown {
  readonly id: string
  readonly since: string
  readonly address: string
  readonly current: boolean
}

export interface AccountProps {
  readonly view: View
  readonly person: string
  readonly email: string
  readonly grants: readonly Grant[]
  readonly sessions: readonly SessionShown[]
  readonly secondFactor: boolean
  /** What an authenticator needs, just after it was asked for. */
  readonly enrolling: { readonly uri: string; readonly secret: string; readonly codes: readonly string[] } | null
  readonly told: string | null
  readonly wrong: string | null
}

export function AccountPage(props: AccountProps) {
  const { view, email, grants, sessions } = props
  const { t } = view
  return (
    <FormPage
      view={view}
      title="web.account.title"
      place="account"
      told={props.told}
      wrong={props.wrong}
      scripts={['desk']}
    >
      <Outbox view={view} person={props.person} />
      <p>{email}</p>
      <h2>{t('web.account.roles')}</h2>
      {grants.length === 0 ? <p>{t('web.account.no-role')}</p> : <Grants view={view} grants={grants} />}
      <SecondFactor {...props} />
      <h2>{t('web.account.change-password')}</h2>
      <form method="post" action="/account/password" class="fields">
        <Input view={view} name="old" label="web.account.old-password" type="password" fill="current-password" />
        <Input
          view={view}
          name="new"
          label="web.account.new-password"
          type="password"
          fill="new-password"
          rule="web.account.password-rule"
        />
        <p>
          <button type="submit">{t('web.account.change-password')}</button>
        </p>
      </form>
      <h2>{t('web.account.sessions')}</h2>
      <ul class="findings">
        {sessions.map(session => (
          <li>
            <form method="post" action={`/account/sessions/${session.id}`}>
              {t('web.account.session-since', { since: session.since, address: session.address })}{' '}
              {session.current ? (
                t('web.account.this-session')
              ) : (
                <button type="submit">{t('web.account.end-session')}</button>
              )}
            </form>
          </li>
        ))}
      </ul>
      <form method="post" action="/sign-out">
        <p>
          <button type="submit">{t('web.account.sign-out')}</button>
        </p>
      </form>
    </FormPage>
  )
}

const Grants = ({ view, grants }: { readonly view: View; readonly grants: readonly Grant[] }) => (
  <ul class="findings">
    {grants.map(({ role, organisation, area }) => (
      <li>
        {view.t(`web.role.${role}`)} ·{' '}
        {[organisation, area].filter(place => place !== null).join(', ') || view.t('web.account.everywhere')}
      </li>
    ))}
  </ul>
)

function SecondFactor({ view, secondFactor, enrolling }: AccountProps) {
  const { t } = view
  return (
    <>
      <h2>{t('web.account.second-factor')}</h2>
      {enrolling ? (
        <>
          <p>{t('web.account.secret')}</p>
          <p>
            <code>{enrolling.secret.replace(/(.{4})(?=.)/g, '$1 ')}</code>
          </p>
          <p>
            <a href={enrolling.uri}>{t('web.account.open-in-app')}</a>
          </p>
          <form method="post" action="/account/second-factor/confirm" class="fields">
            <Input view={view} name="code" label="web.account.code" fill="one-time-code" numeric />
            <p>
              <button type="submit">{t('web.account.confirm')}</button>
            </p>
          </form>
          <p>{t('web.account.backup-codes')}</p>
          <p>
            <code>{enrolling.codes.join('  ')}</code>
          </p>
        </>
      ) : (
        <>
          <p>{t(secondFactor ? 'web.account.second-factor-on' : 'web.account.second-factor-off')}</p>
          <form method="post" action={`/account/second-factor/${secondFactor ? 'off' : 'on'}`} class="fields">
            <Input
              view={view}
              name="password"
              label="web.account.old-password"
              type="password"
              fill="current-password"
            />
            <p>
              <button type="submit">{t(secondFactor ? 'web.account.turn-off' : 'web.account.turn-on')}</button>
            </p>
          </form>
        </>
      )}
    </>
  )
}
