import { describe, expect, test } from 'vitest'
import { coherence } from '../../src/evaluation/coherence/coherence.ts'
import { roundQuantity } from '../../src/evaluation/quantity.ts'
import { sentencesOf } from '../../src/evaluation/sentence.ts'
import { decimalText } from '../../src/measure/decimal.ts'
import type { Observation } from '../../src/plan/observation.ts'
import type { Plan } from '../../src/plan/plan.ts'
import { indicator, level, meanGrowth, periodOf, planWith, seen, target } from './plans.ts'

const found = (plan: Plan, observations: readonly Observation[] = []) =>
  coherence(plan, observations).map(f => ({
    rule: f.rule,
    severity: f.severity,
    targets: f.targets,
    computed: f.computed.map(c => {
      const value = roundQuantity(c.value, c.decimals)
      return value && decimalText(value)
    }),
    vi: sentencesOf(f.explanation, 'vi'),
  }))

describe('implied growth', () => {
  const plan = planWith(
    [
      indicator('grdp', '%', { name: { vi: 'Tốc độ tăng trưởng kinh tế (GRDP)' }, overTime: 'chainedGrowth' }),
      indicator('perHead', 'USD', { name: { vi: 'GRDP bình quân đầu người' }, decimals: 0 }),
    ],
    [
      target('t1', 'grdp', meanGrowth('2021/2025'), ['between', '7', '7.5'], '%', { name: { vi: 'Tăng trưởng GRDP' } }),
      target('t2', 'perHead', level('2025'), ['between', '2900', '3000'], 'USD', {
        name: { vi: 'GRDP bình quân đầu người' },
      }),
    ],
  )

  test('1.937 USD to 2.900 - 3.000 USD needs 8,41 - 9,14% a year beside the 7 - 7,5% promised', () => {
    expect(found(plan, [seen('perHead', '2020', '1937')])).toEqual([
      {
        rule: 'implied-growth',
        severity: 'info',
        targets: ['t2', 't1'],
        computed: ['8.41', '9.14'],
        vi:
          '“GRDP bình quân đầu người”: từ 1.937 USD (năm 2020) lên 2.900 – 3.000 USD cần tăng 8,41 – 9,14% mỗi năm. ' +
          'Trong khi đó, “Tăng trưởng GRDP” đặt mức tăng 7 – 7,5% mỗi năm. ' +
          'Hai chỉ số khác nhau: phần chênh phải do giá, tỷ giá hoặc dân số.',
      },
    ])
  })

  test('is silent without a baseline, with one that fits, or with one of another year', () => {
    expect(found(plan)).toEqual([])
    expect(found(plan, [seen('perHead', '2020', '2100')])).toEqual([])
    expect(found(plan, [seen('perHead', '2018', '1937')])).toEqual([])
  })

  test('is a warning where the same indicator is promised twice', () => {
    const twice = planWith(
      [indicator('export', 'triệu USD', { overTime: 'sum' })],
      [
        target('a', 'export', meanGrowth('2021/2025'), ['between', '8', '9'], '%'),
        target('b', 'export', level('2025'), ['exactly', '200', '200'], 'triệu USD'),
      ],
    )
    const [finding] = found(twice, [seen('export', '2020', '100')])
    expect(finding).toMatchObject({ rule: 'implied-growth', severity: 'warning', computed: ['14.87', '14.87'] })
    expect(found(twice, [seen('export', '2020', '131')])).toEqual([])
  })
})

describe('shares of one whole', () => {
  const composition = (...ranges: readonly (readonly [string, string])[]) =>
    planWith(
      ranges.map((_, i) => indicator(`s${i}`, '%', { direction: 'none' })),
      ranges.map(([low, high], i) =>
        target(`t${i}`, `s${i}`, level('2025'), [low === high ? 'exactly' : 'between', low, high], '%', {
          partOf: 'Cơ cấu kinh tế',
        }),
      ),
    )

  test('ranges that can sum to 100 are silent', () => {
    expect(found(composition(['17', '18'], ['25', '26'], ['52', '53'], ['4', '5']))).toEqual([])
    expect(found(composition(['33.3', '33.3'], ['33.3', '33.3'], ['33.3', '33.3']))).toEqual([])
  })

  test('ranges that cannot are named with their sum', () => {
    expect(found(composition(['17', '18'], ['25', '26'], ['50', '51']))).toMatchObject([
      { rule: 'shares-cannot-sum', computed: ['95'], targets: ['t0', 't1', 't2'] },
    ])
    expect(found(composition(['27', '28'], ['25', '26'], ['50', '51']))).toMatchObject([
      { computed: ['102'], vi: 'Các phần của “Cơ cấu kinh tế” thấp nhất cộng lại đã là 102%, vượt 100%.' },
    ])
  })

  test('a part that is promised as open to one side proves nothing on that side', () => {
    const open = planWith(
      [indicator('a', '%', { direction: 'none' }), indicator('b', '%', { direction: 'none' })],
      [
        target('a', 'a', level('2025'), ['atLeast', '20', null], '%', { partOf: 'X' }),
        target('b', 'b', level('2025'), ['between', '50', '60'], '%', { partOf: 'X' }),
      ],
    )
    expect(found(open)).toEqual([])
  })
})

