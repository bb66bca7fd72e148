import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { boundOf, BOUND_KINDS, exactly, type Bound } from '../../src/measure/bound.ts'
import { dec, decimal, decimalText } from '../../src/measure/decimal.ts'
import { readTyped } from '../../src/measure/notation.ts'
import { parsePeriod } from '../../src/measure/period.ts'
import { readPeriodWords } from '../../src/measure/period-words.ts'
import { ratio } from '../../src/measure/ratio.ts'
import {
  roundingHides,
  showBound,
  showDay,
  showDecimal,
  showMoment,
  showPeriod,
  showQuantity,
  showQuotient,
  showRange,
  typeDecimal,
} from '../../src/measure/show.ts'
import { catalogue } from '../../src/messages/catalogue.ts'
import { parseUnit, type Unit } from '../../src/measure/unit.ts'

const unit = (text: string): Unit => {
  const found = parseUnit(text)
  if (!found) throw new Error(`no unit: ${text}`)
  return found
}

describe('numbers', () => {
  test.each([
    ['31742.5', '31.742,5', '31,742.5'],
    ['-1234567.80', '−1.234.567,80', '−1,234,567.80'],
    ['999', '999', '999'],
    ['1000', '1.000', '1,000'],
    ['0.125', '0,125', '0.125'],
    ['-0.5', '−0,5', '−0.5'],
    ['0', '0', '0'],
  ])('%s', (d, vi, en) => expect([showDecimal(dec(d), 'vi'), showDecimal(dec(d), 'en')]).toEqual([vi, en]))

  test('what is shown in Vietnamese is read back, digit for digit', () => {
    const any = fc.tuple(fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }), fc.integer({ min: 0, max: 10 }))
    fc.assert(
      fc.property(any, ([n, scale]) => {
        const d = decimal(n, scale)
        expect(readTyped(showDecimal(d, 'vi'), 'vi')).toEqual(d)
        expect(typeDecimal(d, 'en').replaceAll(',', '')).toBe(decimalText(d))
        // On a page with the sign of a minus, in a field with the one of the keyboard; otherwise alike.
        for (const language of ['vi', 'en'] as const) {
          expect(showDecimal(d, language)).not.toContain('-')
          expect(showDecimal(d, language).replace('−', '-')).toBe(typeDecimal(d, language))
          expect(readTyped(showDecimal(d, language), language)).toEqual(d)
          expect(readTyped(typeDecimal(d, language), language)).toEqual(d)
        }
      }),
    )
  })

  test('a quotient is rounded half away from zero', () => {
    expect(showQuotient(ratio(74n, 207n), 3, 'vi')).toBe('0,357')
    expect(showQuotient(ratio(1n, 8n), 2, 'vi')).toBe('0,13')
    expect(showQuotient(ratio(-1n, 8n), 2, 'en')).toBe('−0.13')
    expect(showQuotient(ratio(400_000n, 3n), 1, 'en')).toBe('133,333.3')
  })

  test('rounding that hides on which side of a limit a value lies is known', () => {
    expect(roundingHides(ratio(1996n, 100n), dec('20'), 1)).toBe(true)
    expect(roundingHides(ratio(1996n, 100n), dec('20'), 2)).toBe(false)
    expect(roundingHides(ratio(20n), dec('20.0'), 1)).toBe(false)
    expect(roundingHides(ratio(20_001n, 1000n), dec('20'), 2)).toBe(true)
  })
})

describe('amounts', () => {
  test.each([
    ['31742.5', 'tỷ đồng', '31.742,5 tỷ đồng', '31,742.5 billion VND'],
    ['166', 'nghìn tỷ đồng', '166 nghìn tỷ đồng', '166 trillion VND'],
    ['7.5', '%', '7,5%', '7.5%'],
    ['12', '% GDP', '12% GDP', '12% of GDP'],
    ['8', '%/năm', '8%/năm', '8% per year'],
    ['8.6', '‰', '8,6‰', '8.6‰'],
    ['1', 'điểm %', '1 điểm %', '1 percentage point'],
    ['2.1', 'điểm phần trăm', '2,1 điểm %', '2.1 percentage points'],
    ['1', 'xã', '1 xã', '1 commune'],
    ['200', 'xã', '200 xã', '200 communes'],
    ['10.5', 'bác sỹ/10.000 dân', '10,5 bác sĩ / 1 vạn dân', '10.5 doctors per 10,000 people'],
    ['75', 'triệu đồng/người/năm', '75 triệu đồng/người/năm', '75 million VND per person per year'],
    ['3100', 'nghìn lượt', '3.100 nghìn lượt', '3,100 thousand visits'],
    ['1.5', 'triệu tấn/năm', '1,5 triệu tấn/năm', '1.5 million tonnes per year'],
    ['20', 'di tích', '20 di tích', '20 di tích'],
    ['5', '', '5', '5'],
  ])('%s %s', (d, u, vi, en) =>
    expect([showQuantity(dec(d), unit(u), 'vi'), showQuantity(dec(d), unit(u), 'en')]).toEqual([vi, en]),
  )
})

