import type { Indicator, Term } from '../plan/plan.ts'
import type { Territory } from '../territory/territory.ts'
import { mapOn } from '../territory/map.ts'
import { axisOf } from './axis.ts'
import { calendarOf, placeOf, type BaseFrequency, type Calendar } from './calendar.ts'
import {
  EMPTY_SPARSE,
  sliceText,
  type Column,
  type Dense,
  type History,
  type Learnt,
  type Origin,
  type Slice,
  type Sparse,
} from './column.ts'
import { emptyColumn } from './computed.ts'
import { linkedCube } from './linked.ts'
import { sumOf } from './checksum.ts'
import type { Cube } from './cube.ts'
import { emptySparse } from './write.ts'
import { parsePeriod, periodCode } from '../measure/period.ts'

/**
 * A cube as bytes, and back: a head of JSON, then the arrays as they lie in memory, in the byte order of nearly all machines. A
 * snapshot is a copy that can be thrown away: what does not fit (another format, other definitions, a wrong sum) is null.
 */
const MAGIC = 0x4d43_4f43
const FORMAT = 4
const HEAD = 32

/** What a snapshot must have been made for to be taken. */
export interface SnapshotOf {
  readonly tenant: string
  readonly territory: Territory
  readonly indicators: readonly Indicator[]
  /** Names the definitions that the cube was made with and the program that made it; any other is not taken. */
  readonly mark: string
}

type Kind = 'u1' | 'u2' | 'u4'
/** One part of a column: its rows where it is dense, how many figures where not. Its arrays lie in the order of `layPart`. */
interface PartHead {
  readonly from?: number
  readonly to?: number
  readonly count?: number
  readonly limbs: number
  readonly learnt: Kind
}
interface ColumnHead {
  readonly slice: Slice
  readonly frequency: BaseFrequency
  readonly scale: number
  readonly on: PartHead | null
  readonly off: PartHead | null
  /** Null where they are empty, as they mostly are. */
  readonly rest: PartHead | null
  readonly history: PartHead | null
  readonly logs: readonly number[]
  readonly bound: number | 'beyond'
  readonly most: number
  readonly statuses: number
}
interface Head {
  readonly tenant: string
  readonly mark: string
  readonly log: number
  readonly day: string
  readonly ids: readonly string[]
  readonly origins: readonly Origin[]
  readonly calendars: readonly {
    readonly frequency: BaseFrequency
    readonly from: number
    readonly to: number
    readonly terms: readonly Term[]
    readonly more: readonly string[]
  }[]
  readonly columns: readonly ColumnHead[]
  readonly refused: number
}

export function snapshotOf(cube: Cube, mark: string): Uint8Array<ArrayBuffer> {
  const arrays: (Float64Array | Learnt)[] = []
  const layPart = (part: Dense | Sparse | History): PartHead => {
    const count = 'cells' in part ? part.count : part.states.length
    const { values, states, learnt } = part
    if ('cells' in part) arrays.push(part.cells.subarray(0, count))
    for (const each of [...values, states, learnt]) arrays.push(each.subarray(0, count))
    if ('origins' in part) arrays.push(part.origins.subarray(0, count))
    const rows = 'cells' in part ? { count } : { from: part.from, to: part.to }
    return { ...rows, limbs: values.length, learnt: kindOf(learnt) }
  }
  const layColumn = (column: Column): ColumnHead => {
    const { slice, calendar, scale, on, off, rest, history, origins, logs, bound, most, statuses } = column
    const parts = {
      on: on && layPart(on),
      off: off && layPart(off),
      rest: rest.count === 0 ? null : layPart(rest),
      history: history.count === 0 ? null : layPart(history),
    }
    arrays.push(origins)
    const { frequency } = calendar
    return { slice, frequency, scale, ...parts, logs, bound: Number.isFinite(bound) ? bound : 'beyond', most, statuses }
  }
  const head: Head = {
    tenant: cube.tenant,
    mark,
    log: cube.log,
    day: cube.axis.day,
    ids: cube.axis.ids,
    origins: cube.origins,
    refused: cube.refused,
    calendars: [...cube.calendars.values()].map(({ frequency, from, to, terms, periods, length }) => ({
      frequency,
      from,
      to,
      terms,
      more: periods.slice(length).map(periodCode),
    })),
    columns: cube.columns.map(layColumn),
  }
  const text = new TextEncoder().encode(JSON.stringify(head))
  const start = HEAD + padded(text.length)
  const size = arrays.reduce((sum, array) => sum + padded(array.byteLength), 0)
  const bytes = new Uint8Array(start + size)
  const view = new DataView(bytes.buffer)
  view.setUint32(0, MAGIC, true)
  view.setUint32(4, FORMAT, true)
  view.setUint32(8, text.length, true)
  view.setFloat64(16, start + size, true)
  view.setFloat64(24, cube.log, true)
  bytes.set(text, HEAD)
  let at = start
  for (const array of arrays) {
    bytes.set(new Uint8Array(array.buffer, array.byteOffset, array.byteLength), at)
    at += padded(array.byteLength)
  }
  view.setUint32(12, sumOf(bytes, 12), true)
  return bytes
}

