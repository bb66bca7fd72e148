import { parseUnit } from '../../measure/unit.ts'
import type { Message, Outcome } from '../../messages/message.ts'
import type { ObservationStatus } from '../../plan/observation.ts'
import { columnLetter, EMPTY_CELL, filled, type Sheet, type SheetCell } from '../sheet.ts'
import { hasLetters, isFigure, isNumbering, isYear } from './cells.ts'
import type { MappedColumn, Mapping, Said } from './mapping.ts'
import { Meanings, type KnownNames } from './meaning.ts'
import {
  isFooter,
  isGrowth,
  isOfWhich,
  isPart,
  isTotal,
  periodOf,
  roleOfHead,
  statusOf,
  unitOfLabel,
  unitOfTitle,
} from './words.ts'

type Grid = readonly (readonly SheetCell[])[]

/** What the caller knows of a whole sheet beside what it says itself. */
export type Defaults = Said & { readonly source?: string }

/**
 * Guesses how a sheet is laid out: wide by year or by area, communes or indicators down, several heads with merged cells,
 * titles, groups, totals, footers. Null with what is missing where the sheet does not say it; nothing is made up.
 */
export function guessMapping(sheet: Sheet, known: KnownNames, defaults: Defaults = {}): Outcome<Mapping | null> {
  const grid = filled(sheet)
  const meanings = new Meanings(known)
  const first = firstData(grid, meanings)
  if (first < 0) return { value: null, messages: [fault('exchange.layout-unknown', sheet, 1, '')] }
  const head = headFrom(grid, first)
  const last = lastData(grid, first)
  const titles = grid.slice(0, head).map(row => textsOf(row).join(' '))
  const heads = headRows(grid.slice(head, first))
  const data = grid.slice(first, last + 1)
  const width = Math.max(...grid.slice(head, last + 1).map(row => row.length))
  const columns = Array.from({ length: width }, (_, c) => column(c, heads, data, meanings))
  const byRows = withLabels(columns)
  const names = { ...known.names, ...namesOfLevel(byRows, data, known, meanings) }
  const { columns: labelled, faults } = acrossAreas(byRows, new Meanings({ ...known, names }), known.whole, first)
  const has = (role: string, said: keyof Said) =>
    labelled.some(each => each.is === role) || values(labelled).every(each => each[said] !== undefined)
  const period = defaults.period ?? periodOf(titles)
  const unit =
    defaults.unit ?? unitOfTitle(titles.join('\n')) ?? titles.map(unitOfLabel).find(text => text !== null) ?? null
  const indicator = defaults.indicator ?? (has('indicator', 'indicator') ? null : meanings.named(titles.join(' ')))
  const all: Mapping['all'] = {
    status: defaults.status ?? ('provisional' satisfies ObservationStatus),
    ...(indicator === null ? {} : { indicator }),
    ...(has('area', 'area') ? {} : { area: defaults.area ?? known.whole }),
    ...(period === null ? {} : { period }),
    ...(unit !== null && parseUnit(unit) ? { unit } : {}),
    ...(defaults.source === undefined ? {} : { source: defaults.source }),
  }
  const mapping: Mapping = {
    sheet: sheet.name,
    first: first + 1,
    last: last + 1,
    columns: labelled.map(stripped),
    all,
    names,
  }
  const partial = parts(labelled, first, meanings)
  const messages = [...faults, ...(partial.length > 0 ? partial : missing(sheet, mapping))]
  return { value: messages.length > 0 ? null : mapping, messages }
}

const fault = (rule: string, sheet: Sheet, line: number, actual: string): Message => ({
  rule,
  severity: 'error',
  line,
  column: sheet.name,
  actual,
})

const textsOf = (row: readonly SheetCell[]): string[] => [
  ...new Set(row.map(cell => cell.text).filter(text => text !== '')),
]

/** A row whose label is a period, under a head that says so. */
const isDated = (row: readonly SheetCell[], above: Grid): boolean =>
  row.some(
    (cell, c) =>
      cell.text !== '' &&
      periodOf([cell.text]) !== null &&
      above.some(head => roleOfHead(head[c]?.text ?? '') === 'period'),
  )

