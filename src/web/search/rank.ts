import { foldedForm } from '../../measure/names.ts'

/** Text as it is looked through: words with one blank before each, with accents and without. */
export interface Searchable {
  readonly marked: string
  readonly folded: string
  /** Codes and what it belongs to, without accents. */
  readonly beside: string
  /** Longer words, without accents; the same length as they are shown. */
  readonly within: string
}

const asWords = (text: string): string => ` ${text.replace(/[^\p{L}\p{N}]+/gu, ' ').trim()}`
const asMarked = (text: string): string => asWords(text.normalize('NFC').toLowerCase())
const asFolded = (text: string): string => asWords(foldedForm(text))

export const searchable = (title: string, beside: string, within: string): Searchable => ({
  marked: asMarked(title),
  folded: asFolded(title),
  beside: asFolded(beside),
  within: asFolded(within),
})

/** A question, read once for all that is looked through. */
export interface Query {
  readonly marked: string
  readonly folded: string
  readonly markedWords: readonly string[]
  readonly words: readonly string[]
}

/** So much of a question is read. */
const LONGEST_QUERY = 100
const MOST_WORDS = 12

/** Null where it holds nothing that can be looked for. */
export function queryOf(text: string): Query | null {
  const asked = text.slice(0, LONGEST_QUERY)
  const [marked, folded] = [asMarked(asked), asFolded(asked)]
  const split = (words: string) =>
    words
      .split(' ')
      .filter(word => word !== '')
      .slice(0, MOST_WORDS)
      .map(word => ` ${word}`)
  const words = split(folded)
  return words.length === 0 ? null : { marked, folded, markedWords: split(marked), words }
}

/**
 * How well something answers a question, 0 where it does not: its very name before its name without accents, a name that
 * begins so before one that holds it, the title before what stands beside it, and that before a mention in a longer text.
 * Every word of the question must begin a word that is found.
 */
export function rankOf({ marked, folded, beside, within }: Searchable, query: Query): number {
  if (!query.words.every(word => folded.includes(word) || beside.includes(word) || within.includes(word))) return 0
  if (marked === query.marked) return 100
  if (folded === query.folded) return 90
  if (marked.startsWith(query.marked)) return 80
  if (folded.startsWith(query.folded)) return 75
  if (marked.includes(query.marked)) return 70
  if (folded.includes(query.folded)) return 65
  if (query.markedWords.every(word => marked.includes(word))) return 60
  if (query.words.every(word => folded.includes(word))) return 55
  if (query.words.every(word => folded.includes(word) || beside.includes(word))) return 40
  return within.includes(query.folded) ? 30 : 20
}
