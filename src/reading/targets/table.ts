import { approximate } from '../../measure/decimal.ts'
import type { Cell } from '../document.ts'
import type { ReadMeasure, Span, YearSpan } from '../result.ts'
import { scanNumbers } from '../numbers/scan.ts'
import { unitAfter, type UnitAfter } from '../numbers/unit-after.ts'
import type { Context } from '../tree/context.ts'
import type { Line } from '../tree/lines.ts'
import { viewOf, type View } from '../words/view.ts'
import { WHOLE_TERM } from '../words/years.ts'
import { columnOf, type Column } from './columns.ts'
import { directionOf } from './direction.ts'
import { isSelfStanding } from './name.ts'
import type { Times } from './clause.ts'
import { rateBaseOf } from './measure-unit.ts'
import { quantitiesOf } from './quantity.ts'
import { shapeOf } from './shape.ts'

/** A table's row that promises something. */
export interface RowDraft extends Span {
  readonly number: string | null
  readonly group: string | null
  readonly name: string
  readonly measures: readonly ReadMeasure[]
}

/** What a row hands down to the rows below it. */
export interface RowName {
  readonly number: string
  readonly depth: number
  readonly name: string
  readonly unit: string
}

interface RowCell extends Cell {
  readonly view: View
  readonly column: number
}

