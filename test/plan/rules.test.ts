import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { absent, type Absence } from '../../src/measure/absence.ts'
import { dec } from '../../src/measure/decimal.ts'
import { parsePeriod, periodCode, type Period } from '../../src/measure/period.ts'
import { fromDecimal, multiplyRatio, ratio, type Ratio } from '../../src/measure/ratio.ts'
import { parseUnit } from '../../src/measure/unit.ts'
import { say } from '../../src/messages/catalogue.ts'
import { median, modifiedScore } from '../../src/plan/rules/outlier.ts'
import { parseRules, type Rule } from '../../src/plan/rules/rule.ts'
import { validate, type Candidate, type RuleKnowledge } from '../../src/plan/rules/validate.ts'

const period = (code: string): Period => parsePeriod(code) ?? { frequency: 'A', start: '2024-01-01', length: 1 }
const figure = (indicator: string, value: string, more: Partial<Candidate> = {}): Candidate => ({
  indicator,
  method: '',
  area: 'P',
  period: period('2024'),
  breakdown: {},
  value: fromDecimal(dec(value)),
  note: '',
  ...more,
})
const KNOWN: Readonly<Record<string, string>> = {
  'poor P 2023': '100',
  'households P 2024': '1000',
  'poor A 2024': '40',
  'poor B 2024': '50',
}
const UNITS: Readonly<Record<string, string>> = { poor: 'hộ', households: 'hộ', rate: '%', land: 'ha' }
const knowledge = (history: readonly string[] = []): RuleKnowledge => ({
  known: (indicator, area, when): Ratio | Absence => {
    const found = KNOWN[`${indicator} ${area} ${periodCode(when)}`]
    return found === undefined ? absent('notReported') : fromDecimal(dec(found))
  },
  history: () => history.map(text => fromDecimal(dec(text))),
  inside: area => (area === 'P' ? ['A', 'B'] : []),
  unit: code => parseUnit(UNITS[code] ?? ''),
})
const rules = (...list: object[]): readonly Rule[] => {
  const { value, messages } = parseRules(
    list.map((each, i) => ({ id: `r${i}`, name: 'Quy tắc', severity: 'refuse', ...each })),
  )
  if (!value) throw new Error(JSON.stringify(messages))
  return value
}
const told = (list: readonly Rule[], figures: readonly Candidate[], history: readonly string[] = []) =>
  validate(list, figures, knowledge(history)).map(
    each => `${each.severity} ${each.rule} ${each.line} ${each.actual} | ${each.expected}`,
  )

