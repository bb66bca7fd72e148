import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { openDocument } from '../src/reading/source/open.ts'
import { readSource } from '../src/reading/read-document.ts'
import { inTurn, missing, type Bench, type Row } from './bench.ts'

const SEED = join(
  resolve(import.meta.dirname, '..', process.env['COTMOC_DOCUMENTS'] ?? '../shared'),
  'seed',
  'lang-son-resolution-xvii.md',
)

async function documentOf(times: number) {
  const text = readFileSync(SEED, 'utf8')
  const { value } = await openDocument({
    name: 'seed.md',
    bytes: new TextEncoder().encode(Array.from({ length: times }, () => text).join('\n\n')),
  })
  if (!value) throw new Error('the document was not opened')
  return value
}

/** The seed read and checked, against Unicode's own word segmentation of the same text, which understands nothing of it. */
export const readSeed: Bench = {
  name: 'read-seed',
  async run() {
    if (!existsSync(SEED)) return missing(this.name, 'Intl.Segmenter, words', 'no documents at hand (COTMOC_DOCUMENTS)')
    const document = await documentOf(1)
    const words = new Intl.Segmenter('vi', { granularity: 'word' })
    return inTurn(
      this.name,
      15,
      () => readSource({ ...document }),
      'Intl.Segmenter, words',
      () => document.text.split('\n').reduce((n, line) => n + Array.from(words.segment(line)).length, 0),
    )
  },
}

/** A hundred times as long, against a hundred times the time of one: 1 is linear, less is worse. Memory in the unit. */
export const readScale: Bench = {
  name: 'read-scale',
  async run(): Promise<Row> {
    if (!existsSync(SEED))
      return missing(this.name, 'linear growth from one', 'no documents at hand (COTMOC_DOCUMENTS)')
    const one = await documentOf(1)
    const times = Array.from({ length: 9 }, () => {
      const started = performance.now()
      readSource({ ...one })
      return performance.now() - started
    }).sort((a, b) => a - b)
    const long = await documentOf(100)
    globalThis.gc?.()
    const started = performance.now()
    const reading = readSource(long)
    const value = performance.now() - started
    const memory = Math.round(process.memoryUsage().rss / 1048576)
    const linear = (times[4] ?? 0) * 100
    return {
      name: this.name,
      value,
      unit: `ms (${memory} MB resident, ${reading.targets.length} targets)`,
      against: 'linear growth from one',
      againstValue: linear,
      ratio: linear / value,
      runs: 1,
      spread: null,
    }
  },
}
