import { showRange } from '../measure/show.ts'
import { beginOf, endOfArea, factOn, type AreaFact, type Reorganisation, type Territory } from './territory.ts'

/** What is wrong with a territory, and of whom: the area's id with the day that its fact begins, or the event. */
export interface TerritoryFault {
  readonly rule:
    | 'territory.overlap'
    | 'territory.gap'
    | 'territory.upside-down'
    | 'territory.no-such-parent'
    | 'territory.parent-not-there'
    | 'territory.cycle'
    | 'territory.code-twice'
    | 'territory.no-such-area'
    | 'territory.does-not-end'
    | 'territory.does-not-begin'
    | 'territory.to-itself'
    | 'territory.link-twice'
    | 'territory.no-successor'
    | 'territory.no-origin'
  /** The area concerned. */
  readonly area: string
  /** The day: of the fact, or of the event. */
  readonly day: string
  /** Whether the fault lies in an event rather than in the list of areas. */
  readonly event: boolean
  readonly actual: string
  readonly expected: string
}

/** All that must hold of a territory, fault by fault. */
export function checkTerritory(territory: Territory): TerritoryFault[] {
  return [...checkFacts(territory), ...checkCodes(territory), ...checkEvents(territory)]
}

function checkFacts(territory: Territory): TerritoryFault[] {
  const faults: TerritoryFault[] = []
  for (const area of territory.areas.values())
    area.facts.forEach((fact, i) => {
      const add = (rule: TerritoryFault['rule'], actual: string, expected: string) =>
        void faults.push({ rule, area: area.id, day: fact.from, event: false, actual, expected })
      if (fact.to !== null && fact.to <= fact.from) add('territory.upside-down', fact.to, `> ${fact.from}`)
      const before = area.facts[i - 1]
      if (before && (before.to === null || before.to > fact.from))
        add('territory.overlap', fact.from, `≥ ${before.to ?? '…'}`)
      if (before?.to && before.to < fact.from) add('territory.gap', fact.from, before.to)
      checkParent(territory, area.id, fact, add)
    })
  return faults
}

function checkParent(
  territory: Territory,
  id: string,
  fact: AreaFact,
  add: (rule: TerritoryFault['rule'], actual: string, expected: string) => void,
): void {
  if (fact.parent === null) return
  const parent = territory.areas.get(fact.parent)
  if (!parent) {
    add('territory.no-such-parent', fact.parent, '')
    return
  }
  const end = endOfArea(parent)
  if (!factOn(parent, fact.from) || (end !== null && (fact.to === null || fact.to > end)))
    add('territory.parent-not-there', fact.parent, showRange(beginOf(parent), end ?? '…'))
  const seen = new Set([id])
  for (let at: string | null = fact.parent; at !== null;) {
    if (seen.has(at)) {
      add('territory.cycle', [...seen, at].join(' → '), '')
      return
    }
    seen.add(at)
    const above = territory.areas.get(at)
    at = (above && factOn(above, fact.from)?.parent) ?? null
  }
}

/** No two areas have one official code on one day. */
function checkCodes(territory: Territory): TerritoryFault[] {
  const facts = [...territory.areas.values()].flatMap(area => area.facts.map(fact => ({ id: area.id, ...fact })))
  facts.sort((a, b) => (a.code < b.code ? -1 : a.code > b.code ? 1 : a.from < b.from ? -1 : 1))
  return facts.flatMap((fact, i) => {
    const before = facts[i - 1]
    return before?.code === fact.code && before.id !== fact.id && (before.to === null || before.to > fact.from)
      ? [
          {
            rule: 'territory.code-twice' as const,
            area: fact.id,
            day: fact.from,
            event: false,
            actual: fact.code,
            expected: before.id,
          },
        ]
      : []
  })
}

/** Who ends and who begins by an event. */
const sidesOf = (event: Reorganisation): { readonly ends: readonly string[]; readonly begins: readonly string[] } => {
  switch (event.kind) {
    case 'links':
      return { ends: event.links.map(link => link.from), begins: event.links.map(link => link.to) }
    case 'regrouping':
      return { ends: event.before, begins: event.after }
    case 'abolition':
      return { ends: event.areas, begins: [] }
    default:
      return event satisfies never
  }
}

function checkEvents(territory: Territory): TerritoryFault[] {
  const faults: TerritoryFault[] = []
  const ended = new Set<string>()
  const begun = new Set<string>()
  for (const event of territory.reorganisations) {
    const add = (rule: TerritoryFault['rule'], area: string, actual: string, expected: string) =>
      void faults.push({ rule, area, day: event.date, event: true, actual, expected })
    const { ends, begins } = sidesOf(event)
    for (const id of ends) {
      const area = territory.areas.get(id)
      if (!area) add('territory.no-such-area', id, id, '')
      else if (endOfArea(area) !== event.date) add('territory.does-not-end', id, endOfArea(area) ?? '…', event.date)
      ended.add(`${id} ${event.date}`)
    }
    for (const id of begins) {
      const area = territory.areas.get(id)
      if (!area) add('territory.no-such-area', id, id, '')
      else if (beginOf(area) !== event.date) add('territory.does-not-begin', id, beginOf(area), event.date)
      begun.add(`${id} ${event.date}`)
    }
    if (event.kind !== 'links') continue
    const seen = new Set<string>()
    for (const { from, to } of event.links) {
      if (from === to) add('territory.to-itself', from, from, '')
      if (seen.has(`${from} ${to}`)) add('territory.link-twice', from, `${from} → ${to}`, '')
      seen.add(`${from} ${to}`)
    }
  }
  const first = [...territory.areas.values()].map(beginOf).sort()[0]
  for (const area of territory.areas.values()) {
    const [begin, end] = [beginOf(area), endOfArea(area)]
    if (end !== null && !ended.has(`${area.id} ${end}`))
      faults.push({
        rule: 'territory.no-successor',
        area: area.id,
        day: area.facts.at(-1)?.from ?? begin,
        event: false,
        actual: end,
        expected: '',
      })
    if (begin !== first && !begun.has(`${area.id} ${begin}`))
      faults.push({ rule: 'territory.no-origin', area: area.id, day: begin, event: false, actual: begin, expected: '' })
  }
  return faults
}
