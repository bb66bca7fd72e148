/**
 * A period is a triple (frequency, start, length), half-open: it covers `length` units of its frequency from `start` on.
 * A month, a quarter, a half, a year, the first nine months, a term of five years and one day are all values of it.
 */
export interface Period {
  readonly frequency: Frequency
  /** The first day, ISO: "2021-01-01". */
  readonly start: string
  readonly length: number
}

/** SDMX FREQ codes: annual, half-yearly (semester), quarterly, monthly, daily. */
export const FREQUENCIES = ['A', 'S', 'Q', 'M', 'D'] as const
export type Frequency = (typeof FREQUENCIES)[number]

const MONTHS: Record<Exclude<Frequency, 'D'>, number> = { A: 12, S: 6, Q: 3, M: 1 }

const pad = (n: number, width = 2) => String(n).padStart(width, '0')
const day = (year: number, month: number, date: number) => `${pad(year, 4)}-${pad(month)}-${pad(date)}`

export const isDay = (text: string): boolean => {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  if (!match) return false
  const moment = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(moment.getTime()) && moment.toISOString().slice(0, 10) === text
}

export const addDays = (date: string, days: number): string =>
  new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)

export const year = (y: number): Period => ({ frequency: 'A', start: day(y, 1, 1), length: 1 })
/** The years `from` to `to`, both included. */
export const years = (from: number, to: number): Period => ({
  frequency: 'A',
  start: day(from, 1, 1),
  length: to - from + 1,
})
export const half = (y: number, n: 1 | 2): Period => ({ frequency: 'S', start: day(y, n === 1 ? 1 : 7, 1), length: 1 })
export const quarter = (y: number, n: number): Period => ({ frequency: 'Q', start: day(y, 3 * n - 2, 1), length: 1 })
export const month = (y: number, n: number): Period => ({ frequency: 'M', start: day(y, n, 1), length: 1 })
/** The first `n` months of a year: "9 tháng năm 2024". */
export const firstMonths = (y: number, n: number): Period => ({ frequency: 'M', start: day(y, 1, 1), length: n })
export const oneDay = (date: string): Period => ({ frequency: 'D', start: date, length: 1 })

/** The first day after the period. */
export function endOf({ frequency, start, length }: Period): string {
  if (frequency === 'D') return addDays(start, length)
  const months = Number(start.slice(0, 4)) * 12 + Number(start.slice(5, 7)) - 1 + length * MONTHS[frequency]
  return day(Math.floor(months / 12), (months % 12) + 1, 1)
}

/** The last day inside the period. */
export const lastDay = (p: Period): string => addDays(endOf(p), -1)
export const firstYear = (p: Period): number => Number(p.start.slice(0, 4))
export const lastYear = (p: Period): number => Number(lastDay(p).slice(0, 4))

export const samePeriod = (a: Period, b: Period): boolean => a.start === b.start && endOf(a) === endOf(b)
export const contains = (outer: Period, inner: Period): boolean =>
  outer.start <= inner.start && endOf(inner) <= endOf(outer)

/** The years that a period of whole years covers, in order. */
export const yearsOf = (p: Period): number[] =>
  Array.from({ length: lastYear(p) - firstYear(p) + 1 }, (_, i) => firstYear(p) + i)

const CODES: readonly (readonly [RegExp, (m: RegExpExecArray) => Period | null])[] = [
  [/^(\d{4})$/, m => year(Number(m[1]))],
  [/^(\d{4})-H([12])$/, m => half(Number(m[1]), m[2] === '1' ? 1 : 2)],
  [/^(\d{4})-Q([1-4])$/, m => quarter(Number(m[1]), Number(m[2]))],
  [/^(\d{4})-M([1-9]|1[0-2])$/, m => firstMonths(Number(m[1]), Number(m[2]))],
  [/^(\d{4})-(0[1-9]|1[0-2])$/, m => month(Number(m[1]), Number(m[2]))],
  [/^\d{4}-\d{2}-\d{2}$/, m => (isDay(m[0]) ? oneDay(m[0]) : null)],
  [/^(\d{4})\/(\d{4})$/, m => (Number(m[1]) <= Number(m[2]) ? years(Number(m[1]), Number(m[2])) : null)],
]

/** Reads 2024 · 2024-H1 · 2024-Q1 · 2024-M9 (first nine months) · 2024-03 · 2024-03-15 · 2021/2025; else `null`. */
export function parsePeriod(text: string): Period | null {
  for (const [pattern, make] of CODES) {
    const match = pattern.exec(text)
    if (match) return make(match)
  }
  return null
}

/** The code that `parsePeriod` reads back. */
export function periodCode(p: Period): string {
  const [y, m] = [p.start.slice(0, 4), Number(p.start.slice(5, 7))]
  switch (p.frequency) {
    case 'A':
      return p.length === 1 ? y : `${y}/${lastYear(p)}`
    case 'S':
      return `${y}-H${m === 1 ? 1 : 2}`
    case 'Q':
      return `${y}-Q${(m + 2) / 3}`
    case 'M':
      return p.length > 1 || m === 1 ? (p.length === 1 ? `${y}-01` : `${y}-M${p.length}`) : `${y}-${pad(m)}`
    case 'D':
      return p.start
    default:
      return p.frequency satisfies never
  }
}