/** The rows of one table, in order; `named` holds the numbered rows of the whole document (1.2 belongs to 1 wherever it stands). */
export function tableDrafts(
  text: string,
  lines: readonly Line[],
  context: Context,
  times: Times,
  named: ReadonlyMap<string, RowName>,
): RowDraft[] {
  const rows = lines.map(line => cellsOf(text, line))
  const heads = headRows(lines, rows)
  const columns = columnsOf(rows.slice(0, heads), times)
  if (!columns.some(column => column.kind === 'target')) return []
  const drafts: RowDraft[] = []
  let above: readonly RowName[] = []
  let group: string | null = context.group
  let ditto = ''
  rows.slice(heads).forEach((row, i) => {
    const line = lines[heads + i]
    const read = readRow(row, columns)
    if (!line || read.name === '') return
    const valued = row.some(
      cell =>
        columns[cell.column]?.kind === 'target' &&
        scanNumbers(cell.view).some(token => token.kind === 'number' || token.kind === 'range'),
    )
    if (!valued && isGroupRow(read.number, read.name, row)) {
      group = read.name
      above = []
      return
    }
    const unitCell = /^(?:nt|"|″|''|-nt-|-|—|như trên)$/i.test(read.unit) ? ditto : read.unit
    if (read.unit !== '') ditto = unitCell
    const depth = depthOf(read.number, read.rawName)
    above = above.filter(name => name.depth < depth)
    const parent = above.at(-1) ?? parentByNumber(read.number, named)
    const own = cleanRowName(read.rawName)
    const name =
      parent && (depth > 1 || parent.number !== '') && (!isSelfStanding(own) || isBareGrowth(own))
        ? `${parent.name}: ${own.replace(/^trong đó:?\s*[-+]?\s*/i, '')}`
        : own
    const unit = unitCell === '' ? (bracketUnit(read.rawName) ?? '') : unitCell
    above = [...above, { number: read.number, depth, name, unit }]
    const measures = measuresOfRow(row, columns, name, own, unit || (parent?.unit ?? ''), times, parent)
    drafts.push({
      start: line.start,
      end: line.end,
      number: /[\dIVXa-z]/i.test(read.number) ? read.number : null,
      group,
      name,
      measures,
    })
  })
  return drafts
}

/** The names of all numbered rows of a table, for rows of other tables that belong to them. */
export function numberedRows(text: string, lines: readonly Line[], times: Times): RowName[] {
  const rows = lines.map(line => cellsOf(text, line))
  const heads = headRows(lines, rows)
  const columns = columnsOf(rows.slice(0, heads), times)
  return rows.slice(heads).flatMap(row => {
    const { number, rawName, unit } = readRow(row, columns)
    return /^\d+(?:\.\d+)*$/.test(number) && rawName !== ''
      ? [{ number, depth: number.split('.').length, name: cleanRowName(rawName), unit }]
      : []
  })
}

function cellsOf(text: string, line: Line): RowCell[] {
  if (line.block.kind !== 'row') return []
  let column = 0
  return line.block.cells.map(cell => {
    const placed = { ...cell, view: viewOf(text, cell.start, cell.end), column }
    column += Math.max(1, cell.columns)
    return placed
  })
}

/** Rows marked as heads; where none is, the rows before the first that holds a figure beside words. */
function headRows(lines: readonly Line[], rows: readonly RowCell[][]): number {
  const marked = lines.filter(line => line.block.kind === 'row' && line.block.header).length
  let heads = Math.max(marked, 1)
  // A second head row under merged cells: years or units only, and no name.
  for (const row of rows.slice(heads, heads + 2)) {
    const texts = row.map(cell => cell.view.text.trim())
    const looksLikeHead =
      texts.filter(Boolean).length > 0 &&
      texts.every(
        t =>
          t === '' ||
          /^(?:năm )?(?:19|20)\d{2}(?:\s?-\s?(?:19|20)\d{2})?$/i.test(t) ||
          /^\(?\d\)?$|^[A-E]$/.test(t) ||
          /^(?:năm|bq|bình quân|tốc độ|đến năm|giai đoạn|gđ|trong đó|tổng số|cả năm|đvt|đơn vị)[^\d%]{0,40}(?:\d{4}(?:\s?-\s?\d{4})?)?(?: ?\(%\))?$/i.test(
            t,
          ) ||
          /^(?:kế hoạch|thực hiện|ước|mục tiêu|kh|th)(?: |$)/i.test(t),
      )
    if (!looksLikeHead) break
    heads += 1
  }
  return Math.min(heads, rows.length)
}

function columnsOf(heads: readonly RowCell[][], times: Times): Column[] {
  const width = Math.max(0, ...heads.map(row => row.reduce((n, cell) => Math.max(n, cell.column + cell.columns), 0)))
  const columns = Array.from({ length: width }, (_, i) => {
    const words = heads
      .flatMap((row, k) => headWords(row, heads[k + 1], i))
      .filter(text => !/^\(?\d{1,2}\)?$|^[A-E]$/.test(text))
    return columnOf([...new Set(words)], times)
  })
  if (!columns.some(column => column.kind === 'name')) {
    const first = columns.findIndex(column => column.kind === 'other')
    if (first >= 0) columns[first] = { kind: 'name' }
  }
  return columns
}

/** The words of one head row above a column; an empty cell over a filled one belongs to the merged cell on its left. */
function headWords(row: readonly RowCell[], below: readonly RowCell[] | undefined, column: number): string[] {
  const over = (cell: RowCell) => cell.column <= column && column < cell.column + Math.max(1, cell.columns)
  const own = row.filter(over)
  const merged =
    own.every(cell => cell.view.text === '') && (below?.some(cell => over(cell) && cell.view.text !== '') ?? false)
  const left = merged ? row.findLast(cell => cell.column < column && cell.view.text !== '') : undefined
  return left ? [left.view.text] : own.map(cell => cell.view.text)
}

function readRow(
  row: readonly RowCell[],
  columns: readonly Column[],
): { number: string; name: string; rawName: string; unit: string } {
  const of = (kind: Column['kind']) => row.find(cell => columns[cell.column]?.kind === kind)?.view.text.trim() ?? ''
  const rawName = of('name')
  return { number: of('number').replace(/[.)]$/, ''), name: cleanRowName(rawName), rawName, unit: of('unit') }
}

const cleanRowName = (raw: string) => {
  const name = raw
    .replace(/^[\s+•*–-]+/u, '')
    .replace(/\s*\((?:%|[^()\d]{1,24})\)\s*$/u, found => (bracketUnit(found) ? '' : found))
    .trim()
  const shorter = name.replace(/[\s,]+(?:đến|tới|vào)(?: hết| cuối)?(?: năm)? \d{4}$/iu, '').trim()
  return shorter.charAt(0).toUpperCase() + shorter.slice(1)
}

