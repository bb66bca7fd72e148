import { decimalText } from '../../measure/decimal.ts'
import { readNumber } from '../../measure/notation.ts'
import { isDay, parsePeriod } from '../../measure/period.ts'
import { boundOf, BOUND_KINDS } from '../../measure/bound.ts'
import type { Language, Message } from '../../messages/message.ts'
import { moved, type Lever } from '../../evaluation/what-if/lever.ts'
import type { Assumption, Layer } from '../../plan/layer.ts'

/** What a form of suppositions was sent with: fields by name. */
export type Fields = Readonly<Record<string, string>>

export interface Edited {
  readonly layer: Layer
  readonly messages: readonly Message[]
}

/** The field of a lever. */
export const leverField = ({ indicator }: Pick<Lever, 'indicator'>): string => `v.${indicator.code}`

const numberIn = (text: string, language: Language) =>
  readNumber(
    text.trim().replace(language === 'en' ? /,(?=\d{3}(\D|$))/g : /$^/, ''),
    language === 'vi' ? 'vi' : 'plain',
  )

/** A layer as a form has it: every lever's field, empty where nothing is supposed; and its name. */
export function editLayer(
  layer: Layer,
  levers: readonly Lever[],
  area: string,
  fields: Fields,
  language: Language,
): Edited {
  const messages: Message[] = []
  let edited: Layer = { ...layer, name: (fields['name'] ?? '').trim().slice(0, 80) || layer.name }
  for (const lever of levers) {
    const field = leverField(lever)
    const text = fields[field]
    if (text === undefined) continue
    if (text.trim() === '') {
      edited = moved(edited, lever, area, null)
      continue
    }
    const value = numberIn(text, language)
    if (value) edited = moved(edited, lever, area, value)
    else
      messages.push({
        rule: 'layer.decimal',
        severity: 'error',
        column: field,
        actual: text,
        expected: decimalText({ coefficient: 125n, scale: 1 }),
      })
  }
  return { layer: edited, messages }
}

/** An assumption of another kind, from the form that adds one. */
export function addedAssumption(fields: Fields, language: Language): Assumption | Message {
  const wrong = (column: string, rule: string, expected: string): Message => ({
    rule,
    severity: 'error',
    column,
    actual: fields[column] ?? '',
    expected,
  })
  switch (fields['kind'] ?? '') {
    case 'value': {
      const [period, value] = [parsePeriod(fields['period'] ?? ''), numberIn(fields['value'] ?? '', language)]
      if (!period) return wrong('period', 'layer.period', '2025')
      if (!value) return wrong('value', 'layer.decimal', decimalText({ coefficient: 125n, scale: 1 }))
      return { kind: 'value', indicator: fields['indicator'] ?? '', area: fields['where'] ?? '', period, value }
    }
    case 'pace': {
      const [from, by] = [parsePeriod(fields['from'] ?? ''), numberIn(fields['by'] ?? '', language)]
      if (!from) return wrong('from', 'layer.period', '2025')
      if (!by) return wrong('by', 'layer.decimal', '8')
      const basis = fields['basis'] === 'absolute' ? 'absolute' : 'relative'
      const area = fields['where'] === '' ? null : (fields['where'] ?? null)
      return { kind: 'pace', indicator: fields['indicator'] ?? '', area, from, basis, by }
    }
    case 'bound': {
      const kind = BOUND_KINDS.find(each => each === fields['bound'])
      const [low, high] = ['low', 'high'].map(name => {
        const text = fields[name]?.trim() ?? ''
        return text === '' ? null : numberIn(text, language)
      }) as [ReturnType<typeof readNumber>, ReturnType<typeof readNumber>]
      const bound = kind && boundOf(kind, low, high)
      if (!bound) return wrong('low', 'layer.bound', BOUND_KINDS.join(', '))
      const area = fields['where'] === '' ? null : (fields['where'] ?? null)
      return { kind: 'bound', measure: fields['measure'] ?? '', area, bound }
    }
    case 'map': {
      const day = fields['day'] ?? ''
      return isDay(day) ? { kind: 'map', day } : wrong('day', 'layer.day', '2025-07-01')
    }
    default:
      return wrong('kind', 'layer.form', 'value, pace, bound, map')
  }
}
