import type { Indicator } from '../plan/plan.ts'
import { definitions, replaceDefinitions } from '../store/definitions.ts'
import { logHead, type By } from '../store/log.ts'
import type { Store } from '../store/open.ts'
import { currentPlans } from '../store/plans.ts'
import { currentTerritory } from '../store/territory.ts'
import type { Territory } from '../territory/territory.ts'
import type { YearDecision } from './calendar/holidays.ts'
import { workingCalendar, type WorkingCalendar } from './calendar/working-days.ts'
import type { Assignment } from './organisations/assignment.ts'
import type { Organisation } from './organisations/organisation.ts'
import type { Extension } from './rounds/round.ts'
import type { Schedule } from './rounds/schedule.ts'

/** What the desk works by, as it stands. */
export interface Setup {
  readonly organisations: ReadonlyMap<string, Organisation>
  readonly assignments: readonly Assignment[]
  readonly schedules: readonly Schedule[]
  /** By the id of the round. */
  readonly extensions: ReadonlyMap<string, Extension>
  readonly calendar: WorkingCalendar
  readonly indicators: ReadonlyMap<string, Indicator>
  readonly territory: Territory
  /** The areas that plans are for. */
  readonly planAreas: readonly string[]
}

/** An organisation's assignments as they are kept: areas that share indicator and people in one list. */
interface AssignmentBody {
  readonly figures: readonly (Omit<Assignment, 'area' | 'organisation'> & { readonly areas: readonly string[] })[]
}

/** What was read last, for each store and tenant, with the number of the log at which it stood. */
const kept = new WeakMap<Store, Map<string, { readonly head: number; readonly setup: Setup }>>()

/**
 * What the desk works by. While nothing was written it is one question; after a change it is read anew, in a number of
 * questions that does not grow with what is found.
 */
export async function setupOf(store: Store, tenant: string): Promise<Setup> {
  const head = await logHead(store, tenant)
  let known = kept.get(store)
  if (!known) kept.set(store, (known = new Map<string, { head: number; setup: Setup }>()))
  const held = known.get(tenant)
  if (held?.head === head) return held.setup
  const setup = await readSetup(store, tenant)
  known.set(tenant, { head, setup })
  return setup
}

async function readSetup(store: Store, tenant: string): Promise<Setup> {
  const organisations = await definitions(store, tenant, 'organisation')
  const assignments = await definitions(store, tenant, 'assignment')
  const rounds = await definitions(store, tenant, 'round')
  const years = await definitions(store, tenant, 'calendar')
  const defined = await definitions(store, tenant, 'indicator')
  const indicators = new Map<string, Indicator>()
  const planAreas = new Set<string>()
  for (const { plan } of await currentPlans(store, tenant)) {
    for (const indicator of plan.indicators) indicators.set(indicator.code, indicator)
    planAreas.add(plan.area)
  }
  for (const { id, body } of defined) indicators.set(id, body as Indicator)
  return {
    organisations: new Map(organisations.map(({ id, body }) => [id, { ...(body as Omit<Organisation, 'id'>), id }])),
    assignments: assignments.flatMap(({ id, body }) =>
      (body as AssignmentBody).figures.flatMap(({ areas, ...rest }) =>
        areas.map(area => ({ ...rest, area, organisation: id })),
      ),
    ),
    schedules: rounds.flatMap(({ id, body }) => (id.includes(':') ? [] : [{ ...(body as Omit<Schedule, 'id'>), id }])),
    extensions: new Map(rounds.flatMap(({ id, body }) => (id.includes(':') ? [[id, body as Extension] as const] : []))),
    calendar: workingCalendar(new Map(years.map(({ id, body }) => [id, body as YearDecision]))),
    indicators,
    territory: await currentTerritory(store, tenant),
    planAreas: [...planAreas],
  }
}

export const saveOrganisations = (store: Store, tenant: string, organisations: readonly Organisation[], by: By) =>
  replaceDefinitions(
    store,
    tenant,
    'organisation',
    Object.fromEntries(organisations.map(({ id, ...body }) => [id, body])),
    by,
  )

export function saveAssignments(store: Store, tenant: string, assignments: readonly Assignment[], by: By) {
  const bodies: Record<string, { figures: (AssignmentBody['figures'][number] & { areas: string[] })[] }> = {}
  for (const { organisation, area, indicator, owner, deputy } of assignments) {
    const { figures } = (bodies[organisation] ??= { figures: [] })
    const alike = figures.find(each => each.indicator === indicator && each.owner === owner && each.deputy === deputy)
    if (alike) alike.areas.push(area)
    else figures.push({ indicator, areas: [area], owner, deputy })
  }
  return replaceDefinitions(store, tenant, 'assignment', bodies, by)
}

/** Extensions stay: they are of rounds, not of the table. */
export const saveSchedules = (store: Store, tenant: string, schedules: readonly Schedule[], by: By) =>
  replaceDefinitions(
    store,
    tenant,
    'round',
    Object.fromEntries(schedules.map(({ id, ...body }) => [id, body])),
    by,
    id => id.includes(':'),
  )
