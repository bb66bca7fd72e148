import type { Language } from '../messages/message.ts'

/** What a command may touch: handed in, so that a test can run it in a process of its own or in this one. */
export interface Surroundings {
  readonly language: Language
  readonly env: Readonly<Record<string, string | undefined>>
  /** Standard output: the result, and with `--json` one document and nothing else. */
  readonly out: (text: string) => void
  /** Standard error: progress and messages. */
  readonly err: (text: string) => void
  /** The present moment, ISO with its offset. */
  readonly now: () => Date
}

/** 0: done; 1: done, and what was read is at fault; 2: the call is at fault. */
export type ExitCode = 0 | 1 | 2

export interface Command {
  readonly name: string
  /** One line of help: the arguments. */
  readonly usage: string
  /** A code of the catalogue: what it does. */
  readonly about: string
  run(args: readonly string[], around: Surroundings): Promise<ExitCode>
}
