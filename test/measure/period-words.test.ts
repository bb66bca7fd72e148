import { describe, expect, test } from 'vitest'
import { periodCode, years } from '../../src/measure/period.ts'
import { readPeriodWords, type PeriodWords } from '../../src/measure/period-words.ts'

/** Kind, words and code of everything that is found. */
const read = (text: string): [PeriodWords['kind'], string, string | null][] =>
  readPeriodWords(text).map(({ start, end, kind, period }) => [
    kind,
    text.slice(start, end),
    period && periodCode(period),
  ])

describe('years and terms', () => {
  test.each<[string, ...[PeriodWords['kind'], string, string | null][]]>([
    ['giai đoạn 2016 - 2020', ['stage', 'giai đoạn 2016 - 2020', '2016/2020']],
    ['Giai đoạn 2021–2025.', ['stage', 'Giai đoạn 2021–2025', '2021/2025']],
    ['trong giai đoạn 2016-20', ['stage', 'giai đoạn 2016-20', '2016/2020']],
    ['GĐ 2026-2030', ['stage', 'GĐ 2026-2030', '2026/2030']],
    ['NK 2020 - 2025', ['term', 'NK 2020 - 2025', '2021/2025']],
    ['nhiệm kỳ 2020 - 2025', ['term', 'nhiệm kỳ 2020 - 2025', '2021/2025']],
    ['NHIỆM KỲ 2025-2030', ['term', 'NHIỆM KỲ 2025-2030', '2026/2030']],
    ['lần thứ XVII, nhiệm kỳ 2020 - 2025;', ['term', 'nhiệm kỳ 2020 - 2025', '2021/2025']],
    ['đến năm 2025 đạt 50%', ['point', 'đến năm 2025', '2025']],
    ['đến hết năm 2020', ['point', 'đến hết năm 2020', '2020']],
    ['năm 2030', ['point', 'năm 2030', '2030']],
    ['cuối năm 2025', ['point', 'cuối năm 2025', '2025']],
    ['đến cuối 2025, có', ['point', 'đến cuối 2025', '2025']],
    ['đến 2025', ['point', 'đến 2025', '2025']],
    ['5 năm 2011-2015', ['span', '5 năm 2011-2015', '2011/2015']],
    ['Kế hoạch năm năm (2021 - 2025)', ['span', 'năm năm (2021 - 2025)', '2021/2025']],
    ['từ năm 2021 đến năm 2023', ['span', 'từ năm 2021 đến năm 2023', '2021/2023']],
    ['(2020 - 2025)', ['span', '2020 - 2025', '2020/2025']],
    ['nhiệm kỳ 2025 - 2020', ['term', 'nhiệm kỳ 2025 - 2020', null]],
    ['năm 2023, 2024 và năm 2025', ['point', 'năm 2023', '2023'], ['point', '2024', '2024'], ['point', '2025', '2025']],
    [
      'bình quân hằng năm giai đoạn 2021 - 2025 cao hơn nhiệm kỳ 2015 - 2020',
      ['yearly', 'bình quân hằng năm', null],
      ['stage', 'giai đoạn 2021 - 2025', '2021/2025'],
      ['term', 'nhiệm kỳ 2015 - 2020', '2016/2020'],
    ],
  ])('%s', (text, ...expected) => expect(read(text)).toEqual(expected))
})

