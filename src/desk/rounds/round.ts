import {
  addDays,
  endOf,
  firstMonths,
  half,
  lastDay,
  month,
  parsePeriod,
  periodCode,
  quarter,
  year,
  type Period,
} from '../../measure/period.ts'
import { addWorkingDays, workingDayFrom, type WorkingCalendar } from '../calendar/working-days.ts'
import type { DueRule, Rhythm, Schedule } from './schedule.ts'

/** One round of a schedule: a period, from when figures are taken and until when they are due. */
export interface Round {
  /** "hang-thang:2026-03". */
  readonly id: string
  readonly schedule: Schedule
  readonly period: Period
  /** ISO days. */
  readonly opens: string
  readonly due: string
  /** Where the due day was put off: the first one, and why. */
  readonly extended: { readonly from: string; readonly reason: string } | null
}

/** A due day that was put off, by the round's id. */
export interface Extension {
  readonly due: string
  readonly reason: string
}

export const roundId = (schedule: string, period: Period): string => `${schedule}:${periodCode(period)}`

/** The round of a schedule for a period. */
export function roundOf(
  schedule: Schedule,
  period: Period,
  calendar: WorkingCalendar,
  extensions: ReadonlyMap<string, Extension> = new Map(),
): Round {
  const id = roundId(schedule.id, period)
  const due = dueDay(schedule.due, period, calendar)
  const extension = extensions.get(id)
  return {
    id,
    schedule,
    period,
    opens: addDays(lastDay(period), schedule.opens),
    due: extension?.due ?? due,
    extended: extension ? { from: due, reason: extension.reason } : null,
  }
}

/** The day on which a report on a period is due. */
export function dueDay(rule: DueRule, period: Period, calendar: WorkingCalendar): string {
  if ('workingDay' in rule) return addWorkingDays(calendar, lastDay(period), rule.workingDay)
  const [years, months] = lastDay(period).split('-').map(Number)
  const count = (years ?? 0) * 12 + (months ?? 1) - 1 + rule.months
  const of = month(Math.floor(count / 12), (count % 12) + 1)
  const asked = addDays(of.start, rule.day - 1)
  return workingDayFrom(calendar, asked < endOf(of) ? asked : lastDay(of))
}

/** The rounds that have opened by a day, the oldest first; with `since` only those due on that day or later. */
export function roundsOpenedBy(
  schedules: readonly Schedule[],
  on: string,
  calendar: WorkingCalendar,
  extensions: ReadonlyMap<string, Extension> = new Map(),
  since = '',
): Round[] {
  const rounds = schedules.flatMap(schedule => {
    const found: Round[] = []
    for (const period of periodsOf(schedule)) {
      const round = roundOf(schedule, period, calendar, extensions)
      if (round.opens > on) break
      if (round.due >= since) found.push(round)
    }
    return found
  })
  return rounds.sort((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : a.id < b.id ? -1 : 1))
}

/** The round that an id means; null where its schedule has no such period. */
export function roundById(
  id: string,
  schedules: readonly Schedule[],
  calendar: WorkingCalendar,
  extensions: ReadonlyMap<string, Extension> = new Map(),
): Round | null {
  const cut = id.indexOf(':')
  const schedule = schedules.find(each => each.id === id.slice(0, cut))
  const period = parsePeriod(id.slice(cut + 1))
  if (!schedule || !period || roundId(schedule.id, period) !== id || !asks(schedule, period)) return null
  return roundOf(schedule, period, calendar, extensions)
}

function asks(schedule: Schedule, period: Period): boolean {
  for (const each of periodsOf(schedule)) {
    if (each.start === period.start && periodCode(each) === periodCode(period)) return true
    if (each.start > period.start) return false
  }
  return false
}

const LAST_YEAR = 2199

/** The periods that a schedule asks for, in order. */
function* periodsOf({ rhythm, from, to }: Schedule): Generator<Period> {
  for (let y = Number(from.slice(0, 4)); y <= LAST_YEAR; y += 1)
    for (const period of inYear(rhythm, y)) {
      if (period.start < from) continue
      if (to !== null && lastDay(period) > to) return
      yield period
    }
}

function inYear(rhythm: Rhythm, y: number): readonly Period[] {
  switch (rhythm) {
    case 'month':
      return Array.from({ length: 12 }, (_, i) => month(y, i + 1))
    case 'quarter':
      return Array.from({ length: 4 }, (_, i) => quarter(y, i + 1))
    case 'half':
      return [half(y, 1), half(y, 2)]
    case 'nine-months':
      return [firstMonths(y, 9)]
    case 'year':
      return [year(y)]
    default:
      return rhythm satisfies never
  }
}
