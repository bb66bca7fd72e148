import type { AbsenceReason } from '../measure/absence.ts'
import { powerOfTen, type Decimal } from '../measure/decimal.ts'
import { endOf, previousPeriod, shiftYears, type Period } from '../measure/period.ts'
import type { Formula } from '../plan/formula/node.ts'
import type { ObservationStatus } from '../plan/observation.ts'
import { isBeyond, isFiner, indexOf, placeOf, STRIDE } from './calendar.ts'
import { find, lowerBound, NO_ORIGIN, SEVERAL, type Column, type Dense, type Slice, type Sparse } from './column.ts'
import type { Cube } from './cube.ts'
import { endsWith } from './gaps.ts'
import { forget } from './kept-rows.ts'
import { canStand, keepApart, sameMapAs, standing, toHistory } from './origins.ts'
import { rollColumn } from './roll.ts'
import { isDue, isValue, stateOf, UNSAID } from './state.ts'
import type { Work } from './work.ts'
import { copyCell, learntAt, putOne, rescale, roomy, sizeOf, takeIn } from './write.ts'

/** A figure that was just learnt. */
export interface NewFigure extends Slice {
  readonly area: string
  readonly map: string | null
  readonly source: string
  readonly period: Period
  readonly value: Decimal | AbsenceReason
  readonly status: ObservationStatus
  readonly log: number
}

/** The cells whose value may have changed, side by side; `columns` and what is made of them by formulas are in it too. */
export interface Changed {
  readonly columns: number[]
  readonly rows: number[]
  readonly indexes: number[]
}

export const nothingChanged = (): Changed => ({ columns: [], rows: [], indexes: [] })

/**
 * Takes in one figure: only its own cell, the areas above, the longer periods and what formulas make of them are touched, and
 * `changed` names them. False where the cube has no place for it (an unknown area, a slice that is new, a finer period, a year more): then
 * it is made anew.
 */
export function takeFigure(cube: Cube, figure: NewFigure, changed: Changed = nothingChanged(), work?: Work): boolean {
  const number = cube.bySlice.get(`${figure.indicator}\n${figure.method}\n${figure.breakdown}`)
  const column = number === undefined ? undefined : cube.columns[number]
  const row = cube.axis.rows.get(figure.area)
  if (!column || number === undefined || row === undefined || cube.recast || figure.status === 'simulated') return false
  if (isFiner(figure.period, column.calendar.frequency) || isBeyond(figure.period, column.calendar)) return false
  const index = placeOf(column.calendar, figure.period)
  if (index === null) return false
  const { value, log } = figure
  const absent = typeof value === 'string' ? value : null
  if (typeof value !== 'string' && value.scale > column.scale) rescale(column, value.scale)
  const whole = typeof value === 'string' ? 0n : value.coefficient * powerOfTen(column.scale - value.scale)
  takeIn(column, sizeOf(whole), index < column.calendar.base ? 1 : column.calendar.spans[index])
  column.statuses = -1
  const before = find(column, row, index)
  const old = before ? before.block.states[before.at]! : UNSAID
  const limbs = before && isValue(old) ? before.block.values.map(limb => limb[before.at]!) : null
  write(cube, column, row, index, whole, stateOf(absent, figure.status), log, originOf(cube, figure))
  settleTotals(cube, column, row, index, old, limbs, work)
  cube.log = Math.max(cube.log, log)
  tell(cube, number, row, index, changed)
  return true
}

function originOf({ origins }: Cube, { source, map }: NewFigure): number {
  const known = origins.findIndex(each => each.source === source && each.map === map)
  return known >= 0 ? known : origins.push({ source, map }) - 1
}

/** Writes the figure; what stood there goes to the history. */
function write(
  cube: Cube,
  column: Column,
  row: number,
  index: number,
  value: bigint,
  state: number,
  log: number,
  origin: number,
): void {
  const held = column.origins[row]!
  const learnt = learntAt(column, log)
  const cell = row * STRIDE + index
  const sameMap = sameMapAs(cube.territory, cube.axis.day)
  const alone =
    (held === NO_ORIGIN || held === origin) && canStand(column, cube.axis, row, cube.origins[origin]!, sameMap)
  if (alone) {
    column.origins[row] = origin
    const found = find(column, row, index)
    if (found) toHistory(column, found.block, found.at, cell, origin)
    const to = found ?? spot(column, row, index)
    putFigure(to.block, to.at, value, state, learnt)
    return
  }
  if (held !== SEVERAL) {
    keepApart(column, cube.axis, cube.origins, held === NO_ORIGIN ? new Map() : new Map([[row, held]]), sameMap)
    column.origins[row] = SEVERAL
  }
  const history = (column.history = roomy(column.history))
  history.cells[history.count] = cell
  history.origins[history.count] = origin
  putFigure(history, history.count, value, state, learnt)
  history.count += 1
  for (const [at, from] of standing(column, cube.axis, cube.origins, sameMap, Infinity, row)) {
    const to = find(column, row, at % STRIDE) ?? spot(column, row, at % STRIDE)
    copyCell(column.history, from, to.block, to.at)
  }
}

