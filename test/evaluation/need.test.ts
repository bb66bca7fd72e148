import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ambitions } from '../../src/evaluation/ambition.ts'
import { insights, warnings } from '../../src/evaluation/insight.ts'
import { nearRatio, strain } from '../../src/evaluation/need/pace.ts'
import { exactQuantity } from '../../src/evaluation/quantity.ts'
import { sentencesOf, sentenceOf } from '../../src/evaluation/sentence.ts'
import { dec } from '../../src/measure/decimal.ts'
import { addRatio, approximateRatio, fromDecimal, multiplyRatio, ratio } from '../../src/measure/ratio.ts'
import { LANGUAGES } from '../../src/messages/message.ts'
import type { Observation } from '../../src/plan/observation.ts'
import type { Indicator, Measure, Plan, Shape } from '../../src/plan/plan.ts'
import { indicator, level, meanGrowth, periodOf, planWith, seen, target } from './plans.ts'
import { observationsOf, planOf, world } from './world.ts'

const r = (text: string | number) => fromDecimal(dec(text))
const years = (code: string, from: number, values: readonly number[]) =>
  values.map((v, i) => seen(code, String(from + i), String(v)))
const needIn = (plan: Plan, figures: ReturnType<typeof seen>[], on: string) =>
  insights({ plan, observations: figures, on })[0]?.need ?? null

describe('the pace that is still needed', () => {
  const roads = planWith(
    [indicator('roads', 'km', { overTime: 'sum', decimals: 0, nonNegative: true })],
    [target('t', 'roads', { kind: 'cumulative', when: level('2021/2025').when }, ['atLeast', '1000', null], 'km')],
  )

  test('a sum that no year ever came near is out of reach, with the arithmetic', () => {
    const need = needIn(roads, years('roads', 2018, [60, 70, 80, 90, 100, 110]), '2023-12-31')
    expect(need).toMatchObject({ kind: 'figure', wants: 'more', seen: 6, reach: 'outOfReach', strain: ratio(35n, 11n) })
    expect(need?.pace).toEqual({ kind: 'ratio', ratio: ratio(350n) })
    expect(need && sentencesOf(need.explanation, 'en')).toBe(
      'What is missing is 700 km, over 2 periods. ' +
        'From here every period needs at least: 350 km (2 periods). ' +
        'Out of reach unless something great changes: the best so far is 110 km (2023, of 6 known), ' +
        'and it takes 3.18 times that; beyond twice, no period ever came near.',
    )
    expect(need && sentencesOf(need.explanation, 'vi')).toContain('Không còn khả năng')
  })

  test('is said on the side that is enough: what is needed is rounded up, what there is room for down', () => {
    const saidOf = (plan: Plan, figures: ReturnType<typeof seen>[], on: string) =>
      sentencesOf(needIn(plan, figures, on)?.explanation ?? [], 'en')
    // 601 over three years is 200.33 a year: 200 would not do.
    expect(saidOf(roads, years('roads', 2021, [200, 199]), '2022-12-31')).toContain('at least: 201 km (3 periods)')
    const rates = planWith(
      [indicator('g', '%', { overTime: 'chainedGrowth' })],
      [target('t', 'g', meanGrowth('2021/2025'), ['atLeast', '7', null], '%')],
    )
    // (1.07^5 ÷ (1.03 × 1.02 × 1.025))^(1/2) − 1 = 14.1244%.
    expect(saidOf(rates, years('g', 2021, [3, 2, 2.5]), '2023-12-31')).toContain('at least: a rise of 14.13%')
    const below = (kind: 'atMost' | 'lessThan') =>
      planWith(
        [indicator('poor', '%', { overTime: 'last', direction: 'down' })],
        [target('t', 'poor', level('2025'), [kind, null, '5'], '%')],
      )
    const falling = years('poor', 2022, [8, 7])
    expect(saidOf(below('atMost'), falling, '2023-12-31')).toContain('at least: a fall of 1 percentage point ')
    // "Below 5" is not had by coming to 5.
    expect(saidOf(below('lessThan'), falling, '2023-12-31')).toContain('at least: a fall of 1.01 percentage points')
  })

  test('a little more than ever is beyond what was seen, what was done before is within', () => {
    expect(needIn(roads, years('roads', 2021, [200, 200, 250]), '2023-12-31')?.reach).toBe('within')
    expect(needIn(roads, years('roads', 2021, [150, 150, 200]), '2023-12-31')?.reach).toBe('beyondSeen')
    expect(needIn(roads, years('roads', 2021, [10, 10]), '2022-12-31')?.reach).toBe('unknown')
  })

  test('a mean growth whose remaining years need a rate outside anything seen', () => {
    const plan = planWith(
      [indicator('g', '%', { overTime: 'chainedGrowth' })],
      [target('t', 'g', meanGrowth('2021/2025'), ['atLeast', '8', null], '%')],
    )
    const need = needIn(plan, years('g', 2021, [6, 5, 4, 5]), '2024-12-31')
    // 1.08^5 ÷ (1.06 × 1.05 × 1.04 × 1.05) − 1
    expect(need && approximateRatio(nearRatio(need.pace) ?? r(0))).toBeCloseTo(20.893, 3)
    expect(need).toMatchObject({ kind: 'rate', reach: 'outOfReach', unit: '%' })
  })

  test('a rate of growth over levels, and a fall that never came', () => {
    const plan = planWith(
      [indicator('poor', '%', { overTime: 'last', direction: 'down' })],
      [target('t', 'poor', level('2025'), ['atMost', null, '5'], '%')],
    )
    const falling = needIn(plan, years('poor', 2019, [13, 12, 11, 10, 9]), '2023-12-31')
    expect(falling).toMatchObject({ kind: 'change', wants: 'less', reach: 'beyondSeen', strain: ratio(2n) })
    const rising = needIn(plan, years('poor', 2019, [8, 8.5, 9, 9.5, 10]), '2023-12-31')
    expect(rising).toMatchObject({ strain: null, reach: 'outOfReach' })
    expect(rising && sentencesOf(rising.explanation, 'vi')).toContain('chưa kỳ nào đi theo hướng đó')
    expect(needIn(plan, years('poor', 2019, [8, 7, 6, 5, 4]), '2023-12-31')?.reach).toBe('there')
  })

  test('kept up, the pace of a level or a sum comes to exactly the bound', () => {
    let kept = 0
    fc.assert(
      fc.property(world, w => {
        fc.pre(w.shape.kind === 'level' || w.shape.kind === 'cumulative')
        fc.pre(w.bound.kind === 'atLeast')
        const plan = planOf(w)
        const [found] = insights({ plan, observations: observationsOf({ ...w, term: null }), on: w.on })
        if (!found?.need || found.need.reach === 'there') return
        const pace = exactQuantity(found.need.pace)
        const known = [...w.figures].filter(([y]) => y > (w.shape.kind === 'level' ? 0 : 2020) && `${y}-12-31` <= w.on)
        const last = known.at(-1)
        if (!pace || !last) return
        kept += 1
        const left = ratio(BigInt(2025 - last[0]))
        const start =
          w.shape.kind === 'level' ? fromDecimal(last[1]) : known.map(([, v]) => fromDecimal(v)).reduce(addRatio)
        expect(addRatio(start, multiplyRatio(pace, left))).toEqual(fromDecimal(w.bound.low))
      }),
      { numRuns: 3000 },
    )
    expect(kept).toBeGreaterThan(20)
  })

  test('every explanation is whole in both languages', () => {
    const said = new Set<string>()
    fc.assert(
      fc.property(world, w => {
        const found = insights({ plan: planOf(w), observations: observationsOf({ ...w, term: null }), on: w.on })
        for (const reason of found.flatMap(each => each.need?.explanation ?? [])) {
          said.add(reason.code)
          for (const language of LANGUAGES) expect(sentenceOf(reason, language)).toMatch(/^[^{}]+[.]$/u)
        }
      }),
      { numRuns: 1500 },
    )
    expect(said.size).toBeGreaterThanOrEqual(8)
  })
})

