import { definitions } from '../../store/definitions.ts'
import type { Store } from '../../store/open.ts'
import { currentTerritory } from '../../store/territory.ts'
import { liesIn, mapOn } from '../../territory/map.ts'
import type { Territory } from '../../territory/territory.ts'
import type { Organisation } from '../organisations/organisation.ts'
import { may, type Member, type Verb } from '../policy.ts'
import type { Finding } from './finding.ts'

/** Whether a member may do a verb to a finding of an office: a role in an area holds for its offices. */
export function findingAccess(
  organisations: ReadonlyMap<string, Pick<Organisation, 'area'>>,
  territory: Territory,
  today: string,
): (member: Member | null, verb: Verb, finding: Pick<Finding, 'organisation'>) => boolean {
  const map = mapOn(territory, today)
  const within = (area: string, whole: string) => area === whole || liesIn(map, area, whole)
  return (member, verb, { organisation }) => {
    const area = organisations.get(organisation)?.area
    return may(member, verb, { organisation, ...(area ? { area } : {}) }, within)
  }
}

/** The offices by id, and whether a member may do a verb to a finding of one. */
export async function officesOfFindings(
  { store, tenant }: { readonly store: Store; readonly tenant: string },
  today: string,
) {
  const offices = new Map(
    (await definitions(store, tenant, 'organisation')).map(({ id, body }) => [id, body as Omit<Organisation, 'id'>]),
  )
  return { offices, allowed: findingAccess(offices, await currentTerritory(store, tenant), today) }
}
