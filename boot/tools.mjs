import { spawn, spawnSync } from 'child_process'
import fs from 'fs'
import os from 'os'
import path from 'path'
import { pathToFileURL } from 'url'
import { fail, prepare, ROOT } from './prepare.mjs'

const bin = name => path.join(ROOT, 'node_modules', name)

/** What `npm run check` is: types, rules, format; the imports are held by test/house.test.ts. */
const CHECK = [
  ['types', bin('typescript/bin/tsc'), ['--noEmit']],
  ['types of the pages’ scripts', bin('typescript/bin/tsc'), ['--noEmit', '-p', 'src/web/islands']],
  ['rules', bin('eslint/bin/eslint.js'), ['src', 'test', 'bench', 'tools', '--max-warnings=0']],
  ['format', bin('prettier/bin/prettier.cjs'), ['--check', '--log-level=warn', 'src', 'test', 'bench', 'tools']],
  ['imports', bin('vitest/vitest.mjs'), ['run', 'test/house.test.ts', '--reporter=dot']],
]

/** Runs the checks, so many at once; gives how many failed. What one says is told when it has ended. */
export async function check(atOnce = Math.max(1, os.cpus().length)) {
  const waiting = CHECK.slice()
  let failed = 0
  const work = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const [name, script, args] = next
      const started = Date.now()
      const { status, said } = await ran(script, args)
      const seconds = Math.round((Date.now() - started) / 100) / 10
      process.stderr.write(said + (status === 0 ? 'ok    ' : 'FAIL  ') + name + ' (' + seconds + ' s)\n')
      if (status !== 0) failed += 1
    }
  }
  await Promise.all(Array.from({ length: atOnce }, work))
  return failed
}

const ran = (script, args) =>
  new Promise(done => {
    const child = spawn(process.execPath, [script].concat(args), { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'] })
    let said = ''
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', text => (said += text))
    child.on('error', error => done({ status: 1, said: error.message + '\n' }))
    child.on('close', status => done({ status, said }))
  })

/** Parts of the tests that have a command of their own: the long form of the faults, the store on a cluster. */
const SUITES = {
  faults: { tests: 'test/faults', env: { COTMOC_KILLS: process.env.COTMOC_KILLS || '1000' } },
  citus: { tests: 'test/store/store.citus.test.ts', env: {} },
}

export async function run(name, args) {
  prepare()
  if (name === 'build') return
  if (name === 'check') {
    process.exit((await check()) === 0 ? 0 : 1)
  }
  const suite = SUITES[name]
  if (suite) {
    const vitest = bin('vitest/vitest.mjs')
    const env = Object.assign({}, process.env, suite.env)
    delete env.NODE_ENV
    const ran = spawnSync(process.execPath, [vitest, 'run', suite.tests].concat(args), {
      cwd: ROOT,
      stdio: 'inherit',
      env,
    })
    process.exit(ran.status === null ? 1 : ran.status)
  }
  const file = { bench: 'bench/run.ts', score: 'tools/score.ts' }[name]
  if (!file) fail('Không có lệnh “' + name + '”.', 'There is no command "' + name + '".')
  const out = path.join(ROOT, 'dist', '.tools', name + '.mjs')
  const esbuild = await import(pathToFileURL(bin('esbuild/lib/main.js')).href)
  fs.mkdirSync(path.dirname(out), { recursive: true })
  await esbuild.default.build({
    entryPoints: [path.join(ROOT, file)],
    outfile: out,
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    logLevel: 'error',
    jsx: 'automatic',
    jsxImportSource: 'hono/jsx',
    plugins: [ownFolders],
  })
  const result = spawnSync(process.execPath, ['--expose-gc', out].concat(args), { cwd: ROOT, stdio: 'inherit' })
  process.exit(result.status === null ? 1 : result.status)
}

/** Each file knows its own folder, as it does where it is not bundled. */
const ownFolders = {
  name: 'own-folders',
  setup: function (build) {
    build.onLoad({ filter: /[\\/](?:bench|test|tools)[\\/].*\.ts$/ }, function (file) {
      const text = fs.readFileSync(file.path, 'utf8')
      return {
        contents: text.replaceAll('import.meta.dirname', JSON.stringify(path.dirname(file.path))),
        loader: 'ts',
      }
    })
  },
}