describe('strain', () => {
  test.each([
    ['more', '6', '3', true, ratio(2n)],
    ['more', '-1', '3', true, ratio(0n)],
    ['more', '6', '-3', true, null],
    ['less', '-6', '-3', true, ratio(2n)],
    ['less', '4', '-3', true, ratio(0n)],
    ['less', '4', '8', false, ratio(2n)],
    ['less', '0', '8', false, null],
    ['less', '-2', '-4', false, ratio(1n, 2n)],
  ] as const)('%s: %s needed, %s best', (wants, needed, best, ofChange, expected) => {
    expect(strain(r(needed), r(best), wants, ofChange)).toEqual(expected)
  })
})

test('early warning: never before first, then the most strained, what holds last', () => {
  const codes = ['never', 'hard', 'easy', 'there'] as const
  const plan = planWith(
    codes.map(code => indicator(code, 'xã', { overTime: 'last', decimals: 0 })),
    codes.map(code => target(code, code, level('2025'), ['atLeast', '100', null], 'xã')),
  )
  const observations = [
    ...years('easy', 2019, [50, 60, 70, 80, 90]),
    ...years('there', 2019, [50, 60, 70, 80, 100]),
    ...years('never', 2019, [50, 49, 48, 47, 46]),
    ...years('hard', 2019, [50, 51, 52, 53, 54]),
  ]
  const found = warnings(insights({ plan, observations, on: '2023-12-31' }))
  expect(found.map(each => each.target)).toEqual(['never', 'hard', 'easy', 'there'])
})

test('ambition: the promise a year beside the last term a year', () => {
  const plan = planWith(
    [indicator('a', 'xã', { decimals: 0, overTime: 'last' }), indicator('g', '%', { overTime: 'chainedGrowth' })],
    [
      target('t', 'a', level('2025'), ['atLeast', '150', null], 'xã'),
      target('g', 'g', meanGrowth('2021/2025'), ['between', '7', '8'], '%'),
    ],
  )
  const observations = [seen('a', '2015', '25'), seen('a', '2020', '50'), seen('g', '2016/2020', '5')]
  const found = ambitions(plan, observations)
  expect(found.map(each => [each.measure, each.ratio])).toEqual([
    ['t-m', ratio(4n)],
    ['g-m', ratio(8n, 5n)],
  ])
  expect(sentencesOf(found[0]?.explanation ?? [], 'en')).toBe(
    '“a” promises 20 communes a year; 2016 – 2020 made 5 communes a year: 4 times as much.',
  )
})

