import { catalogue, say } from '../../messages/catalogue.ts'
import type { Message } from '../../messages/message.ts'
import type { View } from './view.ts'

/** The sentence of a message of a reader or an importer. */
export function messageIn(message: Message, { language }: View): string {
  const values = {
    actual: message.actual ?? '',
    expected: message.expected ?? '',
    line: String(message.line ?? ''),
    column: message.column ?? '',
    kind: message.actual ?? '',
    number: String(message.line ?? ''),
    subject: message.actual ?? '',
    recipient: message.column ?? '',
    detail: message.actual ?? '',
  }
  return message.rule in catalogue ? say(message.rule, language, values) : message.rule
}

export const MessageList = ({ view, messages }: { readonly view: View; readonly messages: readonly Message[] }) => (
  <ul>
    {messages.map(message => (
      <li>{messageIn(message, view)}</li>
    ))}
  </ul>
)
