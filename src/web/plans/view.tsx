import type { PlanListed } from '../../store/plans.ts'
import { to } from '../frame/address.ts'
import { Layout } from '../frame/layout.tsx'
import type { View } from '../frame/view.ts'

/** The first page where there is not exactly one plan. */
export function PlansPage({ view, plans }: { readonly view: View; readonly plans: readonly PlanListed[] }) {
  const { t, address } = view
  return (
    <Layout view={view} title={t('web.plans.title')} place="scoreboard">
      <header>
        <h1>{t('web.plans.title')}</h1>
      </header>
      {plans.length === 0 ? (
        <>
          <p>{t('web.plans.none')}</p>
          <p>
            <a href={to(address, '/documents')}>{t('web.documents.load')}</a>
          </p>
        </>
      ) : (
        <ul class="findings">
          {plans.map(plan => (
            <li>
              <a href={to(address, `/plans/${encodeURIComponent(plan.id)}`)} lang="vi">
                {plan.name}
              </a>
            </li>
          ))}
        </ul>
      )}
    </Layout>
  )
}
