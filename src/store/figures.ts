import type { Kysely } from 'kysely'
import { absent, isAbsent, type AbsenceReason } from '../measure/absence.ts'
import { decimal, normalize } from '../measure/decimal.ts'
import { parsePeriod, periodCode } from '../measure/period.ts'
import type { Observation, ObservationKey, ObservationStatus } from '../plan/observation.ts'
import { count, integer, LARGEST } from './integers.ts'
import { seriesRow, seriesText } from './series.ts'
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
}

/** Whether the store can hold a value: its digits as an integer within 2^53 - 1. */
export const fitsStore = (coefficient: bigint): boolean => coefficient <= LARGEST && coefficient >= -LARGEST

/** A figure's columns beside its key. Throws a RangeError on a value beyond the store's integers. */
export function contentOf(figure: Pick<NewObservation, 'value' | 'status' | 'note'>): Content {
  const value = isAbsent(figure.value) ? null : normalize(figure.value)
  if (value && !fitsStore(value.coefficient)) throw new RangeError(`beyond the store's integers: ${value.coefficient}`)
  return {
    units: value ? value.coefficient : null,
    scale: value ? value.scale : null,
    absent: isAbsent(figure.value) ? figure.value.absent : null,
    status: figure.status,
    note: figure.note,
  }
}

export interface Content {
  readonly units: bigint | null
  readonly scale: number | null
  readonly absent: string | null
  readonly status: string
  readonly note: string
}

/** The figures that the store knew at a number of the log, the latest revision of each key, in the order of their keys. */
export async function observations(store: Store, tenant: string, asked: Asked = {}): Promise<Observation[]> {
  if (asked.indicators?.length === 0 || asked.areas?.length === 0) return []
  return inOrder(await latestRows(store.db, tenant, asked))
}

async function latestRows(db: Kysely<Tables>, tenant: string, { asOf = null, indicators, areas }: Asked) {
  let query = db
    .selectFrom('series as s')
    .innerJoin('observations as o', join => join.onRef('o.tenant', '=', 's.tenant').onRef('o.series', '=', 's.id'))
    .select(KEY_COLUMNS)
    .select(CONTENT_COLUMNS)
    .where('s.tenant', '=', tenant)
    .where('o.tenant', '=', tenant)
    .where('o.log', '=', eb => {
      let newest = eb
        .selectFrom('observations as n')
        .select(n => n.fn.max('n.log').as('log'))
        .where('n.tenant', '=', tenant)
        .whereRef('n.series', '=', 'o.series')
        .whereRef('n.period', '=', 'o.period')
      if (asOf !== null) newest = newest.where('n.log', '<=', asOf as never)
      return newest as never
    })
  if (indicators) query = query.where('s.indicator', 'in', [...indicators])
  if (areas) query = query.where('s.area', 'in', [...areas])
  return query.execute()
}

const KEY_COLUMNS = ['s.indicator', 's.method', 's.area', 's.map', 's.breakdown', 's.source'] as const
const CONTENT_COLUMNS = ['o.period', 'o.log', 'o.units', 'o.scale', 'o.absent', 'o.status', 'o.note'] as const

type Row = Awaited<ReturnType<typeof latestRows>>[number]

/** In the order of their keys by code points, the same on every engine whatever its collation. */
const inOrder = (rows: readonly Row[]): Observation[] =>
  rows
    .map(row => ({ row, key: `${seriesText(row)}\n${row.period}` }))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : count(a.row.log) - count(b.row.log)))
    .map(({ row }) => toObservation(row))

function toObservation(row: Row): Observation {
  const period = parsePeriod(row.period)
  if (!period) throw new Error(`the store holds a period that cannot be read: ${row.period}`)
  return {
    indicator: row.indicator,
    method: row.method,
    area: row.area,
    map: row.map === '' ? null : row.map,
    period,
    breakdown: JSON.parse(row.breakdown) as Record<string, string>,
    source: row.source,
    value:
      row.units === null || row.scale === null
        ? absent((row.absent ?? 'notReported') as AbsenceReason)
        : decimal(integer(row.units), count(row.scale)),
    status: row.status as ObservationStatus,
    note: row.note,
    log: count(row.log),
  }
}

/** Every revision of one figure, the oldest first. */
export async function history(store: Store, tenant: string, key: ObservationKey): Promise<Observation[]> {
  const series = seriesRow(key)
  const rows = await store.db
    .selectFrom('series as s')
    .innerJoin('observations as o', join => join.onRef('o.tenant', '=', 's.tenant').onRef('o.series', '=', 's.id'))
    .select(KEY_COLUMNS)
    .select(CONTENT_COLUMNS)
    .where('s.tenant', '=', tenant)
    .where('o.tenant', '=', tenant)
    .where('s.indicator', '=', series.indicator)
    .where('s.area', '=', series.area)
    .where('s.map', '=', series.map)
    .where('s.method', '=', series.method)
    .where('s.breakdown', '=', series.breakdown)
    .where('s.source', '=', series.source)
    .where('o.period', '=', periodCode(key.period))
    .execute()
  return inOrder(rows)
}
