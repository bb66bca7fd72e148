import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { say } from '../messages/catalogue.ts'
import { readDocument } from '../reading/read.ts'
import type { Reading } from '../reading/result.ts'
import type { Surroundings } from './command.ts'
import { messageLines } from './show-messages.ts'

/** The largest file that is taken: a scanned resolution of several hundred pages is well under it. */
export const LARGEST_FILE = 64 * 1024 * 1024

/** The bytes of a file, refused by size before they are read; null after the reason was told. */
export async function bytesOf(path: string, around: Surroundings): Promise<Uint8Array | null> {
  try {
    const { size } = await stat(path)
    if (size > LARGEST_FILE) {
      around.err(
        `${say('cli.file-too-large', around.language, { path, size: String(Math.round(size / 1048576)), most: String(LARGEST_FILE / 1048576) })}\n`,
      )
      return null
    }
    return new Uint8Array(await readFile(path))
  } catch {
    around.err(`${say('cli.no-file', around.language, { path })}\n`)
    return null
  }
}

/** Reads a document named on the command line; null after the reason was told. */
export async function readingOf(path: string, around: Surroundings): Promise<Reading | null> {
  const bytes = await bytesOf(path, around)
  if (!bytes) return null
  const { value, messages } = await readDocument({ name: basename(path), bytes })
  around.err(messageLines(messages, around.language))
  return value
}
