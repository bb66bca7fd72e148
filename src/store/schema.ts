import type { ColumnType } from 'kysely'

/** A 64-bit integer as either engine hands it over; read with `integer` of `integers.ts`. */
type Big = ColumnType<bigint | string | number, bigint | number, bigint | number>

/**
 * The tables, one schema on both engines. Every row of a tenant (a province or a ministry) has a key that begins with it,
 * so that Citus can distribute the tables as they are; the list of tenants is a reference table. All else is append-only.
 */
export interface Tables {
  tenants: { id: string; name: string }
  /** The last number of a tenant's log: the row that a writer locks. */
  log_heads: { tenant: string; number: Big }
  log: { tenant: string; number: Big; moment: string; actor: string; kind: string; subject: string }
  plan_versions: {
    tenant: string
    plan: string
    log: Big
    name: string
    /** Written by us, the same on both engines: order by `vi`, and search without accents. */
    name_sort: string
    name_folded: string
    body: string
    hash: string
  }
  documents: { tenant: string; id: string; log: Big; name: string; format: string; hash: string; text: string }
  drafts: { tenant: string; id: string; log: Big; document: string; plan: string; body: string; state: string }
  observations: {
    tenant: string
    /** Indicator, method, area, map, period, breakdown and source in one canonical text. */
    key: string
    log: Big
    indicator: string
    method: string
    area: string
    map: string
    period: string
    period_start: string
    period_end: string
    breakdown: string
    source: string
    /** The value is units × 10^-scale; both null where `absent` gives the reason. */
    units: ColumnType<bigint | string | number | null, bigint | number | null, never>
    scale: ColumnType<bigint | string | number | null, bigint | number | null, never>
    absent: string | null
    status: string
    obs_status: string
    note: string
  }
}