const UNITS =
  /^(?:%|‰|usd|nghìn|ngàn|triệu|tỷ|tỉ|đồng|vnđ|ha|km|m2|m²|m3|kg|tấn|tạ|lượt|người|hộ|xã|dn|giường|bác s|trường|doanh|sản phẩm|dự án|điểm|lần|kwh|mw|thuê bao|lao động|đảng viên|htx|hợp tác|\d)/i

/** A unit that a name carries in brackets: "GRDP bình quân đầu người (USD)". */
export function bracketUnit(name: string): string | null {
  const found = [...name.matchAll(/\(([^()]{1,28})\)/g)]
    .map(m => (m[1] ?? '').replace(/^(?:đvt|đơn vị(?: tính)?)\s*:\s*/i, '').trim())
    .find(words => UNITS.test(words))
  return found ?? null
}

function isGroupRow(number: string, name: string, row: readonly RowCell[]): boolean {
  const filled = row.filter(cell => cell.view.text.trim() !== '' && !/^[-—–]$/.test(cell.view.text.trim())).length
  if (/^[IVX]+$|^[A-Z]$/.test(number) && filled <= 2) return true
  return filled <= 2 && (/chỉ tiêu|lĩnh vực|nhóm|^về /i.test(name) || name === name.toUpperCase())
}

/** 1 for a row of its own; deeper for 1.2, 7a, "- …", "+ …", "++ …", "Trong đó …". */
function depthOf(number: string, rawName: string): number {
  const marks = /^\s*([+–—•*-]+)/u.exec(rawName)?.[1] ?? ''
  const dots = /^\d+(?:\.\d+)*/.exec(number)?.[0].split('.').length ?? 0
  const suffix = /^\d+[a-z]$/.test(number) ? 1 : 0
  if (dots > 0) return dots + suffix
  if (/^\++$/.test(marks)) return 3 + marks.length
  if (marks) return 3
  if (/^trong đó/i.test(rawName.trim())) return 3
  if (/^[-—–]$/.test(number)) return 3
  return number === '' ? 2 : 1
}

function parentByNumber(number: string, named: ReadonlyMap<string, RowName>): RowName | null {
  const dotted = /^(\d+(?:\.\d+)*)\.\d+$/.exec(number)?.[1]
  const lettered = /^(\d+)[a-z]$/.exec(number)?.[1]
  return named.get(dotted ?? lettered ?? '') ?? null
}

function measuresOfRow(
  row: readonly RowCell[],
  columns: readonly Column[],
  name: string,
  own: string,
  rowUnit: string,
  times: Times,
  parent: RowName | null,
): ReadMeasure[] {
  return row.flatMap(cell => {
    const column = columns[cell.column]
    if (column?.kind !== 'target') return []
    const quantity = quantitiesOf(cell.view, scanNumbers(cell.view))[0]
    if (!quantity) return []
    // The whole of a composition is no promise.
    if (
      /^cơ cấu/i.test(own) &&
      quantity.token.high === null &&
      quantity.token.low &&
      approximate(quantity.token.low) === 100
    )
      return []
    const printed = quantity.unit.kind === 'none' ? '' : quantity.unit.unit
    const rate = column.mean && column.unit === '%' ? '%' : ''
    const unit = [printed, rate, rowUnit, column.unit ?? ''].find(words => words !== '') ?? defaultUnit(name)
    const asUnit: UnitAfter = unitAfter(viewOf(` ${unit}`), 0)
    const grows = column.mean && asUnit.kind === 'percent' && !/^%|^‰/.test(rowUnit) && rowUnit !== ''
    const measured = grows ? `tốc độ tăng ${name}` : growthOf(name, parent)
    const running = runningSpan(column, columns, times, measured, unit)
    const span = running ?? column.years ?? times.years ?? times.term
    const dueInName = /(?:đến|tới|vào)(?: hết| cuối)?(?: năm)? (\d{4})/.exec(viewOf(own).low)
    const time = running ? 'span' : dueInName ? 'point' : column.time
    const low = viewOf(name).low
    const typed = shapeOf({
      before: column.mean && !WHOLE_TERM.test(low) ? `${low} bình quân ` : `${low} `,
      name: measured,
      after: cell.view.low.slice(quantity.to),
      unit: asUnit.kind === 'none' ? quantity.unit : asUnit,
      time,
      due: column.time === 'point',
      long: false,
      single: span !== null && span.to === span.from,
      until: false,
      below: quantity.bound.bound.kind === 'lessThan',
      ownYears: time === 'span' || (column.years !== null && !dueInName),
    })
    const bound = quantity.bound.bound
    const part = /cơ cấu/i.test(name) && asUnit.kind === 'percent'
    const spans = typed.shape !== 'level' && typed.shape !== 'growth' && typed.shape !== 'milestone'
    const measure: ReadMeasure = {
      ...cell.view.span(quantity.from, quantity.to),
      name,
      shape: typed.shape,
      when: span ? (spans ? span : { from: span.to, to: span.to }) : null,
      bound,
      unit: withRate(expanded(unit), own),
      direction: directionOf(name, bound.kind, typed.change, part),
      change: typed.change,
      basis: typed.basis,
      base: null,
      indicators: 1,
      mean: typed.mean,
      part,
    }
    return [measure]
  })
}

