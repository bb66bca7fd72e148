import { describe, expect, test } from 'vitest'
import { writeXlsx } from 'hucre/xlsx'
import { openTable } from '../../src/exchange/open-table.ts'
import { at, merge, read, sheet } from './workbook.ts'

describe('workbooks of offices', () => {
  test('three rows of heads with merged cells, a row of numbers, groups, a total, signatures', async () => {
    expect(
      await read(
        sheet(
          [
            ['UBND TỈNH LẠNG SƠN', null, null, null, null, null, 'Biểu số 05/KTXH'],
            ['BÁO CÁO HỘ NGHÈO NĂM 2024', null, null, null, null, null, null],
            [],
            ['TT', 'Huyện', 'Năm 2023', null, 'Năm 2024', null, 'Ghi chú'],
            [null, null, 'Số hộ nghèo (hộ)', 'Tỷ lệ hộ nghèo (%)', 'Số hộ nghèo (hộ)', 'Tỷ lệ hộ nghèo (%)', null],
            ['A', 'B', 1, 2, 3, 4, 5],
            ['I', 'Các huyện biên giới', null, null, null, null, null],
            [1, 'Huyện Cao Lộc', '1.204', '7,25', '1.005', '6,1', null],
            [2, 'Huyện Lộc Bình', '2.310', '10,4', '2.010', '9,05', 'ước'],
            ['II', 'Tổng cộng', '3.514', null, '3.015', null, null],
            [],
            [null, 'Người lập biểu', null, null, null, 'Thủ trưởng đơn vị', null],
          ],
          {
            merges: [
              merge(1, 0, 1, 6),
              merge(3, 0, 4, 0),
              merge(3, 1, 4, 1),
              merge(3, 2, 3, 3),
              merge(3, 4, 3, 5),
              merge(3, 6, 4, 6),
            ],
          },
        ),
      ),
    ).toEqual([
      'poor Cao Lộc 2023 1204 provisional',
      'poor-rate Cao Lộc 2023 7.25 provisional',
      'poor Cao Lộc 2024 1005 provisional',
      'poor-rate Cao Lộc 2024 6.1 provisional',
      'poor Lộc Bình 2023 2310 provisional ước',
      'poor-rate Lộc Bình 2023 10.4 provisional ước',
      'poor Lộc Bình 2024 2010 provisional ước',
      'poor-rate Lộc Bình 2024 9.05 provisional ước',
      'poor P 2023 3514 provisional',
      'poor P 2024 3015 provisional',
    ])
  })

  test('years that are dates of the spreadsheet, shown as years', async () => {
    const year = (y: number) => new Date(Date.UTC(y, 0, 1))
    expect(
      await read(
        sheet(
          [
            ['Chỉ tiêu', year(2022), year(2023)],
            ['Thu ngân sách nội địa (tỷ đồng)', 2512, 2700.25],
          ],
          {
            cells: new Map([
              [at(0, 1), { style: { numFmt: 'yyyy' } }],
              [at(0, 2), { style: { numFmt: 'yyyy' } }],
            ]),
          },
        ),
      ),
    ).toEqual(['revenue P 2022 2512 provisional', 'revenue P 2023 2700.25 provisional'])
  })

  test('months that are dates of the spreadsheet', async () => {
    const month = (m: number) => new Date(Date.UTC(2024, m - 1, 1))
    expect(
      await read(
        sheet(
          [
            ['Chỉ tiêu', month(5), month(6)],
            ['Sản lượng lương thực (tấn)', 10, 20],
          ],
          {
            cells: new Map([
              [at(0, 1), { style: { numFmt: 'mm/yyyy' } }],
              [at(0, 2), { style: { numFmt: 'mmm-yy' } }],
            ]),
          },
        ),
      ),
    ).toEqual(['food P 2024-05 10 provisional', 'food P 2024-06 20 provisional'])
  })

  test('a day in a title or a head is that day, not its year', async () => {
    expect(
      await read(
        sheet([
          ['SỐ HỘ NGHÈO (tính đến ngày 15/6/2024)', null],
          ['Huyện', 'Số hộ nghèo'],
          ['Huyện Cao Lộc', 1005],
        ]),
      ),
    ).toEqual(['poor Cao Lộc 2024-06-15 1005 provisional'])
    expect(
      await read(
        sheet([
          ['Chỉ tiêu', 'Đến 31/12/2023', 'Đến 30/6/2024'],
          ['Số hộ nghèo', 1204, 1005],
        ]),
      ),
    ).toEqual(['poor P 2023 1204 provisional', 'poor P 2024-06-30 1005 provisional'])
  })

  test('what is counted from the beginning of a year is not its last month', async () => {
    expect(
      await read(
        sheet([
          ['Chỉ tiêu', 'Tháng 6/2024', 'Lũy kế đến tháng 6/2024', 'Cộng dồn từ đầu năm đến hết tháng 9/2024'],
          ['Thu ngân sách nội địa (tỷ đồng)', 200, 1200, 1900],
        ]),
      ),
    ).toEqual([
      'revenue P 2024-06 200 provisional',
      'revenue P 2024-H1 1200 provisional',
      'revenue P 2024-M9 1900 provisional',
    ])
  })

  test('formulas with the values that were computed; one that nobody computed is no number', async () => {
    const rows = [
      ['Huyện', 'Số hộ nghèo năm 2024'],
      ['Huyện Cao Lộc', 1005],
      ['Huyện Lộc Bình', 2010],
      ['Tổng cộng', null],
    ]
    expect(
      await read(sheet(rows, { cells: new Map([[at(3, 1), { formula: 'SUM(B2:B3)', formulaResult: 3015 }]]) })),
    ).toEqual([
      'poor Cao Lộc 2024 1005 provisional',
      'poor Lộc Bình 2024 2010 provisional',
      'poor P 2024 3015 provisional',
    ])
    expect(await read(sheet(rows, { cells: new Map([[at(3, 1), { formula: 'SUM(B2:B3)' }]]) }))).toEqual([
      expect.stringMatching(/^! .*not-a-number 4 B =SUM\(B2:B3\)/),
    ])
  })

  test('a hidden row is told, and its figures are taken: it may hold what a total is made of', async () => {
    expect(
      await read(
        sheet(
          [
            ['Huyện', 'Số hộ nghèo năm 2024'],
            ['Huyện Cao Lộc', 1005],
            ['Huyện Lộc Bình', 2010],
          ],
          {
            rowDefs: new Map([[2, { hidden: true }]]),
          },
        ),
      ),
    ).toEqual(['~ exchange.hidden', 'poor Cao Lộc 2024 1005 provisional', 'poor Lộc Bình 2024 2010 provisional'])
  })

  test('empty columns between, spaces and no-break spaces in numbers, units in heads', async () => {
    expect(
      await read(
        sheet([
          [null, 'Đơn vị tính: triệu đồng', null, null, null],
          [null, 'Chỉ tiêu', null, 'Năm 2023', null, 'Năm 2024'],
          [null, 'Thu ngân sách nội địa', null, '2 345 600', null, '2\u00a0512\u00a0000'],
        ]),
      ),
    ).toEqual(['revenue P 2023 2345.6 provisional', 'revenue P 2024 2512 provisional'])
  })

  test('a second table below the first is not passed over in silence', async () => {
    const found = await read(
      sheet([
        ['Huyện', 'Số hộ nghèo năm 2024'],
        ['Huyện Cao Lộc', 1005],
        ['Nguồn: Sở Lao động', null],
        [],
        ['Huyện', 'Số hộ năm 2024'],
        ['Huyện Cao Lộc', 20000],
        ['Huyện Lộc Bình', 21000],
      ]),
    )
    expect(found.join('\n')).toMatch(/rows-behind/)
  })

  test('a form longer than what is read of it is refused, not cut', async () => {
    const rows = Array.from({ length: 20_050 }, (_, i) => [`Xã ${i}`, i])
    const bytes = await writeXlsx({ sheets: [sheet([['Xã', 'Số hộ nghèo năm 2024'], ...rows])] })
    const file = {
      name: 'dai.xlsx',
      size: bytes.length,
      bytes: async function* () {
        yield await Promise.resolve(bytes)
      },
    }
    expect(await openTable(file)).toMatchObject({ value: null, messages: [{ rule: 'exchange.form-too-long' }] })
  })

  test('errors of formulas, notes in cells, doubled names: each is named, nothing is taken', async () => {
    expect(
      await read(
        sheet([
          ['Huyện', 'Số hộ nghèo năm 2024', 'Tỷ lệ hộ nghèo năm 2024 (%)'],
          ['Huyện Cao Lộc', '#REF!', '6,1'],
          ['Huyện Lộc Bình', '2.010 (*)', '9.05%'],
          ['Huyện Lộc Bình', 2010, 9.05],
          ['Huyện Bắc Sơn', '1,005.00', '6,1,2'],
        ]),
      ),
    ).toEqual([
      '! not-a-number 2 B #REF! 31742.5',
      '! not-a-number 3 B 2.010 (*) 31742.5',
      '! twice 4 C 3',
      '! not-a-number 5 C 6,1,2 31742.5',
    ])
  })

  test('a name that is a district and a commune is asked about, where nothing beside it decides', async () => {
    const rows = [
      ['Chỉ tiêu', 'Cao Lộc', 'Lộc Bình'],
      ['Số hộ nghèo năm 2024', 1005, 2010],
    ]
    const found = await read(sheet(rows))
    expect(found.filter(line => !line.startsWith('!'))).toEqual([])
    expect(found.slice(0, 2)).toEqual([
      '! ambiguous-area 1 B Cao Lộc 183, 06187-cao-loc-2020',
      '! ambiguous-area 1 C Lộc Bình 188, 06529-loc-binh-2020',
    ])
  })

  test('areas across under merged years, and the sheet of an office that turned it over', async () => {
    expect(
      await read(
        sheet(
          [
            ['Chỉ tiêu', 'ĐVT', 'Năm 2024', null, null],
            [null, null, 'Huyện Cao Lộc', 'Huyện Lộc Bình', 'Toàn tỉnh'],
            ['1. Số hộ nghèo', 'hộ', 1005, 2010, 3015],
            ['2. Trồng rừng mới', 'nghìn ha', 0.5, 0.75, 1.25],
          ],
          { merges: [merge(0, 0, 1, 0), merge(0, 1, 1, 1), merge(0, 2, 0, 4)] },
        ),
      ),
    ).toEqual([
      'poor Cao Lộc 2024 1005 provisional',
      'poor Lộc Bình 2024 2010 provisional',
      'poor P 2024 3015 provisional',
      'forest Cao Lộc 2024 500 provisional',
      'forest Lộc Bình 2024 750 provisional',
      'forest P 2024 1250 provisional',
    ])
    expect(
      await read(
        sheet([
          ['Năm', 'Thu ngân sách nội địa (tỷ đồng)', 'Số hộ nghèo'],
          [2023, 2700.25, 3514],
          [2024, 2900, 3015],
        ]),
      ),
    ).toEqual([
      'revenue P 2023 2700.25 provisional',
      'poor P 2023 3514 provisional',
      'revenue P 2024 2900 provisional',
      'poor P 2024 3015 provisional',
    ])
  })

  test('plan and comparison beside the figure are left out; a hidden sheet and one of explanations are not read', async () => {
    expect(
      await read(
        sheet([
          ['Chỉ tiêu', 'KH 2024', 'TH 2023', 'Ước TH 2024', '% TH/KH', 'So với cùng kỳ (%)'],
          ['Thu ngân sách nội địa (tỷ đồng)', 3000, 2700.25, 2900, 96.7, 107.4],
        ]),
        sheet(
          [
            ['Chỉ tiêu', 'Năm 2024'],
            ['Số hộ nghèo', 1],
          ],
          { name: 'Nháp', hidden: true },
        ),
        sheet([['Hướng dẫn: nhập số liệu vào cột C']], { name: 'Hướng dẫn' }),
      ),
    ).toEqual([
      'revenue P 2023 2700.25 provisional',
      'revenue P 2024 2900 estimated',
      expect.stringMatching(/layout-unknown/),
    ])
  })
})
