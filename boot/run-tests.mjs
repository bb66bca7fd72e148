import { spawn, spawnSync } from 'child_process'
import fs from 'fs'
import os from 'os'
import path from 'path'
import { findChromium, findPostgres, isWindowless } from './find-engines.mjs'
import { prepare, ROOT, say } from './prepare.mjs'
import { check } from './tools.mjs'

const tell = (vi, en) => process.stdout.write(say(vi, en) + '\n')
const debian = () => fs.existsSync('/etc/debian_version')
const root = () => typeof process.getuid === 'function' && process.getuid() === 0

function apt(name) {
  if (process.platform !== 'linux' || !debian() || !root()) return
  const env = Object.assign({}, process.env, { DEBIAN_FRONTEND: 'noninteractive' })
  tell('Đang cài ' + name + ' …', 'Installing ' + name + ' …')
  spawnSync('apt-get', ['update', '-q'], { stdio: ['ignore', 'ignore', 2], env, timeout: 300000 })
  spawnSync('apt-get', ['install', '-y', '-q', '--no-install-recommends', name], {
    stdio: ['ignore', 'ignore', 2],
    env,
    timeout: 1200000,
  })
}

/** Where a Citus cluster is at hand: its build asks for what PostgreSQL has since 15.20. */
function tooOldForCitus() {
  const script = process.env.COTMOC_CITUS || path.join(ROOT, '..', 'shared', 'citus', 'cluster')
  const bin = findPostgres()
  if (!fs.existsSync(script) || bin === null) return false
  const said = spawnSync(path.join(bin, 'postgres'), ['--version'], { encoding: 'utf8' }).stdout || ''
  const version = /\b15\.(\d+)/.exec(said)
  return version !== null && Number(version[1]) < 20
}

export async function run(args) {
  prepare()
  const wanted = []
  // Another Chromium will do, but takes minutes longer and holds pictures less closely.
  if (!process.env.CHROMIUM_PATH && !isWindowless(findChromium())) wanted.push('chromium-headless-shell')
  if ((!process.env.DATABASE_TEST_URL && !findPostgres()) || tooOldForCitus()) wanted.push('postgresql-15')
  // One at a time: what an older system does not have must not keep the other away.
  for (const each of wanted) apt(each)
  if (!findChromium()) apt('chromium')
  const [chromium, postgres] = [findChromium(), process.env.DATABASE_TEST_URL ? 'url' : findPostgres()]
  const missing = []
  if (!chromium) missing.push('Chromium (CHROMIUM_PATH)')
  if (!postgres) missing.push('PostgreSQL ≥ 15 (DATABASE_TEST_URL)')
  const report = path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'cotmoc-test-')), 'report.json')
  const env = Object.assign({}, process.env)
  delete env.NODE_ENV
  if (chromium) env.CHROMIUM_PATH = chromium
  if (postgres && postgres !== 'url') env.COTMOC_PG_BIN = postgres
  // What needs an engine that is not here is left out, said below, and makes the whole fail.
  const without = [].concat(
    chromium ? [] : ['--exclude', 'test/**/*.browser.test.*'],
    postgres ? [] : ['--exclude', 'test/**/*.postgres.test.*'],
  )
  const vitest = path.join(ROOT, 'node_modules', 'vitest', 'vitest.mjs')
  const tests = spawn(
    process.execPath,
    [vitest, 'run', '--reporter=default', '--reporter=json', '--outputFile.json=' + report].concat(without, args),
    { cwd: ROOT, stdio: ['ignore', 'inherit', 'inherit'], env },
  )
  const ended = new Promise(done => tests.on('close', done).on('error', done))
  // Beside the tests, which wait for browsers and disks half of their time.
  const failedChecks = args.length === 0 ? await check(1) : 0
  await ended
  const result = JSON.parse(fs.existsSync(report) ? fs.readFileSync(report, 'utf8') : '{}')
  fs.rmSync(path.dirname(report), { recursive: true, force: true })
  const [passed, failed] = [
    result.numPassedTests || 0,
    (result.numFailedTests || 0) + (result.success === false && !result.numFailedTests ? 1 : 0),
  ]
  if (missing.length > 0)
    tell(
      'Chưa thử hết: hãy cài ' + missing.join(' và ') + ' rồi chạy lại.',
      'Not everything was tried: install ' + missing.join(' and ') + ' and run again.',
    )
  process.stdout.write(passed + ' passed, ' + (failed + failedChecks) + ' failed\n')
  process.exit(result.success === true && passed > 0 && failedChecks === 0 && missing.length === 0 ? 0 : 1)
}
