import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { evaluate, type Question } from '../../src/evaluation/evaluate.ts'
import { sentencesOf } from '../../src/evaluation/sentence.ts'
import { suppose } from '../../src/evaluation/what-if/what-if.ts'
import { dec, decimal, decimalText } from '../../src/measure/decimal.ts'
import { year } from '../../src/measure/period.ts'
import {
  addRatio,
  divideRatio,
  fromDecimal,
  multiplyRatio,
  NOUGHT,
  ratio,
  type Ratio,
} from '../../src/measure/ratio.ts'
import type { Assumption } from '../../src/plan/layer.ts'
import type { Observation } from '../../src/plan/observation.ts'
import { indicator, level, planWith, seen, target } from './plans.ts'

/** A province of two districts, of which one has two communes, and of one commune by itself. */
const inside = new Map([
  ['n', 'x'],
  ['s', 'x'],
  ['e', 'x'],
  ['n1', 'n'],
  ['n2', 'n'],
])
const LEAVES = ['n1', 'n2', 's', 'e'] as const
const WITHIN: Readonly<Record<string, readonly string[]>> = { x: ['n', 's', 'e'], n: ['n1', 'n2'] }

const plan = planWith(
  [
    indicator('trees', 'ha', { overTime: 'sum', overAreas: 'sum', decimals: 1, nonNegative: true }),
    indicator('schools', 'trường', { overTime: 'last', overAreas: 'sum', decimals: 1 }),
    indicator('people', 'người', { overTime: 'last', overAreas: 'sum', decimals: 1, nonNegative: true }),
    indicator('poor', '%', { overTime: 'last', overAreas: 'weightedMean', weight: 'people', decimals: 4 }),
    indicator('covered', '%', {
      overTime: 'last',
      overAreas: 'ratioOfSums',
      ratio: { numerator: 'insured', denominator: 'people' },
      decimals: 4,
    }),
    indicator('insured', 'người', { overTime: 'last', overAreas: 'sum', decimals: 1 }),
    indicator('rank', 'hạng', { overTime: 'last', overAreas: 'none', decimals: 0 }),
    indicator('double', 'trường', { overTime: 'last', overAreas: 'sum', formula: '[schools] * 2' }),
  ],
  [
    target('t', 'trees', level('2025'), ['atLeast', '40', null], 'ha'),
    target('s', 'schools', level('2025'), ['atLeast', '40', null], 'trường'),
    target('d', 'double', level('2025'), ['atLeast', '80', null], 'trường'),
  ],
)

const value = (code: string, area: string, y: number, text: string): Assumption => ({
  kind: 'value',
  indicator: code,
  area,
  period: year(y),
  value: dec(text),
})
const question = (observations: readonly Observation[], on = '2025-12-31'): Question => ({
  plan,
  observations,
  on,
  inside,
})
/** What a layer makes of the areas above, as "indicator area year: before → value". */
const addedBy = (asked: Question, ...assumptions: readonly Assumption[]) =>
  suppose(asked, { name: 'a', assumptions }).added.map(
    ({ indicator: { code }, area, period, before, value: total }) =>
      `${code} ${area} ${period.start.slice(0, 4)}: ${before ? shown(before) : '-'} → ${shown(total)}`,
  )
const shown = ({ num, den }: Ratio) => (den === 1n ? String(num) : `${String(num)}/${String(den)}`)

