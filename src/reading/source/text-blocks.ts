import type { Block, Cell } from '../document.ts'
import { PAGE_END, PAGE_NUMBER } from '../words/page-end.ts'
import { tagRows, tagTableAt } from './tag-tables.ts'

interface RawLine {
  readonly start: number
  readonly end: number
  readonly text: string
}

const HEADING = /^\s{0,3}(#{1,6})\s+\S/
const ROW = /^\s*\|.*\|\s*$/
const DELIMITER = /^\s*\|?(?:\s*:?-{2,}:?\s*\|)+\s*:?-*:?\s*\|?\s*$/
const BULLET = /^(\s*)([-+*•●▪–])\s+\S/
const NUMBERED =
  /^\s*(?:\(?\d{1,3}\)|\d{1,3}(?:\.\d{1,2})*\s?[.)-]?|\(?[a-zđ]\s?\)|[IVX]{1,5}\s?[.-]|[A-ZĐ]\s?[.)-]|(?:Phần|PHẦN|Chương|CHƯƠNG|Mục|MỤC|Điều|ĐIỀU|Phụ lục|PHỤ LỤC)\s\S+)\s+\S/u
const FOOTNOTE = /^\s*(?:<sup>\s*(\d{1,3})\s*<\/sup>|\[\^([^\]\s]{1,20})\]:)/
const RULE = /^\s*(?:-{3,}|\*{3,}|_{3,}|={3,})\s*$/

/**
 * The blocks of Markdown and of plain text, which is often Markdown in part. The text itself stays as it is, so places
 * are the file's own. Lines of one sentence are one paragraph over any number of line ends; a blank line ends it.
 */
export function textBlocks(text: string): Block[] {
  const lines = linesOf(text)
  const blocks: Block[] = []
  let table = 0
  let i = 0
  while (i < lines.length) {
    const line = lines[i]
    if (!line || line.text.trim() === '' || /^\s*\|\s*$/.test(line.text) || RULE.test(line.text)) {
      i += 1
      continue
    }
    if (PAGE_END.test(line.text)) {
      i = behindPageEnd(lines, i)
      continue
    }
    const tagged = tagTableAt(text, line.start, line.end)
    if (tagged) {
      table += 1
      if (/\p{L}{3}/u.test(text.slice(line.start, tagged.start).replace(/<[^>]*>/g, '')))
        blocks.push({ kind: 'paragraph', start: line.start, end: tagged.start })
      blocks.push(...tagRows(text, tagged, table))
      while (i < lines.length && (lines[i]?.end ?? 0) < tagged.end) i += 1
      const end = lines[i]?.end ?? tagged.end
      if (/\p{L}{3}/u.test(text.slice(tagged.end, end).replace(/<[^>]*>/g, '')))
        blocks.push({ kind: 'paragraph', start: tagged.end, end })
      i += 1
      continue
    }
    const heading = HEADING.exec(line.text)
    if (heading) {
      blocks.push({ kind: 'heading', level: heading[1]?.length ?? 1, start: line.start, end: line.end })
      i += 1
      continue
    }
    const rows = tableAt(lines, i)
    if (rows > 0) {
      table += 1
      blocks.push(...pipeRows(lines.slice(i, i + rows), table))
      i += rows
      continue
    }
    const columns = columnsAt(lines, i)
    if (columns > 0) {
      table += 1
      blocks.push(...spacedRows(lines.slice(i, i + columns), table))
      i += columns
      continue
    }
    let last = i
    while (last + 1 < lines.length && carriesOn(lines[last + 1]?.text ?? '', lines, last + 1)) last += 1
    const end = lines[last]?.end ?? line.end
    const note = FOOTNOTE.exec(line.text)
    const bullet = BULLET.exec(line.text)
    if (note) blocks.push({ kind: 'footnote', mark: note[1] ?? note[2] ?? '', start: line.start, end })
    else if (bullet)
      blocks.push({
        kind: 'item',
        depth: Math.floor((bullet[1]?.length ?? 0) / 2),
        marker: bullet[2] ?? '-',
        start: line.start,
        end,
      })
    else blocks.push({ kind: 'paragraph', start: line.start, end })
    i = last + 1
  }
  return blocks
}

function linesOf(text: string): RawLine[] {
  const lines: RawLine[] = []
  for (let start = 0; start <= text.length;) {
    const stop = text.indexOf('\n', start)
    const end = stop < 0 ? text.length : stop
    lines.push({ start, end, text: text.slice(start, end) })
    start = end + 1
  }
  return lines
}

