import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { contributions } from '../../src/evaluation/contribution/contributions.ts'
import { decompose } from '../../src/evaluation/contribution/decompose.ts'
import { boundOf } from '../../src/measure/bound.ts'
import { dec } from '../../src/measure/decimal.ts'
import { addRatio, compareRatio, NOUGHT, ratio, type Ratio } from '../../src/measure/ratio.ts'
import type { Allocation } from '../../src/plan/plan.ts'
import { indicator, level, periodOf, planWith, seen, target } from './plans.ts'

const share = (area: string, low: string): Allocation => {
  const bound = boundOf('atLeast', dec(low), null)
  if (!bound) throw new Error('a bound of a test must stand')
  return { area, when: null, bound, within: null }
}

describe('whose gap it is', () => {
  test('the parts, what was not shared out and what nobody explains sum to the gap, exactly', () => {
    const number = fc.tuple(fc.integer({ min: -900, max: 900 }), fc.integer({ min: 1, max: 12 })).map(([n, d]) => ratio(BigInt(n), BigInt(d))) // prettier-ignore
    const part = fc.record({ id: fc.string(), bound: number, value: fc.option(number) })
    fc.assert(
      fc.property(number, number, fc.array(part, { maxLength: 8 }), fc.constantFrom('low', 'high'), (bound, value, parts, side) => {
        const found = decompose({ bound, value }, parts, side)
        const sum = (list: readonly (Ratio | null)[]) => list.map(r => r ?? NOUGHT).reduce(addRatio, NOUGHT)
        expect(sum([...found.parts.map(p => p.gap), found.unshared, found.unexplained])).toEqual(found.gap)
        const gaps = found.parts.flatMap(p => p.gap ?? [])
        gaps.slice(1).forEach((gap, i) => expect(compareRatio(gaps[i] ?? NOUGHT, gap)).toBeGreaterThanOrEqual(0))
        expect(found.silent).toHaveLength(parts.filter(p => !p.value).length)
      }),
    ) // prettier-ignore
  })

  test('areas of a sum, the largest gap first; who says nothing is named', () => {
    const plan = planWith(
      [indicator('a', 'xã', { decimals: 0, overAreas: 'sum', overTime: 'last' })],
      [target('t', 'a', level('2025'), ['atLeast', '115', null], 'xã', { allocations: [share('n', '60'), share('s', '35'), share('e', '20')] })],
    ) // prettier-ignore
    const at = (area: string, value: string) => seen('a', '2025', value, { area })
    const observations = [at('x', '90'), at('n', '45'), at('s', '36')]
    const [found] = contributions({ plan, observations, on: '2025-12-31' })
    expect(found).toMatchObject({ by: 'areas', measure: 't-m', side: 'low' })
    expect(found?.of.gap).toEqual(ratio(25n))
    expect(found?.of.parts.map(p => [p.id, p.gap, p.share])).toEqual([
      ['n', ratio(15n), ratio(3n, 5n)],
      ['s', ratio(-1n), ratio(-1n, 25n)],
      ['e', null, null],
    ])
    expect(found?.of).toMatchObject({ unshared: NOUGHT, unexplained: ratio(11n), silent: ['e'] })
  })

  test('parts are held against the whole in the time that its value speaks of: later figures of some explain nothing', () => {
    const shares = { allocations: [share('n', '60'), share('s', '55')] }
    const plan = planWith(
      [indicator('a', 'xã', { decimals: 0, overAreas: 'sum', overTime: 'last' }), indicator('b', 'km', { decimals: 0, overAreas: 'sum', overTime: 'sum' })],
      [
        target('t', 'a', level('2025'), ['atLeast', '115', null], 'xã', shares),
        target('u', 'b', { kind: 'cumulative', when: periodOf('2021/2025') }, ['atLeast', '115', null], 'km', shares),
      ],
    ) // prettier-ignore
    const at = (code: string, when: string, area: string, value: string) => seen(code, when, value, { area })
    const observations = [
      ...['a', 'b'].flatMap(code => [at(code, '2021', 'x', '60'), at(code, '2021', 'n', '35'), at(code, '2021', 's', '25'), at(code, '2022', 'n', '50')]),
      // The year before is there of the whole alone: what s made of both is not known.
      at('b', '2022', 'x', '20'),
    ] // prettier-ignore
    const [level_, sum] = contributions({ plan, observations, on: '2023-06-30' })
    expect(level_?.of.parts.map(p => [p.id, p.value])).toEqual([
      ['s', ratio(25n)],
      ['n', ratio(35n)],
    ])
    expect(level_?.of).toMatchObject({ gap: ratio(55n), unexplained: NOUGHT, silent: [] })
    expect(sum?.of.parts.map(p => [p.id, p.value])).toEqual([
      ['n', ratio(85n)],
      ['s', null],
    ])
    expect(sum?.of.silent).toEqual(['s'])
  })

  test('areas of a ratio: what their own rate and their own weight make of it', () => {
    const plan = planWith(
      [
        indicator('poor', 'hộ', { decimals: 0, overAreas: 'sum', overTime: 'last', direction: 'down' }),
        indicator('all', 'hộ', { decimals: 0, overAreas: 'sum', overTime: 'last' }),
        indicator('rate', '%', { overAreas: 'ratioOfSums', overTime: 'last', direction: 'down', ratio: { numerator: 'poor', denominator: 'all' } }),
      ],
      [target('t', 'rate', level('2025'), ['atMost', null, '5'], '%', { allocations: [share('n', '5'), share('s', '5')] })],
    ) // prettier-ignore
    const at = (code: string, area: string, value: string) => seen(code, '2025', value, { area })
    const observations = [at('rate', 'x', '8'), at('poor', 'n', '70'), at('all', 'n', '700'), at('poor', 's', '10'), at('all', 's', '300')] // prettier-ignore
    const [found] = contributions({ plan, observations, on: '2025-12-31' })
    expect(found).toMatchObject({ by: 'ratio', side: 'high', unit: 'điểm %' })
    // 8% for 1,000 households; n has 10% of 700, which is 3.5 points too much of the whole, s 0.5 points less than allowed.
    expect(found?.of.gap).toEqual(ratio(3n))
    expect(found?.of.parts.map(p => [p.id, p.gap])).toEqual([
      ['n', ratio(7n, 2n)],
      ['s', ratio(-1n, 2n)],
    ])
    expect(found?.of).toMatchObject({ unshared: NOUGHT, unexplained: NOUGHT })
    expect(found?.terms).toContainEqual({ area: 'n', above: ratio(70n), below: ratio(700n) })
  })

  test('parts of a whole', () => {
    const plan = planWith(
      ['w', 'p', 'q'].map(code => indicator(code, 'tỷ đồng', { decimals: 0, overTime: 'sum' })),
      [
        target('whole', 'w', level('2025'), ['atLeast', '100', null], 'tỷ đồng'),
        target('one', 'p', level('2025'), ['atLeast', '60', null], 'tỷ đồng', { partOf: 'w' }),
        target('two', 'q', level('2025'), ['atLeast', '40', null], 'tỷ đồng', { partOf: 'w' }),
      ],
    )
    const observations = [seen('w', '2025', '80'), seen('p', '2025', '58'), seen('q', '2025', '22')]
    const [found] = contributions({ plan, observations, on: '2025-12-31' })
    expect(found).toMatchObject({ by: 'parts', measure: 'whole-m' })
    expect(found?.of.parts.map(p => [p.id, p.share])).toEqual([
      ['two-m', ratio(9n, 10n)],
      ['one-m', ratio(1n, 10n)],
    ])
  })

  test('of one target nothing changes but what is looked at; a ratio without shares is that of the areas right below', () => {
    const ratioOf = { numerator: 'poor', denominator: 'all' }
    const plan = planWith(
      [
        indicator('poor', 'hộ', { decimals: 0, overAreas: 'sum', overTime: 'last', direction: 'down' }),
        indicator('all', 'hộ', { decimals: 0, overAreas: 'sum', overTime: 'last' }),
        indicator('rate', '%', { overAreas: 'ratioOfSums', overTime: 'last', direction: 'down', ratio: ratioOf }),
        indicator('w', 'xã', { decimals: 0, overAreas: 'sum', overTime: 'last' }),
      ],
      [
        target('t', 'rate', level('2025'), ['atMost', null, '5'], '%'),
        target('u', 'w', level('2025'), ['atLeast', '9', null], 'xã', { allocations: [share('n', '6'), share('s', '3')] }),
      ],
    ) // prettier-ignore
    const at = (code: string, area: string, value: string) => seen(code, '2025', value, { area })
    const observations = [at('rate', 'x', '8'), at('poor', 'n', '70'), at('all', 'n', '700'), at('poor', 's', '10'), at('all', 's', '300'), at('w', 'x', '7'), at('w', 'n', '3'), at('w', 's', '4')] // prettier-ignore
    const question = { plan, observations, on: '2025-12-31' }
    const all = contributions(question, { below: ['n', 's'] })
    expect(all.map(each => [each.target, each.by])).toEqual([['t', 'ratio'], ['u', 'areas']]) // prettier-ignore
    expect(all[0]?.of.parts.map(p => [p.id, p.gap])).toEqual([['n', ratio(7n, 2n)], ['s', ratio(-1n, 2n)]]) // prettier-ignore
    for (const { id } of plan.targets)
      expect(contributions(question, { target: id, below: ['n', 's'] })).toEqual(all.filter(each => each.target === id))
    expect(contributions(question, { target: 'nobody' })).toEqual([])
  })
})
