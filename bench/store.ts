import { spawnSync } from 'node:child_process'
import { createReadStream, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { sql } from 'kysely'
import { streamFigures } from '../src/exchange/stream.ts'
import { questionsOf } from '../src/api/judged/question.ts'
import type { Indicator, Plan } from '../src/plan/plan.ts'
import type { Area, Territory } from '../src/territory/territory.ts'
import { decimal } from '../src/measure/decimal.ts'
import { month } from '../src/measure/period.ts'
import { observations, type NewObservation } from '../src/store/figures.ts'
import { importStream } from '../src/store/import-figures.ts'
import { ensureTenant } from '../src/store/log.ts'
import { migrate } from '../src/store/migrate.ts'
import { openStore, type Store } from '../src/store/open.ts'
import { startPostgres, type Engine } from '../test/engines/postgres.ts'
import { line, makeWorld, OFFICE } from '../test/desk/world.ts'
import { OLD_ROUNDS } from '../test/faults/scenario.ts'
import { inTurn, missing, type Bench, type Row } from './bench.ts'

const TENANT = 'LS'
const ROWS = 1_000_000
const INDICATORS = 100
const AREAS = 200

const indicators = Array.from({ length: INDICATORS }, (_, i): Indicator => ({
  code: `i${i}`,
  name: { vi: `i${i}` },
  unit: '%',
  decimals: 2,
  direction: 'up',
  frequency: 'M',
  overAreas: 'sum',
  overTime: 'sum',
  methods: [],
}))

/** A file of a million figures: so many indicators, areas and months, made up. */
function millionRows(path: string): void {
  const rows = ['indicator,area,period,value,status,note']
  for (let i = 0; i < ROWS; i += 1) {
    const month = Math.floor(i / INDICATORS / AREAS)
    const period = `${2021 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`
    rows.push(
      `i${i % INDICATORS},a${Math.floor(i / INDICATORS) % AREAS},${period},${((i * 7919) % 1_000_003) / 100},provisional,`,
    )
  }
  writeFileSync(path, `${rows.join('\n')}\n`)
}

/** A place of its own for one bench: a folder, and a PostgreSQL where this system has one. */
async function withPlaces<T>(work: (folder: string, engine: Engine | string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'cotmoc-bench-'))
  let engine: Engine | string
  try {
    engine = await startPostgres()
  } catch (error) {
    engine = error instanceof Error ? error.message : String(error)
  }
  try {
    return await work(folder, engine)
  } finally {
    if (typeof engine !== 'string') engine.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

let schemas = 0
async function freshStore(place: string, engine: Engine | null): Promise<Store> {
  const schema = `bench_${(schemas += 1)}`
  if (engine) {
    const client = new pg.Client({ connectionString: engine.url })
    await client.connect()
    await client.query(`create schema ${schema}`)
    await client.end()
  }
  const store = openStore(
    engine ? { url: engine.url, schema } : { path: join(place, `${schema}.db`) },
    () => new Date(),
  )
  await migrate(store)
  await ensureTenant(store.db, TENANT, TENANT)
  return store
}

async function takeIn(store: Store, file: string): Promise<void> {
  const known = { indicators, areas: (text: string) => ({ area: text }), locale: 'plain' } as const
  const figures = streamFigures(createReadStream(file, { highWaterMark: 1 << 18 }), known)
  const done = await importStream(store, TENANT, figures, { actor: 'bench', subject: 'million.csv' })
  if (done?.added !== ROWS) throw new Error(`took ${done?.added ?? 0} of ${ROWS}`)
}

const timed = async (work: () => unknown): Promise<number> => {
  const started = performance.now()
  await work()
  return performance.now() - started
}
const middle = (times: readonly number[]) => [...times].sort((a, b) => a - b)[times.length >> 1] ?? 0

function run(program: string, args: readonly string[], input: string): void {
  const { status, stderr } = spawnSync(program, args, { input, encoding: 'utf8' })
  if (status !== 0) throw new Error(`${program}: ${stderr}`)
}
const has = (program: string): boolean => spawnSync(program, ['--version']).status === 0

const TABLE = 'create table figures (indicator text, area text, period text, value numeric, status text, note text)'

/** A million rows checked, keyed, versioned and digested, against the engine's own loader that does none of it. */
export const importMillion: Bench = {
  name: 'import',
  run: () =>
    withPlaces(async (folder, engine) => {
      const file = join(folder, 'million.csv')
      millionRows(file)
      const compare = async (against: string, place: Engine | null, theirs: (turn: number) => void): Promise<Row> => {
        const times: [number[], number[]] = [[], []]
        for (let turn = 0; turn < 3; turn += 1) {
          const store = await freshStore(folder, place)
          times[0].push(await timed(() => takeIn(store, file)))
          await store.close()
          times[1].push(await timed(() => theirs(turn)))
        }
        const [value, againstValue] = [middle(times[0]), middle(times[1])]
        const spread = (Math.max(...times[0]) - Math.min(...times[0])) / 2 / value
        return {
          name: 'import',
          value,
          unit: 'ms',
          against,
          againstValue,
          ratio: againstValue / value,
          runs: 3,
          spread,
        }
      }
      const sqlite = has('sqlite3')
        ? await compare('sqlite3 .import', null, turn =>
            run(
              'sqlite3',
              [join(folder, `raw-${turn}.db`)],
              `${TABLE};\n.mode csv\n.import --skip 1 ${file} figures\n`,
            ),
          )
        : missing('import', 'sqlite3 .import', 'sqlite3 is not installed')
      if (typeof engine === 'string') return [sqlite, missing('import', 'psql \\copy', engine)]
      if (!has('psql')) return [sqlite, missing('import', 'psql \\copy', 'psql is not installed')]
      const postgres = await compare('psql \\copy', engine, turn =>
        run(
          'psql',
          [engine.url, '-q'],
          `${TABLE.replace('figures', `raw_${turn}`)};\n\\copy raw_${turn} from '${file}' csv header\n`,
        ),
      )
      return [sqlite, postgres]
    }),
}

const SCOREBOARD = { indicators: indicators.slice(0, 33).map(each => each.code), areas: ['a7'] }

/** A term of a province: two hundred indicators of two hundred areas in sixty months, 2,4 million figures. */
const TERM = { indicators: 200, areas: 200, months: 60 } as const

/** Writes a term by the engine itself, all learnt under the first number of the log. What it costs to take it in is `import`. */
async function fillTerm(store: Store): Promise<void> {
  const first: NewObservation = {
    indicator: 'first',
    method: '',
    area: 'a0',
    map: null,
    period: month(2021, 1),
    breakdown: {},
    source: '',
    value: decimal(1n),
    status: 'provisional',
    note: '',
  }
  await importStream(store, TENANT, { batches: [[first]] }, { actor: 'bench', subject: 'first' })
  const [series, last] = [TERM.indicators * TERM.areas, TERM.months - 1]
  await sql`insert into series (tenant, id, indicator, method, area, map, breakdown, source)
    with recursive s(i) as (select 0 union all select i + 1 from s where i < ${sql.lit(series - 1)})
    select ${TENANT}, i + 2, 'i' || (i / ${sql.lit(TERM.areas)}), '', 'a' || (i % ${sql.lit(TERM.areas)}), '', '{}', ''
    from s`.execute(store.db)
  await sql`insert into observations (tenant, series, period, log, units, scale, absent, status, obs_status, note)
    with recursive m(m) as (select 0 union all select m + 1 from m where m < ${sql.lit(last)})
    select tenant, id, (2021 + m / 12) || '-' || case when m % 12 < 9 then '0' else '' end || (m % 12 + 1), 1,
      (id * 7919 + m) % 1000003, 2, null, 'provisional', 'P', ''
    from series, m where indicator <> 'first'`.execute(store.db)
  if (store.engine === 'postgres') await sql`analyze`.execute(store.db)
}

/**
 * The figures of a scoreboard (33 indicators, 60 months of the province) among those of a whole term, as known at a number of
 * the log, against the same question in SQL written by hand.
 */
export const asOf: Bench = {
  name: 'as-of',
  run: () =>
    withPlaces(async (folder, engine) => {
      const compare = async (against: string, place: Engine | null): Promise<Row[]> => {
        const store = await freshStore(folder, place)
        await fillTerm(store)
        // A year later every figure of the scoreboard is revised: what was known before must not show it.
        const known = await observations(store, TENANT, SCOREBOARD)
        const revised = known.map(({ log, ...rest }) => ({ ...rest, note: `revised after ${log}` }))
        await importStream(store, TENANT, { batches: [revised] }, { actor: 'bench', subject: 'revision' })
        const codes = sql.join(SCOREBOARD.indicators)
        const byHand = () =>
          sql<{ units: number }>`select indicator, period, units, scale from (
              select s.indicator, o.period, o.units, o.scale,
                row_number() over (partition by o.series, o.period order by o.log desc) as newest
              from series s join observations o on o.tenant = s.tenant and o.series = s.id
              where s.tenant = ${TENANT} and s.indicator in (${codes}) and s.area = 'a7' and o.log <= 1
            ) as each_one where newest = 1`.execute(store.db)
        const ours = async () => {
          const found = await observations(store, TENANT, { ...SCOREBOARD, asOf: 1 })
          if (found.length !== 33 * TERM.months || found.some(each => each.note !== ''))
            throw new Error('not as of then')
        }
        const row = await inTurn('as-of', 15, ours, against, byHand)
        const { rows } = await byHand()
        if (rows.length !== 33 * TERM.months) throw new Error(`by hand ${rows.length}`)
        const cube = await byCube(store)
        await store.close()
        return [row, cube]
      }
      const sqlite = await compare('SQL by hand, SQLite', null)
      if (typeof engine === 'string') return [...sqlite, missing('as-of', 'SQL by hand, PostgreSQL', engine)]
      return [...sqlite, ...(await compare('SQL by hand, PostgreSQL', engine))]
    }),
}

/** The same from the cube, as every page and the data interface ask it, against the store's own answer to the same question. */
async function byCube(store: Store): Promise<Row> {
  const area = SCOREBOARD.areas[0] ?? ''
  const whole = (id: string): Area => ({
    id,
    facts: [{ from: '2000-01-01', to: null, code: id, name: id, type: 'xã', parent: id === area ? null : area }],
  })
  const areas = new Map(Array.from({ length: TERM.areas }, (_, a) => [`a${a}`, whole(`a${a}`)] as const))
  const territory: Territory = { areas, reorganisations: [] }
  const plan: Plan = {
    id: 'p',
    name: { vi: 'p' },
    issuer: null,
    adopted: null,
    term: { from: 2021, to: 2025 },
    area,
    map: null,
    groups: [],
    indicators: indicators.slice(0, 33),
    targets: [],
    sources: [],
    note: null,
  }
  const asked = (asOfLog: number | null) => ({ on: '2025-12-31', asOfLog, map: null })
  const ask = async (asOfLog: number | null) => {
    const { observations: found } = (await questionsOf(store, TENANT, plan, asked(asOfLog), { territory }))()
    if (found.length !== 33 * TERM.months) throw new Error(`by the cube ${found.length}`)
  }
  const loaded = await timed(() => ask(null))
  const earlier = await timed(() => ask(1))
  const row = await inTurn(
    'as-of',
    15,
    () => ask(1),
    `the store's own answer, ${store.engine}`,
    () => observations(store, TENANT, { ...SCOREBOARD, asOf: 1 }),
  )
  const [known] = await observations(store, TENANT, SCOREBOARD)
  if (!known) throw new Error('there are figures')
  const { log: _, ...figure } = known
  const news = { ...figure, value: decimal(77n) }
  await importStream(store, TENANT, { batches: [[news]] }, { actor: 'bench', subject: 'one' })
  const caughtUp = await timed(() => ask(null))
  return {
    ...row,
    note: `loading the cube ${loaded.toFixed(0)} ms, the first time as of then ${earlier.toFixed(0)} ms, after one more figure ${caughtUp.toFixed(0)} ms`,
  }
}

const PEOPLE = 50

/**
 * Fifty people who approve fifty reports at once, against the bare statements of the same transaction written by hand: the
 * version, the number of the log and its line, without rights, four eyes, states or notices. Milliseconds for one approval.
 */
export const approvals: Bench = {
  name: 'approvals',
  run: () =>
    withPlaces(async (folder, engine) => {
      const compare = async (against: string, place: Engine | null): Promise<Row> => {
        const schema = `bench_${(schemas += 1)}`
        if (place) {
          const client = new pg.Client({ connectionString: place.url })
          await client.connect()
          await client.query(`create schema ${schema}`)
          await client.end()
        }
        const at = place ? { url: place.url, schema } : { path: join(folder, `${schema}.db`) }
        const world = await makeWorld(now => Promise.resolve(openStore(at, now)), OLD_ROUNDS)
        const rounds = Array.from(
          { length: PEOPLE },
          (_, i) => `thang:${2015 + Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, '0')}`,
        )
        const all = (work: (round: string, i: number) => Promise<unknown>) => Promise.all(rounds.map(work))
        const lines = [line('poor', '3.25'), line('jobs', '1200')]
        let version = 0
        const done = (acted: object) => {
          if ('refused' in acted) throw new Error(String(acted.refused))
        }
        const prepared = async () => {
          await all(async round =>
            done(await world.does('hoa', 'save', { round, organisation: OFFICE, expected: version, lines })),
          )
          await all(async round => done(await world.does('hoa', 'submit', { round, expected: version + 1 })))
        }
        const byHand = (turn: number) =>
          all((round, i) =>
            world.store.db.transaction().execute(async trx => {
              const [head] = await trx
                .updateTable('log_heads')
                .set({ number: sql`number + 1` as never })
                .where('tenant', '=', 'bare')
                .returning('number')
                .execute()
              const log = Number(head?.number ?? 0)
              const text = { tenant: 'bare', round, organisation: OFFICE, verb: 'approve', state: 'approved' }
              await trx
                .insertInto('reports')
                .values({
                  ...text,
                  version: turn * PEOPLE + i,
                  log,
                  actor: 'x',
                  moment: '',
                  reason: '',
                  body: '[]',
                  hash: '',
                })
                .execute()
              await trx
                .insertInto('log')
                .values({
                  tenant: 'bare',
                  number: log,
                  moment: '',
                  actor: 'x',
                  origin: 'api',
                  address: '',
                  kind: 'report',
                  subject: round,
                  before: '',
                  after: '',
                  previous: '',
                  hash: '',
                  folded: '',
                })
                .execute()
            }),
          )
        await world.store.db
          .insertInto('log_heads')
          .values({ tenant: 'bare', number: 0, moment: '', hash: '' })
          .execute()
        const times: [number[], number[]] = [[], []]
        for (let turn = 0; turn < 7; turn += 1) {
          await prepared()
          times[0].push(
            await timed(() =>
              all(async round => done(await world.does('giam_doc', 'approve', { round, expected: version + 2 }))),
            ),
          )
          // Returned, so that the next turn begins with a draft again.
          await all(async round =>
            done(await world.does('pho', 'return', { round, expected: version + 3, reason: 'lượt sau' })),
          )
          version += 4
          times[1].push(await timed(() => byHand(turn)))
        }
        await world.store.close()
        const [value, againstValue] = times.map(list => middle(list.slice(1)) / PEOPLE) as [number, number]
        const rate = Math.round(1000 / value)
        return {
          name: 'approvals',
          value,
          unit: `ms (${rate} approvals a second, ${PEOPLE} people at once)`,
          against,
          againstValue,
          ratio: againstValue / value,
          runs: 6,
          spread: null,
        }
      }
      const sqlite = await compare('bare SQL, SQLite', null)
      if (typeof engine === 'string') return [sqlite, missing('approvals', 'bare SQL, PostgreSQL', engine)]
      return [sqlite, await compare('bare SQL, PostgreSQL', engine)]
    }),
}
