import type { Outcome } from '../messages/message.ts'
import { readSource } from './read-document.ts'
import type { Reading } from './result.ts'
import { openDocument, type SourceFile } from './source/open.ts'

/**
 * Reads a file: its targets, figures, tasks, sections and claims with their places. `null` with an error message where
 * the file itself cannot be read (empty, encrypted, a picture, broken); what is odd in its content is a message beside it.
 */
export async function readDocument(file: SourceFile): Promise<Outcome<Reading | null>> {
  const { value: source, messages } = await openDocument(file)
  if (!source) return { value: null, messages }
  const reading = readSource(source)
  const all = [...messages, ...reading.messages]
  return { value: { ...reading, messages: all }, messages: all }
}
