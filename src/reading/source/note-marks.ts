/** The mark of a footnote in raised words: "1" for "1", "(1)" and "[1]", "*"; null for anything else. */
export const markIn = (raised: string): string | null =>
  /^[[(]?(\d{1,3}|\*{1,3})[\])]?$/.exec(raised.trim())?.[1] ?? null

/** m², km², m³: a raised number behind a metre is a power and no footnote. `before` ends where it stands. */
export function powerBehind(before: string, raised: string): string | null {
  const power = raised.trim()
  if (power !== '2' && power !== '3') return null
  return /(?:^|[\s\d/(.,])[kdch]?m$/i.test(before) ? (power === '2' ? '²' : '³') : null
}

/** How a reference to a footnote stands in the text, as Markdown writes it: it is never taken for a figure. */
export const reference = (mark: string): string => `[^${mark}]`
