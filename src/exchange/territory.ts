import { decimalText, parseDecimal, type Decimal } from '../measure/decimal.ts'
import { isDay } from '../measure/period.ts'
import type { Message, Outcome } from '../messages/message.ts'
import { nearest } from '../measure/nearest.ts'
import { checkTerritory, type TerritoryFault } from '../territory/check.ts'
import type { Position } from '../territory/outline.ts'
import {
  AREA_TYPES,
  type Area,
  type AreaFact,
  type Link,
  type Reorganisation,
  type Territory,
  type WeightName,
} from '../territory/territory.ts'
import { csvCell } from './csv.ts'
import { FileFaults, rowsOf, type Row } from './table.ts'

const AREA_COLUMNS = ['id', 'type', 'name', 'code', 'parent', 'from', 'to'] as const
/** Degrees east and north of an area's centre, for schematic maps; both or neither. */
const CENTRE_COLUMNS = ['lon', 'lat'] as const
const EVENT_COLUMNS = ['date', 'kind', 'from', 'to', 'group', 'population', 'area_km2', 'basis'] as const
/** How a line of an event is called; merges, splits and transfers are links alike, the word is for the reader. */
const KINDS = ['merge', 'split', 'transfer', 'regrouping', 'abolition'] as const

export const AREAS_FILE = 'areas.csv'
export const EVENTS_FILE = 'reorganisations.csv'

/**
 * A territory from its two tables, whole or not at all: the areas with their dated facts (`id,type,name,code,parent,from,to`
 * and, where known, the centre's `lon,lat`) and the events (`date,kind,from,to,group,population,area_km2,basis`). Every fault is named by file, line and column.
 */
export function readTerritory(areas: string, events: string): Outcome<Territory | null> {
  const messages: Message[] = []
  const areaFaults = new FileFaults(AREAS_FILE, messages)
  const eventFaults = new FileFaults(EVENTS_FILE, messages)
  const lines = new Lines()
  const found = areasOf(rowsOf(areas, AREA_COLUMNS, areaFaults, CENTRE_COLUMNS), areaFaults, lines)
  const reorganisations = eventsOf(rowsOf(events, EVENT_COLUMNS, eventFaults), eventFaults, lines)
  const territory = { areas: found, reorganisations }
  if (messages.length === 0)
    for (const fault of checkTerritory(territory)) messages.push(messageOf(fault, lines, territory))
  messages.sort((a, b) => (a.column ?? '').localeCompare(b.column ?? '') || (a.line ?? 0) - (b.line ?? 0))
  return messages.length > 0 ? { value: null, messages } : { value: territory, messages }
}

/** Where each fact and each side of an event stood. */
class Lines {
  readonly facts = new Map<string, number>()
  readonly events = new Map<string, number>()
}

function messageOf(fault: TerritoryFault, lines: Lines, territory: Territory): Message {
  const key = `${fault.area} ${fault.day}`
  const line = (fault.event ? lines.events : lines.facts).get(key) ?? 0
  const expected =
    fault.rule === 'territory.no-such-area' || fault.rule === 'territory.no-such-parent'
      ? nearest(fault.actual, territory.areas.keys())
      : fault.expected
  return {
    rule: fault.rule,
    severity: 'error',
    line,
    column: fault.event ? EVENTS_FILE : AREAS_FILE,
    actual: `${fault.area}: ${fault.actual}`,
    expected,
  }
}

function areasOf(rows: readonly Row[], faults: FileFaults, lines: Lines): Map<string, Area> {
  const facts = new Map<string, AreaFact[]>()
  for (const row of rows) {
    const { line } = row
    const cell = (name: (typeof AREA_COLUMNS)[number]) => row[name] ?? ''
    const centre = centreOf(row, faults)
    const type = AREA_TYPES.find(each => each === cell('type').toLowerCase())
    if (!type) faults.add('territory.not-a-type', line, 'type', cell('type'), AREA_TYPES.join(', '))
    for (const name of ['id', 'name', 'code'] as const)
      if (cell(name) === '') faults.add('territory.empty', line, name, '', name)
    if (!isDay(cell('from'))) faults.add('exchange.not-a-day', line, 'from', cell('from'), '2025-07-01')
    if (cell('to') !== '' && !isDay(cell('to'))) faults.add('exchange.not-a-day', line, 'to', cell('to'), '2025-07-01')
    const key = `${cell('id')} ${cell('from')}`
    const before = lines.facts.get(key)
    if (before !== undefined) faults.add('territory.area-twice', line, 'id', cell('id'), String(before))
    lines.facts.set(key, line)
    if (!type) continue
    const fact: AreaFact = {
      from: cell('from'),
      to: cell('to') === '' ? null : cell('to'),
      code: cell('code'),
      name: cell('name'),
      type,
      parent: cell('parent') === '' ? null : cell('parent'),
      ...(centre && { centre }),
    }
    const known = facts.get(cell('id'))
    if (known) known.push(fact)
    else facts.set(cell('id'), [fact])
  }
  return new Map(
    [...facts].map(([id, list]) => [id, { id, facts: [...list].sort((a, b) => (a.from < b.from ? -1 : 1)) }]),
  )
}

