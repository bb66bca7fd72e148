import type { Message, Outcome } from '../../messages/message.ts'
import type { By } from '../../store/log.ts'
import type { Store } from '../../store/open.ts'
import { withRow } from '../one-row.ts'
import { saveAssignments, saveOrganisations, type Setup } from '../setup.ts'
import { ASSIGNMENT_COLUMNS, readAssignments, writeAssignments, type Assignment } from './assignment.ts'
import { knownNames } from './known.ts'
import { ORGANISATION_COLUMNS, readOrganisations, writeOrganisations } from './organisation.ts'

type Fields = Readonly<Record<string, string>>
interface Desk {
  readonly store: Store
  readonly tenant: string
  readonly by: By
}

/** Defines one organisation, new or in the place of the one of its id; true, or null with messages by field. */
export async function defineOrganisation(
  desk: Desk,
  setup: Setup,
  fields: Fields,
  day: string,
): Promise<Outcome<true | null>> {
  const { area } = knownNames(setup, day)
  const others = [...setup.organisations.values()].filter(each => each.id !== fields['id'])
  const read = withRow(writeOrganisations(others), ORGANISATION_COLUMNS, fields, text => readOrganisations(text, area))
  if (!read.value) return { value: null, messages: read.messages }
  await saveOrganisations(desk.store, desk.tenant, read.value, desk.by)
  return { value: true, messages: [] }
}

/** Takes an organisation off the list; refused while others come under it or figures are its own. */
export async function dropOrganisation(desk: Desk, setup: Setup, id: string): Promise<Outcome<true | null>> {
  const under = [...setup.organisations.values()].filter(each => each.parent === id).map(each => each.id)
  const own = setup.assignments.filter(each => each.organisation === id).length
  const refused = (rule: string, actual: string): Outcome<null> => ({
    value: null,
    messages: [{ rule, severity: 'error', column: 'act', actual }],
  })
  if (under.length > 0) return refused('desk.has-under', under.join(', '))
  if (own > 0) return refused('desk.has-figures', String(own))
  await saveOrganisations(
    desk.store,
    desk.tenant,
    [...setup.organisations.values()].filter(each => each.id !== id),
    desk.by,
  )
  return { value: true, messages: [] }
}

const keyOf = ({ indicator, area }: Pick<Assignment, 'indicator' | 'area'>): string => `${indicator} ${area}`

/** Gives figures to an organisation: one, or all that `*` means; what was somebody else's goes over. Null with messages by field. */
export async function assign(desk: Desk, setup: Setup, fields: Fields, day: string): Promise<Outcome<number | null>> {
  const known = knownNames(setup, day)
  const read = withRow(writeAssignments([]), ASSIGNMENT_COLUMNS, fields, text => readAssignments(text, known))
  if (!read.value) return { value: null, messages: read.messages }
  const given = new Set(read.value.map(keyOf))
  const others = setup.assignments.filter(each => !given.has(keyOf(each)))
  await saveAssignments(desk.store, desk.tenant, [...others, ...read.value], desk.by)
  return { value: read.value.length, messages: [] as readonly Message[] }
}

/** Takes an indicator's figures from an organisation: they are nobody's then. */
export const unassign = ({ store, tenant, by }: Desk, setup: Setup, organisation: string, indicator: string) =>
  saveAssignments(
    store,
    tenant,
    setup.assignments.filter(each => each.organisation !== organisation || each.indicator !== indicator),
    by,
  )
