import { describe, expect, test } from 'vitest'
import { evaluate } from '../../src/evaluation/evaluate.ts'
import { evaluationJson } from '../../src/evaluation/json.ts'
import { STATUS_WORDS, type StatusWord } from '../../src/evaluation/judgement.ts'
import { sentenceOf } from '../../src/evaluation/sentence.ts'
import { statusOfTarget } from '../../src/evaluation/status.ts'
import type { Observation } from '../../src/plan/observation.ts'
import type { Target } from '../../src/plan/plan.ts'
import { indicator, level, meanGrowth, periodOf, planWith, seen, target } from './plans.ts'

describe('the contract’s object', () => {
  const plan = planWith(
    [
      indicator('xa', 'xã', { decimals: 0, overTime: 'last' }),
      indicator('thu', 'tỷ đồng', { decimals: 1, overTime: 'sum' }),
    ],
    [
      target('t1', 'xa', level('2025'), ['exactly', '115', '115'], 'xã'),
      target('t2', 'thu', meanGrowth('2021/2025'), ['between', '8', '9'], '%'),
    ],
  )
  const observations = [
    seen('xa', '2020', '65'),
    seen('xa', '2025', '120'),
    seen('thu', '2020', '100.0'),
    seen('thu', '2025', '150.0'),
  ]
  const json = evaluationJson(
    evaluate({ plan, observations, on: '2025-12-31', asOfLog: 7 }),
    '2026-11-23T23:59:59+07:00',
  )

  test('has the promised fields, and every number as text or quotient too', () => {
    expect(json).toMatchObject({
      plan: 'p',
      on: '2025-12-31',
      asOf: '2026-11-23T23:59:59+07:00',
      asOfLog: 7,
      coherence: [],
      judgements: [
        {
          target: 't1',
          status: 'exceeded',
          measures: [
            {
              name: 'xa',
              status: 'exceeded',
              value: 120,
              valueText: '120',
              exact: { num: '120', den: '1' },
              bound: { kind: 'exactly', low: 115, high: 115, lowText: '115', highText: '115' },
              unit: 'xã',
              when: { from: 2025, to: 2025, period: '2025' },
              projected: null,
            },
          ],
        },
        {
          target: 't2',
          status: 'met',
          measures: [
            {
              value: 8.44717712,
              valueText: '8.44717712',
              exact: null,
              power: { num: '3', den: '2', root: 5, change: 'up' },
              when: { from: 2021, to: 2025 },
            },
          ],
        },
      ],
    })
    expect(Object.keys(json.summary)).toEqual([...STATUS_WORDS])
    expect(json.summary).toMatchObject({ exceeded: 1, met: 1, missed: 0 })
  })

  test('goes through JSON and back without a change, and says each reason in both languages', () => {
    expect(JSON.parse(JSON.stringify(json))).toEqual(json)
    const [reason] = json.judgements[0]?.measures[0]?.explanation ?? []
    expect(reason).toMatchObject({
      code: 'evaluation.value',
      vi: 'Năm 2025: kết quả 120 xã; chỉ tiêu 115 xã.',
      en: '2025: the result is 120 communes; the target is 115 communes.',
    })
  })

  test('shows a projection with its method', () => {
    const early = evaluationJson(
      evaluate({ plan, observations: [...observations, seen('xa', '2022', '85')], on: '2022-12-31' }),
      null,
    )
    expect(early.judgements[0]?.measures[0]).toMatchObject({
      status: 'onTrack',
      required: { valueText: '85' },
      projected: { value: 115, valueText: '115', method: 'lastPace', period: '2025' },
      needed: [{ indicator: 'xa', period: '2025', valueText: '115' }],
    })
  })
})

