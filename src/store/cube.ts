import { CompiledQuery, sql } from 'kysely'
import { createHash } from 'node:crypto'
import { asOf } from '../cube/as-of.ts'
import { cubeBuilder, type CubeBuilder, type SeriesLine } from '../cube/build.ts'
import { isBeyond } from '../cube/calendar.ts'
import { NO_ORIGIN } from '../cube/column.ts'
import { byteSize, type Cube } from '../cube/cube.ts'
import { takeFigure } from '../cube/edit.ts'
import { recastCube } from '../cube/recast-cube.ts'
import { rePlaced } from '../cube/re-placed.ts'
import { redefined } from '../cube/redefine.ts'
import { rollUp } from '../cube/roll.ts'
import { shelf, type Shelf } from '../cube/shelf.ts'
import type { Cubes } from '../evaluation/of-cube.ts'
import type { AbsenceReason } from '../measure/absence.ts'
import { decimal } from '../measure/decimal.ts'
import { parsePeriod } from '../measure/period.ts'
import type { ObservationStatus } from '../plan/observation.ts'
import type { Indicator, Term } from '../plan/plan.ts'
import type { SplitBy } from '../cube/recast.ts'
import type { Territory } from '../territory/territory.ts'
import { cubeFile, readSnapshot, writeSnapshot } from './cube-file.ts'
import { count, integer } from './integers.ts'
import type { Store } from './open.ts'
import { currentTerritory } from './territory.ts'

/** What a cube is made for. */
export interface CubeOf {
  readonly territory: Territory
  /** The day whose map it adds up. */
  readonly day: string
  readonly indicators: readonly Indicator[]
  readonly terms: readonly Term[]
}

/**
 * Reads all figures of a tenant into a cube, in one pass over the table: a row of the answer is a whole series, so that neither
 * engine hands over a row for each figure.
 */
export async function loadCube(store: Store, tenant: string, what: CubeOf, log: number): Promise<Cube> {
  const codes = what.indicators.map(each => each.code)
  if (codes.length === 0) codes.push('')
  const series: SeriesLine[] = (
    await store.db
      .selectFrom('series')
      .selectAll()
      .where('tenant', '=', tenant)
      .where('indicator', 'in', codes)
      .execute()
  ).map(row => ({ ...row, id: count(row.id), map: row.map === '' ? null : row.map }))
  const builder = cubeBuilder({ tenant, log, ...what, series, years: await yearsOf(store, tenant, what.terms) })
  await eachSeries(store, tenant, log, codes, seriesTaker(builder))
  return builder.done()
}

/** From the first to the last year that a figure or a term speaks of: the ends of each series, which lies in the order of its periods. */
async function yearsOf(store: Store, tenant: string, terms: readonly Term[]): Promise<Term> {
  const end = (which: 'min' | 'max') =>
    sql<string | null>`${sql.raw(which)}((select ${sql.raw(which)}(o.period) from observations as o
      where o.tenant = s.tenant and o.series = s.id))`
  const [row] = await store.db
    .selectFrom('series as s')
    .select([end('min').as('first'), end('max').as('last')])
    .where('s.tenant', '=', tenant)
    .execute()
  const [first, last] = [row?.first, row?.last] as unknown as readonly (string | null)[]
  const years = terms.flatMap(term => [term.from, term.to])
  for (const text of [first, last]) if (text) years.push(Number(text.slice(0, 4)))
  return years.length === 0 ? { from: 1, to: 0 } : { from: Math.min(...years), to: Math.max(...years) }
}

/** A series with its figures, each field of all of them as one text with blanks between. */
interface SeriesText {
  readonly series: bigint | string
  readonly periods: string
  readonly logs: string
  /** What stands for a value that is not there is the reason. */
  readonly units: string
  readonly scales: string
  readonly statuses: string
}

const FIELDS: Readonly<Record<Exclude<keyof SeriesText, 'series'>, string>> = {
  periods: 'period',
  logs: 'cast(log as text)',
  units: 'coalesce(cast(units as text), absent)',
  scales: "coalesce(cast(scale as text), '0')",
  statuses: 'status',
}

