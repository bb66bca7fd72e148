import type { Plan } from '../../plan/plan.ts'
import { to } from '../frame/address.ts'
import { Layout } from '../frame/layout.tsx'
import { nameIn, targetsIn, type View } from '../frame/view.ts'
import { factsIn } from './facts.ts'

/** The first page where there is not exactly one plan. */
export function PlansPage({ view, plans }: { readonly view: View; readonly plans: readonly Plan[] }) {
  const { t, address, language } = view
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
              <a
                href={to(address, `/plans/${encodeURIComponent(plan.id)}`)}
                lang={plan.name.en === undefined ? 'vi' : language}
              >
                {nameIn(plan.name, language)}
              </a>
              <small class="under">
                {factsIn(plan, view)} · {targetsIn(view, plan.targets.length)}
              </small>
            </li>
          ))}
        </ul>
      )}
    </Layout>
  )
}
