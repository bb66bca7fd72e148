import { CompiledQuery, type Kysely } from 'kysely'
import { count, integer } from './integers.ts'
import { PREPARED, type Embedded, type Store } from './open.ts'
import type { Tables } from './schema.ts'

/** A figure as its row holds it: value = units × 10^-scale, or the reason of its absence. */
export interface ObservationRow {
  readonly series: number
  readonly period: string
  readonly units: number | null
  readonly scale: number | null
  readonly absent: string | null
  readonly status: string
  readonly obsStatus: string
  readonly note: string
}

/** A row as its digest covers it and as two rows are compared. */
export const rowText = (row: Omit<ObservationRow, 'obsStatus'>): string =>
  JSON.stringify([row.series, row.period, row.units, row.scale, row.absent, row.status, row.note])

/** Reads what stands and writes what is new, in bulk, inside a transaction. */
export interface ObservationTable {
  /** The `rowText` of what stands of each row's key; null where nothing does. */
  standing(rows: readonly ObservationRow[]): Promise<readonly (string | null)[]>
  insert(rows: readonly ObservationRow[]): Promise<void>
}

interface StandingRow {
  readonly series: bigint | string | number
  readonly period: string
  readonly units: bigint | string | number | null
  readonly scale: bigint | string | number | null
  readonly absent: string | null
  readonly status: string
  readonly note: string
}

const textOf = (row: StandingRow): string =>
  rowText({
    series: count(row.series),
    period: row.period,
    units: row.units === null ? null : Number(integer(row.units)),
    scale: row.scale === null ? null : count(row.scale),
    absent: row.absent,
    status: row.status,
    note: row.note,
  })

/**
 * The statements of one engine, which differ in how they name their parameters. Each has one text for a full chunk, so
 * that it is prepared once and run a thousand times: ten times what a query builder writes in a second.
 */
export function observationTable(store: Store, trx: Kysely<Tables>, tenant: string, log: number): ObservationTable {
  const run = store.embedded ? embeddedRunner(store.embedded) : servedRunner(trx)
  return {
    standing: async rows => {
      const texts = new Map<string, string>()
      for (let i = 0; i < rows.length; i += KEYS_AT_ONCE) {
        const keys = rows.slice(i, i + KEYS_AT_ONCE)
        const found = await run<StandingRow>(standingText(keys.length), [
          tenant,
          ...keys.flatMap(row => [row.series, row.period]),
        ])
        for (const row of found) texts.set(`${count(row.series)} ${row.period}`, textOf(row))
      }
      return rows.map(row => texts.get(`${row.series} ${row.period}`) ?? null)
    },
    insert: async rows => {
      for (let i = 0; i < rows.length; i += ROWS_AT_ONCE) {
        const chunk = rows.slice(i, i + ROWS_AT_ONCE)
        const values: unknown[] = [tenant, log]
        for (const { series, period, units, scale, absent, status, obsStatus, note } of chunk)
          values.push(series, period, units, scale, absent, status, obsStatus, note)
        await run(insertText(chunk.length), values)
      }
    },
  }
}

const KEYS_AT_ONCE = 100
const ROWS_AT_ONCE = 100

const COLUMNS = 'tenant, series, period, log, units, scale, absent, status, obs_status, note'

/** The tenant is named in every part, so that on a cluster the statement goes to its one node. */
const standingText = (keys: number): string =>
  written(`standing ${keys}`, () => {
    const places = Array.from({ length: keys }, (_, i) => `($${2 * i + 2}::bigint, $${2 * i + 3}::text)`).join(', ')
    return `select o.series, o.period, o.units, o.scale, o.absent, o.status, o.note from observations as o
      where o.tenant = $1 and (o.series, o.period) in (values ${places}) and o.log = (select max(n.log)
      from observations as n where n.tenant = $1 and n.series = o.series and n.period = o.period)`
  })

const insertText = (rows: number): string =>
  written(`insert ${rows}`, () => {
    const places = Array.from({ length: rows }, (_, i) => {
      const at = (k: number) => `$${8 * i + 3 + k}`
      return `($1, ${at(0)}::bigint, ${at(1)}, $2::bigint, ${at(2)}::bigint, ${at(3)}::bigint, ${[4, 5, 6, 7].map(at).join(', ')})`
    })
    return `insert into observations (${COLUMNS}) values ${places.join(', ')}`
  })

const texts = new Map<string, string>()

function written(name: string, write: () => string): string {
  let text = texts.get(name)
  if (text === undefined) texts.set(name, (text = write()))
  return text
}

type Runner = <Row = unknown>(text: string, values: readonly unknown[]) => Promise<readonly Row[]>

/** On the connection that the transaction holds: the embedded engine has one. */
function embeddedRunner(database: Embedded): Runner {
  const prepared = new Map<string, ReturnType<Embedded['prepare']>>()
  return <Row>(text: string, values: readonly unknown[]) => {
    let statement = prepared.get(text)
    if (!statement) prepared.set(text, (statement = database.prepare(text.replace(/\$(\d+)(?:::\w+)?/g, '?$1'))))
    if (statement.reader) return Promise.resolve(statement.all(values) as Row[])
    statement.run(values)
    return Promise.resolve([])
  }
}

const servedRunner =
  (trx: Kysely<Tables>): Runner =>
  async <Row>(text: string, values: readonly unknown[]) =>
    (await trx.executeQuery<Row>(CompiledQuery.raw(PREPARED + text, [...values]))).rows
