import { createReadStream } from 'node:fs'
import { createRequire } from 'node:module'
import { spawnSync } from 'node:child_process'
import { createInterface } from 'node:readline'
import pg from 'pg'
import type { Cube } from '../../src/cube/cube.ts'
import { rollUp } from '../../src/cube/roll.ts'
import { startPostgres } from '../../test/engines/postgres.ts'
import { inTurn, missing, type Bench, type Row } from '../bench.ts'
import { againstCalc } from './calc.ts'
import { AT_ONCE, duckdb, ROLL_UP, rowsOf, SPLIT, statements } from './duckdb.ts'
import { withTable } from './folder.ts'
import { cubeOf, PROVINCE } from './province.ts'

const REPLACE = 'create or replace temp table NAME as'
const AGAIN = 'drop table if exists NAME; create temp table NAME as'

/** 200 indicators × 200 communes × 60 months over every level, with years and the term, by each indicator's rule. */
export const rollup: Bench = {
  name: 'rollup',
  run: () =>
    withTable(PROVINCE, async csv => {
      const cube = cubeOf(PROVINCE)
      const ours = () => rollUp(cube, undefined, true)
      ours()
      return [
        ...(await againstDuck(csv, cube, ours)),
        ...(await againstLoop(cube, ours)),
        await againstPostgres(csv, ours),
        await againstSqlite(csv, ours),
        await againstCalc(),
      ]
    }),
}

export async function againstDuck(csv: string, cube: Cube, ours: () => void): Promise<Row[]> {
  const connection = await duckdb(csv, PROVINCE)
  await connection.run(statements(ROLL_UP, REPLACE))
  const sum = (table: string, keys: string, ask: (row: number[]) => number | undefined) =>
    rowsOf(connection, `select ${keys}, s from ${table}`).then(rows => {
      for (const row of rows)
        if (ask(row) !== row.at(-1)) throw new Error(`${table} ${row.join(' ')}: ours is ${ask(row)}`)
    })
  const { axis, columns } = cube
  const inner = (i: number, id: string, index: number) => {
    const column = columns[i]
    return column?.totals?.inner[0]?.[(axis.inner[axis.rows.get(id) ?? 0] ?? 0) * column.calendar.length + index]
  }
  const kept = (i: number, c: number, k: number) =>
    columns[i]?.totals?.kept[0]?.[(axis.rows.get(`c${String(c).padStart(4, '0')}`) ?? 0) * 6 + k]
  for (const prefix of ['', 'stock_']) {
    await sum(`${prefix}commune_year`, 'i, c, y', ([i = 0, c = 0, y = 0]) => kept(i, c, y))
    await sum(`${prefix}district_month`, 'i, d, m', ([i = 0, d = 0, m = 0]) => inner(i, `d${d}`, m))
    await sum(`${prefix}district_year`, 'i, d, y', ([i = 0, d = 0, y = 0]) => inner(i, `d${d}`, 60 + y))
    await sum(`${prefix}province_month`, 'i, m', ([i = 0, m = 0]) => inner(i, 'p0', m))
    await sum(`${prefix}province_year`, 'i, y', ([i = 0, y = 0]) => inner(i, 'p0', 60 + y))
  }
  await sum('commune_term', 'i, c', ([i = 0, c = 0]) => kept(i, c, 5))
  await sum('district_term', 'i, d', ([i = 0, d = 0]) => inner(i, `d${d}`, 65))
  await sum('province_term', 'i', ([i = 0]) => inner(i, 'p0', 65))
  await sum('mean_district_month', 'i, d, m', ([i = 0, d = 0, m = 0]) => inner(i, `d${d}`, m))
  await sum('mean_province_month', 'i, m', ([i = 0, m = 0]) => inner(i, 'p0', m))
  const step = await inTurn('rollup', 11, ours, 'duckdb, in memory, all cores: each level from the one below', () =>
    connection.run(statements(ROLL_UP, REPLACE)),
  )
  const once = await inTurn('rollup', 7, ours, 'duckdb, in memory, all cores: grouping sets', () =>
    connection.run(statements(AT_ONCE, REPLACE)),
  )
  connection.closeSync()
  // Its best form is the one that counts.
  return [(once.againstValue ?? Infinity) < (step.againstValue ?? 0) ? once : step]
}

/**
 * The limit: every figure loaded and added once, by a loop that does nothing else. Also where one figure of a hundred is missing,
 * so that every total carries how much is behind it.
 */
export async function againstLoop(cube: Cube, ours: () => void): Promise<Row[]> {
  const leaves = cube.axis.ids.flatMap((_, row) => (cube.axis.inner[row] === -1 ? [row] : []))
  const all = new Float64Array(cube.columns.length * leaves.length * 60)
  cube.columns.forEach((column, i) =>
    leaves.forEach((row, a) => {
      const values = column.on?.values[0]
      if (values) all.set(values.subarray(row * 60, (row + 1) * 60), (i * leaves.length + a) * 60)
    }),
  )
  let kept = 0
  const loop = () => {
    let sum = 0
    // By number, as the loops that it is held against are.
    // eslint-disable-next-line @typescript-eslint/prefer-for-of
    for (let at = 0; at < all.length; at += 1) sum += all[at] ?? 0
    kept += sum
    return kept
  }
  const gaps = cubeOf(PROVINCE, cell => cell % 97 === 0)
  const limit = 'limit: a bare loop over the same typed array'
  return [
    await inTurn('rollup', 41, ours, limit, loop, 'processor'),
    await inTurn(
      'rollup',
      41,
      () => rollUp(gaps, undefined, true),
      `${limit} (ours: 1% of the figures missing)`,
      loop,
      'processor',
    ),
  ]
}

async function againstPostgres(csv: string, ours: () => void): Promise<Row> {
  let engine
  try {
    engine = await startPostgres()
  } catch (error) {
    return missing('rollup', 'postgres', error instanceof Error ? error.message : String(error))
  }
  const client = new pg.Client({ connectionString: engine.url })
  try {
    await client.connect()
    await client.query(
      'create table figures (rule text, i smallint, d smallint, c smallint, m smallint, y smallint, v integer)',
    )
    const copied = spawnSync('psql', [engine.url, '-q'], {
      input: `\\copy figures from '${csv}' csv\n`,
      encoding: 'utf8',
    })
    if (copied.status !== 0) return missing('rollup', 'postgres', copied.stderr)
    await client.query(`${SPLIT('', 'smallint')} analyze;`)
    return await inTurn('rollup', 3, ours, 'postgres, in SQL', () => client.query(statements(ROLL_UP, AGAIN)))
  } finally {
    await client.end()
    engine.stop()
  }
}

async function againstSqlite(csv: string, ours: () => void): Promise<Row> {
  const Database = createRequire(import.meta.url)('libsql') as new (path: string) => {
    exec(sql: string): unknown
    prepare(sql: string): { run(...values: unknown[]): unknown }
  }
  const database = new Database(':memory:')
  database.exec('create table figures (rule text, i integer, d integer, c integer, m integer, y integer, v integer)')
  database.exec('begin')
  const insert = database.prepare('insert into figures values (?, ?, ?, ?, ?, ?, ?)')
  for await (const line of createInterface({ input: createReadStream(csv) })) {
    const [rule, ...rest] = line.split(',')
    insert.run(rule, ...rest.map(Number))
  }
  database.exec('commit')
  database.exec(SPLIT('', 'integer').replace('as t(n)', '').replace('12 * n + 11', '12 * column1 + 11'))
  return inTurn('rollup', 3, ours, 'sqlite, in SQL', () => database.exec(statements(ROLL_UP, AGAIN)))
}
