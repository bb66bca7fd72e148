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
      '“a”: the shares of x for 2025 (2) sum to 110 communes; the whole is 115 communes. That is 5 communes too little.',
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

describe('rates are never added up', () => {
  const two = (one: string, other: string, kind: BoundKind = 'exactly') => [
    share('north', null, one, {}, kind),
    share('south', null, other, {}, kind),
  ]
  const relative = { change: 'up', basis: 'relative' } as const
  const SHAPES: readonly Shape[] = [
    meanGrowth('2021/2025'),
    { kind: 'growth', when: periodOf('2025'), ...relative },
    { kind: 'eachChange', when: periodOf('2021/2025'), ...relative },
    { kind: 'addition', when: periodOf('2021/2025'), ...relative },
  ]

  test.each(SHAPES)('of what adds up $kind of the whole lies between those of the areas', shape => {
    const more = { overTime: 'sum' } as const
    expect(found(planOf(shape, '5', two('5', '6'), more, '%'))).toEqual([])
    expect(found(planOf(shape, '5', two('5', '4'), more, '%'))).toEqual([])
    expect(computed(planOf(shape, '5', two('4', '3'), more, '%'))).toEqual([
      { 'shares-best': ratio(4n), whole: ratio(5n), difference: ratio(-1n) },
    ])
    // Of a fall the size is bounded: a whole that is to fall by 5% needs an area that is to fall by as much.
    const fall = { ...shape, change: 'down' } as Shape
    expect(found(planOf(fall, '5', two('4', '6'), { ...more, direction: 'down' }, '%'))).toEqual([])
    expect(found(planOf(fall, '5', two('4', '3'), { ...more, direction: 'down' }, '%'))).toHaveLength(1)
  })

  test('a change in the unit adds up, a mean of yearly rates and figures that are rates say nothing', () => {
    const absolute: Shape = { kind: 'addition', when: periodOf('2021/2025'), change: 'up', basis: 'absolute' }
    expect(computed(planOf(absolute, '10', two('4', '5')))).toEqual([
      { 'shares-sum': ratio(9n), whole: ratio(10n), difference: ratio(-1n) },
    ])
    const arithmetic: Shape = { ...meanGrowth('2021/2025'), mean: 'arithmetic' } as Shape
    expect(found(planOf(arithmetic, '5', two('4', '3'), { overTime: 'sum' }, '%'))).toEqual([])
    expect(found(planOf(meanGrowth('2021/2025'), '5', two('4', '3'), { overTime: 'chainedGrowth' }, '%'))).toEqual([])
    // Of a mean only what is held at one time lies between its parts: over several, weights move.
    const mean: Shape = { kind: 'mean', when: periodOf('2021/2025') }
    expect(found(planOf(mean, '5', two('4', '3'), { overAreas: 'weightedMean' }, '%'))).toEqual([])
  })

  test('a ceiling is no part of a floor: shares that leave the end open are named', () => {
    const mixed = [
      share('north', null, '60'),
      { ...share('south', null, '1'), bound: boundOf('atMost', null, dec('50')) },
    ]
    const plan = planOf(level('2025'), '115', mixed as Allocation[])
    const nameOf = (area: string) => (area === 'south' ? 'huyện Nam' : null)
    const said = coherence(plan, [], { nameOf }).filter(f => f.rule === 'allocations-differ')
    expect(said.map(f => sentencesOf(f.explanation, 'en'))).toEqual([
      '“a”: the whole asks for 115 communes at least, but 1 of 2 shares (x, 2025) name no least: huyện Nam. So they cannot be added up against it.',
    ])
    const years = ['2021', '2022'].map(y => ({ ...share(null, y, '1'), bound: boundOf('atMost', null, dec('50')) }))
    const over = planOf(sum('2021/2022'), '100', years as Allocation[], { overTime: 'sum' })
    expect(sentencesOf(found(over)[0]?.explanation ?? [], 'vi')).toContain(
      'không nêu mức thấp nhất: năm 2021 và năm 2022',
    )
  })

  test('ranges and ceilings are added end by end', () => {
    const range = (low: string, high: string) => boundOf('between', dec(low), dec(high))
    const shares = [range('50', '55'), range('50', '60')].map((bound, i) => ({
      ...share(`a${String(i)}`, null, '1'),
      bound,
    }))
    const base = planOf(level('2025'), '1', shares as Allocation[])
    const with_ = (bound: ReturnType<typeof boundOf>) => ({
      ...base,
      targets: base.targets.map(t => ({ ...t, measures: t.measures.map(m => ({ ...m, bound })) })),
    })
    expect(found(with_(range('100', '115')))).toEqual([])
    expect(computed(with_(range('100', '110')))).toEqual([
      { 'shares-sum': ratio(115n), whole: ratio(110n), difference: ratio(5n) },
    ])
    expect(computed(with_(boundOf('atMost', null, dec('120'))))).toEqual([
      { 'shares-sum': ratio(115n), whole: ratio(120n), difference: ratio(-5n) },
    ])
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
