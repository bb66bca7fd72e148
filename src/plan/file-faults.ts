import type { Message } from '../messages/message.ts'
import type { Name } from './plan.ts'

/** Nothing is said. */
export const none = (value: unknown): value is null | undefined => value === undefined || value === null

export type Json = Readonly<Record<string, unknown>>

/** Collects what is wrong, with the path where it stands. */
export class Faults {
  readonly messages: Message[] = []

  add(path: string, rule: string, actual: unknown, expected: string): null {
    const found = actual === undefined ? '—' : JSON.stringify(actual).slice(0, 80)
    this.messages.push({ rule, severity: 'error', column: path, actual: found, expected })
    return null
  }

  object(value: unknown, path: string): Json | null {
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Json)
      : this.add(path, 'plan.not-an-object', value, '{ … }')
  }

  list(value: unknown, path: string): readonly unknown[] {
    if (Array.isArray(value)) return value as readonly unknown[]
    this.add(path, 'plan.not-a-list', value, '[ … ]')
    return []
  }

  text(value: unknown, path: string): string {
    if (typeof value === 'string' && value.trim() !== '') return value.normalize('NFC')
    this.add(path, 'plan.not-a-text', value, '"…"')
    return ''
  }

  oneOf<T extends string>(value: unknown, words: readonly T[], path: string): T | null {
    return words.find(word => word === value) ?? this.add(path, 'plan.not-one-of', value, words.join(', '))
  }

  whole(value: unknown, path: string): number {
    if (typeof value === 'number' && Number.isInteger(value)) return value
    this.add(path, 'plan.not-a-number', value, '0, 1, 2 …')
    return 0
  }
}

/** A name in Vietnamese, and in English where somebody gave one. */
export function readName(value: unknown, path: string, faults: Faults): Name {
  const name = faults.object(value, path)
  const vi = faults.text(name?.['vi'], `${path}.vi`)
  return none(name?.['en']) ? { vi } : { vi, en: faults.text(name['en'], `${path}.en`) }
}

/** Tells ids that stand twice. */
export function unique(ids: readonly string[], path: string, faults: Faults): void {
  const seen = new Set<string>()
  for (const id of ids) {
    if (seen.has(id)) faults.add(path, 'plan.twice', id, '')
    seen.add(id)
  }
}