/** The number of the log up to which the cube in a snapshot knows; null where there is no room for one. */
export function logIn(bytes: Uint8Array): number | null {
  const log = bytes.length < HEAD ? NaN : new DataView(bytes.buffer, bytes.byteOffset).getFloat64(24, true)
  return Number.isSafeInteger(log) ? log : null
}

/** The cube that lies in bytes, over them: nothing is copied. Null where they are none that fit. */
export function cubeIn(bytes: Uint8Array<ArrayBuffer>, of: SnapshotOf): Cube | null {
  if (bytes.byteOffset % 8 !== 0) return cubeIn(bytes.slice(), of)
  if (bytes.length < HEAD || bytes.length % 8 !== 0) return null
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (view.getUint32(0, true) !== MAGIC || view.getUint32(4, true) !== FORMAT) return null
  if (view.getFloat64(16, true) !== bytes.length || view.getUint32(12, true) !== sumOf(bytes, 12)) return null
  const length = view.getUint32(8, true)
  const head = JSON.parse(new TextDecoder().decode(bytes.subarray(HEAD, HEAD + length))) as Head
  if (head.tenant !== of.tenant || head.mark !== of.mark) return null
  return open(head, bytes, HEAD + padded(length), of)
}

function open(head: Head, bytes: Uint8Array<ArrayBuffer>, start: number, of: SnapshotOf): Cube | null {
  const axis = axisOf(mapOn(of.territory, head.day), head.ids)
  if (axis.ids.length !== head.ids.length || axis.ids.some((id, row) => id !== head.ids[row])) return null
  const indicators = new Map(of.indicators.map(each => [each.code, each]))
  const calendars = new Map<BaseFrequency, Calendar>()
  for (const { frequency, from, to, terms, more } of head.calendars) {
    const calendar = calendarOf(frequency, from, to, terms)
    for (const code of more) {
      const period = parsePeriod(code)
      if (period) placeOf(calendar, period)
    }
    calendars.set(frequency, calendar)
  }
  let at = bytes.byteOffset + start
  const take = <T extends Float64Array | Learnt>(kind: Wrapping<T>, count: number): T => {
    const array = new kind(bytes.buffer, at, count)
    at += padded(array.byteLength)
    return array
  }
  const takePart = ({ from = 0, to = 0, count, limbs, learnt }: PartHead, size: number, history: boolean) => {
    const held = count ?? size
    const cells = count === undefined ? null : take(Uint32Array, held)
    return {
      ...(cells ? { count: held, cells } : { from, to }),
      values: Array.from({ length: limbs }, () => take(Float64Array, held)),
      states: take(Uint8Array, held),
      learnt: take<Learnt>(WIDE[learnt], held),
      ...(history ? { origins: take(Uint16Array, held) } : {}),
    }
  }
  const columns: Column[] = []
  const bySlice = new Map<string, number>()
  for (const each of head.columns) {
    const [indicator, calendar] = [indicators.get(each.slice.indicator), calendars.get(each.frequency)]
    if (!indicator || !calendar) return null
    bySlice.set(sliceText(each.slice), columns.length)
    const partOf = (part: PartHead | null, history = false) =>
      part && takePart(part, ((part.to ?? 0) - (part.from ?? 0)) * calendar.base, history)
    const [on, off] = [partOf(each.on), partOf(each.off)] as (Dense | null)[]
    const rest = partOf(each.rest) as Sparse | null
    const history = partOf(each.history, true) as History | null
    const none = emptySparse(0, on ?? off ?? rest ?? history ?? EMPTY_SPARSE)
    columns.push({
      ...emptyColumn(each.slice, indicator, calendar, take(Uint16Array, axis.ids.length)),
      scale: each.scale,
      on: on ?? null,
      off: off ?? null,
      rest: rest ?? none,
      history: history ?? { ...none, origins: new Uint16Array(0) },
      logs: [...each.logs],
      bound: each.bound === 'beyond' ? Number.MAX_VALUE : each.bound,
      most: each.most,
      statuses: each.statuses,
    })
  }
  const { tenant, log, origins, refused } = head
  const { territory } = of
  return linkedCube({
    tenant,
    log,
    territory,
    axis,
    calendars,
    indicators,
    columns,
    bySlice,
    origins: [...origins],
    refused,
  })
}

/** Arrays begin at multiples of eight, as the widest of them must. */
const padded = (bytes: number): number => Math.ceil(bytes / 8) * 8

type Wrapping<T> = new (buffer: ArrayBuffer, at: number, count: number) => T
const WIDE: Readonly<Record<Kind, Wrapping<Learnt>>> = { u1: Uint8Array, u2: Uint16Array, u4: Uint32Array }

const kindOf = (array: Learnt): Kind =>
  array instanceof Uint8Array ? 'u1' : array instanceof Uint16Array ? 'u2' : 'u4'
