import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readFigures } from '../../src/exchange/figures.ts'
import { parsePlanFile, planFile } from '../../src/plan/plan-file.ts'
import { evaluate } from '../../src/evaluation/evaluate.ts'

const folder = join(import.meta.dirname, '../../examples/lang-son-2020-2025')
const json: unknown = JSON.parse(readFileSync(join(folder, 'plan.json'), 'utf8'))

test('the example plan is a plan: four groups, twenty targets, thirty-three measures', () => {
  const { value, messages } = parsePlanFile(json)
  expect(messages).toEqual([])
  expect([value?.groups.length, value?.targets.length, value?.targets.flatMap(t => t.measures).length]).toEqual([
    4, 20, 33,
  ])
  expect(value && planFile(value)).toEqual(json)
})

test('its figures are taken whole, and judge it', () => {
  const plan = parsePlanFile(json).value
  if (!plan) throw new Error('no plan')
  const { value, messages } = readFigures(readFileSync(join(folder, 'figures.csv'), 'utf8'), {
    indicators: plan.indicators,
    areas: [plan.area],
    locale: 'plain',
  })
  expect(messages).toEqual([])
  const evaluation = evaluate({
    plan,
    observations: (value ?? []).map(figure => ({ ...figure, log: 1 })),
    on: '2025-12-31',
  })
  expect(evaluation.judgements).toHaveLength(20)
  expect(evaluation.coherence.map(finding => finding.rule)).toContain('implied-growth')
})

test('a plan file says where it is wrong, and gives no plan', () => {
  const broken = structuredClone(json) as {
    targets: { measures: { indicators: string[]; bound: { low: string } }[] }[]
  }
  const measure = broken.targets[0]?.measures[0]
  if (!measure) throw new Error('no measure')
  measure.indicators = ['grdp-grwth']
  measure.bound.low = '7,0'
  const { value, messages } = parsePlanFile(broken)
  expect(value).toBeNull()
  expect(messages.map(m => `${m.column} ${m.rule}`)).toEqual(
    expect.arrayContaining(['targets[0].measures[0].bound.low plan.not-a-decimal']),
  )
})
