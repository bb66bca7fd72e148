import { isAbsent } from '../../measure/absence.ts'
import { add, compare, decimalText, ZERO, type Decimal } from '../../measure/decimal.ts'
import { lastDay, parsePeriod, periodCode } from '../../measure/period.ts'
import { parseUnit } from '../../measure/unit.ts'
import type { Message, Outcome } from '../../messages/message.ts'
import { Faults, FigureReader, type ColumnName, type ReadFigure } from '../figure-rows.ts'
import type { BareColumn } from '../shares-of-one.ts'
import { columnLetter, columnOfLetter, EMPTY_CELL, filled, type Sheet, type SheetCell } from '../sheet.ts'
import { figureText, hasLetters, isFigure, isYear } from './cells.ts'
import type { MappedColumn, Mapping } from './mapping.ts'
import { Meanings, type KnownNames, type Meaning } from './meaning.ts'
import { isPart, isTotal, periodOf, unitOfLabel } from './words.ts'

/** The figures of a sheet by its mapping, all or none; a blank cell is no figure, a wrong one is named by line and column. */
export function applyMapping(
  sheet: Sheet,
  mapping: Mapping,
  known: KnownNames,
): Outcome<readonly ReadFigure[] | null> & { readonly bare: readonly BareColumn[] } {
  const faults = new Faults()
  const rows = new RowsOfSheet(mapping, known, faults)
  const grid = filled(sheet)
  const figures: ReadFigure[] = []
  for (const row of grid.slice(0, mapping.first - 1)) rows.above(row)
  for (let line = mapping.first; line <= Math.min(mapping.last, grid.length); line += 1)
    figures.push(...rows.read(line, grid[line - 1] ?? []))
  if (faults.count > 0) return { value: null, messages: faults.messages, bare: [] }
  return { value: figures, messages: [...rows.differing(), ...behind(sheet, grid, mapping)], bare: rows.bare() }
}

/** A second table below the one that was read: its first row with a label and a figure. */
function behind({ name }: Sheet, grid: readonly (readonly SheetCell[])[], { last }: Mapping): Message[] {
  const at = grid.findIndex(
    (row, r) => r >= last && row.some(hasLetters) && row.some(cell => isFigure(cell) && !isYear(cell)),
  )
  const [label] = at < 0 ? [] : (grid[at] ?? []).filter(hasLetters)
  return label
    ? [{ rule: 'exchange.rows-behind', severity: 'warning', line: at + 1, column: name, actual: label.text }]
    : []
}

/** The one text that a row holds, however many cells it covers; undefined where it holds none or several. */
function onlyText(row: readonly SheetCell[]): SheetCell | undefined {
  const filledIn = row.filter(cell => cell.text !== '')
  return filledIn.every(cell => cell.text === filledIn[0]?.text) ? filledIn[0] : undefined
}

/** What the labels of a row say. */
interface Labels {
  indicator?: string
  area?: string
  period?: string
  unit?: string
  readonly note: string
  /** The row is the sum of the others. */
  total: boolean
}

class RowsOfSheet {
  readonly #mapping: Mapping
  readonly #meanings: Meanings
  readonly #whole: string
  readonly #reader: FigureReader
  readonly #faults: Faults
  /** Indicators that add over areas: only their totals are compared. */
  readonly #additive: ReadonlySet<string>
  readonly #percents: ReadonlySet<string>
  readonly #bare = new Map<string, { readonly line: number; readonly figures: ReadFigure[] }>()
  /** The area, or the part of the figures, that a row of its own says of the rows below it. */
  #section: { readonly area?: string; readonly part?: string } = {}
  readonly #sums = new Map<string, { sum: Decimal; parts: number; total: Decimal | null; line: number }>()

  constructor(mapping: Mapping, known: KnownNames, faults: Faults) {
    this.#mapping = mapping
    this.#meanings = new Meanings({ ...known, names: { ...known.names, ...mapping.names } })
    this.#whole = known.whole
    this.#reader = new FigureReader({ indicators: known.indicators, areas: known.areas, locale: 'plain' }, faults)
    this.#faults = faults
    this.#percents = new Set(known.indicators.filter(each => each.unit === '%').map(each => each.code))
    this.#additive = new Set(known.indicators.filter(each => each.overAreas === 'sum').map(each => each.code))
  }

