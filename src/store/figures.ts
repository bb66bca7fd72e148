import { sql, type Kysely } from 'kysely'
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

/** A figure as its row. Throws a RangeError on a value beyond the store's integers. A spread would take longer than all else. */
export function observationRow(series: number, { period, value, status, note }: NewObservation): ObservationRow {
  if (isAbsent(value))
    return {
      series,
      period: codeOf(period),
      units: null,
      scale: null,
      absent: value.absent,
      status,
      obsStatus: MISSING,
      note,
    }
  const { coefficient, scale } = normalize(value)
  if (!fitsStore(coefficient)) throw new RangeError(`beyond the store's integers: ${coefficient}`)
  return {
    series,
    period: codeOf(period),
    units: Number(coefficient),
    scale,
    absent: null,
    status,
    obsStatus: OBS_STATUS[status],
    note,
  }
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
  const some = asked.indicators !== undefined || asked.areas !== undefined
  if (!some || series.length > MOST_BY_NUMBER) return inOrder(series, await latestOf(store, tenant, asked, null))
  const rows: SeriesFigures[] = []
  for (let i = 0; i < series.length; i += SERIES_AT_ONCE) {
    const numbers = series.slice(i, i + SERIES_AT_ONCE).map(row => count(row.id))
    rows.push(...(await latestOf(store, tenant, asked, numbers)))
  }
  return inOrder(series, rows)
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

/** What stands of one series, or all that ever did: its figures as JSON, for a row of its own for each costs ten times as much. */
interface SeriesFigures {
  readonly series: bigint | string | number
  readonly figures: string
}

/** Period, number of the log, units, scale, reason of absence, status, note; units as text, so that no digit is lost. */
type FigureCells = readonly [string, number, string | null, number | null, string | null, string, string]

/**
 * Two steps, series and then figures, because no engine need then guess which of the two tables narrows the other. Each engine
 * is asked in the way in which it walks the key once: PostgreSQL would look the newest revision of every figure up by itself,
 * which takes it twenty times as long.
 */
async function latestOf(
  { db, engine }: Store,
  tenant: string,
  asked: Asked,
  series: readonly number[] | null,
): Promise<SeriesFigures[]> {
  if (engine === 'postgres') {
    const newest = narrowed({ db, engine }, tenant, asked, series)
      .select(['o.tenant', 'o.series', 'o.period', 'o.log', 'o.units', 'o.scale', 'o.absent', 'o.status', 'o.note'])
      .distinctOn(['o.series', 'o.period'])
      .orderBy('o.series')
      .orderBy('o.period')
      .orderBy('o.log', 'desc')
    return db
      .selectFrom(newest.as('o'))
      .select(['o.series', cellsOf(engine).as('figures')])
      .groupBy('o.series')
      .execute()
  }
  return narrowed({ db, engine }, tenant, asked, series)
    .where('o.log', '=', eb => {
      const newest = eb
        .selectFrom('observations as n')
        .select(n => n.fn.max('n.log').as('log'))
        .where('n.tenant', '=', tenant)
        .whereRef('n.series', '=', 'o.series')
        .whereRef('n.period', '=', 'o.period')
      return (isNow(asked) ? newest : newest.where('n.log', '<=', asked.asOf as never)) as never
    })
    .select(['o.series', cellsOf(engine).as('figures')])
    .groupBy('o.series')
    .execute()
}

const isNow = ({ asOf = null }: Asked): boolean => asOf === null

/** A log number narrows nothing by itself: SQLite, told so by the sign, walks the key instead of all that was learnt by then. */
function narrowed(
  { db, engine }: Pick<Store, 'db' | 'engine'>,
  tenant: string,
  asked: Asked,
  series: readonly number[] | null,
) {
  let query = db.selectFrom('observations as o').where('o.tenant', '=', tenant)
  if (series) query = query.where('o.series', 'in', [...series])
  if (asked.periods) query = query.where('o.period', 'in', [...asked.periods])
  if (isNow(asked)) return query
  return query.where(engine === 'sqlite' ? sql`+o.log` : 'o.log', '<=', asked.asOf as never)
}

const CELLS = sql`o.period, o.log, cast(o.units as text), o.scale, o.absent, o.status, o.note`
const cellsOf = (engine: Store['engine']) =>
  engine === 'postgres'
    ? sql<string>`json_agg(json_build_array(${CELLS}))::text`
    : sql<string>`json_group_array(json_array(${CELLS}))`

/** In the order of their keys by code points, the same on every engine whatever its collation. */
function inOrder(
  series: readonly (SeriesRow & { readonly id: bigint | string | number })[],
  found: readonly SeriesFigures[],
): Observation[] {
  const cells = new Map(found.map(row => [count(row.series), JSON.parse(row.figures) as FigureCells[]]))
  const periods = new Map<string, Period>()
  return series
    .map(row => ({ row, text: seriesText(row) }))
    .sort((a, b) => (a.text < b.text ? -1 : 1))
    .flatMap(({ row }) => {
      const key = keyOf(row)
      const figures = cells.get(count(row.id)) ?? []
      return figures.sort(byPeriod).map(each => observationIn(key, each, periods))
    })
}

const byPeriod = ([a, logOfA]: FigureCells, [b, logOfB]: FigureCells): number =>
  a < b ? -1 : a > b ? 1 : logOfA - logOfB

/** Written out name by name: a spread of the key takes as long as all the rest of a question. */
const observationIn = (
  { indicator, method, area, map, breakdown, source }: SeriesKey,
  [period, log, units, scale, reason, status, note]: FigureCells,
  periods: Map<string, Period>,
): Observation => ({
  indicator,
  method,
  area,
  map,
  breakdown,
  source,
  period: periodOf(period, periods),
  value:
    units === null || scale === null
      ? absent((reason ?? 'notReported') as AbsenceReason)
      : decimal(integer(units), count(scale)),
  status: status as ObservationStatus,
  note,
  log: count(log),
})

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
  const asked = { asOf, ...(period === null ? {} : { periods: [period] }) }
  const numbers = series.map(row => count(row.id))
  const query = narrowed(store, tenant, asked, numbers).select(['o.series', cellsOf(store.engine).as('figures')])
  return inOrder(series, await query.groupBy('o.series').execute())
}
