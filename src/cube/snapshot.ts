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
const FORMAT = 2
const HEAD = 32

/** What a snapshot must have been made for to be taken. */
export interface SnapshotOf {
  readonly tenant: string
  readonly territory: Territory
  readonly indicators: readonly Indicator[]
  /** Names the definitions that the cube was made with and the program that made it; any other is not taken. */
  readonly mark: string
}

type Kind = 'f' | 'u1' | 'u2' | 'u4'
/** Where an array lies: its kind, its place behind the head in bytes, and how many it holds. */
type Lies = readonly [Kind, number, number]
interface PartHead {
  readonly from?: number
  readonly to?: number
  readonly count?: number
  readonly cells?: Lies
  readonly values: readonly Lies[]
  readonly states: Lies
  readonly learnt: Lies
  readonly origins?: Lies
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
  readonly origins: Lies
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
  let size = 0
  const lay = (array: Float64Array | Learnt): Lies => {
    const at = size
    arrays.push(array)
    size += Math.ceil(array.byteLength / 8) * 8
    return [kindOf(array), at, array.length]
  }
  const part = (each: Dense | Sparse): PartHead => ({
    ...('cells' in each
      ? { count: each.count, cells: lay(each.cells.subarray(0, each.count)) }
      : { from: each.from, to: each.to }),
    values: each.values.map(limb => lay('cells' in each ? limb.subarray(0, each.count) : limb)),
    states: lay('cells' in each ? each.states.subarray(0, each.count) : each.states),
    learnt: lay('cells' in each ? each.learnt.subarray(0, each.count) : each.learnt),
    ...('origins' in each ? { origins: lay((each as History).origins.subarray(0, (each as History).count)) } : {}),
  })
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
    columns: cube.columns.map(column => ({
      slice: column.slice,
      frequency: column.calendar.frequency,
      scale: column.scale,
      on: column.on && part(column.on),
      off: column.off && part(column.off),
      rest: column.rest.count === 0 ? null : part(column.rest),
      history: column.history.count === 0 ? null : part(column.history),
      origins: lay(column.origins),
      logs: column.logs,
      bound: Number.isFinite(column.bound) ? column.bound : 'beyond',
      most: column.most,
      statuses: column.statuses,
    })),
  }
  const text = new TextEncoder().encode(JSON.stringify(head))
  const start = HEAD + Math.ceil(text.length / 8) * 8
  const bytes = new Uint8Array(start + size)
  const view = new DataView(bytes.buffer)
  view.setUint32(0, MAGIC, true)
  view.setUint32(4, FORMAT, true)
  view.setUint32(8, text.length, true)
  view.setFloat64(16, start + size, true)
  bytes.set(text, HEAD)
  let at = start
  for (const array of arrays) {
    bytes.set(new Uint8Array(array.buffer, array.byteOffset, array.byteLength), at)
    at += Math.ceil(array.byteLength / 8) * 8
  }
  view.setUint32(12, sumOf(bytes, 12), true)
  return bytes
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
  return open(head, bytes, HEAD + Math.ceil(length / 8) * 8, of)
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
  const array = ([kind, at, count]: Lies) => read(kind, bytes.buffer, bytes.byteOffset + start + at, count)
  const part = (each: PartHead) => ({
    ...(each.cells ? { count: each.count ?? 0, cells: array(each.cells) } : { from: each.from ?? 0, to: each.to ?? 0 }),
    values: each.values.map(array),
    states: array(each.states),
    learnt: array(each.learnt),
    ...(each.origins ? { origins: array(each.origins) } : {}),
  })
  const columns: Column[] = []
  const bySlice = new Map<string, number>()
  for (const each of head.columns) {
    const [indicator, calendar] = [indicators.get(each.slice.indicator), calendars.get(each.frequency)]
    if (!indicator || !calendar) return null
    bySlice.set(sliceText(each.slice), columns.length)
    const [on, off, rest, history] = [each.on, each.off, each.rest, each.history].map(
      of => of && part(of),
    ) as unknown as [Dense | null, Dense | null, Sparse | null, History | null]
    const none = emptySparse(0, on ?? off ?? rest ?? history ?? EMPTY_SPARSE)
    columns.push({
      ...emptyColumn(each.slice, indicator, calendar, axis),
      scale: each.scale,
      on,
      off,
      rest: rest ?? none,
      history: history ?? { ...none, origins: new Uint16Array(0) },
      origins: array(each.origins) as Uint16Array,
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

const kindOf = (array: Float64Array | Learnt): Kind =>
  array instanceof Float64Array ? 'f' : array instanceof Uint8Array ? 'u1' : array instanceof Uint16Array ? 'u2' : 'u4'

function read(kind: Kind, buffer: ArrayBuffer, at: number, count: number): Float64Array | Learnt {
  switch (kind) {
    case 'f':
      return new Float64Array(buffer, at, count)
    case 'u1':
      return new Uint8Array(buffer, at, count)
    case 'u2':
      return new Uint16Array(buffer, at, count)
    case 'u4':
      return new Uint32Array(buffer, at, count)
    default:
      return kind satisfies never
  }
}
