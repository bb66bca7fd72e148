import { ABSENCES, absent, type Absence } from '../measure/absence.ts'
import { decimalText, normalize, type Decimal } from '../measure/decimal.ts'
import { isDay, lastDay, parsePeriod, periodCode, type Period } from '../measure/period.ts'
import { readNumber } from '../measure/notation.ts'
import { exactDecimal, fromDecimal } from '../measure/ratio.ts'
import { convert, isMessage, parseUnit, sameUnit } from '../measure/unit.ts'
import { isAbsent } from '../measure/absence.ts'
import type { Message, Outcome } from '../messages/message.ts'
import { STATUSES, type Observation, type ObservationStatus } from '../plan/observation.ts'
import { nearest } from '../measure/nearest.ts'
import type { Indicator } from '../plan/plan.ts'
import type { Resolved } from '../territory/names.ts'
import { csvCell, parseCsv, undefused, type CsvRecord } from './csv.ts'

/** A figure as a file gives it; the store adds the moment learnt. */
export type ReadFigure = Omit<Observation, 'log'>

export interface FigureFile {
  readonly indicators: readonly Indicator[]
  /** Areas that are known, by id; or who names an area on the map of a day. A figure for any other is refused. */
  readonly areas: readonly string[] | ((text: string, on: string) => Resolved)
  /** How values are written in the file. */
  readonly locale: 'vi' | 'plain'
}

const REQUIRED = ['indicator', 'area', 'period', 'value', 'status', 'note'] as const
const OPTIONAL = ['unit', 'breakdown', 'map', 'method', 'source'] as const
type ColumnName = (typeof REQUIRED)[number] | (typeof OPTIONAL)[number]

/**
 * The figures of a CSV file, all or none: any message of severity error means that the whole file is refused. Each message
 * names its line and column, what it held and what was expected.
 */
export function readFigures(text: string, file: FigureFile): Outcome<readonly ReadFigure[] | null> {
  const { records, unclosed } = parseCsv(text)
  const faults: Message[] = []
  if (unclosed !== null) return { value: null, messages: [fault('exchange.unclosed-quote', unclosed, '', '"', '"…"')] }
  const head = records[0]
  if (!head) return { value: null, messages: [fault('exchange.empty', 1, '', '', REQUIRED.join(','))] }
  const names = head.cells.map(cell => cell.trim().toLowerCase())
  const missing = REQUIRED.filter(name => !names.includes(name) && name !== 'note')
  const unknown = names.filter(name => ![...REQUIRED, ...OPTIONAL].some(known => known === name))
  for (const name of missing) faults.push(fault('exchange.no-column', head.line, name, names.join(', '), name))
  for (const name of unknown)
    faults.push(fault('exchange.unknown-column', head.line, name, name, nearest(name, [...REQUIRED, ...OPTIONAL])))
  if (faults.length > 0) return { value: null, messages: faults }
  const reader = new RowReader(names, file, faults)
  const seen = new Map<string, number>()
  const figures = records.slice(1).flatMap(record => {
    const figure = reader.read(record)
    if (!figure) return []
    const key = JSON.stringify([
      figure.indicator,
      figure.method,
      figure.area,
      figure.map,
      periodCode(figure.period),
      figure.breakdown,
      figure.source,
    ])
    const before = seen.get(key)
    if (before !== undefined) faults.push(fault('exchange.twice', record.line, 'indicator', String(before), ''))
    seen.set(key, record.line)
    return [figure]
  })
  return faults.length > 0 ? { value: null, messages: faults } : { value: figures, messages: [] }
}

const fault = (rule: string, line: number, column: string, actual: string, expected: string): Message => ({
  rule,
  severity: 'error',
  line,
  column,
  actual,
  expected,
})

class RowReader {
  readonly #names: readonly string[]
  readonly #file: FigureFile
  readonly #faults: Message[]
  readonly #byCode: ReadonlyMap<string, Indicator>

  constructor(names: readonly string[], file: FigureFile, faults: Message[]) {
    this.#names = names
    this.#file = file
    this.#faults = faults
    this.#byCode = new Map(file.indicators.map(indicator => [indicator.code, indicator]))
  }