/**
 * A mean growth "đến năm 2030" runs over the years since the column before it ("Hiện trạng năm 2020", "Đến năm 2025"), or
 * over the plan's; null where the column's own years hold.
 */
function runningSpan(
  column: Column & { kind: 'target' },
  columns: readonly Column[],
  { term }: Times,
  name: string,
  unit: string,
): YearSpan | null {
  const mean =
    /tốc độ|tăng trưởng|^(?:mức |tỷ lệ )?(?:tăng|giảm) /i.test(name) &&
    (/bình quân/i.test(name) || /\/\s?năm$/.test(unit))
  const { years } = column
  if (!column.due || !mean || !years) return null
  const earlier = columns.flatMap(each =>
    (each.kind === 'past' || (each.kind === 'target' && each.due)) && each.years && each.years.to < years.to
      ? [each.years.to + 1]
      : [],
  )
  const from = earlier.length > 0 ? Math.max(...earlier) : term?.from
  return from !== undefined && from < years.to ? { from, to: years.to } : null
}

/** "Tốc độ tăng trưởng" in a row of its own speaks of the row above. */
const isBareGrowth = (name: string) =>
  /^(?:tốc độ|nhịp độ|tỷ lệ|mức) (?:tăng|phát triển)(?: trưởng)?(?: bình quân(?: năm| hằng năm| hàng năm)?)?$/i.test(
    name,
  )

/** A sub-row measures what its parent measures: "Khu vực dịch vụ" under "Tốc độ tăng trưởng GRDP" is a growth. */
const growthOf = (name: string, parent: RowName | null) => (parent ? `${parent.name} ${name}` : name)

/** "Số giường bệnh/10.000 dân" in "giường": the base of the rate stands in the name. */
function withRate(unit: string, name: string): string {
  const base = rateBaseOf(name)
  return base && unit !== '' && unit !== '%' && !unit.includes('/') ? `${unit} / ${base}` : unit
}

const defaultUnit = (name: string) =>
  /tỷ lệ|tỉ lệ|tỷ trọng|tốc độ|tăng trưởng|cơ cấu|độ che phủ|mức tăng/i.test(name) ? '%' : ''

const ABBREVIATIONS: readonly (readonly [RegExp, string])[] = [
  [/^(nghìn |ngàn |triệu )?dn$/i, '$1doanh nghiệp'],
  [/^(nghìn |ngàn |triệu )?htx$/i, '$1hợp tác xã'],
  [/^tr\.?\s?đ(?:ồng)?$/i, 'triệu đồng'],
  [/^tr\.?\s?usd$/i, 'triệu USD'],
  [/^tr\.?\s?đ(?:ồng)?\/ng(?:ười)?$/i, 'triệu đồng/người'],
  [/^ng\.?\s?đ(?:ồng)?$/i, 'nghìn đồng'],
  [/^t[ỷỉ]\s?đ$/i, 'tỷ đồng'],
]

/** Abbreviations of unit columns, written out. */
export const expanded = (unit: string): string =>
  ABBREVIATIONS.reduce((written, [pattern, full]) => written.replace(pattern, full), unit.trim()).trim()
