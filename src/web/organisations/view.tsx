import type { ResponsibilityGap } from '../../desk/organisations/assignment.ts'
import { ASSIGNMENT_COLUMNS } from '../../desk/organisations/assignment.ts'
import { ORGANISATION_COLUMNS } from '../../desk/organisations/organisation.ts'
import type { Setup } from '../../desk/setup.ts'
import type { Message } from '../../messages/message.ts'
import { to } from '../frame/address.ts'
import type { Refused } from '../frame/field.tsx'
import { Layout } from '../frame/layout.tsx'
import { MessageList } from '../frame/messages.tsx'
import type { View } from '../frame/view.ts'
import { TableForm } from '../rounds/table-form.tsx'
import { areaName } from '../territory/names.ts'
import { OrganisationForm } from './form.tsx'
import { Gaps } from './gaps.tsx'

interface OrganisationsProps {
  readonly view: View
  readonly setup: Setup
  /** Null for who may not see them. */
  readonly gaps: readonly ResponsibilityGap[] | null
  readonly refused: Refused | null
  readonly told: readonly Message[]
}

const MOST_TOLD = 100

/** Every organisation in a line, figures that are nobody's, and the tables. */
export function OrganisationsPage({ view, setup, gaps, refused, told }: OrganisationsProps) {
  const { t, address } = view
  const figures = new Map<string, number>()
  for (const { organisation } of setup.assignments) figures.set(organisation, (figures.get(organisation) ?? 0) + 1)
  const defines = view.may('organisation.define')
  return (
    <Layout view={view} title={t('web.organisations.title')} place="organisations">
      <header>
        <h1>{t('web.organisations.title')}</h1>
        <p>{t('web.organisations.about', { count: String(setup.organisations.size) })}</p>
      </header>
      {told.length > 0 && (
        <div class="fault" role="alert">
          <p>{t('web.territory.refused', { count: String(told.length) })}</p>
          <MessageList view={view} messages={told.slice(0, MOST_TOLD)} />
        </div>
      )}
      {setup.organisations.size === 0 ? (
        <p>{t('web.organisations.none')}</p>
      ) : (
        <table class="rows">
          <caption class="hidden">{t('web.organisations.title')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('web.organisations.name')}</th>
              <th scope="col">{t('web.organisations.kind')}</th>
              <th scope="col">{t('web.organisations.parent')}</th>
              <th scope="col">{t('web.organisations.area')}</th>
              <th scope="col">{t('web.organisations.head')}</th>
              <th scope="col" class="num">
                {t('web.organisations.figures')}
              </th>
            </tr>
          </thead>
          <tbody>
            {[...setup.organisations.values()].map(each => (
              <tr>
                <th scope="row">
                  <a href={to(address, `/organisations/${encodeURIComponent(each.id)}`)} lang="vi">
                    {each.name}
                  </a>{' '}
                  <small>{each.id}</small>
                </th>
                <td data-label={t('web.organisations.kind')}>{t(`web.organisations.kind-${each.kind}`)}</td>
                <td data-label={t('web.organisations.parent')} lang="vi">
                  {each.parent !== null && (setup.organisations.get(each.parent)?.name ?? each.parent)}
                </td>
                <td data-label={t('web.organisations.area')} lang="vi">
                  {each.area !== null && areaName(setup.territory, each.area, '9999-12-31')}
                </td>
                <td data-label={t('web.organisations.head')}>{each.head}</td>
                <td class="num" data-label={t('web.organisations.figures')}>
                  {figures.get(each.id) ?? ''}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {gaps && <Gaps view={view} setup={setup} gaps={gaps} />}
      {defines && (
        <section aria-labelledby="define">
          <h2 id="define">{t('web.organisations.define')}</h2>
          <details open={refused !== null || setup.organisations.size === 0}>
            <summary>{t('web.organisations.add')}</summary>
            <OrganisationForm view={view} setup={setup} organisation={null} refused={refused} action="/organisations" />
          </details>
          <h3>{t('web.organisations.title')}</h3>
          <TableForm
            view={view}
            action="/organisations/table"
            of="organisations"
            download="/organisations/organisations.csv"
            columns={ORGANISATION_COLUMNS}
          />
          <h3>{t('web.organisations.whose')}</h3>
          <TableForm
            view={view}
            action="/organisations/table"
            of="assignments"
            download="/organisations/assignments.csv"
            columns={ASSIGNMENT_COLUMNS}
          />
        </section>
      )}
    </Layout>
  )
}
