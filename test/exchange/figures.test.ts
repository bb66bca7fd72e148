import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decimal, decimalText } from '../../src/measure/decimal.ts'
import { isAbsent } from '../../src/measure/absence.ts'
import { parsePeriod } from '../../src/measure/period.ts'
import { csvCell, parseCsv, undefused } from '../../src/exchange/csv.ts'
import { readFigures, writeFigures, type ReadFigure } from '../../src/exchange/figures.ts'
import type { Indicator } from '../../src/plan/plan.ts'

const indicator = (code: string, unit: string, decimals: number): Indicator => ({
  code,
  name: { vi: code },
  unit,
  decimals,
  direction: 'up',
  frequency: 'A',
  overAreas: 'sum',
  overTime: 'sum',
  methods: [{ id: '2021-2025', name: { vi: 'Chuẩn' }, linked: [] }],
})
const INDICATORS = [indicator('revenue', 'tỷ đồng', 3), indicator('poor', '%', 2)]
const HEAD = 'indicator,area,period,value,status,note,unit,breakdown,map,method,source\n'
const read = (rows: string, locale: 'vi' | 'plain' = 'plain') =>
  readFigures(HEAD + rows, { indicators: INDICATORS, areas: ['20'], locale })
const rules = (rows: string, locale: 'vi' | 'plain' = 'plain') =>
  read(rows, locale).messages.map(m => `${m.line}:${m.column} ${m.rule.replace('exchange.', '')}`)

describe('CSV', () => {
  test('quotes, line ends, delimiters and the byte-order mark', () => {
    expect(parseCsv('\ufeffa;b\r\n"x;1";"say ""no"""\r\n\r\nlast;').records).toEqual([
      { line: 1, cells: ['a', 'b'] },
      { line: 2, cells: ['x;1', 'say "no"'] },
      { line: 4, cells: ['last', ''] },
    ])
    expect(parseCsv('a,b\n"two\nlines",2\nc,3').records.map(r => r.line)).toEqual([1, 2, 4])
    expect(parseCsv('a,b\n"open,2').unclosed).toBe(2)
  })

  test('what is written is read back, whatever the text', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.string(), { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 5 }),
        rows => {
          const clean = rows.map(row => row.map(cell => cell.replace(/^[\ufeff"]+/, '').replaceAll('\r', '')))
          const text = clean.map(row => row.map(csvCell).join(',')).join('\n')
          const width = (parseCsv(text).delimiter === ',' && clean.map(row => row)) || null
          if (width)
            expect(parseCsv(text).records.map(r => r.cells.map(undefused))).toEqual(
              clean.filter(row => row.length > 1 || row[0] !== ''),
            )
        },
      ),
    )
  })

  test('a cell that a spreadsheet would run is defused; a negative number is not', () => {
    expect(['=1+1', '+A1', '@x', '-x', '-5,2', '-7.1'].map(csvCell)).toEqual([
      "'=1+1",
      "'+A1",
      "'@x",
      "'-x",
      '"-5,2"',
      '-7.1',
    ])
  })
})

