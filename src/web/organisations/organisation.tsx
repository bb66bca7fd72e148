import type { Assignment } from '../../desk/organisations/assignment.ts'
import type { Organisation } from '../../desk/organisations/organisation.ts'
import type { Setup } from '../../desk/setup.ts'
import { to } from '../frame/address.ts'
import { Choice, Field, type Refused } from '../frame/field.tsx'
import { Layout } from '../frame/layout.tsx'
import { nameIn, type View } from '../frame/view.ts'
import { areaName } from '../territory/names.ts'
import { OrganisationForm } from './form.tsx'

interface OrganisationProps {
  readonly view: View
  readonly setup: Setup
  readonly organisation: Organisation
  /** At "organisation" or "assignment". */
  readonly refused: Refused | null
}

/** One organisation: what it is, whose figures are its own, and the forms that change both. */
export function OrganisationPage(props: OrganisationProps) {
  const { view, setup, organisation, refused } = props
  const { t, address } = view
  const defines = view.may('organisation.define')
  const under = [...setup.organisations.values()].filter(each => each.parent === organisation.id)
  const link = (id: string) => (
    <a href={to(address, `/organisations/${encodeURIComponent(id)}`)} lang="vi">
      {setup.organisations.get(id)?.name ?? id}
    </a>
  )
  return (
    <Layout view={view} title={organisation.name} place="organisations">
      <header>
        <h1 lang="vi">{organisation.name}</h1>
        <p>
          <a href={to(address, '/organisations')}>{t('web.organisations.title')}</a> · <code>{organisation.id}</code>
        </p>
      </header>
      <dl class="facts">
        <dt>{t('web.organisations.kind')}</dt>
        <dd>{t(`web.organisations.kind-${organisation.kind}`)}</dd>
        {organisation.parent !== null && (
          <>
            <dt>{t('web.organisations.parent')}</dt>
            <dd>{link(organisation.parent)}</dd>
          </>
        )}
        {organisation.area !== null && (
          <>
            <dt>{t('web.organisations.area')}</dt>
            <dd lang="vi">{areaName(setup.territory, organisation.area, '9999-12-31')}</dd>
          </>
        )}
        {organisation.head !== null && (
          <>
            <dt>{t('web.organisations.head')}</dt>
            <dd>{organisation.head}</dd>
          </>
        )}
        {under.length > 0 && (
          <>
            <dt>{t('web.organisations.under')}</dt>
            <dd>
              {under.map((each, i) => (
                <>
                  {i > 0 && '; '}
                  {link(each.id)}
                </>
              ))}
            </dd>
          </>
        )}
      </dl>
      {defines && (
        <>
          <details open={refused?.at === 'organisation'}>
            <summary>{t('web.organisations.change')}</summary>
            <OrganisationForm
              {...props}
              refused={refused?.at === 'organisation' ? refused : null}
              action={`/organisations/${encodeURIComponent(organisation.id)}`}
            />
            <form method="post" action={to(address, `/organisations/${encodeURIComponent(organisation.id)}`)}>
              <button class="plain" type="submit" name="act" value="drop">
                {t('web.organisations.drop')}
              </button>
            </form>
          </details>
        </>
      )}
      <Figures {...props} refused={refused?.at === 'assignment' ? refused : null} />
    </Layout>
  )
}

const NAMED = 8

function Figures({ view, setup, organisation, refused }: OrganisationProps) {
  const { t, address, language } = view
  const defines = view.may('organisation.define')
  const own = new Map<string, Assignment[]>()
  for (const each of setup.assignments)
    if (each.organisation === organisation.id) own.set(each.indicator, [...(own.get(each.indicator) ?? []), each])
  const action = to(address, `/organisations/${encodeURIComponent(organisation.id)}/assignments`)
  const shared = { view, form: 'assignment', refused }
  const people = (list: readonly Assignment[], of: 'owner' | 'deputy') =>
    [...new Set(list.map(each => each[of] ?? t('web.organisations.nobody')))].join(', ')
  return (
    <section aria-labelledby="figures">
      <h2 id="figures">{t('web.organisations.its-figures')}</h2>
      {own.size === 0 ? (
        <p>{t('web.organisations.no-figures')}</p>
      ) : (
        <table class="rows">
          <thead>
            <tr>
              <th scope="col">{t('web.indicators.name')}</th>
              <th scope="col">{t('web.organisations.areas')}</th>
              <th scope="col">{t('web.organisations.owner')}</th>
              <th scope="col">{t('web.organisations.deputy')}</th>
              {defines && (
                <th scope="col">
                  <span class="hidden">{t('web.organisations.take')}</span>
                </th>
              )}
            </tr>
          </thead>
          <tbody>
            {[...own].map(([code, list]) => {
              const known = setup.indicators.get(code)
              const areas = list.slice(0, NAMED).map(each => areaName(setup.territory, each.area, '9999-12-31'))
              return (
                <tr>
                  <th scope="row">
                    <a href={to(address, `/indicators/${encodeURIComponent(code)}`)} lang="vi">
                      {known ? nameIn(known.name, language) : code}
                    </a>
                  </th>
                  <td data-label={t('web.organisations.areas')} lang="vi">
                    {areas.join(', ')}
                    {list.length > NAMED && ` … (${list.length})`}
                  </td>
                  <td data-label={t('web.organisations.owner')}>{people(list, 'owner')}</td>
                  <td data-label={t('web.organisations.deputy')}>{people(list, 'deputy')}</td>
                  {defines && (
                    <td>
                      <form method="post" action={action}>
                        <input type="hidden" name="indicator" value={code} />
                        <button class="plain" type="submit" name="act" value="drop">
                          {t('web.organisations.take')}
                        </button>
                      </form>
                    </td>
                  )}
                </tr>
              )
            })}
          </tbody>
        </table>
      )}
      {defines && (
        <details open={refused !== null || own.size === 0}>
          <summary>{t('web.organisations.assign')}</summary>
          <form method="post" action={action}>
            <div class="fields">
              <Choice
                {...shared}
                name="indicator"
                label={t('web.territory.indicator')}
                value=""
                choices={[
                  ['*', t('web.organisations.every-indicator')],
                  ...[...setup.indicators.values()].map(each => [each.code, nameIn(each.name, language)] as const),
                ]}
              />
              <Field {...shared} name="area" label={t('web.organisations.area-star')} value="*" />
              <Field
                {...shared}
                name="owner"
                label={t('web.organisations.owner-form')}
                value={organisation.head ?? ''}
              />
              <Field {...shared} name="deputy" label={t('web.organisations.deputy-form')} value="" />
            </div>
            <button type="submit" name="act" value="assign">
              {t('web.organisations.assign')}
            </button>
          </form>
        </details>
      )}
    </section>
  )
}
