import { csvCell } from '../../exchange/csv.ts'
import { FileFaults, rowsOf } from '../../exchange/table.ts'
import { nearest } from '../../measure/nearest.ts'
import type { Message, Outcome } from '../../messages/message.ts'
import { address, isAddress, type Organisation } from './organisation.ts'

/** Whose figure something is: an organisation's, with an owner and a deputy, by the addresses of their accounts. */
export interface Assignment {
  readonly indicator: string
  readonly area: string
  readonly organisation: string
  readonly owner: string
  readonly deputy: string | null
}

export const ASSIGNMENT_COLUMNS = ['indicator', 'area', 'organisation', 'owner', 'deputy'] as const

/** What the names of a file may mean. */
export interface Known {
  readonly indicators: readonly string[]
  readonly organisations: readonly Organisation[]
  /** An area by what a reader would write. */
  readonly area: (text: string) => string | null
  /** An area and all that lies in it. */
  readonly areasIn: (area: string) => readonly string[]
}

/**
 * The assignments of a CSV file, all or none. `*` for the indicator means every indicator; `*` for the area, the
 * organisation's own area and all that lies in it. A line for a single figure goes before a line with `*`.
 */
export function readAssignments(text: string, known: Known): Outcome<readonly Assignment[] | null> {
  const messages: Message[] = []
  const faults = new FileFaults('', messages)
  const rows = rowsOf(text, ASSIGNMENT_COLUMNS, faults)
  const organisations = new Map(known.organisations.map(each => [each.id, each]))
  const found = new Map<string, { assignment: Assignment; line: number; stars: number }>()
  for (const { line, ...row } of rows) {
    const cell = (name: (typeof ASSIGNMENT_COLUMNS)[number]) => row[name] ?? ''
    const organisation = organisations.get(cell('organisation'))
    if (!organisation)
      faults.add(
        'desk.unknown-organisation',
        line,
        'organisation',
        cell('organisation'),
        nearest(cell('organisation'), organisations.keys()),
      )
    const indicators = cell('indicator') === '*' ? known.indicators : [cell('indicator')]
    if (cell('indicator') !== '*' && !known.indicators.includes(cell('indicator')))
      faults.add(
        'exchange.unknown-indicator',
        line,
        'indicator',
        cell('indicator'),
        nearest(cell('indicator'), known.indicators),
      )
    for (const name of ['owner', 'deputy'] as const)
      if ((name === 'owner' || cell(name) !== '') && !isAddress(cell(name)))
        faults.add('desk.not-an-address', line, name, cell(name), 'ten@langson.gov.vn')
    const areas = areasOf(cell('area'), organisation, known)
    if (!areas) faults.add('desk.unknown-area', line, 'area', cell('area'))
    const stars = Number(cell('indicator') === '*') + Number(cell('area') === '*')
    for (const indicator of indicators)
      for (const area of areas ?? []) {
        const key = `${indicator} ${area}`
        const before = found.get(key)
        if (before?.stars === stars) faults.add('desk.assigned-twice', line, 'indicator', key, String(before.line))
        if (before && before.stars <= stars) continue
        const assignment = {
          indicator,
          area,
          organisation: cell('organisation'),
          owner: cell('owner').toLowerCase(),
          deputy: address(cell('deputy')),
        }
        found.set(key, { assignment, line, stars })
      }
  }
  return messages.length > 0
    ? { value: null, messages }
    : { value: [...found.values()].map(each => each.assignment), messages }
}

function areasOf(text: string, organisation: Organisation | undefined, known: Known): readonly string[] | null {
  if (text !== '*') {
    const area = known.area(text)
    return area === null ? null : [area]
  }
  return organisation === undefined || organisation.area === null ? null : known.areasIn(organisation.area)
}

/** The file that `readAssignments` reads back. */
export const writeAssignments = (assignments: readonly Assignment[]): string =>
  [
    ASSIGNMENT_COLUMNS.join(','),
    ...assignments.map(each => ASSIGNMENT_COLUMNS.map(name => csvCell(each[name] ?? '')).join(',')),
    '',
  ].join('\n')

/** A figure that is asked for and is nobody's, or has no deputy. */
export interface ResponsibilityGap {
  readonly indicator: string
  readonly area: string
  readonly lacks: 'owner' | 'deputy'
}

/** Which of the figures that are asked for lack an owner or a deputy: in practice these never come. */
export function responsibilityGaps(
  asked: readonly { readonly indicator: string; readonly area: string }[],
  assignments: readonly Assignment[],
): ResponsibilityGap[] {
  const owned = new Map(assignments.map(each => [`${each.indicator} ${each.area}`, each]))
  return asked.flatMap(({ indicator, area }): ResponsibilityGap[] => {
    const assignment = owned.get(`${indicator} ${area}`)
    if (!assignment) return [{ indicator, area, lacks: 'owner' }]
    return assignment.deputy === null ? [{ indicator, area, lacks: 'deputy' }] : []
  })
}
