import type { AbsenceReason } from '../measure/absence.ts'
import { powerOfTen } from '../measure/decimal.ts'
import { parsePeriod, type Period } from '../measure/period.ts'
import type { ObservationStatus } from '../plan/observation.ts'
import type { Indicator, Term } from '../plan/plan.ts'
import { mapOn } from '../territory/map.ts'
import type { Territory } from '../territory/territory.ts'
import { axisOf } from './axis.ts'
import { calendarOf, isFiner, placeOf, STRIDE, type BaseFrequency, type Calendar } from './calendar.ts'
import { NO_ORIGIN, SEVERAL, sliceText, type Column, type Dense, type Origin } from './column.ts'
import type { Cube } from './cube.ts'
import { keepApart, mergeSeveral, sameMapAs, toHistory } from './origins.ts'
import { emptyColumn, noOrigins } from './computed.ts'
import { linkedCube } from './linked.ts'
import { refine } from './refine.ts'
import { settle, sorted } from './sorting.ts'
import { isUnsaid, stateOf } from './state.ts'
import { copyCell, emptyDense, isNarrow, learntAt, putOne, rescale, roomy, takeIn, trimmed } from './write.ts'

/** A period that the column is too coarse for. */
const FINER = -2

/** A line of figures over time as the store keeps its key. */
export interface SeriesLine {
  readonly id: number
  readonly indicator: string
  readonly method: string
  readonly area: string
  readonly map: string | null
  /** JSON of the breakdown, its dimensions in order. */
  readonly breakdown: string
  readonly source: string
}

export interface CubeFrame {
  readonly tenant: string
  readonly log: number
  readonly territory: Territory
  /** The day whose map the cube adds up. */
  readonly day: string
  readonly indicators: readonly Indicator[]
  readonly series: Iterable<SeriesLine>
  /** The years that figures can speak of, both included; others are kept beside, and nothing longer is made of them. */
  readonly years: Term
  readonly terms: readonly Term[]
}

/** Takes figures one by one, those of one key in the order of their log numbers, and makes a cube of them. */
export interface CubeBuilder {
  add(
    series: number,
    period: string,
    log: number,
    units: number | null,
    scale: number,
    absent: string | null,
    status: string,
  ): void
  done(): Cube
}

export function cubeBuilder(frame: CubeFrame): CubeBuilder {
  const indicators = new Map(frame.indicators.map(each => [each.code, each]))
  const lines = [...frame.series]
  const sameMap = sameMapAs(frame.territory, frame.day)
  const axis = axisOf(
    mapOn(frame.territory, frame.day),
    lines.map(line => line.area),
  )
  const calendars = new Map<BaseFrequency, Calendar>()
  const calendarFor = (frequency: BaseFrequency): Calendar => {
    let calendar = calendars.get(frequency)
    if (!calendar) {
      calendar = calendarOf(frequency, frame.years.from, frame.years.to, frame.terms)
      calendars.set(frequency, calendar)
    }
    return calendar
  }
  const calendarAt = ({ frequency }: Indicator) => calendarFor(frequency === 'D' ? 'M' : frequency)
  const columns: Column[] = []
  const bySlice = new Map<string, number>()
  const origins: Origin[] = []
  const byOrigin = new Map<string, number>()
  const top = lines.reduce((most, line) => Math.max(most, line.id), 0)
  const [columnAt, rowAt, originAt] = [
    new Int32Array(top + 1).fill(-1),
    new Int32Array(top + 1),
    new Int32Array(top + 1),
  ]
  const expected = new Map<number, { on: number; off: number }>()
  for (const { id, indicator, method, breakdown, area, source, map } of lines) {
    const known = indicators.get(indicator)
    if (!known) continue
    const text = sliceText({ indicator, method, breakdown })
    let number = bySlice.get(text)
    if (number === undefined) {
      number =
        columns.push(emptyColumn({ indicator, method, breakdown }, known, calendarAt(known), noOrigins(axis))) - 1
      bySlice.set(text, number)
    }
    const originText = `${source}\n${map ?? ''}`
    let origin = byOrigin.get(originText)
    if (origin === undefined) {
      origin = origins.push({ source, map }) - 1
      byOrigin.set(originText, origin)
    }
    const row = axis.rows.get(area) ?? 0
    ;[columnAt[id], rowAt[id], originAt[id]] = [number, row, origin]
    const count = expected.get(number) ?? { on: 0, off: 0 }
    if (row < axis.onMap) count.on += 1
    else count.off += 1
    expected.set(number, count)
  }
  const total = axis.ids.length
  for (const [number, { on, off }] of expected) {
    const column = columns[number]
    if (!column) continue
    if (on * 2 >= axis.onMap) column.on = emptyDense(0, axis.onMap, column.calendar.base, 1, new Uint8Array(0))
    if (off * 2 >= total - axis.onMap && off > 0)
      column.off = emptyDense(axis.onMap, total, column.calendar.base, 1, new Uint8Array(0))
  }
  const periods = new Map<string, Period | null>()
  const places = new Map<Calendar, Map<string, number>>()
  const placeIn = (calendar: Calendar, code: string): number => {
    let known = places.get(calendar)
    if (!known) places.set(calendar, (known = new Map<string, number>()))
    let place = known.get(code)
    if (place === undefined) {
      const period = periodOf(code)
      place = period && isFiner(period, calendar.frequency) ? FINER : ((period && placeOf(calendar, period)) ?? -1)
      known.set(code, place)
    }
    return place
  }
  const periodOf = (code: string): Period | null => {
    let period = periods.get(code)
    if (period === undefined) periods.set(code, (period = parsePeriod(code)))
    return period
  }
  /** The origin that a row had before it had several. */
  const first = columns.map(() => new Map<number, number>())
  let refused = 0
  return {
    add(series, code, log, units, scale, absent, status) {
      const number = columnAt[series] ?? -1
      const column = columns[number]
      if (!column || status === 'simulated') {
        refused += 1
        return
      }
      let index = placeIn(column.calendar, code)
      if (index === FINER) {
        refine(column, calendarFor((periodOf(code)?.frequency ?? 'M') as BaseFrequency))
        index = placeIn(column.calendar, code)
      }
      if (index < 0) {
        refused += 1
        return
      }
      const state = stateOf(absent as AbsenceReason | null, status as ObservationStatus)
      const [row, origin] = [rowAt[series]!, originAt[series]!]
      const before = column.origins[row]!
      if (before !== origin) {
        if (before === NO_ORIGIN) column.origins[row] = origin
        else if (before !== SEVERAL) {
          first[number]?.set(row, before)
          column.origins[row] = SEVERAL
        }
      }
      if (units === null) place(column, row, index, 0, state, log, origin)
      else {
        if (scale > column.scale) rescale(column, scale)
        const value = scale === column.scale ? units : units * 10 ** (column.scale - scale)
        place(
          column,
          row,
          index,
          isNarrow(value) ? value : BigInt(units) * powerOfTen(column.scale - scale),
          state,
          log,
          origin,
        )
      }
    },
    done() {
      for (const [number, column] of columns.entries()) {
        column.rest = sorted(column.rest)
        lastOfEach(column, first[number])
        keepApart(column, axis, origins, first[number] ?? new Map<number, number>(), sameMap)
        column.history = trimmed(column.history)
        // How dense rows are is seen once what stands in those of several origins is back in its place.
        mergeSeveral(column, axis, origins, sameMap)
        column.on = settle(column, column.on, 0, axis.onMap)
        column.off = settle(column, column.off, axis.onMap, total)
      }
      const { tenant, log, territory } = frame
      return linkedCube({ tenant, log, territory, axis, calendars, indicators, columns, bySlice, origins, refused })
    },
  }
}

