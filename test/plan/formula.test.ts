import fc from 'fast-check'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { derive, withDerived } from '../../src/cube/derive.ts'
import { absent, isAbsent } from '../../src/measure/absence.ts'
import { dec, decimal, decimalText } from '../../src/measure/decimal.ts'
import { month, parsePeriod, periodCode, previousPeriod, year } from '../../src/measure/period.ts'
import {
  addRatio,
  divideRatio,
  exactDecimal,
  fromDecimal,
  multiplyRatio,
  ratio,
  showRatio,
  subtractRatio,
  type Ratio,
} from '../../src/measure/ratio.ts'
import { parseUnit } from '../../src/measure/unit.ts'
import { compute, computedIn, type Figures } from '../../src/plan/formula/compute.ts'
import { arithmetic } from '../../src/plan/formula/explain.ts'
import { FUNCTIONS, formulaText, OPERATORS, type Formula, type FunctionName } from '../../src/plan/formula/node.ts'
import { parseFormula } from '../../src/plan/formula/parse.ts'
import { formulaOrder, formulaUnit } from '../../src/plan/formula/units.ts'
import { parseIndicators } from '../../src/plan/indicator-file.ts'
import type { Message } from '../../src/messages/message.ts'
import type { Observation } from '../../src/plan/observation.ts'
import type { Indicator } from '../../src/plan/plan.ts'

const UNITS: Readonly<Record<string, string>> = {
  revenue: 'tỷ đồng',
  spending: 'triệu đồng',
  people: 'nghìn người',
  poor: 'hộ',
  households: 'nghìn hộ',
  rate: '%',
  'new-forest': 'ha',
}
/** Values of a year and of the one before it. */
const VALUES: Readonly<Record<string, readonly [string, string]>> = {
  revenue: ['2900', '2500'],
  spending: ['1450000', '1250000'],
  people: ['800', '790'],
  poor: ['3719', '4200'],
  households: ['200', '198'],
  rate: ['7.5', '8'],
  'new-forest': ['9000', '0'],
}
const unitOf = (code: string) =>
  parseUnit(UNITS[code] ?? '?') && UNITS[code] !== undefined ? parseUnit(UNITS[code] ?? '') : null
const figures: Figures = {
  unit: unitOf,
  value: (code, period) => {
    const found = VALUES[code]?.[period.start.startsWith('2024') ? 0 : 1]
    return found === undefined || period.start < '2023' ? absent('notReported') : fromDecimal(dec(found))
  },
}
const parsed = (text: string): Formula => {
  const { value, messages } = parseFormula(text)
  if (!value) throw new Error(JSON.stringify(messages))
  return value
}

/** Pairs of a formula and what it comes to, or the fault and its place. */
const CASES = readFileSync(join(import.meta.dirname, 'formulas/cases.txt'), 'utf8')
  .split('\n')
  .filter(line => line !== '' && !line.startsWith('#'))
  .map(line => line.split(/\s+=>\s+/) as [string, string])

function outcome(text: string): string {
  const { value, messages } = parseFormula(text)
  const told = (list: readonly Message[]) =>
    list
      .map(each => `! ${each.rule.replace('formula.', '')} ${each.start}-${each.end} ${each.actual ?? ''}`.trim())
      .join(' ')
  if (!value) return told(messages)
  const faults: Message[] = []
  const unit = formulaUnit(value, unitOf, Object.keys(UNITS), faults)
  if (faults.length > 0) return told(faults)
  const computed = compute(value, year(2024), figures)
  const shown = isAbsent(computed.value)
    ? `(${computed.value.because ?? computed.value.absent})`
    : decimalText(exactDecimal(computed.value) ?? showRatio(computed.value, 4))
  return `${shown} ${unit?.text ?? ''}`.trim()
}

