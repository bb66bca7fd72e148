import type { Transaction } from 'kysely'
import { absent, isAbsent, type AbsenceReason } from '../measure/absence.ts'
import { decimal, normalize } from '../measure/decimal.ts'
import { endOf, parsePeriod, periodCode } from '../measure/period.ts'
import { OBS_STATUS, type Observation, type ObservationKey, type ObservationStatus } from '../plan/observation.ts'
import { count, integer, LARGEST } from './integers.ts'
import { logged } from './log.ts'
import type { Store } from './open.ts'
import type { Tables } from './schema.ts'

/** A figure as it comes in: the store gives it its number of the log. */
export type NewObservation = Omit<Observation, 'log'>

export interface Imported {
  /** Null where nothing was new: no line of the log is spent on it. */
  readonly log: number | null
  readonly added: number
  readonly unchanged: number
}

/** One canonical text for what identifies a figure. */
export function keyOf(key: ObservationKey): string {
  const breakdown = Object.entries(key.breakdown).sort(([a], [b]) => (a < b ? -1 : 1))
  return JSON.stringify([
    key.indicator,
    key.method,
    key.area,
    key.map ?? '',
    periodCode(key.period),
    breakdown,
    key.source,
  ])
}

/** Whether the store can hold a value: its digits as an integer within 2^53 - 1. */
export const fitsStore = (coefficient: bigint): boolean => coefficient <= LARGEST && coefficient >= -LARGEST

/**
 * Takes figures in, all or none, in one transaction. A figure that says what the store already knows of its key changes
 * nothing, so the same file twice changes nothing. Throws a RangeError on a value beyond the store's integers.
 */
export async function importFigures(
  store: Store,
  tenant: string,
  figures: readonly NewObservation[],
  by: { readonly actor: string; readonly subject: string },
): Promise<Imported> {
  const known = new Map((await latestRows(store, tenant, null)).map(row => [row.key, row]))
  const fresh = figures.filter(figure => {
    const row = known.get(keyOf(figure))
    return !row || !sameContent(toObservation(row), figure)
  })
  if (fresh.length === 0) return { log: null, added: 0, unchanged: figures.length }
  const { log } = await logged(
    store,
    tenant,
    { actor: by.actor, kind: 'figures', subject: by.subject },
    (trx, number) => insert(trx, tenant, number, fresh),
  )
  return { log, added: fresh.length, unchanged: figures.length - fresh.length }
}

const CHUNK = 500

async function insert(
  trx: Transaction<Tables>,
  tenant: string,
  log: number,
  figures: readonly NewObservation[],
): Promise<void> {
  for (let i = 0; i < figures.length; i += CHUNK) {
    const rows = figures.slice(i, i + CHUNK).map(figure => {
      const value = isAbsent(figure.value) ? null : normalize(figure.value)
      if (value && !fitsStore(value.coefficient))
        throw new RangeError(`beyond the store's integers: ${value.coefficient}`)
      return {
        tenant,
        key: keyOf(figure),
        log,
        indicator: figure.indicator,
        method: figure.method,
        area: figure.area,
        map: figure.map ?? '',
        period: periodCode(figure.period),
        period_start: figure.period.start,
        period_end: endOf(figure.period),
        breakdown: JSON.stringify(figure.breakdown),
        source: figure.source,
        units: value ? value.coefficient : null,
        scale: value ? value.scale : null,
        absent: isAbsent(figure.value) ? figure.value.absent : null,
        status: figure.status,
        obs_status: isAbsent(figure.value) ? 'O' : OBS_STATUS[figure.status],
        note: figure.note,
      }
    })
    await trx.insertInto('observations').values(rows).execute()
  }
}

/** The figures that the store knew at a number of the log (null: now), the latest revision of each key, in key order. */
export async function observations(
  store: Store,
  tenant: string,
  options: { readonly asOf?: number | null; readonly indicators?: readonly string[] } = {},
): Promise<Observation[]> {
  const rows = await latestRows(store, tenant, options.asOf ?? null, options.indicators)
  return rows.map(toObservation)
}

async function latestRows(store: Store, tenant: string, asOf: number | null, indicators?: readonly string[]) {
  let latest = store.db
    .selectFrom('observations')
    .select(['key', eb => eb.fn.max('log').as('log')])
    .where('tenant', '=', tenant)
    .groupBy('key')
  if (asOf !== null) latest = latest.where('log', '<=', asOf as never)
  if (indicators) latest = latest.where('indicator', 'in', [...indicators])
  return store.db
    .selectFrom('observations as o')
    .innerJoin(latest.as('l'), join => join.onRef('l.key', '=', 'o.key').onRef('l.log', '=', 'o.log'))
    .selectAll('o')
    .where('o.tenant', '=', tenant)
    .orderBy('o.key')
    .execute()
}

type Row = Awaited<ReturnType<typeof latestRows>>[number]

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
  const rows = await store.db
    .selectFrom('observations')
    .selectAll()
    .where('tenant', '=', tenant)
    .where('key', '=', keyOf(key))
    .orderBy('log')
    .execute()
  return rows.map(toObservation)
}

function sameContent(a: NewObservation, b: NewObservation): boolean {
  if (a.status !== b.status || a.note !== b.note) return false
  if (isAbsent(a.value) || isAbsent(b.value))
    return isAbsent(a.value) && isAbsent(b.value) && a.value.absent === b.value.absent
  const [x, y] = [normalize(a.value), normalize(b.value)]
  return x.coefficient === y.coefficient && x.scale === y.scale
}
