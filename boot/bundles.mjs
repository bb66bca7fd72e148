// Bundles what dist holds: the program, its threads, and the scripts of the pages, each folder of src/web/islands with an
// island.ts in it becoming dist/islands/FOLDER.js.
import fs from 'fs'
import { createRequire } from 'module'
import path from 'path'

/** Ends the process that bundles. */
export const stopBundling = () => void createRequire(import.meta.url)('esbuild').stop()

export function buildIslands(root) {
  const from = path.join(root, 'src', 'web', 'islands')
  const to = path.join(root, 'dist', 'islands')
  const names = fs
    .readdirSync(from, { withFileTypes: true })
    .filter(entry => entry.isDirectory() && fs.existsSync(path.join(from, entry.name, 'island.ts')))
    .map(entry => entry.name)
  fs.mkdirSync(to, { recursive: true })
  for (const old of fs.readdirSync(to)) if (!names.includes(old.replace(/\.js$/, ''))) fs.rmSync(path.join(to, old))
  if (names.length === 0) return
  createRequire(import.meta.url)('esbuild').buildSync({
    entryPoints: names.map(name => ({ in: path.join(from, name, 'island.ts'), out: name })),
    outdir: to,
    bundle: true,
    minify: true,
    // Phones of the last five years; each script is one classic file that runs once the page is read.
    target: ['es2020', 'chrome87', 'firefox84', 'safari15'],
    format: 'iife',
    charset: 'utf8',
    legalComments: 'none',
    logLevel: 'error',
    absWorkingDir: root,
  })
}

/** What the program runs in a thread of its own: one file each, beside the program. */
export function buildThreads(root) {
  createRequire(import.meta.url)('esbuild').buildSync({
    entryPoints: [{ in: path.join(root, 'src', 'reading', 'thread.ts'), out: 'reading' }],
    outdir: path.join(root, 'dist', 'threads'),
    outExtension: { '.js': '.mjs' },
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    external: ['unpdf'],
    banner: {
      js: "import { createRequire as requireOf } from 'node:module'; const require = requireOf(import.meta.url);",
    },
    logLevel: 'error',
    absWorkingDir: root,
  })
}

export const programIn = root => path.join(root, 'dist', 'cli', 'cotmoc.mjs')

/** The program as one file: a third of the time that a thousand files of ours and of our packages take to load. */
export function buildProgram(root) {
  createRequire(import.meta.url)('esbuild').buildSync({
    entryPoints: [path.join(root, 'src', 'cli', 'main.ts')],
    outfile: programIn(root),
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    jsx: 'automatic',
    jsxImportSource: 'hono/jsx',
    sourcemap: 'linked',
    sourcesContent: false,
    // One has a native part, one is handed by its path to a thread of its own; the last is never installed.
    external: ['libsql', 'unpdf', 'pg-native'],
    banner: {
      js: "import { createRequire as requireOf } from 'node:module'; const require = requireOf(import.meta.url);",
    },
    logLevel: 'error',
    absWorkingDir: root,
  })
}
