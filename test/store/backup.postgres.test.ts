import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync, existsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { sql, type Migration } from 'kysely'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { evaluate } from '../../src/evaluation/evaluate.ts'
import { evaluationJson } from '../../src/evaluation/json.ts'
import { absent } from '../../src/measure/absence.ts'
import { verifyAudit } from '../../src/store/audit.ts'
import { backup } from '../../src/store/backup.ts'
import { define, definitions } from '../../src/store/definitions.ts'
import { saveDocument } from '../../src/store/drafts.ts'
import { observations } from '../../src/store/figures.ts'
import { importFigures } from '../../src/store/import-figures.ts'
import { ensureTenant } from '../../src/store/log.ts'
import { HISTORY, migrate, STEPS } from '../../src/store/migrate.ts'
import { openStore, type Place, type Store } from '../../src/store/open.ts'
import { currentPlan, publishPlan } from '../../src/store/plans.ts'
import { restore } from '../../src/store/restore.ts'
import { startPostgres, type Engine } from '../engines/postgres.ts'
import { figure, plan } from './fixtures.ts'

const folder = mkdtempSync(join(tmpdir(), 'cotmoc-backup-'))
let engine: Engine
beforeAll(async () => {
  engine = await startPostgres()
})
afterAll(() => {
  engine.stop()
  rmSync(folder, { recursive: true, force: true })
})

const now = () => new Date('2026-03-01T00:00:00Z')
const BY = { actor: 'an officer', subject: 'figures.csv' }

let n = 0
const places: Readonly<Record<'sqlite' | 'postgres', () => Promise<Place>>> = {
  sqlite: () => Promise.resolve({ path: join(folder, `${(n += 1)}`, 'store.db') }),
  postgres: async () => {
    const schema = `backup_${(n += 1)}`
    const client = new pg.Client({ connectionString: engine.url })
    await client.connect()
    await client.query(`create schema ${schema}`)
    await client.end()
    return { url: engine.url, schema }
  },
}

async function filled(place: Place): Promise<Store> {
  const store = openStore(place, now)
  await migrate(store)
  await ensureTenant(store.db, 'LS', 'Lạng Sơn')
  await publishPlan(store, 'LS', plan('p', 'Kế hoạch “thử”; xã\n2'), BY)
  await importFigures(store, 'LS', [figure('poor', 2021, '12.20'), figure('poor', 2024, '4')], BY)
  await importFigures(
    store,
    'LS',
    [figure('poor', 2024, '-0.001', { status: 'revised' }), figure('poor', 2025, '1', { value: absent('withheld') })],
    BY,
  )
  const many = Array.from({ length: 3000 }, (_, i) =>
    figure(`i${i % 50}`, 1950 + (i % 60), String(i), { area: `a${i}` }),
  )
  await importFigures(store, 'LS', many, BY)
  await saveDocument(store, 'LS', { name: 'nq.md', format: 'markdown', text: 'Tỷ lệ hộ nghèo < 3%\n"…"' }, BY)
  await define(store, 'LS', 'organisation', { a: { name: 'Sở Kế hoạch' } }, BY)
  return store
}

/** All that a store answers, now and as of a number of its log, as text. */
async function answers(store: Store): Promise<string> {
  const all = []
  for (const asOf of [null, 2]) {
    const version = await currentPlan(store, 'LS', 'p', asOf)
    const known = await observations(store, 'LS', { asOf })
    if (!version) throw new Error('the plan is lost')
    const judged = evaluate({ plan: version.plan, observations: known, on: '2026-01-01' })
    all.push(
      evaluationJson(judged, null),
      version.hash,
      known.map(o => ({ ...o, value: JSON.stringify(o.value, big) })),
    )
  }
  all.push(await definitions(store, 'LS', 'organisation'), await verifyAudit(store, 'LS'))
  return JSON.stringify(all, big)
}

const big = (_: string, value: unknown) => (typeof value === 'bigint' ? String(value) : value)

