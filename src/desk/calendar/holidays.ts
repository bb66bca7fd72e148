import { addDays } from '../../measure/period.ts'
import { solarDay } from './lunar.ts'

/** What the government decides of one year beside the law: days off more, and weekend days that are worked instead. */
export interface YearDecision {
  readonly off: readonly string[]
  readonly working: readonly string[]
  /** The decision, as it is cited. */
  readonly basis: string
}

export const isWeekend = (day: string): boolean => [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay())

/**
 * The public holidays of a year (Labour Code 2019, Article 112): 1 January, Tết, the Hùng Kings (10th of the third lunar
 * month), 30 April, 1 May, National Day. The law gives Tết five days and National Day two without saying which; where no
 * decision of the year says otherwise these are the last day of the old lunar year with the first four of the new, and
 * 1 and 2 September.
 */
export function holidaysOf(year: number): string[] {
  const newYear = solarDay({ year, month: 1, day: 1 })
  const kings = solarDay({ year, month: 3, day: 10 })
  const tet = newYear === null ? [] : [-1, 0, 1, 2, 3].map(days => addDays(newYear, days))
  return [
    `${year}-01-01`,
    ...tet,
    ...(kings === null ? [] : [kings]),
    `${year}-04-30`,
    `${year}-05-01`,
    `${year}-09-01`,
    `${year}-09-02`,
  ].sort()
}

/**
 * The days off of a year, weekends aside: its holidays, and for each that falls on a weekend the next working day (Article
 * 111, paragraph 3).
 */
export function daysOffOf(year: number): ReadonlySet<string> {
  const off = new Set<string>()
  const holidays = holidaysOf(year)
  for (const holiday of holidays) if (!isWeekend(holiday)) off.add(holiday)
  for (const holiday of holidays.filter(isWeekend)) {
    let instead = holiday
    while (isWeekend(instead) || off.has(instead)) instead = addDays(instead, 1)
    off.add(instead)
  }
  return off
}
