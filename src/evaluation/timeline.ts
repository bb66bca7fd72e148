import { addDays, endOf, type Period } from '../measure/period.ts'

/**
 * The place of a day on a line whose years, and whose months, are all of one length (31 steps a month), so that
 * equal yearly steps are equal whether or not a leap year lies between.
 */
const place = (day: string): number =>
  (Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1) * 31 + Number(day.slice(8, 10)) - 1

export const STEPS_IN_A_YEAR = 12 * 31

/** Where a period ends, on that line. */
export const endPlace = (p: Period): number => place(endOf(p))
export const startPlace = (p: Period): number => place(p.start)
export const yearStart = (year: number): number => year * STEPS_IN_A_YEAR

/** The same stretch of the calendar, whole years away. */
export function shiftYears(p: Period, by: number): Period {
  const moved = String(Number(p.start.slice(0, 4)) + by).padStart(4, '0') + p.start.slice(4)
  // The 29th of February has no twin in a common year; its eve is the nearest day that exists.
  return {
    ...p,
    start: moved.endsWith('-02-29') && !isLeap(Number(moved.slice(0, 4))) ? moved.slice(0, 8) + '28' : moved,
  }
}
const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0

/** How many whole years it takes until a period's stretch comes again without overlap: 1, or its length in years. */
export const cycle = (p: Period): number => Math.max(1, Math.ceil((endPlace(p) - startPlace(p)) / STEPS_IN_A_YEAR))

/** A term's own periods: its years, its quarters, its months. */
export function partsOf(p: Period): readonly Period[] {
  if (p.length === 1) return [p]
  const parts: Period[] = []
  let start = p.start
  while (parts.length < p.length) {
    const part: Period = { frequency: p.frequency, start, length: 1 }
    parts.push(part)
    start = endOf(part)
  }
  return parts
}

/** The part just before: for years, the year before; for a quarter, the same quarter of the year before. */
export const before = (p: Period): Period => shiftYears(p, -cycle(p))

/** A period counts on a day once its last day has come. */
export const endedBy = (on: string): ((p: Period) => boolean) => {
  const morrow = addDays(on, 1)
  return p => endOf(p) <= morrow
}

export const spanKey = (p: Period): string => `${p.start}/${endOf(p)}`