describe('a backup', () => {
  for (const from of ['sqlite', 'postgres'] as const)
    for (const to of ['sqlite', 'postgres'] as const)
      test(`of ${from}, restored to ${to}, answers the same to the byte`, async () => {
        const store = await filled(await places[from]())
        const file = join(folder, `${from}-${to}.backup`)
        const done = await backup(store, file)
        const expected = await answers(store)
        await store.close()
        const place = await places[to]()
        expect(await restore(place, now, file)).toEqual({ rows: done.rows })
        const again = openStore(place, now)
        expect(await answers(again)).toBe(expected)
        expect((await verifyAudit(again, 'LS')).findings).toEqual([])
        // And it goes on: the next number follows.
        expect((await importFigures(again, 'LS', [figure('poor', 2023, '5')], BY)).log).toBe(7)
        await again.close()
      })

  test.each(['sqlite', 'postgres'] as const)('of %s is taken while others write, and is of one moment', async name => {
    const place = await places[name]()
    const store = await filled(place)
    const other = openStore(place, now)
    const file = join(folder, `busy-${name}.backup`)
    const writing = Promise.all(
      Array.from({ length: 20 }, (_, i) => importFigures(store, 'LS', [figure(`w${i}`, 2021, '1')], BY)),
    )
    await backup(other, file)
    await writing
    await Promise.all([store.close(), other.close()])
    const fresh = await places.sqlite()
    await restore(fresh, now, file)
    const again = openStore(fresh, now)
    expect((await verifyAudit(again, 'LS')).findings).toEqual([])
    await again.close()
  })

  test.each([
    ['cut short', (whole: Buffer) => gzipSync(gunzipSync(whole).subarray(0, -200)), 'damaged'],
    ['a broken archive', (whole: Buffer) => whole.subarray(0, whole.length - 100), 'damaged'],
    [
      'a figure changed',
      (whole: Buffer) => gzipSync(gunzipSync(whole).toString('utf8').replace('withheld', 'notDue')),
      'damaged',
    ],
    ['another file', () => Buffer.from('PK'), 'not-a-backup'],
    ['another archive', () => gzipSync('hello\nworld\n'), 'not-a-backup'],
    [
      'of a newer program',
      (whole: Buffer) => gzipSync(gunzipSync(whole).toString('utf8').replace('"0001-first"', '"9999-later"')),
      'damaged',
    ],
  ])('%s is refused, and the store that stands is not touched', async (name, change, refused) => {
    const place = await places.sqlite()
    const store = await filled(place)
    const file = join(folder, `${name}.backup`)
    await backup(store, file)
    const before = await answers(store)
    writeFileSync(file, change(readFileSync(file)))
    expect(await restore(place, now, file, { replace: true })).toMatchObject({ refused })
    expect(await answers(store)).toBe(before)
    await store.close()
  })

  test('replaces a store that holds something only where it is told to', async () => {
    for (const engineName of ['sqlite', 'postgres'] as const) {
      const place = await places[engineName]()
      const store = await filled(place)
      const file = join(folder, `replace-${engineName}.backup`)
      await backup(store, file)
      await importFigures(store, 'LS', [figure('poor', 2023, '5')], BY)
      await store.close()
      expect(await restore(place, now, file)).toMatchObject({ refused: 'not-empty' })
      expect(await restore(place, now, file, { replace: true })).toMatchObject({ rows: expect.any(Number) as number })
      const again = openStore(place, now)
      expect((await verifyAudit(again, 'LS')).lines).toBe(6)
      await again.close()
    }
  })

  test.each(['sqlite', 'postgres'] as const)('is restored under a program that runs, on %s', async name => {
    const place = await places[name]()
    const running = await filled(place)
    const file = join(folder, `running-${name}.backup`)
    await backup(running, file)
    const then = await answers(running)
    await importFigures(running, 'LS', [figure('poor', 2023, '5')], BY)
    expect(await answers(running)).not.toBe(then)
    expect(await restore(place, now, file, { replace: true })).toHaveProperty('rows')
    expect(await answers(running)).toBe(then)
    // What it takes in from now on is in the store that others open.
    await importFigures(running, 'LS', [figure('poor', 2022, '7')], BY)
    const other = openStore(place, now)
    expect((await verifyAudit(other, 'LS')).lines).toBe(7)
    await Promise.all([running.close(), other.close()])
  })

  test.each(['sqlite', 'postgres'] as const)('of an older program replaces what stands, on %s', async name => {
    const place = await places[name]()
    const store = await filled(place)
    const file = join(folder, `older-${name}.backup`)
    await backup(store, file)
    const then = await answers(store)
    await importFigures(store, 'LS', [figure('poor', 2023, '5')], BY)
    writeFileSync(file, asOlder(readFileSync(file)))
    expect(await restore(place, now, file, { replace: true })).toHaveProperty('rows')
    expect(await answers(store)).toBe(then)
    expect(await migrate(store)).toEqual({ done: [] })
    await store.close()
  })

  test('takes the place of a file that is no store any more, which keeps another name', async () => {
    const store = await filled(await places.sqlite())
    const file = join(folder, 'over-broken.backup')
    await backup(store, file)
    const then = await answers(store)
    await store.close()
    const place = { path: join(folder, 'broken.db') }
    writeFileSync(place.path, 'not a store, but somebody’s bytes'.repeat(400))
    expect(await restore(place, now, file)).toMatchObject({ refused: 'not-empty' })
    expect(await restore(place, now, file, { replace: true })).toHaveProperty('rows')
    const again = openStore(place, now)
    expect(await answers(again)).toBe(then)
    await again.close()
    expect(readFileSync(`${place.path}.broken`, 'utf8')).toContain('somebody’s bytes')
  })

  test('that cannot be written leaves nothing behind', async () => {
    const store = await filled(await places.sqlite())
    const file = join(folder, 'no', 'such', 'folder.backup')
    await expect(backup(store, file)).rejects.toMatchObject({ code: 'ENOENT' })
    expect(existsSync(`${file}.part`)).toBe(false)
    await store.close()
  })
})

