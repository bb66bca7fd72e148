import type { YearWords } from '../words/years.ts'
import type { Quantity } from './quantity.ts'

/** What parts one figure with its year from the next: "65% vào năm 2025 *và* đạt 80% vào năm 2030". */
const PARTED = /[,;:]|(?:^|\s)(?:và|còn lại|trong đó|lên|xuống)(?!\p{L})/u
/** Farther than this behind a figure a year speaks of something else. */
const NEAR = 60

/**
 * The year that governs a quantity of the clause [from, to). Years lead ("năm 2025 đạt 65%, năm 2030 đạt 80%") or follow
 * ("đạt 65% vào năm 2025 và 80% vào năm 2030"): one between two figures belongs to the earlier where nothing parts it from
 * that and something parts it from the later. A figure without a year of its own takes the next that follows a later one
 * ("60% ở thành thị và 40% ở nông thôn vào năm 2025").
 */
export function governingYear(
  low: string,
  years: readonly YearWords[],
  quantities: readonly Quantity[],
  i: number,
  from: number,
  to: number,
): YearWords | null {
  const quantity = quantities[i]
  if (!quantity) return null
  const previous = quantities[i - 1]
  const left = Math.max(from, previous?.to ?? from)
  const usable = years.filter(words => words.role === 'own' || words.role === 'past')
  const before = usable.findLast(
    words =>
      words.from >= left &&
      words.to <= quantity.from &&
      !(previous?.to === left && follows(low, previous, words, quantity)),
  )
  if (before) return before
  for (let k = i; k < quantities.length; k += 1) {
    const [at, next] = [quantities[k], quantities[k + 1]]
    if (!at || at.from >= to) return null
    const right = Math.min(to, next?.from ?? to)
    const behind = years.find(words => words.role === 'own' && words.from >= at.to && words.to <= right)
    if (!behind) continue
    return follows(low, at, behind, next && next.from < to ? next : null) || (k === i && behind.from - at.to < 40)
      ? behind
      : null
  }
  return null
}

/** Whether a year behind a figure is that figure's, and not the next one's. */
function follows(low: string, quantity: Quantity, year: YearWords, next: Quantity | null): boolean {
  const words = withoutBrackets(low.slice(quantity.to, year.from))
  if (words.length > NEAR || PARTED.test(words)) return false
  return next === null || PARTED.test(low.slice(year.to, next.from))
}

/** What a bracket says, and what is left of one that opened before the figure, parts nothing. */
const withoutBrackets = (words: string) => words.replace(/^[^()]*\)/, '').replace(/\([^()]*\)/g, '')
