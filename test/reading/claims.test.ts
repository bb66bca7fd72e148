import { describe, expect, test } from 'vitest'
import { readSource } from '../../src/reading/read-document.ts'
import { paragraphs } from './paragraphs.ts'

const claims = (...lines: string[]) =>
  readSource(paragraphs(...lines)).claims.map(({ kind, verdict, stated }) => `${kind} ${verdict} ${stated.join(' | ')}`)

const wrong = (...lines: string[]) => claims(...lines).filter(claim => claim.includes(' wrong '))

describe('relations that hold', () => {
  test.each([
    ['Đã giải quyết 412/430 đơn thuộc thẩm quyền, đạt 95,8%.', 'share holds 412 | 430 | 95,8'],
    ['Số hộ được vay giảm 1.250/5.000 hộ (giảm 25%).', 'share holds 1.250 | 5.000 | 25'],
    ['Tiếp nhận 640 hồ sơ, giải quyết 608 hồ sơ, đạt 95%.', 'share holds 608 | 640 | 95'],
    ['Toàn huyện có 1.200 hộ, tăng 200 hộ (tăng 20%) so với năm trước.', 'change holds 1.200 | 200 | 20'],
    ['Sắp xếp 31 trường thành 19 trường, giảm 12 trường.', 'change holds 31 | 19 | 12'],
    ['Tỷ lệ tăng từ 40% lên 52,5%, tăng 12,5%.', 'change holds 40 | 52,5 | 12,5'],
    [
      'Tỷ lệ hộ nghèo giảm từ 12% năm 2016 xuống còn 4% năm 2020, bình quân hằng năm giảm 2%.',
      'meanChange holds 12 | 4 | 2',
    ],
    ['Thu nhập đạt 60 triệu đồng, gấp 1,5 lần so với năm 2015 (40 triệu đồng).', 'multiple holds 60 | 1,5 | 40'],
    [
      'Huyện có 90 trường học, trong đó: 30 trường mầm non; 40 trường tiểu học; 20 trường trung học.',
      'sum holds 90 | 30 | 40 | 20',
    ],
    ['Cơ cấu kinh tế: nông nghiệp 20,5%, công nghiệp 39,5%, dịch vụ 40%.', 'composition holds 20,5 | 39,5 | 40'],
    ['Có 45/60 xã đạt chuẩn.', 'partOfWhole holds 45 | 60'],
    ['Xây dựng 03 cây cầu (Bến Đá, Phố Mới, Sông Con) trong năm.', 'enumeration holds 03'],
  ])('%s', (sentence, expected) => {
    expect(claims(sentence)).toContain(expected)
    expect(wrong(sentence)).toEqual([])
  })

  test('a percentage that was cut off instead of rounded is not wrong', () => {
    expect(wrong('Đã cấp 2/3 giấy phép, đạt 66,6%.')).toEqual([])
    expect(wrong('Đã cấp 2/3 giấy phép, đạt 66,7%.')).toEqual([])
  })

  test('a mean rate may be geometric', () => {
    expect(
      claims('Giá trị tăng từ 100 tỷ đồng năm 2015 lên 161 tỷ đồng năm 2020, bình quân hằng năm tăng 10%.'),
    ).toContain('meanChange holds 100 | 161 | 10')
  })

  test('two denominators: one of them fits', () => {
    const text = 'Hết năm có 164/226 xã đạt chuẩn (145/200 xã sau sáp nhập), đạt 72,6%.'
    expect(claims(text)).toContain('share holds 164 | 226 | 72,6')
  })
})

