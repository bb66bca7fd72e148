import { ABSENCES, absent, type Absence } from '../measure/absence.ts'
import { normalize, type Decimal } from '../measure/decimal.ts'
import { foldedForm } from '../measure/names.ts'
import { nearest } from '../measure/nearest.ts'
import { readNumber } from '../measure/notation.ts'
import { isDay, lastDay, parsePeriod, type Period } from '../measure/period.ts'
import { exactDecimal, fromDecimal } from '../measure/ratio.ts'
import { convert, isMessage, parseUnit, sameUnit, type Unit } from '../measure/unit.ts'
import type { Message } from '../messages/message.ts'
import { STATUSES, type Observation, type ObservationStatus } from '../plan/observation.ts'
import type { Indicator } from '../plan/plan.ts'
import type { Resolved } from '../territory/names.ts'
import { undefused } from './csv.ts'
import { SeenFigures } from './seen.ts'

/** A figure as a file gives it; the store adds the moment learnt. */
export type ReadFigure = Omit<Observation, 'log'>

export interface FigureFile {
  readonly indicators: readonly Indicator[]
  /** Areas that are known, by id; or who names an area on the map of a day. A figure for any other is refused. */
  readonly areas: readonly string[] | ((text: string, on: string) => Resolved)
  /** How values are written in the file. */
  readonly locale: 'vi' | 'plain'
}

export const REQUIRED = ['indicator', 'area', 'period', 'value', 'status', 'note'] as const
export const OPTIONAL = ['unit', 'breakdown', 'map', 'method', 'source'] as const
export type ColumnName = (typeof REQUIRED)[number] | (typeof OPTIONAL)[number]

export const PERIOD_FORMS = '2024, 2024-H1, 2024-Q1, 2024-M9, 2024-03, 2021/2025'

/** No more faults of one file are told in full; the rest is counted. */
export const MOST_FAULTS = 10_000

/** What is wrong with a file, each fault by line and column, up to a number that a reader can use. */
export class Faults {
  readonly messages: Message[] = []
  count = 0

  add(rule: string, line: number, column: string, actual: string, expected = ''): null {
    this.count += 1
    if (this.messages.length < MOST_FAULTS)
      this.messages.push({ rule, severity: 'error', line, column, actual, expected })
    return null
  }
}

/** The cells of one figure by the names of their columns. */
export interface FigureRow {
  readonly line: number
  readonly cell: (name: ColumnName) => string
  /** How faults name a column: as the long form calls it, or a sheet's own letter. */
  readonly columnOf: (name: ColumnName) => string
}

/**
 * Checks rows of figures, whatever table they come from: every check of a figure stands here, once. What a column says
 * again and again is read once.
 */
export class FigureReader {
  readonly #file: FigureFile
  readonly #faults: Faults
  readonly #byCode: ReadonlyMap<string, Indicator>
  readonly #seen = new SeenFigures()
  readonly #periods = new Map<string, { readonly period: Period; readonly last: string } | null>()
  /** By the day whose map names them. */
  readonly #areas = new Map<string, Map<string, Resolved>>()
  readonly #units = new Map<string, Unit | null>()
  readonly #breakdowns = new Map<string, Record<string, string> | null>()

  constructor(file: FigureFile, faults: Faults) {
    this.#file = file
    this.#faults = faults
    this.#byCode = new Map(file.indicators.map(indicator => [indicator.code, indicator]))
  }