describe('a figure supposed of an area moves those above', () => {
  test('known all over, they come to the roll-up of what is supposed, to the last digit', () => {
    const cell = fc.record({
      area: fc.constantFrom(...LEAVES),
      year: fc.integer({ min: 2021, max: 2025 }),
      value: fc.integer({ min: 0, max: 900 }),
    })
    const figures = fc.array(fc.integer({ min: 1, max: 900 }), { minLength: 40, maxLength: 40 })
    fc.assert(
      fc.property(figures, fc.array(cell, { minLength: 1, maxLength: 4 }), fc.constantFrom('trees', 'poor', 'covered'), (given, changes, code) => {
        const at = (i: number) => decimal(BigInt(given[i % given.length] ?? 1), 1)
        const own = new Map<string, Ratio>()
        const weight = new Map<string, Ratio>()
        LEAVES.forEach((area, a) => {
          for (let y = 2021; y <= 2025; y += 1) {
            own.set(`${area} ${String(y)}`, fromDecimal(at(a * 5 + y - 2021)))
            weight.set(`${area} ${String(y)}`, fromDecimal(at(20 + a * 5 + y - 2021)))
          }
        })
        const weighed = code !== 'trees'
        const known = [...LEAVES, 'n', 'x'].flatMap(area =>
          [2021, 2022, 2023, 2024, 2025].flatMap((y): Observation[] => [
            seen(code, String(y), '0', { area, ...figureOf(rolled(own, weight, weighed, area, y)) }),
            seen('people', String(y), '0', { area, ...figureOf(rolled(weight, weight, false, area, y)) }),
          ]),
        )
        const layer = changes.map((each): Assumption => ({
          kind: 'value', indicator: code, area: each.area, period: year(each.year), value: decimal(BigInt(each.value), 1),
        }))
        const { question: then } = suppose(question(known), { name: 'a', assumptions: layer })
        for (const each of changes) own.set(`${each.area} ${String(each.year)}`, fromDecimal(decimal(BigInt(each.value), 1)))
        for (const each of changes) {
          const found = then.observations.filter(
            o => o.indicator === code && o.area === 'x' && o.period.start.startsWith(String(each.year)),
          )
          expect(found.map(o => [o.status, o.source])).toEqual([['simulated', 'what-if-added']])
          expect(exactly(found[0])).toEqual(rolled(own, weight, weighed, 'x', each.year))
        }
      }),
      { numRuns: 200 },
    )
  }) // prettier-ignore

  test('of a year that nobody knows, the others go on as they last did: an amount as it was, a level by its last change', () => {
    const known = LEAVES.flatMap((area, a) =>
      [2022, 2023].flatMap(y => [
        seen('trees', String(y), String(10 * (a + 1) + y - 2022), { area }),
        seen('schools', String(y), String(10 * (a + 1) + y - 2022), { area }),
      ]),
    )
    const totals = ['n', 'x'].flatMap(area =>
      [2022, 2023].flatMap(y =>
        ['trees', 'schools'].map(code => {
          const own = known.filter(
            o => o.indicator === code && o.period.start.startsWith(String(y)) && (area === 'x' || o.area.startsWith('n')),
          )
          return seen(code, String(y), decimalText(sumOf(own)), { area })
        }),
      ),
    ) // prettier-ignore
    // 11 + 21 + 31 + 41; of them n1 gives 20 instead.
    expect(addedBy(question([...known, ...totals]), value('trees', 'n1', 2025, '20'))).toEqual([
      'trees n 2025: 32 → 41',
      'trees x 2025: 104 → 113',
    ])
    // Each grows by one a year: 13 + 23 + 33 + 43.
    expect(addedBy(question([...known, ...totals]), value('schools', 'n1', 2025, '20'))).toEqual([
      'schools n 2025: 36 → 43',
      'schools x 2025: 112 → 119',
    ])
    // The same where the areas above have no figures of their own.
    expect(addedBy(question(known), value('schools', 'n1', 2025, '20'))).toEqual([
      'schools n 2025: - → 43',
      'schools x 2025: - → 119',
    ])
  })

  test('what others already reported of the year stands, and who is silent goes on', () => {
    const known = [
      ...['n', 's', 'e'].map(area => seen('trees', '2023', '10', { area })),
      seen('trees', '2023', '35'),
      // Five more than what is added up: the province’s own word.
      seen('trees', '2024', '14', { area: 's' }),
    ]
    expect(addedBy(question(known), value('trees', 'n', 2024, '12'))).toEqual(['trees x 2024: 35 → 41'])
  })

  test('an area in between of which nothing is known lets its parts through', () => {
    const known = [seen('trees', '2024', '100'), seen('trees', '2024', '7', { area: 'n1' })]
    const { added, messages } = suppose(question(known), { name: 'a', assumptions: [value('trees', 'n1', 2024, '9')] })
    expect(added.map(each => [each.area, shown(each.value)])).toEqual([['x', '102']])
    expect(messages).toEqual([])
  })

  test('an amount that cannot be below zero stays there; what an area says is not its own is no gap', () => {
    const known = [
      seen('trees', '2024', '3'),
      seen('trees', '2024', '5', { area: 's' }),
      seen('trees', '2025', '4', { area: 'n' }),
      { ...seen('trees', '2025', '0', { area: 'e' }), value: { absent: 'notApplicable' as const } },
    ]
    expect(addedBy(question(known), value('trees', 's', 2024, '1'))).toEqual(['trees x 2024: 3 → 0'])
    // Both fall, and would be below nothing: -2 and -1.
    const falling = [
      seen('people', '2023', '10'),
      seen('people', '2024', '4'),
      seen('people', '2023', '5', { area: 's' }),
      seen('people', '2024', '2', { area: 's' }),
    ]
    expect(addedBy(question(falling), value('people', 's', 2025, '3'))).toEqual(['people x 2025: 0 → 3'])
    const alone = known.filter(o => o.area !== 'x')
    expect(addedBy(question(alone), value('trees', 's', 2025, '6'))).toEqual(['trees x 2025: - → 10'])
  })

  test('what is supposed of the area itself stands, in whatever order', () => {
    const known = [seen('trees', '2024', '30'), seen('trees', '2024', '10', { area: 's' })]
    const both = [value('trees', 'x', 2024, '50'), value('trees', 's', 2024, '20')]
    for (const layer of [both, both.toReversed()]) {
      const { question: then } = suppose(question(known), { name: 'a', assumptions: layer })
      expect(then.observations.filter(o => o.area === 'x').map(o => decimalText(o.value as never))).toEqual(['50'])
    }
  })

  test('formulas of the area above follow, and the explanation says what was done', () => {
    const known = [
      seen('schools', '2023', '30'),
      seen('schools', '2024', '32'),
      seen('schools', '2023', '9', { area: 's' }),
      seen('schools', '2024', '10', { area: 's' }),
    ]
    const { question: then } = suppose(question(known), { name: 'a', assumptions: [value('schools', 's', 2025, '17')] })
    const judged = evaluate(then).judgements.flatMap(each => each.measures)
    // 34 and six more than the eleven that it was going for; then twice that.
    expect(judged.map(m => [m.measure, m.status])).toEqual([
      ['t-m', 'noData'],
      ['s-m', 'met'],
      ['d-m', 'met'],
    ])
    const told = judged.find(m => m.measure === 's-m')
    expect(told && sentencesOf(told.explanation, 'vi')).toContain(
      'cộng lên từ giả định về các đơn vị bên trong; đơn vị khác giữ số đã biết, hoặc đi tiếp như lần gần nhất.',
    )
    expect(told && sentencesOf(told.explanation, 'en')).toContain('is added up from what is supposed of areas within')
  })

  test('a ratio follows what it is a ratio of, in the area itself and above', () => {
    const known = ['s', 'e', 'n', 'x'].flatMap(area => {
      const [many, few] = area === 'x' ? ['300', '150'] : ['100', '50']
      return [
        seen('people', '2024', many, { area }),
        seen('insured', '2024', few, { area }),
        seen('covered', '2024', area === 'x' ? '51' : '50', { area }),
      ]
    })
    const layer = { name: 'a', assumptions: [value('insured', 's', 2024, '80')] }
    const { question: then, added } = suppose(question(known), layer)
    const rates = then.observations.filter(o => o.indicator === 'covered' && o.status === 'simulated')
    expect(rates.map(o => [o.area, o.source, shown(exactly(o) ?? NOUGHT)])).toEqual([
      ['s', 'what-if-ratio', '80'],
      // 180 of 300 are ten points more than 150; the province’s own word of 51 goes up by as much.
      ['x', 'what-if-added', '61'],
    ])
    expect(added.map(each => [each.indicator.code, each.area, each.before && shown(each.before), shown(each.value)])).toEqual([
      ['insured', 'x', '150', '180'],
      ['covered', 'x', '51', '61'],
    ])
    // What is supposed of the ratio itself stands; another district’s part moves the whole beside it.
    const both = { ...layer, assumptions: [...layer.assumptions, value('covered', 'e', 2024, '80')] }
    const { question: more } = suppose(question(known), both)
    const whole = more.observations.find(o => o.indicator === 'covered' && o.area === 'x')
    expect(shown(exactly(whole) ?? NOUGHT)).toBe('71')
  }) // prettier-ignore

  test('where it cannot be known how far, it is told and nothing is moved', () => {
    const told = (observations: readonly Observation[], ...assumptions: readonly Assumption[]) =>
      suppose(question(observations), { name: 'a', assumptions }).messages.map(m => [m.rule, m.start, m.actual, m.expected])
    expect(told([seen('trees', '2024', '30')], value('trees', 's', 2024, '5'))).toEqual([['layer.not-added', 1, 'trees', 'x']])
    expect(told([], value('rank', 's', 2024, '5'))).toEqual([['layer.no-rule', 1, 'rank', 'x']])
    expect(told([], value('double', 's', 2024, '5'))).toEqual([['layer.no-rule', 1, 'double', 'x']])
    expect(told([], value('trees', 'q', 2024, '5'))).toEqual([['layer.not-inside', 1, 'q', 'x']])
    expect(told([seen('poor', '2024', '5'), seen('poor', '2024', '9', { area: 's' })], value('poor', 's', 2024, '5'))).toEqual([
      ['layer.not-added', 1, 'poor', 'x'],
    ])
  }) // prettier-ignore
})

