import { csvCell } from '../../exchange/csv.ts'
import { FileFaults, rowsOf } from '../../exchange/table.ts'
import { nearest } from '../../measure/nearest.ts'
import type { Message, Outcome } from '../../messages/message.ts'

export const ORGANISATION_KINDS = ['office', 'district', 'commune', 'party', 'other'] as const
export type OrganisationKind = (typeof ORGANISATION_KINDS)[number]

/** Who reports, leads a task, approves. */
export interface Organisation {
  readonly id: string
  /** The official name. */
  readonly name: string
  readonly kind: OrganisationKind
  /** The organisation that it comes under. */
  readonly parent: string | null
  /** The area that it is for, by its id. */
  readonly area: string | null
  /** The e-mail address of its head's account; null where nobody is named yet. */
  readonly head: string | null
}

export const ORGANISATION_COLUMNS = ['id', 'name', 'kind', 'parent', 'area', 'head'] as const

/** An account's address as it is compared. */
export const address = (text: string): string | null => (text === '' ? null : text.toLowerCase())
export const isAddress = (text: string): boolean => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text)

/** The organisations of a CSV file, all or none; `area` names an area by what a reader would write. */
export function readOrganisations(
  text: string,
  area: (text: string) => string | null,
): Outcome<readonly Organisation[] | null> {
  const messages: Message[] = []
  const faults = new FileFaults('', messages)
  const rows = rowsOf(text, ORGANISATION_COLUMNS, faults)
  const lines = new Map<string, number>()
  const found = rows.map(({ line, ...row }): Organisation => {
    const cell = (name: (typeof ORGANISATION_COLUMNS)[number]) => row[name] ?? ''
    const kind = ORGANISATION_KINDS.find(each => each === cell('kind'))
    if (!kind) faults.add('desk.not-a-kind', line, 'kind', cell('kind'), ORGANISATION_KINDS.join(', '))
    for (const name of ['id', 'name'] as const) if (cell(name) === '') faults.add('desk.empty', line, name, '', name)
    if (/[\s/:]/.test(cell('id'))) faults.add('desk.not-an-id', line, 'id', cell('id'))
    const before = lines.get(cell('id'))
    if (before !== undefined) faults.add('desk.twice', line, 'id', cell('id'), String(before))
    lines.set(cell('id'), line)
    const place = cell('area') === '' ? null : area(cell('area'))
    if (cell('area') !== '' && place === null) faults.add('desk.unknown-area', line, 'area', cell('area'))
    if (cell('head') !== '' && !isAddress(cell('head')))
      faults.add('desk.not-an-address', line, 'head', cell('head'), 'ten@langson.gov.vn')
    return {
      id: cell('id'),
      name: cell('name'),
      kind: kind ?? 'other',
      parent: cell('parent') === '' ? null : cell('parent'),
      area: place,
      head: address(cell('head')),
    }
  })
  const byId = new Map(found.map(organisation => [organisation.id, organisation]))
  for (const { id, parent } of found) {
    const line = lines.get(id) ?? 0
    if (parent !== null && !byId.has(parent))
      faults.add('desk.unknown-organisation', line, 'parent', parent, nearest(parent, byId.keys()))
    else if (circular(id, byId)) faults.add('desk.circle', line, 'parent', `${id} → ${parent ?? ''}`)
  }
  return messages.length > 0 ? { value: null, messages } : { value: found, messages }
}

function circular(id: string, byId: ReadonlyMap<string, Organisation>): boolean {
  const seen = new Set<string>()
  for (let at: string | null = id; at !== null; at = byId.get(at)?.parent ?? null) {
    if (seen.has(at)) return at === id
    seen.add(at)
  }
  return false
}

/** The file that `readOrganisations` reads back. */
export const writeOrganisations = (organisations: readonly Organisation[]): string =>
  [
    ORGANISATION_COLUMNS.join(','),
    ...organisations.map(each => ORGANISATION_COLUMNS.map(name => csvCell(each[name] ?? '')).join(',')),
    '',
  ].join('\n')