  read(record: CsvRecord): ReadFigure | null {
    const before = this.#faults.length
    const cell = (name: ColumnName) =>
      undefused((record.cells[this.#names.indexOf(name)] ?? '').normalize('NFC').trim())
    const refuse = (rule: string, column: ColumnName, expected: string) => {
      this.#faults.push(fault(rule, record.line, column, cell(column), expected))
      return null
    }
    if (record.cells.length > this.#names.length)
      this.#faults.push(
        fault('exchange.too-many-cells', record.line, '', String(record.cells.length), String(this.#names.length)),
      )
    const code = cell('indicator')
    const indicator =
      this.#byCode.get(code) ?? refuse('exchange.unknown-indicator', 'indicator', nearest(code, this.#byCode.keys()))
    const period =
      parsePeriod(cell('period')) ??
      refuse('exchange.not-a-period', 'period', '2024, 2024-H1, 2024-Q1, 2024-M9, 2024-03, 2021/2025')
    const status =
      STATUSES.find(word => word === cell('status')) ?? refuse('exchange.not-a-status', 'status', STATUSES.join(', '))
    const map =
      cell('map') === '' ? null : isDay(cell('map')) ? cell('map') : refuse('exchange.not-a-day', 'map', '2025-07-01')
    const area = this.#area(cell('area'), map ?? (period ? lastDay(period) : ''), (rule, expected) =>
      refuse(rule, 'area', expected),
    )
    const method = cell('method')
    if (indicator && method !== '' && !indicator.methods.some(known => known.id === method))
      refuse('exchange.unknown-method', 'method', indicator.methods.map(known => known.id).join(', '))
    const breakdown = this.#breakdown(cell('breakdown'), () =>
      refuse('exchange.not-a-breakdown', 'breakdown', 'sex=F;place=rural'),
    )
    const value = indicator
      ? this.#value(
          cell('value'),
          cell('unit'),
          indicator,
          (rule, column, expected) => void refuse(rule, column, expected),
        )
      : null
    if (this.#faults.length > before || !indicator || !area || !period || !status || !value || !breakdown) return null
    return this.#made(indicator, {
      area,
      period,
      status,
      map,
      method,
      breakdown,
      source: cell('source'),
      value,
      note: cell('note'),
    })
  }

  #area(text: string, on: string, refuse: (rule: string, expected: string) => null): string | null {
    const { areas } = this.#file
    if (typeof areas !== 'function')
      return areas.includes(text) ? text : refuse('exchange.unknown-area', nearest(text, areas))
    const found = areas(text, on)
    if ('area' in found) return found.area
    return 'ambiguous' in found
      ? refuse('exchange.ambiguous-area', found.ambiguous.join(', '))
      : refuse('exchange.unknown-area', found.nearest.join(', '))
  }

  #made(
    indicator: Indicator,
    rest: {
      area: string
      period: Period
      status: ObservationStatus
      map: string | null
      method: string
      breakdown: Record<string, string>
      source: string
      value: Decimal | Absence
      note: string
    },
  ): ReadFigure {
    return { indicator: indicator.code, ...rest }
  }

  #value(
    text: string,
    unitText: string,
    indicator: Indicator,
    refuse: (rule: string, column: ColumnName, expected: string) => void,
  ): Decimal | Absence | null {
    const reason = ABSENCES.find(word => word === text)
    if (reason) return absent(reason)
    const number = readNumber(text, this.#file.locale)
    if (!number) {
      refuse('exchange.not-a-number', 'value', this.#file.locale === 'vi' ? '31.742,5' : '31742.5')
      return null
    }
    const own = parseUnit(indicator.unit)
    const unit = unitText === '' ? own : parseUnit(unitText)
    if (!own || !unit) {
      refuse('exchange.not-a-unit', 'unit', indicator.unit)
      return null
    }
    const converted = sameUnit(unit, own) ? fromDecimal(number) : convert(fromDecimal(number), unit, own)
    if (isMessage(converted)) {
      refuse('exchange.unit-does-not-fit', 'unit', indicator.unit)
      return null
    }
    const exact = exactDecimal(converted)
    if (!exact || normalize(exact).scale > indicator.decimals) {
      refuse('exchange.too-many-decimals', 'value', String(indicator.decimals))
      return null
    }
    const value = normalize(exact)
    if (value.coefficient > 9007199254740991n || value.coefficient < -9007199254740991n) {
      refuse('exchange.too-large', 'value', '9007199254740991')
      return null
    }
    return value
  }

  #breakdown(text: string, refuse: () => null): Record<string, string> | null {
    if (text === '') return {}
    const pairs = text.split(';').map(pair => pair.split('=').map(part => part.trim()))
    if (pairs.some(pair => pair.length !== 2 || pair.includes(''))) return refuse()
    return Object.fromEntries(
      pairs.map(([dimension = '', code = '']) => [dimension, code] as const).sort(([a], [b]) => (a < b ? -1 : 1)),
    )
  }
}

/** Figures as a CSV file that `readFigures` reads back exactly; cells that a spreadsheet would run are defused. */
export function writeFigures(
  figures: readonly (ReadFigure & { readonly log?: number })[],
  indicators: readonly Indicator[],
): string {
  const units = new Map(indicators.map(indicator => [indicator.code, indicator.unit]))
  const rows = figures.map(figure =>
    [
      figure.indicator,
      figure.area,
      periodCode(figure.period),
      isAbsent(figure.value) ? figure.value.absent : decimalText(figure.value),
      figure.status,
      figure.note,
      units.get(figure.indicator) ?? '',
      Object.entries(figure.breakdown)
        .map(([dimension, code]) => `${dimension}=${code}`)
        .join(';'),
      figure.map ?? '',
      figure.method,
      figure.source,
    ]
      .map(csvCell)
      .join(','),
  )
  return [[...REQUIRED, ...OPTIONAL].join(','), ...rows, ''].join('\r\n')
}
