import type { Span } from '../../reading/result.ts'

/** Words as they are compared: one form of Unicode, no marks of Markdown, one blank between. */
export const wordsAlike = (text: string): string => shrunk(text).text

/**
 * Where words stand in a text whatever its blanks, line ends and marks of Markdown; of several places the one nearest to
 * `near`. Null where they stand nowhere.
 */
export function findWords(text: string, words: string, near = 0): Span | null {
  const wanted = wordsAlike(words)
  if (wanted === '') return null
  const { text: within, places } = shrunk(text)
  let best: Span | null = null
  for (let at = within.indexOf(wanted); at >= 0; at = within.indexOf(wanted, at + 1)) {
    const span = { start: places[at] ?? 0, end: (places[at + wanted.length - 1] ?? 0) + 1 }
    if (!best || Math.abs(span.start - near) < Math.abs(best.start - near)) best = span
  }
  return best
}

/** What is no word: marks of Markdown and backslashes before signs. */
const MARKS = new Set(['*', '_', '\\', '#', '`'])

/** The text without doubled blanks and marks, and where each of its characters stood. The texts of documents are NFC. */
function shrunk(text: string): { readonly text: string; readonly places: readonly number[] } {
  const places: number[] = []
  let out = ''
  let blank = true
  for (let i = 0; i < text.length; i += 1) {
    const sign = text[i] ?? ''
    if (MARKS.has(sign)) continue
    if (/\s/.test(sign)) {
      if (!blank) {
        out += ' '
        places.push(i)
      }
      blank = true
      continue
    }
    blank = false
    out += sign
    places.push(i)
  }
  const end = out.trimEnd()
  return { text: end, places: places.slice(0, end.length) }
}
