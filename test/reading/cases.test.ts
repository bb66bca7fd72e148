import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { decimalText } from '../../src/measure/decimal.ts'
import { readDocument } from '../../src/reading/read.ts'
import type { Reading } from '../../src/reading/result.ts'

const FOLDER = join(import.meta.dirname, 'cases')
const documents = readdirSync(FOLDER).filter(
  name => /\.(?:txt|md|html)$/.test(name) && !name.endsWith('.answer.txt') && name !== 'README.md',
)

async function readingOf(name: string): Promise<Reading> {
  const { value, messages } = await readDocument({ name, bytes: readFileSync(join(FOLDER, name)) })
  if (!value) throw new Error(messages.map(message => message.rule).join())
  return value
}

/** What was read, in lines that an expert can check. */
function answer(reading: Reading): string {
  const lines = [`title: ${reading.title}`, `term: ${reading.term ? `${reading.term.from} - ${reading.term.to}` : '-'}`]
  for (const target of reading.targets) {
    lines.push(
      '',
      `${target.scope} · ${target.group ?? '-'} · ${target.number ?? '-'} · ${target.text.replace(/\s+/g, ' ').trim()}`,
    )
    for (const m of target.measures) {
      const bound = `${m.bound.kind} ${m.bound.low ? decimalText(m.bound.low) : ''}..${m.bound.high ? decimalText(m.bound.high) : ''}`
      const when = m.when ? (m.when.from === m.when.to ? String(m.when.to) : `${m.when.from}-${m.when.to}`) : '-'
      const change = [
        m.direction,
        m.change,
        m.basis,
        m.base && `from ${m.base.year}`,
        m.mean,
        m.part && 'part',
        m.indicators > 1 && `of ${m.indicators}`,
      ]
        .filter(Boolean)
        .join(' ')
      lines.push(`    ${m.name} | ${m.shape} ${when} | ${bound} | ${m.unit} | ${change}`)
    }
  }
  for (const claim of reading.claims.filter(each => each.verdict === 'wrong'))
    lines.push('', `wrong ${claim.kind}: ${claim.stated.join(' | ')}`)
  return `${lines.join('\n')}\n`
}

test('there are at least thirty documents', () => {
  expect(documents.length).toBeGreaterThanOrEqual(30)
})

describe('what a reader takes', () => {
  test.each(documents)('%s', async name => {
    const path = join(FOLDER, name.replace(/\.\w+$/, '.answer.txt'))
    const got = answer(await readingOf(name))
    if (process.env['UPDATE'] === '1' || !existsSync(path)) writeFileSync(path, got)
    expect(got).toBe(readFileSync(path, 'utf8'))
  })
})

describe('what holds of every reading', () => {
  test.each(documents)('%s: every place leads to its words', async name => {
    const { text, targets, figures, tasks, sections } = await readingOf(name)
    for (const target of targets) {
      expect(text.slice(target.start, target.end)).toBe(target.text)
      expect(target.text.length).toBeLessThan(2000)
      for (const measure of target.measures) {
        expect(measure.start).toBeGreaterThanOrEqual(target.start)
        expect(measure.end).toBeLessThanOrEqual(target.end)
        expect(measure.end).toBeGreaterThan(measure.start)
      }
    }
    for (const task of tasks) expect(text.slice(task.start, task.end)).toBe(task.text)
    for (const section of sections) expect(section.end).toBeGreaterThan(section.start)
    figures.forEach((figure, i) => {
      expect(figure.start).toBeGreaterThanOrEqual(figures[i - 1]?.end ?? 0)
      expect(text.slice(figure.start, figure.end)).toMatch(/\d/)
    })
    const covered = figures.reduce(
      (n, figure) => n + (text.slice(figure.start, figure.end).match(/\d/g)?.length ?? 0),
      0,
    )
    // The attributes of a table's tags are nothing that a person reads, and a page's number is no word of the text.
    const words = text.replace(/<\/?[a-z][^>]*>/gi, '').replace(/--- PAGE BREAK ---\s*\d+\s/g, '')
    expect(covered).toBe(words.match(/\d/g)?.length ?? 0)
  })
})
