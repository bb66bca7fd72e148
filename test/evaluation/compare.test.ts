import { describe, expect, test } from 'vitest'
import { compareQuestions, type Cause } from '../../src/evaluation/compare/compare.ts'
import { comparisonJson } from '../../src/evaluation/compare/json.ts'
import type { Question } from '../../src/evaluation/evaluate.ts'
import { absent, type AbsenceReason } from '../../src/measure/absence.ts'
import { boundOf } from '../../src/measure/bound.ts'
import { dec, decimalText } from '../../src/measure/decimal.ts'
import { periodCode, year } from '../../src/measure/period.ts'
import type { Observation } from '../../src/plan/observation.ts'
import type { Indicator, Plan } from '../../src/plan/plan.ts'

const indicator = (code: string, more: Partial<Indicator> = {}): Indicator => ({
  code,
  name: { vi: code },
  unit: 'người',
  decimals: 0,
  direction: 'up',
  frequency: 'A',
  overAreas: 'sum',
  overTime: 'last',
  methods: [],
  ...more,
})

const bound = boundOf('atLeast', dec('100'), null)
if (!bound) throw new Error('a bound')

/** One measure on `made`, which is two others together where it has a formula. */
const planOf = (formula?: string): Plan =>
  ({
    id: 'p',
    name: { vi: 'p' },
    issuer: null,
    adopted: null,
    area: '20',
    map: null,
    term: { from: 2021, to: 2025 },
    sources: [],
    indicators: [indicator('made', formula === undefined ? {} : { formula }), indicator('a'), indicator('b')],
    groups: [],
    targets: [
      {
        id: 't',
        number: '1',
        group: null,
        scope: 'main',
        text: 't',
        measures: [
          {
            id: 'm',
            name: { vi: 'm' },
            indicators: ['made'],
            unit: 'người',
            shape: { kind: 'level', when: year(2025) },
            bound,
            base: null,
          },
        ],
      },
    ],
  }) as unknown as Plan

/** A number as text, or the reason why there is none. */
type Value = string
const figure = (code: string, at: number, value: Value, log: number, source = 'so'): Observation => ({
  indicator: code,
  method: '',
  area: '20',
  map: null,
  period: year(at),
  breakdown: {},
  source,
  value: /^\d/.test(value) ? dec(value) : absent(value as AbsenceReason),
  status: 'official',
  note: '',
  log,
})

const question = (
  observations: readonly Observation[],
  asOfLog: number,
  on = '2026-02-01',
  plan = planOf(),
): Question => ({
  plan,
  observations,
  on,
  asOfLog,
})
const said = (cause: Cause): string => {
  switch (cause.kind) {
    case 'withheld':
      return `withheld ${periodCode(cause.figure.period)} ${cause.before ? decimalText(cause.before) : '?'}`
    case 'new':
    case 'gone':
    case 'released':
      return `${cause.kind} ${cause.figure.indicator} ${periodCode(cause.figure.period)} ${decimalText(cause.figure.value)}`
    case 'revised':
    case 'bound':
    case 'day':
      return cause.kind
    default:
      return cause satisfies never
  }
}
const causes = (before: Question, after: Question) => (compareQuestions(before, after).rows[0]?.causes ?? []).map(said)

const FIGURES = [figure('made', 2024, '90', 1), figure('made', 2025, '110', 2), figure('made', 2025, 'withheld', 3), figure('made', 2025, '120', 4)] // prettier-ignore

describe('a figure that is withheld, as a cause', () => {
  test('withheld after it was used: named, with what stood before, and not as one that is no longer used', () => {
    expect(causes(question(FIGURES, 2), question(FIGURES, 3))).toEqual(['withheld 2025 110'])
    expect(causes(question(FIGURES, 1), question(FIGURES, 2))).toContain('new made 2025 110')
  })

  test('published after it was withheld: released, not new', () => {
    expect(causes(question(FIGURES, 3), question(FIGURES, 4))).toContain('released made 2025 120')
  })

  test('withheld from the first, on a day when it is due: named where the judgement turned, with nothing before', () => {
    const figures = [figure('made', 2024, '90', 1), figure('made', 2025, 'withheld', 1)]
    expect(causes(question(figures, 1, '2025-03-01'), question(figures, 1))).toContain('withheld 2025 ?')
  })

  test('withheld all along, or where nothing turned: no cause', () => {
    const figures = [
      figure('made', 2025, '110', 1),
      figure('made', 2019, 'withheld', 1),
      figure('made', 2018, 'withheld', 2),
    ]
    expect(causes(question(figures, 1), question(figures, 2))).toEqual([])
    const hidden = [figure('made', 2025, 'withheld', 1), figure('made', 2024, '80', 2)]
    expect(causes(question(hidden, 1), question(hidden, 2)).filter(each => each.startsWith('withheld'))).toEqual([])
  })

  test('another source steps in: both are told', () => {
    const figures = [...FIGURES.slice(0, 3), figure('made', 2025, '95', 3, 'bộ')]
    expect(causes(question(figures, 2), question(figures, 3))).toEqual(['new made 2025 95', 'withheld 2025 110'])
  })

  test('what a computed indicator is made of is named too', () => {
    const plan = planOf('a + b')
    const figures = [figure('a', 2025, '60', 1), figure('b', 2025, '50', 1), figure('b', 2025, 'withheld', 2)]
    const found = compareQuestions(question(figures, 1, '2026-02-01', plan), question(figures, 2, '2026-02-01', plan))
    const withheld = found.rows[0]?.causes.flatMap(cause => (cause.kind === 'withheld' ? [cause.figure.indicator] : []))
    expect(withheld).toEqual(['b'])
  })

  test('any other reason is no withholding', () => {
    const figures = [...FIGURES.slice(0, 2), figure('made', 2025, 'notReported', 3)]
    expect(causes(question(figures, 2), question(figures, 3))).toEqual(['gone made 2025 110'])
  })

  test('as data it has no value of its own, and what stood before', () => {
    const [row] = comparisonJson(compareQuestions(question(FIGURES, 2), question(FIGURES, 3))).measures
    expect(row?.causes).toEqual([
      {
        kind: 'withheld',
        figure: { indicator: 'made', method: '', period: '2025', source: 'so', status: 'official', log: 3 },
        beforeText: '110',
      },
    ])
  })
})
