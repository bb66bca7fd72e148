import fc from 'fast-check'
import type { Direction, OverTime } from '../../src/measure/aggregation.ts'
import { boundOf, BOUND_KINDS, type Bound } from '../../src/measure/bound.ts'
import { dec, decimal, multiply, type Decimal } from '../../src/measure/decimal.ts'
import { year, years, type Period } from '../../src/measure/period.ts'
import { evaluate } from '../../src/evaluation/evaluate.ts'
import type { MeasureJudgement } from '../../src/evaluation/judgement.ts'
import type { Observation } from '../../src/plan/observation.ts'
import type { Plan, Shape } from '../../src/plan/plan.ts'

/** One measure on one indicator with yearly figures, as the laws draw them. */
export interface World {
  readonly shape: Shape
  readonly bound: Bound
  readonly direction: Direction
  readonly overTime: OverTime
  readonly nonNegative: boolean
  readonly baseYear: number | null
  /** Year → figure, with one digit behind the mark. */
  readonly figures: ReadonlyMap<number, Decimal>
  /** A figure for the whole term, beside the yearly ones. */
  readonly term: Decimal | null
  readonly on: string
  readonly decimals: number
}

const TERM = { from: 2021, to: 2025 }
const over = (from: number, to: number): Period => (from === to ? year(to) : years(from, to))

export const shapeOf = fc
  .record({
    kind: fc.constantFrom(
      'level', 'mean', 'growth', 'meanGrowth', 'cumulative', 'addition', 'eachPeriod', 'eachChange',
    ), // prettier-ignore
    change: fc.constantFrom('up' as const, 'down' as const),
    basis: fc.constantFrom('relative' as const, 'points' as const, 'absolute' as const),
    mean: fc.constantFrom('geometric' as const, 'arithmetic' as const),
  })
  .map(({ kind, change, basis, mean }): Shape => {
    const when = kind === 'level' || kind === 'growth' ? year(TERM.to) : over(TERM.from, TERM.to)
    switch (kind) {
      case 'growth':
      case 'addition':
      case 'eachChange':
        return { kind, when, change, basis }
      case 'meanGrowth':
        return { kind, when, change, basis, mean }
      case 'level':
      case 'mean':
      case 'cumulative':
      case 'eachPeriod':
        return { kind, when }
      default:
        return kind satisfies never
    }
  })

export const world: fc.Arbitrary<World> = fc
  .record({
    shape: shapeOf,
    kind: fc.constantFrom(...BOUND_KINDS),
    ends: fc.tuple(fc.integer({ min: -100, max: 400 }), fc.integer({ min: 0, max: 100 })),
    direction: fc.constantFrom('up' as const, 'down' as const, 'none' as const),
    overTime: fc.constantFrom(
      'sum' as const,
      'last' as const,
      'mean' as const,
      'none' as const,
      'chainedGrowth' as const,
    ),
    positive: fc.boolean(),
    steady: fc.boolean(),
    values: fc.array(fc.option(fc.integer({ min: -60, max: 400 }), { freq: 6 }), { minLength: 8, maxLength: 8 }),
    term: fc.option(fc.integer({ min: -60, max: 800 }), { freq: 1 }),
    on: fc.constantFrom(
      '2020-12-31',
      '2021-06-30',
      '2021-12-31',
      '2022-12-31',
      '2023-12-31',
      '2024-12-31',
      '2025-12-31',
    ),
    baseYear: fc.option(fc.constantFrom(2018, 2019), { freq: 1 }),
    decimals: fc.constantFrom(0, 1, 2),
  })
  .map(w => {
    // A steady series is like real ones: every year the first value and a small step more.
    const first = w.values[0] ?? 50
    const drawn = w.values.map((v, i) => (v === null ? null : w.steady ? first + i * 7 + (v % 9) : v))
    const figures = new Map<number, Decimal>()
    drawn.forEach((v, i) => {
      if (v !== null) figures.set(2018 + i, decimal(BigInt(w.positive ? Math.abs(v) + 1 : v), 1))
    })
    // Bounds near the figures decide differently from year to year; far ones never would.
    const [low, width] = [decimal(BigInt(w.ends[0]), 1), BigInt(w.ends[1])]
    const high = decimal(low.coefficient + (w.kind === 'exactly' ? 0n : width), 1)
    const oneEnd = { atLeast: 'low', moreThan: 'low', atMost: 'high', lessThan: 'high' } as const
    const end = w.kind in oneEnd ? oneEnd[w.kind as keyof typeof oneEnd] : null
    const scale = w.shape.kind === 'cumulative' ? dec(5) : dec(1)
    const bound = boundOf(
      w.kind,
      end === 'high' ? null : multiply(low, scale),
      end === 'low' ? null : multiply(end ? low : high, scale),
    )
    if (!bound) throw new Error('a bound that was drawn must stand')
    return {
      shape: w.shape,
      bound,
      direction: w.direction,
      overTime: w.overTime,
      nonNegative: w.positive,
      baseYear: 'change' in w.shape && w.shape.kind !== 'eachChange' ? w.baseYear : null,
      figures,
      term: w.term === null ? null : decimal(BigInt(w.positive ? Math.abs(w.term) : w.term), 1),
      on: w.on,
      decimals: w.decimals,
    }
  })

const percent = ({ shape }: World): boolean => 'basis' in shape && shape.basis === 'relative'

export function planOf(w: World): Plan {
  return {
    id: 'law',
    name: { vi: 'Luật' },
    issuer: null,
    adopted: null,
    term: TERM,
    area: 'x',
    map: null,
    groups: [],
    indicators: [
      {
        code: 'a',
        name: { vi: 'a' },
        unit: 'xã',
        decimals: w.decimals,
        direction: w.direction,
        frequency: 'A',
        overAreas: 'none',
        overTime: w.overTime,
        methods: [],
        ...(w.nonNegative ? { nonNegative: true } : {}),
      },
    ],
    targets: [
      {
        id: 't',
        scope: 'main',
        group: null,
        number: null,
        text: '',
        place: null,
        measures: [
          {
            id: 'm',
            name: { vi: 'a' },
            place: null,
            indicators: ['a'],
            shape: w.shape,
            bound: w.bound,
            unit: percent(w) ? '%' : 'xã',
            base: w.baseYear === null ? null : { year: w.baseYear },
            partOf: null,
          },
        ],
      },
    ],
    sources: [],
    note: null,
  }
}

export const figure = (period: Period, value: Decimal, log: number): Observation => ({
  indicator: 'a',
  method: 'm',
  area: 'x',
  map: null,
  period,
  breakdown: {},
  source: 's',
  value,
  status: 'official',
  note: '',
  log,
})

export const observationsOf = (w: World): Observation[] => [
  ...[...w.figures].map(([y, value], i) => figure(year(y), value, i + 1)),
  ...(w.term ? [figure(years(TERM.from, TERM.to), w.term, 100)] : []),
]

export function judge(w: World, more: readonly Observation[] = []): MeasureJudgement {
  const measure = evaluate({ plan: planOf(w), observations: [...observationsOf(w), ...more], on: w.on }).judgements[0]
    ?.measures[0]
  if (!measure) throw new Error('one target, one measure')
  return measure
}

/** Whether the figures themselves are percentages of growth, which no change of unit can scale. */
export const areRates = (w: World): boolean => percent(w) && w.overTime === 'chainedGrowth'
export { percent as isRelative }