describe('ambition of every shape that has a pace', () => {
  const of = (
    shape: Shape,
    bound: readonly ['atLeast', string, null] | readonly ['atMost', null, string],
    more: Partial<Indicator> = {},
    measure: Partial<Measure> = {},
    unit = 'km',
  ) =>
    planWith(
      [indicator('a', more.unit ?? unit, { decimals: 0, overTime: 'sum', ...more })],
      [target('t', 'a', shape, bound, unit, measure)],
    )
  const said = (plan: Plan, figures: readonly Observation[], on?: string) => {
    const [found] = ambitions(plan, figures, on === undefined ? {} : { on })
    return found && [found.ratio, sentencesOf(found.explanation, 'en')]
  }
  const flows = years('a', 2016, [90, 110, 100, 95, 105])
  const when = periodOf('2021/2025')

  test('what is added up: a year of the sum, of the mean, of every year', () => {
    const sum = said(of({ kind: 'cumulative', when }, ['atLeast', '700', null]), flows)
    expect(sum).toEqual([
      ratio(7n, 5n),
      '“a” promises 140 km a year; 2016 – 2020 made 100 km a year: 1.4 times as much.',
    ])
    expect(said(of({ kind: 'mean', when }, ['atLeast', '150', null]), flows)?.[0]).toEqual(ratio(3n, 2n))
    expect(said(of({ kind: 'eachPeriod', when }, ['atLeast', '80', null]), flows)?.[0]).toEqual(ratio(4n, 5n))
    // The last term told in one figure; a ceiling is stricter the less it allows.
    expect(said(of({ kind: 'cumulative', when }, ['atLeast', '700', null]), [seen('a', '2016/2020', '350')])?.[0]).toEqual(ratio(2n)) // prettier-ignore
    expect(said(of({ kind: 'cumulative', when }, ['atMost', null, '400'], { direction: 'down' }), flows)).toEqual([
      ratio(5n, 4n),
      '“a” allows 80 km a year at most, where 2016 – 2020 had 100 km a year.',
    ])
  })

  test('so many more by the end, and a rate for every year', () => {
    const stock = years('a', 2015, [100, 105, 110, 115, 120, 125])
    const addition = { kind: 'addition', when, change: 'up', basis: 'absolute' } as const
    expect(said(of(addition, ['atLeast', '50', null], { overTime: 'last' }), stock)).toEqual([
      ratio(2n),
      '“a” promises 10 km a year; 2016 – 2020 made 5 km a year: 2 times as much.',
    ])
    const fall = { kind: 'eachChange', when, change: 'down', basis: 'relative' } as const
    const halved = [seen('a', '2018', '400'), seen('a', '2020', '100')]
    expect(said(of(fall, ['atLeast', '25', null], { direction: 'down', unit: 'vụ' }, {}, '%'), halved)?.[0]).toEqual(ratio(1n, 2n)) // prettier-ignore
  })

  test('where the last term is not known, or by another method, it is said and nothing is compared', () => {
    const plan = of(level('2025'), ['atLeast', '150', null], {
      overTime: 'last',
      methods: ['old', 'new'].map(id => ({ id, name: { vi: id }, linked: [] })),
    })
    const old = [seen('a', '2015', '25', { method: 'old' }), seen('a', '2020', '50', { method: 'old' })]
    expect(said(plan, [])).toEqual([
      null,
      '“a”: the figures of 2016 – 2020 are too few to hold the promise against the last term.',
    ])
    expect(said(plan, old, '2020-12-31')?.[0]).toEqual(ratio(4n))
    const known = [...old, seen('a', '2022', '70', { method: 'new' })]
    expect(said(plan, known, '2022-12-31')).toEqual([
      null,
      '“a”: the figures of 2016 – 2020 are of another method, which nothing links to the one of this term, so the promise is not held against the last term.',
    ])
    // Taken back by the new method, the last term is known by it.
    const back = [seen('a', '2016', '34', { method: 'new' }), seen('a', '2020', '50', { method: 'new' })]
    expect(said(plan, [...known, ...back], '2022-12-31')?.[0]).toEqual(ratio(5n))
    const linked = { ...plan, indicators: plan.indicators.map(each => ({ ...each, methods: each.methods.map(m => ({ ...m, linked: ['new'] })) })) } // prettier-ignore
    expect(said(linked, known, '2022-12-31')?.[0]).toEqual(ratio(4n))
  })

  test('none of what has no good direction, of events, and of a change that is not the good one', () => {
    expect(said(of(level('2025'), ['atLeast', '150', null], { direction: 'none' }), flows)).toBeUndefined()
    expect(
      said(of(meanGrowth('2021/2025'), ['atMost', null, '1'], { direction: 'down' }, {}, '%'), flows),
    ).toBeUndefined()
  })
})
