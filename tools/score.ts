import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join, resolve } from 'node:path'
import { readDocument } from '../src/reading/read.ts'
import { readingJson } from '../src/reading/json.ts'

/** Marks of reading on the real documents that are at hand: `npm run score [-- --json] [--record]`. */
const ROOT = resolve(import.meta.dirname, '..')
const FOLDER = resolve(ROOT, process.env['COTMOC_DOCUMENTS'] ?? '../shared')
const RECORD = join(ROOT, 'docs', 'scores.json')
const MARKS = ['recall', 'precision', 'exact', 'name'] as const

interface Row {
  readonly document: string
  readonly recall: number
  readonly precision: number
  readonly exact: number
  readonly name: number
  readonly faults: readonly string[]
}

const say = (line: string) => process.stdout.write(`${line}\n`)
const json = process.argv.includes('--json')

const scorer = join(FOLDER, 'score', 'score-reading.mjs')
if (!existsSync(scorer)) {
  say(json ? '[]' : `No documents at ${FOLDER}: nothing to score. Name their folder in COTMOC_DOCUMENTS.`)
  process.exit(0)
}

const pairs = [
  [join(FOLDER, 'seed', 'targets.gold.json'), join(FOLDER, 'seed', 'lang-son-resolution-xvii.md')],
  ...readdirSync(join(FOLDER, 'practice'))
    .filter(name => name.endsWith('.gold.json'))
    .sort()
    .map(name => [join(FOLDER, 'practice', name), join(FOLDER, 'practice', name.replace('.gold.json', '.txt'))]),
] as [string, string][]

const work = mkdtempSync(join(tmpdir(), 'cotmoc-score-'))
process.on('exit', () => rmSync(work, { recursive: true, force: true }))
const args: string[] = []
const wrong: string[] = []
for (const [gold, document] of pairs) {
  const { value, messages } = await readDocument({ name: basename(document), bytes: readFileSync(document) })
  if (!value) throw new Error(`${document} was not read: ${messages.map(m => m.rule).join(', ')}`)
  const out = join(work, `${basename(document)}.json`)
  writeFileSync(out, JSON.stringify(readingJson(value)))
  args.push(gold, out)
  for (const claim of value.claims)
    if (claim.verdict === 'wrong') wrong.push(`${basename(document)}: ${claim.kind} ${claim.stated.join(' | ')}`)
}

const rows = JSON.parse(execFileSync(process.execPath, [scorer, '--json', ...args], { encoding: 'utf8' })) as Row[]
const best = existsSync(RECORD)
  ? (JSON.parse(readFileSync(RECORD, 'utf8')) as Partial<Record<string, Record<string, number>>>)
  : {}
const worse = rows.flatMap(row =>
  MARKS.filter(mark => row[mark] < (best[row.document]?.[mark] ?? 0) - 1e-9).map(
    mark => `${row.document}: ${mark} ${row[mark]} is below ${best[row.document]?.[mark]}`,
  ),
)

if (json) say(JSON.stringify(rows))
else {
  const percent = (x: number) => `${(100 * x).toFixed(1)}%`.padStart(7)
  for (const row of rows)
    say(
      `${row.document.padEnd(42)} ${MARKS.map(mark => `${mark} ${percent(row[mark])}`).join('  ')}${row.faults.length > 0 ? `  FAULTS ${row.faults.join('; ')}` : ''}`,
    )
  say('')
  say(`relations of the documents that are wrong: ${wrong.length}`)
  for (const line of wrong) say(`  ${line}`)
}
if (process.argv.includes('--record')) {
  const raised = Object.fromEntries(
    rows.map(row => [
      row.document,
      Object.fromEntries(MARKS.map(mark => [mark, Math.max(row[mark], best[row.document]?.[mark] ?? 0)])),
    ]),
  )
  writeFileSync(RECORD, `${JSON.stringify(raised, null, 2)}\n`)
}
for (const line of worse) process.stderr.write(`${line}\n`)
process.exit(worse.length > 0 ? 1 : 0)
