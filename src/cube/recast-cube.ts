import { ABSENCES } from '../measure/absence.ts'
import { apportion } from '../measure/apportion.ts'
import { decimal, type Decimal } from '../measure/decimal.ts'
import { lastDay, type Period } from '../measure/period.ts'
import { mapOn } from '../territory/map.ts'
import type { Form } from '../territory/transition.ts'
import { axisOf, type Axis } from './axis.ts'
import { STRIDE } from './calendar.ts'
import { find, lowerBound, NO_ORIGIN, statusesIn, valueIn, type Column, type Dense } from './column.ts'
import { emptyColumn } from './computed.ts'
import type { Cube } from './cube.ts'
import { passageOf, type Passage } from './passage.ts'
import type { SplitBy } from './recast.ts'
import { settle, sorted } from './sorting.ts'
import { isUnsaid, isValue, stateOf, UNSAID } from './state.ts'
import { copyCell, emptyDense, emptySparse, putOne, roomy, saidIn } from './write.ts'
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
  const dates = [...new Set(cube.territory.reorganisations.map(event => event.date))].sort()
  const passages = new Map<number, Passage>()
  const passageAt = (on: string): Passage => {
    const era = dates.filter(date => date <= on).length
    let passage = passages.get(era)
    if (!passage) passages.set(era, (passage = passageOf(cube.territory, on, from, to, by)))
    return passage
  }
  const rowOf = Int32Array.from(from.ids, id => to.rows.get(id) ?? -1)
  const columns = cube.columns.map(column => recastColumn(column, from, to, rowOf, passageAt, work))
  return { ...cube, axis: to, columns, recast: true }
}

function recastColumn(
  column: Column,
  from: Axis,
  to: Axis,
  rowOf: Int32Array,
  passageAt: (day: string) => Passage,
  work?: Work,
): Column {
  const { calendar, indicator } = column
  const { base } = calendar
  const made: Column = {
    ...emptyColumn(column.slice, indicator, calendar, to),
    scale: column.scale,
    bound: column.bound,
    most: column.bound,
    logs: column.logs,
    computed: column.computed,
    origins: new Uint16Array(to.ids.length).fill(NO_ORIGIN),
  }
  const limbs = column.rest.values.length
  const like = column.rest.learnt
  made.rest = emptySparse(0, column.rest)
  made.history = { ...emptySparse(0, column.rest), origins: new Uint16Array(0) }
  if (column.rest.count === 0 && !column.on && !column.off) return made
  const dense = emptyDense(0, to.onMap, base, limbs, like)
  carry(column, made, dense, rowOf)
  const additive = indicator.overAreas === 'sum'
  // The areas that exist at a period's end report it; those of its beginning where a reorganisation lies in between.
  for (const dayOf of [lastDay, (period: Period) => period.start])
    for (let start = 0, end = 0; start < base; start = end) {
      const passage = passageAt(dayOf(calendar.periods[start]!))
      end = start + 1
      while (end < base && passageAt(dayOf(calendar.periods[end]!)) === passage) end += 1
      if (dayOf !== lastDay) {
        if (passageAt(lastDay(calendar.periods[end - 1]!)) === passage) continue
        start = end - 1
      }
      if (additive && limbs === 1) addRows(column, from, dense, passage, start, end, work)
      else for (let p = start; p < end; p += 1) eachSum(column, passage, p, additive, put)
      if (passage.parts.length > 0) for (let p = start; p < end; p += 1) eachPart(column, passage, p, additive, put)
    }
  for (const index of longerIn(column, base)) {
    const passage = passageAt(lastDay(calendar.periods[index]!))
    eachSum(column, passage, index, additive, put)
    eachPart(column, passage, index, additive, put)
  }
  made.rest = sorted(made.rest)
  made.on = saidIn(dense) === 0 ? null : settle(made, dense, 0, to.onMap)
  return made

  function put(row: number, index: number, value: bigint, state: number): void {
    if (index < base) {
      const at = row * base + index
      if (!isUnsaid(dense.states[at]!)) return
      putOne(dense.values, at, value)
      dense.states[at] = state
      return
    }
    if (find(made, row, index)) return
    made.rest = roomy(made.rest)
    const at = made.rest.count
    made.rest.cells[at] = row * STRIDE + index
    putOne(made.rest.values, at, value)
    made.rest.states[at] = state
    made.rest.count += 1
  }
}