/** Every series of some indicators with its figures, in no order. The sign keeps SQLite from walking by the log (`figures.ts`). */
async function eachSeries(
  store: Store,
  tenant: string,
  log: number,
  codes: readonly string[],
  take: (row: SeriesText) => void,
): Promise<void> {
  const parts = (joined: string, place: (at: number) => string) =>
    `select series, ${Object.entries(FIELDS)
      .map(([name, field]) => `${joined}(${field}, ' ') as ${name}`)
      .join(', ')}
      from observations where tenant = ${place(1)} and +log <= ${place(2)}
      and series in (select id from series where tenant = ${place(3)} and indicator in (${codes.map((_, i) => place(i + 4)).join(', ')}))
      group by series`
  const values = [tenant, log, tenant, ...codes]
  if (store.embedded) {
    const statement = store.embedded.prepare(parts('group_concat', () => '?'))
    for (const row of statement.iterate(values) as Iterable<SeriesText>) take(row)
    return
  }
  await store.db.transaction().execute(async trx => {
    const ask = async <Row>(text: string, given: readonly unknown[] = []) =>
      (await trx.executeQuery<Row>(CompiledQuery.raw(text, [...given]))).rows
    const text = parts('string_agg', at => (at === 2 ? '$2::bigint' : `$${at}`))
    await ask(`declare cube_figures no scroll cursor for ${text}`, values)
    for (;;) {
      const rows = await ask<SeriesText>(`fetch ${SERIES_AT_ONCE} from cube_figures`)
      rows.forEach(take)
      if (rows.length < SERIES_AT_ONCE) break
    }
  })
}

const SERIES_AT_ONCE = 1000

/** Hands a builder one series after the other. Fields that read as they did in the series before are not taken apart again. */
function seriesTaker(builder: CubeBuilder): (row: SeriesText) => void {
  const again = <T>(of: (text: string) => T) => {
    let [last, parts]: [string | null, readonly T[]] = [null, []]
    return (text: string): readonly T[] => {
      if (text !== last) [last, parts] = [text, text.split(' ').map(of)]
      return parts
    }
  }
  const [periodsOf, logsOf, scalesOf, statusesOf] = [again(String), again(Number), again(Number), again(String)]
  return ({ series, ...row }) => {
    const id = count(series)
    const [periods, logs, scales, statuses] = [
      periodsOf(row.periods),
      logsOf(row.logs),
      scalesOf(row.scales),
      statusesOf(row.statuses),
    ]
    row.units.split(' ').forEach((text, i) => {
      const units = Number(text)
      const [period, log, scale, status] = [periods[i] ?? '', logs[i] ?? 0, scales[i] ?? 0, statuses[i] ?? '']
      if (Number.isNaN(units)) builder.add(id, period, log, null, 0, text, status)
      else
        builder.add(id, period, log, Number.isSafeInteger(units) ? units : Number(integer(text)), scale, null, status)
    })
  }
}

/** The number that a tenant's log stands at; 0 where it has none. */
export async function headOf(store: Store, tenant: string): Promise<number> {
  const [head] = await store.db.selectFrom('log_heads').select('number').where('tenant', '=', tenant).execute()
  return head ? count(head.number) : 0
}

/** Takes in what was learnt since; false where the cube has no place for something, so that it is to be loaded anew. */
export async function catchUp(store: Store, cube: Cube, head: number): Promise<boolean> {
  if (cube.log >= head) return true
  const rows = await store.db
    .selectFrom('observations as o')
    .innerJoin('series as s', join => join.onRef('s.tenant', '=', 'o.tenant').onRef('s.id', '=', 'o.series'))
    .select(['s.indicator', 's.method', 's.area', 's.map', 's.breakdown', 's.source'])
    .select(['o.period', 'o.log', 'o.units', 'o.scale', 'o.absent', 'o.status'])
    .where('o.tenant', '=', cube.tenant)
    .where('o.log', '>', cube.log as never)
    .orderBy(sql`o.log`)
    .execute()
  // Past so many it is faster to load all of it.
  if (rows.length > MOST_ONE_BY_ONE) return false
  const calendar = [...cube.calendars.values()][0]
  for (const row of rows) {
    const period = parsePeriod(row.period)
    if (period && calendar && isBeyond(period, calendar)) return false
    if (!cube.indicators.has(row.indicator) || row.status === 'simulated') continue
    const taken =
      period &&
      takeFigure(cube, {
        ...row,
        map: row.map === '' ? null : row.map,
        period,
        log: count(row.log),
        status: row.status as ObservationStatus,
        value:
          row.units === null || row.scale === null
            ? ((row.absent ?? 'notReported') as AbsenceReason)
            : decimal(integer(row.units), count(row.scale)),
      })
    if (!taken) return false
  }
  // Others may have written since the head was asked for; what they wrote is in it too.
  cube.log = Math.max(cube.log, head)
  return true
}