/** The line behind a page's end and the number that the next page carries. */
function behindPageEnd(lines: readonly RawLine[], at: number): number {
  let next = at + 1
  while (next < lines.length && lines[next]?.text.trim() === '') next += 1
  return PAGE_NUMBER.test(lines[next]?.text ?? '') ? next + 1 : at + 1
}

/** A line that goes on with the paragraph before it: not blank, not the beginning of anything else. */
function carriesOn(next: string, lines: readonly RawLine[], at: number): boolean {
  if (/<table[\s>]/i.test(next)) return false
  if (next.trim() === '' || HEADING.test(next) || FOOTNOTE.test(next) || RULE.test(next) || PAGE_END.test(next))
    return false
  if (BULLET.test(next) && !isBrokenAtDash(lines[at - 1]?.text ?? '', next)) return false
  if (/^\s*\|/.test(next) && (ROW.test(next) || /^\s*\|\s*$/.test(next))) return false
  if (NUMBERED.test(next) && /[.:;!?)\]*]\s*$/.test(lines[at - 1]?.text ?? '')) return false
  return columnsAt(lines, at) === 0
}

/** A long line broken in front of a dash that is no list's: "nhiệm kỳ 2015" / "- 2020", "kinh tế" / "- xã hội". */
function isBrokenAtDash(before: string, next: string): boolean {
  if (/\d\s*$/.test(before) && /^\s*[-–]\s*\d{4}(?!\d)/.test(next)) return true
  return before.length >= 50 && !BULLET.test(before) && /\p{Ll}\s*$/u.test(before) && /^\s*[-–]\s+\p{Ll}/u.test(next)
}

/** How many lines from `at` on are rows between pipes. One row alone is a table only with its delimiter. */
function tableAt(lines: readonly RawLine[], at: number): number {
  let n = 0
  while (ROW.test(lines[at + n]?.text ?? '') && (lines[at + n]?.text.trim().length ?? 0) > 2) n += 1
  return n >= 2 ? n : 0
}

function pipeRows(lines: readonly RawLine[], table: number): Block[] {
  const delimiter = lines.findIndex(line => DELIMITER.test(line.text))
  return lines.flatMap((line, i) =>
    DELIMITER.test(line.text)
      ? []
      : [row(line, table, delimiter > 0 ? i < delimiter : i === 0, cellsBetween(line, '|'))],
  )
}

const row = ({ start, end }: RawLine, table: number, header: boolean, cells: Cell[]): Block => ({
  kind: 'row',
  table,
  header,
  cells,
  start,
  end,
})

function cellsBetween({ start, text }: RawLine, mark: string): Cell[] {
  const cells: Cell[] = []
  for (let from = text.indexOf(mark) + 1; from > 0 && from < text.length;) {
    const to = text.indexOf(mark, from)
    if (to < 0) break
    cells.push({ start: start + from, end: start + to, columns: 1, rows: 1 })
    from = to + 1
  }
  return cells
}

/** Columns set by tabs, or by runs of spaces: at least three lines that agree on how many there are. */
function columnsAt(lines: readonly RawLine[], at: number): number {
  const first = pieces(lines[at]?.text ?? '').length
  if (first < 3) return 0
  let n = 1
  while (pieces(lines[at + n]?.text ?? '').length >= Math.max(3, first - 1)) n += 1
  return n >= 3 ? n : 0
}

const GAP = /\t+| {3,}/g

function pieces(text: string): { from: number; to: number }[] {
  const found: { from: number; to: number }[] = []
  let from = 0
  for (const gap of text.matchAll(GAP)) {
    if (gap.index > from) found.push({ from, to: gap.index })
    from = gap.index + gap[0].length
  }
  if (from < text.trimEnd().length) found.push({ from, to: text.length })
  return found
}

function spacedRows(lines: readonly RawLine[], table: number): Block[] {
  return lines.map((line, i) =>
    row(
      line,
      table,
      i === 0,
      // A tab sets a column even where its cell is empty.
      line.text.includes('\t')
        ? tabCells(line)
        : pieces(line.text).map(({ from, to }) => ({
            start: line.start + from,
            end: line.start + to,
            columns: 1,
            rows: 1,
          })),
    ),
  )
}

function tabCells({ start, text }: RawLine): Cell[] {
  const cells: Cell[] = []
  let from = 0
  for (let at = text.indexOf('\t'); ; at = text.indexOf('\t', from)) {
    const to = at < 0 ? text.length : at
    cells.push({ start: start + from, end: start + to, columns: 1, rows: 1 })
    if (at < 0) return cells
    from = to + 1
  }
}
