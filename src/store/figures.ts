import type { Kysely } from 'kysely'
import { absent, isAbsent, type AbsenceReason } from '../measure/absence.ts'
import { decimal, normalize } from '../measure/decimal.ts'
import { parsePeriod, periodCode, type Period } from '../measure/period.ts'
import { OBS_STATUS, type Observation, type ObservationKey, type ObservationStatus } from '../plan/observation.ts'
import { count, integer, LARGEST } from './integers.ts'
import type { ObservationRow } from './observation-rows.ts'
import { seriesRow, seriesText, type SeriesKey, type SeriesRow } from './series.ts'
import type { Store } from './open.ts'
import type { Tables } from './schema.ts'

/** A figure as it comes in: the store gives it its number of the log. */
export type NewObservation = Omit<Observation, 'log'>

/** Which figures are asked for; what is left out does not narrow. */
export interface Asked {
  /** A number of the log; null or left out: now. */
  readonly asOf?: number | null
  readonly indicators?: readonly string[]
  readonly areas?: readonly string[]
  /** Codes of periods. */
  readonly periods?: readonly string[]
}

/** Whether the store can hold a value: its digits as an integer within 2^53 - 1. */
export const fitsStore = (coefficient: bigint): boolean => coefficient <= LARGEST && coefficient >= -LARGEST

/** A figure as its row. Throws a RangeError on a value beyond the store's integers. */
export function observationRow(series: number, figure: NewObservation): ObservationRow {
  const base = { series, period: codeOf(figure.period), status: figure.status, note: figure.note }
  if (isAbsent(figure.value))
    return { ...base, units: null, scale: null, absent: figure.value.absent, obsStatus: MISSING }
  const { coefficient, scale } = normalize(figure.value)
  if (!fitsStore(coefficient)) throw new RangeError(`beyond the store's integers: ${coefficient}`)
  return { ...base, units: Number(coefficient), scale, absent: null, obsStatus: OBS_STATUS[figure.status] }
}

/** SDMX OBS_STATUS of a figure that is not there. */
const MISSING = 'O'

const codes = new WeakMap<Period, string>()

/** Figures of one file share their periods, so the code of each is written once. */
function codeOf(period: Period): string {
  let code = codes.get(period)
  if (code === undefined) codes.set(period, (code = periodCode(period)))
  return code
}

/** The figures that the store knew at a number of the log, the latest revision of each key, in the order of their keys. */
export async function observations(store: Store, tenant: string, asked: Asked = {}): Promise<Observation[]> {
  if (asked.indicators?.length === 0 || asked.areas?.length === 0) return []
  const series = await seriesOf(store.db, tenant, asked)
  const rows: ContentRow[] = []
  const narrowed = asked.indicators !== undefined || asked.areas !== undefined
  if (narrowed && series.length <= MOST_BY_NUMBER)
    for (let i = 0; i < series.length; i += SERIES_AT_ONCE) {
      const numbers = series.slice(i, i + SERIES_AT_ONCE).map(row => count(row.id))
      rows.push(...(await latestRows(store, tenant, asked, numbers)))
    }
  else rows.push(...(await latestRows(store, tenant, asked, null)))
  return inOrder(series, rows)
}

/** The codes of the indicators that have figures of other areas than one. */
export async function indicatorsBeyond(store: Store, tenant: string, area: string): Promise<ReadonlySet<string>> {
  const rows = await store.db
    .selectFrom('series')
    .select('indicator')
    .distinct()
    .where('tenant', '=', tenant)
    .where('area', '<>', area)
    .execute()
  return new Set(rows.map(row => row.indicator))
}

/** Above so many series one walk through the table is faster than asking for each by its number. */
const MOST_BY_NUMBER = 5000
const SERIES_AT_ONCE = 500

async function seriesOf(db: Kysely<Tables>, tenant: string, { indicators, areas }: Asked) {
  let query = db.selectFrom('series').selectAll().where('tenant', '=', tenant)
  if (indicators) query = query.where('indicator', 'in', [...indicators])
  if (areas) query = query.where('area', 'in', [...areas])
  return query.execute()
}

/**
 * Two steps, series and then figures, because no engine need then guess which of the two tables narrows the other. Each engine
 * is asked in the way in which it walks the key once: PostgreSQL would look the newest revision of every figure up by itself,
 * which takes it twenty times as long.
 */
