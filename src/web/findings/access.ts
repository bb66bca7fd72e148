import type { Finding } from '../../desk/findings/finding.ts'
import type { Organisation } from '../../desk/organisations/organisation.ts'
import { may, type Member, type Verb } from '../../desk/policy.ts'
import { definitions } from '../../store/definitions.ts'
import { currentTerritory } from '../../store/territory.ts'
import { liesIn, mapOn } from '../../territory/map.ts'
import type { Around } from '../around.ts'

/** The offices by id, and whether a member may do a verb to a finding of one: a role in an area holds for its offices. */
export async function officesOfFindings({ store, tenant }: Around, today: string) {
  const offices = new Map(
    (await definitions(store, tenant, 'organisation')).map(({ id, body }) => [id, body as Omit<Organisation, 'id'>]),
  )
  const map = mapOn(await currentTerritory(store, tenant), today)
  const within = (area: string, whole: string) => area === whole || liesIn(map, area, whole)
  const allowed = (member: Member | null, verb: Verb, { organisation }: Pick<Finding, 'organisation'>) => {
    const area = offices.get(organisation)?.area
    return may(member, verb, { organisation, ...(area ? { area } : {}) }, within)
  }
  return { offices, allowed }
}
