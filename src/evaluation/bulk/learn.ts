import { FORMULA_SOURCE, withDerived } from '../../cube/derive.ts'
import type { Changed } from '../../cube/edit.ts'
import { CUBE_SOURCE, totalsIn } from '../../cube/figures.ts'
import { givenIn } from '../../cube/given.ts'
import type { Observation } from '../../plan/observation.ts'
import { byIndicator, type Grouped } from '../grouped.ts'
import type { StatusWord } from '../judgement.ts'
import { madeOf, type Cubes } from '../of-cube.ts'
import { spanKey } from '../timeline.ts'
import { dependents, isBeforeAll, refill } from './assume.ts'
import { judgedAgain } from './again.ts'
import type { Bulk, Lane } from './bulk.ts'
import { wordOf } from './code.ts'

/** What a figure moved, of all that a plan asks. */
export interface Moved {
  readonly bulk: Bulk
  /** How many cells were judged again. */
  readonly judged: number
  /** The measures that stand otherwise than before. */
  readonly changed: readonly {
    readonly target: string
    readonly measure: string
    readonly indicator: string
    readonly area: string
    readonly before: StatusWord
    readonly after: StatusWord
  }[]
}

/**
 * Every target of every area after the cube took in a figure (`takeFigure`, which names the cells): the same as judging all of it
 * anew, but only the measures that look at what changed, in its area and those above, are judged again. `cubes` are those that the
 * bulk was set out from: the cube as it was given is the one that is shown.
 */
export function learn(bulk: Bulk, cubes: Cubes, changed: Changed): Moved {
  const reached = areasReached(bulk, cubes, changed)
  if (reached.size === 0) return { bulk, judged: 0, changed: [] }
  const codes = new Set([...reached.values()].flatMap(own => [...own.keys()]))
  const made = dependents(bulk.plan, codes)
  const own = bulk.rows.get(cubes.given.axis.ids[changed.rows[0] ?? -1] ?? '')
  const fresh = new Map(
    [...reached].map(([row, reach]) => {
      const spoken = row !== own ? 'not' : isFine(cubes, changed) ? 'here' : 'anywhere'
      return [row, freshIn(bulk, cubes, row, reach, spoken)]
    }),
  )
  const next: Bulk = { ...bulk, figures: figuresAfter(bulk, reached, fresh, made) }
  const moved: Moved['changed'][number][] = []
  const rowsOf = (code: string) =>
    made.has(code) ? [...reached.keys()] : [...reached].flatMap(([row, of]) => (of.has(code) ? [row] : []))
  const write = (lane: Lane, row: number, code: string) => {
    const figures = listsOf(next, bulk.areas[row] ?? '').get(code) ?? []
    refill(next, lane, row, figures)
    // A figure from before all others makes the line longer than its cells.
    return figures.some(each => isBeforeAll(lane, each))
  }
  const again = judgedAgain(next, rowsOf, write, (lane, row, before, after) => {
    if (before === after) return
    moved.push({
      target: bulk.plan.targets[lane.target]?.id ?? '',
      measure: lane.measure.id,
      indicator: lane.indicator?.code ?? '',
      area: bulk.areas[row] ?? '',
      before: wordOf(before),
      after: wordOf(after),
    })
  })
  return { ...again, changed: moved }
}

/** What changed of an indicator in an area: the places of its columns' calendar, and the periods that these are. */
interface Reach {
  readonly places: Set<number>
  readonly spans: Set<string>
}

/** By row of the bulk what changed of which indicator. */
function areasReached(
  bulk: Bulk,
  { given }: Cubes,
  { columns, rows, indexes }: Changed,
): ReadonlyMap<number, ReadonlyMap<string, Reach>> {
  const known = new Set(bulk.plan.indicators.map(({ code }) => code))
  const found = new Map<number, Map<string, Reach>>()
  columns.forEach((number, k) => {
    const [column, area, place] = [given.columns[number], given.axis.ids[rows[k] ?? -1], indexes[k] ?? -1]
    const [row, period] = [area === undefined ? undefined : bulk.rows.get(area), column?.calendar.periods[place]]
    if (
      !column ||
      !period ||
      row === undefined ||
      column.slice.breakdown !== '{}' ||
      !known.has(column.slice.indicator)
    )
      return
    let own = found.get(row)
    if (!own) found.set(row, (own = new Map<string, Reach>()))
    let reach = own.get(column.slice.indicator)
    if (!reach) own.set(column.slice.indicator, (reach = { places: new Set(), spans: new Set() }))
    // No total of years together is taken from the areas below.
    if (period.frequency === 'A' && period.length > 1) return
    reach.places.add(place)
    reach.spans.add(spanKey(period))
  })
  return found
}