/** Where a line puts the centre; null where it does not say or says it wrong. */
function centreOf(row: Row, faults: FileFaults): Position | null {
  const said = CENTRE_COLUMNS.map(name => row[name] ?? '')
  if (said.every(text => text === '')) return null
  const [lon, lat] = CENTRE_COLUMNS.map((name, i) => {
    const value = /^-?\d{1,3}(\.\d+)?$/.test(said[i] ?? '') ? Number(said[i]) : NaN
    const most = name === 'lon' ? 180 : 90
    if (Math.abs(value) <= most) return value
    faults.add('territory.not-a-degree', row.line, name, said[i] ?? '', `-${most} … ${most}`)
    return null
  })
  return lon == null || lat == null ? null : [lon, lat]
}

function eventsOf(rows: readonly Row[], faults: FileFaults, lines: Lines): Reorganisation[] {
  const events = new Map<string, { kind: Reorganisation['kind']; date: string; basis: string; rows: Row[] }>()
  for (const row of rows) {
    const { line } = row
    const cell = (name: (typeof EVENT_COLUMNS)[number]) => row[name] ?? ''
    if (!isDay(cell('date'))) faults.add('exchange.not-a-day', line, 'date', cell('date'), '2025-07-01')
    const word = KINDS.find(each => each === cell('kind'))
    if (!word) {
      faults.add('territory.not-a-kind', line, 'kind', cell('kind'), KINDS.join(', '))
      continue
    }
    const kind = word === 'regrouping' || word === 'abolition' ? word : 'links'
    const [from, to] = [cell('from') !== '', cell('to') !== '']
    if (kind === 'links' ? !from || !to : kind === 'abolition' ? !from || to : from === to)
      faults.add('territory.sides', line, 'from', `${cell('from')} → ${cell('to')}`, SIDES[kind])
    for (const side of [cell('from'), cell('to')])
      if (side !== '' && !lines.events.has(`${side} ${cell('date')}`)) lines.events.set(`${side} ${cell('date')}`, line)
    for (const name of ['population', 'area_km2'] as const)
      if (cell(name) !== '' && !weightOf(cell(name)))
        faults.add('territory.not-a-weight', line, name, cell(name), '1234.5')
    const key = `${cell('date')} ${kind} ${kind === 'regrouping' ? cell('group') : cell('basis')}`
    const known = events.get(key)
    if (known) known.rows.push(row)
    else events.set(key, { kind, date: cell('date'), basis: cell('basis'), rows: [row] })
  }
  return [...events.values()].map(eventOf).sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))
}

const SIDES = { links: 'from, to', regrouping: 'from | to', abolition: 'from' } as const

function weightOf(text: string): Decimal | null {
  const value = parseDecimal(text)
  return value && value.coefficient > 0n ? value : null
}

function eventOf({
  kind,
  date,
  basis,
  rows,
}: {
  kind: Reorganisation['kind']
  date: string
  basis: string
  rows: readonly Row[]
}): Reorganisation {
  const side = (name: 'from' | 'to') => rows.map(row => row[name] ?? '').filter(id => id !== '')
  switch (kind) {
    case 'links':
      return { kind, date, basis, links: rows.map(linkOf) }
    case 'regrouping':
      return { kind, date, basis, before: side('from'), after: side('to') }
    case 'abolition':
      return { kind, date, basis, areas: side('from') }
    default:
      return kind satisfies never
  }
}

function linkOf(row: Row): Link {
  const weights: Partial<Record<WeightName, Decimal>> = {}
  const [population, area] = [weightOf(row['population'] ?? ''), weightOf(row['area_km2'] ?? '')]
  if (population) weights.population = population
  if (area) weights.area = area
  return { from: row['from'] ?? '', to: row['to'] ?? '', weights }
}

const line = (cells: readonly string[]) => cells.map(csvCell).join(',')

/** The two tables of a territory, which `readTerritory` reads back. */
export function writeTerritory(territory: Territory): { readonly areas: string; readonly events: string } {
  const facts = [...territory.areas.values()].flatMap(area => area.facts.map(fact => ({ ...fact, id: area.id })))
  const centred = facts.some(fact => fact.centre !== undefined)
  const areas = facts.map(({ id, type, name, code, parent, from, to, centre }) =>
    line([
      id,
      type,
      name,
      code,
      parent ?? '',
      from,
      to ?? '',
      ...(centred ? [0, 1].map(i => String(centre?.[i] ?? '')) : []),
    ]),
  )
  const events = territory.reorganisations.flatMap((event, i) => {
    const row = (word: string, from: string, to: string, group = '', weights: Link['weights'] = {}) =>
      line([event.date, word, from, to, group, plain(weights.population), plain(weights.area), event.basis])
    switch (event.kind) {
      case 'links':
        return event.links.map(({ from, to, weights }) => row(wordOf(event.links, from, to), from, to, '', weights))
      case 'regrouping':
        return [
          ...event.before.map(id => row('regrouping', id, '', String(i))),
          ...event.after.map(id => row('regrouping', '', id, String(i))),
        ]
      case 'abolition':
        return event.areas.map(id => row('abolition', id, ''))
      default:
        return event satisfies never
    }
  })
  return {
    areas: [[...AREA_COLUMNS, ...(centred ? CENTRE_COLUMNS : [])].join(','), ...areas, ''].join('\n'),
    events: [EVENT_COLUMNS.join(','), ...events, ''].join('\n'),
  }
}

const plain = (value: Decimal | undefined): string => (value ? decimalText(value) : '')

/** An area that goes to several is split; several that go whole to one are merged. */
const wordOf = (links: readonly Link[], from: string, to: string): (typeof KINDS)[number] =>
  links.filter(link => link.from === from).length > 1
    ? 'split'
    : links.filter(link => link.to === to).length > 1
      ? 'merge'
      : 'transfer'
