import { addDays, endOf, shiftYears, type Period } from '../measure/period.ts'

const ENDS = new WeakMap<Period, string>()

/** `endOf`, kept: a judgement asks the same few periods for their end again and again. */
export function endDay(p: Period): string {
  const known = ENDS.get(p)
  if (known !== undefined) return known
  const end = endOf(p)
  ENDS.set(p, end)
  return end
}

/**
 * The place of a day on a line whose years, and whose months, are all of one length (31 steps a month), so that
 * equal yearly steps are equal whether or not a leap year lies between.
 */
const place = (day: string): number =>
  (Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1) * 31 + Number(day.slice(8, 10)) - 1

export const STEPS_IN_A_YEAR = 12 * 31

/** Where a period ends, on that line. */
export const endPlace = (p: Period): number => place(endDay(p))
export const startPlace = (p: Period): number => place(p.start)
export const yearStart = (year: number): number => year * STEPS_IN_A_YEAR

/** How many whole years it takes until a period's stretch comes again without overlap: 1, or its length in years. */
export const cycle = (p: Period): number => Math.max(1, Math.ceil((endPlace(p) - startPlace(p)) / STEPS_IN_A_YEAR))

/** A term's own periods: its years, its quarters, its months. */
export function partsOf(p: Period): readonly Period[] {
  if (p.length === 1) return [p]
  const known = PARTS.get(p)
  if (known) return known
  const parts: Period[] = []
  let start = p.start
  while (parts.length < p.length) {
    const part: Period = { frequency: p.frequency, start, length: 1 }
    parts.push(part)
    start = endDay(part)
  }
  PARTS.set(p, parts)
  return parts
}
const PARTS = new WeakMap<Period, readonly Period[]>()

/** The part just before: for years, the year before; for a quarter, the same quarter of the year before. */
export const before = (p: Period): Period => shiftYears(p, -cycle(p))

/** A period counts on a day once its last day has come. */
export const endedBy = (on: string): ((p: Period) => boolean) => {
  const morrow = addDays(on, 1)
  return p => endDay(p) <= morrow
}

/** The days that a period covers, as a key; kept, for it is asked of the same few periods again and again. */
export function spanKey(p: Period): string {
  const known = SPANS.get(p)
  if (known !== undefined) return known
  const key = `${p.start}/${endDay(p)}`
  SPANS.set(p, key)
  return key
}
const SPANS = new WeakMap<Period, string>()