describe('bounds', () => {
  const bound = (kind: Bound['kind'], low: string | null, high: string | null): Bound => {
    const made = boundOf(kind, low === null ? null : dec(low), high === null ? null : dec(high))
    if (!made) throw new Error(kind)
    return made
  }
  test.each<[Bound, string, string, string]>([
    [bound('between', '7', '7.5'), '%', '7 – 7,5%', '7 – 7.5%'],
    [bound('between', '166', '168'), 'nghìn tỷ đồng', '166 – 168 nghìn tỷ đồng', '166 – 168 trillion VND'],
    [bound('atLeast', '5', null), '%', 'ít nhất 5%', 'at least 5%'],
    [bound('moreThan', '98', null), '%', 'trên 98%', 'more than 98%'],
    [bound('atMost', null, '10'), 'ngày', 'không quá 10 ngày', 'at most 10 days'],
    [bound('lessThan', null, '3'), '%', 'dưới 3%', 'less than 3%'],
    [bound('about', '5', '5'), '%', 'khoảng 5%', 'about 5%'],
    [bound('about', '5', '6'), '%', 'khoảng 5 – 6%', 'about 5 – 6%'],
    [exactly(dec('115')), 'xã', '115 xã', '115 communes'],
  ])('%o', (b, u, vi, en) => expect([showBound(b, unit(u), 'vi'), showBound(b, unit(u), 'en')]).toEqual([vi, en]))

  test('a bound of a kind holds only the ends that the kind has', () => {
    const end = fc.option(fc.bigInt({ min: -99n, max: 99n }).map(n => decimal(n, 1)))
    fc.assert(
      fc.property(fc.constantFrom(...BOUND_KINDS), end, end, (kind, low, high) => {
        const made = boundOf(kind, low, high)
        const ordered = low !== null && high !== null && low.coefficient <= high.coefficient
        const fits = {
          atLeast: low && !high,
          moreThan: low && !high,
          atMost: !low && high,
          lessThan: !low && high,
          between: ordered,
          about: ordered,
          exactly: ordered && low.coefficient === high.coefficient,
        }[kind]
        expect(made !== null).toBe(Boolean(fits))
        if (made) expect([made.kind, made.low, made.high]).toEqual([kind, low, high])
      }),
    )
  })
})

describe('days and periods', () => {
  test.each([
    ['2025', 'năm 2025', '2025'],
    ['2021/2025', 'giai đoạn 2021 – 2025', '2021 – 2025'],
    ['2024-H1', '6 tháng đầu năm 2024', 'the first half of 2024'],
    ['2024-M6', '6 tháng đầu năm 2024', 'the first half of 2024'],
    ['2024-H2', '6 tháng cuối năm 2024', 'the second half of 2024'],
    ['2024-M9', '9 tháng năm 2024', 'the first nine months of 2024'],
    ['2025-Q1', 'quý I/2025', 'Q1 2025'],
    ['2024-Q4/2025-Q1', 'từ quý IV/2024 đến quý I/2025', 'Q4 2024 to Q1 2025'],
    ['2024-03', 'tháng 3/2024', 'March 2024'],
    ['2024-07/2025-06', 'từ tháng 7/2024 đến tháng 6/2025', 'July 2024 to June 2025'],
    ['2025-12-31', 'ngày 31/12/2025', '31 Dec 2025'],
    ['2025-12-30/2025-12-31', 'từ ngày 30/12/2025 đến ngày 31/12/2025', '30 Dec 2025 to 31 Dec 2025'],
  ])('%s', (code, vi, en) => {
    const p = parsePeriod(code)
    if (!p) throw new Error(code)
    expect([showPeriod(p, 'vi'), showPeriod(p, 'en')]).toEqual([vi, en])
    // What the program writes, it reads: the words cover the whole text and mean the same days.
    const [words, ...more] = readPeriodWords(vi)
    expect(more).toEqual([])
    expect(vi.slice(words?.start, words?.end)).toBe(vi)
    expect(words?.period && showPeriod(words.period, 'vi')).toBe(vi)
  })

  test('days', () => {
    expect([showDay('2025-12-31', 'vi'), showDay('2025-12-31', 'en')]).toEqual(['31/12/2025', '31 Dec 2025'])
    expect([showDay('2024-02-03', 'vi'), showDay('2024-02-03', 'en')]).toEqual(['03/02/2024', '3 Feb 2024'])
  })

  test.each([
    ['2026-03-09T07:05:00.000Z', '14:05 09/03/2026', '14:05, 9 Mar 2026'],
    // Its day is that of Việt Nam.
    ['2025-12-31T18:00:00.000Z', '01:00 01/01/2026', '01:00, 1 Jan 2026'],
    ['no moment', 'no moment', 'no moment'],
  ])('the moment %s', (iso, vi, en) => expect([showMoment(iso, 'vi'), showMoment(iso, 'en')]).toEqual([vi, en]))

  test('a range is written one way, of numbers, years and days; no sentence writes one of its own', () => {
    expect([showRange('7', '7,5'), showRange(2021, 2025)]).toEqual(['7 – 7,5', '2021 – 2025'])
    const own = Object.entries(catalogue).filter(([, said]) => /\}(?:–| - |-)\{/.test(`${said.vi} ${said.en}`))
    expect(own).toEqual([])
  })
})
