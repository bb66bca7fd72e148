import type { Context } from '../tree/context.ts'
import type { Line } from '../tree/lines.ts'
import { scanNumbers } from '../numbers/scan.ts'
import type { ReadMeasure, Span } from '../result.ts'
import type { Times } from './clause.ts'
import type { Column } from './columns.ts'
import { gridOf, type RowCell } from './grid.ts'
import { isSelfStanding } from './name.ts'
import { measuresOfRow } from './row-measures.ts'
import { bracketUnit, cleanRowName, isBareGrowth } from './row-name.ts'

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

/** The rows of one table, in order; `named` holds the numbered rows of the whole document (1.2 belongs to 1 wherever it stands). */
export function tableDrafts(
  text: string,
  lines: readonly Line[],
  context: Context,
  times: Times,
  named: ReadonlyMap<string, RowName>,
): RowDraft[] {
  const { columns, rows } = gridOf(text, lines, times)
  if (!columns.some(column => column.kind === 'target')) return []
  const drafts: RowDraft[] = []
  let above: readonly RowName[] = []
  let group: string | null = context.group
  let ditto = ''
  for (const { line, cells: row } of rows) {
    const read = readRow(row, columns)
    if (read.name === '') continue
    const valued = row.some(
      cell =>
        columns[cell.column]?.kind === 'target' &&
        scanNumbers(cell.view).some(token => token.kind === 'number' || token.kind === 'range'),
    )
    if (!valued && isGroupRow(read.number, read.name, row)) {
      group = read.name
      above = []
      continue
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
    const measures = measuresOfRow(
      row,
      columns,
      { name, own, unit: unit || (parent?.unit ?? ''), parent: parent?.name ?? null },
      times,
    )
    drafts.push({
      start: line.start,
      end: line.end,
      number: /[\dIVXa-z]/i.test(read.number) ? read.number : null,
      group,
      name,
      measures,
    })
  }
  return drafts
}

/** The names of all numbered rows of a table, for rows of other tables that belong to them. */
export function numberedRows(text: string, lines: readonly Line[], times: Times): RowName[] {
  const { columns, rows } = gridOf(text, lines, times)
  return rows.flatMap(({ cells }) => {
    const { number, rawName, unit } = readRow(cells, columns)
    return /^\d+(?:\.\d+)*$/.test(number) && rawName !== ''
      ? [{ number, depth: number.split('.').length, name: cleanRowName(rawName), unit }]
      : []
  })
}

function isGroupRow(number: string, name: string, row: readonly RowCell[]): boolean {
  const filled = row.filter(cell => cell.view.text.trim() !== '' && !/^[-—–]$/.test(cell.view.text.trim())).length
  if (/^[IVX]+$|^[A-Z]$/.test(number) && filled <= 2) return true
  return filled <= 2 && (/chỉ tiêu|lĩnh vực|nhóm|^về /i.test(name) || name === name.toUpperCase())
}

function readRow(
  row: readonly RowCell[],
  columns: readonly Column[],
): { number: string; name: string; rawName: string; unit: string } {
  const of = (kind: Column['kind']) => row.find(cell => columns[cell.column]?.kind === kind)?.view.text.trim() ?? ''
  const rawName = of('name')
  return { number: of('number').replace(/[.)]$/, ''), name: cleanRowName(rawName), rawName, unit: of('unit') }
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