describe('formulas', () => {
  test.each(CASES)('%s', (text, expected) => {
    expect(outcome(text)).toBe(expected)
  })

  const leaf = fc.oneof(
    fc
      .tuple(fc.bigInt({ min: 0n, max: 99_999n }), fc.integer({ min: 0, max: 4 }))
      .map(([n, scale]) => ({ kind: 'number' as const, value: decimal(n, scale), start: 0, end: 0 })),
    fc.constantFrom(...Object.keys(UNITS)).map(code => ({ kind: 'indicator' as const, code, start: 0, end: 0 })),
  )
  const formula: fc.Arbitrary<Formula> = fc.letrec<{ node: Formula }>(tie => ({
    node: fc.oneof(
      { maxDepth: 4 },
      leaf,
      tie('node').map(of => ({ kind: 'negative' as const, of, start: 0, end: 0 })),
      fc
        .tuple(fc.constantFrom(...OPERATORS), tie('node'), tie('node'))
        .map(([operator, left, right]) => ({ kind: 'operation' as const, operator, left, right, start: 0, end: 0 })),
      fc
        .tuple(fc.constantFrom(...(Object.keys(FUNCTIONS) as FunctionName[])), tie('node'), tie('node'))
        .map(([name, a, b]) => ({
          kind: 'call' as const,
          name,
          of:
            name === 'round'
              ? [a, { kind: 'number' as const, value: decimal(2n), start: 0, end: 0 }]
              : FUNCTIONS[name] === 2
                ? [a, b]
                : [a],
          start: 0,
          end: 0,
        })),
    ),
  })).node
  const bare = (value: Formula) =>
    JSON.stringify(value, (key, each: unknown) =>
      key === 'start' || key === 'end' ? undefined : typeof each === 'bigint' ? String(each) : each,
    )

  test('what is printed is read back the same', () => {
    fc.assert(
      fc.property(formula, tree => {
        const text = formulaText(tree)
        // A number with three decimals is printed with a fourth.
        expect(formulaText(parsed(text))).toBe(text)
        if (!bare(tree).includes('"scale":3')) expect(bare(parsed(text))).toBe(bare(tree))
      }),
      { numRuns: 500 },
    )
  })

  test('every part knows its place in the text', () => {
    const tree = parsed(' share([poor]; [households]*1000) - 2,5')
    expect(tree).toMatchObject({
      kind: 'operation',
      start: 1,
      end: 39,
      right: { start: 36, end: 39 },
      left: {
        of: [
          { start: 7, end: 13 },
          { start: 15, end: 32 },
        ],
      },
    })
  })

  test('numbers alone are computed as exact fractions', () => {
    const numbers = fc.letrec<{ node: Formula }>(tie => ({
      node: fc.oneof(
        { maxDepth: 4 },
        fc
          .bigInt({ min: 1n, max: 999n })
          .map(n => ({ kind: 'number' as const, value: decimal(n, 1), start: 0, end: 0 })),
        fc
          .tuple(fc.constantFrom(...OPERATORS), tie('node'), tie('node'))
          .map(([operator, left, right]) => ({ kind: 'operation' as const, operator, left, right, start: 0, end: 0 })),
      ),
    })).node
    const model = (tree: Formula): Ratio | null => {
      if (tree.kind === 'number') return ratio(tree.value.coefficient, 10n)
      if (tree.kind !== 'operation') return null
      const [a, b] = [model(tree.left), model(tree.right)]
      if (!a || !b) return null
      if (tree.operator === '/') return b.num === 0n ? null : divideRatio(a, b)
      return { '+': addRatio, '-': subtractRatio, '*': multiplyRatio }[tree.operator](a, b)
    }
    fc.assert(
      fc.property(numbers, tree => {
        const { value } = compute(tree, year(2024), figures)
        expect(isAbsent(value) ? null : value).toEqual(model(tree))
      }),
    )
  })

  test('a circle is named by what it goes through', () => {
    const formulas = new Map(
      Object.entries({ a: '[b] + 1', b: 'share([c]; [d])', c: '[a] * 2', d: '1' }).map(([code, text]) => [
        code,
        parsed(text),
      ]),
    )
    expect(formulaOrder(formulas)).toEqual({ circle: ['a', 'b', 'c', 'a'] })
    formulas.set('c', parsed('[d]'))
    expect(formulaOrder(formulas)).toEqual({ order: ['d', 'c', 'b', 'a'] })
  })

  test('the arithmetic is shown with its figures, in either language', () => {
    const name = (code: string) =>
      ({ revenue: 'Thu', people: 'Dân số', poor: 'Hộ nghèo', households: 'Hộ' })[code] ?? code
    const why = (each: { readonly absent: string }) => `(${each.absent})`
    const shown = (text: string, language: 'vi' | 'en' = 'vi', when = year(2024)) =>
      arithmetic(compute(parsed(text), when, figures), language, name, why)
    expect(shown('[revenue] / [people]')).toBe(
      'Thu 2.900 tỷ đồng ÷ Dân số 800 nghìn người = 3,625 tỷ đồng / 1.000 người',
    )
    expect(shown('share([poor]; [households])')).toBe('share(Hộ nghèo 3.719 hộ; Hộ 200 nghìn hộ) = 1,8595%')
    expect(shown('([revenue] - previous([revenue])) * 2', 'en')).toMatch(
      /^\(Thu 2,900 .* − previous\(Thu \(.*2023.*\) 2,500 .*\)\) × 2 = 800 /,
    )
    expect(shown('[revenue] + 1', 'vi', year(2020))).toBe('Thu (notReported) + 1 = (notReported)')
  })

  test.each([
    ['2024', '2023'],
    ['2024-Q1', '2023-Q4'],
    ['2024-01', '2023-12'],
    ['2024-H2', '2024-H1'],
    ['2024-M9', '2023-M9'],
    ['2021/2025', '2016/2020'],
    ['2024-03-01', '2024-02-29'],
  ])('before %s comes %s', (of, before) => {
    const period = parsePeriod(of)
    expect(period && periodCode(previousPeriod(period))).toBe(before)
  })
})

