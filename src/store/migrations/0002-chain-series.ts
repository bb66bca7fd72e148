import { sql, SqliteAdapter, type Kysely } from 'kysely'
import { chainHash } from '../chain.ts'
import { count } from '../integers.ts'

/**
 * The log becomes a chain that tells who, from where, before and after; figures are kept by series, so that a line of
 * sixty months writes its key once; what is defined (territory, indicators, organisations …) has versions of its own.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await chainLog(db)
  await db.schema
    .createTable('definitions')
    .addColumn('tenant', 'text', c => c.notNull())
    .addColumn('kind', 'text', c => c.notNull())
    .addColumn('id', 'text', c => c.notNull())
    .addColumn('log', 'bigint', c => c.notNull())
    .addColumn('state', 'text', c => c.notNull())
    .addColumn('body', 'text', c => c.notNull())
    .addColumn('hash', 'text', c => c.notNull())
    .addPrimaryKeyConstraint('definitions_key', ['tenant', 'kind', 'id', 'log'])
    .execute()
  await splitSeries(db)
}

async function chainLog(db: Kysely<unknown>): Promise<void> {
  for (const column of ['origin', 'address', 'before', 'after', 'previous', 'hash'])
    await db.schema
      .alterTable('log')
      .addColumn(column, 'text', c => c.notNull().defaultTo(''))
      .execute()
  for (const column of ['moment', 'hash'])
    await db.schema
      .alterTable('log_heads')
      .addColumn(column, 'text', c => c.notNull().defaultTo(''))
      .execute()
  const { rows } = await sql<{
    tenant: string
    number: bigint | string | number
    moment: string
    actor: string
    kind: string
    subject: string
  }>`select tenant, number, moment, actor, kind, subject from log order by tenant, number`.execute(db)
  let previous = { tenant: '', hash: '' }
  for (const row of rows) {
    const before = previous.tenant === row.tenant ? previous.hash : ''
    const hash = chainHash({
      ...row,
      number: count(row.number),
      origin: 'system',
      address: '',
      before: '',
      after: '',
      previous: before,
    })
    await sql`update log set origin = 'system', previous = ${before}, hash = ${hash}
      where tenant = ${row.tenant} and number = ${row.number}`.execute(db)
    await sql`update log_heads set moment = ${row.moment}, hash = ${hash} where tenant = ${row.tenant}`.execute(db)
    previous = { tenant: row.tenant, hash }
  }
}

async function splitSeries(db: Kysely<unknown>): Promise<void> {
  await db.schema.dropIndex('observations_indicator').execute()
  await db.schema.alterTable('observations').renameTo('observations_before').execute()
  await db.schema
    .createTable('series')
    .addColumn('tenant', 'text', c => c.notNull())
    .addColumn('id', 'bigint', c => c.notNull())
    .addColumn('indicator', 'text', c => c.notNull())
    .addColumn('method', 'text', c => c.notNull())
    .addColumn('area', 'text', c => c.notNull())
    .addColumn('map', 'text', c => c.notNull())
    .addColumn('breakdown', 'text', c => c.notNull())
    .addColumn('source', 'text', c => c.notNull())
    .addPrimaryKeyConstraint('series_number', ['tenant', 'id'])
    .addUniqueConstraint('series_key', ['tenant', 'indicator', 'area', 'map', 'method', 'breakdown', 'source'])
    .execute()
  let table = db.schema
    .createTable('observations')
    .addColumn('tenant', 'text', c => c.notNull())
    .addColumn('series', 'bigint', c => c.notNull())
    .addColumn('period', 'text', c => c.notNull())
    .addColumn('log', 'bigint', c => c.notNull())
    .addColumn('units', 'bigint')
    .addColumn('scale', 'bigint')
    .addColumn('absent', 'text')
    .addColumn('status', 'text', c => c.notNull())
    .addColumn('obs_status', 'text', c => c.notNull())
    .addColumn('note', 'text', c => c.notNull())
    .addPrimaryKeyConstraint('observation_key', ['tenant', 'series', 'period', 'log'])
    .addCheckConstraint(
      'observation_value',
      sql`(units is null) = (scale is null) and (units is null) = (absent is not null)`,
    )
  // The rows lie in the order of their key there, so a series is read in one go.
  if (db.getExecutor().adapter instanceof SqliteAdapter) table = table.modifyEnd(sql`without rowid`)
  await table.execute()
  await sql`insert into series (tenant, id, indicator, method, area, map, breakdown, source)
    select tenant, row_number() over (partition by tenant order by indicator, area, map, method, breakdown, source),
      indicator, method, area, map, breakdown, source
    from (select distinct tenant, indicator, method, area, map, breakdown, source from observations_before) as known`.execute(
    db,
  )
  await sql`insert into observations (tenant, series, period, log, units, scale, absent, status, obs_status, note)
    select o.tenant, s.id, o.period, o.log, o.units, o.scale, o.absent, o.status, o.obs_status, o.note
    from observations_before as o join series as s on s.tenant = o.tenant and s.indicator = o.indicator
      and s.area = o.area and s.map = o.map and s.method = o.method and s.breakdown = o.breakdown and s.source = o.source`.execute(
    db,
  )
  await db.schema.dropTable('observations_before').execute()
}
