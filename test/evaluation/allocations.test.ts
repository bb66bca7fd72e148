import { describe, expect, test } from 'vitest'
import { areasOf, planFor, yearlyPlanFor } from '../../src/evaluation/allocation/plan-for.ts'
import { coherence } from '../../src/evaluation/coherence/coherence.ts'
import { evaluate } from '../../src/evaluation/evaluate.ts'
import { exactQuantity } from '../../src/evaluation/quantity.ts'
import { sentencesOf } from '../../src/evaluation/sentence.ts'
import { boundOf, type BoundKind } from '../../src/measure/bound.ts'
import { dec } from '../../src/measure/decimal.ts'
import { ratio } from '../../src/measure/ratio.ts'
import { say } from '../../src/messages/catalogue.ts'
import { parsePlanFile, planFile } from '../../src/plan/plan-file.ts'
import type { Allocation, Indicator, Plan, Shape } from '../../src/plan/plan.ts'
import { indicator, level, meanGrowth, periodOf, planWith, seen, target } from './plans.ts'

const share = (
  area: string | null,
  when: string | null,
  low: string,
  more: Partial<Allocation> = {},
  kind: BoundKind = 'exactly',
): Allocation => {
  const oneSided = kind === 'atLeast'
  const bound = boundOf(kind, dec(low), oneSided ? null : dec(low))
  if (!bound) throw new Error('a bound of a test must stand')
  return { area, when: when === null ? null : periodOf(when), bound, within: null, ...more }
}

const planOf = (
  shape: Shape,
  whole: string,
  allocations: readonly Allocation[],
  more: Partial<Indicator> = {},
  unit = 'xã',
): Plan =>
  planWith(
    [indicator('a', unit, { decimals: 0, overAreas: 'sum', overTime: 'last', ...more })],
    [target('t', 'a', shape, ['exactly', whole, whole], unit, { allocations })],
  )

const sum = (when: string): Shape => ({ kind: 'cumulative', when: periodOf(when) })
const found = (plan: Plan) => coherence(plan).filter(f => f.rule === 'allocations-differ')
const computed = (plan: Plan) =>
  found(plan).map(f => Object.fromEntries(f.computed.map(c => [c.name, exactQuantity(c.value)])))

describe('the plan file keeps allocations', () => {
  const plan = planOf(level('2025'), '115', [
    share('north', null, '60'),
    share('south', null, '55'),
    share('hill', null, '30', { within: 'north' }),
    share(null, '2023', '80'),
    share('north', '2024', '50', {}, 'atLeast'),
  ])

  test('and gives them back', () => {
    const read = parsePlanFile(JSON.parse(JSON.stringify(planFile(plan))))
    expect(read.messages).toEqual([])
    expect(read.value).toEqual(plan)
  })

  const faults = (allocations: readonly object[], shape: Shape = level('2025')) => {
    const file = JSON.parse(JSON.stringify(planFile(planOf(shape, '115', [])))) as {
      targets: { measures: { allocations: readonly object[] }[] }[]
    }
    const measure = file.targets[0]?.measures[0]
    if (measure) measure.allocations = allocations
    const { value, messages } = parsePlanFile(file)
    expect(value).toBeNull()
    for (const m of messages)
      for (const language of ['vi', 'en'] as const)
        expect(
          say(m.rule, language, { column: m.column ?? '', actual: m.actual ?? '', expected: m.expected ?? '' }),
        ).toMatch(/./)
    return messages.map(m => `${m.column ?? ''} ${m.rule}`)
  }
  const bound = { kind: 'exactly', low: '1', high: '1' }

  test.each<[string, readonly object[], readonly string[]]>([
    ['of nothing', [{ bound }], ['measures.t-m.allocations[0] plan.allocation-of-nothing']],
    ['twice', [{ area: 'n', bound }, { area: 'n', bound }], ['measures.t-m.allocations[1] plan.twice']],
    ['a period that is none', [{ area: 'n', when: 'soon', bound }], ['targets[0].measures[0].allocations[0].when plan.not-a-period']],
    ['after the end', [{ when: '2026', bound }], ['measures.t-m.allocations[0].when plan.allocation-outside']],
    ['a half year', [{ when: '2024-H1', bound }], ['measures.t-m.allocations[0].when plan.allocation-outside']],
    ['within nothing', [{ area: 'n', within: 's', bound }], ['measures.t-m.allocations[0].within plan.allocation-within']],
    ['a circle', [{ area: 'n', within: 's', bound }, { area: 's', within: 'n', bound }], [
      'measures.t-m.allocations[0].within plan.allocation-circle', 'measures.t-m.allocations[1].within plan.allocation-circle',
    ]],
    ['a bound that does not fit', [{ area: 'n', bound: { kind: 'atLeast', high: '1' } }], [
      'targets[0].measures[0].allocations[0].bound plan.bound-does-not-fit',
    ]],
  ])('or says where one is wrong: %s', (_, allocations, expected) => {
    expect(faults(allocations)).toEqual(expected)
  }) // prettier-ignore
})

