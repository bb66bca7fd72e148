import { DIRECTIONS } from '../../measure/aggregation.ts'
import { BOUND_KINDS, boundOf } from '../../measure/bound.ts'
import type { Decimal } from '../../measure/decimal.ts'
import { readTyped } from '../../measure/notation.ts'
import { isDay } from '../../measure/period.ts'
import { parseUnit } from '../../measure/unit.ts'
import type { Language, Message, Outcome } from '../../messages/message.ts'
import { BASES, SHAPES } from '../../plan/plan.ts'
import type { ReadMeasure } from '../../reading/result.ts'
import type { PlanFacts } from './event.ts'

export type Fields = Readonly<Record<string, string>>

const CHANGING = new Set(['growth', 'meanGrowth', 'addition', 'eachChange'])

/** Reads the fields of a form, and says of each field what does not fit. */
class FieldReader {
  readonly messages: Message[] = []
  readonly #fields: Fields
  readonly #language: Language

  constructor(fields: Fields, language: Language) {
    this.#fields = fields
    this.#language = language
  }

  text(name: string): string {
    return (this.#fields[name] ?? '').normalize('NFC').trim()
  }

  fault(column: string, rule: string, actual = this.text(column)): null {
    this.messages.push({ rule, severity: 'error', column, actual })
    return null
  }

  number(name: string): Decimal | null {
    const text = this.text(name)
    if (text === '') return null
    return readTyped(text, this.#language) ?? this.fault(name, 'web.draft.fault-number')
  }

  year(name: string): number | null {
    const text = this.text(name)
    if (text === '') return null
    const value = /^\d{4}$/.test(text) ? Number(text) : 0
    return value >= 1900 && value <= 2200 ? value : this.fault(name, 'web.draft.fault-year')
  }

  oneOf<T extends string>(name: string, words: readonly T[]): T | null {
    const text = this.text(name)
    if (text === '') return null
    return words.find(word => word === text) ?? this.fault(name, 'web.draft.fault-choice')
  }
}

/** The measure that a corrected form describes; null with a message for each field that does not fit. */
export function correctMeasure(before: ReadMeasure, fields: Fields, language: Language): Outcome<ReadMeasure | null> {
  const read = new FieldReader(fields, language)
  const name = read.text('name')
  if (name === '') read.fault('name', 'web.draft.fault-name')
  const shape = read.oneOf('shape', SHAPES) ?? before.shape
  const kind = read.oneOf('bound', BOUND_KINDS) ?? before.bound.kind
  const [first, second] = [read.number('low'), read.number('high')]
  // "Exactly 115" needs to be written once only.
  const ends = kind === 'exactly' ? { low: first ?? second, high: second ?? first } : { low: first, high: second }
  if (read.messages.length === 0 && shape !== 'milestone' && !boundOf(kind, ends.low, ends.high))
    read.fault('bound', 'web.draft.fault-bound', kind)
  const unit = read.text('unit')
  if (!parseUnit(unit)) read.fault('unit', 'web.draft.fault-unit')
  const [from, to] = [read.year('from'), read.year('to')]
  if (from !== null && to !== null && from > to) read.fault('from', 'web.draft.fault-years')
  const change = read.oneOf('change', ['up', 'down'])
  const basis = read.oneOf('basis', BASES)
  if (CHANGING.has(shape) && (!change || !basis)) read.fault('change', 'web.draft.fault-change')
  const base = read.year('base')
  const count = read.text('indicators')
  if (count !== '' && !/^(?:[1-9]|[1-4]\d|50)$/.test(count)) read.fault('indicators', 'web.draft.fault-count')
  if (read.messages.length > 0) return { value: null, messages: read.messages }
  const end = to ?? from
  return {
    value: {
      start: before.start,
      end: before.end,
      name,
      shape,
      when: end === null ? null : { from: from ?? end, to: end },
      bound: shape === 'milestone' ? { kind: 'exactly', low: null, high: null } : { kind, ...ends },
      unit: parseUnit(unit)?.text ?? unit,
      direction: read.oneOf('direction', DIRECTIONS) ?? before.direction,
      change: CHANGING.has(shape) ? change : null,
      basis: CHANGING.has(shape) ? basis : null,
      base: base === null ? null : { year: base },
      indicators: count === '' ? 1 : Number(count),
      mean: shape === 'meanGrowth' ? (read.oneOf('mean', ['geometric', 'arithmetic']) ?? 'geometric') : null,
      part: read.text('part') !== '',
    },
    messages: [],
  }
}

/** What a corrected form says of the plan as a whole. */
export function correctFacts(fields: Fields, language: Language): Outcome<PlanFacts | null> {
  const read = new FieldReader(fields, language)
  const name = read.text('name')
  if (name === '') read.fault('name', 'web.draft.fault-name')
  const [from, to] = [read.year('from'), read.year('to')]
  if (from !== null && to !== null && from > to) read.fault('from', 'web.draft.fault-years')
  const adopted = read.text('adopted')
  if (adopted !== '' && !isDay(adopted)) read.fault('adopted', 'web.fault.bad-day')
  return read.messages.length > 0
    ? { value: null, messages: read.messages }
    : { value: { name, issuer: read.text('issuer'), from, to, area: read.text('area'), adopted }, messages: [] }
}
