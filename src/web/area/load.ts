import { planFor } from '../../evaluation/allocation/plan-for.ts'
import { evaluate, type Question } from '../../evaluation/evaluate.ts'
import { isAbsent } from '../../measure/absence.ts'
import { foldedForm } from '../../measure/names.ts'
import { lastDay } from '../../measure/period.ts'
import type { Observation } from '../../plan/observation.ts'
import type { Indicator, Plan } from '../../plan/plan.ts'
import type { AreaMap, AreaOnMap } from '../../territory/map.ts'
import { factOn, type Area, type AreaFact, type Reorganisation, type Territory } from '../../territory/territory.ts'

import { entriesOf, type Entry } from '../scoreboard/load.ts'

/** One thing that happened to an area's bounds. */
export interface AreaEvent {
  readonly date: string
  readonly kind: 'made-of' | 'became' | 'regrouped-from' | 'abolished'
  /** The others: what it was made of, or what it became. */
  readonly areas: readonly string[]
  readonly basis: string
}

/** What a reorganisation did to an area; nothing where it does not concern it. */
function eventsIn(event: Reorganisation, area: string): readonly AreaEvent[] {
  const { date, basis } = event
  switch (event.kind) {
    case 'links': {
      const from = event.links.filter(link => link.to === area).map(link => link.from)
      const to = event.links.filter(link => link.from === area).map(link => link.to)
      return [
        ...(from.length > 0 ? [{ date, basis, kind: 'made-of' as const, areas: from }] : []),
        ...(to.length > 0 ? [{ date, basis, kind: 'became' as const, areas: to }] : []),
      ]
    }
    case 'regrouping':
      if (event.after.includes(area)) return [{ date, basis, kind: 'regrouped-from', areas: event.before }]
      return event.before.includes(area) ? [{ date, basis, kind: 'became', areas: event.after }] : []
    case 'abolition':
      return event.areas.includes(area) ? [{ date, basis, kind: 'abolished', areas: [] }] : []
    default:
      return event satisfies never
  }
}

/** What happened to an area, in order of time. */
export const eventsOf = ({ reorganisations }: Territory, area: string): readonly AreaEvent[] =>
  reorganisations.flatMap(event => eventsIn(event, area))

/** What is so of an area on a day, else the nearest that was or will be. */
export const factNear = (area: Area, day: string): AreaFact | null =>
  factOn(area, day) ?? area.facts.findLast(fact => fact.from <= day) ?? area.facts[0] ?? null

/** The areas that an area lies in, the largest first. */
export function above(map: AreaMap, id: string): readonly AreaOnMap[] {
  const found: AreaOnMap[] = []
  for (let at = map.areas.get(id)?.parent; at != null; at = map.areas.get(at)?.parent) {
    const area = map.areas.get(at)
    if (!area || found.includes(area)) break
    found.unshift(area)
  }
  return found
}

/** Every area of any time whose name of any time holds a text, with or without accents; or that had a code. */
export function findAreas(territory: Territory, text: string): readonly Area[] {
  const wanted = foldedForm(text.trim())
  if (wanted === '') return []
  return [...territory.areas.values()].filter(({ facts }) =>
    facts.some(({ name, type, code }) => code === text.trim() || foldedForm(`${type} ${name}`).includes(wanted)),
  )
}

/** The figures of an area by indicator, the newest first; only totals. */
export interface AreaFigures {
  readonly indicator: Indicator
  readonly figures: readonly Observation[]
}

/** What is not due or has not come yet says nothing beside what has; why a figure will not come does. */
const isSaid = ({ value }: Observation): boolean =>
  !isAbsent(value) || (value.absent !== 'notDue' && value.absent !== 'notReported')

export function figuresOf(plan: Plan, figures: readonly Observation[]): readonly AreaFigures[] {
  return plan.indicators.flatMap(indicator => {
    const own = figures
      .filter(o => o.indicator === indicator.code && Object.keys(o.breakdown).length === 0 && isSaid(o))
      .sort((a, b) => (lastDay(a.period) < lastDay(b.period) ? 1 : -1))
    return own.length > 0 ? [{ indicator, figures: own }] : []
  })
}

/** What the plan gave the area to reach, judged by its own figures; nothing where it was given nothing. */
export function targetsOf(known: Question, area: string): readonly Entry[] {
  const plan = planFor(known.plan, area)
  const own = { ...known, plan }
  return plan.targets.length === 0 ? [] : entriesOf(own, evaluate(own))
}
