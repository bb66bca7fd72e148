import { textOf } from './same.ts'
import type { Indicator, Name } from '../../plan/plan.ts'
import { definitions } from '../../store/definitions.ts'
import { currentPlans } from '../../store/plans.ts'
import type { Store } from '../../store/open.ts'

/** An indicator as it is defined, and the plans that hold it. */
export interface Catalogued {
  readonly indicator: Indicator
  readonly plans: readonly { readonly id: string; readonly name: Name }[]
  /** Plans that hold another version of it than the one that is defined. */
  readonly differing: readonly string[]
}

/**
 * Every indicator of the tenant by its code: those that were defined by themselves as they stand, then those that only a plan
 * holds. Two questions, however many there are.
 */
export async function indicatorCatalogue(store: Store, tenant: string): Promise<ReadonlyMap<string, Catalogued>> {
  const defined = await definitions(store, tenant, 'indicator')
  const standing = new Map(defined.map(({ id, body }) => [id, body as Indicator]))
  const found = new Map<string, { indicator: Indicator; plans: Catalogued['plans'][number][]; differing: string[] }>()
  for (const [code, indicator] of standing) found.set(code, { indicator, plans: [], differing: [] })
  for (const { plan } of await currentPlans(store, tenant))
    for (const indicator of plan.indicators) {
      let known = found.get(indicator.code)
      if (!known) found.set(indicator.code, (known = { indicator, plans: [], differing: [] }))
      known.plans.push({ id: plan.id, name: plan.name })
      if (!standing.has(indicator.code)) known.indicator = indicator
      else if (textOf(indicator) !== textOf(known.indicator)) known.differing.push(plan.id)
    }
  return new Map([...found].sort(([a], [b]) => (a < b ? -1 : 1)))
}
