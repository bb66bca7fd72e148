/** The three known words that are closest, for a message that helps. */
export function nearest(word: string, known: Iterable<string>): string {
  const all = [...known]
  const close = all.map(candidate => ({ candidate, far: distance(word, candidate) })).sort((a, b) => a.far - b.far)
  return close
    .slice(0, 3)
    .map(({ candidate }) => candidate)
    .join(', ')
}

/** Levenshtein's edit distance. */
export function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i]
    for (let j = 1; j <= b.length; j += 1)
      next.push(
        Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)),
      )
    row = next
  }
  return row[b.length] ?? 0
}