const MOST_ONE_BY_ONE = 5000

/** What of a tenant's cubes is kept while there is room: those of the log's end, each for its map and its definitions. */
export type CubeShelf = Shelf<Cube>
export const cubeShelf = (room = 512 * 2 ** 20): CubeShelf => shelf(room, cube => byteSize(cube).all)
const shelves = new WeakMap<Store, CubeShelf>()

/** Keeps the cubes of a store on a shelf of so many bytes instead; what was kept is let go. */
export function keepCubes(store: Store, room: number): CubeShelf {
  const kept = cubeShelf(room)
  shelves.set(store, kept)
  return kept
}

/** Which cube is asked for. */
export interface Wanted {
  readonly indicators: readonly Indicator[]
  readonly terms: readonly Term[]
  /** The day whose map the figures are shown on. */
  readonly day: string
  /** A number of the log; left out or null: now. */
  readonly asOf?: number | null
  /** How what was divided is split on another map; left out: not at all. */
  readonly by?: SplitBy
  /** The territory as it was known then, where it is at hand. */
  readonly territory?: Territory
}

/**
 * All figures of a tenant on the map of a day, rolled up, as known at a number of the log. The cube of now is kept, and takes in
 * what was learnt since the last time; one of an earlier moment is made from it, and one under other definitions of its indicators
 * too, and in another tree or on another map, where the figures lie in it alike; else it is loaded anew.
 */
export async function cubeFor(store: Store, tenant: string, wanted: Wanted): Promise<Cube> {
  const held = await heldFor(store, tenant, wanted)
  return shownOf(held, wanted)
}

/**
 * The same as a judgement of areas takes it: what was given, and the rolled-up cube where more than those areas have figures.
 * Read it before anything else is awaited, or by its `log`: the cube of now moves on with the log.
 */
export async function cubesFor(store: Store, tenant: string, wanted: Wanted, area: string): Promise<Cubes> {
  const held = await heldFor(store, tenant, wanted)
  const { cube } = held
  const log = Math.min(wanted.asOf ?? Infinity, cube.log)
  const row = cube.axis.rows.get(area)
  const others = cube.columns.some(({ origins }) => origins.some((origin, at) => origin !== NO_ORIGIN && at !== row))
  return { given: cube, log, shown: others ? await shownOf(held, wanted) : null }
}

interface Held {
  readonly kept: CubeShelf
  readonly key: string
  /** As it was loaded, of the log's end. */
  readonly cube: Cube
}

async function heldFor(store: Store, tenant: string, wanted: Wanted): Promise<Held> {
  const { indicators, terms, asOf: then = null } = wanted
  let kept = shelves.get(store)
  if (!kept) shelves.set(store, (kept = cubeShelf()))
  const territory = wanted.territory ?? (await currentTerritory(store, tenant, then))
  const day = firstDayOfMap(territory, wanted.day)
  const what: CubeOf = { territory, day, indicators, terms }
  const whose = JSON.stringify([tenant, digestOf(terms)])
  const frame = `${whose} ${JSON.stringify([day, digestOfTerritory(territory)])}`
  const key = `${frame} ${digestOf(indicators)}`
  const load = async () => {
    const head = await headOf(store, tenant)
    const file = cubeFile(store, key)
    const held = file && (await readSnapshot(store, file, { tenant, territory, indicators, mark: key }))
    if (held && held.log <= head && (await catchUp(store, held, head))) return held
    const cube =
      (await fromNear(store, kept.near(frame) ?? kept.near(whose), what)) ?? (await loadCube(store, tenant, what, head))
    if (file) await writeSnapshot(store, file, cube, key)
    return cube
  }
  let cube = await kept.get(key, load)
  if (!(await upToDate(store, cube))) {
    kept.drop(key)
    cube = await kept.get(key, load)
  }
  return { kept, key, cube }
}