/** The first row with a label that is known and figures beside it, and what stands like it right above. */
function firstData(grid: Grid, meanings: Meanings): number {
  let first = grid.findIndex((row, r) => {
    if (isNumbering(row) || !row.some(cell => isFigure(cell) && !isYear(cell))) return false
    return (
      row.some(cell => hasLetters(cell) && means(cell.text, meanings)) ||
      (row.filter(isFigure).length > 0 && isDated(row, grid.slice(0, r)))
    )
  })
  // Where no name is known, what is built like a table is still read, so that its names can be told one by one.
  if (first < 0)
    first = grid.findIndex(
      (row, r) =>
        !isNumbering(row) &&
        row.some(hasLetters) &&
        row.some(cell => isFigure(cell) && !isYear(cell)) &&
        textsOf(grid[r - 1] ?? []).length > 1,
    )
  while (first > 0) {
    const above = grid[first - 1] ?? []
    const alike = above.some(hasLetters) && above.some(cell => isFigure(cell) && !isYear(cell)) && !isNumbering(above)
    if (!alike) break
    first -= 1
  }
  return first
}

const means = (text: string, meanings: Meanings): boolean => {
  const [indicator, area] = [meanings.indicator(text), meanings.area(text)]
  return isTotal(text) || !('unknown' in indicator) || !('unknown' in area)
}

/**
 * The heads stand above the data, each row with several texts; what stands above them is a title. Between them and the first
 * figures heads of groups may stand, each the only text of its row.
 */
function headFrom(grid: Grid, first: number): number {
  const several = (r: number) => textsOf(grid[r] ?? []).length > 1
  let head = first
  while (head > 0 && textsOf(grid[head - 1] ?? []).length === 1) head -= 1
  if (head === 0 || (head < first && !(grid[head - 1] ?? []).some(isHead))) head = first
  while (head > 0 && (several(head - 1) || isNumbering(grid[head - 1] ?? []))) head -= 1
  return head
}

const isHead = ({ text }: SheetCell): boolean =>
  text !== '' && (roleOfHead(text) !== null || isYear({ text, kind: 'text' }) || periodOf([text]) !== null)

/** The rows of heads, without numbering and without heads of groups, which stand where the names of rows do. */
function headRows(rows: Grid): Grid {
  const names = Math.max(0, ...rows.map(row => row.findIndex(cell => roleOfHead(cell.text) === 'label')))
  const isGroup = (row: readonly SheetCell[]) =>
    textsOf(row).length === 1 && row.findIndex(cell => cell.text !== '') <= names
  return rows.filter(row => !isNumbering(row) && !isGroup(row))
}

/** The last row with a label and something beside it, before the words behind a table begin. */
function lastData(grid: Grid, first: number): number {
  let last = first
  for (let r = first; r < grid.length; r += 1) {
    const row = grid[r] ?? []
    const lead = row.find(cell => cell.text !== '')
    if (lead && isFooter(lead.text) && !row.some(isFigure)) break
    if (row.filter(cell => cell.text !== '').length > 1) last = r
  }
  return last
}

interface Guessed extends MappedColumn {
  readonly words: readonly string[]
  readonly figures: number
  readonly indicators: number
  readonly areas: number
  readonly texts: number
}

function column(c: number, heads: Grid, data: Grid, meanings: Meanings): Guessed {
  const words = heads.map(row => row[c]?.text ?? '').filter((text, i, all) => text !== '' && text !== all[i - 1])
  const cells = data.map(row => row[c] ?? EMPTY_CELL).filter(cell => cell.text !== '')
  const labels = cells.filter(hasLetters).filter(cell => !isFigure(cell))
  const indicators = labels.filter(cell => 'is' in meanings.indicator(cell.text)).length
  const areas = labels.filter(cell => isTotal(cell.text) || 'is' in meanings.area(cell.text)).length
  const figures = cells.filter(isFigure).length
  const base = {
    column: columnLetter(c),
    head: words.join(' / '),
    words,
    figures,
    indicators,
    areas,
    texts: labels.length,
  }
  const role = words.map(roleOfHead).findLast(each => each !== null) ?? null
  if (role === 'skip' || role === 'unit' || role === 'note') return { ...base, is: role }
  if (role === 'period' && cells.some(cell => periodOf([cell.text]) !== null)) return { ...base, is: 'period' }
  // A column of figures none of which can be read is told cell by cell.
  const said = figures === 0 && cells.some(isBroken) ? valueColumn(words, meanings) : null
  if (said && (said.period ?? said.indicator) !== undefined) return { ...base, ...said }
  if (labels.length > figures || (role === 'label' && figures < labels.length) || figures === 0)
    return {
      ...base,
      is:
        role !== 'label' && labels.length > 0 && labels.every(cell => parseUnit(cell.text)) && indicators + areas === 0
          ? 'unit'
          : 'skip',
    }
  if (words.length === 0 && c === 0 && isCount(cells)) return { ...base, is: 'skip' }
  return { ...base, ...valueColumn(words, meanings) }
}

