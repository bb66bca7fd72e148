import fc from 'fast-check'
import { writeXlsx } from 'hucre/xlsx'
import { zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { CsvReader, parseCsv } from '../../src/exchange/csv.ts'
import { writeExcel } from '../../src/exchange/excel/write.ts'
import { readFigures, writeFigures, type ReadFigure } from '../../src/exchange/figures.ts'
import { openTable, type TableFile } from '../../src/exchange/open-table.ts'
import { SeenFigures } from '../../src/exchange/seen.ts'
import { shownDigits } from '../../src/exchange/sheet.ts'
import { streamFigures } from '../../src/exchange/stream.ts'
import { TCVN3 } from '../../src/reading/encoding/tables.ts'
import { absent } from '../../src/measure/absence.ts'
import { decimal, decimalText } from '../../src/measure/decimal.ts'
import { parsePeriod } from '../../src/measure/period.ts'
import type { Indicator } from '../../src/plan/plan.ts'

const indicator = (code: string, decimals: number): Indicator => ({
  code,
  name: { vi: code },
  unit: '%',
  decimals,
  direction: 'up',
  frequency: 'A',
  overAreas: 'sum',
  overTime: 'sum',
  methods: [{ id: 'm', name: { vi: 'm' }, linked: [] }],
})
const INDICATORS = [indicator('a', 3), indicator('b', 0)]
const FILE = { indicators: INDICATORS, areas: ['P', 'Q'], locale: 'plain' as const }
const bytesOf = (text: string) => new TextEncoder().encode(text)
const file = (name: string, bytes: Uint8Array, cuts: readonly number[] = []): TableFile => ({
  name,
  size: bytes.length,
  bytes: async function* () {
    const places = [...new Set([0, ...cuts.map(cut => cut % (bytes.length + 1)), bytes.length])].sort((x, y) => x - y)
    for (const [i, from] of places.entries()) {
      const piece = bytes.subarray(from, places[i + 1] ?? bytes.length)
      if (piece.length > 0) yield await Promise.resolve(piece)
    }
  },
})
const excel = (rows: (string | number | boolean | Date | null)[][]) => writeXlsx({ sheets: [{ name: 'S', rows }] })

/** The figures of a table in the long form, or its faults. */
async function taken(table: TableFile, locale: 'vi' | 'plain' = 'plain') {
  const { value, messages } = await openTable(table)
  if (value?.kind !== 'long') return { figures: null, faults: messages.map(each => each.rule) }
  const stream = value.figures({ ...FILE, locale })
  const figures: ReadFigure[] = []
  for await (const batch of stream.batches) figures.push(...batch)
  const settled = stream.settle()
  return {
    figures: settled ? figures : null,
    faults: stream.faults.messages.map(each => `${each.line}:${each.column} ${each.rule} ${each.actual}`),
  }
}

const figures: fc.Arbitrary<ReadFigure[]> = fc.uniqueArray(
  fc.record({
    indicator: fc.constantFrom('a', 'b'),
    method: fc.constantFrom('', 'm'),
    area: fc.constantFrom('P', 'Q'),
    map: fc.constantFrom(null, '2025-07-01'),
    period: fc
      .constantFrom('2024', '2024-Q1', '2024-M9', '2021/2025')
      .map(text => parsePeriod(text) ?? { frequency: 'A', start: '', length: 1 }),
    breakdown: fc.constantFrom({}, { sex: 'F' }),
    source: fc.constantFrom('', 'so-a'),
    value: fc.oneof(
      fc.bigInt({ min: -999_999_999_999n, max: 999_999_999_999n }).map(n => decimal(n, 0)),
      fc.constantFrom(absent('notReported'), absent('withheld')),
    ),
    status: fc.constantFrom('official', 'provisional'),
    note: fc.constantFrom('', 'ghi chú', '=1+1', '"a", b', '@x', "'-1"),
  }) as fc.Arbitrary<ReadFigure>,
  {
    selector: ({ indicator, method, area, map, period, breakdown, source }) =>
      JSON.stringify([indicator, method, area, map, period, breakdown, source]),
    maxLength: 30,
  },
)
const shown = (list: readonly ReadFigure[] | null) =>
  JSON.stringify(list, (_, value: unknown) => (typeof value === 'bigint' ? String(value) : value))

describe('a table that arrives in pieces', () => {
  test('is read alike wherever it is cut, also inside a letter, a quote or a line end', async () => {
    await fc.assert(
      fc.asyncProperty(figures, fc.array(fc.nat(4000), { maxLength: 6 }), async (list, cuts) => {
        const csv = writeFigures(list, INDICATORS)
        const whole = readFigures(csv, FILE)
        const cut = await taken(file('x.csv', bytesOf(csv), cuts))
        expect(shown(cut.figures)).toBe(shown(whole.value))
        expect(shown(whole.value)).toBe(shown(list))
      }),
      { numRuns: 60 },
    )
  })

  test('gives the same records as the whole text', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('a', ',', '"', '\n', '\r', '\r\n', 'é', ';'), { maxLength: 40 }),
        fc.nat(60),
        (marks, at) => {
          const text = `x,y\n${marks.join('')}`
          const csv = new CsvReader()
          const records = [...csv.push(text.slice(0, at)), ...csv.push(text.slice(at)), ...csv.push('', true)]
          const whole = parseCsv(text)
          expect(records).toEqual(whole.records)
          expect(csv.unclosed).toBe(whole.unclosed)
        },
      ),
      { numRuns: 2000 },
    )
  })

  test('a quote that nobody closes does not swallow a file of any size', async () => {
    const csv = `indicator,area,period,value,status,note\na,P,2024,1,official,"open\n${'a,P,2024,1,official,x\n'.repeat(100_000)}`
    const { faults } = await taken(file('x.csv', bytesOf(csv), [100, 50_000, 1_000_000]))
    expect(faults[0]).toBe('2: exchange.unclosed-quote "')
  })

  test('UTF-16 and the old encodings of Việt Nam are read, broken bytes are told', async () => {
    const csv = 'indicator,area,period,value,status,note\na,P,2024,1,official,Trồng rừng mới\n'
    const utf16 = new Uint8Array(Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(csv, 'utf16le')]))
    expect((await taken(file('x.csv', utf16, [7, 33]))).figures?.[0]?.note).toBe('Trồng rừng mới')
    const letters = new Map([...TCVN3].map(([from, to]) => [to, from]))
    const note = 'nghị quyết của hội đồng nhân dân tỉnh về các chỉ tiêu phát triển: tỷ lệ hộ nghèo giảm trong năm'
    const old = Array.from(csv.replace('Trồng rừng mới', note), char => letters.get(char) ?? char).join('')
    const tcvn3 = file('x.csv', new Uint8Array(Buffer.from(old, 'latin1')), [90])
    expect((await taken(tcvn3)).figures?.[0]?.note).toBe(note)
    const broken = new Uint8Array([...bytesOf(csv), ...new Uint8Array(1 << 21).fill(0x41), 0xff, 0xfe, 0xfd])
    expect((await taken(file('x.csv', broken, [1 << 20, 1 << 21]))).faults.at(-1)).toMatch(/broken-encoding/)
  })

  test('every refused row is named, those of a long file up to a bound, and none is taken', async () => {
    const rows = Array.from({ length: 12_000 }, (_, i) => `a,P,${2000 + (i % 20)},x,official,`)
    const stream = streamFigures(
      file('x.csv', bytesOf(`indicator,area,period,value,status,note\n${rows.join('\n')}\n`)).bytes(),
      FILE,
    )
    let count = 0
    for await (const batch of stream.batches) count += batch.length
    expect([count, stream.settle(), stream.faults.count, stream.faults.messages.length]).toEqual([
      0,
      false,
      12_000,
      10_000,
    ])
    expect(stream.faults.messages[9999]).toMatchObject({ line: 10_001, column: 'value', actual: 'x' })
  })

  test('a figure that comes twice is told, whatever stands between', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(5), fc.nat(5), fc.nat(2), fc.nat(5)), { maxLength: 400 }), keys => {
        const seen = new SeenFigures()
        const model = new Map<string, number>()
        keys.forEach(([a, b, c, d], i) => {
          const found = seen.note(`i${a}`, `p${b}`, `o${c}`, `t${d}`, i + 1)
          const key = JSON.stringify([a, b, c, d])
          expect(found).toBe(model.get(key) ?? 0)
          if (!model.has(key)) model.set(key, i + 1)
        })
      }),
    )
  })
})

