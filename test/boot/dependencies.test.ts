import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { build } from 'esbuild'
import { expect, test } from 'vitest'
import house from '../../src/rooms.json' with { type: 'json' }

const ROOT = resolve(import.meta.dirname, '../..')
const OLDEST = [20, 19, 0] as const

/** Whether a range of package.json's `engines.node` takes Node 20.19.0: `||` of comparators, carets and wildcards. */
function takesOldest(range: string): boolean {
  return range.split('||').some(part =>
    part
      .trim()
      .replace(/([<>=^~])\s+/g, '$1')
      .split(/\s+(?=[<>=^~\d])/)
      .every(comparator => {
        const found = /^(>=|<=|>|<|=|\^|~)?\s*v?(\d+|\*|x)(?:\.(\d+|x|\*))?(?:\.(\d+|x|\*))?/.exec(comparator.trim())
        if (!found || found[2] === '*' || found[2] === 'x') return true
        const wanted = [found[2], found[3], found[4]].map(n =>
          n === undefined || n === 'x' || n === '*' ? 0 : Number(n),
        )
        const order = OLDEST.map((n, i) => n - (wanted[i] ?? 0)).find(n => n !== 0) ?? 0
        switch (found[1] ?? '=') {
          case '>=':
            return order >= 0
          case '>':
            return order > 0
          case '<=':
            return order <= 0
          case '<':
            return order < 0
          case '^':
            return OLDEST[0] === wanted[0] && order >= 0
          case '~':
            return OLDEST[0] === wanted[0] && OLDEST[1] === wanted[1] && order >= 0
          default:
            return OLDEST[0] === wanted[0] && (found[3] === undefined || OLDEST[1] === wanted[1])
        }
      }),
  )
}

test('ranges are read right', () => {
  expect(
    ['>=16', '^18.18.0 || ^20.9.0 || >=21.1.0', '^20.19.0 || >=22.12', '20 || >=22', '*', '>= 20'].map(takesOldest),
  ).toEqual([true, true, true, true, true, true])
  expect(['>=22', '^20.20.0', '^18 || >=22', '<20', '>=20.19.1'].map(takesOldest)).toEqual([
    false,
    false,
    false,
    false,
    false,
  ])
})

test('every package of the lock file runs on Node 20.19', () => {
  const lock = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, { engines?: { node?: string } }>
  }
  const excluded = Object.entries(lock.packages).filter(
    ([, { engines }]) => engines?.node !== undefined && !takesOldest(engines.node),
  )
  expect(excluded.map(([name, { engines }]) => `${name} ${engines?.node}`)).toEqual([])
})

test('the lock file names no registry', () => {
  expect(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')).not.toContain('"resolved"')
})

// Rooms that the next steps begin stand in the list already.
test.each(house.browser.filter(room => existsSync(join(ROOT, 'src', room))))(
  'the room %s bundles for the browser with no Node module, no package and no room below it',
  async room => {
    const files = readdirSync(join(ROOT, 'src', room), { recursive: true, encoding: 'utf8' }).filter(name =>
      name.endsWith('.ts'),
    )
    if (files.length === 0) return
    const { metafile } = await build({
      entryPoints: files.map(name => join(ROOT, 'src', room, name)),
      bundle: true,
      write: false,
      metafile: true,
      platform: 'browser',
      format: 'esm',
      outdir: 'out',
      logLevel: 'silent',
      absWorkingDir: ROOT,
    })
    const inputs = Object.keys(metafile.inputs)
    expect(inputs.filter(name => !name.startsWith('src/'))).toEqual([])
    expect(inputs.map(name => name.split('/')[1] ?? '').filter(used => !house.browser.includes(used))).toEqual([])
  },
)

const ISLANDS = join(ROOT, 'src/web/islands')
// A folder without an island of its own is shared by others, which bundle it.
const islands = readdirSync(ISLANDS, { withFileTypes: true }).filter(
  entry => entry.isDirectory() && existsSync(join(ISLANDS, entry.name, 'island.ts')),
)

test.each(islands.map(entry => entry.name))(
  'the script %s holds rooms that run in the browser and its own files, and nothing else',
  async name => {
    const { metafile } = await build({
      entryPoints: [join(ISLANDS, name, 'island.ts')],
      bundle: true,
      write: false,
      metafile: true,
      platform: 'browser',
      outdir: 'out',
      logLevel: 'silent',
      absWorkingDir: ROOT,
    })
    const foreign = Object.keys(metafile.inputs).filter(
      input => !input.startsWith('src/web/islands/') && !house.browser.some(room => input.startsWith(`src/${room}/`)),
    )
    expect(foreign).toEqual([])
  },
)
