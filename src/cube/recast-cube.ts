import { lastDay, type Period } from '../measure/period.ts'
import { mapOn } from '../territory/map.ts'
import { axisOf, type Axis } from './axis.ts'
import { STRIDE, type Calendar } from './calendar.ts'
import type { Column, Dense } from './column.ts'
import { emptyColumn, noOrigins } from './computed.ts'
import type { Cube } from './cube.ts'
import { passageOf, type Passage, type Span } from './passage.ts'
import { eachPart, eachSum } from './recast-cells.ts'
import { addRows, changeRows } from './recast-rows.ts'
import { recastMeans, type Passing } from './recast-means.ts'
import type { SplitBy } from './recast.ts'
import { settle, sorted } from './sorting.ts'
import { isUnsaid } from './state.ts'
import { copyCell, emptyDense, emptySparse, putOne, roomy } from './write.ts'
import type { Work } from './work.ts'

/**
 * The cube on the map of a day, figures of areas of other maps brought over to it by what became of them: added to the last digit
 * where areas merged, split by a stated weight or not at all where they were divided. A figure that somebody gave for the very
 * area stands. What cannot be added stays where the area did not change and is absent, with its reason, where it did.
 */
export function recastCube(cube: Cube, day: string, by: SplitBy = null, work?: Work): Cube {
  const from = cube.axis
  if (from.day === day && from.ids.length === from.onMap) return cube
  const axis = from.day === day ? { ...from } : axisOf(mapOn(cube.territory, day))
  const to: Axis = {
    ...axis,
    ids: axis.ids.slice(0, axis.onMap),
    rows: new Map(axis.ids.slice(0, axis.onMap).map((id, row) => [id, row])),
  }
  const way = wayOf(cube, from, to, by)
  return { ...cube, axis: to, columns: cube.columns.map(column => recastColumn(cube, column, way, work)), recast: true }
}

/** What is worked out once for all columns. */
interface Way {
  readonly from: Axis
  readonly to: Axis
  /** The row that each row becomes; -1 where its area is not on the map. */
  readonly rowOf: Int32Array
  /** Runs of rows that stay runs: where they begin before and after, and how many. */
  readonly carried: readonly { readonly from: number; readonly to: number; readonly count: number }[]
  /** The maps that a period lies on, the last first: areas of its end report it, else those of before a reorganisation in it. */
  passagesOf(period: Period): readonly Passage[]
  spansOf(calendar: Calendar): readonly Span[]
  passingsOf(calendar: Calendar): readonly Passing[]
}

function wayOf(cube: Cube, from: Axis, to: Axis, by: SplitBy): Way {
  const dates = [...new Set(cube.territory.reorganisations.map(event => event.date))].sort()
  const passages = new Map<number, Passage>()
  const eraOf = (day: string): number => dates.filter(date => date <= day).length
  const passageIn = (era: number, on: string): Passage => {
    let passage = passages.get(era)
    if (!passage) passages.set(era, (passage = passageOf(cube.territory, on, from, to, by)))
    return passage
  }
  const passagesOf = (period: Period): readonly Passage[] => {
    const [first, end] = [eraOf(period.start), lastDay(period)]
    const found = [passageIn(eraOf(end), end)]
    for (let era = eraOf(end) - 1; era >= first; era -= 1)
      found.push(passageIn(era, era === first ? period.start : dates[era - 1]!))
    return found
  }
  const rowOf = Int32Array.from(from.ids, id => to.rows.get(id) ?? -1)
  const carried: { from: number; to: number; count: number }[] = []
  rowOf.forEach((into, row) => {
    const last = carried.at(-1)
    if (into < 0) return
    // Areas of other maps stand in a block of their own.
    if (last && row !== from.onMap && last.from + last.count === row && last.to + last.count === into) last.count += 1
    else carried.push({ from: row, to: into, count: 1 })
  })
  return {
    from,
    to,
    rowOf,
    carried,
    passagesOf,
    spansOf: once(({ periods, base }) => spansIn(periods.slice(0, base).map(passagesOf))),
    passingsOf: once(({ periods }) => passingsIn(periods.map(passagesOf))),
  }
}

/** What is worked out of a calendar, for all columns that have it. */
function once<T>(of: (calendar: Calendar) => T): (calendar: Calendar) => T {
  const known = new Map<Calendar, T>()
  return calendar => {
    let made = known.get(calendar)
    if (made === undefined) known.set(calendar, (made = of(calendar)))
    return made
  }
}

/** Runs of base periods that pass over alike: all by the map of their end, then those that a reorganisation cuts by earlier ones. */
function spansIn(passages: readonly (readonly Passage[])[]): Span[] {
  const spans: Span[] = []
  const most = passages.reduce((longest, { length }) => Math.max(longest, length), 0)
  for (let k = 0; k < most; k += 1)
    passages.forEach(({ [k]: passage }, p) => {
      const last = spans.at(-1)
      if (!passage) return
      if (last?.passage === passage && last.end === p) spans[spans.length - 1] = { ...last, end: p + 1 }
      else spans.push({ passage, start: p, end: p + 1 })
    })
  return spans
}

