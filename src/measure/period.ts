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

/** How many days lie from an ISO day to another: 0 for the same. */
export const daysBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 86_400_000

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
/** `n` months from a month on, over the end of a year too. */
export const monthsFrom = (y: number, first: number, n: number): Period => ({
  frequency: 'M',
  start: day(y, first, 1),
  length: n,
})
export const oneDay = (date: string): Period => ({ frequency: 'D', start: date, length: 1 })

/** Whether a triple from a file or the store is a period: aligned to its frequency, and inside the years 1000 to 9999. */
export function isPeriod({ frequency, start, length }: Period): boolean {
  if (!isDay(start) || start < '1000' || !Number.isInteger(length) || length < 1 || length > 3_650_000) return false
  if (frequency !== 'D' && (!start.endsWith('-01') || (Number(start.slice(5, 7)) - 1) % MONTHS[frequency] !== 0))
    return false
  const end = endOf({ frequency, start, length })
  return end.length === 10 && end > start
}

/** The first day after the period. */
export function endOf({ frequency, start, length }: Period): string {
  return frequency === 'D' ? addDays(start, length) : monthOn(start, length * MONTHS[frequency])
}

/** The first day of the month `months` after that of a date. */
function monthOn(date: string, months: number): string {
  const count = Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1 + months
  return day(Math.floor(count / 12), (count % 12) + 1, 1)
}

/** The same period `n` years later (earlier where negative); 29 February becomes 28 in a year without it. */
export function shiftYears(p: Period, n: number): Period {
  const [y, rest] = [Number(p.start.slice(0, 4)) + n, p.start.slice(4)]
  const start = pad(y, 4) + rest
  return { ...p, start: isDay(start) ? start : `${pad(y, 4)}-02-28` }
}

/** The period of the same length right before; the first nine months of a year come after those of the year before. */
export function previousPeriod(p: Period): Period {
  if (p.frequency === 'D') return { ...p, start: addDays(p.start, -p.length) }
  const months = p.length * MONTHS[p.frequency]
  // What counts from the beginning of a year has none of its kind before it but last year's.
  if (p.frequency === 'M' && p.length > 1 && 12 % p.length !== 0) return shiftYears(p, -1)
  return { ...p, start: monthOn(p.start, -months) }
}

/** Whether they share a day. */
export const overlaps = (a: Period, b: Period): boolean => a.start < endOf(b) && b.start < endOf(a)

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

const Y = '([1-9]\\d{3})'
const code = (pattern: string) => new RegExp(`^${pattern}$`)
const CODES: readonly (readonly [RegExp, (m: readonly string[]) => Period])[] = [
  [code(Y), ([, y]) => year(Number(y))],
  [code(`${Y}-H([12])`), ([, y, n]) => half(Number(y), n === '1' ? 1 : 2)],
  [code(`${Y}-Q([1-4])`), ([, y, n]) => quarter(Number(y), Number(n))],
  [code(`${Y}-M([1-9]|1[0-2])`), ([, y, n]) => firstMonths(Number(y), Number(n))],
  [code(`${Y}-(0[1-9]|1[0-2])`), ([, y, n]) => month(Number(y), Number(n))],
  [code(`${Y}-\\d{2}-\\d{2}`), ([date = '']) => oneDay(date)],
]

function parseOne(text: string): Period | null {
  for (const [pattern, make] of CODES) {
    const match = pattern.exec(text)
    if (!match) continue
    const period = make(match)
    return isPeriod(period) ? period : null
  }
  return null
}

/**
 * Reads 2024 · 2024-H1 · 2024-Q1 · 2024-M9 (first nine months) · 2024-03 · 2024-03-15 and, with both ends included,
 * from one to another of the same frequency: 2021/2025 · 2024-04/2025-03 · 2024-Q4/2025-Q1; else `null`.
 */
export function parsePeriod(text: string): Period | null {
  const [from = '', to, ...more] = text.split('/')
  const first = parseOne(from)
  if (!first || more.length > 0 || to === undefined) return more.length > 0 ? null : first
  const last = parseOne(to)
  if (last?.frequency !== first.frequency || last.start < first.start || text.includes('M')) return null
  return { ...first, length: unitsBetween(first.frequency, first.start, endOf(last)) }
}

function unitsBetween(frequency: Frequency, start: string, end: string): number {
  if (frequency === 'D') return daysBetween(start, end)
  const months = (date: string) => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7))
  return (months(end) - months(start)) / MONTHS[frequency]
}

/** The code that `parsePeriod` reads back: one for every period. */
export function periodCode(p: Period): string {
  const { frequency, start, length } = p
  if (frequency === 'M' && length > 1 && length <= 12 && start.slice(5, 7) === '01')
    return `${start.slice(0, 4)}-M${length}`
  const first = unitCode(frequency, start)
  if (length === 1) return first
  const last = frequency === 'D' ? lastDay(p) : monthOn(endOf(p), -MONTHS[frequency])
  return `${first}/${unitCode(frequency, last)}`
}

/** The code of the one year, half, quarter, month or day that begins on a date. */
function unitCode(frequency: Frequency, start: string): string {
  const [y, m] = [start.slice(0, 4), Number(start.slice(5, 7))]
  switch (frequency) {
    case 'A':
      return y
    case 'S':
      return `${y}-H${m < 7 ? 1 : 2}`
    case 'Q':
      return `${y}-Q${Math.ceil(m / 3)}`
    case 'M':
      return `${y}-${pad(m)}`
    case 'D':
      return start
    default:
      return frequency satisfies never
  }
}