/** The slow way: what an area's leaves come to. */
function rolled(
  own: ReadonlyMap<string, Ratio>,
  weight: ReadonlyMap<string, Ratio>,
  weighed: boolean,
  area: string,
  y: number,
): Ratio {
  const leaves = (at: string): readonly string[] => WITHIN[at]?.flatMap(leaves) ?? [at]
  const of = (from: ReadonlyMap<string, Ratio>, each: string) => from.get(`${each} ${String(y)}`) ?? NOUGHT
  const sum = leaves(area)
    .map(each => (weighed ? multiplyRatio(of(own, each), of(weight, each)) : of(own, each)))
    .reduce(addRatio, NOUGHT)
  return weighed ? divideRatio(sum, leaves(area).map(each => of(weight, each)).reduce(addRatio, NOUGHT)) : sum // prettier-ignore
}

/** A figure of exactly so much, its value rounded. */
const figureOf = (exact: Ratio) => ({ value: decimal((exact.num * 10n) / exact.den, 1), exact })

const exactly = (o: Observation | undefined): Ratio | null =>
  o && !('absent' in o.value) ? (o.exact ?? fromDecimal(o.value)) : null

const sumOf = (figures: readonly Observation[]) => {
  const { num } = figures.map(o => ('absent' in o.value ? ratio(0n) : fromDecimal(o.value))).reduce(addRatio, NOUGHT)
  return decimal(num, 0)
}
