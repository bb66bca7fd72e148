import { spawnSync } from 'node:child_process'
import { chmodSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { findPostgres } from '../../boot/find-engines.mjs'

/** A PostgreSQL of its own for one run of tests: on loopback only, in a temporary folder, gone when stopped. */
export interface Engine {
  readonly url: string
  stop(): void
}

export async function startPostgres(): Promise<Engine> {
  const given = process.env['DATABASE_TEST_URL']
  if (given) return { url: given, stop: () => undefined }
  const bin = findPostgres()
  if (bin === null)
    throw new Error(
      'PostgreSQL 15 or newer is missing: install it (apt-get install postgresql) or name one in DATABASE_TEST_URL',
    )
  const folder = mkdtempSync(join(tmpdir(), 'cotmoc-pg-'))
  const root = process.getuid?.() === 0
  // initdb refuses root, so there its folder and its processes belong to the user that Debian's packages bring.
  if (root) {
    chmodSync(folder, 0o755)
    spawnSync('chown', ['postgres', folder])
  }
  const data = join(folder, 'data')
  const port = await freePort()
  const run = (program: string, args: string[]) => {
    const command = [join(bin, program), ...args]
    const result = root
      ? spawnSync('su', ['postgres', '-s', '/bin/sh', '-c', command.map(quoted).join(' ')], {
          encoding: 'utf8',
          stdio: ['ignore', 'pipe', 'pipe'],
        })
      : spawnSync(command[0] ?? '', command.slice(1), { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] })
    if (result.status !== 0) throw new Error(`${program}: ${result.stderr || result.stdout}`)
  }
  run('initdb', ['-D', data, '-A', 'trust', '-U', 'postgres', '-E', 'UTF8', '--locale=C', '--no-sync'])
  run('pg_ctl', [
    '-D',
    data,
    '-w',
    '-l',
    join(folder, 'log'),
    '-o',
    `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories=${folder} -c fsync=off`,
    'start',
  ])
  return {
    url: `postgres://postgres@127.0.0.1:${port}/postgres`,
    stop: () => {
      if (existsSync(join(data, 'postmaster.pid'))) run('pg_ctl', ['-D', data, '-m', 'immediate', '-w', 'stop'])
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

let schemas = 0

/** A schema of its own in a PostgreSQL, empty. */
export async function ownSchema({ url }: Pick<Engine, 'url'>, name: string): Promise<{ url: string; schema: string }> {
  const schema = `${name}_${process.pid}_${(schemas += 1)}`
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query(`drop schema if exists ${schema} cascade; create schema ${schema}`)
  await client.end()
  return { url, schema }
}

const quoted = (word: string) => `'${word.replaceAll("'", `'\\''`)}'`

const freePort = () =>
  new Promise<number>((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