  read(line: number, row: readonly SheetCell[]): ReadFigure[] {
    const { columns } = this.#mapping
    const filledIn = columns.filter(each => each.is === 'value' && this.#cell(row, each).text !== '')
    // A head of a group may be one cell over the whole row.
    const named = this.#labelOf(row, 'indicator') ?? this.#labelOf(row, 'area')
    const isGroup = named !== undefined && named.text !== '' && onlyText(row)?.text === named.text
    if (filledIn.length === 0 || isGroup) {
      this.#begin(line, row)
      return []
    }
    // The second line of a row that is two lines high.
    if (columns.every(each => each.is === 'skip' || this.#cell(row, each).text === '' || this.#cell(row, each).merged))
      return []
    const labels = this.#labels(line, row, filledIn)
    if (!labels) return []
    if (this.#section.part !== undefined && !labels.total) {
      this.#faults.add('exchange.part-of-figure', line, filledIn[0]?.column ?? '', this.#section.part)
      return []
    }
    return filledIn.flatMap(column => {
      const cell = this.#cell(row, column)
      if (cell.merged) {
        this.#faults.add('exchange.merged-figure', line, column.column, cell.text)
        return []
      }
      const figure = this.#figure(line, row, column, labels)
      if (figure) this.#noteSum(figure, labels.total, line)
      return figure ? [figure] : []
    })
  }

  /** A title, or the head of the first group, that is the only text of its row. */
  above(row: readonly SheetCell[]): void {
    if (onlyText(row)) this.#begin(0, row)
  }

  /** A row without figures may say of which area, or of which part, those below it are. */
  #begin(line: number, row: readonly SheetCell[]): void {
    const named = this.#labelOf(row, 'indicator') ?? this.#labelOf(row, 'area')
    const at = row.findIndex(cell => cell.text !== '')
    const text = row[at]?.text ?? ''
    const label =
      named && named.text !== '' ? named : { column: { column: columnLetter(Math.max(at, 0)) } as MappedColumn, text }
    if (label.text === '') return
    if (isPart(label.text)) {
      this.#section = { part: label.text }
      return
    }
    if (this.#mapping.columns.some(each => each.is === 'area' || each.area !== undefined)) {
      this.#section = {}
      return
    }
    if (isTotal(label.text) && this.#meanings.said(label.text) === undefined) {
      this.#section = { area: this.#whole }
      return
    }
    const meaning = this.#meanings.area(label.text)
    const area =
      'ambiguous' in meaning && line > 0
        ? this.#meant(meaning, 'area', line, label)
        : 'is' in meaning
          ? meaning.is
          : null
    // Any other head is one inside the section that stands.
    if (area !== null) this.#section = { area }
  }

  #cell(row: readonly SheetCell[], { column }: MappedColumn): SheetCell {
    return row[columnOfLetter(column)] ?? EMPTY_CELL
  }

  #labelOf(row: readonly SheetCell[], is: 'indicator' | 'area' | 'period' | 'unit' | 'note') {
    const column = this.#mapping.columns.find(each => each.is === is)
    return column && { column, text: this.#cell(row, column).text }
  }

  /** What the row's own labels say; null where it is left out, or after a label that means nothing was told. */
  #labels(line: number, row: readonly SheetCell[], filledIn: readonly MappedColumn[]): Labels | null {
    const { all } = this.#mapping
    const found: Labels = { note: this.#labelOf(row, 'note')?.text ?? '', total: false }
    const period = this.#labelOf(row, 'period')
    const when = period ? periodOf([period.text]) : null
    if (period && when === null)
      return this.#faults.add(
        'exchange.not-a-period',
        line,
        period.column.column,
        period.text,
        '2024, quý I/2024, tháng 3/2024',
      )
    if (when !== null) found.period = when
    const day = parsePeriod(found.period ?? filledIn[0]?.period ?? all.period ?? '')
    const area = this.#labelOf(row, 'area')
    if (area && isTotal(area.text) && this.#meanings.said(area.text) === undefined) {
      found.area = this.#whole
      found.total = true
    } else if (area) {
      const meaning = day ? this.#meanings.area(area.text, lastDay(day)) : this.#meanings.area(area.text)
      const id = this.#meant(meaning, 'area', line, area)
      if (id === null) return null
      found.area = id
    }
    const indicator = this.#labelOf(row, 'indicator')
    if (indicator) {
      const code = this.#meant(this.#meanings.indicator(indicator.text), 'indicator', line, indicator)
      if (code === null) return null
      found.indicator = code
    }
    const unit = this.#labelOf(row, 'unit')?.text ?? ''
    const bracket = indicator ? unitOfLabel(indicator.text) : null
    if (unit !== '') found.unit = unit
    else if (bracket !== null && parseUnit(bracket)) found.unit = bracket
    return found
  }