/** The same of all periods, longer ones and others too, for figures that are weighted. */
function passingsIn(passages: readonly (readonly Passage[])[]): Passing[] {
  const found: { passage: Passage; all: readonly Passage[]; places: number[] }[] = []
  const most = passages.reduce((longest, { length }) => Math.max(longest, length), 0)
  for (let k = 0; k < most; k += 1) {
    const before = found.length
    passages.forEach((all, at) => {
      const passage = all[k]
      if (!passage) return
      const alike = (each: Passing) => each.all.length === all.length && each.all.every((one, n) => one === all[n])
      const known = found.slice(before).find(alike)
      if (known) known.places.push(at)
      else found.push({ passage, all, places: [at] })
    })
  }
  return found
}

function recastColumn(cube: Cube, column: Column, way: Way, work?: Work): Column {
  const { from, to } = way
  const { calendar, indicator } = column
  const { base } = calendar
  const additive = indicator.overAreas === 'sum'
  const made: Column = {
    ...emptyColumn(column.slice, indicator, calendar, noOrigins(to)),
    scale: column.scale,
    bound: column.bound,
    most: additive ? column.bound : column.most,
    logs: column.logs,
    computed: column.computed,
  }
  made.rest = emptySparse(0, column.rest)
  made.history = { ...emptySparse(0, column.rest), origins: new Uint16Array(0) }
  if (column.rest.count === 0 && !column.on && !column.off) return made
  const dense = emptyDense(0, to.onMap, base, column.rest.values.length, column.rest.learnt)
  carry(column, made, dense, way)
  const longer = new Set(made.rest.cells.subarray(0, made.rest.count))
  const weight = column.computed?.kind === 'weighted' ? cube.columns[column.computed.weight] : undefined
  if (weight)
    made.means = recastMeans(
      cube,
      column,
      weight,
      way.passingsOf(calendar),
      { ...made, on: dense, rest: { ...made.rest } },
      put,
      work,
    )
  for (const span of way.spansOf(calendar)) {
    if (additive) addRows(column, from, dense, span, work)
    else if (!weight) changeRows(column, from, dense, span)
    if (span.passage.parts.length > 0)
      for (let p = span.start; p < span.end; p += 1) eachPart(column, span.passage, p, additive, put)
  }
  for (const index of longerIn(column, base))
    for (const passage of way.passagesOf(calendar.periods[index]!)) {
      if (!weight) eachSum(column, passage, index, additive, put)
      eachPart(column, passage, index, additive, put)
    }
  made.rest = sorted(made.rest)
  made.on = settle(made, dense, 0, to.onMap)
  return made

  function put(row: number, index: number, value: bigint, state: number): void {
    if (index < base) {
      const at = row * base + index
      if (!isUnsaid(dense.states[at]!)) return
      putOne(dense.values, at, value)
      dense.states[at] = state
      return
    }
    const cell = row * STRIDE + index
    if (longer.has(cell)) return
    longer.add(cell)
    made.rest = roomy(made.rest)
    const at = made.rest.count
    made.rest.cells[at] = cell
    putOne(made.rest.values, at, value)
    made.rest.states[at] = state
    made.rest.count += 1
  }
}

/** Areas that are on both maps keep what they have. */
function carry(column: Column, made: Column, dense: Dense, { carried, rowOf, from }: Way): void {
  const { base } = column.calendar
  for (const run of carried) {
    made.origins.set(column.origins.subarray(run.from, run.from + run.count), run.to)
    const block = run.from < from.onMap ? column.on : column.off
    if (!block) continue
    const [at, end] = [(run.from - block.from) * base, (run.from - block.from + run.count) * base]
    dense.values.forEach((limb, k) => limb.set(block.values[k]!.subarray(at, end), run.to * base))
    dense.states.set(block.states.subarray(at, end), run.to * base)
  }
  const { rest } = column
  for (let i = 0; i < rest.count; i += 1) {
    const cell = rest.cells[i]!
    const into = rowOf[Math.floor(cell / STRIDE)]!
    const index = cell % STRIDE
    if (into < 0) continue
    if (index < base) copyCell(rest, i, dense, into * base + index)
    else {
      made.rest = roomy(made.rest)
      made.rest.cells[made.rest.count] = into * STRIDE + index
      copyCell(rest, i, made.rest, made.rest.count)
      made.rest.count += 1
    }
  }
  made.rest = sorted(made.rest)
}

/** Longer periods, and others beside the calendar, for which somebody gave a figure. */
function longerIn({ rest }: Column, base: number): number[] {
  const found = new Set<number>()
  for (let i = 0; i < rest.count; i += 1) if (rest.cells[i]! % STRIDE >= base) found.add(rest.cells[i]! % STRIDE)
  return [...found]
}
