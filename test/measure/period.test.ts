import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addDays,
  contains,
  endOf,
  firstMonths,
  half,
  isPeriod,
  lastDay,
  lastYear,
  month,
  monthsFrom,
  oneDay,
  overlaps,
  parsePeriod,
  periodCode,
  quarter,
  samePeriod,
  shiftYears,
  year,
  years,
  yearsOf,
  type Period,
} from '../../src/measure/period.ts'

const number = (min: number, max: number) => fc.integer({ min, max })
const calendarYear = number(1900, 2150)
const anyPeriod: fc.Arbitrary<Period> = fc.oneof(
  fc.tuple(calendarYear, number(0, 30)).map(([y, n]) => years(y, y + n)),
  fc.tuple(calendarYear, fc.constantFrom(1, 2), number(1, 7)).map(([y, n, length]) => ({ ...half(y, n), length })),
  fc.tuple(calendarYear, number(1, 4), number(1, 13)).map(([y, n, length]) => ({ ...quarter(y, n), length })),
  fc.tuple(calendarYear, number(1, 12), number(1, 40)).map(([y, m, n]) => monthsFrom(y, m, n)),
  fc
    .tuple(calendarYear, number(0, 364), number(1, 800))
    .map(([y, d, n]) => ({ ...oneDay(addDays(`${y}-01-01`, d)), length: n })),
)

describe('codes', () => {
  test.each<[string, Period]>([
    ['2024', year(2024)],
    ['2024-H2', half(2024, 2)],
    ['2024-Q1', quarter(2024, 1)],
    ['2024-M9', firstMonths(2024, 9)],
    ['2024-M12', firstMonths(2024, 12)],
    ['2024-03', month(2024, 3)],
    ['2024-02-29', oneDay('2024-02-29')],
    ['2021/2025', years(2021, 2025)],
    ['2024-04/2024-09', monthsFrom(2024, 4, 6)],
    ['2024-07/2025-06', monthsFrom(2024, 7, 12)],
    ['2024-01/2025-01', monthsFrom(2024, 1, 13)],
    ['2024-Q4/2025-Q1', { ...quarter(2024, 4), length: 2 }],
    ['2024-H2/2025-H1', { ...half(2024, 2), length: 2 }],
    ['2024-02-28/2024-03-01', { ...oneDay('2024-02-28'), length: 3 }],
  ])('%s', (code, period) => {
    expect(parsePeriod(code)).toEqual(period)
    expect(periodCode(period)).toBe(code)
  })

  test.each([
    '',
    '24',
    '0999',
    '2024-H3',
    '2024-Q5',
    '2024-M0',
    '2024-M13',
    '2024-13',
    '2024-3',
    '2023-02-29',
    '2025/2021',
    '2024/2025-Q1',
    '2021/2022/2023',
    '2024-M3/2024-M6',
    '2024-Q2/2024-Q1',
    '2024/',
    '/2024',
    ' 2024',
    '2024 - 2025',
    '9999',
    '+2024',
    '2024-03-15T00:00:00Z',
  ])('"%s" is no period', code => expect(parsePeriod(code)).toBeNull())

  test('M1 is the month of January', () => {
    expect(parsePeriod('2024-M1')).toEqual(parsePeriod('2024-01'))
    expect(periodCode(firstMonths(2024, 1))).toBe('2024-01')
  })

  test('every period has one code, and the code gives the period back', () => {
    fc.assert(
      fc.property(anyPeriod, p => {
        expect(isPeriod(p)).toBe(true)
        expect(parsePeriod(periodCode(p))).toEqual(p)
      }),
      { numRuns: 1000 },
    )
  })

  test('two periods with one code are one period', () => {
    fc.assert(
      fc.property(anyPeriod, anyPeriod, (a, b) => {
        expect(periodCode(a) === periodCode(b)).toBe(a.frequency === b.frequency && samePeriod(a, b))
      }),
    )
  })
})

