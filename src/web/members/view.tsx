import { showMoment } from '../../measure/show.ts'
import { grantsOf, type MemberListed } from '../../desk/accounts/members.ts'
import { ROLES, type Grant, type Role } from '../../desk/policy.ts'
import type { Invitation } from '../../store/invitations.ts'
import { Input } from '../account/forms.tsx'
import { to } from '../frame/address.ts'
import { Layout } from '../frame/layout.tsx'
import type { View } from '../frame/view.ts'
import type { Places } from '../../api/members/places.ts'

/** A link that was just made, and for whom: shown this once. */
export interface MadeLink {
  readonly email: string
  readonly url: string
}

export interface MembersProps {
  readonly view: View
  readonly members: readonly MemberListed[]
  readonly waiting: readonly Invitation[]
  readonly places: Places
  readonly demanded: readonly Role[]
  /** Whether the office's own sign-in is set up, and what its button says. */
  readonly singleSignOn: string | null
  readonly link: MadeLink | null
  readonly told: string | null
  readonly wrong: string | null
}

/** So many roles are given with one invitation; more on the person's own page. */
export const INVITED_AT_ONCE = 3

/** Who is a member and what of; inviting; what signing in asks for. */
export function MembersPage(props: MembersProps) {
  const { view, members, waiting, places, demanded, singleSignOn } = props
  const { t, address } = view
  return (
    <Layout view={view} title={t('web.account.members')} place="members" scripts={['busy']}>
      <header>
        <h1>{t('web.account.members')}</h1>
        <p>{t('web.members.about', { count: String(members.length) })}</p>
      </header>
      <Told {...props} />
      <table class="rows">
        <caption class="hidden">{t('web.account.members')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('web.account.name')}</th>
            <th scope="col">{t('web.account.roles')}</th>
            <th scope="col">{t('web.account.second-factor')}</th>
            <th scope="col">{t('web.members.last-sign-in')}</th>
            <th scope="col" class="num">
              {t('web.account.sessions')}
            </th>
          </tr>
        </thead>
        <tbody>
          {members.map(member => (
            <tr>
              <th scope="row">
                <a href={to(address, `/members/${member.user}`)}>{member.name}</a> <small>{member.email}</small>
              </th>
              <td data-label={t('web.account.roles')}>
                {member.grants.map(grant => grantIn(view, places, grant)).join('; ')}
              </td>
              <td data-label={t('web.account.second-factor')}>
                <Factor view={view} member={member} demanded={demanded} />
              </td>
              <td data-label={t('web.members.last-sign-in')}>
                {member.lastSignIn === '' ? t('web.members.never') : showMoment(member.lastSignIn, view.language)}
              </td>
              <td class="num" data-label={t('web.account.sessions')}>
                {member.sessions}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {waiting.length > 0 && <Waiting {...props} />}
      <h2>{t('web.account.invite')}</h2>
      <form method="post" action={to(address, '/members')} data-busy={t('web.members.sending')}>
        <div class="fields">
          <Input view={view} name="email" label="web.account.email" type="email" fill="off" />
        </div>
        {Array.from({ length: INVITED_AT_ONCE }, (_, i) => (
          <GrantFields view={view} places={places} at={String(i)} required={i === 0} />
        ))}
        <PlaceList places={places} />
        <p>
          <button class="main" type="submit">
            {t('web.account.make-link')}
          </button>
        </p>
      </form>
      <h2>{t('web.members.signing-in')}</h2>
      <form method="post" action={to(address, '/members/second-factor')} data-busy={t('web.members.sending')}>
        <fieldset>
          <legend>{t('web.members.demand')}</legend>
          {ROLES.map(role => (
            <label class="ticked">
              <input type="checkbox" name={role} value="on" checked={demanded.includes(role)} /> {t(`web.role.${role}`)}
            </label>
          ))}
        </fieldset>
        <p class="small">{t('web.members.demand-about')}</p>
        <p>
          <button type="submit">{t('web.members.keep')}</button>
        </p>
      </form>
      <p>{singleSignOn === null ? t('web.members.sso-off') : t('web.members.sso-on', { name: singleSignOn })}</p>
    </Layout>
  )
}

function Told({ view, link, told, wrong }: Pick<MembersProps, 'view' | 'link' | 'told' | 'wrong'>) {
  const { t } = view
  return (
    <>
      {link && (
        <div role="status" class="told">
          <p>{t('web.account.link-once', { email: link.email })}</p>
          <p>
            <code>{link.url}</code>
          </p>
        </div>
      )}
      {told !== null && (
        <p role="status" class="told">
          {told}
        </p>
      )}
      {wrong !== null && (
        <p role="alert" class="fault">
          {wrong}
        </p>
      )}
    </>
  )
}

/** On, off, or off while a role of theirs demands it. */
function Factor({
  view: { t },
  member,
  demanded,
}: {
  readonly view: View
  readonly member: MemberListed
  readonly demanded: readonly Role[]
}) {
  if (member.secondFactor) return <>{t('web.members.on')}</>
  return member.grants.some(grant => demanded.includes(grant.role)) ? (
    <strong class="wrong">{t('web.members.off-demanded')}</strong>
  ) : (
    <>{t('web.members.off')}</>
  )
}

/** "Người báo cáo, Sở Y tế, Xã Tân Lập". */
export const grantIn = ({ t }: View, places: Places, { role, organisation, area }: Grant): string =>
  [
    t(`web.role.${role}`),
    organisation === null ? null : (places.organisations.get(organisation) ?? organisation),
    area === null ? null : (places.areas.get(area) ?? area),
    organisation === null && area === null ? t('web.account.everywhere') : null,
  ]
    .filter(part => part !== null)
    .join(', ')

function Waiting({ view, waiting, places }: MembersProps) {
  const { t, address } = view
  return (
    <>
      <h2>{t('web.account.waiting')}</h2>
      <table class="rows">
        <caption class="hidden">{t('web.account.waiting')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('web.account.email')}</th>
            <th scope="col">{t('web.members.link-for')}</th>
            <th scope="col">{t('web.members.ends')}</th>
            <th scope="col">{t('web.members.acts')}</th>
          </tr>
        </thead>
        <tbody>
          {waiting.map(one => (
            <tr>
              <th scope="row">{one.email === '' ? t('web.members.first') : one.email}</th>
              <td data-label={t('web.members.link-for')}>
                {t(`web.account.${one.kind}-title`)}
                <small>
                  {' '}
                  {grantsOf(one)
                    .map(grant => grantIn(view, places, grant))
                    .join('; ')}
                </small>
              </td>
              <td data-label={t('web.members.ends')}>{showMoment(one.expires, view.language)}</td>
              <td>
                <form method="post" action={to(address, `/members/invitations/${one.id}`)} class="acts">
                  <button type="submit" name="act" value="withdraw">
                    {t('web.members.withdraw')}
                  </button>
                  {one.kind !== 'setup' && (
                    <button type="submit" name="act" value="renew">
                      {t('web.members.renew')}
                    </button>
                  )}
                </form>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}

/** A role with where it holds, each chosen from what there is. */
function GrantFields({
  view,
  places,
  at,
  required,
}: {
  readonly view: View
  readonly places: Places
  readonly at: string
  readonly required: boolean
}) {
  const { t } = view
  return (
    <div class="fields">
      <div>
        <label for={`role-${at}`}>{t('web.members.role')}</label>
        <select id={`role-${at}`} name={`role-${at}`} required={required}>
          <option value="">{t('web.members.no-role')}</option>
          {ROLES.map(role => (
            <option value={role}>{t(`web.role.${role}`)}</option>
          ))}
        </select>
      </div>
      <div>
        <label for={`organisation-${at}`}>{t('web.members.organisation')}</label>
        <select id={`organisation-${at}`} name={`organisation-${at}`}>
          <option value="">{t('web.members.every-organisation')}</option>
          {[...places.organisations].map(([id, name]) => (
            <option value={id}>{name}</option>
          ))}
        </select>
      </div>
      <div>
        <label for={`area-${at}`}>{t('web.members.area')}</label>
        <input id={`area-${at}`} name={`area-${at}`} list="places" autocomplete="off" />
      </div>
    </div>
  )
}

/** The areas of today's map, to be found by their names as one types. */
const PlaceList = ({ places }: { readonly places: Places }) => (
  <datalist id="places">
    {[...places.areas].map(([id, name]) => (
      <option value={id}>{name}</option>
    ))}
  </datalist>
)

export interface MemberProps extends Pick<MembersProps, 'view' | 'places' | 'demanded' | 'link' | 'told' | 'wrong'> {
  readonly member: MemberListed
}

/** One person: roles, the second factor, sessions, a new password, the end of the membership. */
export function MemberPage(props: MemberProps) {
  const { view, member, places, demanded } = props
  const { t, address } = view
  const here = to(address, `/members/${member.user}`)
  return (
    <Layout view={view} title={member.name} place="members" scripts={['busy']}>
      <header>
        <h1>{member.name}</h1>
        <p>{member.email}</p>
      </header>
      <Told {...props} />
      <dl class="facts">
        <dt>{t('web.account.second-factor')}</dt>
        <dd>
          <Factor view={view} member={member} demanded={demanded} />
        </dd>
        <dt>{t('web.members.last-sign-in')}</dt>
        <dd>{member.lastSignIn === '' ? t('web.members.never') : showMoment(member.lastSignIn, view.language)}</dd>
        <dt>{t('web.account.sessions')}</dt>
        <dd>{member.sessions}</dd>
      </dl>
      <h2>{t('web.account.roles')}</h2>
      <ul class="findings">
        {member.grants.map((grant, i) => (
          <li>
            <form method="post" action={here} class="acts">
              <span>{grantIn(view, places, grant)}</span>
              <input type="hidden" name="at" value={String(i)} />
              <input type="hidden" name="was" value={JSON.stringify(grant)} />
              <button type="submit" name="act" value="take">
                {t('web.members.take')}
              </button>
            </form>
          </li>
        ))}
      </ul>
      <form method="post" action={here} data-busy={t('web.members.sending')}>
        <h3>{t('web.members.give')}</h3>
        <GrantFields view={view} places={places} at="0" required />
        <PlaceList places={places} />
        <p>
          <button class="main" type="submit" name="act" value="give">
            {t('web.members.give')}
          </button>
        </p>
      </form>
      <h2>{t('web.members.access')}</h2>
      <form method="post" action={here} data-busy={t('web.members.sending')}>
        <p class="acts">
          <button type="submit" name="act" value="reset">
            {t('web.account.reset')}
          </button>
          <button type="submit" name="act" value="sessions">
            {t('web.members.end-sessions')}
          </button>
          <button type="submit" name="act" value="end">
            {t('web.account.end-membership')}
          </button>
        </p>
        <p class="small">{t('web.members.access-about')}</p>
      </form>
      <p class="acts">
        {view.may('audit.read') && <a href={to(address, '/audit', { who: member.email })}>{t('web.audit.same-who')}</a>}
        <a href={to(address, '/members')}>{t('web.members.all')}</a>
      </p>
    </Layout>
  )
}