/** Areas that are on both maps keep what they have. */
function carry(column: Column, made: Column, dense: Dense, rowOf: Int32Array): void {
  const { base } = column.calendar
  for (const block of [column.on, column.off])
    if (block)
      for (let row = block.from; row < block.to; row += 1) {
        const into = rowOf[row]!
        if (into < 0) continue
        const at = (row - block.from) * base
        dense.values.forEach((limb, k) => limb.set(block.values[k]!.subarray(at, at + base), into * base))
        dense.states.set(block.states.subarray(at, at + base), into * base)
        made.origins[into] = column.origins[row]!
      }
  const { rest } = column
  for (let i = 0; i < rest.count; i += 1) {
    const cell = rest.cells[i]!
    const into = rowOf[Math.floor(cell / STRIDE)]!
    const index = cell % STRIDE
    if (into < 0) continue
    made.origins[into] = column.origins[Math.floor(cell / STRIDE)]!
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

const SUMMED = stateOf(null, 'official', 'summed')
const HOW_BITS = 3 << 6

/** Merged areas, row by row, where the figures are narrow: the whole run of periods at once. */
function addRows(
  column: Column,
  from: Axis,
  to: Dense,
  passage: Passage,
  start: number,
  end: number,
  work?: Work,
): void {
  const { base } = column.calendar
  const { rows, starts, sources } = passage.sums
  const [values, states] = [to.values[0]!, to.states]
  const sum = new Float64Array(base)
  // Where all figures are as settled, so is what is made of them.
  const mask = statusesIn(column)
  const alike = (mask & (mask - 1)) === 0 && mask > 0 ? ((31 - Math.clz32(mask)) << 3) | (SUMMED & HOW_BITS) : null
  const state = new Uint8Array(base)
  const missing = new Uint8Array(base)
  const said = new Uint8Array(base)
  for (let i = 0; i < rows.length; i += 1) {
    sum.fill(0, start, end)
    state.fill(SUMMED, start, end)
    missing.fill(0, start, end)
    said.fill(0, start, end)
    const first = starts[i]!
    const last = starts[i + 1]!
    if (work) work.cells += (last - first) * (end - start)
    const at = rows[i]! * base
    let whole = alike !== null && unsaidIn(states, at + start, at + end)
    for (let s = first; s < last && whole; s += 1) {
      const row = sources[s]!
      const block = row < 0 ? null : row < from.onMap ? column.on : column.off
      whole = block !== null && wholeIn(block, (row - block.from) * base + start, end - start)
      if (whole) addRow(block!.values[0]!, (row - block!.from) * base, sum, start, end)
    }
    if (whole && alike !== null && last > first) {
      values.set(sum.subarray(start, end), at + start)
      states.fill(alike, at + start, at + end)
      continue
    }
    sum.fill(0, start, end)
    for (let s = first; s < last; s += 1) addSource(column, from, sources[s]!, start, end, sum, state, missing, said)
    for (let p = start; p < end; p += 1) {
      if (said[p] === 0 || !isUnsaid(states[at + p]!)) continue
      values[at + p] = missing[p] === 0 ? sum[p]! : 0
      states[at + p] = missing[p] === 0 ? state[p]! : missing[p]!
    }
  }
}

/** Whether a run of cells all have values, or nothing is said of any. */
function wholeIn({ states }: Dense, from: number, length: number): boolean {
  let any = 0
  for (let at = from; at < from + length; at += 1) any |= states[at]!
  return isValue(any)
}

function unsaidIn(states: Uint8Array, from: number, to: number): boolean {
  let all = UNSAID
  for (let at = from; at < to; at += 1) all &= states[at]!
  return all === UNSAID
}

function addRow(from: Float64Array, at: number, to: Float64Array, start: number, end: number): void {
  for (let p = start; p < end; p += 1) to[p] = to[p]! + from[at + p]!
}

function addSource(
  { on, off, rest, calendar }: Column,
  from: Axis,
  row: number,
  start: number,
  end: number,
  sum: Float64Array,
  state: Uint8Array,
  missing: Uint8Array,
  said: Uint8Array,
): void {
  const { base } = calendar
  const block = row < 0 ? null : row < from.onMap ? on : off
  if (block) {
    const at = (row - block.from) * base
    const [values, states] = [block.values[0]!, block.states]
    for (let p = start; p < end; p += 1) {
      const each = states[at + p]!
      sum[p] = sum[p]! + values[at + p]!
      take(p, each)
    }
    return
  }
  let i = row < 0 ? 0 : lowerBound(rest, row * STRIDE + start)
  for (let p = start; p < end; p += 1) {
    if (row >= 0 && rest.cells[i] === row * STRIDE + p && i < rest.count) {
      sum[p] = sum[p]! + rest.values[0]![i]!
      take(p, rest.states[i]!)
      i += 1
    } else take(p, UNSAID)
  }

  function take(p: number, each: number): void {
    if (isValue(each)) {
      said[p] = 1
      if (settled(each) < settled(state[p]!)) state[p] = (each & ~HOW_BITS) | (SUMMED & HOW_BITS)
    } else {
      if (!isUnsaid(each)) said[p] = 1
      missing[p] = worse(missing[p]!, each)
    }
  }
}

/** Estimated, provisional, revised, official: what is made of several is as settled as the least. */
const SETTLED = [0, 1, 3, 2, 0]
const settled = (state: number): number => SETTLED[(state >> 3) & 7] ?? 0

const NOT_REPORTED = stateOf('notReported', 'provisional')
const NOT_COMPUTABLE = ABSENCES.indexOf('notComputable') + 1

/** Of two reasons the one that says more: what cannot be computed stands before what was not reported. */
function worse(held: number, state: number): number {
  const one = isUnsaid(state) ? NOT_REPORTED : state
  return held === 0 || ((held & 7) !== NOT_COMPUTABLE && (one & 7) === NOT_COMPUTABLE) ? one : held
}

type Put = (row: number, index: number, value: bigint, state: number) => void

interface Gathered {
  readonly value: bigint
  readonly state: number
  readonly said: boolean
}

/** Merged areas, cell by cell. */
function eachSum(column: Column, passage: Passage, index: number, additive: boolean, put: Put): void {
  const { rows, starts, sources } = passage.sums
  for (let i = 0; i < rows.length; i += 1) {
    const of = gather(column, sources.subarray(starts[i], starts[i + 1]), index)
    if (of.said) put(rows[i]!, index, additive ? of.value : 0n, additive ? of.state : changed(column))
  }
}

/** What an area that changed is in figures that do not add up. */
const changed = ({ indicator: { overAreas } }: Column): number =>
  stateOf(overAreas === 'recount' ? 'notAssessed' : 'notComputable', 'provisional')

function gather(column: Column, rows: Iterable<number>, index: number): Gathered {
  let [value, missing, state, said] = [0n, 0, SUMMED, false]
  for (const row of rows) {
    const found = row < 0 ? null : find(column, row, index)
    const each = found ? found.block.states[found.at]! : UNSAID
    said ||= !isUnsaid(each)
    if (found && isValue(each)) {
      value += valueIn(found.block, found.at)
      if (settled(each) < settled(state)) state = (each & ~HOW_BITS) | (SUMMED & HOW_BITS)
    } else missing = worse(missing, each)
  }
  return missing === 0 ? { value, state, said } : { value: 0n, state: missing, said }
}

const APPORTIONED = stateOf(null, 'estimated', 'apportioned')

/** Areas that hold a part of something divided: by the weights, so that all parts are the whole again. */
function eachPart(column: Column, passage: Passage, index: number, additive: boolean, put: Put): void {
  const split = new Map<number, readonly Decimal[] | Gathered>()
  const formOf = (whole: readonly number[], shares: Form['shares']): Gathered => {
    const own = gather(column, whole, index)
    let { value, state, said } = own
    let missing = isValue(state) ? 0 : state
    for (const { pool, index: part } of shares) {
      const parts = partsOf(pool)
      const one = 'said' in parts ? null : parts[part]
      if (one) {
        value += one.coefficient
        said = true
        state = APPORTIONED
      } else if ('said' in parts) {
        said ||= parts.said
        missing = worse(missing, parts.state)
      }
    }
    return missing === 0 ? { value, state, said } : { value: 0n, state: missing, said }
  }
  const partsOf = (number: number): readonly Decimal[] | Gathered => {
    let parts = split.get(number)
    if (!parts) split.set(number, (parts = divide(number)))
    return parts
  }
  const divide = (number: number): readonly Decimal[] | Gathered => {
    const pool = passage.pools[number]!
    const whole = formOf(pool.whole, pool.shares)
    if (!isValue(whole.state)) return whole
    const parts = pool.weights && apportion(decimal(whole.value), pool.weights)
    return !parts || 'rule' in parts
      ? { value: 0n, state: stateOf('notComputable', 'provisional'), said: whole.said }
      : parts
  }
  for (const { row, whole, shares } of passage.parts) {
    const of = formOf(whole, shares)
    if (of.said) put(row, index, additive ? of.value : 0n, additive ? of.state : changed(column))
  }
}