/** Whether a figure is of the shortest periods of its column: it says nothing of the totals of shorter ones with the same last day. */
const isFine = ({ given }: Cubes, { columns, indexes }: Changed): boolean =>
  (indexes[0] ?? Infinity) < (given.columns[columns[0] ?? -1]?.calendar.base ?? 0)

/**
 * The figures of some indicators in a row as they are now, by indicator. `spoken`: whether the area's own word stands over other
 * totals than before; in the periods reached, or in any.
 */
function freshIn(
  bulk: Bulk,
  { given, log, shown }: Cubes,
  row: number,
  reach: ReadonlyMap<string, Reach>,
  spoken: 'not' | 'here' | 'anywhere',
) {
  const area = bulk.areas[row] ?? ''
  const known = listsOf(bulk, area)
  const places = new Map([...reach].map(([code, each]) => [code, spoken === 'anywhere' ? null : each.places] as const))
  // Only the area that the figure speaks of can have said anything new itself; there its own word may stand over any total.
  const said: Observation[] = spoken === 'not' ? [] : givenIn(given, area, log, places)
  const stays: Observation[] = []
  if (spoken !== 'anywhere')
    for (const [code, { spans }] of reach)
      for (const each of known.get(code) ?? []) {
        if (each.source === FORMULA_SOURCE) continue
        const isTotal = each.source === CUBE_SOURCE
        if (!isTotal && spoken === 'not') said.push(each)
        else if (!spans.has(spanKey(each.period))) (isTotal ? stays : said).push(each)
      }
  const totals = shown ? madeOf(area, said, totalsIn(shown, area, places), bulk.plan, bulk.knowledge).observations : []
  return [...said.filter(({ status }) => status !== 'simulated'), ...stays, ...totals]
}

/** Figures of areas with what was learnt in the place of what was known; one list of changes however often something is learnt. */
function figuresAfter(
  bulk: Bulk,
  reached: ReadonlyMap<number, ReadonlyMap<string, Reach>>,
  fresh: ReadonlyMap<number, readonly Observation[]>,
  made: ReadonlySet<string>,
): Bulk['figures'] {
  const before = LEARNT.get(bulk.figures) ?? { base: bulk.figures, areas: new Map<string, Grouped>() }
  const areas = new Map(before.areas)
  for (const [row, reach] of reached) {
    const area = bulk.areas[row] ?? ''
    const lists = new Map(listsOf(bulk, area))
    const own = byIndicator(fresh.get(row) ?? [])
    for (const code of reach.keys()) lists.set(code, own.get(code) ?? [])
    if (made.size === 0) {
      areas.set(area, lists)
      continue
    }
    const given = flat(lists).filter(each => each.source !== FORMULA_SOURCE)
    areas.set(area, byIndicator(withDerived(bulk.plan.indicators, given)))
  }
  const figures = (area: string) => {
    const lists = areas.get(area)
    return lists ? flat(lists) : before.base(area)
  }
  LEARNT.set(figures, { base: before.base, areas })
  return figures
}

const LEARNT = new WeakMap<
  Bulk['figures'],
  { readonly base: Bulk['figures']; readonly areas: ReadonlyMap<string, Grouped> }
>()

const listsOf = (bulk: Bulk, area: string): Grouped =>
  LEARNT.get(bulk.figures)?.areas.get(area) ?? byIndicator(bulk.figures(area))

/** All of them, put together when somebody asks for all. */
function flat(lists: Grouped): readonly Observation[] {
  const known = FLAT.get(lists)
  if (known) return known
  const all = [...lists.values()].flat()
  FLAT.set(lists, all)
  return all
}
const FLAT = new WeakMap<Grouped, readonly Observation[]>()
