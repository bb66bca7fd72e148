import { addDays } from '../../measure/period.ts'
import { daysOffOf, isWeekend, type YearDecision } from './holidays.ts'

/** Which days are worked. */
export interface WorkingCalendar {
  readonly isWorking: (day: string) => boolean
}

/** The calendar of the law, with what was decided of single years (by year, "2026"). */
export function workingCalendar(decisions: ReadonlyMap<string, YearDecision> = new Map()): WorkingCalendar {
  const years = new Map<string, ReadonlySet<string>>()
  const offIn = (year: string) => {
    let off = years.get(year)
    if (!off) years.set(year, (off = daysOffOf(Number(year))))
    return off
  }
  return {
    isWorking: day => {
      const year = day.slice(0, 4)
      const decided = decisions.get(year)
      if (decided?.working.includes(day)) return true
      if (decided?.off.includes(day)) return false
      return !isWeekend(day) && !offIn(year).has(day)
    },
  }
}

/** The day itself where it is worked, else the next that is (Civil Code 2015, Article 148, paragraph 5). */
export function workingDayFrom(calendar: WorkingCalendar, day: string): string {
  let at = day
  while (!calendar.isWorking(at)) at = addDays(at, 1)
  return at
}

/** The `count`th working day after a day (before it where negative); the day itself for 0. */
export function addWorkingDays(calendar: WorkingCalendar, day: string, count: number): string {
  let [at, left] = [day, Math.abs(count)]
  while (left > 0) {
    at = addDays(at, Math.sign(count))
    if (calendar.isWorking(at)) left -= 1
  }
  return at
}

/** How many working days lie after `from` up to `to`, which counts; 0 where `to` is not later. */
export function workingDaysBetween(calendar: WorkingCalendar, from: string, to: string): number {
  let count = 0
  for (let at = addDays(from, 1); at <= to; at = addDays(at, 1)) if (calendar.isWorking(at)) count += 1
  return count
}