/** Where a figure goes that is the first of its cell. */
function spot(column: Column, row: number, index: number): { block: Dense | Sparse; at: number } {
  const { base } = column.calendar
  const block = index < base ? [column.on, column.off].find(each => each && row >= each.from && row < each.to) : null
  if (block) return { block, at: (row - block.from) * base + index }
  const at = insert(column, row * STRIDE + index)
  return { block: column.rest, at }
}

function putFigure(to: Dense | Sparse, at: number, value: bigint, state: number, learnt: number): void {
  putOne(to.values, at, value)
  to.states[at] = state
  to.learnt[at] = learnt
}

/** Makes a place among single figures. */
function insert(column: Column, cell: number): number {
  const rest = (column.rest = roomy(column.rest))
  const at = lowerBound(rest, cell)
  for (const list of [rest.cells, rest.states, rest.learnt, ...rest.values]) list.copyWithin(at + 1, at, rest.count)
  rest.cells[at] = cell
  rest.count += 1
  return at
}

/**
 * Brings the totals to what they would be: by the difference where only a leaf's own period changed in a column of leaves, else
 * the column is rolled up again when it is read.
 */
function settleTotals(
  cube: Cube,
  column: Column,
  row: number,
  index: number,
  old: number,
  limbs: readonly number[] | null,
  work?: Work,
): void {
  const { totals, calendar } = column
  const { axis } = cube
  if (!totals || row >= axis.onMap) return
  const now = find(column, row, index)
  const state = now ? now.block.states[now.at]! : UNSAID
  // What is due is shared between columns, so it is counted anew where that changes.
  const gap = (totals.gaps === null && !isValue(state)) || (totals.gaps !== null && isDue(state) !== isDue(old))
  if (totals.below || totals.mixed || gap || axis.inner[row] !== -1 || index >= calendar.base) {
    column.totals = null
    rollColumn(cube, column, work)
    return
  }
  const stock = column.indicator.overTime === 'last'
  const stride = calendar.kept - calendar.base
  const over = stock ? calendar.over[index]!.filter(each => endsWith(calendar, each, index)) : calendar.over[index]!
  const has = Number(isValue(state)) - Number(isValue(old))
  totals.inner.forEach((inner, k) => {
    const difference = (isValue(state) ? now!.block.values[k]![now!.at]! : 0) - (limbs?.[k] ?? 0)
    for (let above = axis.parent[row]!; above >= 0; above = axis.parent[above]!) {
      const at = axis.inner[above]! * calendar.length
      inner[at + index] = inner[at + index]! + difference
      for (const longer of over) inner[at + longer] = inner[at + longer]! + difference
      if (work) work.cells += over.length + 1
    }
    const kept = totals.kept[k]!
    for (let at = row; at >= 0; at = axis.parent[at]!)
      for (const longer of over)
        if (longer < calendar.kept) {
          const place = at * stride + longer - calendar.base
          kept[place] = kept[place]! + difference
        }
  })
  const { gaps } = totals
  if (!gaps || has === 0) return
  for (let above = axis.parent[row]!; above >= 0; above = axis.parent[above]!) {
    const at = axis.inner[above]! * calendar.length
    for (const each of [index, ...over]) {
      gaps.covered[at + each] = gaps.covered[at + each]! + has
    }
  }
  for (let at = row; at >= 0; at = axis.parent[at]!)
    for (const longer of over)
      if (longer < calendar.kept) {
        const place = at * stride + longer - calendar.base
        gaps.keptCovered[place] = gaps.keptCovered[place]! + has
      }
}

