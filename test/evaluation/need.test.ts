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
import type { Plan } from '../../src/plan/plan.ts'
import { indicator, level, meanGrowth, planWith, seen, target } from './plans.ts'
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
    '“a” promises 20 communes a year; 2016–2020 made 5 communes a year: 4 times as much.',
  )
})