/** The tables as they were before documents had a file. */
function withoutFiles(lines: readonly string[]): string[] {
  let at = -1
  return lines.map(line => {
    const row = JSON.parse(line) as unknown
    if (!Array.isArray(row)) {
      const { table, columns } = row as { table: string; columns: string[] }
      at = table === 'documents' ? columns.indexOf('file') : -1
      if (table === 'documents') expect(at).toBeGreaterThan(0)
      return at < 0 ? line : JSON.stringify({ ...(row as object), columns: columns.toSpliced(at, 1) })
    }
    return at < 0 ? line : JSON.stringify(row.toSpliced(at, 1))
  })
}

/** The same backup as a program without the last step of the schema would have written it. */
function asOlder(whole: Buffer): Buffer {
  const [head = '', ...rest] = gunzipSync(whole).toString('utf8').trimEnd().split('\n')
  const { schema, ...more } = JSON.parse(head) as { schema: string[] }
  expect(schema.at(-1)).toBe(STEPS.at(-1))
  const lines = [JSON.stringify({ ...more, schema: schema.slice(0, -1) }), ...withoutFiles(rest.slice(0, -1))]
  const sha256 = createHash('sha256')
    .update(`${lines.join('\n')}\n`)
    .digest('hex')
  const rows = lines.filter(line => line.startsWith('[')).length
  return gzipSync(`${[...lines, JSON.stringify({ end: true, rows, sha256 })].join('\n')}\n`)
}

describe.each(['sqlite', 'postgres'] as const)('a step of the schema on %s', name => {
  const change: Migration = {
    up: async db => {
      await sql`create table later (a text)`.execute(db)
      await sql`update log set actor = 'changed'`.execute(db)
    },
  }

  test('that fails leaves everything as it was', async () => {
    const store = await filled(await places[name]())
    const then = await answers(store)
    const fails: Migration = {
      up: async db => {
        await sql`drop table observations`.execute(db)
        throw new Error('no room left')
      },
    }
    expect(await migrate(store, '9000-fails', { ...HISTORY, '8000-first': change, '9000-fails': fails })).toEqual({
      refused: 'failed',
      detail: 'no room left',
    })
    expect(await answers(store)).toBe(then)
    expect(await migrate(store)).toEqual({ done: [] })
    await expect(sql`select * from later`.execute(store.db)).rejects.toThrow(/later/)
    if ('path' in store.place) expect(existsSync(`${store.place.path}.trial`)).toBe(false)
    await store.close()
  })

  test('that holds keeps what stood, and the older program then refuses the store', async () => {
    const store = await filled(await places[name]())
    const keeps: Migration = { up: db => sql`create table later (a text)`.execute(db).then(() => undefined) }
    const then = await answers(store)
    expect(await migrate(store, '9000-keeps', { ...HISTORY, '9000-keeps': keeps })).toEqual({ done: ['9000-keeps'] })
    expect(await answers(store)).toBe(then)
    expect(await migrate(store)).toEqual({ refused: 'newer', detail: '9000-keeps' })
    await store.close()
  })
})

describe('a store of the first schema', () => {
  test.each(['sqlite', 'postgres'] as const)('keeps its data on %s', async name => {
    const store = openStore(await places[name](), now)
    await migrate(store, '0001-first')
    const write = (table: string, row: Record<string, unknown>) =>
      store.db
        .insertInto(table as never)
        .values(row)
        .execute()
    await write('log_heads', { tenant: 'LS', number: 2 })
    for (const number of [1, 2])
      await write('log', {
        tenant: 'LS',
        number,
        moment: `2026-01-0${number}T00:00:00.000Z`,
        actor: 'cli',
        kind: 'figures',
        subject: 'f.csv',
      })
    for (const [log, units] of [
      [1, 122],
      [2, 1225],
    ] as const)
      await write('observations', {
        tenant: 'LS',
        key: 'k',
        log,
        indicator: 'a',
        method: '',
        area: 'P',
        map: '',
        period: '2021',
        period_start: '2021-01-01',
        period_end: '2022-01-01',
        breakdown: '{}',
        source: 'office',
        units,
        scale: log,
        absent: null,
        status: 'official',
        obs_status: 'A',
        note: '',
      })
    expect(await migrate(store)).toEqual({ done: STEPS.slice(1) })
    const values = async (asOf: number | null) =>
      (await observations(store, 'LS', { asOf })).map(o => JSON.stringify(o.value, big))
    expect(await values(null)).toEqual(['{"coefficient":"1225","scale":2}'])
    expect(await values(1)).toEqual(['{"coefficient":"122","scale":1}'])
    expect((await verifyAudit(store, 'LS')).findings).toEqual([])
    expect((await importFigures(store, 'LS', [figure('a', 2022, '5')], BY)).log).toBe(3)
    expect((await verifyAudit(store, 'LS')).findings).toEqual([])
    await store.close()
  })
})
