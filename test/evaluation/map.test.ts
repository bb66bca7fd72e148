import { expect, test } from 'vitest'
import { dec } from '../../src/measure/decimal.ts'
import { year } from '../../src/measure/period.ts'
import { evaluate } from '../../src/evaluation/evaluate.ts'
import type { Observation } from '../../src/plan/observation.ts'
import { plan } from '../store/fixtures.ts'

const figure = (value: string, map: string | null): Observation => ({
  indicator: 'poor',
  method: '',
  area: 'P',
  map,
  period: year(2025),
  breakdown: {},
  source: 's',
  value: dec(value),
  status: 'official',
  note: '',
  log: 1,
})

const judged = (map: string | null, asked?: string) => {
  const found = evaluate({
    plan: { ...plan('p', 'Kế hoạch'), map },
    observations: [figure('2', '2020-01-01'), figure('9', '2019-12-01')],
    on: '2025-12-31',
    map: asked,
  }).judgements[0]?.measures[0]
  return found?.status
}

test('a target is judged on the map on which it was promised, or on the one that is asked for', () => {
  expect(judged('2020-01-01')).toContain('met')
  expect(judged('2019-12-01')).toContain('missed')
  expect(judged('2020-01-01', '2019-12-01')).toContain('missed')
  expect(judged('2025-07-01')).toContain('noData')
})