  /** The figure of a row; null after what is wrong was told. */
  read({ line, cell, columnOf }: FigureRow): ReadFigure | null {
    const before = this.#faults.count
    const refuse = (rule: string, name: ColumnName, actual: string, expected: string) =>
      this.#faults.add(rule, line, columnOf(name), actual, expected)
    const code = cell('indicator')
    const indicator = this.#byCode.get(code)
    if (!indicator) refuse('exchange.unknown-indicator', 'indicator', code, nearest(code, this.#byCode.keys()))
    const periodText = cell('period')
    const dated = remembered(this.#periods, periodText, datedPeriod)
    if (!dated) refuse('exchange.not-a-period', 'period', periodText, PERIOD_FORMS)
    const statusText = cell('status')
    const status = STATUSES.find(word => word === statusText)
    if (!status) refuse('exchange.not-a-status', 'status', statusText, STATUSES.join(', '))
    const mapText = cell('map')
    const map = mapText === '' ? null : mapText
    if (map !== null && !isDay(map)) refuse('exchange.not-a-day', 'map', map, '2025-07-01')
    const areaText = cell('area')
    const area = this.#area(areaText, map ?? dated?.last ?? '', (rule, expected) =>
      refuse(rule, 'area', areaText, expected),
    )
    const method = cell('method')
    if (indicator && method !== '' && !indicator.methods.some(known => known.id === method))
      refuse('exchange.unknown-method', 'method', method, indicator.methods.map(known => known.id).join(', '))
    const breakdownText = cell('breakdown')
    const breakdown = remembered(this.#breakdowns, breakdownText, breakdownOf)
    if (!breakdown) refuse('exchange.not-a-breakdown', 'breakdown', breakdownText, 'sex=F;place=rural')
    const value = indicator ? this.#value(cell('value'), cell('unit'), indicator, refuse) : null
    if (this.#faults.count > before || !indicator || area === null || !dated || !status || !value || !breakdown)
      return null
    const source = cell('source')
    const other = `${method}\n${mapText}\n${breakdownText}\n${source}`
    const stood = this.#seen.note(code, area, other, periodText, line)
    if (stood !== 0) return refuse('exchange.twice', 'indicator', String(stood), '')
    return figureOf(code, method, area, map, dated.period, breakdown, source, value, status, cell('note'))
  }

  #area(text: string, on: string, refuse: (rule: string, expected: string) => null): string | null {
    const { areas } = this.#file
    if (typeof areas !== 'function')
      return areas.includes(text) ? text : refuse('exchange.unknown-area', nearest(text, areas))
    const named = remembered(this.#areas, on, () => new Map<string, Resolved>())
    const found = remembered(named, text, () => areas(text, on))
    if ('area' in found) return found.area
    return 'ambiguous' in found
      ? refuse('exchange.ambiguous-area', found.ambiguous.join(', '))
      : refuse('exchange.unknown-area', found.nearest.join(', '))
  }

  #value(
    text: string,
    unitText: string,
    indicator: Indicator,
    refuse: (rule: string, name: ColumnName, actual: string, expected: string) => null,
  ): Decimal | Absence | null {
    const reason = ABSENCES.find(word => word === text)
    if (reason) return absent(reason)
    // "9%", and what a spreadsheet shows so: the sign says the unit, and no other may stand beside it.
    const signed = /^(.*\d)\s?%$/.exec(text)?.[1]
    if (signed !== undefined && unitText !== '' && unitText !== '%')
      return refuse('exchange.unit-does-not-fit', 'unit', unitText, '%')
    const number = readNumber(signed ?? text, this.#file.locale)
    if (!number)
      return refuse('exchange.not-a-number', 'value', text, this.#file.locale === 'vi' ? '31.742,5' : '31742.5')
    const unit = signed === undefined ? unitText : '%'
    const exact =
      unit === '' || unit === indicator.unit ? number : this.#converted(number, text, unit, indicator, refuse)
    if (!exact) return null
    const value = normalize(exact)
    if (value.scale > indicator.decimals)
      return refuse('exchange.too-many-decimals', 'value', text, String(indicator.decimals))
    if (value.coefficient > 9007199254740991n || value.coefficient < -9007199254740991n)
      return refuse('exchange.too-large', 'value', text, '9007199254740991')
    return value
  }

  #converted(
    number: Decimal,
    text: string,
    unitText: string,
    indicator: Indicator,
    refuse: (rule: string, name: ColumnName, actual: string, expected: string) => null,
  ): Decimal | null {
    const own = remembered(this.#units, indicator.unit, parseUnit)
    const unit = remembered(this.#units, unitText, parseUnit)
    // Typed without accents: "ho" is "hộ".
    if (/^[\x20-\x7e]+$/.test(unitText) && foldedForm(indicator.unit) === foldedForm(unitText)) return number
    if (!own || !unit) return refuse('exchange.not-a-unit', 'unit', unitText, indicator.unit)
    if (sameUnit(unit, own)) return number
    const converted = convert(fromDecimal(number), unit, own)
    if (isMessage(converted)) return refuse('exchange.unit-does-not-fit', 'unit', unitText, indicator.unit)
    return exactDecimal(converted) ?? refuse('exchange.too-many-decimals', 'value', text, String(indicator.decimals))
  }
}

/** Each in one order of fields, so that a million of them share one shape. */
const figureOf = (
  indicator: string,
  method: string,
  area: string,
  map: string | null,
  period: Period,
  breakdown: Record<string, string>,
  source: string,
  value: Decimal | Absence,
  status: ObservationStatus,
  note: string,
): ReadFigure => ({ indicator, method, area, map, period, breakdown, source, value, status, note })

function datedPeriod(text: string): { readonly period: Period; readonly last: string } | null {
  const period = parsePeriod(text)
  return period && { period, last: lastDay(period) }
}

const MOST_REMEMBERED = 100_000

function remembered<T>(known: Map<string, T>, text: string, read: (text: string) => T): T {
  const found = known.get(text)
  if (found !== undefined) return found
  if (known.size >= MOST_REMEMBERED) known.clear()
  const made = read(text)
  known.set(text, made)
  return made
}

function breakdownOf(text: string): Record<string, string> | null {
  if (text === '') return {}
  const pairs = text.split(';').map(pair => pair.split('=').map(part => part.trim()))
  if (pairs.some(pair => pair.length !== 2 || pair.includes(''))) return null
  return Object.fromEntries(
    pairs.map(([dimension = '', code = '']) => [dimension, code] as const).sort(([a], [b]) => (a < b ? -1 : 1)),
  )
}

/** A cell as it is compared: composed, trimmed, no apostrophe of ours in front. */
export const cleanCell = (text: string): string => (text === '' ? text : undefused(text.normalize('NFC').trim()))
