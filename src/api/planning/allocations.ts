import { Hono } from 'hono'
import { saveShares, type ShareConflict } from '../../desk/allocations/allocate.ts'
import { addsUp, shareOfEnds } from '../../desk/allocations/shares.ts'
import { placeKey, placeOf, sharesByPlace, WHOLE } from '../../evaluation/allocation/places.ts'
import { sumLines } from '../../evaluation/allocation/sum-lines.ts'
import { endsOf, type Bound } from '../../measure/bound.ts'
import { decimalText, parseDecimal } from '../../measure/decimal.ts'
import { say } from '../../messages/catalogue.ts'
import type { Message } from '../../messages/message.ts'
import { boundFile } from '../../plan/plan-file.ts'
import type { Measure, Plan } from '../../plan/plan.ts'
import { currentPlan } from '../../store/plans.ts'
import { measureIn } from '../../desk/allocations/allocate.ts'
import { need } from '../access.ts'
import { askedOf } from '../asked.ts'
import { sentSharesContract } from '../contract/planning.ts'
import type { Shelf } from '../draft/desk.ts'
import { Fault, FAULTS } from '../faults.ts'
import { bodyOf, limited, refusedRows } from '../sent.ts'

/** A measure's shares to areas and years. Mounted under /api. */
export function allocationRoutes({ store, tenant, now }: Shelf & { readonly now: () => Date }): Hono {
  const app = new Hono()
  const known = async (id: string, asOf: number | null = null) => {
    const version = await currentPlan(store, tenant, id, asOf)
    if (!version) throw new Fault('no-plan', { id })
    return version
  }
  app.get('/plans/:id/allocations', async c => {
    const { asOfLog } = await askedOf(store, tenant, now(), { on: undefined, asOf: c.req.query('asOf') })
    const { plan, log } = await known(c.req.param('id'), asOfLog)
    const measures = plan.targets.flatMap(target =>
      target.measures.flatMap(measure => {
        const { bound } = measure
        return bound ? [{ target: target.id, ...sharesJson(plan, measure, bound) }] : []
      }),
    )
    return c.json({ plan: plan.id, log, measures })
  })
  app.post('/plans/:id/allocations/:measure', limited(), async c => {
    const { by } = need(c, 'plan.define')
    const { id, measure } = c.req.param()
    const { expected, shares } = await bodyOf(c, sentSharesContract)
    const bound = measureIn((await known(id)).plan, measure)?.measure.bound
    if (!bound) throw new Fault('no-measure', { id: measure })
    const sent = new Map<string, Bound | null>()
    const messages: Message[] = []
    shares.forEach(({ area, year, low, high }, i) => {
      const ends = { low: parseDecimal(low ?? ''), high: parseDecimal(high ?? '') }
      const share = shareOfEnds(bound, ends)
      if (share === undefined)
        messages.push({ rule: 'plan.allocation-ends', severity: 'error', line: i + 1, column: 'low' })
      else sent.set(placeKey(area ?? '', year === null ? '' : String(year)), share)
    })
    if (messages.length > 0) return refusedRows(c, messages)
    const taken = await saveShares(store, tenant, { plan: id, measure, seen: expected, shares: sent }, by)
    switch (taken.kind) {
      case 'saved':
        return c.json({ log: taken.log, changed: taken.changed })
      case 'unchanged':
        return c.json({ log: null, changed: 0 })
      case 'refused':
        return refusedRows(c, taken.messages)
      case 'gone':
        throw new Fault('no-measure', { id: measure })
      case 'conflict':
        return c.json({ error: conflictJson(taken.log, taken.conflicts) }, FAULTS['shares-changed'])
      default:
        return taken satisfies never
    }
  })
  return app
}

const placeJson = (key: string) => {
  const { area, year } = placeOf(key)
  return { area: area === '' ? null : area, year: year === '' ? null : Number(year) }
}

function sharesJson(plan: Plan, measure: Measure, bound: Bound) {
  const shares = sharesByPlace(plan, measure)
  const keys = [...shares.keys()].filter(key => key !== WHOLE)
  const places = keys.map(placeOf)
  const indicator = plan.indicators.find(each => each.code === measure.indicators[0])
  const table = {
    areas: [...new Set(['', ...places.map(each => each.area)])],
    years: [...new Set(['', ...places.map(each => each.year)])],
    ends: endsOf(bound),
    overAreas: addsUp(measure, indicator, 'areas'),
    overYears: addsUp(measure, indicator, 'years'),
  }
  const lines = sumLines(table, (key, end) => shares.get(key)?.[end] ?? null).filter(line => line.count > 0)
  return {
    measure: measure.id,
    unit: measure.unit,
    bound: boundFile(bound),
    shares: keys.flatMap(key => {
      const share = shares.get(key)
      return share ? [{ ...placeJson(key), bound: boundFile(share) }] : []
    }),
    sums: lines.map(({ over, of, end, count, sum, whole, difference }) => ({
      over,
      ...placeJson(over === 'areas' ? placeKey('', of) : placeKey(of, '')),
      end,
      shares: count,
      sum: decimalText(sum),
      whole: whole && decimalText(whole),
      difference: difference && decimalText(difference),
    })),
  }
}

function conflictJson(log: number, conflicts: readonly ShareConflict[]) {
  const values = { count: String(conflicts.length), actor: conflicts[0]?.actor ?? '', version: String(log) }
  return {
    code: 'shares-changed',
    message: say('web.fault.shares-changed', 'en', values),
    values,
    conflicts: conflicts.map(({ key, mine, theirs, actor, moment }) => ({
      ...placeJson(key),
      mine: mine && boundFile(mine),
      theirs: theirs && boundFile(theirs),
      actor,
      moment,
    })),
  }
}
