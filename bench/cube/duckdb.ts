import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api'
import { createWriteStream } from 'node:fs'
import { once } from 'node:events'
import { communesOf, mergedOf, ruleOf, valueOf, WEIGHT, type Size } from './province.ts'

/** The figures as a table of one row each, the narrowest types that hold them, in a file that every engine loads. */
export async function writeTable(size: Size, path: string): Promise<void> {
  const out = createWriteStream(path)
  const communes = communesOf(size)
  for (let i = 0; i < size.indicators; i += 1) {
    const lines: string[] = []
    communes.forEach(({ district }, c) => {
      for (let m = 0; m < size.months; m += 1)
        lines.push(`${ruleOf(i)},${i},${district},${c},${m},${Math.floor(m / 12)},${valueOf(i, c, m)}\n`)
    })
    if (!out.write(lines.join(''))) await once(out, 'drain')
  }
  out.end()
  await once(out, 'finish')
}

/** Tables by rule, so that no query reads what it has no use for. */
export const SPLIT = (temp: string, int: string) => `
  create ${temp} table added as select i, d, c, m, y, v from figures where rule in ('sum', 'mean') order by i, c, m;
  create ${temp} table stocks as select i, d, c, m, y, v from figures where rule = 'last' order by i, c, m;
  create ${temp} table weighted as select i, d, c, m, y, v from figures where rule = 'weighted' order by i, c, m;
  create ${temp} table weights as select c, m, v as w from figures where i = ${WEIGHT} order by c, m;
  create ${temp} table lasts as select cast(12 * n + 11 as ${int}) as m from (values (0), (1), (2), (3), (4)) as t(n);`

/**
 * Every level and every year and term, each sum from the smallest table that holds its parts, kept as tables: what a person who
 * knows the engine would write.
 */
export const ROLL_UP: readonly (readonly [string, string])[] = [
  ['commune_year', 'select i, d, c, y, sum(v) as s from added group by i, d, c, y'],
  ['commune_term', 'select i, d, c, sum(s) as s from commune_year group by i, d, c'],
  ['district_month', 'select i, d, m, y, sum(v) as s from added group by i, d, m, y'],
  ['district_year', 'select i, d, y, sum(s) as s from district_month group by i, d, y'],
  ['district_term', 'select i, d, sum(s) as s from district_year group by i, d'],
  ['province_month', 'select i, m, sum(s) as s from district_month group by i, m'],
  ['province_year', 'select i, y, sum(s) as s from district_year group by i, y'],
  ['province_term', 'select i, sum(s) as s from district_term group by i'],
  ['stock_commune_year', 'select i, c, y, v as s from stocks where m in (select m from lasts)'],
  ['stock_district_month', 'select i, d, m, y, sum(v) as s from stocks group by i, d, m, y'],
  ['stock_district_year', 'select i, d, y, s from stock_district_month where m in (select m from lasts)'],
  ['stock_province_month', 'select i, m, y, sum(s) as s from stock_district_month group by i, m, y'],
  ['stock_province_year', 'select i, y, s from stock_province_month where m in (select m from lasts)'],
  [
    'mean_district_month',
    `select x.i, x.d, x.m, x.y, sum(cast(x.v as bigint) * weights.w) as s, sum(weights.w) as w
     from weighted as x join weights on weights.c = x.c and weights.m = x.m group by x.i, x.d, x.m, x.y`,
  ],
  ['mean_province_month', 'select i, m, y, sum(s) as s, sum(w) as w from mean_district_month group by i, m, y'],
]

/** The same asked in one go: one pass over the table for all levels. */
export const AT_ONCE: readonly (readonly [string, string])[] = [
  [
    'all_added',
    `select i, d, c, m, y, sum(v) as s from added group by grouping sets
     ((i, d, c, y), (i, d, c), (i, d, m, y), (i, d, y), (i, d), (i, m), (i, y), (i))`,
  ],
  ...ROLL_UP.slice(8),
]

export const statements = (queries: readonly (readonly [string, string])[], replace: string): string =>
  queries.map(([name, query]) => `${replace.replaceAll('NAME', name)} ${query};`).join('\n')

export async function duckdb(csv: string, size: Size): Promise<DuckDBConnection> {
  const connection = await (await DuckDBInstance.create(':memory:')).connect()
  await connection.run(`
    create table figures (rule varchar, i usmallint, d utinyint, c usmallint, m utinyint, y utinyint, v integer);
    copy figures from '${csv}';
    ${SPLIT('', 'utinyint')}
    create table merged (c usmallint, n usmallint);
    insert into merged values ${communesOf(size)
      .map((_, c) => `(${c}, ${mergedOf(c)})`)
      .join(', ')};`)
  return connection
}

/** The rows of a table as numbers. */
export async function rowsOf(connection: DuckDBConnection, query: string): Promise<number[][]> {
  const reader = await connection.runAndReadAll(query)
  return reader.getRows().map(row => row.map(Number))
}
