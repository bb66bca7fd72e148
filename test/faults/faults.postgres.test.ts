import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { build } from 'esbuild'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { verifyAudit } from '../../src/store/audit.ts'
import { auditLines } from '../../src/store/audit-lines.ts'
import { observations } from '../../src/store/figures.ts'
import { backup } from '../../src/store/backup.ts'
import { ensureTenant } from '../../src/store/log.ts'
import { migrate } from '../../src/store/migrate.ts'
import { openStore, type Place, type Store } from '../../src/store/open.ts'
import { reportVersions } from '../../src/store/reports.ts'
import { restore } from '../../src/store/restore.ts'
import { startPostgres, type Engine } from '../engines/postgres.ts'
import { makeWorld, OFFICE } from '../desk/world.ts'
import { OLD_ROUNDS, ROWS, TENANT, type Acknowledged } from './scenario.ts'

/** How many processes are killed in all; `npm run faults` takes a thousand. */
const KILLS = Number(process.env['COTMOC_KILLS'] ?? 200)
const SEED = Number(process.env['COTMOC_SEED'] ?? Date.now() % 1_000_000)

const ROOT = resolve(import.meta.dirname, '../..')
const folder = mkdtempSync(join(tmpdir(), 'cotmoc-faults-'))
const writer = join(ROOT, 'dist', '.tools', `faults-writer-${process.pid}.mjs`)
let engine: Engine

beforeAll(async () => {
  engine = await startPostgres()
  await build({
    entryPoints: [join(ROOT, 'test/faults/writer.ts')],
    outfile: writer,
    bundle: true,
    platform: 'node',
    format: 'esm',
    // All in one file but what is native: each of the processes that are killed loads it anew.
    external: ['libsql', 'pg-native'],
    banner: {
      js: "import { createRequire as requireOf } from 'node:module'; const require = requireOf(import.meta.url);",
    },
  })
})
afterAll(() => {
  engine.stop()
  rmSync(folder, { recursive: true, force: true })
  rmSync(writer, { force: true })
})

/** Mulberry32: the same kills again for the same seed. */
function randomOf(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
}

/** Runs a writer and kills it `delay` ms after its nth beginning of a step; gives what it had acknowledged. */
function killed(place: Place, steps: string, turn: number, nth: number, delay: number): Promise<Acknowledged[]> {
  return new Promise((done, fail) => {
    const file = join(folder, 'backup')
    const child = spawn(process.execPath, [writer, JSON.stringify(place), steps, String(turn), file], {
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let [out, err, begun] = ['', '', 0]
    let timer: NodeJS.Timeout | undefined
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      out += text
      begun += text.split('"begins"').length - 1
      if (begun >= nth && !timer) timer = setTimeout(() => child.kill('SIGKILL'), delay)
    })
    child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text))
    child.on('error', fail)
    child.on('close', (_, signal) => {
      clearTimeout(timer)
      if (signal !== 'SIGKILL') {
        fail(new Error(`the writer ended by itself: ${err}`))
        return
      }
      const lines = out.split('\n').filter(line => line.endsWith('}'))
      done(lines.map(line => JSON.parse(line) as Acknowledged).filter(line => 'what' in line))
    })
  })
}

/** All that must hold of a store whatever was killed: what was told is there, nothing is half. */
async function check(store: Store, told: readonly Acknowledged[]): Promise<void> {
  const audited = await verifyAudit(store, TENANT)
  expect(audited.findings).toEqual([])
  const lines = new Map((await auditLines(store, TENANT)).map(line => [line.number, line]))
  for (const { what, log } of told) if (log !== null) expect(lines.get(log), `${what} ${log}`).toBeDefined()
  for (const line of lines.values())
    if (line.kind === 'figures') expect((JSON.parse(line.after) as { rows: number }).rows).toBe(ROWS)
  // No row of a number that the log does not have.
  const logs = new Set((await observations(store, TENANT)).map(o => o.log))
  for (const log of logs) expect(lines.has(log)).toBe(true)
}

let n = 0
const fresh: Readonly<Record<'sqlite' | 'postgres', () => Promise<Place>>> = {
  sqlite: () => {
    const home = join(folder, String((n += 1)))
    mkdirSync(home)
    return Promise.resolve({ path: join(home, 'store.db') })
  },
  postgres: async () => {
    const schema = `faults_${(n += 1)}`
    const client = new pg.Client({ connectionString: engine.url })
    await client.connect()
    await client.query(`create schema ${schema}`)
    await client.end()
    return { url: engine.url, schema }
  },
}

const open = (place: Place) => openStore(place, () => new Date())

