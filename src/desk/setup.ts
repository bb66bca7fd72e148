import type { Indicator } from '../plan/plan.ts'
import { definitions, replaceDefinitions } from '../store/definitions.ts'
import { kindsSince, logEnd, type By, type LogEnd } from '../store/log.ts'
import type { Store } from '../store/open.ts'
import { currentPlans } from '../store/plans.ts'
import { currentTerritory } from '../store/territory.ts'
import type { Territory } from '../territory/territory.ts'
import { plannersOf } from './accounts/members.ts'
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
  /** The addresses of those who plan for the whole tenant, in order. */
  readonly planners: readonly string[]
}

/** An organisation's assignments as they are kept: areas that share indicator and people in one list. */
interface AssignmentBody {
  readonly figures: readonly (Omit<Assignment, 'area' | 'organisation'> & { readonly areas: readonly string[] })[]
}

/** What was read last, for each store and tenant, with how the log ended when it was. */
const kept = new WeakMap<Store, Map<string, { readonly end: LogEnd; readonly setup: Promise<Setup> }>>()

/** What is done in numbers all day long and changes nothing that the desk works by. */
const CHANGES_NOTHING: ReadonlySet<string> = new Set([
  ...['report', 'figures', 'evidence', 'finding', 'document', 'draft', 'notices', 'notices-sent'],
  ...['sign-in', 'sign-in-failed', 'sign-in-locked', 'sign-out', 'session-ended', 'password-changed', 'password-reset'],
  ...['invitation', 'invitation-withdrawn', 'second-factor-on', 'second-factor-off'],
  ...['backup', 'backup-fetched', 'audit-export-fetched'],
])
/** Beyond so many lines it is read anew. */
const MOST_LINES = 200

/**
 * What the desk works by. While nothing of it was changed it is one small question; after a change it is read anew, in a number
 * of questions that does not grow with what is found, and once however many ask at the same time.
 */
export async function setupOf(store: Store, tenant: string): Promise<Setup> {
  let known = kept.get(store)
  if (!known) kept.set(store, (known = new Map<string, { end: LogEnd; setup: Promise<Setup> }>()))
  const held = known.get(tenant)
  if (held) {
    const since = await kindsSince(store, tenant, held.end, MOST_LINES)
    if (since?.kinds.every(kind => CHANGES_NOTHING.has(kind))) {
      known.set(tenant, { end: since.end, setup: held.setup })
      return held.setup
    }
  }
  const end = await logEnd(store, tenant)
  if (!end) return readSetup(store, tenant)
  // Somebody who asked at the same time may have begun already.
  const begun = known.get(tenant)
  if (begun && begun !== held && begun.end.hash === end.hash) return begun.setup
  const setup = readSetup(store, tenant)
  known.set(tenant, { end, setup })
  setup.catch(() => known.delete(tenant))
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
    planners: await plannersOf(store, tenant),
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
