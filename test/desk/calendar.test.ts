import { describe, expect, test } from 'vitest'
import { readDecisions } from '../../src/desk/calendar/decisions.ts'
import { daysOffOf, holidaysOf } from '../../src/desk/calendar/holidays.ts'
import { solarDay } from '../../src/desk/calendar/lunar.ts'
import {
  addWorkingDays,
  workingCalendar,
  workingDayFrom,
  workingDaysBetween,
} from '../../src/desk/calendar/working-days.ts'
import { firstMonths, half, month, quarter, year } from '../../src/measure/period.ts'
import { dueDay, roundById, roundsOpenedBy } from '../../src/desk/rounds/round.ts'
import type { Schedule } from '../../src/desk/rounds/schedule.ts'

/** New Year's days of the Vietnamese calendar as they were printed; in 2007 and 2030 China's is a day later, in 1985 a month. */
const TET =
  '1985-01-21 1999-02-16 2000-02-05 2001-01-24 2002-02-12 2003-02-01 2004-01-22 2005-02-09 2006-01-29 2007-02-17 2008-02-07 2009-01-26 2010-02-14 2011-02-03 2012-01-23 2013-02-10 2014-01-31 2015-02-19 2016-02-08 2017-01-28 2018-02-16 2019-02-05 2020-01-25 2021-02-12 2022-02-01 2023-01-22 2024-02-10 2025-01-29 2026-02-17 2027-02-06 2028-01-26 2029-02-13 2030-02-02 2031-01-23'

describe('the lunar calendar', () => {
  test.each(TET.split(' '))('Tết on %s', day => {
    expect(solarDay({ year: Number(day.slice(0, 4)), month: 1, day: 1 })).toBe(day)
  })
  test.each([
    '2019-04-14',
    '2020-04-02',
    '2021-04-21',
    '2022-04-10',
    '2023-04-29',
    '2024-04-18',
    '2025-04-07',
    '2026-04-26',
  ])('the Hùng Kings on %s, leap months before it or not', day => {
    expect(solarDay({ year: Number(day.slice(0, 4)), month: 3, day: 10 })).toBe(day)
  })
  test('a month has twenty-nine or thirty days, and a year goes on where the last one ended', () => {
    for (let y = 1950; y < 2100; y += 1)
      for (let m = 1; m <= 12; m += 1) {
        const lengths = [29, 30, 31].map(day => solarDay({ year: y, month: m, day }) !== null)
        expect([y, m, ...lengths.slice(0, 1), lengths[2]]).toEqual([y, m, true, false])
      }
  })
})

describe('working days', () => {
  const calendar = workingCalendar()

  test('holidays of the law, with the day after for one on a weekend', () => {
    expect(holidaysOf(2026)).toEqual([
      '2026-01-01',
      '2026-02-16',
      '2026-02-17',
      '2026-02-18',
      '2026-02-19',
      '2026-02-20',
      '2026-04-26',
      '2026-04-30',
      '2026-05-01',
      '2026-09-01',
      '2026-09-02',
    ])
    // The Hùng Kings on a Sunday: Monday 27 April is off.
    expect(daysOffOf(2026).has('2026-04-27')).toBe(true)
    // In 2022 both 30 April and 1 May fell on a weekend: 2 and 3 May were off.
    expect([...daysOffOf(2022)].filter(day => day.startsWith('2022-05'))).toEqual(['2022-05-02', '2022-05-03'])
  })

  test.each([
    ['2026-03-31', 3, '2026-04-03'],
    ['2026-04-03', 1, '2026-04-06'],
    ['2026-04-24', 1, '2026-04-28'],
    ['2026-04-29', 1, '2026-05-04'],
    ['2026-02-13', 1, '2026-02-23'],
    ['2026-04-06', -1, '2026-04-03'],
    ['2026-04-06', 0, '2026-04-06'],
  ])('%s and %i working days is %s', (from, count, to) => {
    expect(addWorkingDays(calendar, from, count)).toBe(to)
    if (count > 0) expect(workingDaysBetween(calendar, from, to)).toBe(count)
  })

  test('what a year decides goes before the law', () => {
    // In 2025 the Friday after 1 May was off, for a Saturday that was worked.
    const { value } = readDecisions('day,is,basis\n2025-05-02,off,TB 6150\n2025-04-26,working,TB 6150\n')
    const decided = workingCalendar(value ?? new Map())
    expect(['2025-05-02', '2025-04-26'].map(day => calendar.isWorking(day))).toEqual([true, false])
    expect(['2025-05-02', '2025-04-26'].map(day => decided.isWorking(day))).toEqual([false, true])
    expect(workingDayFrom(decided, '2025-04-30')).toBe('2025-05-05')
  })

  test('a wrong table of days is named by line', () => {
    const { value, messages } = readDecisions('day,is,basis\n2024-09-31,off,\n2024-09-03,free,\n2024-09-03,off,\n')
    expect(value).toBeNull()
    expect(messages.map(each => `${each.line} ${each.rule}`)).toEqual([
      '2 exchange.not-a-day',
      '3 desk.not-a-kind',
      '4 desk.twice',
    ])
  })
})

describe('rounds', () => {
  const calendar = workingCalendar()
  const schedule: Schedule = {
    id: 'quy',
    name: 'Quý',
    rhythm: 'quarter',
    indicators: ['a'],
    levels: ['province'],
    from: '2026-01-01',
    to: '2026-12-31',
    opens: -10,
    due: { day: 20, months: 0 },
    remind: [],
    toHead: 1,
    toPlanner: 2,
  }

  test.each([
    [{ workingDay: 5 }, month(2026, 4), '2026-05-08'],
    [{ day: 20, months: 1 }, month(2026, 1), '2026-02-23'],
    [{ day: 31, months: 1 }, month(2026, 1), '2026-03-02'],
    [{ day: 20, months: 0 }, quarter(2026, 1), '2026-03-20'],
    [{ day: 15, months: 1 }, firstMonths(2026, 9), '2026-10-15'],
    [{ day: 10, months: 1 }, half(2026, 1), '2026-07-10'],
    [{ day: 15, months: 1 }, year(2026), '2027-01-15'],
  ] as const)('%j of %j is due on %s', (rule, period, day) => {
    expect(dueDay(rule, period, calendar)).toBe(day)
  })

  test('open by themselves and end with their schedule', () => {
    const opened = (on: string) => roundsOpenedBy([schedule], on, calendar).map(each => each.id)
    expect(opened('2026-03-20')).toEqual([])
    expect(opened('2026-03-21')).toEqual(['quy:2026-Q1'])
    expect(opened('2030-01-01')).toEqual(['quy:2026-Q1', 'quy:2026-Q2', 'quy:2026-Q3', 'quy:2026-Q4'])
    for (const wrong of ['quy:2027-Q1', 'quy:2026-01', 'quy:2025-Q4', 'quy', 'x:2026-Q1', 'quy:2026-Q1/2026-Q2'])
      expect(roundById(wrong, [schedule], calendar)).toBeNull()
  })
})
