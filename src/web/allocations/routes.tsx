import { Hono, type Context } from 'hono'
import { need } from '../../api/access.ts'
import type { Fields } from '../../api/draft/correct.ts'
import { Fault } from '../../api/faults.ts'
import { limited } from '../../api/sent.ts'
import { fieldsOf } from '../../api/upload.ts'
import { allocate, lastOfAreas, measureIn, sharersOf } from '../../desk/allocations/allocate.ts'
import { addsUp, sharedOut, sharesTyped, type Sharer, type ShareTo } from '../../desk/allocations/shares.ts'
import { setupOf } from '../../desk/setup.ts'
import type { Decimal } from '../../measure/decimal.ts'
import { isDay } from '../../measure/period.ts'
import { dayIn } from '../../measure/vietnam-time.ts'
import type { Message } from '../../messages/message.ts'
import type { Plan } from '../../plan/plan.ts'
import { currentPlan } from '../../store/plans.ts'
import { currentTerritory } from '../../store/territory.ts'
import { mapOn } from '../../territory/map.ts'
import { page, viewFor, type Around } from '../around.ts'
import { to } from '../frame/address.ts'
import { SharePage } from './share.tsx'
import { typedEnds, typedShares, type Typed } from './typed.ts'
import { AllocationsPage } from './view.tsx'

/** Measures of a plan shared out to areas and years; what is saved is a new version of the plan. */
export function allocationPages(around: Around): Hono {
  const { store, tenant, now } = around
  const app = new Hono()
  const planOf = async (c: Context): Promise<Plan> => {
    const id = c.req.param('id') ?? ''
    const version = await currentPlan(store, tenant, id)
    if (!version) throw new Fault('no-plan', { id })
    return version.plan
  }
  const found = (plan: Plan, c: Context) => {
    const id = c.req.param('measure') ?? ''
    const known = measureIn(plan, id)
    if (!known?.measure.bound) throw new Fault('no-measure', { id })
    return { ...known, bound: known.measure.bound }
  }
  const shareTo = (c: Context): ShareTo => (c.req.query('to') === 'years' ? 'years' : 'areas')
  const dayOf = (c: Context, plan: Plan): string => {
    const asked = c.req.query('map') ?? ''
    if (asked !== '' && !isDay(asked)) throw new Fault('bad-day', { actual: asked })
    return asked === '' ? (plan.map ?? plan.adopted ?? dayIn(now())) : asked
  }
  app.use('/plans/:id/allocations/*', limited())
  app.get('/plans/:id/allocations', async c => {
    need(c, 'plan.define')
    return page(c, <AllocationsPage view={viewFor(c)} plan={await planOf(c)} />)
  })
  const show = async (
    c: Context,
    plan: Plan,
    sharers: readonly Sharer[],
    typed: Typed,
    messages: readonly Message[] = [],
  ) => {
    const { target, measure, bound } = found(plan, c)
    const [code] = measure.indicators
    const indicator = plan.indicators.find(each => each.code === code)
    const content = (
      <SharePage
        view={viewFor(c)}
        plan={plan}
        target={target}
        measure={measure}
        bound={bound}
        adds={addsUp(measure, indicator, shareTo(c))}
        to={shareTo(c)}
        day={dayOf(c, plan)}
        sharers={sharers}
        typed={typed}
        weights={[...(await setupOf(store, tenant)).indicators.values()].filter(each => each.overAreas === 'sum')}
        messages={messages}
      />
    )
    return page(c, content, messages.length > 0 ? 422 : 200)
  }
  app.get('/plans/:id/allocations/:measure', async c => {
    need(c, 'plan.define')
    const plan = await planOf(c)
    const { measure } = found(plan, c)
    const sharers = await sharersOf(store, tenant, plan, measure, shareTo(c), dayOf(c, plan))
    return show(c, plan, sharers, typedShares(measure, shareTo(c), viewFor(c).language))
  })
  app.post('/plans/:id/allocations/:measure', async c => {
    const { by } = need(c, 'plan.define')
    const plan = await planOf(c)
    const { measure, bound } = found(plan, c)
    const fields = await fieldsOf(c)
    const [kind, day, language] = [shareTo(c), dayOf(c, plan), viewFor(c).language]
    const sharers = await sharersOf(store, tenant, plan, measure, kind, day)
    if (fields['act'] === 'share') {
      const weights = await weightsOf(fields, sharers, day)
      const indicator = plan.indicators.find(each => each.code === measure.indicators[0])
      const shares = sharedOut(bound, weights, addsUp(measure, indicator, kind), indicator?.decimals ?? 0)
      if ('rule' in shares) return show(c, plan, sharers, fields, [{ ...shares, column: 'by' }])
      const given = new Map(sharers.flatMap(({ key }, i) => (shares[i] ? [[key, shares[i]] as const] : [])))
      return show(c, plan, sharers, typedEnds(given, language))
    }
    const typed = sharesTyped(
      bound,
      sharers.map(each => each.key),
      fields,
      language,
    )
    if (!typed.value) return show(c, plan, sharers, fields, typed.messages)
    if (fields['act'] === 'sum') return show(c, plan, sharers, fields)
    const { value, messages } = await allocate(store, tenant, plan, measure.id, kind, typed.value, by)
    if (!value) return show(c, plan, sharers, fields, messages)
    const back = `/plans/${encodeURIComponent(plan.id)}/allocations/${encodeURIComponent(measure.id)}`
    return c.redirect(to(viewFor(c).address, back, { to: kind, saved: '1' }), 303)
  })

  /** By the last figures, by another indicator's (population), or equally; who has no figure gets nothing. */
  async function weightsOf(fields: Fields, sharers: readonly Sharer[], day: string): Promise<readonly Decimal[]> {
    const by = fields['by'] ?? ''
    if (by === 'last') return sharers.map(each => each.last ?? NOTHING)
    if (by === '') return sharers.map(() => ONE)
    const map = mapOn(await currentTerritory(store, tenant), day)
    const keys = sharers.map(each => each.key)
    const found = await lastOfAreas(store, tenant, by, keys, map)
    return sharers.map(each => found.get(each.key) ?? NOTHING)
  }
  return app
}

const ONE: Decimal = { coefficient: 1n, scale: 0 }
const NOTHING: Decimal = { coefficient: 0n, scale: 0 }