describe('parts of a year', () => {
  test.each<[string, string, string | null]>([
    ['6 tháng đầu năm 2024', '6 tháng đầu năm 2024', '2024-H1'],
    ['Sáu tháng đầu năm 2024', 'Sáu tháng đầu năm 2024', '2024-H1'],
    ['6 tháng cuối năm 2024', '6 tháng cuối năm 2024', '2024-H2'],
    ['9 tháng năm 2023', '9 tháng năm 2023', '2023-M9'],
    ['Chín tháng đầu năm 2023', 'Chín tháng đầu năm 2023', '2023-M9'],
    ['mười một tháng năm 2023', 'mười một tháng năm 2023', '2023-M11'],
    ['quý I/2026', 'quý I/2026', '2026-Q1'],
    ['trong Quý III năm 2024', 'Quý III năm 2024', '2024-Q3'],
    ['quý 4-2024', 'quý 4-2024', '2024-Q4'],
    ['tháng 7/2020', 'tháng 7/2020', '2020-07'],
    ['tháng 07 năm 2020', 'tháng 07 năm 2020', '2020-07'],
    ['từ tháng 7/2020 đến tháng 6/2021', 'từ tháng 7/2020 đến tháng 6/2021', '2020-07/2021-06'],
    ['từ ngày 15/12/2023 đến ngày 14/6/2024', 'từ ngày 15/12/2023 đến ngày 14/6/2024', '2023-12-15/2024-06-14'],
    ['6 tháng đầu năm', '6 tháng đầu năm', null],
    ['những tháng đầu năm 2025', 'những tháng đầu năm 2025', null],
    ['đầu năm 2025', 'đầu năm 2025', null],
    ['năm học 2023 - 2024', 'năm học 2023 - 2024', null],
    ['vụ đông xuân 2023-2024', 'vụ đông xuân 2023-2024', null],
  ])('%s', (text, words, code) => expect(read(text)).toEqual([['part', words, code]]))

  test.each<[string, string, string | null]>([
    ['ngày 31/12/2025', 'ngày 31/12/2025', '2025-12-31'],
    ['tính đến ngày 30 tháng 6 năm 2024', 'tính đến ngày 30 tháng 6 năm 2024', '2024-06-30'],
    ['15.10.2020', '15.10.2020', '2020-10-15'],
    ['ngày 31/02/2025', 'ngày 31/02/2025', null],
  ])('%s is a day', (text, words, code) => expect(read(text)).toEqual([['point', words, code]]))
})

test.each([
  ['hằng năm', 'hằng năm'],
  ['hàng năm tăng', 'hàng năm'],
  ['Mỗi năm thành lập', 'Mỗi năm'],
  ['bình quân năm', 'bình quân năm'],
  ['tăng bình quân 8%/năm', '/năm'],
  ['75 triệu đồng/người/năm', '/năm'],
  ['bình quân mỗi năm', 'bình quân mỗi năm'],
])('%s: every year', (text, words) => expect(read(text)).toEqual([['yearly', words, null]]))

test.each([
  'Nghị quyết số 88/2019/QH14',
  'Nghị quyết số 19-NQ/TW',
  '2025 xã',
  '2.020 - 2.025 người',
  'năm nhiệm vụ trọng tâm',
  'trong 5 năm qua',
  'năm 2.025',
  'Nghị định số 15/2021/NĐ-CP',
  '12025 - 12030',
  'năm 2019/QH',
  'hai năm',
  '',
])('"%s" names no period', text => expect(read(text)).toEqual([]))

test('a giai đoạn that repeats the nhiệm kỳ means its years', () => {
  expect(read('nhiệm kỳ 2020 - 2025; trong giai đoạn 2020 - 2025; giai đoạn 2021 - 2025')).toEqual([
    ['term', 'nhiệm kỳ 2020 - 2025', '2021/2025'],
    ['stage', 'giai đoạn 2020 - 2025', '2021/2025'],
    ['stage', 'giai đoạn 2021 - 2025', '2021/2025'],
  ])
  const stage = 'giai đoạn 2020 - 2025'
  expect(readPeriodWords(stage)[0]?.period).toEqual(years(2020, 2025))
  expect(readPeriodWords(stage, [years(2021, 2025)])[0]?.period).toEqual(years(2021, 2025))
})

test('places lie in order, inside the text and apart', () => {
  const text =
    'Nhiệm kỳ 2020 - 2025, đến năm 2025, hằng năm, 6 tháng đầu năm 2024, quý I/2025 và giai đoạn 2026 - 2030. '.repeat(
      50,
    )
  const found = readPeriodWords(text)
  expect(found).toHaveLength(300)
  found.forEach(({ start, end }, i) => {
    expect(start).toBeGreaterThanOrEqual(found[i - 1]?.end ?? 0)
    expect(end).toBeGreaterThan(start)
  })
})