  #meant(
    meaning: Meaning,
    kind: 'indicator' | 'area',
    line: number,
    { column, text }: { readonly column: MappedColumn; readonly text: string },
  ): string | null {
    if ('is' in meaning) return meaning.is
    if ('leftOut' in meaning) return null
    return 'ambiguous' in meaning
      ? this.#faults.add(`exchange.ambiguous-${kind}`, line, column.column, text, meaning.ambiguous.join(', '))
      : this.#faults.add(`exchange.unknown-${kind}`, line, column.column, text, meaning.nearest)
  }

  #figure(line: number, row: readonly SheetCell[], column: MappedColumn, labels: Labels): ReadFigure | null {
    const { all } = this.#mapping
    const cell = this.#cell(row, column)
    const said: Readonly<Partial<Record<ColumnName, string | undefined>>> = {
      indicator: labels.indicator ?? column.indicator ?? all.indicator,
      area: labels.area ?? column.area ?? (all.area === this.#whole ? this.#section.area : undefined) ?? all.area,
      period: labels.period ?? column.period ?? all.period,
      status: column.status ?? all.status,
      unit: cell.kind === 'percent' ? '%' : (labels.unit ?? column.unit ?? all.unit),
      value: figureText(cell) ?? cell.text,
      note: labels.note,
      source: all.source,
    }
    const figure = this.#reader.read({ line, cell: name => said[name] ?? '', columnOf: () => column.column })
    if (figure && this.#percents.has(figure.indicator) && cell.kind !== 'percent' && !cell.text.endsWith('%')) {
      const held = this.#bare.get(column.column)
      if (held) held.figures.push(figure)
      else this.#bare.set(column.column, { line, figures: [figure] })
    }
    return figure
  }

  /** Of each column the figures in % that no cell says to be so. */
  bare(): BareColumn[] {
    return [...this.#bare].map(([column, { line, figures }]) => ({ column, line, figures }))
  }

  #noteSum({ indicator, period, value }: ReadFigure, total: boolean, line: number): void {
    if (isAbsent(value)) return
    const key = `${indicator} ${periodCode(period)}`
    let sum = this.#sums.get(key)
    if (!sum) this.#sums.set(key, (sum = { sum: ZERO, parts: 0, total: null, line }))
    if (total) {
      sum.total = value
      sum.line = line
    } else {
      sum.sum = add(sum.sum, value)
      sum.parts += 1
    }
  }

  /** Totals that the lines beside them do not add up to, where their indicator adds over areas. */
  differing(): Message[] {
    return [...this.#sums].flatMap(([key, { sum, parts, total, line }]): Message[] =>
      total === null || parts < 2 || !this.#additive.has(key.split(' ')[0] ?? '') || compare(sum, total) === 0
        ? []
        : [
            {
              rule: 'exchange.total-differs',
              severity: 'warning',
              line,
              actual: decimalText(total),
              expected: decimalText(sum),
            },
          ],
    )
  }
}
