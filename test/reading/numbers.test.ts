import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decimalText } from '../../src/measure/decimal.ts'
import { scanNumbers } from '../../src/reading/numbers/scan.ts'
import { quantitiesOf } from '../../src/reading/targets/quantity.ts'
import { viewOf } from '../../src/reading/words/view.ts'

/** What a text's numbers are, in short: "kind:low..high". */
const kinds = (text: string) =>
  scanNumbers(viewOf(text)).map(({ kind, low, high }) =>
    [kind, low ? `${decimalText(low)}${high ? `..${decimalText(high)}` : ''}` : ''].filter(Boolean).join(':'),
  )

const quantities = (text: string) => {
  const view = viewOf(text)
  return quantitiesOf(view, scanNumbers(view)).map(({ bound, unit, of }) => {
    const { kind, low, high } = bound.bound
    return `${kind} ${low ? decimalText(low) : '-'} ${high ? decimalText(high) : '-'} [${unit.unit}]${of?.low ? ` of ${decimalText(of.low)}` : ''}`
  })
}

describe('what a number is', () => {
  test.each([
    ['nhiệm kỳ 2020 - 2025', ['years:2020..2025']],
    ['giai đoạn 2016 – 2020', ['years:2016..2020']],
    ['đến năm 2025 tỷ lệ hộ nghèo dưới 3%', ['year:2025', 'number:3']],
    ['Nghị quyết số 19-NQ/TW và 88/2019/QH14', ['reference', 'reference']],
    ['Kế hoạch số 0204/KH-UBND ngày 24 tháng 11 năm 2025', ['reference', 'date']],
    ['họp từ ngày 25 đến ngày 27/9/2020', ['date', 'date']],
    ['từ tháng 01/2019 đến quý III/2026', ['date', 'year:2026']],
    ['7 - 7,5%', ['range:7..7.5']],
    ['1%-1,5%', ['range:1..1.5']],
    ['10 đến 12%', ['range:10..12']],
    ['2 triệu - 3 triệu lượt', ['range:2..3']],
    ['từ 54,5% lên 63%', ['number:54.5', 'number:63']],
    ['dịch bệnh Covid-19', ['reference']],
    ['Quốc lộ 4B, hàng 7a và 7b', ['reference', 'reference', 'reference']],
    ['diện tích 15m2', ['number:15', 'reference']],
    ['dịch vụ công mức độ 3, 4', ['ordinal']],
    ['4 400 000 lượt', ['number:4400000']],
    ['74/207 xã', ['number:74', 'number:207']],
  ])('%s', (text, expected) => {
    expect(kinds(text)).toEqual(expected)
  })
})

describe('what a quantity says', () => {
  test.each([
    ['tăng trưởng từ 7 - 7,5%', ['between 7 7.5 [%]']],
    ['tỷ lệ hộ nghèo < 3%', ['lessThan - 3 [%]']],
    [String.raw`giảm $\geq 5\%$`, ['atLeast 5 - [%]']],
    ['đạt từ 10% trở lên', ['atLeast 10 - [%]']],
    ['tối thiểu 15% số xã', ['atLeast 15 - [%]']],
    ['không quá 4%', ['atMost - 4 [%]']],
    ['khoảng 24,96%', ['about 24.96 24.96 [%]']],
    ['khoảng trên 60% GDP', ['moreThan 60 - [% GDP]']],
    ['đạt 1.876,7 tỷ đồng', ['exactly 1876.7 1876.7 [tỷ đồng]']],
    ['166 - 168 nghìn tỷ đồng', ['between 166 168 [nghìn tỷ đồng]']],
    ['3.100 nghìn lượt khách', ['exactly 3100 3100 [nghìn lượt khách]']],
    ['giảm 1 - 1,5 điểm %', ['between 1 1.5 [điểm %]']],
    ['41 triệu đồng / người / năm', ['exactly 41 41 [triệu đồng/người/năm]']],
    ['20 doanh nghiệp hoạt động/nghìn dân', ['exactly 20 20 [doanh nghiệp hoạt động/nghìn dân]']],
    ['có 12 bác sỹ trên 1 vạn dân', ['exactly 12 12 [bác sỹ trên 1 vạn dân]']],
    ['Số giường bệnh trên 1 vạn dân đạt 34,7', ['exactly 34.7 34.7 []']],
    ['có 74/207 xã đạt chuẩn', ['exactly 74 74 [xã] of 207']],
    ['trên 90% đảng viên từ hoàn thành tốt nhiệm vụ trở lên', ['moreThan 90 - [%]']],
  ])('%s', (text, expected) => {
    expect(quantities(text)).toEqual(expected)
  })
})

test('every digit of any text lies in exactly one number, and places lead back to the text', () => {
  const piece = fc.constantFrom(
    'năm ',
    '2025',
    '7,5',
    '%',
    ' - ',
    '1.200',
    ' tỷ đồng',
    '; ',
    'xã ',
    '12/5/2021',
    '19-NQ/TW',
    '**',
    '\n',
    'm2',
    '(3) ',
    ' trên ',
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 24 }), pieces => {
      const source = pieces.join('')
      const view = viewOf(source)
      const tokens = scanNumbers(view)
      const covered = new Uint8Array(view.text.length)
      for (const { from, to } of tokens) {
        expect(covered.subarray(from, to).includes(1)).toBe(false)
        covered.fill(1, from, to)
        const { start, end } = view.span(from, to)
        expect(viewOf(source.slice(start, end)).text).toBe(view.text.slice(from, to).trim())
      }
      for (let i = 0; i < view.text.length; i += 1) if (/\d/.test(view.text[i] ?? '')) expect(covered[i]).toBe(1)
    }),
  )
})
