import { findingAccess } from '../../desk/findings/access.ts'
import type { Organisation } from '../../desk/organisations/organisation.ts'
import { definitions } from '../../store/definitions.ts'
import { currentTerritory } from '../../store/territory.ts'
import type { Around } from '../around.ts'

/** The offices by id, and whether a member may do a verb to a finding of one. */
export async function officesOfFindings({ store, tenant }: Around, today: string) {
  const offices = new Map(
    (await definitions(store, tenant, 'organisation')).map(({ id, body }) => [id, body as Omit<Organisation, 'id'>]),
  )
  return { offices, allowed: findingAccess(offices, await currentTerritory(store, tenant), today) }
}