describe('allocations add up by the indicator’s own rule, or the difference is told', () => {
  test('115 communes shared out to districts, and on to their parts', () => {
    const right = [share('north', null, '60'), share('south', null, '55')]
    expect(found(planOf(level('2025'), '115', right))).toEqual([])
    const plan = planOf(level('2025'), '115', [...right, share('hill', null, '30', { within: 'north' })])
    expect(computed(plan)).toEqual([{ 'shares-sum': ratio(30n), whole: ratio(60n), difference: ratio(-30n) }])
    const short = planOf(level('2025'), '115', [share('north', null, '60'), share('south', null, '50')])
    expect(sentencesOf(found(short)[0]?.explanation ?? [], 'en')).toBe(
      '“a”: the 2 shares (x, 2025) sum to 110 communes; the whole is 115 communes. That is 5 communes too little.',
    )
    expect(sentencesOf(found(short)[0]?.explanation ?? [], 'vi')).toContain('Thiếu 5 xã.')
  })

  test('years of a sum, of a mean, of a mean growth, and the last year of a level', () => {
    const years = ['2021', '2022', '2023', '2024', '2025']
    const of = (shape: Shape, whole: string, each: string, more: Partial<Indicator> = {}, unit = 'xã') =>
      computed(planOf(shape, whole, years.map(y => share(null, y, each)), more, unit)) // prettier-ignore
    expect(of(sum('2021/2025'), '100', '20', { overTime: 'sum' })).toEqual([])
    expect(of(sum('2021/2025'), '100', '21', { overTime: 'sum' })).toEqual([
      { 'shares-sum': ratio(105n), whole: ratio(100n), difference: ratio(5n) },
    ])
    expect(of({ kind: 'mean', when: periodOf('2021/2025') }, '20', '20')).toEqual([])
    expect(of({ kind: 'mean', when: periodOf('2021/2025') }, '20', '19')).toHaveLength(1)
    expect(of(meanGrowth('2021/2025'), '7', '7', { overTime: 'chainedGrowth' }, '%')).toEqual([])
    expect(of(meanGrowth('2021/2025'), '7', '6', { overTime: 'chainedGrowth' }, '%')).toHaveLength(1)
    expect(of(level('2025'), '20', '20')).toEqual([])
    expect(of(level('2025'), '30', '20')).toEqual([
      { 'shares-last': ratio(20n), whole: ratio(30n), difference: ratio(-10n) },
    ])
    // Some of the years prove nothing about their sum.
    expect(computed(planOf(sum('2021/2025'), '100', [share(null, '2021', '5')]))).toEqual([])
  })

  test('a mean of shares lies between them, whatever the weights', () => {
    const shares = [share('north', null, '60', {}, 'atLeast'), share('south', null, '64', {}, 'atLeast')]
    const plan = (whole: string): Plan =>
      planWith(
        [indicator('a', '%', { decimals: 0, overAreas: 'weightedMean', overTime: 'last' })],
        [target('t', 'a', level('2025'), ['atLeast', whole, null], '%', { allocations: shares })],
      )
    expect(found(plan('62'))).toEqual([])
    expect(found(plan('65'))).toHaveLength(1)
  })
})

describe('every area is judged on its own share and its own figures', () => {
  const plan = planOf(level('2025'), '115', [
    share('north', null, '60'),
    share('south', null, '55'),
    share(null, '2023', '80'),
    share('north', '2023', '40'),
  ])
  const observations = [
    seen('a', '2025', '120'),
    seen('a', '2023', '70'),
    seen('a', '2025', '50', { area: 'north' }),
    seen('a', '2023', '45', { area: 'north' }),
    seen('a', '2025', '70', { area: 'south' }),
  ]
  const status = (of: Plan) =>
    evaluate({ plan: of, observations, on: '2025-12-31' }).judgements.map(j => [
      j.target,
      j.measures[0]?.measure,
      j.status,
    ])

  test('areas', () => {
    expect(areasOf(plan)).toEqual(['x', 'north', 'south'])
    expect(areasOf(plan).map(area => status(planFor(plan, area)))).toEqual([
      [['t', 't-m', 'exceeded']],
      [['t', 't-m', 'missed']],
      [['t', 't-m', 'exceeded']],
    ])
    expect(planFor(plan, 'elsewhere').targets).toEqual([])
  })

  test('years', () => {
    expect(status(yearlyPlanFor(plan, 'x'))).toEqual([['t', 't-m@2023', 'missed']])
    expect(status(yearlyPlanFor(plan, 'north'))).toEqual([['t', 't-m@2023', 'exceeded']])
  })
})
