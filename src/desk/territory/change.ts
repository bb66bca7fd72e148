import { parseDecimal, type Decimal } from '../../measure/decimal.ts'
import { readNumber } from '../../measure/notation.ts'
import { isDay } from '../../measure/period.ts'
import type { Message, Outcome } from '../../messages/message.ts'
import { checkTerritory } from '../../territory/check.ts'
import { mapOn, type AreaMap } from '../../territory/map.ts'
import { resolveArea } from '../../territory/names.ts'
import {
  AREA_TYPES,
  type Area,
  type AreaFact,
  type AreaType,
  type Link,
  type Reorganisation,
  type Territory,
} from '../../territory/territory.ts'
import { foldedForm } from '../../measure/names.ts'

/** A single change as a form tells it: what ends, one a line as a reader would write it, and what takes its place. */
export interface ChangeFields {
  readonly date: string
  /** Names, codes or ids, one a line. */
  readonly from: string
  /** "loại; tên; mã" one a line, with "; dân số; diện tích" where one area is split by weights; none: abolished. */
  readonly into: string
  readonly basis: string
  /** Name and code change, land does not: the same area with a new fact. */
  readonly rename: boolean
}

/**
 * The territory after one change: several areas into one (merge), one into several (split), several into several whose land
 * nobody states (regrouping), none in their place (abolition), or a new name. Null with messages by field.
 */
export function changedTerritory(territory: Territory, fields: ChangeFields): Outcome<Territory | null> {
  const messages: Message[] = []
  const fault = (rule: string, column: string, actual: string, expected = '') => {
    messages.push({ rule, severity: 'error', column, actual, expected })
    return null
  }
  if (!isDay(fields.date)) fault('territory.change-day', 'date', fields.date)
  if (messages.length > 0) return { value: null, messages }
  const map = mapOn(territory, fields.date)
  const from = linesOf(fields.from).flatMap(text => {
    const id = map.areas.has(text) ? text : idOf(map, text)
    if (typeof id === 'string') return [id]
    fault(id.rule, 'from', text, id.near)
    return []
  })
  if (linesOf(fields.from).length === 0) fault('territory.change-none', 'from', '')
  const into = linesOf(fields.into).flatMap(
    text => pieceOf(text) ?? fault('territory.change-piece', 'into', text) ?? [],
  )
  if (fields.basis.trim() === '') fault('territory.change-basis', 'basis', '')
  if (fields.rename && (from.length !== 1 || into.length !== 1)) fault('territory.change-rename', 'into', '')
  for (const id of from) {
    const fact = territory.areas.get(id)?.facts.at(-1)
    if (fact && (fact.to !== null || fact.from >= fields.date))
      fault('territory.change-later', 'from', map.areas.get(id)?.name ?? id, fact.to ?? fact.from)
  }
  if (messages.length > 0) return { value: null, messages }
  const [piece] = into
  const made =
    fields.rename && piece
      ? renamed(territory, map, from[0] ?? '', piece, fields.date)
      : reorganised(territory, map, from, into, fields)
  for (const { actual, area } of checkTerritory(made)) fault('territory.change-check', 'into', `${area}: ${actual}`)
  return messages.length > 0 ? { value: null, messages } : { value: made, messages: [] }
}

const linesOf = (text: string): readonly string[] =>
  text
    .normalize('NFC')
    .split('\n')
    .map(line => line.trim())
    .filter(line => line !== '')

function idOf(map: AreaMap, text: string): string | { readonly rule: string; readonly near: string } {
  const found = resolveArea(map, text)
  if ('area' in found) return found.area
  const names = (ids: readonly string[]) =>
    ids
      .map(id => {
        const area = map.areas.get(id)
        const around = area?.parent === null || area === undefined ? undefined : map.areas.get(area.parent)
        return around ? `${area?.name ?? id} (${around.name})` : (area?.name ?? id)
      })
      .join('; ')
  return 'ambiguous' in found
    ? { rule: 'territory.change-ambiguous', near: names(found.ambiguous) }
    : { rule: 'territory.change-unknown', near: names(found.nearest) }
}

