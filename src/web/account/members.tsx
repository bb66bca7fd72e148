import type { MemberListed } from '../../desk/accounts/members.ts'
import { ROLES } from '../../desk/policy.ts'
import type { Invitation } from '../../store/invitations.ts'
import type { View } from '../frame/view.ts'
import { Grants } from './account.tsx'
import { FormPage, Input } from './forms.tsx'

export interface MembersProps {
  readonly view: View
  readonly members: readonly MemberListed[]
  readonly waiting: readonly Invitation[]
  /** A link that was just made, and for whom: shown this once. */
  readonly link: { readonly email: string; readonly url: string } | null
  readonly wrong: string | null
  readonly moment: (iso: string) => string
}

/** Who is a member and what of; for administrators. */
export function MembersPage({ view, members, waiting, link, wrong, moment }: MembersProps) {
  const { t } = view
  return (
    <FormPage view={view} title="web.account.members" place="members" wrong={wrong}>
      {link && (
        <div role="status">
          <p>{t('web.account.link-once', { email: link.email })}</p>
          <p>
            <code>{link.url}</code>
          </p>
        </div>
      )}
      <ul class="findings">
        {members.map(member => (
          <li>
            <strong>{member.name}</strong> {member.email}
            {member.secondFactor && <small> · {t('web.account.second-factor')}</small>}
            <Grants view={view} grants={member.grants} />
            <form method="post" action={`/members/${member.user}`}>
              <button type="submit" name="act" value="reset">
                {t('web.account.reset')}
              </button>{' '}
              <button type="submit" name="act" value="end">
                {t('web.account.end-membership')}
              </button>
            </form>
          </li>
        ))}
      </ul>
      <h2>{t('web.account.invite')}</h2>
      <form method="post" action="/members" class="fields">
        <Input view={view} name="email" label="web.account.email" type="email" fill="off" />
        <div>
          <label for="role">{t('web.account.roles')}</label>
          <select id="role" name="role">
            {ROLES.map(role => (
              <option value={role}>{t(`web.role.${role}`)}</option>
            ))}
          </select>
        </div>
        <Input view={view} name="organisation" label="web.account.organisation" fill="off" optional />
        <Input view={view} name="area" label="web.account.area" fill="off" optional />
        <p>
          <button type="submit">{t('web.account.make-link')}</button>
        </p>
      </form>
      {waiting.length > 0 && (
        <>
          <h2>{t('web.account.waiting')}</h2>
          <ul class="findings">
            {waiting.map(one => (
              <li>
                {one.email} · {t('web.account.until', { until: moment(one.expires) })}
              </li>
            ))}
          </ul>
        </>
      )}
    </FormPage>
  )
}