describe('baseline and last term', () => {
  const doctors = (bound: string) =>
    planWith([indicator('d', 'bác sĩ')], [target('t', 'd', level('2025'), ['exactly', bound, bound], 'bác sĩ')])

  test('a target below its baseline', () => {
    expect(found(doctors('9.5'), [seen('d', '2020', '10.2')])).toEqual([
      {
        rule: 'below-baseline',
        severity: 'warning',
        targets: ['t'],
        computed: ['10.20', '9.50'],
        vi: 'Chỉ tiêu “d” là 9,5 bác sĩ, thấp hơn mức 10,2 bác sĩ đã có (năm 2020).',
      },
    ])
    expect(found(doctors('10.2'), [seen('d', '2020', '10.2')])).toEqual([])
  })

  test('a figure of the term itself is no baseline', () => {
    expect(found(doctors('9.5'), [seen('d', '2021', '10.2')])).toEqual([])
  })

  test('a target slower than the last term', () => {
    const figures = [seen('d', '2015', '7'), seen('d', '2020', '10')]
    expect(found(doctors('11.5'), figures)).toMatchObject([
      { rule: 'below-last-pace', severity: 'info', computed: ['0.30', '0.60'] },
    ])
    expect(found(doctors('13'), figures)).toEqual([])
  })

  test('a share that the old pace would carry past 100% is not called slow', () => {
    const plan = planWith([indicator('w', '%')], [target('t', 'w', level('2025'), ['exactly', '100', '100'], '%')])
    expect(found(plan, [seen('w', '2015', '80'), seen('w', '2020', '95')])).toEqual([])
  })

  test('a poverty rate that the old pace would carry below zero is not called slow', () => {
    const plan = planWith(
      [indicator('p', '%', { direction: 'down' })],
      [target('t', 'p', level('2025'), ['lessThan', null, '3'], '%')],
    )
    expect(found(plan, [seen('p', '2015', '25.95'), seen('p', '2020', '7.89')])).toEqual([])
  })

  test('growth promised below the last term’s own mean', () => {
    const plan = planWith(
      [indicator('g', '%', { overTime: 'chainedGrowth' })],
      [target('t', 'g', meanGrowth('2021/2025'), ['between', '7', '7.5'], '%')],
    )
    expect(found(plan, [seen('g', '2016/2020', '8.2')])).toMatchObject([
      { rule: 'below-last-pace', computed: ['7.50', '8.20'] },
    ])
    expect(found(plan, [seen('g', '2016/2020', '4.67')])).toEqual([])
  })
})

describe('years against their total, parts against their whole', () => {
  const forest = (total: string) =>
    planWith(
      [indicator('f', 'ha', { decimals: 0, overTime: 'sum' })],
      [
        target('each', 'f', { kind: 'eachPeriod', when: periodOf('2021/2025') }, ['exactly', '9000', '9000'], 'ha'),
        target('all', 'f', { kind: 'cumulative', when: periodOf('2021/2025') }, ['exactly', total, total], 'nghìn ha'),
      ],
    )

  test('9.000 ha a year is 45 nghìn ha in five years, not 50', () => {
    expect(found(forest('50'))).toMatchObject([
      { rule: 'yearly-against-total', targets: ['each', 'all'], computed: ['45.000'] },
    ])
    expect(found(forest('45'))).toEqual([])
  })

  const communes = (advanced: string) =>
    planWith(
      [
        indicator('all', 'xã', { decimals: 0 }),
        indicator('plus', 'xã', { decimals: 0 }),
        indicator('model', 'xã', { decimals: 0 }),
      ],
      [
        target('t', 'all', level('2025'), ['exactly', '115', '115'], 'xã'),
        target('u', 'plus', level('2025'), ['exactly', advanced, advanced], 'xã', { partOf: 'all' }),
        target('v', 'model', level('2025'), ['atLeast', '12', null], 'xã', { partOf: 'all' }),
      ],
    )

  test('parts beyond their whole', () => {
    expect(found(communes('110'))).toMatchObject([
      { rule: 'parts-exceed-whole', targets: ['t', 'u', 'v'], computed: ['122'] },
    ])
    expect(found(communes('32'))).toEqual([])
  })
})