describe('Excel', () => {
  test('what is written is read back exactly', async () => {
    await fc.assert(
      fc.asyncProperty(figures, async list => {
        const bytes = await writeExcel(list, INDICATORS, new Date('2026-01-01T00:00:00Z'))
        expect(shown((await taken(file('x.xlsx', bytes))).figures)).toBe(shown(list))
        expect(shown((await taken(file('x.xlsx', bytes), 'vi')).figures)).toBe(shown(list))
      }),
      { numRuns: 25 },
    )
  })

  test('the same figures are the same bytes', async () => {
    const list = readFigures('indicator,area,period,value,status,note\na,P,2024,1.5,official,x\n', FILE).value ?? []
    const [one, two] = await Promise.all(
      [1, 2].map(() => writeExcel(list, INDICATORS, new Date('2026-01-01T00:00:00Z'))),
    )
    expect(Buffer.compare(one ?? Buffer.alloc(0), two ?? Buffer.alloc(1))).toBe(0)
  })

  test.each([
    [7.0999999999999996, '7.1'],
    [0.1 + 0.2, '0.3'],
    [31742.5, '31742.5'],
    [-0.001, '-0.001'],
    [1e15, '1000000000000000'],
    [0, '0'],
    [123456789012345, '123456789012345'],
  ])('%d is %s', (value, text) => {
    const digits = shownDigits(value)
    expect(digits && decimalText(digits)).toBe(text)
  })

  test('a row that is wrong is named by its line in the sheet', async () => {
    const head = ['indicator', 'area', 'period', 'value', 'status', 'note']
    const bytes = await excel([
      head,
      ['a', 'P', 2024, 1.5, 'official', ''],
      [],
      ['a', 'P', 2025, '#REF!', 'official', ''],
    ])
    expect((await taken(file('x.xlsx', bytes))).faults).toEqual(['4:value exchange.not-a-number #REF!'])
  })

  test.each([
    ['an old file', Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0, 0, 0, 0]), 'exchange.excel-old'],
    ['a picture', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 1, 2, 3]), 'exchange.excel-not-excel'],
    ['a Word file', zipSync({ 'word/document.xml': bytesOf('<x/>') }), 'exchange.excel-not-excel'],
    [
      'macros',
      zipSync({ 'xl/workbook.xml': bytesOf('<x/>'), 'xl/vbaProject.bin': bytesOf('x') }),
      'exchange.excel-macros',
    ],
    ['half a file', zipSync({ 'xl/workbook.xml': bytesOf('<x/>') }).subarray(0, 60), 'exchange.excel-broken'],
    ['no workbook inside', zipSync({ 'xl/workbook.xml': bytesOf('not xml at all') }), 'exchange.excel-broken'],
    ['a bomb', zipSync({ 'xl/workbook.xml': new Uint8Array(450 << 20) }, { level: 9 }), 'exchange.excel-too-large'],
    ['an empty file', new Uint8Array(0), 'exchange.excel-not-excel'],
  ])('%s is refused with what to do', async (_, bytes, rule) => {
    expect((await taken(file('x.xlsx', bytes))).faults).toEqual([rule])
  })

  test('a password is told', async () => {
    const bytes = await writeXlsx({
      sheets: [{ name: 'S', rows: [['a']] }],
      encryption: { password: 'mật', spinCount: 1 },
    })
    expect((await taken(file('x.xlsx', bytes))).faults).toEqual(['exchange.excel-encrypted'])
  })

  test('a sheet that is not there is told with those that are', async () => {
    const { messages } = await openTable(file('x.xlsx', await excel([['a']])), 'T')
    expect(messages[0]).toMatchObject({ rule: 'exchange.no-sheet', actual: 'T', expected: 'S' })
  })
})