describe('what is no period', () => {
  test.each<[string, Period]>([
    ['a year from April', { ...year(2024), start: '2024-04-01' }],
    ['a quarter from February', { ...quarter(2024, 1), start: '2024-02-01' }],
    ['a month from its second day', { ...month(2024, 1), start: '2024-01-02' }],
    ['an empty one', { ...year(2024), length: 0 }],
    ['half a year of years', { ...year(2024), length: 0.5 }],
    ['a day that does not exist', oneDay('2023-02-29')],
    ['the thirteenth month', month(2024, 13)],
    ['one that ends after the year 9999', years(9000, 9999)],
  ])('%s', (_, period) => expect(isPeriod(period)).toBe(false))
})

describe('ends', () => {
  test.each<[Period, string]>([
    [year(2024), '2024-12-31'],
    [half(2024, 1), '2024-06-30'],
    [half(2024, 2), '2024-12-31'],
    [quarter(2024, 4), '2024-12-31'],
    [month(2023, 2), '2023-02-28'],
    [month(2024, 2), '2024-02-29'],
    [monthsFrom(2024, 7, 12), '2025-06-30'],
    [firstMonths(2024, 9), '2024-09-30'],
    [years(2021, 2025), '2025-12-31'],
    [oneDay('2024-12-31'), '2024-12-31'],
  ])('%o', (period, last) => expect(lastDay(period)).toBe(last))

  test('it contains its first and last day, and not the days beside them', () => {
    fc.assert(
      fc.property(anyPeriod, p => {
        for (const inside of [p.start, lastDay(p)])
          expect(contains(p, oneDay(inside)) && overlaps(p, oneDay(inside))).toBe(true)
        for (const outside of [addDays(p.start, -1), endOf(p)])
          expect(contains(p, oneDay(outside)) || overlaps(p, oneDay(outside))).toBe(false)
      }),
    )
  })

  test('the next period begins where this one ends', () => {
    fc.assert(
      fc.property(anyPeriod, number(1, 9), (p, n) => {
        const longer = { ...p, length: p.length + n }
        expect(endOf({ ...p, start: endOf(p), length: n })).toBe(endOf(longer))
        expect(contains(longer, p)).toBe(true)
        expect(contains(p, longer)).toBe(false)
      }),
    )
  })

  test('containing is reflexive, transitive, and both ways only between equals', () => {
    fc.assert(
      fc.property(anyPeriod, anyPeriod, anyPeriod, (a, b, c) => {
        expect(contains(a, a)).toBe(true)
        if (contains(a, b) && contains(b, c)) expect(contains(a, c)).toBe(true)
        expect(contains(a, b) && contains(b, a)).toBe(samePeriod(a, b))
        expect(overlaps(a, b)).toBe(overlaps(b, a))
        if (contains(a, b)) expect(overlaps(a, b)).toBe(true)
      }),
    )
  })

  test('halves, quarters and months of a year cover it without a gap', () => {
    const parts = (all: readonly Period[]) =>
      all.every((p, i) => i === 0 || all[i - 1] === undefined || endOf(all[i - 1] ?? p) === p.start)
    fc.assert(
      fc.property(calendarYear, y => {
        const months = Array.from({ length: 12 }, (_, i) => month(y, i + 1))
        const quarters = [1, 2, 3, 4].map(n => quarter(y, n))
        for (const all of [months, quarters, [half(y, 1), half(y, 2)]]) {
          expect(parts(all)).toBe(true)
          expect([all[0]?.start, all.at(-1) && endOf(all.at(-1) ?? year(y))]).toEqual([year(y).start, endOf(year(y))])
        }
        expect(samePeriod(firstMonths(y, 6), half(y, 1)) && samePeriod(firstMonths(y, 12), year(y))).toBe(true)
      }),
    )
  })

  test('the years that it touches', () => {
    expect(yearsOf(years(2021, 2025))).toEqual([2021, 2022, 2023, 2024, 2025])
    expect(lastYear(monthsFrom(2024, 7, 12))).toBe(2025)
  })

  test('years later and back is the same, but for a 29 February', () => {
    fc.assert(
      fc.property(anyPeriod, number(-50, 50), (p, n) => {
        const there = shiftYears(p, n)
        expect(isPeriod(there)).toBe(true)
        if (!p.start.endsWith('02-29')) expect(shiftYears(there, -n)).toEqual(p)
      }),
    )
    expect(shiftYears(oneDay('2024-02-29'), 1)).toEqual(oneDay('2025-02-28'))
  })
})
