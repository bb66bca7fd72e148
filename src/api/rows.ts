import { catalogue, say } from '../messages/catalogue.ts'
import type { Message } from '../messages/message.ts'

/** A refused row as the wire has it. */
export const rowJson = (message: Message) => {
  const { rule, severity, line, column, actual, expected } = message
  const values = { line: String(line ?? ''), column: column ?? '', actual: actual ?? '', expected: expected ?? '' }
  return {
    rule,
    severity,
    line: line ?? null,
    column: column ?? null,
    actual: actual ?? null,
    expected: expected ?? null,
    note: rule in catalogue ? say(rule, 'en', values) : rule,
  }
}
