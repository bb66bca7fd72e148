import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { writeXlsx } from 'hucre/xlsx'
import { afterAll, expect, test } from 'vitest'
import { call } from '../../src/cli/main.ts'

const folder = mkdtempSync(join(tmpdir(), 'cotmoc-import-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const file = (name: string, content: string | Uint8Array) => {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}
async function run(...args: readonly string[]) {
  const said = { out: '', err: '' }
  const code = await call([...args, '--data', join(folder, 'data')], {
    language: 'vi',
    env: {},
    out: text => void (said.out += text),
    err: text => void (said.err += text),
    now: () => new Date('2026-01-15T03:00:00Z'),
  })
  return { code, ...said }
}
const form = (name: string, first = 2031) =>
  writeXlsx({
    sheets: [
      { name: 'Hướng dẫn', rows: [['Điền số vào bảng']] },
      {
        name: 'Biểu 1',
        rows: [
          ['Biểu số 01'],
          ['TT', 'Chỉ tiêu', 'ĐVT', `Năm ${first}`, `Năm ${first + 1}`],
          [1, name, '%', 7.1, 8.25],
          [2, 'Diện tích chè', 'ha', 120, 130],
        ],
      },
    ],
  })

test('a form of an office is understood, corrected, and remembered', async () => {
  const path = file('bieu.xlsx', await form('Tốc độ tăng GRDP của tỉnh'))
  const refused = await run('import', path, '--json')
  expect(refused.code).toBe(1)
  expect(JSON.parse(refused.out)).toMatchObject({
    added: 0,
    rejected: [
      { line: 3, column: 'B', rule: 'exchange.unknown-indicator', actual: 'Tốc độ tăng GRDP của tỉnh' },
      { line: 4, column: 'B', actual: 'Diện tích chè' },
    ],
  })
  const mapping = JSON.parse((await run('import', path, '--show-mapping')).out) as { sheet: string; names: object }[]
  expect(mapping.map(each => each.sheet)).toEqual(['Biểu 1'])
  const corrected = file(
    'mapping.json',
    JSON.stringify({ ...mapping[0], names: { 'Tốc độ tăng GRDP của tỉnh': 'grdp-growth', 'Diện tích chè': null } }),
  )
  const taken = await run('import', path, '--mapping', corrected)
  expect(taken).toMatchObject({ code: 0, out: 'Đã nhận 2 số liệu mới; 0 số liệu không đổi.\n' })
  expect(taken.err).toContain('Trang “Biểu 1”: dòng 3 – 4; B = indicator, C = unit, D = 2031 provisional')
  // Next year the same form needs no correction.
  const next = file('bieu-2.xlsx', await form('Tốc độ tăng GRDP của tỉnh', 2033))
  expect(await run('import', next)).toMatchObject({ code: 0, out: expect.stringMatching(/^Đã nhận 2/) as unknown })
  expect((await run('export')).out).toMatch(/grdp-growth,20,2034,8\.25,provisional/)
})

test('a workbook in the long form goes in and out unchanged', async () => {
  const out = join(folder, 'out.xlsx')
  expect((await run('export', out)).code).toBe(0)
  expect(await run('import', out)).toMatchObject({
    code: 0,
    out: expect.stringMatching(/^Đã nhận 0 số liệu mới/) as unknown,
  })
  const csv = join(folder, 'out.csv')
  await run('export', csv)
  expect(await run('import', csv)).toMatchObject({
    code: 0,
    out: expect.stringMatching(/^Đã nhận 0 số liệu mới/) as unknown,
  })
  const again = join(folder, 'again.xlsx')
  await run('export', again)
  expect(Buffer.compare(readFileSync(out), readFileSync(again))).toBe(0)
  expect(await run('export', join(folder, 'no', 'such', 'out.csv'))).toMatchObject({ code: 2 })
})

test('a file that is no table is a fault of the call, with what to do', async () => {
  const picture = file('anh.xlsx', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 1, 2, 3, 4]))
  expect(await run('import', picture)).toMatchObject({
    code: 2,
    err: expect.stringContaining('không phải tệp Excel') as unknown,
  })
  expect((await run('import', join(folder, 'none.csv'))).code).toBe(2)
  expect((await run('import', picture, '--period', 'soon')).code).toBe(2)
  const mapping = file('mapping.json', '{"sheet":"x"}')
  expect(await run('import', picture, '--mapping', mapping)).toMatchObject({
    code: 2,
    err: expect.stringContaining('first, last') as unknown,
  })
})
