import { boundOf, type BoundKind } from '../../src/measure/bound.ts'
import { dec } from '../../src/measure/decimal.ts'
import { parsePeriod, year, type Period } from '../../src/measure/period.ts'
import type { Observation } from '../../src/plan/observation.ts'
import type { Indicator, Measure, Plan, Shape, Target } from '../../src/plan/plan.ts'

/** A plan of so many targets, each with one measure, for tests that need several. */
export const planWith = (
  indicators: readonly Indicator[],
  targets: readonly Target[],
  term = { from: 2021, to: 2025 },
): Plan => ({
  id: 'p',
  name: { vi: 'Kế hoạch' },
  issuer: null,
  adopted: null,
  term,
  area: 'x',
  map: null,
  groups: [],
  indicators,
  targets,
  sources: [],
  note: null,
})

export const indicator = (code: string, unit: string, more: Partial<Indicator> = {}): Indicator => ({
  code,
  name: { vi: code },
  unit,
  decimals: 2,
  direction: 'up',
  frequency: 'A',
  overAreas: 'none',
  overTime: 'none',
  methods: [],
  ...more,
})

export const periodOf = (code: string): Period => parsePeriod(code) ?? year(0)

export const target = (
  id: string,
  code: string,
  shape: Shape,
  bound: readonly [BoundKind, string | null, string | null],
  unit: string,
  more: Partial<Measure> = {},
): Target => ({
  id,
  scope: 'main',
  group: null,
  number: null,
  text: id,
  place: null,
  measures: [
    {
      id: `${id}-m`,
      name: { vi: code },
      place: null,
      indicators: [code],
      shape,
      bound: boundOf(bound[0], bound[1] === null ? null : dec(bound[1]), bound[2] === null ? null : dec(bound[2])),
      unit,
      base: null,
      partOf: null,
      ...more,
    },
  ],
})

export const seen = (code: string, period: string, value: string, more: Partial<Observation> = {}): Observation => ({
  indicator: code,
  method: 'm',
  area: 'x',
  map: null,
  period: periodOf(period),
  breakdown: {},
  source: 's',
  value: dec(value),
  status: 'official',
  note: '',
  log: 1,
  ...more,
})

export const level = (when: string): Shape => ({ kind: 'level', when: periodOf(when) })
export const meanGrowth = (when: string, change: 'up' | 'down' = 'up'): Shape => ({
  kind: 'meanGrowth',
  when: periodOf(when),
  change,
  basis: 'relative',
  mean: 'geometric',
})
