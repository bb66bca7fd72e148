import { boundOf, BOUND_KINDS } from '../measure/bound.ts'
import { decimalText, parseDecimal, type Decimal } from '../measure/decimal.ts'
import { isDay, parsePeriod, periodCode } from '../measure/period.ts'
import type { Message, Outcome } from '../messages/message.ts'
import { LONGEST_LAYER, LONGEST_NAME, MOST_ASSUMPTIONS, type Assumption, type Layer } from './layer.ts'

/**
 * A layer as text for an address: "1;NAME;ASSUMPTION;…", the fields of an assumption divided by commas, each field
 * percent-encoded. The number in front is the version of the form.
 *
 *     v,INDICATOR,AREA,2025,12.5          a figure
 *     p,INDICATOR,AREA,2024,relative,8    8% a period more from 2024 on; no area: every area
 *     b,MEASURE,AREA,atLeast,115,         a bound: kind, low, high; no area: the plan's own
 *     m,2025-07-01                        the map of a day
 */
export const layerText = ({ name, assumptions }: Layer): string =>
  [
    VERSION,
    encodeURIComponent(name),
    ...assumptions.map(each => fieldsOf(each).map(encodeURIComponent).join(',')),
  ].join(';')

const VERSION = '1'

function fieldsOf(each: Assumption): readonly string[] {
  switch (each.kind) {
    case 'value':
      return ['v', each.indicator, each.area, periodCode(each.period), decimalText(each.value)]
    case 'pace':
      return ['p', each.indicator, each.area ?? '', periodCode(each.from), each.basis, decimalText(each.by)]
    case 'bound': {
      const { kind, low, high } = each.bound
      const ends = [low, high].map(end => (end ? decimalText(end) : ''))
      return ['b', each.measure, each.area ?? '', kind, ...ends]
    }
    case 'map':
      return ['m', each.day]
    default:
      return each satisfies never
  }
}

/** Reads `layerText`; null with messages, each with its place in the text, where anything in it is not what a layer is. */
export function parseLayer(text: string): Outcome<Layer | null> {
  const reading = new Reading()
  if (text.length > LONGEST_LAYER) {
    reading.fault('layer.too-long', 0, text.length, String(text.length), String(LONGEST_LAYER))
    return { value: null, messages: reading.messages }
  }
  const [version, name, ...rest] = pieces(text, ';', 0)
  if (version?.text !== VERSION) reading.fault('layer.version', 0, version?.end ?? 0, version?.text ?? '', VERSION)
  const said = name ? reading.decoded(name) : ''
  if (!name || said.trim() === '' || said.length > LONGEST_NAME)
    reading.fault(
      'layer.name',
      name?.start ?? text.length,
      name?.end ?? text.length,
      said,
      `1 … ${String(LONGEST_NAME)}`,
    )
  if (rest.length > MOST_ASSUMPTIONS)
    reading.fault('layer.too-many', 0, text.length, String(rest.length), String(MOST_ASSUMPTIONS))
  const assumptions = reading.messages.length > 0 ? [] : rest.flatMap(piece => reading.assumption(piece) ?? [])
  const { messages } = reading
  return messages.length > 0 ? { value: null, messages } : { value: { name: said, assumptions }, messages }
}

/** Layers side by side, in one address. */
export const layersText = (layers: readonly Layer[]): string => layers.map(layerText).join('|')

/** Reads `layersText`; places are those of the whole text. */
export function parseLayers(text: string): Outcome<readonly Layer[] | null> {
  if (text === '') return { value: [], messages: [] }
  const read = pieces(text, '|', 0).map(piece => ({ piece, ...parseLayer(piece.text) }))
  const messages = read.flatMap(({ piece, messages: own }) =>
    own.map(m => ({ ...m, start: (m.start ?? 0) + piece.start, end: (m.end ?? 0) + piece.start })),
  )
  const layers = read.flatMap(({ value }) => value ?? [])
  return messages.length > 0 ? { value: null, messages } : { value: layers, messages }
}

interface Piece {
  readonly text: string
  readonly start: number
  readonly end: number
}

function pieces(text: string, mark: string, from: number): readonly Piece[] {
  let start = from
  return text.split(mark).map(part => {
    const piece = { text: part, start, end: start + part.length }
    start = piece.end + mark.length
    return piece
  })
}

const FORMS = 'v, p, b, m'
const FIELDS: Readonly<Record<string, number>> = { v: 5, p: 6, b: 6, m: 2 }

class Reading {
  readonly messages: Message[] = []

  fault(rule: string, start: number, end: number, actual: string, expected: string): null {
    this.messages.push({ rule, severity: 'error', start, end, actual: actual.slice(0, 80), expected })
    return null
  }

  /** A field that is no percent-encoding is told and read as it stands. */
  decoded(piece: Piece): string {
    try {
      return decodeURIComponent(piece.text).normalize('NFC')
    } catch {
      this.fault('layer.encoding', piece.start, piece.end, piece.text, '%C4%91')
      return piece.text
    }
  }

  assumption(piece: Piece): Assumption | null {
    const fields = pieces(piece.text, ',', piece.start)
    const values = fields.map(field => this.decoded(field))
    const [form = '', first = '', second = '', third = '', fourth = '', fifth = ''] = values
    const count = FIELDS[form]
    if (count === undefined) return this.fault('layer.form', piece.start, piece.end, form, FORMS)
    if (fields.length !== count)
      return this.fault('layer.fields', piece.start, piece.end, String(fields.length), String(count))
    const wrong = (field: number, rule: string, expected: string) => {
      const at = fields[field] ?? piece
      return this.fault(rule, at.start, at.end, values[field] ?? '', expected)
    }
    const named = (field: number): boolean => values[field] !== '' || (wrong(field, 'layer.no-name', '…'), false)
    switch (form) {
      case 'v': {
        const [period, value] = [parsePeriod(third), parseDecimal(fourth)]
        if (!named(1) || !named(2)) return null
        if (!period) return wrong(3, 'layer.period', '2025, 2024-Q1')
        return value
          ? { kind: 'value', indicator: first, area: second, period, value }
          : wrong(4, 'layer.decimal', '12.5')
      }
      case 'p': {
        const [from, by] = [parsePeriod(third), parseDecimal(fifth)]
        if (!named(1)) return null
        if (!from) return wrong(3, 'layer.period', '2025, 2024-Q1')
        if (fourth !== 'relative' && fourth !== 'absolute') return wrong(4, 'layer.one-of', 'relative, absolute')
        return by
          ? { kind: 'pace', indicator: first, area: second === '' ? null : second, from, basis: fourth, by }
          : wrong(5, 'layer.decimal', '8')
      }
      case 'b': {
        const kind = BOUND_KINDS.find(each => each === third)
        if (!named(1)) return null
        if (!kind) return wrong(3, 'layer.one-of', BOUND_KINDS.join(', '))
        const end = (field: number, text: string): Decimal | null | undefined =>
          text === '' ? null : (parseDecimal(text) ?? (wrong(field, 'layer.decimal', '115'), undefined))
        const [low, high] = [end(4, fourth), end(5, fifth)]
        if (low === undefined || high === undefined) return null
        const bound = boundOf(kind, low, high)
        return bound
          ? { kind: 'bound', measure: first, area: second === '' ? null : second, bound }
          : this.fault('layer.bound', piece.start, piece.end, piece.text, kind)
      }
      case 'm':
        return isDay(first) ? { kind: 'map', day: first } : wrong(1, 'layer.day', '2025-07-01')
      default:
        return null
    }
  }
}