describe('rules', () => {
  test('a range, open where nothing is said', () => {
    const range = rules(
      { kind: 'range', indicators: ['rate'], low: '0', high: '100' },
      { kind: 'range', indicators: ['poor'], low: '0' },
    )
    expect(
      told(
        range,
        ['0', '100', '50.5'].map(value => figure('rate', value)),
      ),
    ).toEqual([])
    expect(told(range, [figure('rate', '100.01'), figure('poor', '-1'), figure('poor', '999999')])).toEqual([
      'error rule.range 1 100.01 | 0 – 100 (Quy tắc)',
      'error rule.range 2 -1 | 0 – … (Quy tắc)',
    ])
  })

  test('a jump against the period before, in units or in percent; without one there is nothing to compare', () => {
    const relative = rules({ kind: 'jump', indicators: ['poor'], by: '20' })
    expect(told(relative, [figure('poor', '120')])).toEqual([])
    expect(told(relative, [figure('poor', '120.01')])).toEqual(['error rule.jump 1 100 → 120.01 | ± 20% (Quy tắc)'])
    expect(told(relative, [figure('poor', '9', { period: period('2030') })])).toEqual([])
    expect(
      told(rules({ kind: 'jump', indicators: ['poor'], by: '5', basis: 'absolute' }), [figure('poor', '94')]),
    ).toEqual(['error rule.jump 1 100 → 94 | ± 5 (Quy tắc)'])
    // What is to be taken stands over what is known.
    expect(told(relative, [figure('poor', '500'), figure('poor', '450', { period: period('2023') })])).toEqual([])
  })

  test('an outlier by the modified z-score, from five figures on', () => {
    const outlier = rules({ kind: 'outlier', indicators: ['poor'] })
    const history = ['10', '11', '12', '11', '10', '13', '12']
    expect(told(outlier, [figure('poor', '14')], history)).toEqual([])
    expect(told(outlier, [figure('poor', '20')], history)).toEqual([
      'error rule.outlier 1 20 | |z| ≤ 3.5, z = 6.0705 (Quy tắc)',
    ])
    expect(told(outlier, [figure('poor', '900')], ['1', '2', '3', '4'])).toEqual([])
    // Half of the others are one value: anything else is unusual.
    expect(told(outlier, [figure('poor', '6')], ['5', '5', '5', '5', '9'])).toHaveLength(1)
    expect(told(outlier, [figure('poor', '5')], ['5', '5', '5', '5', '9'])).toEqual([])
  })

  test('the parts of a breakdown, the areas inside, a relation', () => {
    const parts = rules({ kind: 'partOfWhole', indicators: ['poor'], dimension: 'place' })
    const broken = [
      figure('poor', '90'),
      figure('poor', '30', { breakdown: { place: 'U' } }),
      figure('poor', '59', { breakdown: { place: 'R' } }),
    ]
    expect(told(parts, broken)).toEqual(['error rule.partOfWhole 1 90 | Σ = 89 (Quy tắc)'])
    expect(
      told(rules({ kind: 'partOfWhole', indicators: ['poor'], dimension: 'place', tolerance: '1' }), broken),
    ).toEqual([])
    expect(told(parts, [figure('poor', '90')])).toEqual([])
    const children = rules({ kind: 'children', indicators: ['poor'] })
    expect(told(children, [figure('poor', '90')])).toEqual([])
    expect(told(children, [figure('poor', '91')])).toEqual(['error rule.children 1 91 | Σ = 90 (Quy tắc)'])
    expect(told(children, [figure('poor', '91'), figure('poor', '41', { area: 'A' })])).toEqual([])
    const relation = rules({ kind: 'relation', holds: '[poor] <= [households] * 0,1' })
    expect(told(relation, [figure('poor', '100')])).toEqual([])
    expect(told(relation, [figure('poor', '101')])).toEqual([
      'error rule.relation 1 101 <= 100 | [poor] <= [households] * 0,1 (Quy tắc)',
    ])
    expect(told(relation, [figure('land', '101')])).toEqual([])
  })

  test('a remark lifts what asks for one, and nothing else', () => {
    const both = rules(
      { kind: 'range', indicators: ['rate'], high: '100', severity: 'remark' },
      { kind: 'range', indicators: ['rate'], high: '200' },
    )
    expect(told(both, [figure('rate', '300')])).toEqual([
      'error rule.range-remark 1 300 | … – 100 (Quy tắc)',
      'error rule.range 1 300 | … – 200 (Quy tắc)',
    ])
    expect(told(both, [figure('rate', '150', { note: 'Đã kiểm tra' })])).toEqual([
      'warning rule.range 1 150 | … – 100 (Quy tắc)',
    ])
    for (const message of validate(both, [figure('rate', '300')], knowledge()))
      for (const language of ['vi', 'en'] as const)
        expect(
          say(message.rule, language, { line: '1', actual: message.actual ?? '', expected: message.expected ?? '' }),
        ).not.toMatch(/[{}]/)
  })

  test('a figure that is not there breaks no rule', () => {
    expect(
      told(rules({ kind: 'range', indicators: ['rate'], low: '1' }), [
        figure('rate', '0', { value: absent('withheld') }),
      ]),
    ).toEqual([])
  })

  test('another unit changes no verdict of a relative rule', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 500 }), { minLength: 5, maxLength: 12 }),
        fc.integer({ min: 1, max: 900 }),
        fc.integer({ min: 1, max: 1000 }),
        (history, value, scale) => {
          const [at, of] = [ratio(BigInt(value)), history.map(each => ratio(BigInt(each)))]
          const by = ratio(BigInt(scale), 7n)
          const [one, other] = [
            modifiedScore(at, of),
            modifiedScore(
              multiplyRatio(at, by),
              of.map(each => multiplyRatio(each, by)),
            ),
          ]
          expect(other).toEqual(one)
        },
      ),
    )
  })

  test('the median is the middle, or the mean of the two in the middle', () => {
    expect(median([3n, 1n, 2n].map(n => ratio(n)))).toEqual(ratio(2n))
    expect(median([4n, 1n, 2n, 3n].map(n => ratio(n)))).toEqual(ratio(5n, 2n))
  })

  test('a wrong file is named by path', () => {
    const named = (list: unknown) => parseRules(list).messages.map(each => `${each.column} ${each.rule}`)
    expect(named({})).toEqual([' plan.not-a-list'])
    expect(named([{ id: 'a', name: 'A', severity: 'shout', kind: 'range', indicators: ['x'], low: 5 }])).toEqual([
      '[0].severity plan.not-one-of',
      '[0].low plan.not-a-decimal',
    ])
    expect(named([{ id: 'a', name: 'A', severity: 'refuse', kind: 'relation', holds: '[a] is [b]' }])).toEqual([
      '[0].holds plan.not-a-relation',
    ])
    expect(named([{ id: 'a', name: 'A', severity: 'refuse', kind: 'relation', holds: '[a] <= 1.000' }])).toEqual([
      '[0].holds formula.ambiguous-number',
    ])
    const twice = { id: 'a', name: 'A', severity: 'refuse', kind: 'range', indicators: ['x'] }
    expect(named([twice, twice])).toEqual(['[1].id plan.twice'])
  })
})
