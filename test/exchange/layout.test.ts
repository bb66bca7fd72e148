import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { answerOf } from './known.ts'
import { numberCell, textCell, type Merge, type Sheet } from '../../src/exchange/sheet.ts'

const FOLDER = join(import.meta.dirname, 'sheets')
/** A sheet as it is drawn: cells between bars, "<" and "^" for a cell merged to the left or upward, "#" for a number. */
function drawn(name: string, text: string): Sheet {
  const cells = text
    .replace(/\n$/, '')
    .split('\n')
    .map(line => (line === '' ? [] : line.split('|')))
  const merges: Merge[] = []
  cells.forEach((row, r) =>
    row.forEach((cell, c) => {
      if (cell === '<' || cell === '^') return
      let [endRow, endCol] = [r, c]
      while (row[endCol + 1] === '<') endCol += 1
      while (cells[endRow + 1]?.[c] === '^') endRow += 1
      if (endRow > r || endCol > c) merges.push({ startRow: r, startCol: c, endRow, endCol })
    }),
  )
  const cellOf = (cell: string) => {
    if (cell === '<' || cell === '^') return textCell('')
    const number = /^#(-?[\d.]+)(%?)$/.exec(cell)
    if (!number) return textCell(cell)
    const value = Number(number[1])
    return number[2] === '%' ? numberCell(value / 100, '0.0%') : numberCell(value, undefined)
  }
  return { name, rows: cells.map(row => row.map(cellOf)), merges }
}

const cases = readdirSync(FOLDER).filter(name => name.endsWith('.txt') && !name.endsWith('.answer.txt'))

describe('forms of offices', () => {
  test.each(cases)('%s', name => {
    const file = join(FOLDER, name.replace('.txt', '.answer.txt'))
    const found = answerOf(drawn(name.replace('.txt', ''), readFileSync(join(FOLDER, name), 'utf8')))
    if (process.env['COTMOC_ANSWERS'] === 'write' && !existsSync(file)) writeFileSync(file, found)
    expect(found).toBe(readFileSync(file, 'utf8'))
  })
})
