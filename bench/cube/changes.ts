import { amountAt } from '../../src/cube/amount.ts'
import { nothingChanged, takeFigure } from '../../src/cube/edit.ts'
import { recastCube } from '../../src/cube/recast-cube.ts'
import { rollUp } from '../../src/cube/roll.ts'
import { decimal } from '../../src/measure/decimal.ts'
import { month } from '../../src/measure/period.ts'
import { inTurn, type Bench, type Row } from '../bench.ts'
import { duckdb, rowsOf } from './duckdb.ts'
import { withTable } from './folder.ts'
import { computeAll, formulasHere } from './formulas.ts'
import { communesOf, cubeOf, FIRST_YEAR, MERGED, PROVINCE } from './province.ts'

const EDITS = 200

/**
 * One figure changed: its cell, the areas above, the longer periods, and the names of all of them; milliseconds for one. Then the same
 * in a cube with twenty formulas, of which what hangs on the figure is computed again for its own area and the province.
 */
export const incremental: Bench = {
  name: 'incremental',
  async run() {
    return [await changing(this.name, false), await changing(this.name, true)]
  },
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
      // Weighted means are rolled up again as a column and are measured by themselves below.
      const indicator = `i${3 + ((n * 7) % 7)}`
      const changed = nothingChanged()
      const taken = takeFigure(
        cube,
        {
          indicator,
          method: '',
          breakdown: '{}',
          area: communes[n % communes.length]?.id ?? '',
          map: null,
          source: 's',
          period: month(FIRST_YEAR + (n % 5), 1 + (n % 12)),
          value: decimal(BigInt(n % 100_000), 1),
          status: 'official',
          log: 2 + Math.floor(n / 1000),
        },
        changed,
      )
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

/** All figures brought over to the map after a reorganisation, against the same in SQL: a join with who became whom. */
export const recastAll: Bench = {
  name: 'recast',
  run: () =>
    withTable(PROVINCE, async csv => {
      const cube = cubeOf(PROVINCE)
      const connection = await duckdb(csv, PROVINCE)
      const query = `create or replace temp table recast as select x.i, merged.n, x.m, sum(x.v) as s
        from figures as x join merged on merged.c = x.c where x.rule <> 'weighted' group by x.i, merged.n, x.m`
      await connection.run(query)
      const cast = recastCube(cube, MERGED)
      for (const [i = 0, n = 0, m = 0, s = 0] of await rowsOf(connection, 'select i, n, m, s from recast')) {
        const ours = cast.columns[i]?.on?.values[0]?.[(cast.axis.rows.get(`m${n}`) ?? 0) * 60 + m]
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
