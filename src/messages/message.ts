/** The languages that the program speaks. */
export const LANGUAGES = ['vi', 'en'] as const
export type Language = (typeof LANGUAGES)[number]

export type Bilingual = Readonly<Record<Language, string>>

/** `error`: what was read cannot be used; `warning`: it can, but look; `info`: told so that nothing happens silently. */
export type Severity = 'error' | 'warning' | 'info'

/**
 * What a reader, an importer or an evaluation has to say: a rule of the catalogue, where, what was found and what
 * was expected. Reading never throws on content: it returns its value and its messages.
 */
export interface Message {
  /** A code of the catalogue (`catalogue.ts`). */
  readonly rule: string
  readonly severity: Severity
  /** UTF-16 offsets into the text as read, where the message is about a text. */
  readonly start?: number
  readonly end?: number
  /** Line (from 1) and column name, where it is about a table. */
  readonly line?: number
  readonly column?: string
  readonly actual?: string
  readonly expected?: string
}

/** A value and what there is to say of it. */
export interface Outcome<T> {
  readonly value: T
  readonly messages: readonly Message[]
}