/** Those who ask at the same time let a cube catch up one after the other. */
const catching = new WeakMap<Cube, Promise<boolean>>()

async function upToDate(store: Store, cube: Cube): Promise<boolean> {
  const head = await headOf(store, cube.tenant)
  const before = catching.get(cube) ?? Promise.resolve(true)
  const mine = before.then(
    fits => fits && catchUp(store, cube, head),
    () => catchUp(store, cube, head),
  )
  catching.set(cube, mine)
  return mine
}

/** A cube made of one in another tree, on another map or under other definitions; null where there is none or figures do not lie in it as they would. */
async function fromNear(store: Store, near: Cube | undefined, what: CubeOf): Promise<Cube | null> {
  if (!near || !(await upToDate(store, near))) return null
  const { territory, day, indicators } = what
  const unknown = indicators.map(each => each.code).filter(code => !near.indicators.has(code))
  if (await anyOf(store, near.tenant, unknown)) return null
  const stays = near.axis.day === day && digestOfTerritory(near.territory) === digestOfTerritory(territory)
  const placed = stays ? near : rePlaced(near, territory, day)
  const alike = !stays && digestOf([...near.indicators.values()]) === digestOf(indicators)
  return alike ? placed : placed && redefined(placed, indicators)
}

/** Whether an indicator of these has figures, or ever had. */
async function anyOf(store: Store, tenant: string, codes: readonly string[]): Promise<boolean> {
  if (codes.length === 0) return false
  const query = store.db.selectFrom('series').select('id').where('tenant', '=', tenant).where('indicator', 'in', codes)
  return (await query.limit(1).execute()).length > 0
}

/** Rolled up on the map of the day, as known then; made once for each state of the figures. */
async function shownOf({ kept, key, cube }: Held, { asOf: then = null, by = null }: Wanted): Promise<Cube> {
  const { day } = cube.axis
  const newest = newestIn(cube)
  const log = then === null || then >= newest ? newest : then
  const make = () => {
    const shown = recastCube(log === newest ? cube : asOf(cube, log), day, by)
    rollUp(shown)
    return shown
  }
  // Where every area with figures is on the map, the cube that is held is rolled up itself, and stays so.
  if (log === newest && cube.axis.ids.length === cube.axis.onMap) {
    const shown = make()
    // What it adds up, and what it took in since it was kept, weighs too.
    kept.settle()
    return shown
  }
  const own = JSON.stringify([key, by, log])
  const before = JSON.stringify([key, by])
  const last = ofNow.get(before)
  if (log === newest && last !== own) {
    if (last !== undefined) kept.drop(last)
    ofNow.set(before, own)
  }
  return kept.get(own, () => Promise.resolve(make()))
}

/** Under which key the rolled-up cube of now is kept: when it is made anew, the one before is let go. */
const ofNow = new Map<string, string>()

/** The newest number of the log at which a figure was learnt. */
const newestIn = ({ columns }: Cube): number =>
  columns.reduce((newest, { logs }) => logs.reduce((most, log) => Math.max(most, log), newest), 0)

/** The day since when the map of a day is as it is: days of one map have one cube. */
function firstDayOfMap(territory: Territory, day: string): string {
  let days = changes.get(territory)
  if (!days) {
    const facts = [...territory.areas.values()].flatMap(area =>
      area.facts.flatMap(({ from, to }) => [from, to ?? from]),
    )
    days = [...new Set([...facts, ...territory.reorganisations.map(event => event.date)])].sort()
    changes.set(territory, days)
  }
  return days.findLast(each => each <= day) ?? '0001-01-01'
}
const changes = new WeakMap<Territory, readonly string[]>()

function digestOfTerritory(territory: Territory): string {
  const known = digests.get(territory)
  if (known !== undefined) return known
  const digest = digestOf({ areas: [...territory.areas], and: territory.reorganisations })
  digests.set(territory, digest)
  return digest
}
const digests = new WeakMap<Territory, string>()

const digestOf = (body: unknown): string =>
  createHash('sha256')
    .update(JSON.stringify(body, (_, value: unknown) => (typeof value === 'bigint' ? `${value}n` : value)))
    .digest('hex')
