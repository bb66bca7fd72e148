import { fill } from '../../../messages/sentence.ts'

/** The sentences of the page, by their codes. */
export type Words = Readonly<Record<string, string>>

/** The sentence of a code with its places filled. */
export const say = (words: Words, code: string, values: Readonly<Record<string, string>> = {}): string =>
  fill(words[code] ?? code, values)

/** Hours and minutes of the reader's own clock. */
export const clock = (at = new Date()): string =>
  `${String(at.getHours()).padStart(2, '0')}:${String(at.getMinutes()).padStart(2, '0')}`
