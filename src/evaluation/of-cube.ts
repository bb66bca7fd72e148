import { insideOf } from '../cube/axis.ts'
import { estimateAt, owing } from '../cube/bounds.ts'
import { indexOf } from '../cube/calendar.ts'
import { columnOf, type Cube } from '../cube/cube.ts'
import { CUBE_SOURCE, totalsIn, type Total } from '../cube/figures.ts'
import { givenIn } from '../cube/given.ts'
import { isAbsent } from '../measure/absence.ts'
import type { Period } from '../measure/period.ts'
import { computedAs, type Observation } from '../plan/observation.ts'
import type { Plan } from '../plan/plan.ts'
import type { Question } from './evaluate.ts'
import { boundsOf, newestOf, type PartialTotal } from './partial.ts'
import { mapOn } from '../territory/map.ts'
import type { Territory } from '../territory/territory.ts'
import { divisions, type Knowledge, type NameOf } from './series.ts'
import { endDay, endedBy, spanKey } from './timeline.ts'

/** All figures of a tenant: as they were given, and rolled up on the map that is judged. */
export interface Cubes {
  readonly given: Cube
  /** The number of the log to which the figures given are read. */
  readonly log: number
  /** As known at that number; null where no area but the plan's own has a figure, so that there is nothing to add up. */
  readonly shown: Cube | null
}

/**
 * A plan put to the figures of some areas (left out: its own): what was given, and where an area's own figures say nothing of
 * a period, what those of the areas below come to if all that is due is there; beside them the totals that are not whole.
 */
export function questionOfCube(
  { given, log, shown }: Cubes,
  plan: Plan,
  knowledge: Knowledge,
  areas: readonly string[] = [plan.area],
): Question {
  const asked = new Map(plan.indicators.map(i => [i.code, null]))
  const observations: Observation[] = []
  const partials: OfMethod[] = []
  for (const area of areas) {
    const own = givenIn(given, area, log, asked)
    // One by one: a series may hold more figures than a call takes arguments.
    for (const each of own) observations.push(each)
    const totals = shown ? totalsIn(shown, area, asked) : []
    if (totals.length === 0) continue
    const made = madeOf(area, own, totals, plan, knowledge)
    for (const each of made.observations) observations.push(each)
    for (const each of made.partials) partials.push(each)
  }
  const nameOf = namesIn(given.territory, (shown ?? given).axis.day)
  const around = { ...knowledge, nameOf, inside: insideIn({ given, log, shown }, plan) }
  if (!shown || partials.length === 0) return { ...around, plan, observations }
  return { ...around, plan, observations, partials: withBounds(shown, plan, knowledge.on, partials, nameOf) }
}

type OfMethod = PartialTotal & { readonly method: string }

/** What joins an area's own figures of the totals of a cube: whole ones of what the figures say nothing of; and those that are not whole. */
export function madeOf(
  area: string,
  own: readonly Observation[],
  totals: readonly Total[],
  plan: Plan,
  knowledge: Knowledge,
): { readonly observations: readonly Observation[]; readonly partials: readonly OfMethod[] } {
  const decimals = new Map(plan.indicators.map(i => [i.code, i.decimals]))
  const observations: Observation[] = []
  const partials: OfMethod[] = []
  if (totals.length === 0) return { observations, partials }
  const says = spokenOf(own, plan, knowledge)
  for (const { indicator, method, period, cell, log } of totals) {
    // Years are put together to terms by the shapes, which tell each of them.
    if ((period.frequency === 'A' && period.length > 1) || says(indicator, method, period)) continue
    if (cell.kind === 'partial') {
      partials.push({ indicator, method, area, period, value: cell.value, coverage: cell.coverage })
      continue
    }
    observations.push({
      indicator,
      method,
      area,
      map: null,
      breakdown: {},
      source: CUBE_SOURCE,
      period,
      ...computedAs(cell.value, decimals.get(indicator) ?? 0),
      status: cell.status,
      note: '',
      log,
    })
  }
  return { observations, partials }
}

/** An area's kind and name as they are on a day, else as they last were. */
const namesIn =
  (territory: Territory, day: string): NameOf =>
  id => {
    const fact = mapOn(territory, day).areas.get(id) ?? territory.areas.get(id)?.facts.at(-1)
    return fact ? `${fact.type} ${fact.name}` : null
  }

/** In which area each of those within the plan's lies, on the map that is judged. */
export const insideIn = ({ given, shown }: Cubes, { area }: Plan): ReadonlyMap<string, string> =>
  insideOf((shown ?? given).axis, area)

/** The totals that measures tell, with who owes what is missing and what can be said of the whole. */
function withBounds(
  cube: Cube,
  plan: Plan,
  on: string,
  partials: readonly OfMethod[],
  nameOf: NameOf,
): readonly PartialTotal[] {
  const ended = endedBy(on)
  const told = new Set<PartialTotal>()
  for (const { indicators, shape } of plan.targets.flatMap(target => target.measures))
    for (const code of indicators)
      for (const of of groupsOf(partials, code)) {
        const newest = newestOf(of, shape.when, ended)
        if (newest) told.add(newest)
      }
  return partials.map(each => {
    const { method, ...partial } = each
    const number = told.has(each) ? columnOf(cube, { indicator: partial.indicator, method, breakdown: '{}' }) : -1
    const [column, row] = [cube.columns[number], cube.axis.rows.get(partial.area)]
    const index = column ? indexOf(column.calendar, partial.period) : -1
    if (!column || row === undefined || index < 0) return partial
    const estimate = estimateAt(cube, column, row, index)
    const areas = owing(cube, column, row, index).map(id => ({ id, name: nameOf(id) }))
    return { ...partial, owing: areas, ...(estimate ? { bounds: boundsOf(estimate) } : {}) }
  })
}

/** An indicator's totals by area: each is judged by itself. */
function groupsOf<P extends PartialTotal>(partials: readonly P[], code: string): readonly (readonly P[])[] {
  const found = new Map<string, P[]>()
  for (const partial of partials) {
    if (partial.indicator !== code) continue
    const list = found.get(partial.area)
    if (list) list.push(partial)
    else found.set(partial.area, [partial])
  }
  return [...found.values()]
}

/** Whether an area's own figures come to a value for a period: the very one, one of the same last day, or all its parts. */
function spokenOf(own: readonly Observation[], plan: Plan, knowledge: Knowledge) {
  const map = knowledge.map ?? plan.map
  const rules = new Map(plan.indicators.map(i => [i.code, i.overTime]))
  const spans = new Set<string>()
  const ends = new Set<string>()
  for (const { indicator, method, period, value, breakdown, map: spoken } of own) {
    if (isAbsent(value) || Object.keys(breakdown).length > 0) continue
    if (spoken !== null && map !== null && spoken !== map) continue
    spans.add(`${indicator}\n${method}\n${spanKey(period)}`)
    if (rules.get(indicator) === 'last') ends.add(`${indicator}\n${method}\n${endDay(period)}`)
  }
  return (indicator: string, method: string, period: Period): boolean => {
    const key = `${indicator}\n${method}\n`
    if (spans.has(key + spanKey(period))) return true
    const rule = rules.get(indicator)
    if (rule === 'last') return ends.has(key + endDay(period))
    return (
      (rule === 'sum' || rule === 'mean') &&
      divisions(period).some(parts => parts.every(part => spans.has(key + spanKey(part))))
    )
  }
}
