import { setTimeout as pause } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import type { Outcome } from '../messages/message.ts'
import { builtFile } from './built.ts'
import { readDocument } from './read.ts'
import type { Reading } from './result.ts'
import type { SourceFile } from './source/open.ts'

/** What is being done to a document. */
export type Doing = 'document-open' | 'document-read'

/** What the thread tells. */
export type Told =
  /** `percent` null: nobody knows how long it is. */
  | { readonly kind: 'doing'; readonly doing: Doing; readonly percent: number | null }
  | { readonly kind: 'read'; readonly outcome: Outcome<Reading | null> }

/** A plain text of so many bytes is read before a thread would have begun. */
const SHORT = 64 << 10
const PLAIN = /\.(?:md|markdown|txt)$/i
/** How often somebody is told that it still reads, and may end it, in milliseconds. */
const BEAT = 200
const MOST_MEMORY_MB = 1500

/**
 * Reads a file as `readDocument` does, in a thread of its own unless it is short. `step` is told again and again what is
 * being done; where it throws, the thread is ended and the error handed on.
 */
export async function readThreaded(
  file: SourceFile,
  step: (doing: Doing, percent: number | null) => Promise<void> = () => Promise.resolve(),
): Promise<Outcome<Reading | null>> {
  if (PLAIN.test(file.name) && file.bytes.length <= SHORT) return readDocument(file)
  const thread = new Worker(builtFile('threads/reading.mjs'), {
    workerData: { ...file, bytes: file.bytes.slice() },
    resourceLimits: { maxOldGenerationSizeMb: MOST_MEMORY_MB },
    stdout: true,
    stderr: true,
  })
  let now: { readonly doing: Doing; readonly percent: number | null } = { doing: 'document-open', percent: null }
  const ended = new Promise<Outcome<Reading | null>>((done, failed) => {
    thread.on('message', (told: Told) => {
      if (told.kind === 'doing') now = told
      else done(told.outcome)
    })
    thread.once('error', failed)
    thread.once('exit', code => failed(new Error(`the reading thread ended with ${code}`)))
  })
  // Whoever steps may end it first.
  ended.catch(() => undefined)
  try {
    for (;;) {
      const outcome = await Promise.race([ended, pause(BEAT, null)])
      if (outcome) return outcome
      await step(now.doing, now.percent)
    }
  } finally {
    await thread.terminate()
  }
}
