import { csvCell } from '../exchange/csv.ts'
import type { Message, Outcome } from '../messages/message.ts'

/**
 * A table with one line put at its end by a form, read by the table's own reader: what is wrong with that line is told by the
 * form's fields (the table's columns); what it breaks elsewhere keeps its line.
 */
export function withRow<T>(
  standing: string,
  columns: readonly string[],
  fields: Readonly<Record<string, string>>,
  read: (text: string) => Outcome<T | null>,
): Outcome<T | null> {
  const row = columns.map(name => csvCell((fields[name] ?? '').replace(/\s+/g, ' ').trim())).join(',')
  const lines = standing.trimEnd().split('\n').length
  const { value, messages } = read(`${standing.trimEnd()}\n${row}\n`)
  return { value, messages: messages.map(message => (message.line === lines + 1 ? inForm(message) : message)) }
}

const inForm = (message: Message): Message => ({ ...message, column: message.column?.split(' ')[0] ?? '' })
