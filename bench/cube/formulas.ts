import type { DuckDBConnection } from '@duckdb/node-api'
import { amountAt, arithmeticAt } from '../../src/cube/amount.ts'
import { columnOf, type Cube } from '../../src/cube/cube.ts'
import { rollUp } from '../../src/cube/roll.ts'
import { approximateRatio } from '../../src/measure/ratio.ts'
import { parseUnit } from '../../src/measure/unit.ts'
import { computedIn } from '../../src/plan/formula/compute.ts'
import type { Indicator } from '../../src/plan/plan.ts'
import { inTurn, type Bench } from '../bench.ts'
import { duckdb, ROLL_UP, statements } from './duckdb.ts'
import { withTable } from './folder.ts'
import { cubeOf, PROVINCE } from './province.ts'

/** Two indicators that are added over time, for each of twenty formulas. */
const PAIRS = Array.from({ length: 20 }, (_, k) => [10 * Math.floor(k / 4) + 3 + (k % 4), 103 + 10 * Math.floor(k / 4) + (k % 4)] as const) // prettier-ignore

/** Five kinds by turns: as a formula of an indicator, and over `a` and `b`, `p` the month before and `l` that of last year, in SQL. */
const KINDS: readonly {
  readonly formula: (a: string, b: string) => string
  readonly unit: string
  readonly sql: string
}[] = [
  { formula: (a, b) => `share([${a}]; [${b}])`, unit: '%', sql: '100.0 * a / b' },
  { formula: a => `growth([${a}])`, unit: '%', sql: '(a / l - 1) * 100.0' },
  { formula: a => `[${a}] - previous([${a}])`, unit: 'người', sql: '(a - p) / 10.0' },
  { formula: (a, b) => `([${a}] + [${b}]) / 2`, unit: 'người', sql: '(a + b) / 20.0' },
  { formula: (a, b) => `[${a}] * 3 / ([${a}] + [${b}])`, unit: '', sql: '3.0 * a / (a + b)' },
]

export function formulasHere(): Indicator[] {
  return PAIRS.map(([a, b], k): Indicator => {
    const kind = KINDS[k % KINDS.length]
    if (!kind) throw new Error('no kind of formula')
    return {
      code: `f${k}`,
      name: { vi: 'x' },
      unit: kind.unit,
      decimals: 1,
      direction: 'up',
      frequency: 'M',
      methods: [],
      overAreas: 'none',
      overTime: 'none',
      formula: kind.formula(`i${a}`, `i${b}`),
    }
  })
}

/** All months of all areas in SQL: one query for each kind over the tables of a roll-up, kept as tables. */
function queries(): string {
  const months = `select i, c as area, m, v as s from added union all
    select i, 1000 + d, m, s from district_month union all select i, 2000, m, s from province_month`
  const byKind = KINDS.map(({ sql }, kind) => {
    const pairs = PAIRS.flatMap(([a, b], k) => (k % KINDS.length === kind ? [`(${k}, ${a}, ${b})`] : []))
    return `create or replace temp table made_${kind} as
      select k, area, m, case when ${kind === 1 ? 'l = 0' : 'b = 0'} then null else ${sql} end as v from (
        select pairs.k, x.area, x.m, cast(x.s as double) as a, cast(y.s as double) as b,
          lag(x.s) over w as p, lag(x.s, 12) over w as l
        from (values ${pairs.join(', ')}) as pairs(k, a, b)
        join months as x on x.i = pairs.a join months as y on y.i = pairs.b and y.area = x.area and y.m = x.m
        window w as (partition by pairs.k, x.area order by x.m))`
  })
  return [`create or replace temp view months as ${months}`, ...byKind].join(';\n')
}

/** Twenty formulas over the province's cube: every area, every period. */
export const formulas: Bench = {
  name: 'formulas',
  run: () =>
    withTable(PROVINCE, async csv => {
      const cube = cubeOf(PROVINCE, () => false, formulasHere())
      rollUp(cube)
      const connection = await duckdb(csv, PROVINCE)
      await connection.run(statements(ROLL_UP, 'create or replace temp table NAME as'))
      await connection.run(queries())
      await compare(cube, connection)
      const cells = PAIRS.length * cube.axis.onMap * (cube.columns[0]?.calendar.length ?? 0)
      const few = Array.from({ length: Math.ceil(cube.axis.onMap / 10) }, (_, k) => k * 10)
      const rows = [
        await inTurn(
          'formulas',
          7,
          () => readAll({ ...cube }, few),
          'every cell by itself, as its arithmetic is explained (a tenth of the areas)',
          () => readEach(cube, few),
        ),
        await inTurn(
          'formulas',
          11,
          () => computeAll({ ...cube }),
          'duckdb, in memory, all cores: months alone, in binary fractions',
          () => connection.run(queries()),
        ),
      ]
      connection.closeSync()
      return rows.map(row => ({ ...row, note: `${cells} cells in all` }))
    }),
}

const formulaColumns = ({ columns }: Cube) => columns.filter(each => each.computed?.kind === 'formula')

/** Computes every row of every formula; a cube that is a copy keeps no results yet. */
export function computeAll(cube: Cube): void {
  for (const column of formulaColumns(cube))
    for (let row = 0; row < cube.axis.onMap; row += 1) amountAt(cube, column, row, 0)
}

function readAll(cube: Cube, rows: readonly number[]): void {
  for (const column of formulaColumns(cube))
    for (const row of rows)
      for (let index = 0; index < column.calendar.length; index += 1) amountAt(cube, column, row, index)
}

function readEach(cube: Cube, rows: readonly number[]): void {
  for (const column of formulaColumns(cube)) {
    const unit = parseUnit(column.indicator.unit)
    for (const row of rows)
      for (let index = 0; index < column.calendar.length; index += 1) {
        const computed = arithmeticAt(cube, column, row, index)
        if (computed && unit) computedIn(computed, unit)
      }
  }
}

async function compare(cube: Cube, connection: DuckDBConnection): Promise<void> {
  for (const [kind] of KINDS.entries()) {
    const reader = await connection.runAndReadAll(`select k, area, m, v from made_${kind}`)
    for (const [k, area, m, v] of reader.getRows()) {
      const column = cube.columns[columnOf(cube, { indicator: `f${Number(k)}`, method: '', breakdown: '{}' })]
      const place = Number(area)
      const id = place === 2000 ? 'p0' : place >= 1000 ? `d${place - 1000}` : `c${String(place).padStart(4, '0')}`
      const row = cube.axis.rows.get(id)
      if (!column || row === undefined) throw new Error(`${Number(k)} ${id}`)
      const { value } = amountAt(cube, column, row, Number(m))
      const ours = value && approximateRatio(value)
      const theirs = v === null ? null : Number(v)
      const same = ours === null || theirs === null ? ours === theirs : Math.abs(ours - theirs) <= 1e-9 * (1 + Math.abs(theirs))
      if (!same) throw new Error(`f${Number(k)} ${id} ${Number(m)}: ours is ${ours}, not ${theirs}`)
    }
  }
} // prettier-ignore