async function latestRows(
  { db, engine }: Store,
  tenant: string,
  { asOf = null, periods }: Asked,
  series: readonly number[] | null,
) {
  let query = db
    .selectFrom('observations as o')
    .select(['o.series', 'o.period', 'o.log', 'o.units', 'o.scale', 'o.absent', 'o.status', 'o.note'])
    .where('o.tenant', '=', tenant)
  if (series) query = query.where('o.series', 'in', [...series])
  if (periods) query = query.where('o.period', 'in', [...periods])
  if (engine === 'postgres') {
    if (asOf !== null) query = query.where('o.log', '<=', asOf as never)
    return query
      .distinctOn(['o.series', 'o.period'])
      .orderBy('o.series')
      .orderBy('o.period')
      .orderBy('o.log', 'desc')
      .execute()
  }
  return query
    .where('o.log', '=', eb => {
      const newest = eb
        .selectFrom('observations as n')
        .select(n => n.fn.max('n.log').as('log'))
        .where('n.tenant', '=', tenant)
        .whereRef('n.series', '=', 'o.series')
        .whereRef('n.period', '=', 'o.period')
      return (asOf === null ? newest : newest.where('n.log', '<=', asOf as never)) as never
    })
    .execute()
}

type ContentRow = Awaited<ReturnType<typeof latestRows>>[number]

/** In the order of their keys by code points, the same on every engine whatever its collation. */
function inOrder(
  series: readonly (SeriesRow & { readonly id: bigint | string | number })[],
  rows: readonly ContentRow[],
): Observation[] {
  const ranked = series
    .map(row => ({ row, text: seriesText(row) }))
    .sort((a, b) => (a.text < b.text ? -1 : 1))
    .map(({ row }, rank) => [count(row.id), { rank, key: keyOf(row) }] as const)
  const keys = new Map(ranked)
  const periods = new Map<string, Period>()
  return rows
    .flatMap(row => {
      const known = keys.get(count(row.series))
      return known ? [{ ...known, row, log: count(row.log) }] : []
    })
    .sort((a, b) => a.rank - b.rank || byText(a.row.period, b.row.period) || a.log - b.log)
    .map(({ row, key, log }) => ({ ...key, period: periodOf(row.period, periods), ...contentOf(row), log }))
}

const byText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

const keyOf = (row: SeriesRow): SeriesKey => ({
  indicator: row.indicator,
  method: row.method,
  area: row.area,
  map: row.map === '' ? null : row.map,
  breakdown: JSON.parse(row.breakdown) as Record<string, string>,
  source: row.source,
})

function periodOf(code: string, known: Map<string, Period>): Period {
  const period = known.get(code) ?? parsePeriod(code)
  if (!period) throw new Error(`the store holds a period that cannot be read: ${code}`)
  known.set(code, period)
  return period
}

const contentOf = (row: ContentRow): Pick<Observation, 'value' | 'status' | 'note'> => ({
  value:
    row.units === null || row.scale === null
      ? absent((row.absent ?? 'notReported') as AbsenceReason)
      : decimal(integer(row.units), count(row.scale)),
  status: row.status as ObservationStatus,
  note: row.note,
})

/** Every revision of one figure, the oldest first. */
export async function history(store: Store, tenant: string, key: ObservationKey): Promise<Observation[]> {
  const { map, method, breakdown, source } = seriesRow(key)
  const known = await seriesOf(store.db, tenant, { indicators: [key.indicator], areas: [key.area] })
  const series = known.filter(
    row => row.map === map && row.method === method && row.breakdown === breakdown && row.source === source,
  )
  return revisionsIn(store, tenant, series, periodCode(key.period))
}

/** Every revision of what any source said of an indicator in an area and a period, by source, the oldest first. */
export async function revisions(
  store: Store,
  tenant: string,
  { indicator, area, period }: { readonly indicator: string; readonly area: string; readonly period: string },
): Promise<Observation[]> {
  const series = await seriesOf(store.db, tenant, { indicators: [indicator], areas: [area] })
  return revisionsIn(store, tenant, series, period)
}

/** Every revision of all periods of the figures asked for, up to their moment of knowledge, by key, the oldest first. */
export async function allRevisions(store: Store, tenant: string, asked: Asked): Promise<Observation[]> {
  if (asked.indicators?.length === 0 || asked.areas?.length === 0) return []
  const series = await seriesOf(store.db, tenant, asked)
  return revisionsIn(store, tenant, series, null, asked.asOf ?? null)
}

async function revisionsIn(
  store: Store,
  tenant: string,
  series: Awaited<ReturnType<typeof seriesOf>>,
  period: string | null,
  asOf: number | null = null,
): Promise<Observation[]> {
  if (series.length === 0) return []
  let query = store.db
    .selectFrom('observations')
    .select(['series', 'period', 'log', 'units', 'scale', 'absent', 'status', 'note'])
    .where('tenant', '=', tenant)
    .where('series', 'in', [...series.map(row => count(row.id))])
  if (period !== null) query = query.where('period', '=', period)
  if (asOf !== null) query = query.where('log', '<=', asOf as never)
  return inOrder(series, await query.execute())
}
