import { catalogue, say } from '../messages/catalogue.ts'
import type { Language, Message } from '../messages/message.ts'

/** The sentence of a message, with the values that it carries. */
export function messageSentence(message: Message, language: Language): string {
  const values = {
    actual: message.actual ?? '',
    expected: message.expected ?? '',
    line: String(message.line ?? ''),
    column: message.column ?? '',
  }
  return message.rule in catalogue ? say(message.rule, language, values) : message.rule
}

/** Messages as lines for standard error: where, then what. */
export function messageLines(messages: readonly Message[], language: Language): string {
  return messages
    .map(message => {
      const where =
        message.line === undefined
          ? message.start === undefined
            ? ''
            : `[${message.start}] `
          : `${message.line}${message.column ? `, ${message.column}` : ''}: `
      return `${where}${messageSentence(message, language)}\n`
    })
    .join('')
}
