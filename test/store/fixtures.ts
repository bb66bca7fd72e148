import { dec } from '../../src/measure/decimal.ts'
import { year } from '../../src/measure/period.ts'
import type { Plan } from '../../src/plan/plan.ts'
import type { NewObservation } from '../../src/store/figures.ts'

/** A yearly figure of one office for one place. */
export const figure = (
  indicator: string,
  at: number,
  value: string,
  more: Partial<NewObservation> = {},
): NewObservation => ({
  indicator,
  method: '',
  area: 'P',
  map: null,
  period: year(at),
  breakdown: {},
  source: 'office',
  value: dec(value),
  status: 'provisional',
  note: '',
  ...more,
})

/** A plan with one target. */
export const plan = (id: string, name: string): Plan => ({
  id,
  name: { vi: name },
  issuer: null,
  adopted: '2020-10-27',
  term: { from: 2021, to: 2025 },
  area: 'P',
  map: null,
  groups: [],
  indicators: [
    {
      code: 'poor',
      name: { vi: 'Tỷ lệ hộ nghèo' },
      unit: '%',
      decimals: 2,
      direction: 'down',
      frequency: 'A',
      overAreas: 'none',
      overTime: 'last',
      methods: [],
    },
  ],
  targets: [
    {
      id: 't1',
      scope: 'main',
      group: null,
      number: '1',
      text: 'Hộ nghèo dưới 3%',
      place: null,
      measures: [
        {
          id: 'm1',
          name: { vi: 'Tỷ lệ hộ nghèo' },
          place: null,
          indicators: ['poor'],
          shape: { kind: 'level', when: year(2025) },
          bound: { kind: 'lessThan', low: null, high: dec('3') },
          unit: '%',
          base: null,
          partOf: null,
        },
      ],
    },
  ],
  sources: [],
  note: null,
})
