import type { Context } from 'hono'
import { measureIn } from '../../desk/allocations/allocate.ts'
import { sharersOf } from '../../desk/allocations/sharers.ts'
import { tableOf, type Sharers, type Slice } from '../../desk/allocations/shares.ts'
import { sharesByPlace } from '../../evaluation/allocation/places.ts'
import type { ShareTable } from '../../evaluation/allocation/sum-lines.ts'
import type { Bound } from '../../measure/bound.ts'
import { isDay } from '../../measure/period.ts'
import { dayIn } from '../../measure/vietnam-time.ts'
import type { Indicator, Measure, Plan, Target } from '../../plan/plan.ts'
import { currentPlan, type PlanVersion } from '../../store/plans.ts'
import { Fault } from '../../api/faults.ts'
import type { Around } from '../around.ts'

/** A measure's shares as they stand, and the part of their table that is looked at. */
export interface Shown {
  readonly plan: Plan
  /** The version that stands. */
  readonly log: number
  readonly target: Target
  readonly measure: Measure
  readonly bound: Bound
  readonly indicator: Indicator | undefined
  readonly slice: Slice
  /** The day whose areas are listed. */
  readonly day: string
  readonly sharers: Sharers
  readonly table: ShareTable
  /** By place, the measure's own bound among them. */
  readonly shares: ReadonlyMap<string, Bound>
}

/** The plan of an address as it stands. Throws `no-plan`. */
export async function planOf({ store, tenant }: Around, c: Context): Promise<PlanVersion> {
  const id = c.req.param('id') ?? ''
  const version = await currentPlan(store, tenant, id)
  if (!version) throw new Fault('no-plan', { id })
  return version
}

/** What of the table an address asks for. */
function sliceOf(c: Context): Slice {
  const [to, year, area] = ['to', 'year', 'area'].map(name => c.req.query(name) ?? '')
  if (to === 'table') return { to }
  if (to === 'years') return { to, area: area ?? '' }
  return { to: 'areas', year: /^\d{4}$/.test(year ?? '') ? (year ?? '') : '' }
}

function dayOf(c: Context, plan: Plan, today: string): string {
  const asked = c.req.query('map') ?? ''
  if (asked !== '' && !isDay(asked)) throw new Fault('bad-day', { actual: asked })
  return asked === '' ? (plan.map ?? plan.adopted ?? today) : asked
}

/** Throws `no-plan`, `no-measure`, `bad-day`. */
export async function sharesShown(around: Around, c: Context): Promise<Shown> {
  const { plan, log } = await planOf(around, c)
  const id = c.req.param('measure') ?? ''
  const known = measureIn(plan, id)
  if (!known?.measure.bound) throw new Fault('no-measure', { id })
  const { target, measure } = known
  const [slice, day] = [sliceOf(c), dayOf(c, plan, dayIn(around.now()))]
  const of = slice.to === 'years' ? slice.area : ''
  const sharers = await sharersOf(around.store, around.tenant, plan, measure, day, of)
  const indicator = plan.indicators.find(each => each.code === measure.indicators[0])
  const table = tableOf(slice, measure, indicator, sharers)
  const shares = sharesByPlace(plan, measure)
  return { plan, log, target, measure, bound: known.measure.bound, indicator, slice, day, sharers, table, shares }
}