describe('relations that are wrong', () => {
  test.each([
    ['Đã giải quyết 412/430 đơn thuộc thẩm quyền, đạt 98,5%.', 'share wrong 412 | 430 | 98,5'],
    ['Trong tổng số 500 đơn, đã giải quyết 450 đơn, đạt 92%.', 'share wrong 450 | 500 | 92'],
    ['Toàn huyện có 1.200 hộ, tăng 200 hộ (tăng 16,7%) so với năm trước.', 'change wrong 1.200 | 200 | 16,7'],
    ['Sắp xếp 31 trường thành 19 trường, giảm 11 trường.', 'change wrong 31 | 19 | 11'],
    [
      'Tỷ lệ hộ nghèo giảm từ 12% năm 2016 xuống còn 4% năm 2020, bình quân hằng năm giảm 3%.',
      'meanChange wrong 12 | 4 | 3',
    ],
    ['Thu nhập đạt 60 triệu đồng, gấp 1,8 lần so với năm 2015 (40 triệu đồng).', 'multiple wrong 60 | 1,8 | 40'],
    [
      'Huyện có 90 trường học, trong đó: 30 trường mầm non; 40 trường tiểu học; 22 trường trung học.',
      'sum wrong 90 | 30 | 40 | 22',
    ],
    ['Huyện có 90 trường học, gồm 30 trường mầm non và 40 trường phổ thông.', 'sum wrong 90 | 30 | 40'],
    ['Cơ cấu kinh tế: nông nghiệp 25%, công nghiệp 39,5%, dịch vụ 40%.', 'composition wrong 25 | 39,5 | 40'],
    ['Có 65/60 xã đạt chuẩn.', 'partOfWhole wrong 65 | 60'],
    ['Xây dựng 04 cây cầu (Bến Đá, Phố Mới, Sông Con) trong năm.', 'enumeration wrong 04'],
  ])('%s', (sentence, expected) => {
    expect(wrong(sentence)).toEqual([expected])
  })
})

describe('what nobody can say is not called wrong', () => {
  test.each([
    'Thu nhập đạt 60 triệu đồng, gấp 1,8 lần so với năm 2015.',
    'Cơ cấu kinh tế: nông nghiệp chiếm 34,9%, công nghiệp chiếm 24,2% và dịch vụ chiếm 36,5%.',
    'Lớp có 100 học viên, trong đó 60 học viên nữ, 55 học viên người dân tộc.',
    'Huy động hơn 16.000 tỷ đồng, trong đó gần 4.000 tỷ đồng từ ngân sách, hơn 12.000 tỷ đồng ngoài ngân sách.',
    'Năm 2019 có 20 sản phẩm; năm 2020 có 35 sản phẩm, tăng 15 sản phẩm.',
    'Các dự án lớn gồm 5 dự án như: Bến Đá, Phố Mới...',
  ])('%s', sentence => {
    expect(wrong(sentence)).toEqual([])
  })
})

describe('announced counts', () => {
  test('against numbered points', () => {
    const list = (count: string) => [
      `**II. Bài học kinh nghiệm (${count} bài học)**`,
      '1. Giữ vững đoàn kết.',
      '2. Dựa vào dân.',
      '3. Nói đi đôi với làm.',
    ]
    const next = ['**III. Phương hướng**', 'Tiếp tục phát huy.']
    expect(claims(...list('3'))).toContain('enumeration holds 3')
    expect(wrong(...list('4'), ...next)).toEqual(['enumeration wrong 4'])
    // With nothing behind it the text may end before its list does.
    expect(wrong(...list('4'))).toEqual([])
    expect(wrong(...list('2'))).toEqual(['enumeration wrong 2'])
  })

  test('against points inside one paragraph', () => {
    const group =
      '- **03 chỉ tiêu về môi trường:** (1) Trồng rừng đạt 500 ha. (2) Tỷ lệ che phủ rừng đạt 60%. (3) Thu gom rác đạt 90%.'
    expect(claims('**I. Các chỉ tiêu chủ yếu**', group)).toContain('enumeration holds 03')
    expect(wrong('**I. Các chỉ tiêu chủ yếu**', group.replace('03', '04'))).toEqual(['enumeration wrong 04'])
  })
})
