import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import pg from 'pg'
import { findPostgres } from '../../boot/find-engines.mjs'

/** A script that starts a real Citus cluster on loopback: `COTMOC_CITUS`, or the one beside the checkout; null where there is none. */
export function findCitus(): string | null {
  const script = process.env['COTMOC_CITUS'] ?? resolve(import.meta.dirname, '../../../shared/citus/cluster')
  return process.getuid?.() === 0 && process.platform === 'linux' && existsSync(script) ? script : null
}

export interface Cluster {
  readonly url: string
  readonly folder: string
  /** The coordinator's port; the workers' follow. */
  readonly port: number
  /** Kills the postmaster of a worker (1, 2 …) as a power cut would; `restart` brings it back. */
  kill(worker: number): void
  restart(worker: number): void
  stop(): void
}

/** A coordinator and two workers of their own, in a temporary folder; gone when stopped. */
export async function startCitus(script: string): Promise<Cluster> {
  const folder = join(tmpdir(), `cotmoc-citus-${process.pid}-${Math.random().toString(36).slice(2, 8)}`)
  const port = await freePorts(3)
  const run = (verb: string) =>
    spawnSync('bash', [script, verb, folder, '2'], {
      encoding: 'utf8',
      env: { ...process.env, CITUS_PORT: String(port) },
    })
  const up = run('up')
  const url = up.stdout.trim().split('\n').at(-1) ?? ''
  if (up.status !== 0 || !url.startsWith('postgres')) {
    run('down')
    throw new Error(`the cluster did not start (Citus asks for PostgreSQL 15.20 or newer): ${up.stderr}`)
  }
  await fewShards(url)
  const dataOf = (worker: number) => join(folder, String(port + worker))
  return {
    url,
    folder,
    port,
    kill: worker => {
      const [postmaster = ''] = readFileSync(join(dataOf(worker), 'postmaster.pid'), 'utf8').split('\n')
      // Its sessions first: they would finish what they are at.
      spawnSync('pkill', ['-9', '-P', postmaster])
      spawnSync('kill', ['-9', postmaster])
    },
    restart: worker => {
      const data = dataOf(worker)
      const socket = join(folder, `.s.PGSQL.${port + worker}`)
      for (const left of [join(data, 'postmaster.pid'), socket, `${socket}.lock`]) rmSync(left, { force: true })
      const started = `${join(findPostgres() ?? '', 'pg_ctl')} -D ${data} -l ${data}.log -w -t 300 start`
      // What was killed may hold its memory for a while yet on a busy machine.
      for (let tries = 0; ; tries += 1) {
        const { status, stdout } = spawnSync('su', ['postgres', '-s', '/bin/sh', '-c', started], { encoding: 'utf8' })
        if (status === 0) return
        if (tries >= 20) throw new Error(`worker ${worker} does not start again: ${stdout}`)
        Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1000)
      }
    },
    stop: () => void run('down'),
  }
}

/** Two shards of a table on either worker instead of sixteen: every test lays out some thirty tables anew. */
async function fewShards(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query('alter system set citus.shard_count = 4')
  await client.query('select pg_reload_conf()')
  await client.end()
}

/** The first of so many ports in a row that are free. */
async function freePorts(count: number): Promise<number> {
  for (let first = 20_000 + (process.pid % 20_000); ; first += count) {
    const free = await Promise.all(Array.from({ length: count }, (_, i) => isFree(first + i)))
    if (free.every(Boolean)) return first
  }
}

const isFree = (port: number) =>
  new Promise<boolean>(done => {
    const server = createServer()
    server.once('error', () => done(false))
    server.listen(port, '127.0.0.1', () => server.close(() => done(true)))
  })
