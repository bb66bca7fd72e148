import { describe, expect, test } from 'vitest'
import type { CellValue } from 'hucre/xlsx'
import { at, merge, read, sheet } from './workbook.ts'

describe('sheets in which something could be misread without a word', () => {
  test('a department’s yearly sheet: units in a row of their own, millions hidden by a format, plan, growth and forecast beside', async () => {
    expect(
      await read(
        sheet(
          [
            ['SỞ TÀI CHÍNH TỈNH LẠNG SƠN', null, null, null, null, null, null],
            ['Biểu 02: TÌNH HÌNH THỰC HIỆN MỘT SỐ CHỈ TIÊU', null, null, null, null, null, null],
            ['TT', 'Chỉ tiêu', 'Năm 2023', 'Năm 2024', null, null, 'Dự kiến năm 2025'],
            [null, null, 'Thực hiện', 'Kế hoạch', 'Ước thực hiện', 'Đạt (%)', null],
            [null, null, 'triệu đồng', 'triệu đồng', 'triệu đồng', '%', 'triệu đồng'],
            ['A', 'B', '1', '2', '3', '4=3/2', '5'],
            [1, 'Thu ngân sách nội địa', 2_700_250_000_000, 3_000_000, 2_900_500, 96.7, 3_100_000],
          ],
          {
            merges: [merge(1, 0, 1, 6), merge(2, 0, 4, 0), merge(2, 1, 4, 1), merge(2, 3, 2, 5), merge(2, 6, 3, 6)],
            // The sheet keeps đồng and shows millions.
            cells: new Map([[at(6, 2), { style: { numFmt: '#,##0,,' } }]]),
          },
        ),
      ),
    ).toEqual(['revenue P 2023 2700.25 provisional', 'revenue P 2024 2900.5 estimated'])
  })

  test('a province’s sheet by districts in sections, some with one line alone, then the whole', async () => {
    expect(
      await read(
        sheet(
          [
            ['MỘT SỐ KẾT QUẢ NĂM 2024', null, null],
            ['Đơn vị, chỉ tiêu', 'ĐVT', 'Năm 2024'],
            ['I. Huyện Cao Lộc', null, null],
            ['1. Số hộ nghèo', 'hộ', '1.005'],
            ['Về lâm nghiệp', null, null],
            ['2. Trồng rừng mới', 'nghìn ha', '0,5'],
            ['II. Huyện Lộc Bình', null, null],
            ['1. Trồng rừng mới', 'ha', '750'],
            ['III. Toàn tỉnh', null, null],
            ['1. Số hộ nghèo', 'hộ', '13.204'],
          ],
          { merges: [merge(0, 0, 0, 2), merge(2, 0, 2, 2), merge(6, 0, 6, 2), merge(8, 0, 8, 2)] },
        ),
      ),
    ).toEqual([
      'poor Cao Lộc 2024 1005 provisional',
      'forest Cao Lộc 2024 500 provisional',
      'forest Lộc Bình 2024 750 provisional',
      'poor P 2024 13204 provisional',
    ])
  })

  test('a commune’s sheet: one cell over two years and two communes, rows of two lines, parts that look like totals', async () => {
    const rows: readonly CellValue[][] = [
      ['Huyện', 'Số hộ nghèo', null, null],
      [null, 'Năm 2023', 'Năm 2024', null],
      [null, 'Tổng số', 'Tổng số', 'Trong đó: nữ làm chủ hộ'],
      ['Huyện Cao Lộc', 1204, 1005, 300],
      [null, null, null, null],
      ['Huyện Lộc Bình', 2310, null, 400],
      ['Huyện Bắc Sơn', 900, 700, 100],
      ['Huyện Chi Lăng', null, 650, 90],
    ]
    const heads = [merge(0, 0, 2, 0), merge(0, 1, 0, 3), merge(1, 2, 1, 3)]
    const twoLines = [0, 1, 2, 3].map(column => merge(3, column, 4, column))
    const joint = [merge(5, 1, 5, 2), merge(6, 1, 7, 1)]
    expect(await read(sheet(rows, { merges: [...heads, ...twoLines, ...joint] }))).toEqual([
      '! part-of-figure 3 D Trong đó: nữ làm chủ hộ',
    ])
    const totals = rows.map(row => row.slice(0, 3))
    const merges = [merge(0, 0, 2, 0), merge(0, 1, 0, 2), ...twoLines.slice(0, 3)]
    expect(await read(sheet(totals, { merges: [...merges, ...joint] }))).toEqual([
      '! merged-figure 6 C 2310',
      '! merged-figure 8 B 900',
    ])
    expect(await read(sheet(totals, { merges }))).toEqual([
      'poor Cao Lộc 2023 1204 provisional',
      'poor Cao Lộc 2024 1005 provisional',
      'poor Lộc Bình 2023 2310 provisional',
      'poor Bắc Sơn 2023 900 provisional',
      'poor Bắc Sơn 2024 700 provisional',
      'poor Chi Lăng 2024 650 provisional',
    ])
  })

  test.each<readonly [string, readonly (readonly CellValue[])[], readonly string[]]>([
    [
      'a column of countryside alone',
      [
        ['Huyện', 'Số hộ nghèo năm 2024'],
        [null, 'Nông thôn'],
        ['Huyện Cao Lộc', 5],
      ],
      ['! part-of-figure 2 B Nông thôn'],
    ],
    [
      'a title that says whose part all is of',
      [
        ['Khu vực nông thôn', null],
        ['Huyện', 'Số hộ nghèo năm 2024'],
        ['Huyện Cao Lộc', 5],
      ],
      ['! part-of-figure 3 B Khu vực nông thôn'],
    ],
    [
      'columns of town and countryside',
      [
        ['Huyện', 'Số hộ nghèo năm 2024: tổng', 'Thành thị', 'Nông thôn'],
        ['Huyện Cao Lộc', 11, 5, 6],
      ],
      ['! part-of-figure 1 C Thành thị', '! part-of-figure 1 D Nông thôn'],
    ],
    [
      'sections of town and countryside',
      [
        ['Chỉ tiêu', 'Năm 2024'],
        ['I. Thành thị', null],
        ['Số hộ nghèo', 5],
      ],
      ['! part-of-figure 3 B I. Thành thị'],
    ],
    [
      'the sheet of one district, which only its title names',
      [
        ['Huyện Cao Lộc', null],
        ['Chỉ tiêu', 'Năm 2024'],
        ['Số hộ nghèo', 5],
      ],
      ['poor Cao Lộc 2024 5 provisional'],
    ],
    [
      'growth of another year beside a figure',
      [
        ['Chỉ tiêu', 'Năm 2023', 'Tăng trưởng 2024 (%)', 'Phấn đấu 2025'],
        ['Trồng rừng mới (ha)', 100, 10, 120],
      ],
      ['forest P 2023 100 provisional'],
    ],
    [
      'negative numbers in brackets',
      [
        ['Chỉ tiêu', 'Năm 2023', 'Năm 2024'],
        ['Thu ngân sách nội địa (tỷ đồng)', '(1.204)', '-1.204,5'],
      ],
      ['! not-a-number 2 B (1.204) 31742.5'],
    ],
  ])('%s', async (_, rows, answer) => {
    expect(await read(sheet(rows))).toEqual(answer)
  })

  test('a format divides by a thousand only by the commas right behind its last digit', async () => {
    const shown = async (format: string) => {
      const rows = [
        ['Chỉ tiêu', 'Năm 2024'],
        ['Thu ngân sách nội địa (tỷ đồng)', 2_700_250],
      ]
      const [first] = await read(sheet(rows, { cells: new Map([[at(1, 1), { style: { numFmt: format } }]]) }))
      return first?.split(' ')[3]
    }
    for (const format of ['#,##0', '#,##0.00', '0', '#,##0" tỷ, tạm tính"', '#,##0_);(#,##0)'])
      expect([format, await shown(format)]).toEqual([format, '2700250'])
    for (const format of ['#,##0,', '#,##0.0,', '0,;-0,', '#,##0," tỷ"'])
      expect([format, await shown(format)]).toEqual([format, '2700.25'])
  })
})