/** A new area as a line of the form says it. */
interface Piece {
  readonly type: AreaType
  readonly name: string
  readonly code: string
  readonly weights: Link['weights']
}

function pieceOf(text: string): Piece | null {
  const [typed = '', name = '', code = '', people = '', land = ''] = text.split(';').map(part => part.trim())
  const type = AREA_TYPES.find(each => each === typed.toLowerCase())
  const [population, area] = [weightOf(people), weightOf(land)]
  if (!type || name === '' || code === '' || population === undefined || area === undefined) return null
  return { type, name, code, weights: { ...(population ? { population } : {}), ...(area ? { area } : {}) } }
}

/** Null where nothing is said; undefined where it is no number above zero. */
function weightOf(text: string): Decimal | null | undefined {
  if (text === '') return null
  const value = readNumber(text, 'vi') ?? parseDecimal(text)
  return value && value.coefficient > 0n ? value : undefined
}

function renamed(territory: Territory, map: AreaMap, id: string, piece: Piece, date: string): Territory {
  const { type, name, code } = piece
  return withFacts(territory, id, date, { type, name, code, parent: map.areas.get(id)?.parent ?? null })
}

function reorganised(
  territory: Territory,
  map: AreaMap,
  from: readonly string[],
  into: readonly Piece[],
  { date, basis }: ChangeFields,
): Territory {
  const parent = map.areas.get(from[0] ?? '')?.parent ?? null
  const areas = new Map(territory.areas)
  const made = into.map(({ type, name, code }): Area => {
    const id = freeId(areas, `${code}-${slug(name)}`)
    const area = { id, facts: [{ from: date, to: null, code, name, type, parent }] }
    areas.set(id, area)
    return area
  })
  let after: Territory = {
    areas,
    reorganisations: [...territory.reorganisations, eventOf(from, made, into, date, basis)],
  }
  // What lay in an area that ends lies in the one that takes its place.
  const [only] = made
  if (only && made.length === 1)
    for (const child of from.flatMap(id => map.children.get(id) ?? []))
      if (!from.includes(child)) {
        const fact = territory.areas.get(child)?.facts.at(-1)
        if (fact) after = withFacts(after, child, date, { ...fact, parent: only.id })
      }
  for (const id of from) after = ended(after, id, date)
  return {
    ...after,
    reorganisations: [...after.reorganisations].sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0)),
  }
}

function eventOf(
  from: readonly string[],
  made: readonly Area[],
  into: readonly Piece[],
  date: string,
  basis: string,
): Reorganisation {
  const said = { date, basis: basis.normalize('NFC').trim() }
  if (made.length === 0) return { kind: 'abolition', ...said, areas: from }
  if (from.length > 1 && made.length > 1)
    return { kind: 'regrouping', ...said, before: from, after: made.map(area => area.id) }
  const links = from.flatMap(id =>
    made.map((area, i): Link => ({ from: id, to: area.id, weights: into[i]?.weights ?? {} })),
  )
  return { kind: 'links', ...said, links }
}

const ended = (territory: Territory, id: string, date: string): Territory =>
  onArea(territory, id, facts => facts.map(fact => (fact.to === null ? { ...fact, to: date } : fact)))

const withFacts = (territory: Territory, id: string, date: string, fact: Omit<AreaFact, 'from' | 'to'>): Territory =>
  onArea(territory, id, facts => [
    ...facts.map(each => (each.to === null ? { ...each, to: date } : each)),
    { type: fact.type, name: fact.name, code: fact.code, parent: fact.parent, from: date, to: null },
  ])

function onArea(
  territory: Territory,
  id: string,
  change: (facts: readonly AreaFact[]) => readonly AreaFact[],
): Territory {
  const area = territory.areas.get(id)
  if (!area) return territory
  return { ...territory, areas: new Map(territory.areas).set(id, { id, facts: change(area.facts) }) }
}

const slug = (name: string): string =>
  foldedForm(name)
    .split(/[^a-z0-9]+/)
    .filter(word => word !== '')
    .join('-')

function freeId(areas: ReadonlyMap<string, Area>, id: string): string {
  let [free, n] = [id, 1]
  while (areas.has(free)) free = `${id}-${(n += 1)}`
  return free
}
