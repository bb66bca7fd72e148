import { amountAt } from '../../src/cube/amount.ts'
import { nothingChanged, takeFigure } from '../../src/cube/edit.ts'
import { recastCube } from '../../src/cube/recast-cube.ts'
import { rollUp } from '../../src/cube/roll.ts'
import { decimal } from '../../src/measure/decimal.ts'
import { learn } from '../../src/evaluation/bulk/learn.ts'
import { bulkOf } from '../../src/evaluation/bulk/bulk.ts'
import { questionOfCube } from '../../src/evaluation/of-cube.ts'
import { month, year, years } from '../../src/measure/period.ts'
import type { Indicator, Plan, Shape, Target } from '../../src/plan/plan.ts'
import { inTurn, type Bench, type Row } from '../bench.ts'
import { duckdb, rowsOf } from './duckdb.ts'
import { withTable } from './folder.ts'
import { computeAll, formulasHere } from './formulas.ts'
import { communesOf, cubeOf, FIRST_YEAR, MERGED, PROVINCE } from './province.ts'

const EDITS = 200

/**
 * One figure changed: its cell, the areas above, the longer periods, and the names of all of them; milliseconds for one. Then the same
 * in a cube with twenty formulas, of which what hangs on the figure is computed again for its own area and the province; then with
 * the targets that look at it.
 */
export const incremental: Bench = {
  name: 'incremental',
  async run() {
    return [await changing(this.name, false), await changing(this.name, true), await judging(this.name)]
  },
}

/** The figure that somebody sends in as the n-th, of an indicator that adds up. */
const edited = (n: number, communes: readonly { readonly id: string }[]) => ({
  // Weighted means are rolled up again as a column and are measured by themselves below.
  indicator: `i${3 + ((n * 7) % 7)}`,
  method: '',
  breakdown: '{}',
  area: communes[n % communes.length]?.id ?? '',
  map: null,
  source: 's',
  period: month(FIRST_YEAR + (n % 5), 1 + (n % 12)),
  value: decimal(BigInt(n % 100_000), 1),
  status: 'official' as const,
  log: 2 + Math.floor(n / 1000),
})

/** One figure changed: its totals, and every target of the commune, its district and the province that looks at them. */
async function judging(name: string): Promise<Row> {
  const cube = cubeOf(PROVINCE)
  rollUp(cube)
  const communes = communesOf(PROVINCE)
  const areas = cube.axis.ids.slice(0, cube.axis.onMap)
  const plan = planOver(areas, [...cube.indicators.values()].slice(0, TARGETS))
  const cubes = { given: cube, log: Infinity, shown: cube }
  const all = () => {
    rollUp(cube, undefined, true)
    return bulkOf(questionOfCube(cubes, plan, { on: `${FIRST_YEAR + 4}-06-30` }, areas))
  }
  let [n, bulk] = [0, all()]
  const edit = () => {
    for (let i = 0; i < FEW_EDITS; i += 1) {
      n += 1
      const changed = nothingChanged()
      if (!takeFigure(cube, edited(n, communes), changed)) throw new Error('not taken in')
      const moved = learn(bulk, cubes, changed)
      if (moved.judged === 0) throw new Error('nothing judged')
      ;({ bulk } = moved)
    }
  }
  const row = await inTurn(
    name,
    5,
    edit,
    `${TARGETS} targets × ${areas.length} areas: recomputing and judging all`,
    all,
  )
  const value = (row.value ?? 0) / FEW_EDITS
  return { ...row, value, unit: 'ms for one figure', ratio: (row.againstValue ?? 0) / value }
}

const TARGETS = 20
const FEW_EDITS = 1000

/** A target for each of some indicators, a level or a sum of the years, shared out to every area. */
function planOver(areas: readonly string[], indicators: readonly Indicator[]): Plan {
  const bound = { kind: 'atLeast', low: decimal(60_000n, 0), high: null } as const
  const [area = '', ...below] = areas
  const [from, to] = [FIRST_YEAR, FIRST_YEAR + 4]
  const targets = indicators.map(({ code, name, unit }, i): Target => {
    const shape: Shape = i % 2 === 0 ? { kind: 'level', when: year(to) } : { kind: 'cumulative', when: years(from, to) }
    const allocations = below.map(id => ({ area: id, when: null, within: null, bound }))
    const measure = { id: code, name, place: null, indicators: [code], shape, bound, unit, base: null, partOf: null }
    return {
      id: code,
      scope: 'main',
      group: null,
      number: null,
      text: code,
      place: null,
      measures: [{ ...measure, allocations }],
    }
  })
  const nothing = { issuer: null, adopted: null, map: null, groups: [], sources: [], note: null }
  return { id: 'p', name: { vi: 'p' }, area, term: { from, to }, indicators, targets, ...nothing }
}

async function changing(name: string, made: boolean): Promise<Row> {
  const cube = cubeOf(PROVINCE, () => false, made ? formulasHere() : [])
  rollUp(cube)
  computeAll(cube)
  const communes = communesOf(PROVINCE)
  let n = 0
  const edit = () => {
    for (let i = 0; i < EDITS; i += 1) {
      n += 1
      const changed = nothingChanged()
      const taken = takeFigure(cube, edited(n, communes), changed)
      if (!taken) throw new Error('not taken in')
      changed.columns.forEach((number, k) => {
        const column = cube.columns[number]
        const row = changed.rows[k] ?? 0
        if (column?.computed && (row === 0 || cube.axis.inner[row] === -1))
          amountAt(cube, column, row, changed.indexes[k] ?? 0)
      })
    }
  }
  const all = () => {
    rollUp(cube, undefined, true)
    if (made) computeAll({ ...cube })
  }
  const row = await inTurn(name, 15, edit, made ? 'recomputing all, twenty formulas too' : 'recomputing all', all)
  const value = (row.value ?? 0) / EDITS
  return { ...row, value, unit: 'ms for one figure', ratio: (row.againstValue ?? 0) / value }
}

/** All figures brought over to the map after a reorganisation, means with their weights, against the same in SQL: a join with who became whom. */
export const recastAll: Bench = {
  name: 'recast',
  run: () =>
    withTable(PROVINCE, async csv => {
      const cube = cubeOf(PROVINCE)
      const connection = await duckdb(csv, PROVINCE)
      const query = `create or replace temp table recast as select x.i, merged.n, x.m, sum(x.v) as s
        from figures as x join merged on merged.c = x.c where x.rule <> 'weighted' group by x.i, merged.n, x.m
        union all select x.i, merged.n, x.m, cast(sum(cast(x.v as bigint) * weights.w) as double) / cast(sum(weights.w) as double)
        from weighted as x join merged on merged.c = x.c join weights on weights.c = x.c and weights.m = x.m group by x.i, merged.n, x.m`
      await connection.run(query)
      const cast = recastCube(cube, MERGED)
      for (const [i = 0, n = 0, m = 0, s = 0] of await rowsOf(connection, 'select i, n, m, s from recast')) {
        const [column, row] = [cast.columns[i], cast.axis.rows.get(`m${n}`) ?? 0]
        const means = column?.means?.get(row)
        const ours = means ? (means.num[m] ?? 0) / (means.den[m] ?? 0) : column?.on?.values[0]?.[row * 60 + m]
        if (ours !== s) throw new Error(`${i} ${n} ${m}: ours is ${ours}, not ${s}`)
      }
      const row = await inTurn(
        'recast',
        15,
        () => recastCube(cube, MERGED),
        'duckdb, in memory, all cores',
        () => connection.run(query),
      )
      connection.closeSync()
      return row
    }),
}
