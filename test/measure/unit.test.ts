import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dec } from '../../src/measure/decimal.ts'
import { divideRatio, fromDecimal, ratio, type Ratio } from '../../src/measure/ratio.ts'
import { oneSpelling } from '../../src/measure/spelling.ts'
import {
  convert,
  divideUnits,
  isMessage,
  multiplyUnits,
  parseUnit,
  sameDimensions,
  sameUnit,
  type Unit,
} from '../../src/measure/unit.ts'
import { UNIT_NAMES } from '../../src/measure/unit-names.ts'

const unit = (text: string): Unit => {
  const found = parseUnit(text)
  if (!found) throw new Error(`no unit: ${text}`)
  return found
}
const turned = (value: string, from: string, to: string): Ratio | string => {
  const result = convert(fromDecimal(dec(value)), unit(from), unit(to))
  return isMessage(result) ? result.rule : result
}

describe('the canonical writing of a unit', () => {
  test.each([
    ['tỷ đồng', 'tỷ đồng'],
    ['Tỉ  Đồng', 'tỷ đồng'],
    ['tỷ VNĐ', 'tỷ đồng'],
    ['nghìn tỷ đồng', 'nghìn tỷ đồng'],
    ['ngàn tỉ đồng', 'nghìn tỷ đồng'],
    ['1.000 tỷ đồng', 'nghìn tỷ đồng'],
    ['nghìn triệu đồng', 'tỷ đồng'],
    ['triệu USD', 'triệu USD'],
    ['triệu đô la Mỹ', 'triệu USD'],
    ['triệu đô-la Mĩ', 'triệu USD'],
    ['$', 'USD'],
    ['nghìn lượt', 'nghìn lượt'],
    ['Lượt người', 'lượt người'],
    ['ha', 'ha'],
    ['nghìn héc-ta', 'nghìn ha'],
    ['1000 ha', 'nghìn ha'],
    ['m2', 'm²'],
    ['Mét vuông', 'm²'],
    ['km2', 'km²'],
    ['m2 sàn/người', 'm² sàn/người'],
    ['%', '%'],
    ['phần trăm', '%'],
    ['‰', '‰'],
    ['điểm %', 'điểm %'],
    ['điểm phần trăm', 'điểm %'],
    ['điểm%', 'điểm %'],
    ['% GDP', '% GDP'],
    ['%GDP', '% GDP'],
    ['%/năm', '%/năm'],
    ['% tổng số đảng viên', '% tổng số đảng viên'],
    ['xã', 'xã'],
    ['Trường', 'trường'],
    ['sản phẩm OCOP', 'sản phẩm OCOP'],
    ['bác sỹ / 1 vạn dân', 'bác sĩ / 1 vạn dân'],
    ['bác sĩ/10.000 dân', 'bác sĩ / 1 vạn dân'],
    ['bác sĩ trên một vạn dân', 'bác sĩ / 1 vạn dân'],
    ['bác sĩ/vạn dân', 'bác sĩ / 1 vạn dân'],
    ['bác sĩ tính trên 10.000 người dân', 'bác sĩ / 1 vạn dân'],
    ['giường bệnh/10.000 dân', 'giường bệnh / 1 vạn dân'],
    ['ca/100.000 dân', 'ca / 100.000 dân'],
    ['doanh nghiệp/nghìn dân', 'doanh nghiệp / 1.000 dân'],
    ['triệu đồng/người/năm', 'triệu đồng/người/năm'],
    ['triệu đồng / người / năm', 'triệu đồng/người/năm'],
    ['triệu tấn/năm', 'triệu tấn/năm'],
    ['triệu tấn.km', 'triệu tấn.km'],
    ['triệu lượt khách.km', 'triệu lượt khách.km'],
    ['Tr.đ', 'triệu đồng'],
    ['trđ/người', 'triệu đồng/người'],
    ['1.000đ', 'nghìn đồng'],
    ['người/km2', 'người/km²'],
    ['lần', 'lần'],
    ['kWh', 'kWh'],
    ['KWH/người', 'kWh/người'],
    ['MW', 'MW'],
    ['đảng viên', 'đảng viên'],
    ['hàng hoá', 'hàng hóa'],
    ['', ''],
    ['nghìn', 'nghìn'],
    ['tỷ lệ', 'tỷ lệ'],
  ])('"%s" is written "%s"', (text, canonical) => {
    expect(unit(text).text).toBe(canonical)
    expect(unit(canonical).text).toBe(canonical)
    expect(sameUnit(unit(text), unit(canonical))).toBe(true)
  })

  test.each([
    '/',
    'đồng/',
    'xã//năm',
    '/năm',
    '12',
    '-',
    'bao nhiêu?',
    'a = b',
    'x'.repeat(81),
    'triệu đồng/1.000',
    '0 dân',
    '1,5 ha',
  ])('"%s" is no unit', text => expect(parseUnit(text)).toBeNull())

  test('every name and spelling of the table is read as its name', () => {
    for (const [name, { also, of }] of Object.entries(UNIT_NAMES)) {
      for (const spelling of [name, name.toUpperCase(), ...also, ...also.map(oneSpelling)])
        expect(unit(spelling).text).toBe(name)
      expect(unit(name).dimensions).toEqual([[of, 1]])
    }
  })

  test('no two units of the table share a spelling', () => {
    const all = Object.entries(UNIT_NAMES).flatMap(([name, { also }]) => [name.toLowerCase(), ...also])
    expect(all.filter((spelling, i) => all.indexOf(spelling) !== i)).toEqual([])
  })
})

