import {
  endOf,
  firstMonths,
  half,
  month,
  parsePeriod,
  quarter,
  year,
  years,
  type Frequency,
  type Period,
} from '../measure/period.ts'
import type { Term } from '../plan/plan.ts'

/** The frequencies that a column can have; figures of a day stand beside its periods. */
export type BaseFrequency = Exclude<Frequency, 'D'>

/**
 * The periods of a frequency: first the base periods, without a gap; then the years and terms, which every area keeps; then the
 * quarters, halves and nine months; then whatever other period a figure was given for. An index is a place in this list.
 */
export interface Calendar {
  readonly frequency: BaseFrequency
  readonly from: number
  readonly to: number
  readonly terms: readonly Term[]
  readonly periods: Period[]
  /** How many are base periods. */
  readonly base: number
  /** How many base periods a year has. */
  readonly perYear: number
  /** Base periods, years and terms. */
  readonly kept: number
  /** All but those that only figures brought. */
  readonly length: number
  /** What each longer period is put together from; `order` names them so that parts come before wholes. */
  readonly parts: readonly Int32Array[]
  readonly order: Int32Array
  /** The same in a row: the place of each, and where its parts begin in the list of all parts. */
  readonly steps: { readonly places: Int32Array; readonly starts: Int32Array; readonly parts: Int32Array }
  /** The longer periods that each base period lies in. */
  readonly over: readonly Int32Array[]
  /** How many base periods each covers. */
  readonly spans: Int32Array
  readonly places: Map<string, number>
}

const PER_YEAR: Readonly<Record<BaseFrequency, number>> = { M: 12, Q: 4, S: 2, A: 1 }

/** Figures are stored by `row * STRIDE + index` where they are sparse, so a calendar has at most so many periods. */
export const STRIDE = 4096

/** The calendar of the years `from` to `to`, both included, with those terms that lie in them. */
export function calendarOf(frequency: BaseFrequency, from: number, to: number, terms: readonly Term[] = []): Calendar {
  const perYear = PER_YEAR[frequency]
  const all = Array.from({ length: Math.max(0, to - from + 1) }, (_, i) => from + i)
  const each = (n: number, of: (y: number, k: number) => Period) =>
    all.flatMap(y => Array.from({ length: n }, (_, k) => of(y, k + 1)))
  const halves = () => each(2, (y, k) => half(y, k === 1 ? 1 : 2))
  const periods: Period[] = []
  const group = (list: readonly Period[]): number => {
    const first = periods.length
    periods.push(...list)
    return first
  }
  const months = frequency === 'M' ? group(each(12, month)) : -1
  const baseQuarters = frequency === 'Q' ? group(each(4, quarter)) : -1
  const baseHalves = frequency === 'S' ? group(halves()) : -1
  const base = frequency === 'A' ? 0 : periods.length
  const yearly = group(all.map(year))
  const inside = terms.filter(term => term.from >= from && term.to <= to && term.to > term.from)
  const termly = group(inside.map(term => years(term.from, term.to)))
  const kept = periods.length
  const quarters = frequency === 'M' ? group(each(4, quarter)) : baseQuarters
  const halfYears = frequency === 'M' || frequency === 'Q' ? group(halves()) : baseHalves
  const nine = quarters >= 0 ? group(all.map(y => firstMonths(y, 9))) : -1
  const parts: Int32Array[] = periods.map(() => new Int32Array(0))
  const order: number[] = []
  const made = (index: number, of: readonly number[]) => {
    parts[index] = Int32Array.from(of)
    order.push(index)
  }
  all.forEach((_, y) => {
    if (frequency === 'M')
      for (let q = y * 4; q < y * 4 + 4; q += 1)
        made(quarters + q, [months + q * 3, months + q * 3 + 1, months + q * 3 + 2])
    if (quarters >= 0)
      for (let h = y * 2; h < y * 2 + 2; h += 1) made(halfYears + h, [quarters + h * 2, quarters + h * 2 + 1])
    if (nine >= 0) made(nine + y, [halfYears + y * 2, quarters + y * 4 + 2])
    if (frequency !== 'A') made(yearly + y, [halfYears + y * 2, halfYears + y * 2 + 1])
  })
  inside.forEach((term, t) => {
    made(
      termly + t,
      Array.from({ length: term.to - term.from + 1 }, (_, k) => yearly + term.from - from + k),
    )
  })
  const first = frequency === 'A' ? all.length : base
  const spans = new Int32Array(periods.length)
  spans.fill(1, 0, first)
  const over: number[][] = Array.from({ length: first }, () => [])
  for (const index of order) for (const part of parts[index] ?? []) spans[index] = spans[index]! + spans[part]!
  const basesOf = (index: number): number[] =>
    index < first ? [index] : [...(parts[index] ?? [])].flatMap(part => basesOf(part))
  for (const index of order) for (const at of basesOf(index)) over[at]?.push(index)
  const places = new Map(periods.map((period, index) => [spanOf(period), index]))
  if (periods.length > STRIDE) throw new RangeError(`a calendar has at most ${STRIDE} periods, not ${periods.length}`)
  return {
    frequency,
    from,
    to,
    terms: inside,
    periods,
    base: first,
    perYear,
    kept,
    length: periods.length,
    parts,
    order: Int32Array.from(order),
    steps: {
      places: Int32Array.from(order),
      starts: Int32Array.from(order.reduce((starts, index) => [...starts, starts.at(-1)! + parts[index]!.length], [0])),
      parts: Int32Array.from(order.flatMap(index => [...parts[index]!])),
    },
    over: over.map(list => Int32Array.from(list)),
    spans,
    places,
  }
}

const spanOf = (period: Period): string => `${period.start}/${endOf(period)}`

/** The index of a period, whichever way it is said; -1 where the calendar has none. */
export const indexOf = (calendar: Calendar, period: Period): number => calendar.places.get(spanOf(period)) ?? -1

/** The same; a period that the calendar does not have is put behind the others. Null where it holds no more. */
export function placeOf(calendar: Calendar, period: Period): number | null {
  const known = indexOf(calendar, period)
  if (known >= 0) return known
  if (calendar.periods.length >= STRIDE) return null
  const index = calendar.periods.push(period) - 1
  calendar.places.set(spanOf(period), index)
  return index
}

/** The index of a period by its code. */
export function placeOfCode(calendar: Calendar, code: string): number {
  const period = parsePeriod(code)
  return period ? indexOf(calendar, period) : -1
}

/** Whether a period begins in a year that the calendar has not: its longer periods would lack it. */
export const isBeyond = ({ start }: Period, { from, to }: Calendar): boolean => {
  const begins = Number(start.slice(0, 4))
  return begins < from || begins > to
}

const FINENESS: readonly Frequency[] = ['A', 'S', 'Q', 'M', 'D']

/** Whether figures of a period need a finer column than this. */
export const isFiner = (period: Period, than: BaseFrequency): boolean =>
  period.length === 1 && period.frequency !== 'D' && FINENESS.indexOf(period.frequency) > FINENESS.indexOf(than)
