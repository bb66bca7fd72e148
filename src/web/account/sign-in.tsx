import { FormPage, Input, self } from './forms.tsx'
import type { View } from '../frame/view.ts'

export interface SignInProps {
  readonly view: View
  readonly email: string
  readonly wrong: string | null
  readonly told: string | null
  /** The office's single sign-on, where there is one. */
  readonly sso: string | null
}

export const SignInPage = ({ view, email, wrong, told, sso }: SignInProps) => (
  <FormPage view={view} title="web.account.sign-in" told={told} wrong={wrong}>
    <form method="post" action={self(view)} class="fields">
      <Input view={view} name="email" label="web.account.email" type="email" fill="username" value={email} />
      <Input view={view} name="password" label="web.account.password" type="password" fill="current-password" />
      <p>
        <button type="submit">{view.t('web.account.sign-in')}</button>
      </p>
    </form>
    {sso !== null && (
      <form method="post" action="/sign-in/single">
        <p>
          <button type="submit">{sso}</button>
        </p>
      </form>
    )}
    <p class="small">{view.t('web.account.no-registration')}</p>
  </FormPage>
)

export const SecondStepPage = ({ view, wrong }: { readonly view: View; readonly wrong: string | null }) => (
  <FormPage view={view} title="web.account.second-step" wrong={wrong}>
    <form method="post" action={self(view)} class="fields">
      <Input view={view} name="code" label="web.account.code" fill="one-time-code" numeric optional />
      <Input view={view} name="backup" label="web.account.backup-code" fill="off" optional />
      <p>
        <button type="submit">{view.t('web.account.confirm')}</button>
      </p>
    </form>
  </FormPage>
)

export interface LinkProps {
  readonly view: View
  readonly kind: 'setup' | 'invite' | 'reset'
  readonly email: string
  readonly name: string
  readonly wrong: string | null
}

/** What stands behind a one-time link. */
export const LinkPage = ({ view, kind, email, name, wrong }: LinkProps) => (
  <FormPage view={view} title={`web.account.${kind}-title`} wrong={wrong}>
    <form method="post" action={self(view)} class="fields">
      {kind === 'setup' ? (
        <Input view={view} name="email" label="web.account.email" type="email" fill="username" value={email} />
      ) : (
        <p>{email}</p>
      )}
      {kind !== 'reset' && <Input view={view} name="name" label="web.account.name" fill="name" value={name} />}
      <Input
        view={view}
        name="password"
        label="web.account.new-password"
        type="password"
        fill="new-password"
        rule="web.account.password-rule"
      />
      <p>
        <button type="submit">{view.t('web.account.confirm')}</button>
      </p>
    </form>
  </FormPage>
)