describe('conversion is exact', () => {
  test.each([
    ['166', 'nghìn tỷ đồng', 'tỷ đồng', '166000'],
    ['31742.5', 'tỷ đồng', 'nghìn tỷ đồng', '31.7425'],
    ['10.3', 'nghìn ha', 'ha', '10300'],
    ['250', 'ha', 'km²', '2.5'],
    ['1', 'km2', 'm2', '1000000'],
    ['15', 'tạ', 'tấn', '1.5'],
    ['1', 'tấn', 'kg', '1000'],
    ['7', 'km', 'm', '7000'],
    ['1.5', '%', '‰', '15'],
    ['8.6', '‰', '%', '0.86'],
    ['12', 'bác sĩ/1 vạn dân', 'bác sỹ/10.000 dân', '12'],
    ['35', 'ca / 100.000 dân', 'ca / 1 vạn dân', '3.5'],
    ['60', 'tạ/ha', 'tấn/ha', '6'],
    ['5', 'triệu đồng/người/tháng', 'triệu đồng/người/năm', '60'],
    ['3.1', 'triệu lượt', 'nghìn lượt', '3100'],
    ['2', 'GWh', 'triệu kWh', '2'],
    ['1', '1/năm', '1/quý', '0.25'],
  ])('%s %s', (value, from, to, expected) => expect(turned(value, from, to)).toEqual(fromDecimal(dec(expected))))

  test.each([
    ['%', 'điểm %'],
    ['‰', 'điểm %'],
    ['tấn', 'đồng'],
    ['đồng', 'USD'],
    ['đồng', 'ha'],
    ['%', '% GDP'],
    ['%', 'lần'],
    ['ha', 'm'],
    ['lượt', 'lượt người'],
    ['ngày', 'tháng'],
    ['tấn thịt', 'tấn cá'],
    ['đồng/người', 'đồng'],
    ['', 'xã'],
  ])('"%s" never becomes "%s"', (from, to) => {
    expect(turned('1', from, to)).toBe('measure.unlike-units')
    expect(turned('1', to, from)).toBe('measure.unlike-units')
  })
})

describe('laws', () => {
  const names = fc.constantFrom(...Object.keys(UNIT_NAMES), 'xã', 'lượt người', 'bác sĩ', 'sản phẩm OCOP')
  const factor = fc.constantFrom('', '', 'nghìn ', 'triệu ', 'nghìn tỷ ', 'vạn ', 'chục ')
  const below = fc.constantFrom('', '', '/năm', '/người/năm', ' / 1 vạn dân', '/ha', ' / 100.000 dân')
  const units = fc.tuple(factor, names, below).map(([f, name, b]) => unit(f + name + b))
  const values = fc
    .tuple(fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }), fc.bigInt({ min: 1n, max: 10n ** 6n }))
    .map(([n, d]) => ratio(n, d))

  test('reading the canonical writing gives the same unit and the same writing', () => {
    fc.assert(
      fc.property(units, u => {
        expect(unit(u.text).text).toBe(u.text)
        expect(sameUnit(unit(u.text), u)).toBe(true)
      }),
    )
  })

  test('there and back changes nothing, and a way round neither', () => {
    const sizes = ['m²', 'ha', 'km²', 'nghìn ha', 'triệu m2', 'vạn km²'].map(unit)
    const one = fc.constantFrom(...sizes)
    fc.assert(
      fc.property(values, one, one, one, (value, a, b, c) => {
        const over = (x: Ratio, from: Unit, to: Unit) => {
          const result = convert(x, from, to)
          if (isMessage(result)) throw new Error(result.rule)
          return result
        }
        expect(over(over(value, a, b), b, a)).toEqual(value)
        expect(over(over(value, a, b), b, c)).toEqual(over(value, a, c))
      }),
    )
  })

  test('a product divided by one factor is the other; products do not depend on order', () => {
    fc.assert(
      fc.property(units, units, (a, b) => {
        const back = divideUnits(multiplyUnits(a, b), b)
        expect(back.dimensions).toEqual(a.dimensions)
        expect(divideRatio(back.size, a.size)).toEqual(ratio(1n))
        expect(sameUnit(multiplyUnits(a, b), multiplyUnits(b, a))).toBe(true)
        expect(divideUnits(a, a).dimensions).toEqual([])
      }),
    )
  })

  test('converting works exactly where the dimensions are the same', () => {
    fc.assert(
      fc.property(units, units, values, (a, b, value) => {
        expect(isMessage(convert(value, a, b))).toBe(!sameDimensions(a, b))
      }),
    )
  })

  test('reading never throws, and what it reads has a writing that is read again', () => {
    const word = fc.constantFrom(
      'đồng',
      'tỷ',
      '/',
      '%',
      'm2',
      '1',
      '10.000',
      'dân',
      'trên',
      ' ',
      '.',
      'GDP',
      'một',
      'vạn',
      '-',
      'ha',
      '$',
    )
    fc.assert(
      fc.property(fc.array(word, { maxLength: 7 }), words => {
        const read = parseUnit(words.join(' '))
        if (read) expect(parseUnit(read.text)?.text).toBe(read.text)
      }),
      { numRuns: 3000 },
    )
  })
})
