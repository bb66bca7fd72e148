import { afterAll, beforeAll, expect, test } from 'vitest'
import { plainWords } from '../../src/api/draft/plain-words.ts'
import { readDocument } from '../../src/reading/read.ts'
import type { Reading } from '../../src/reading/result.ts'
import { runsOf } from '../../src/web/document/marks.ts'
import { piecesOf, placeFinder } from '../../src/web/document/sections.ts'
import { RESOLUTION, fileForm, loaded, openSite, type Site } from './site.ts'

/** A resolution of about 140 kB: many sections of prose around the short one's targets. */
const LONG = `${RESOLUTION}\n${Array.from(
  { length: 60 },
  (_, i) =>
    `## ${i + 3}. Nhiệm vụ thứ ${i + 3}\n\n${Array.from({ length: 6 }, (__, j) => `${j + 1}) Đầu tư ${100 + i} tỷ đồng cho ${j + 2} công trình thủy lợi, bảo đảm nước tưới cho ${1200 + i * j} ha lúa và hoa màu; huy động sự đóng góp của doanh nghiệp, hợp tác xã và nhân dân theo quy định của pháp luật, bảo đảm công khai, minh bạch, đúng mục đích, tiết kiệm và hiệu quả trong suốt quá trình thực hiện.`).join('\n\n')}`,
).join('\n\n')}`

async function read(text: string): Promise<Reading> {
  const { value } = await readDocument({ name: 'a.md', bytes: new TextEncoder().encode(text) })
  if (!value) throw new Error('not read')
  return value
}

let site: Site
beforeAll(async () => {
  site = await openSite({ empty: true })
})
afterAll(async () => {
  expect(site.faults).toEqual([])
  await site.close()
})

test('the pieces of a document lie one after the other and leave nothing out', async () => {
  for (const text of [RESOLUTION, LONG, 'Một dòng không có mục nào.']) {
    const reading = await read(text)
    const pieces = piecesOf(reading)
    expect(pieces.every((piece, i) => piece.start < piece.end && piece.start >= (pieces[i - 1]?.end ?? 0))).toBe(true)
    const covered = pieces.map(piece => reading.text.slice(piece.start, piece.end)).join('')
    expect(covered.replace(/\s/g, '')).toBe(pieces.length === 0 ? '' : reading.text.replace(/\s/g, ''))
    const at = placeFinder(reading)
    for (const target of reading.targets) {
      const piece = pieces.find(p => p.id === at(target.start))
      expect(piece && piece.start <= target.start && target.start < piece.end).toBe(true)
    }
  }
})

test('the runs of a piece are its words, in order, with every target and anchor once', async () => {
  const reading = await read(LONG)
  const seen: string[] = []
  for (const piece of piecesOf(reading)) {
    const runs = runsOf(reading, piece)
    expect(runs.map(run => reading.text.slice(run.start, run.end)).join('')).toBe(
      reading.text.slice(piece.start, piece.end),
    )
    for (const { target, figure, start, end } of runs) {
      if (target) expect(start >= target.start && end <= target.end).toBe(true)
      if (figure) expect(start >= figure.start && end <= figure.end).toBe(true)
    }
    seen.push(...runs.flatMap(run => run.anchors))
  }
  expect(new Set(seen).size).toBe(seen.length)
  expect(reading.targets.filter(target => !seen.includes(target.id))).toEqual([])
})

test('a long document stays light: every page of it under 60 kB, and all of it can be reached', async () => {
  expect(Buffer.byteLength(LONG)).toBeGreaterThan(120_000)
  await loaded(site, fileForm('dai.md', LONG))
  const path = /\/documents\/[0-9a-f]+/.exec(await site.text('/documents'))?.[0] ?? ''
  const reading = await read(LONG)
  for (const piece of piecesOf(reading)) {
    const response = await site.get(`${path}?section=${piece.id}`, { 'accept-encoding': 'br' })
    expect([piece.id, response.status]).toEqual([piece.id, 200])
    expect((await response.arrayBuffer()).byteLength).toBeLessThan(60_000)
  }
  expect((await site.get(`${path}?section=nowhere`)).status).toBe(404)
})

test('the marks of a file’s format are not shown as words', () => {
  expect(plainWords('## **II. MỤC TIÊU**')).toBe('II. MỤC TIÊU')
  expect(plainWords('giảm $\\geq 5\\%$ mỗi năm')).toBe('giảm ≥ 5% mỗi năm')
  expect(plainWords('2\\. Tổng 3\\*4')).toBe('2. Tổng 3*4')
  expect(plainWords('a\n\n\n\nb')).toBe('a\n\nb')
})
