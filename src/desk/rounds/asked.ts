import { lastDay } from '../../measure/period.ts'
import { mapOn, within } from '../../territory/map.ts'
import type { Territory } from '../../territory/territory.ts'
import type { Assignment } from '../organisations/assignment.ts'
import type { Round } from './round.ts'

/** A figure that a round asks for. */
export interface AskedFigure {
  readonly indicator: string
  readonly area: string
}

/**
 * What a round asks for: its indicators for every area of its levels on the map of the period's last day. Where no
 * territory was loaded, for the areas that plans are for.
 */
export function askedBy(
  { schedule, period }: Round,
  territory: Territory,
  planAreas: readonly string[],
): AskedFigure[] {
  const areas = areasAsked(territory, lastDay(period), schedule.levels, planAreas)
  return schedule.indicators.flatMap(indicator => areas.map(area => ({ indicator, area })))
}

function areasAsked(
  territory: Territory,
  day: string,
  levels: Round['schedule']['levels'],
  planAreas: readonly string[],
): readonly string[] {
  if (territory.areas.size === 0) return planAreas
  const map = mapOn(territory, day)
  const tops = [...map.areas.values()].filter(area => area.parent === null || !map.areas.has(area.parent))
  return levels.flatMap(level => tops.flatMap(top => within(map, top.id, level)))
}

const known = new WeakMap<readonly Assignment[], ReadonlyMap<string, string>>()

/** Whose each figure is; made once for a list, which is asked for every round of some years. */
function ownersOf(assignments: readonly Assignment[]): ReadonlyMap<string, string> {
  let owners = known.get(assignments)
  if (!owners) {
    owners = new Map(assignments.map(each => [`${each.indicator} ${each.area}`, each.organisation]))
    known.set(assignments, owners)
  }
  return owners
}

/** The same by whose figure each is; what is nobody's is under ''. */
export function askedOfEach(
  asked: readonly AskedFigure[],
  assignments: readonly Assignment[],
): ReadonlyMap<string, readonly AskedFigure[]> {
  const owners = ownersOf(assignments)
  const found = new Map<string, AskedFigure[]>()
  for (const figure of asked) {
    const organisation = owners.get(`${figure.indicator} ${figure.area}`) ?? ''
    const list = found.get(organisation)
    if (list) list.push(figure)
    else found.set(organisation, [figure])
  }
  return found
}
