// Installs and builds what is missing or out of date, under a lock, with nothing but Node's built-ins.
import { spawnSync } from 'child_process'
import { createHash } from 'crypto'
import fs from 'fs'
import path from 'path'
import { fileURLToPath } from 'url'
import { buildIslands, buildProgram, buildThreads, programIn, stopBundling } from './bundles.mjs'
import { speaksEnglish } from './node-version.mjs'

export const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..')

const LOCK = path.join(ROOT, '.cotmoc-lock')
const INSTALLED = path.join(ROOT, 'node_modules', '.cotmoc-installed')
const BUILT = path.join(ROOT, 'dist', '.cotmoc-built')
export const PROGRAM = programIn(ROOT)

export const say = (vi, en) => (speaksEnglish() ? en : vi)
const tell = (vi, en) => process.stderr.write(say(vi, en) + '\n')

export function fail(vi, en) {
  tell(vi, en)
  process.exit(2)
}

/** Brings node_modules and dist up to date. Messages go to standard error only. */
export function prepare() {
  if (upToDate()) return
  const release = takeLock()
  try {
    const install = installStamp()
    if (read(INSTALLED) !== install) {
      tell('Đang cài các thành phần cần thiết …', 'Installing what is needed …')
      npm(['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'])
      fs.writeFileSync(INSTALLED, install)
    }
    const build = buildStamp()
    if (read(BUILT) !== build) {
      tell('Đang dựng chương trình …', 'Building …')
      buildNow()
      fs.writeFileSync(BUILT, build)
    }
  } catch (error) {
    if (error && (error.code === 'EACCES' || error.code === 'EROFS' || error.code === 'EPERM'))
      fail(
        'Không ghi được vào thư mục ' + ROOT + '. Hãy chạy ở thư mục mà bạn có quyền ghi.',
        'The folder ' + ROOT + ' cannot be written. Run it from a folder that you may write to.',
      )
    throw error
  } finally {
    release()
  }
}

const upToDate = () => read(INSTALLED) === installStamp() && read(BUILT) === buildStamp()

const read = file => {
  try {
    return fs.readFileSync(file, 'utf8')
  } catch (_) {
    return null
  }
}

function hashOf(files) {
  const hash = createHash('sha256')
  for (const file of files) {
    hash.update(path.relative(ROOT, file).split(path.sep).join('/') + '\0')
    hash.update(fs.readFileSync(file))
  }
  return hash.digest('hex')
}

const installStamp = () =>
  hashOf(['package.json', 'package-lock.json'].map(name => path.join(ROOT, name))) +
  ' ' +
  process.platform +
  ' ' +
  process.arch +
  ' ' +
  process.versions.modules

const buildStamp = () =>
  hashOf(
    [
      path.join(ROOT, 'package-lock.json'),
      path.join(ROOT, 'tsconfig.json'),
      path.join(ROOT, 'boot', 'prepare.mjs'),
      path.join(ROOT, 'boot', 'bundles.mjs'),
    ].concat(filesIn(path.join(ROOT, 'src'))),
  )

function filesIn(folder) {
  return fs
    .readdirSync(folder, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap(entry => (entry.isDirectory() ? filesIn(path.join(folder, entry.name)) : [path.join(folder, entry.name)]))
}

/** npm as it was started here, or as it is found; on Windows it is a script that needs a shell. */
export function npm(args) {
  const cli = process.env.npm_execpath
  const own = cli && /npm-cli\.js$/.test(cli) && fs.existsSync(cli)
  const result = own
    ? spawnSync(process.execPath, [cli].concat(args), { cwd: ROOT, stdio: ['ignore', 2, 2], env: installEnv() })
    : spawnSync(process.platform === 'win32' ? 'npm.cmd' : 'npm', args, {
        cwd: ROOT,
        stdio: ['ignore', 2, 2],
        env: installEnv(),
        shell: process.platform === 'win32',
      })
  if (result.error || result.status !== 0)
    fail(
      'Không cài được các thành phần (npm ' + args[0] + '). Hãy kiểm tra mạng tới kho npm rồi chạy lại.',
      'The install failed (npm ' + args[0] + '). Check the way to the npm registry and try again.',
    )
}

function installEnv() {
  const env = Object.assign({}, process.env)
  delete env.NODE_ENV
  return env
}

function buildNow() {
  fs.rmSync(path.join(ROOT, 'dist'), { recursive: true, force: true })
  try {
    buildProgram(ROOT)
    buildIslands(ROOT)
    buildThreads(ROOT)
  } catch (_) {
    fail('Không dựng được chương trình; lỗi ở ngay trên.', 'The build failed; the errors stand above.')
  } finally {
    // What bundles would else stay beside the server for as long as that runs.
    stopBundling()
  }
}

/** One preparation at a time; a lock whose process is gone, or older than 20 minutes, is taken over. */
function takeLock() {
  const until = Date.now() + 20 * 60 * 1000
  let told = false
  for (;;) {
    try {
      fs.mkdirSync(LOCK)
      fs.writeFileSync(path.join(LOCK, 'pid'), String(process.pid))
      const release = () => fs.rmSync(LOCK, { recursive: true, force: true })
      process.on('exit', release)
      return release
    } catch (error) {
      if (error.code === 'EACCES' || error.code === 'EROFS' || error.code === 'EPERM')
        fail(
          'Không ghi được vào thư mục ' + ROOT + '. Hãy chạy ở thư mục mà bạn có quyền ghi.',
          'The folder ' + ROOT + ' cannot be written. Run it from a folder that you may write to.',
        )
      if (error.code !== 'EEXIST') throw error
    }
    if (isStale() || Date.now() > until) {
      fs.rmSync(LOCK, { recursive: true, force: true })
      continue
    }
    if (!told) tell('Một tiến trình khác đang chuẩn bị; xin chờ …', 'Another process is preparing; waiting …')
    told = true
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 250)
  }
}

function isStale() {
  const pid = Number(read(path.join(LOCK, 'pid')))
  if (!pid) {
    try {
      return Date.now() - fs.statSync(LOCK).mtimeMs > 10000
    } catch (_) {
      return false
    }
  }
  try {
    process.kill(pid, 0)
    return false
  } catch (error) {
    return error.code === 'ESRCH'
  }
}
