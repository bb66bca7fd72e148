import type { Span } from '../result.ts'

/** Marks that number a list, with the order of each; a run of them in one paragraph parts it. */
interface Series {
  readonly pattern: RegExp
  readonly order: (mark: string) => number
  /** How many in a row are no chance. */
  readonly least: number
}

const ROMAN = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X']
const SERIES: readonly Series[] = [
  { pattern: /(?<=^|\s)(X|IX|IV|VI{0,3}|I{1,3})\.\s(?=\p{Lu})/gu, order: mark => ROMAN.indexOf(mark) + 1, least: 2 },
  { pattern: /(?<=^|\s)(\d{1,2})\.\s(?=["“(]?\p{Lu})/gu, order: Number, least: 3 },
]
const DASHED = /(?<=[.;:…])\s[-–+•]\s(?=\p{Lu})/gu

/**
 * Pages that lose their line ends run a whole list into one paragraph: "… I. Về kinh tế 1. Tốc độ tăng … 2. Thu nhập …".
 * Numbers that count on from 1, and dashes behind ended items, part it again; a lone "1." or "II." does not.
 */
export function parted(text: string, span: Span): Span[] {
  const words = text.slice(span.start, span.end)
  const cuts = new Set<number>()
  for (const { pattern, order, least } of SERIES) {
    const run: number[] = []
    for (const match of words.matchAll(pattern)) if (order(match[1] ?? '') === run.length + 1) run.push(match.index)
    if (run.length >= least) for (const at of run) cuts.add(at)
  }
  const dashes = [...words.matchAll(DASHED)]
  if (dashes.length >= 2) for (const { index } of dashes) cuts.add(index + 1)
  cuts.delete(0)
  if (cuts.size === 0) return [span]
  const starts = [0, ...[...cuts].sort((a, b) => a - b)]
  return starts.map((from, i) => ({ start: span.start + from, end: span.start + (starts[i + 1] ?? words.length) }))
}