const indicator = (code: string, unit: string, more: Partial<Indicator> = {}): Indicator => ({
  code,
  name: { vi: code },
  unit,
  decimals: 2,
  direction: 'up',
  frequency: 'A',
  overAreas: 'sum',
  overTime: 'sum',
  methods: [],
  ...more,
})
const figure = (code: string, value: string | null, more: Partial<Observation> = {}): Observation => ({
  indicator: code,
  method: '',
  area: 'P',
  map: null,
  period: year(2024),
  breakdown: {},
  source: '',
  value: value === null ? absent('withheld') : dec(value),
  status: 'official',
  note: '',
  log: 1,
  ...more,
})

describe('computed figures', () => {
  const indicators = [
    indicator('double', '%', { formula: 'share([poor]; [households]) + [share]' }),
    indicator('share', '%', { formula: 'share([poor]; [households])' }),
    indicator('poor', 'hộ', { decimals: 0, sources: ['census', 'office'] }),
    indicator('households', 'hộ', {
      decimals: 0,
      methods: [
        { id: 'old', name: { vi: 'c' }, linked: [] },
        { id: 'new', name: { vi: 'm' }, linked: [] },
      ],
    }),
  ]
  const shown = (list: readonly Observation[]) =>
    derive(indicators, list).derived.map(
      ({ figure: each }) =>
        `${each.indicator} ${each.area} ${periodCode(each.period)} ${isAbsent(each.value) ? '' : decimalText(each.value)} ${each.status} ${each.log}`,
    )

  test('stand in order, rounded at the end, as settled as the least settled of what they are made of', () => {
    expect(
      shown([figure('poor', '1', { status: 'estimated', log: 4 }), figure('households', '3', { log: 7 })]),
    ).toEqual(['share P 2024 33.33 estimated 7', 'double P 2024 66.67 estimated 7'])
  })

  test('never mix two sources, methods, maps, areas or breakdowns', () => {
    const list = [
      figure('poor', '10', { source: 'office' }),
      figure('poor', '20', { source: 'census' }),
      figure('households', '50', { method: 'old' }),
      figure('households', '100', { method: 'new' }),
      figure('poor', '1', { area: 'Q' }),
      figure('households', '4', { map: '2025-07-01', area: 'Q' }),
      figure('poor', '3', { breakdown: { sex: 'F' } }),
      figure('households', '4', { breakdown: { sex: 'F' } }),
    ]
    expect(
      derive(indicators.slice(1), list)
        .derived.map(
          ({ figure: each }) =>
            `${each.area} ${JSON.stringify(each.breakdown)} ${isAbsent(each.value) ? '' : decimalText(each.value)}`,
        )
        .sort(),
    ).toEqual(['P {"sex":"F"} 75.00', 'P {} 20.00'])
  })

  test('tell what was missing, and never divide by nought', () => {
    const { derived, missing } = derive(indicators.slice(1), [
      figure('poor', null),
      figure('households', '3'),
      figure('poor', '3', { period: year(2023) }),
      figure('households', '0', { period: year(2023) }),
    ])
    expect(derived).toEqual([])
    expect(
      missing.map(each => `${periodCode(each.period)} ${each.why.absent} ${each.why.because ?? ''}`.trim()),
    ).toEqual(['2023 notComputable formula.divided-by-zero', '2024 withheld'])
  })

  test('a reported figure stands over a computed one', () => {
    const list = [figure('poor', '1'), figure('households', '4'), figure('share', '24')]
    expect(withDerived(indicators.slice(1), list).filter(each => each.indicator === 'share')).toHaveLength(1)
    expect(withDerived(indicators.slice(1), list.slice(0, 2)).find(each => each.indicator === 'share')).toMatchObject({
      source: 'formula',
    })
    expect(shown(list)).toContain('double P 2024 49.00 official 1')
  })

  test('months follow months', () => {
    const growing = [indicator('change', 'hộ', { formula: '[poor] - previous([poor])' }), indicator('poor', 'hộ')]
    const list = [month(2023, 12), month(2024, 1)].map((period, i) => figure('poor', String(10 + i), { period }))
    expect(derive(growing, list).derived.map(each => periodCode(each.figure.period))).toEqual(['2024-01'])
  })
})