describe('a target stands as its worst measure', () => {
  const cases: readonly (readonly [readonly StatusWord[], StatusWord])[] = [
    [['exceeded', 'met'], 'exceeded'],
    [['met', 'met'], 'met'],
    [['exceeded', 'exceeded'], 'exceeded'],
    [['exceeded', 'onTrack'], 'onTrack'],
    [['missed', 'noData'], 'missed'],
    [['atRisk', 'notComputable'], 'atRisk'],
    [['met', 'noData', 'notComputable'], 'noData'],
    [['onTrack', 'notComputable'], 'notComputable'],
    [['met', 'notDue'], 'notDue'],
  ]
  test.each(cases)('%j is %s', (measures, status) => expect(statusOfTarget(measures)).toBe(status))
})

describe('what is not read', () => {
  const plan = planWith(
    [indicator('xa', 'xã', { overTime: 'last' })],
    [target('t', 'xa', level('2025'), ['exactly', '115', '115'], 'xã')],
  )
  const status = (...observations: readonly Observation[]) =>
    evaluate({ plan, observations, on: '2025-12-31' }).judgements[0]?.status

  test('other areas, breakdowns and simulated figures', () => {
    expect(status(seen('xa', '2025', '120'))).toBe('exceeded')
    expect(status(seen('xa', '2025', '120', { area: 'y' }))).toBe('noData')
    expect(status(seen('xa', '2025', '120', { breakdown: { sex: 'f' } }))).toBe('noData')
    expect(status(seen('xa', '2025', '120', { status: 'simulated' }))).toBe('noData')
  })

  test('simulated figures stand over all others where a what-if asks for them', () => {
    const observations = [seen('xa', '2025', '120'), seen('xa', '2025', '90', { status: 'simulated', source: 'w' })]
    expect(evaluate({ plan, observations, on: '2025-12-31', simulated: true }).judgements[0]?.status).toBe('missed')
  })

  test('an indicator that the plan does not have is said to be unknown', () => {
    const lost = planWith([], [target('t', 'xa', level('2025'), ['exactly', '1', '1'], 'xã')])
    const measure = evaluate({ plan: lost, observations: [], on: '2025-12-31' }).judgements[0]?.measures[0]
    expect(measure?.status).toBe('notComputable')
    expect(measure?.explanation.map(r => sentenceOf(r, 'vi'))).toEqual(['Kế hoạch không có chỉ số “xa”.'])
  })
})

/** A plan of the usual size: thirty-three measures of every shape, and so many years of figures for each. */
function usual(from: number) {
  const when = periodOf('2021/2025')
  const change = { change: 'up', basis: 'relative' } as const
  const codes = Array.from({ length: 33 }, (_, i) => `i${i}`)
  const targets = codes.map((code, i): Target => {
    const some = [
      target(code, code, level('2025'), ['exactly', '130', '130'], 'xã'),
      target(code, code, meanGrowth('2021/2025'), ['between', '7', '8'], '%'),
      target(code, code, { kind: 'cumulative', when }, ['atLeast', '600', null], 'xã'),
      target(code, code, { kind: 'eachPeriod', when }, ['exactly', '90', '90'], 'xã'),
      target(code, code, { kind: 'eachChange', when, ...change }, ['atLeast', '3', null], '%'),
      target(code, code, { kind: 'mean', when }, ['about', '120', '120'], 'xã'),
      target(code, code, { kind: 'addition', when, ...change, basis: 'absolute' }, ['exactly', '40', '40'], 'xã'),
    ]
    return some[i % some.length] ?? target(code, code, level('2025'), ['exactly', '1', '1'], 'xã')
  })
  const years = Array.from({ length: 2025 - from }, (_, i) => from + i)
  const observations = codes.flatMap((code, i) =>
    years.map(y => seen(code, String(y), String(100 + (y - 2010) * (i % 5) + (y % 3)), { log: y })),
  )
  return {
    plan: planWith(
      codes.map(code => indicator(code, 'xã', { overTime: 'sum' })),
      targets,
    ),
    observations,
  }
}

test('thirty-three measures of every shape with ten years of figures are all judged; how fast is for the bench', () => {
  const { judgements } = evaluate({ ...usual(2015), on: '2024-12-31' })
  expect(judgements).toHaveLength(33)
  expect(judgements.filter(judgement => judgement.status === 'noData')).toEqual([])
})