/** Names what a changed cell reaches: areas above, longer periods, and what is made of them, each once. */
function tell(cube: Cube, number: number, row: number, index: number, changed: Changed): void {
  const column = cube.columns[number]!
  const { calendar } = column
  const up: number[] = []
  for (let at = row; at >= 0; at = at < cube.axis.onMap ? cube.axis.parent[at]! : -1) up.push(at)
  const longer = index < calendar.base ? [index, ...calendar.over[index]!] : [index, ...longerThan(column, index)]
  const indexes = new Set(longer)
  const reach = new Map<number, Set<number>>([[number, indexes]])
  for (const each of dependentsOf(cube).get(number) ?? []) {
    const to = cube.columns[each]!
    const places = reach.get(each) ?? new Set<number>()
    for (const [from, at] of [...reach])
      if (madeOf(cube, each).includes(from))
        for (const place of at) for (const later of laterOf(cube.columns[from]!, to, place)) places.add(later)
    reach.set(each, places)
    if (to.computed?.kind === 'formula') forget(cube, to, up, places)
    if (to.computed?.kind === 'weighted' && to.totals) {
      to.totals = null
      rollColumn(cube, to)
    }
  }
  for (const [each, places] of reach)
    for (const at of up)
      for (const place of places) {
        changed.columns.push(each)
        changed.rows.push(at)
        changed.indexes.push(place)
      }
}

const longerThan = ({ calendar }: Column, index: number): number[] => {
  const found: number[] = []
  for (const each of calendar.order)
    if (calendar.parts[each]!.some(part => part === index || found.includes(part))) found.push(each)
  return found
}

/** Where a figure of a period is used: in its own period, and in those that look back to it. */
function laterOf(from: Column, to: Column, index: number): readonly number[] {
  const period = from.calendar.periods[index]
  if (!period) return []
  const place = indexOf(to.calendar, period)
  if (to.computed?.kind !== 'formula') return place < 0 ? [] : [place]
  return lookers(to, to.computed.formula).get(`${period.start}/${endOf(period)}`) ?? []
}

const looking = new WeakMap<
  Column,
  { readonly periods: number; readonly places: ReadonlyMap<string, readonly number[]> }
>()

/** For each period the places of a formula's column that look at it. */
function lookers(column: Column, formula: Formula): ReadonlyMap<string, readonly number[]> {
  const known = looking.get(column)
  const periods = column.calendar.periods.length
  // Figures bring periods that the calendar had not.
  if (known?.periods === periods) return known.places
  const found = new Map<string, number[]>()
  column.calendar.periods.forEach((period, place) => {
    for (const { start, frequency, length } of periodsIn(formula, period)) {
      const span = `${start}/${endOf({ start, frequency, length })}`
      const places = found.get(span)
      if (!places) found.set(span, [place])
      else if (places.at(-1) !== place) places.push(place)
    }
  })
  looking.set(column, { periods, places: found })
  return found
}

/** The periods that a formula asks figures of, for one of its own. */
function periodsIn(formula: Formula, period: Period): Period[] {
  switch (formula.kind) {
    case 'number':
      return []
    case 'indicator':
      return [period]
    case 'negative':
      return periodsIn(formula.of, period)
    case 'operation':
      return [...periodsIn(formula.left, period), ...periodsIn(formula.right, period)]
    case 'call': {
      const [first] = formula.of
      if (!first) return []
      switch (formula.name) {
        case 'previous':
          return periodsIn(first, previousPeriod(period))
        case 'sameLastYear':
          return periodsIn(first, shiftYears(period, -1))
        case 'growth':
          return [...periodsIn(first, period), ...periodsIn(first, shiftYears(period, -1))]
        case 'share':
        case 'min':
        case 'max':
        case 'round':
          return formula.of.flatMap(each => periodsIn(each, period))
        default:
          return formula.name satisfies never
      }
    }
    default:
      return formula satisfies never
  }
}

const dependents = new WeakMap<Cube, ReadonlyMap<number, readonly number[]>>()

function madeOf(cube: Cube, number: number): readonly number[] {
  const { computed } = cube.columns[number]!
  switch (computed?.kind) {
    case undefined:
      return []
    case 'ratio':
      return [computed.top, computed.bottom]
    case 'weighted':
      return [computed.weight, number]
    case 'formula':
      return [...computed.inputs.values()].flat()
    default:
      return computed satisfies never
  }
}

/** For each column those that are made of it, near or far, each behind what it is made of. */
export function dependentsOf(cube: Cube): ReadonlyMap<number, readonly number[]> {
  let known = dependents.get(cube)
  if (known) return known
  const found = new Map<number, number[]>()
  for (const number of cube.computed) {
    const behind = new Set<number>(madeOf(cube, number))
    for (const each of [...behind]) for (const [from, to] of found) if (to.includes(each)) behind.add(from)
    for (const each of behind) if (each !== number) found.set(each, [...(found.get(each) ?? []), number])
  }
  known = found
  dependents.set(cube, known)
  return known
}