describe('figures', () => {
  test('values in Vietnamese and in plain notation, converted exactly to the indicator’s unit', () => {
    const value = (row: string, locale: 'vi' | 'plain') => {
      const figure = read(row, locale).value?.[0]
      return figure && !isAbsent(figure.value) ? decimalText(figure.value) : null
    }
    expect(value('revenue,20,2024,"31.742,5",official,,,,,,', 'vi')).toBe('31742.5')
    expect(value('revenue,20,2024,31742.5,official,,,,,,', 'plain')).toBe('31742.5')
    expect(value('revenue,20,2024,"9,85",official,,nghìn tỷ đồng,,,,', 'vi')).toBe('9850')
    expect(value('revenue,20,2024,1500,official,,triệu đồng,,,,', 'plain')).toBe('1.5')
  })

  test('an absence has its reason', () => {
    expect(read('poor,20,2024,notApplicable,official,,,,,,').value?.[0]?.value).toEqual({ absent: 'notApplicable' })
  })

  test.each([
    ['gdp,20,2024,1,official,,,,,,', '2:indicator unknown-indicator'],
    ['poor,99,2024,1,official,,,,,,', '2:area unknown-area'],
    ['poor,20,20245,1,official,,,,,,', '2:period not-a-period'],
    ['poor,20,2024,abc,official,,,,,,', '2:value not-a-number'],
    ['poor,20,2024,1.234,official,,,,,,', '2:value too-many-decimals'],
    ['poor,20,2024,1,guess,,,,,,', '2:status not-a-status'],
    ['poor,20,2024,1,official,,tấn,,,,', '2:unit unit-does-not-fit'],
    ['poor,20,2024,1,official,,điểm %,,,,', '2:unit unit-does-not-fit'],
    ['poor,20,2024,1,official,,,,2024-13-01,,', '2:map not-a-day'],
    ['poor,20,2024,1,official,,,,,1999,', '2:method unknown-method'],
    ['poor,20,2024,1,official,,,sex,,,', '2:breakdown not-a-breakdown'],
    ['revenue,20,2024,9007199254740993,official,,,,,,', '2:value too-large'],
    ['poor,20,2024,1,official,,,,,,,extra', '2: too-many-cells'],
  ])('%s is refused by line and column', (row, expected) => {
    expect(rules(row)).toEqual([expected])
    expect(read(row).value).toBeNull()
  })

  test('a file is taken whole or not at all, and every bad row is named', () => {
    const good = 'poor,20,2024,1,official,,,,,,'
    expect(rules([good, 'poor,20,2023,x,official,,,,,,', good, 'zzz,20,2022,1,official,,,,,,'].join('\n'))).toEqual([
      '3:value not-a-number',
      '4:indicator twice',
      '5:indicator unknown-indicator',
    ])
  })

  test('a missing column and an unknown one are named', () => {
    expect(
      readFigures('indicator,area,period,valu,status\n', {
        indicators: INDICATORS,
        areas: ['20'],
        locale: 'plain',
      }).messages.map(m => m.rule),
    ).toEqual(['exchange.no-column', 'exchange.unknown-column'])
  })

  test('what is written is read back to the last digit', () => {
    const figure = fc.record({
      code: fc.constantFrom('revenue', 'poor'),
      units: fc.bigInt(-(10n ** 12n), 10n ** 12n),
      year: fc.integer({ min: 2000, max: 2099 }),
      note: fc.string().map(s =>
        s
          .replace(/[\r\n]/g, '')
          .normalize('NFC')
          .trim(),
      ),
      source: fc.uuid(),
    })
    fc.assert(
      fc.property(fc.array(figure, { minLength: 1, maxLength: 8 }), rows => {
        const figures: ReadFigure[] = rows.map(({ code, units, year, note, source }) => ({
          indicator: code,
          area: '20',
          period: parsePeriod(String(year)) ?? { frequency: 'A', start: '', length: 1 },
          value: decimal(units, 2),
          status: 'official',
          note,
          breakdown: {},
          map: null,
          method: '',
          source,
        }))
        const back = readFigures(writeFigures(figures, INDICATORS), {
          indicators: INDICATORS,
          areas: ['20'],
          locale: 'plain',
        })
        expect(back.messages).toEqual([])
        expect(back.value?.map(f => (isAbsent(f.value) ? '' : decimalText(f.value)))).toEqual(
          figures.map(f =>
            isAbsent(f.value)
              ? ''
              : decimalText(f.value)
                  .replace(/\.?0+$/, '')
                  .replace(/^-0$/, '0') || '0',
          ),
        )
        expect(back.value?.map(f => f.note)).toEqual(figures.map(f => f.note))
      }),
    )
  })
})
