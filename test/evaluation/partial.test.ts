import { describe, expect, test } from 'vitest'
import { evaluate } from '../../src/evaluation/evaluate.ts'
import { questionOfCube } from '../../src/evaluation/of-cube.ts'
import { exactQuantity } from '../../src/evaluation/quantity.ts'
import { sentenceOf } from '../../src/evaluation/sentence.ts'
import { rollUp } from '../../src/cube/roll.ts'
import { ratio } from '../../src/measure/ratio.ts'
import type { Observation } from '../../src/plan/observation.ts'
import type { Plan } from '../../src/plan/plan.ts'
import { cubeFrom, tree } from '../cube/world.ts'
import { indicator, level, planWith, seen, target } from './plans.ts'

/** A province of two districts with two communes each, asked for 100 in 2023. */
const plan: Plan = {
  ...planWith(
    [indicator('a', 'hộ', { decimals: 0, overAreas: 'sum', overTime: 'sum', nonNegative: true })],
    [target('t', 'a', level('2023'), ['atLeast', '100', null], 'hộ')],
    { from: 2022, to: 2023 },
  ),
  area: 'p',
}
const COMMUNES = ['d0c0', 'd0c1', 'd1c0', 'd1c1']
const report = (area: string, value: string): Observation => seen('a', '2023', value, { area })

function judged(figures: readonly Observation[]) {
  const cube = cubeFrom(tree([2, 2]), plan.indicators, figures)
  rollUp(cube)
  const measure = evaluate(questionOfCube({ given: cube, log: cube.log, shown: cube }, plan, { on: '2023-12-31' }))
    .judgements[0]?.measures[0]
  if (!measure) throw new Error('one target, one measure')
  return { status: measure.status, value: measure.value && exactQuantity(measure.value), told: measure.explanation }
}

describe('an area judged on what the areas below it report', () => {
  test('a whole total is judged', () => {
    expect(judged(COMMUNES.map(area => report(area, '26')))).toMatchObject({ status: 'exceeded', value: ratio(104n) })
  })

  test('a total of which a commune is missing decides nothing, however large, and says so', () => {
    const { status, value, told } = judged(COMMUNES.slice(1).map(area => report(area, '50')))
    expect([status, value]).toEqual(['noData', null])
    expect(told.map(reason => sentenceOf(reason, 'en'))).toContain(
      'For 2023, 3 of 4 figures that are due are there and make 150 households; as some are missing, this decides nothing.',
    )
    expect(told.map(reason => sentenceOf(reason, 'vi')).join(' ')).toContain('mới có 3 trên 4 số liệu phải báo cáo')
  })

  test('between what it lies is told with what it rests on, in both languages', () => {
    const before = COMMUNES.map((area, i) => seen('a', '2022', String(10 + i), { area }))
    const said = (figures: readonly Observation[], language: 'vi' | 'en') =>
      judged(figures).told.map(reason => sentenceOf(reason, language))
    const some = [...before, ...COMMUNES.slice(1).map(area => report(area, '50'))]
    expect(said(some, 'en')).toContain(
      'As no figure can be below zero, 2023 comes to 150 households at least; if none of those that are missing (1) reports more than it ever did, to 160 households at most.',
    )
    expect(said(some, 'en')).toContain(
      'Were those that are missing (1) to report what they last did, 2023 would come to 160 households: an assumption, not a figure.',
    )
    expect(said(some, 'vi').join(' ')).toContain('nhiều nhất là 160 hộ')
    expect(said(some.slice(1), 'en').join(' ')).toContain('1 never reported, so nothing can be said of the most')
  })

  test('who is missing and what share is there is told, by name and by what each last reported', () => {
    const before = COMMUNES.map(area => seen('a', '2022', '10', { area }))
    const { told } = judged([...before, ...COMMUNES.slice(1).map(area => report(area, '50'))])
    // 150 of 160, cut so that what is not whole never shows as 100%.
    expect(told.map(reason => sentenceOf(reason, 'en'))).toEqual(
      expect.arrayContaining([
        'Missing (1): xã d0c0.',
        'Counting those that are missing at what they last reported, 93.7% of the whole is there.',
      ]),
    )
    expect(told.find(({ code }) => code === 'evaluation.partial-owing')?.values['areas']).toEqual({
      kind: 'areas',
      areas: [{ id: 'd0c0', name: 'xã d0c0' }],
    })
    const almost = judged([
      ...before.slice(1),
      seen('a', '2022', '0.001', { area: 'd0c0' }),
      ...COMMUNES.slice(1).map(area => report(area, '5000')),
    ])
    expect(almost.told.map(reason => sentenceOf(reason, 'vi')).join(' ')).toContain('phần đã có là 99,9% của toàn bộ')
  })

  test('of a mean and of a count, too, who is missing is told', () => {
    for (const overAreas of ['weightedMean', 'recount'] as const) {
      const more = { decimals: 0, overTime: 'last', nonNegative: true } as const
      const own: Plan = {
        ...plan,
        indicators: [
          indicator('a', 'hộ', { ...more, overAreas, weight: 'w' }),
          indicator('w', 'hộ', { ...more, overAreas: 'sum' }),
        ],
      }
      const figures = COMMUNES.slice(1).flatMap(area => [report(area, '1'), seen('w', '2023', '9', { area })])
      const cube = cubeFrom(tree([2, 2]), own.indicators, figures)
      rollUp(cube)
      const question = questionOfCube({ given: cube, log: cube.log, shown: cube }, own, { on: '2023-12-31' })
      const told = evaluate(question).judgements[0]?.measures[0]?.explanation ?? []
      expect(told.map(reason => sentenceOf(reason, 'en'))).toContain('Missing (1): xã d0c0.')
    }
  })

  test('the area’s own figure stands over any sum', () => {
    expect(judged([report('p', '99'), ...COMMUNES.map(area => report(area, '50'))])).toMatchObject({
      status: 'missed',
      value: ratio(99n),
    })
  })
})