describe(`processes killed at any moment (seed ${SEED})`, () => {
  const random = randomOf(SEED)
  /** Stores are made anew from time to time, so that a check stays quick. */
  const AGE = 12

  test.each([
    ['sqlite', 0.3],
    ['postgres', 0.2],
  ] as const)(
    'imports, plans and definitions on %s',
    async (name, share) => {
      let place = await fresh[name]()
      for (let kill = 0; kill < Math.round(KILLS * share); kill += 1) {
        if (kill % AGE === 0) {
          place = await fresh[name]()
          const store = open(place)
          await migrate(store)
          await ensureTenant(store.db, TENANT, TENANT)
          await store.close()
        }
        const told = await killed(place, 'import,plan,define', kill * 100, 1 + Math.floor(random() * 4), random() * 25)
        const store = open(place)
        await check(store, told)
        await store.close()
      }
    },
    KILLS * 3000,
  )

  test.each([
    ['sqlite', 0.15],
    ['postgres', 0.1],
  ] as const)(
    'reports from draft to published figures on %s',
    async (name, share) => {
      let place = await fresh[name]()
      for (let kill = 0; kill < Math.round(KILLS * share); kill += 1) {
        if (kill % AGE === 0) {
          place = await fresh[name]()
          const world = await makeWorld(now => Promise.resolve(openStore(place, now)), OLD_ROUNDS)
          await world.store.close()
        }
        const told = await killed(place, 'report', kill * 20, 1 + Math.floor(random() * 12), random() * 15)
        const store = open(place)
        await check(store, told)
        const steps = await store.db.selectFrom('reports').select(['round', 'version', 'log']).execute()
        const lines = (await auditLines(store, TENANT, { kind: 'report' })).map(each => each.number)
        expect(steps.map(step => Number(step.log)).sort((a, b) => a - b)).toEqual(lines)
        for (const round of new Set(steps.map(step => step.round))) {
          const versions = (await reportVersions(store.db, TENANT, round, OFFICE)).map(each => each.version)
          expect(versions).toEqual(versions.map((_, i) => i + 1))
        }
        await store.close()
      }
    },
    KILLS * 3000,
  )

  test.each([
    ['sqlite', 0.1],
    ['postgres', 0.1],
  ] as const)(
    'a migration on %s',
    async (name, share) => {
      for (let kill = 0; kill < Math.round(KILLS * share); kill += 1) {
        const place = await fresh[name]()
        const before = open(place)
        await migrate(before, '0001-first')
        await before.db
          .insertInto('log_heads')
          .values({ tenant: TENANT, number: 1 } as never)
          .execute()
        await before.close()
        await killed(place, 'migrate', 0, 1, random() * 40)
        const store = open(place)
        expect(await migrate(store)).not.toHaveProperty('refused')
        expect(await store.db.selectFrom('log_heads').select('number').execute()).toHaveLength(1)
        await store.close()
      }
    },
    KILLS * 3000,
  )

  test(
    'a backup',
    async () => {
      const place = await fresh.sqlite()
      const store = open(place)
      await migrate(store)
      await store.close()
      await killed(place, 'import', 0, 4, 1)
      for (let kill = 0; kill < Math.round(KILLS * 0.05); kill += 1) {
        await killed(place, 'backup', kill * 100, 1 + Math.floor(random() * 3), random() * 15)
        // What has the name of a backup is whole.
        for (const file of readdirSync(folder).filter(name => name.startsWith('backup.') && !name.endsWith('.part'))) {
          const to = await fresh.sqlite()
          expect(await restore(to, () => new Date(), join(folder, file))).not.toHaveProperty('refused')
          rmSync(join(folder, file))
        }
        for (const file of readdirSync(folder).filter(name => name.endsWith('.part'))) rmSync(join(folder, file))
      }
      expect(existsSync('path' in place ? place.path : '')).toBe(true)
    },
    KILLS * 3000,
  )

  test.each(['sqlite', 'postgres'] as const)(
    'a restore on %s: either what stood or what was kept, whole',
    async name => {
      const place = await fresh[name]()
      let store = open(place)
      await migrate(store)
      await ensureTenant(store.db, TENANT, TENANT)
      await store.close()
      await killed(place, 'import', 0, 3, 1)
      store = open(place)
      const kept = await backup(store, join(folder, 'backup.kept'))
      await store.close()
      await killed(place, 'import', 100, 3, 1)
      for (let kill = 0; kill < Math.round(KILLS * 0.025); kill += 1) {
        await killed(place, 'restore', kill, 1, random() * 250)
        store = open(place)
        await check(store, [])
        const lines = await auditLines(store, TENANT)
        expect(lines.length).toBeGreaterThan(1)
        await store.close()
      }
      expect(kept.rows).toBeGreaterThan(ROWS)
    },
    KILLS * 3000,
  )
})