describe('a file of indicators', () => {
  const file = (...more: object[]) => parseIndicators(more.map(each => ({ ...indicator('x', '%'), ...each })))
  const named = ({ messages }: ReturnType<typeof file>) =>
    messages.map(each => `${each.column} ${each.rule} ${each.actual}`)

  test('reads and writes', () => {
    const full = indicator('x', '%', {
      definition: { vi: 'Hộ nghèo theo chuẩn đa chiều trên tổng số hộ' },
      formula: 'share([poor]; [households])',
      ratio: { numerator: 'poor', denominator: 'households' },
      weight: 'households',
      dimensions: [
        {
          id: 'place',
          name: { vi: 'Khu vực' },
          codes: [
            { id: 'U', name: { vi: 'Thành thị' } },
            { id: 'R', name: { vi: 'Nông thôn' } },
          ],
          whole: true,
        },
      ],
      responsible: 'so-lao-dong',
    })
    const others = [indicator('poor', 'hộ'), indicator('households', 'hộ')]
    const { value, messages } = parseIndicators(JSON.parse(JSON.stringify([full, ...others])))
    expect(messages).toEqual([])
    expect(value?.[0]).toEqual(full)
  })

  test('names what does not fit, by path', () => {
    expect(named(file({ formula: 'share([por]; [poor])' }, { code: 'poor', unit: 'hộ' }))).toEqual([
      'indicators.x.formula 6-11 formula.no-indicator "por"',
    ])
    expect(named(file({ unit: 'ha', formula: '[poor] * 2' }, { code: 'poor', unit: 'hộ' }))).toEqual([
      'indicators.x.formula formula.gives-unit "hộ"',
    ])
    expect(
      named(
        file({ unit: 'hộ', formula: '[poor] + [land]' }, { code: 'poor', unit: 'hộ' }, { code: 'land', unit: 'ha' }),
      ),
    ).toEqual(['indicators.x.formula 9-15 formula.unlike-units "ha"'])
    expect(named(file({ formula: '[y]' }, { code: 'y', formula: '[x]' }))).toEqual([
      'indicators.x.formula formula.circle "x → y → x"',
    ])
    expect(named(file({ decimals: 12, weight: 'z' }))).toEqual([
      'indicators.x.decimals plan.decimals 12',
      'indicators.x.weight plan.no-such-indicator "z"',
    ])
    expect(
      named(
        file(
          { unit: 'ha', ratio: { numerator: 'a', denominator: 'b' } },
          { code: 'a', unit: 'hộ' },
          { code: 'b', unit: 'hộ' },
        ),
      ),
    ).toEqual(['indicators.x.ratio plan.ratio-unit "%"'])
    expect(named(file({}, {}))).toEqual([' plan.twice "x"'])
  })

  test('a formula reaches its indicator’s unit through conversion, exactly', () => {
    const own = parseUnit('triệu đồng/người')
    const computed = compute(parsed('[revenue] / [people]'), year(2024), figures)
    const value = own && computedIn(computed, own)
    expect(value && !isAbsent(value) && decimalText(exactDecimal(value) ?? dec('0'))).toBe('3.625')
  })
})