/** Writes one figure; what stood there before goes to the history, as does all of a row with several origins. */
function place(
  column: Column,
  row: number,
  index: number,
  value: number | bigint,
  state: number,
  log: number,
  origin: number,
): void {
  const size = typeof value === 'number' ? Math.abs(value) : Number(value < 0n ? -value : value)
  takeIn(column, size, index < column.calendar.base ? 1 : column.calendar.spans[index])
  const learnt = learntAt(column, log)
  const { base } = column.calendar
  const block =
    index < base && column.origins[row] !== SEVERAL
      ? [column.on, column.off].find(each => each && row >= each.from && row < each.to)
      : null
  if (block) {
    const at = (row - block.from) * base + index
    const later = isUnsaid(block.states[at]!) || (column.logs[block.learnt[at]!] ?? 0) <= log
    if (!isUnsaid(block.states[at]!) && later) toHistory(column, block, at, row * STRIDE + index, origin)
    if (later) {
      write(block, at, value, state, learnt)
      return
    }
  }
  const list = block || column.origins[row] === SEVERAL ? 'history' : 'rest'
  const to = list === 'history' ? (column.history = roomy(column.history)) : (column.rest = roomy(column.rest))
  const at = to.count
  to.cells[at] = row * STRIDE + index
  write(to, at, value, state, learnt)
  if (list === 'history') column.history.origins[at] = origin
  to.count = at + 1
}

function write(
  to: Pick<Dense, 'values' | 'states' | 'learnt'>,
  at: number,
  value: number | bigint,
  state: number,
  learnt: number,
): void {
  if (to.values.length === 1) to.values[0]![at] = Number(value)
  else putOne(to.values, at, BigInt(value))
  to.states[at] = state
  to.learnt[at] = learnt
}

/** Of figures of one cell the one that was learnt last stands; the others are its history. */
function lastOfEach(column: Column, first: ReadonlyMap<number, number> = new Map()): void {
  const { rest } = column
  let twice = false
  for (let i = 1; i < rest.count && !twice; i += 1) twice = rest.cells[i] === rest.cells[i - 1]
  if (!twice) return
  let kept = 0
  for (let i = 0; i < rest.count; i += 1) {
    const cell = rest.cells[i]!
    const again = kept > 0 && rest.cells[kept - 1] === cell
    if (!again) {
      rest.cells[kept] = cell
      copyCell(rest, i, rest, kept)
      kept += 1
      continue
    }
    const row = Math.floor(cell / STRIDE)
    // What lies here of a row with several origins was all said by its first.
    const origin = first.get(row) ?? column.origins[row]!
    const later = (column.logs[rest.learnt[i]!] ?? 0) >= (column.logs[rest.learnt[kept - 1]!] ?? 0)
    toHistory(column, rest, later ? kept - 1 : i, cell, origin)
    if (later) copyCell(rest, i, rest, kept - 1)
  }
  column.rest = trimmed({ ...rest, count: kept })
}
