import { say } from '../messages/catalogue.ts'
import type { Outcome } from '../messages/message.ts'
import type { ExitCode, Surroundings } from './command.ts'
import { bytesOf } from './read-file.ts'
import { messageLines } from './show-messages.ts'

/** What was written, as `define` tells it; null where nothing differed. */
export type Saved = { readonly value: { readonly ids: readonly string[] } } | null

/** Reads a table of definitions and keeps it, whole or not at all; tells every row that was refused. */
export async function keepTable<T>(
  file: string,
  around: Surroundings,
  read: (text: string) => Outcome<T | null>,
  save: (value: T) => Promise<Saved>,
): Promise<ExitCode> {
  const bytes = await bytesOf(file, around)
  if (!bytes) return 2
  const { value, messages } = read(new TextDecoder().decode(bytes))
  if (value === null) {
    around.err(messageLines(messages, around.language))
    around.err(`${say('cli.import-refused', around.language, { count: String(messages.length) })}\n`)
    return 1
  }
  const done = await save(value)
  const count = String(done?.value.ids.length ?? 0)
  around.out(`${say(done ? 'desk.saved' : 'desk.nothing-new', around.language, { count })}\n`)
  return 0
}
