import fc from 'fast-check'
import { cubeBuilder, type SeriesLine } from '../../src/cube/build.ts'
import type { Cube } from '../../src/cube/cube.ts'
import { cellAt } from '../../src/cube/read.ts'
import { isAbsent } from '../../src/measure/absence.ts'
import { absent, ABSENCES } from '../../src/measure/absence.ts'
import { decimal, normalize } from '../../src/measure/decimal.ts'
import { half, firstMonths, month, oneDay, periodCode, quarter, year, type Period } from '../../src/measure/period.ts'
import type { Observation, ObservationStatus } from '../../src/plan/observation.ts'
import type { Indicator } from '../../src/plan/plan.ts'
import type { Area, AreaType, Reorganisation, Territory } from '../../src/territory/territory.ts'

export const DAY = '2023-06-01'
export const YEARS = { from: 2022, to: 2023 }
export const TERM = { from: 2022, to: 2023 }

/** A province with districts and communes; some districts have nothing in them, some communes lie right in the province. */
export const tree = (shape: readonly number[]): Territory => {
  const areas: Area[] = []
  const put = (id: string, type: AreaType, parent: string | null) =>
    areas.push({ id, facts: [{ from: '2000-01-01', to: null, code: id, name: id, type, parent }] })
  put('p', 'tỉnh', null)
  shape.forEach((communes, d) => {
    if (communes < 0) put(`p${d}`, 'xã', 'p')
    else {
      put(`d${d}`, 'huyện', 'p')
      for (let c = 0; c < communes; c += 1) put(`d${d}c${c}`, 'xã', `d${d}`)
    }
  })
  return territoryOf(areas)
}

export const territoryOf = (areas: readonly Area[], reorganisations: readonly Reorganisation[] = []): Territory => ({
  areas: new Map(areas.map(area => [area.id, area])),
  reorganisations,
})

export const indicatorOf = (code: string, more: Partial<Indicator> = {}): Indicator => ({
  code,
  name: { vi: code },
  unit: 'người',
  decimals: 1,
  direction: 'up',
  frequency: 'M',
  overAreas: 'sum',
  overTime: 'sum',
  methods: [],
  ...more,
})

/** Sums, a stock, a mean, and two weighted by them. */
export const WEIGHED: readonly Indicator[] = [
  indicatorOf('people'),
  indicatorOf('land', { unit: 'km²', overTime: 'last' }),
  indicatorOf('jobs', { overTime: 'mean' }),
  indicatorOf('rate', { unit: '%', overAreas: 'weightedMean', overTime: 'mean', weight: 'people' }),
  indicatorOf('poor', { unit: '%', overAreas: 'weightedMean', overTime: 'last', weight: 'land' }),
]

/** Figures as the store gives them: series by series, each key's revisions in the order of the log. */
export function cubeFrom(
  territory: Territory,
  indicators: readonly Indicator[],
  figures: readonly Observation[],
  day = DAY,
  log = Infinity,
  years = YEARS,
): Cube {
  const lines = new Map<string, SeriesLine>()
  const rows = figures
    .filter(figure => figure.log <= log)
    .map(figure => {
      const breakdown = JSON.stringify(figure.breakdown)
      const key = [figure.indicator, figure.method, figure.area, figure.map ?? '', breakdown, figure.source].join('\n')
      let line = lines.get(key)
      if (!line) {
        line = { id: lines.size + 1, ...figure, breakdown }
        lines.set(key, line)
      }
      return { id: line.id, code: periodCode(figure.period), figure }
    })
    .sort((a, b) => a.id - b.id || (a.code < b.code ? -1 : a.code > b.code ? 1 : a.figure.log - b.figure.log))
  const builder = cubeBuilder({
    tenant: 't',
    log: Math.max(0, ...rows.map(row => row.figure.log)),
    territory,
    day,
    indicators,
    series: lines.values(),
    years,
    terms: [TERM],
  })
  for (const { id, code, figure } of rows) {
    const { value, status, log: at } = figure
    if (isAbsent(value)) builder.add(id, code, at, null, 0, value.absent, status)
    else {
      const { coefficient, scale } = normalize(value)
      builder.add(id, code, at, Number(coefficient), scale, null, status)
    }
  }
  return builder.done()
}

export const PERIODS: readonly Period[] = [2022, 2023].flatMap(y => [
  ...Array.from({ length: 12 }, (_, m) => month(y, m + 1)),
  ...Array.from({ length: 4 }, (_, q) => quarter(y, q + 1)),
  half(y, 1),
  half(y, 2),
  firstMonths(y, 9),
  year(y),
])
export const ALL_PERIODS: readonly Period[] = [...PERIODS, { frequency: 'A', start: '2022-01-01', length: 2 }]

const STATUSES_HERE: readonly ObservationStatus[] = ['estimated', 'provisional', 'official']

/** One change that somebody sends in: whole numbers that say which area, period, value and so on. */
export interface Draw {
  readonly area: number
  readonly period: number
  readonly value: number
  readonly kind: number
  readonly source: number
}

export const draw: fc.Arbitrary<Draw> = fc.record({
  area: fc.nat({ max: 60 }),
  period: fc.nat({ max: 200 }),
  value: fc.integer({ min: -20_000, max: 1_000_000 }),
  kind: fc.nat({ max: 20 }),
  source: fc.nat({ max: 9 }),
})

/** A figure from a draw; `longer`: whether figures of longer periods and of areas above are given too. */
export function figureOf(
  drawn: Draw,
  indicator: Indicator,
  areas: readonly string[],
  log: number,
  longer: boolean,
): Observation {
  const months = PERIODS.filter(period => period.frequency === 'M' && period.length === 1)
  const periods = longer ? [...PERIODS, ...months, ...months, oneDay('2023-05-02')] : months
  const reason = ABSENCES[drawn.kind]
  return {
    indicator: indicator.code,
    method: '',
    area: areas[drawn.area % areas.length] ?? 'p',
    map: null,
    period: periods[drawn.period % periods.length] ?? month(2022, 1),
    breakdown: {},
    source: longer && drawn.source === 0 ? 'other' : 's',
    value: reason ? absent(reason) : decimal(BigInt(drawn.value), indicator.decimals),
    status: STATUSES_HERE[drawn.source % 3] ?? 'official',
    note: '',
    log,
  }
}

export const shape = fc.array(fc.integer({ min: -1, max: 5 }), { minLength: 1, maxLength: 4 })

/** Every value that a cube says, exact, with how much is behind it; cells that say nothing are left out. */
export function everyCell(cube: Cube): Record<string, string> {
  const cells: Record<string, string> = {}
  for (const column of cube.columns)
    for (const [id, row] of cube.axis.rows)
      column.calendar.periods.forEach((period, index) => {
        const cell = cellAt(cube, column, row, index)
        if (cell.kind === 'absent' && cell.coverage.covered === 0 && cell.why.absent === 'notReported') return
        const { indicator, method, breakdown } = column.slice
        const said = cell.kind === 'absent' ? cell.why.absent : `${cell.value.num}/${cell.value.den} ${cell.status}`
        const behind = cell.kind === 'value' ? cell.how : `${cell.coverage.covered} of ${cell.coverage.due}`
        cells[`${indicator} ${method} ${breakdown} ${id} ${periodCode(period)}`] = `${cell.kind} ${said} ${behind}`
      })
  return cells
}