/** A number that cannot be read: "(1.204)", "#REF!". */
const isBroken = (cell: SheetCell): boolean =>
  !isFigure(cell) && (/^#[A-Z]/.test(cell.text) || (/\d/.test(cell.text) && !hasLetters(cell)))

const isCount = (cells: readonly SheetCell[]) => cells.every((cell, i) => cell.text === String(i + 1))

/** What the heads of a column of values say; which area they name is asked once all columns are known. */
function valueColumn(heads: readonly string[], meanings: Meanings): Said & { readonly is: 'value' | 'skip' } {
  const exact = [...heads].reverse().flatMap(head => {
    const found = meanings.indicator(head)
    return 'is' in found ? [found.is] : []
  })[0]
  const status = statusOf(heads)
  // A plan or a comparison is no figure, unless its words are an indicator's own name.
  if ((status === 'plan' || status === 'comparison') && exact === undefined) return { is: 'skip' }
  const indicator = exact ?? meanings.named(heads.join(' ')) ?? undefined
  if (indicator === undefined && isGrowth(heads)) return { is: 'skip' }
  const period = periodOf(heads)
  // In brackets behind the words, or in a row of its own below them.
  const unit =
    heads.map(unitOfLabel).find(text => text !== null && parseUnit(text) !== null) ??
    heads.find(head => meanings.isUnit(head))
  return {
    is: 'value',
    ...(indicator === undefined ? {} : { indicator }),
    ...(period === null ? {} : { period }),
    ...(status === null || status === 'plan' || status === 'comparison' ? {} : { status }),
    ...(unit === undefined ? {} : { unit }),
  }
}

/**
 * Names that several areas share, where all names of the rows or of the heads are of one level and only of that: among
 * ten districts "Bắc Sơn" is the district, not its town. What is found is shown with the mapping.
 */
function namesOfLevel(
  columns: readonly Guessed[],
  data: Grid,
  known: KnownNames,
  meanings: Meanings,
): Readonly<Record<string, string>> {
  const { levelOf } = known
  if (!levelOf) return {}
  const rows = columns.findIndex(each => each.is === 'area')
  const labels =
    rows >= 0
      ? data.map(row => row[rows]?.text ?? '').filter(text => text !== '' && !isTotal(text))
      : values(columns)
          .flatMap(each => each.words.slice(-1))
          .filter(text => !isTotal(text))
  const found = labels.map(label => ({ label, meaning: meanings.area(label) }))
  const named = found.filter(({ meaning }) => !('unknown' in meaning) && !('leftOut' in meaning))
  if (rows < 0 && named.length < found.length) return {}
  const ids = ({ meaning }: (typeof found)[number]) =>
    'is' in meaning ? [meaning.is] : 'ambiguous' in meaning ? meaning.ambiguous : []
  const levels = [...new Set(named.flatMap(ids).map(levelOf))].filter(level =>
    named.every(each => ids(each).filter(id => levelOf(id) === level).length === 1),
  )
  const [level] = levels
  if (levels.length !== 1 || level === undefined) return {}
  return Object.fromEntries(
    named
      .filter(({ meaning }) => 'ambiguous' in meaning)
      .map(each => [each.label, ids(each).find(id => levelOf(id) === level) ?? '']),
  )
}

/** Columns that are of areas: where one is, each must be, or is told. */
function acrossAreas(
  columns: readonly Guessed[],
  meanings: Meanings,
  whole: string,
  first: number,
): { readonly columns: readonly Guessed[]; readonly faults: readonly Message[] } {
  if (columns.some(each => each.is === 'area')) return { columns, faults: [] }
  const meant = columns.map(each => {
    if (each.is !== 'value') return null
    const asked = [...each.words].reverse().map(word => ({ word, meaning: meanings.area(word) }))
    return asked.find(({ meaning }) => !('unknown' in meaning)) ?? { word: each.words.at(-1) ?? '', meaning: null }
  })
  if (!meant.some(each => each?.meaning && !('unknown' in each.meaning))) return { columns, faults: [] }
  const faults: Message[] = []
  const told = columns.map((each, c): Guessed => {
    const found = meant[c]
    if (!found) return each
    const { word, meaning } = found
    if (meaning && 'is' in meaning) return { ...each, area: meaning.is }
    if (meaning && 'leftOut' in meaning) return { ...each, is: 'skip' }
    if (each.words.some(isTotal)) return { ...each, area: whole }
    const ambiguous = meaning && 'ambiguous' in meaning ? meaning.ambiguous.join(', ') : null
    faults.push({
      rule: ambiguous === null ? 'exchange.unknown-area' : 'exchange.ambiguous-area',
      severity: 'error',
      line: first,
      column: each.column,
      actual: word,
      expected: ambiguous ?? '',
    })
    return { ...each, is: 'skip' }
  })
  return { columns: told, faults }
}

/** Which columns label the rows: the one with most names of indicators, and another with most of areas. */
function withLabels(columns: readonly Guessed[]): readonly Guessed[] {
  const open = columns.filter(each => each.is === 'skip' && each.texts > 0)
  const best = (of: 'indicators' | 'areas', taken?: Guessed) =>
    open.filter(each => each !== taken && each[of] > 0).sort((a, b) => b[of] - a[of])[0]
  const byIndicator = best('indicators')
  const byArea = best('areas')
  const same = byIndicator !== undefined && byIndicator === byArea
  const indicator = same && byIndicator.areas > byIndicator.indicators ? best('indicators', byArea) : byIndicator
  const area = same && indicator === byIndicator ? best('areas', byIndicator) : byArea
  if (!indicator && !area) {
    const lead = [...open].sort((a, b) => b.texts - a.texts)[0]
    const is = values(columns).some(each => each.indicator !== undefined) ? 'area' : 'indicator'
    return columns.map(each => (each === lead ? { ...each, is } : each))
  }
  return columns.map(each =>
    each === indicator ? { ...each, is: 'indicator' } : each === area ? { ...each, is: 'area' } : each,
  )
}

const values = <Column extends MappedColumn>(columns: readonly Column[]) => columns.filter(each => each.is === 'value')

/** Columns of a part of a figure ("Thành thị", "Trong đó: nữ"), which a form has no place for: taken they would be totals. */
const parts = (columns: readonly Guessed[], first: number, meanings: Meanings): Message[] =>
  values(columns).flatMap(({ column, words, area }) => {
    const named = words.filter(word => !meanings.isUnit(word)).at(-1) ?? ''
    const part =
      words.find(isPart) ??
      (area !== undefined || 'is' in meanings.indicator(named) ? undefined : words.find(isOfWhich))
    return part === undefined
      ? []
      : [{ rule: 'exchange.part-of-figure', severity: 'error', line: first, column, actual: part }]
  })

const stripped = ({ column, is, head, indicator, area, period, status, unit }: Guessed): MappedColumn => ({
  column,
  is,
  head,
  ...(indicator === undefined ? {} : { indicator }),
  ...(area === undefined ? {} : { area }),
  ...(period === undefined ? {} : { period }),
  ...(status === undefined ? {} : { status }),
  ...(unit === undefined ? {} : { unit }),
})

/** What neither a row, a column nor the sheet says. */
function missing(sheet: Sheet, { columns, all, first }: Mapping): Message[] {
  const found: Message[] = []
  if (values(columns).length === 0) return [fault('exchange.layout-unknown', sheet, first, '')]
  for (const name of ['indicator', 'period'] as const) {
    if (all[name] !== undefined || columns.some(each => each.is === name)) continue
    const without = values(columns).filter(each => each[name] === undefined)
    if (without.length > 0)
      found.push(fault(`exchange.layout-no-${name}`, sheet, first, without.map(each => each.column).join(', ')))
  }
  return found
}
