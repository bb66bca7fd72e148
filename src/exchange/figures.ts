import { isAbsent } from '../measure/absence.ts'
import { decimalText } from '../measure/decimal.ts'
import { nearest } from '../measure/nearest.ts'
import { periodCode } from '../measure/period.ts'
import type { Outcome } from '../messages/message.ts'
import type { Indicator } from '../plan/plan.ts'
import { csvCell, CsvReader, type CsvRecord } from './csv.ts'
import {
  cleanCell,
  Faults,
  FigureReader,
  OPTIONAL,
  REQUIRED,
  type ColumnName,
  type FigureFile,
  type ReadFigure,
} from './figure-rows.ts'

export type { FigureFile, ReadFigure } from './figure-rows.ts'

/**
 * Reads records of the long form (one figure a row) as they come: the first names the columns. Any fault means that the
 * file is refused whole, so `taken` is asked at the end.
 */
export class LongForm {
  readonly faults = new Faults()
  readonly #reader: FigureReader
  #places: ReadonlyMap<string, number> | null = null
  #width = 0

  constructor(file: FigureFile) {
    this.#reader = new FigureReader(file, this.faults)
  }

  /** The figures of some records; what is wrong with the others is told. */
  read(records: readonly CsvRecord[]): ReadFigure[] {
    const figures: ReadFigure[] = []
    for (const record of records) {
      if (!this.#places) {
        this.#places = this.#head(record)
        continue
      }
      // Without its columns nothing of a file can be told.
      if (this.#places.size === 0) break
      const { line, cells } = record
      if (cells.length > this.#width) {
        this.faults.add('exchange.too-many-cells', line, '', String(cells.length), String(this.#width))
        continue
      }
      const places = this.#places
      const figure = this.#reader.read({
        line,
        cell: name => {
          const at = places.get(name)
          return at === undefined ? '' : cleanCell(cells[at] ?? '')
        },
        columnOf: name => name,
      })
      if (figure) figures.push(figure)
    }
    return figures
  }

  #head({ line, cells }: CsvRecord): ReadonlyMap<string, number> {
    const names = cells.map(cell => cell.trim().toLowerCase())
    const known: readonly ColumnName[] = [...REQUIRED, ...OPTIONAL]
    for (const name of REQUIRED)
      if (name !== 'note' && !names.includes(name))
        this.faults.add('exchange.no-column', line, name, names.join(', '), name)
    for (const name of names)
      if (!known.some(each => each === name))
        this.faults.add('exchange.unknown-column', line, name, name, nearest(name, known))
    this.#width = names.length
    return this.faults.count > 0 ? new Map() : new Map(names.map((name, i) => [name, i]))
  }

  /** Tells what can only be known at the end; whether the file is taken. */
  taken(unclosed: number | null): boolean {
    if (unclosed !== null) this.faults.add('exchange.unclosed-quote', unclosed, '', '"', '"…"')
    else if (!this.#places) this.faults.add('exchange.empty', 1, '', '', REQUIRED.join(','))
    return this.faults.count === 0
  }
}

/**
 * The figures of a CSV file, all or none: any message of severity error means that the whole file is refused. Each message
 * names its line and column, what it held and what was expected.
 */
export function readFigures(text: string, file: FigureFile): Outcome<readonly ReadFigure[] | null> {
  const csv = new CsvReader()
  const form = new LongForm(file)
  const figures = form.read(csv.push(text, true))
  return { value: form.taken(csv.unclosed) ? figures : null, messages: form.faults.messages }
}

/** The cells of a figure in the order of the long form. */
export const figureCells = (figure: ReadFigure, unit: string): readonly string[] => [
  figure.indicator,
  figure.area,
  periodCode(figure.period),
  isAbsent(figure.value) ? figure.value.absent : decimalText(figure.value),
  figure.status,
  figure.note,
  unit,
  Object.entries(figure.breakdown)
    .map(([dimension, code]) => `${dimension}=${code}`)
    .join(';'),
  figure.map ?? '',
  figure.method,
  figure.source,
]

export const LONG_COLUMNS: readonly string[] = [...REQUIRED, ...OPTIONAL]

/** Figures as a CSV file that `readFigures` reads back exactly; cells that a spreadsheet would run are defused. */
export function writeFigures(figures: readonly ReadFigure[], indicators: readonly Indicator[]): string {
  const units = new Map(indicators.map(indicator => [indicator.code, indicator.unit]))
  const rows = figures.map(figure =>
    figureCells(figure, units.get(figure.indicator) ?? '')
      .map(csvCell)
      .join(','),
  )
  return [LONG_COLUMNS.join(','), ...rows, ''].join('\r\n')
}