describe('a weighted mean of which a commune is missing', () => {
  const weighted: Plan = {
    ...planWith(
      [
        indicator('rate', '%', { decimals: 1, overAreas: 'weightedMean', overTime: 'last', weight: 'people', nonNegative: true }),
        indicator('people', 'người', { decimals: 0, overAreas: 'sum', overTime: 'last' }),
      ],
      [target('t', 'rate', level('2023'), ['atMost', null, '10'], '%')],
      { from: 2022, to: 2023 },
    ),
    area: 'p',
  } // prettier-ignore
  const people = (at: string, areas = COMMUNES) =>
    areas.map((area, i) => seen('people', at, String(100 * (i + 1)), { area }))
  const rates = (at: string, areas = COMMUNES) =>
    areas.map(area => seen('rate', at, area === 'd0c0' ? '50' : '20', { area }))
  const said = (figures: readonly Observation[], language: 'vi' | 'en' = 'en') => {
    const cube = cubeFrom(tree([2, 2]), weighted.indicators, figures)
    rollUp(cube)
    const [judgement] = evaluate(questionOfCube({ given: cube, log: cube.log, shown: cube }, weighted, { on: '2023-12-31' })).judgements
    return judgement?.measures[0]?.explanation.map(reason => sentenceOf(reason, language)).join(' ')
  } // prettier-ignore
  const rest = COMMUNES.slice(1)

  test('is told between what it lies, weighed with what the commune weighs', () => {
    const told = said([...people('2022'), ...people('2023'), ...rates('2022'), ...rates('2023', rest)])
    expect(told).toContain('By what the areas weigh, 90% of the whole is there.')
    expect(told).toContain('Were those that are missing (1) to report what they last did, 2023 would come to 23%')
    // No rate is below zero: 900 of 1000 people have 20%.
    expect(told).toContain('2023 comes to 18% at least')
    expect(told).toContain('to 23% at most')
    expect(told).not.toContain('is not known')
  })

  test('a weight of another year is taken as an assumption that is named; where there is none, nothing is said', () => {
    const figures = [...people('2023', rest), ...rates('2022'), ...rates('2023', rest)]
    const before = seen('people', '2022', '100', { area: 'd0c0' })
    const told = said([...figures, before])
    expect(told).toContain(
      'What 1 of the areas weigh in 2023 is not known; what follows takes what they last weighed: an assumption.',
    )
    expect(told).not.toContain('at least')
    expect(said([...figures, before], 'vi')).toContain('đây là giả định')
    expect(said(figures)).toContain('What 1 of the areas that are missing weigh was never known')
    // The rate is there, only what it weighs is not: of 700 people 100 have 50%.
    const weighed = said([...people('2023', rest), ...rates('2023'), before])
    expect(weighed).toContain('So weighed, 2023 comes to 24.3%.')
  })
})
